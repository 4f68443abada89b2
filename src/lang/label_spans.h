/* Named spans of a text, and arrays of them.
 */
#ifndef WI_LABEL_SPANS_H
#define WI_LABEL_SPANS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct wi_label {
  uint32_t start; /* on the first and behind the last visible character */
  uint32_t end;
  uint8_t kind; /* warta_label_kind */
  const char *rule; /* name of the rule; lives as long as the labeller */
} wi_label;

typedef struct wi_label_array {
  wi_label *items;
  size_t count;
  size_t capacity;
} wi_label_array;

void wi_label_array_free(wi_label_array *array);
/* False: no memory. */
bool wi_label_push(wi_label_array *array, wi_label label);
/* Puts the few spans of a line, those from `from` on, into text order. */
void wi_label_sort(wi_label_array *labels, size_t from);

#endif
