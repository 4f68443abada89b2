#include "label_source.h"

#include <stdint.h>
#include <string.h>

#include "mem.h"

void wi_label_source_free(wi_label_source *source) {
  wi_mem_free(source->items);
  *source = (wi_label_source){0};
}

bool wi_label_source_add(wi_label_source *source, wi_label_pattern pattern) {
  if (!wi_mem_grow(&source->items, &source->capacity, source->count, sizeof pattern)) {
    return false;
  }
  source->items[source->count++] = pattern;
  return true;
}

static bool is_same(const wi_label_pattern *a, const wi_label_pattern *b) {
  return wi_str_equal(a->kind, b->kind) && wi_str_equal(a->scope, b->scope) &&
         wi_str_equal(a->pattern, b->pattern);
}

void wi_label_source_remove(wi_label_source *source, wi_label_pattern pattern) {
  size_t kept = 0;
  for (size_t i = 0; i < source->count; i++) {
    if (!is_same(&source->items[i], &pattern)) {
      source->items[kept++] = source->items[i];
    }
  }
  source->count = kept;
}

/* Cuts a piece with its length before it off *rest. */
static bool cut_piece(wi_str *rest, wi_str *piece) {
  uint16_t len = 0;
  if (rest->len < sizeof len) {
    return false;
  }
  memcpy(&len, rest->ptr, sizeof len);
  const size_t end = sizeof len + len;
  if (end > rest->len) {
    return false;
  }
  *piece = wi_str_slice(*rest, sizeof len, end);
  *rest = wi_str_slice(*rest, end, rest->len);
  return true;
}

bool wi_label_source_cut(wi_str *section, wi_label_pattern *out) {
  *out = (wi_label_pattern){.line = 0};
  return cut_piece(section, &out->kind) && cut_piece(section, &out->scope) &&
         cut_piece(section, &out->pattern);
}
