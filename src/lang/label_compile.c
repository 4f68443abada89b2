#include "label_compile.h"

#include <string.h>

#include <warta/label.h>

#include "dictionary_format.h"
#include "label_draft.h"
#include "mem.h"
#include "pieces.h"
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

static warta_status add_rule(wi_label_draft *draft, wi_label_pattern entry,
                             wi_pattern_defines defines, warta_error *error) {
  wi_label_scope scope = WI_SCOPE_LINE;
  wi_rule_draft made = {0};
  const char *why = "";
  if (!read_kind(entry.kind, &made.rule.kind)) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "label pattern: unknown kind",
                               entry.line);
  }
  if (!read_scope(entry.scope, &scope)) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "label pattern: unknown scope",
                               entry.line);
  }
  const wi_pattern_result result = wi_pattern_compile(&made.pattern, entry.pattern, defines, &why);
  if (result == WI_PATTERN_WRONG) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, why, entry.line);
  }
  made.rule.scope = (uint8_t)scope;
  made.name = result == WI_PATTERN_OK ? make_name(entry) : NULL;
  if (made.name == NULL ||
      !wi_mem_grow(&draft->rules, &draft->capacity, draft->count, sizeof made)) {
    wi_pattern_free(made.pattern);
    wi_mem_free(made.name);
    return wi_status_no_memory(error);
  }
  draft->rules[draft->count++] = made;
  return WARTA_OK;
}

static bool is_define(wi_label_pattern entry) {
  return wi_str_equal(entry.kind, WI_STR("define"));
}

static warta_status add_rules(wi_label_draft *draft, const wi_label_source *source,
                              wi_pattern_define *defines, warta_error *error) {
  size_t defined = 0;
  for (size_t i = 0; i < source->count; i++) {
    const wi_label_pattern entry = source->items[i];
    if (is_define(entry)) {
      defines[defined++] = (wi_pattern_define){entry.scope, entry.pattern};
    }
  }
  for (size_t i = 0; i < source->count; i++) {
    const wi_pattern_defines known = {defines, defined};
    const warta_status status =
        is_define(source->items[i]) ? WARTA_OK : add_rule(draft, source->items[i], known, error);
    if (status != WARTA_OK) {
      return status;
    }
  }
  return WARTA_OK;
}

/* By scope; the rules of one scope stay in the order of the list. */
static bool sort_rules(wi_label_draft *draft) {
  wi_rule_draft *sorted = wi_mem_new(draft->count, sizeof *sorted);
  size_t count = 0;
  if (sorted == NULL) {
    return false;
  }
  for (size_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    for (size_t i = 0; i < draft->count; i++) {
      if (draft->rules[i].rule.scope == scope) {
        sorted[count++] = draft->rules[i];
      }
    }
  }
  wi_mem_free(draft->rules);
  draft->rules = sorted;
  draft->capacity = draft->count;
  return true;
}

static bool number_word(void *payload, wi_str literal, uint32_t *number) {
  return wi_label_draft_number(payload, literal, number);
}

static bool number_list(wi_label_draft *draft, const char *const *list, size_t count,
                        uint32_t flag) {
  uint32_t number = 0;
  bool done = true;
  for (size_t i = 0; i < count && done; i++) {
    done = wi_label_draft_number(draft, wi_str_of(list[i]), &number);
    if (draft->words != NULL) {
      draft->words[number].flags |= number == 0 ? 0 : flag;
    }
  }
  return done;
}

/* The words of months and days, which classes stand for. */
static bool number_dates(wi_label_draft *draft) {
  size_t month_count = 0;
  size_t day_count = 0;
  const char *const *months = wi_piece_months(&month_count);
  const char *const *days = wi_piece_days(&day_count);
  return number_list(draft, months, month_count, WI_PIECE_MONTH) &&
         number_list(draft, days, day_count, WI_PIECE_DAY);
}

/* Numbers the words of all patterns; the array of words is made for all of them at once. */
static bool number_words(wi_label_draft *draft) {
  for (size_t i = 0; i < draft->count; i++) {
    if (!wi_pattern_number(draft->rules[i].pattern, number_word, draft)) {
      return false;
    }
  }
  if (!number_dates(draft)) {
    return false;
  }
  draft->words = wi_mem_new((size_t)draft->vocabulary.count + 1, sizeof *draft->words);
  return draft->words != NULL && number_dates(draft);
}

static bool finish(wi_label_draft *draft, wi_buf *out) {
  bool done = sort_rules(draft) && number_words(draft);
  for (size_t i = 0; i < draft->count && done; i++) {
    done = wi_label_draft_mark(draft, &draft->rules[i]);
  }
  return done && wi_label_draft_write(draft, out);
}

static void free_draft(wi_label_draft *draft) {
  for (size_t i = 0; i < draft->count; i++) {
    wi_pattern_free(draft->rules[i].pattern);
    wi_mem_free(draft->rules[i].name);
  }
  wi_mem_free(draft->rules);
  wi_mem_free(draft->words);
  wi_strmap_free(&draft->vocabulary);
}

warta_status wi_label_compile(wi_buf *out, const wi_label_source *source, warta_error *error) {
  wi_label_draft draft = {.vocabulary = wi_strmap_make()};
  wi_pattern_define *defines = wi_mem_new(source->count, sizeof *defines);
  warta_status status =
      defines == NULL ? wi_status_no_memory(error) : add_rules(&draft, source, defines, error);
  wi_mem_free(defines);
  if (status == WARTA_OK && !finish(&draft, out)) {
    status = wi_status_no_memory(error);
  }
  free_draft(&draft);
  return status;
}
