#include "label_spans.h"

#include "mem.h"

void wi_label_array_free(wi_label_array *array) {
  wi_mem_free(array->items);
  *array = (wi_label_array){0};
}

bool wi_label_push(wi_label_array *array, wi_label label) {
  if (!wi_mem_grow(&array->items, &array->capacity, array->count, sizeof label)) {
    return false;
  }
  array->items[array->count++] = label;
  return true;
}

void wi_label_sort(wi_label_array *labels, size_t from) {
  for (size_t i = from + 1; i < labels->count; i++) {
    const wi_label label = labels->items[i];
    size_t at = i;
    while (at > from && labels->items[at - 1].start > label.start) {
      labels->items[at] = labels->items[at - 1];
      at--;
    }
    labels->items[at] = label;
  }
}
