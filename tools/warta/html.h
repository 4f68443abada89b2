/* Tells HTML by how it begins. */
#ifndef HTML_H
#define HTML_H

#include <stdbool.h>
#include <stddef.h>

bool html_is(const char *text, size_t len);

#endif
