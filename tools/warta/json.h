/* Writes JSON: control characters escaped, malformed UTF-8 as U+FFFD, numbers without the locale.
 */
#ifndef JSON_H
#define JSON_H

#include "output.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Members and elements separate themselves: `first` is set by the opening call. */
typedef struct json {
  output *out;
  bool first;
} json;

void json_open(json *j, char bracket); /* { or [ */
void json_close(json *j, char bracket); /* } or ] */
void json_element(json *j); /* before each element of an array */
void json_name(json *j, const char *name);

void json_string(json *j, const char *bytes, size_t len);
void json_text(json *j, const char *text);
void json_count(json *j, size_t value);
void json_whole(json *j, int32_t value);
void json_short(json *j, double value); /* as number_write_short */
void json_score(json *j, double value); /* six digits */

#endif
