#include "label_rules.h"

#include <string.h>

#include <warta/label.h>

#include "dictionary_format.h"
#include "mem.h"
#include "status.h"

#define NAME_MAX 40

static bool read_kind(wi_str name, uint8_t *kind) {
  static const char *const names[] = {WI_LABEL_KIND_NAMES};
  for (size_t i = 0; i < WARTA_LABEL_OTHER; i++) {
    if (wi_str_equal(name, wi_str_of(names[i]))) {
      *kind = (uint8_t)(WARTA_LABEL_TITLE + i);
      return true;
    }
  }
  return false;
}

static bool read_scope(wi_str name, wi_label_scope *scope) {
  static const char *const names[] = {"line",   "head",    "tail",  "start", "rest", "end",
                                      "inline", "between", "glued", "lead",  "first"};
  for (size_t i = 0; i < WI_SCOPE_COUNT; i++) {
    if (wi_str_equal(name, wi_str_of(names[i]))) {
      *scope = (wi_label_scope)i;
      return true;
    }
  }
  return false;
}

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The first plain words of the pattern: "(penulis|editor) : *" is called "penulis". */
static wi_str first_words(wi_str source) {
  size_t start = 0;
  while (start < source.len && !is_letter(source.ptr[start])) {
    const char close = source.ptr[start] == '<' ? '>' : source.ptr[start] == '{' ? '}' : '\0';
    start++;
    while (close != '\0' && start < source.len && source.ptr[start - 1] != close) {
      start++;
    }
  }
  size_t end = start;
  while (end < source.len && end - start < NAME_MAX &&
         (is_letter(source.ptr[end]) || source.ptr[end] == ' ')) {
    end++;
  }
  return wi_str_trim(wi_str_slice(source, start, end));
}

static char *make_name(wi_label_pattern entry) {
  wi_str words = first_words(entry.pattern);
  words = words.len > 0 ? words : entry.scope;
  char *name = wi_mem_new(entry.kind.len + 1 + words.len + 1, 1);
  if (name != NULL) {
    memcpy(name, entry.kind.ptr, entry.kind.len);
    name[entry.kind.len] = ':';
    for (size_t i = 0; i < words.len; i++) {
      name[entry.kind.len + 1 + i] = wi_piece_lower(words.ptr[i]);
    }
  }
  return name;
}

static warta_status add_rule(wi_labeller *labeller, wi_label_pattern entry,
                             wi_pattern_defines defines, warta_error *error) {
  wi_label_scope scope = WI_SCOPE_LINE;
  wi_label_rule rule = {0};
  const char *why = "";
  if (!read_kind(entry.kind, &rule.kind)) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "label pattern: unknown kind",
                               entry.line);
  }
  if (!read_scope(entry.scope, &scope)) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "label pattern: unknown scope",
                               entry.line);
  }
  const wi_pattern_result result = wi_pattern_compile(&rule.pattern, entry.pattern, defines, &why);
  if (result == WI_PATTERN_WRONG) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, why, entry.line);
  }
  rule.name = result == WI_PATTERN_OK ? make_name(entry) : NULL;
  if (rule.name == NULL || !wi_mem_grow(&labeller->rules[scope], &labeller->capacities[scope],
                                        labeller->counts[scope], sizeof rule)) {
    wi_pattern_free(rule.pattern);
    wi_mem_free(rule.name);
    return wi_status_no_memory(error);
  }
  labeller->rules[scope][labeller->counts[scope]++] = rule;
  return WARTA_OK;
}

static bool is_define(wi_label_pattern entry) {
  return wi_str_equal(entry.kind, WI_STR("define"));
}

static warta_status add_rules(wi_labeller *labeller, const wi_dictionary *dictionary,
                              wi_pattern_define *defines, warta_error *error) {
  const size_t count = wi_dictionary_label_pattern_count(dictionary);
  size_t defined = 0;
  for (size_t i = 0; i < count; i++) {
    const wi_label_pattern entry = wi_dictionary_label_pattern(dictionary, i);
    if (is_define(entry)) {
      defines[defined++] = (wi_pattern_define){entry.scope, entry.pattern};
    }
  }
  for (size_t i = 0; i < count; i++) {
    const wi_label_pattern entry = wi_dictionary_label_pattern(dictionary, i);
    const wi_pattern_defines known = {defines, defined};
    const warta_status status =
        is_define(entry) ? WARTA_OK : add_rule(labeller, entry, known, error);
    if (status != WARTA_OK) {
      return status;
    }
  }
  return WARTA_OK;
}

/* Fills starts and, if there is room yet, items; returns how many items there are. */
static size_t fill_index(wi_label_index *index, const wi_label_rule *rules, size_t count) {
  size_t total = 0;
  for (unsigned byte = 0; byte < 256; byte++) {
    index->starts[byte] = (uint32_t)total;
    for (size_t i = 0; i < count; i++) {
      const bool begins = wi_pattern_begins(rules[i].pattern, (char)byte);
      if (begins && index->items != NULL) {
        index->items[total] = (uint16_t)i;
      }
      total += begins;
    }
  }
  index->starts[256] = (uint32_t)total;
  return total;
}

/* Numbers of rules are 16 bits wide; more patterns than that are an error of the list. */
static warta_status index_rules(wi_labeller *labeller, size_t scope, warta_error *error) {
  wi_label_index *index = &labeller->indexes[scope];
  const size_t count = labeller->counts[scope];
  if (count > UINT16_MAX) {
    return wi_status_fail(error, WARTA_MSG_LIST_LINE, "label patterns: over 65535 of one scope");
  }
  const size_t total = fill_index(index, labeller->rules[scope], count);
  index->items = wi_mem_new(total, sizeof *index->items);
  if (index->items == NULL) {
    return wi_status_no_memory(error);
  }
  fill_index(index, labeller->rules[scope], count);
  return WARTA_OK;
}

static warta_status index_all(wi_labeller *labeller, warta_error *error) {
  warta_status status = WARTA_OK;
  for (size_t scope = 0; scope < WI_SCOPE_COUNT && status == WARTA_OK; scope++) {
    status = index_rules(labeller, scope, error);
  }
  return status;
}

warta_status wi_labeller_open(wi_labeller **out, const wi_dictionary *dictionary,
                              warta_error *error) {
  *out = NULL;
  wi_labeller *labeller = wi_mem_new(1, sizeof *labeller);
  wi_pattern_define *defines =
      wi_mem_new(wi_dictionary_label_pattern_count(dictionary), sizeof *defines);
  warta_status status = WARTA_ERR_MEMORY;
  if (labeller == NULL || defines == NULL) {
    wi_status_no_memory(error);
  } else {
    status = add_rules(labeller, dictionary, defines, error);
  }
  wi_mem_free(defines);
  if (status == WARTA_OK && labeller != NULL) {
    status = index_all(labeller, error);
  }
  if (status != WARTA_OK) {
    wi_labeller_free(labeller);
    return status;
  }
  *out = labeller;
  return WARTA_OK;
}

void wi_labeller_free(wi_labeller *labeller) {
  if (labeller == NULL) {
    return;
  }
  for (size_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    for (size_t i = 0; i < labeller->counts[scope]; i++) {
      wi_pattern_free(labeller->rules[scope][i].pattern);
      wi_mem_free(labeller->rules[scope][i].name);
    }
    wi_mem_free(labeller->rules[scope]);
    wi_mem_free(labeller->indexes[scope].items);
  }
  wi_mem_free(labeller);
}
