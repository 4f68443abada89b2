/* Label patterns as they are written: the lines of dict/labels.txt and of users' lists over them.
 */
#ifndef WI_LABEL_SOURCE_H
#define WI_LABEL_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

typedef struct wi_label_pattern {
  wi_str kind; /* "define": the pattern has a name, and stands for it in others */
  wi_str scope;
  wi_str pattern;
  size_t line; /* of the list; 0: not known */
} wi_label_pattern;

/* In the order of the list. The text is borrowed. */
typedef struct wi_label_source {
  wi_label_pattern *items;
  size_t count;
  size_t capacity;
} wi_label_source;

void wi_label_source_free(wi_label_source *source);
/* False: no memory. */
bool wi_label_source_add(wi_label_source *source, wi_label_pattern pattern);
/* Takes away all that say the same. */
void wi_label_source_remove(wi_label_source *source, wi_label_pattern pattern);

/* Cuts one off the section of the compiled dictionary: kind, scope and pattern, each with its
 * length before it. False: the section is damaged. */
bool wi_label_source_cut(wi_str *section, wi_label_pattern *out);

#endif
