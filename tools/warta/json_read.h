/* Reads one JSON object (RFC 8259) and picks out fields of it.
 *
 * Nothing is built: the bytes are checked once from left to right, and only the wanted strings are
 * written out. So there is no allocation that could fail unseen, and nesting costs no stack. */
#ifndef JSON_READ_H
#define JSON_READ_H

#include "buffer.h"

#include <stdbool.h>
#include <stddef.h>

#include <warta/analyzer.h>

typedef struct json_field {
  const char *name;
  bool is_there; /* and not null */
  bool is_string;
  warta_text value; /* a string without its escapes; of other values the bytes as they stand */
} json_field;

typedef enum json_result { JSON_OBJECT, JSON_OTHER_VALUE, JSON_WRONG } json_result;

/* Fills in the fields at the top of the object; of a name that comes twice the last counts. Values
 * are borrowed from the line or from `scratch` until it changes. Wrong: *why says what is. */
json_result json_read(warta_text line, json_field *fields, size_t count, buffer *scratch,
                      const char **why);

#endif
