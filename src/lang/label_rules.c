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
  rule.scope = (uint8_t)scope;
  rule.name = result == WI_PATTERN_OK ? make_name(entry) : NULL;
  if (rule.name == NULL ||
      !wi_mem_grow(&labeller->rules, &labeller->capacity, labeller->count, sizeof rule)) {
    wi_pattern_free(rule.pattern);
    wi_mem_free(rule.name);
    return wi_status_no_memory(error);
  }
  labeller->rules[labeller->count++] = rule;
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

/* By scope; the rules of one scope stay in the order of the file. */
static bool sort_rules(wi_labeller *labeller) {
  wi_label_rule *sorted = wi_mem_new(labeller->count, sizeof *sorted);
  size_t count = 0;
  if (sorted == NULL) {
    return false;
  }
  for (size_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    labeller->scopes[scope] = count;
    for (size_t i = 0; i < labeller->count; i++) {
      if (labeller->rules[i].scope == scope) {
        sorted[count++] = labeller->rules[i];
      }
    }
  }
  labeller->scopes[WI_SCOPE_COUNT] = count;
  wi_mem_free(labeller->rules);
  labeller->rules = sorted;
  labeller->capacity = labeller->count;
  return true;
}

/* --- what a rule begins with, and what it needs ----------------------------------------------- */

/* How little it says that a line holds it; a rule is tried only on lines that hold what it needs.
 * These were weighed by eye on news: a word of three letters and more is rare, a comma is not. */
enum {
  COST_WORD = 1,
  COST_SHORT = 8,
  COST_MARK = 25,
  COST_CLASS = 40,
  COST_COMMON = 60,
  COST_MAX = 2000
};

static size_t cost_of_mark(char mark) {
  switch (mark) {
  case '.':
  case ',':
    return COST_COMMON;
  case '/':
  case ':':
  case '|':
    return COST_SHORT;
  default:
    return COST_MARK;
  }
}

static size_t cost_of(wi_pattern_taker taker) {
  if (taker.literal.ptr != NULL && taker.literal.len <= WI_LABEL_WORD_MAX) {
    const char last = taker.literal.ptr[taker.literal.len - 1];
    if (taker.literal.len == 1 && !is_letter(last)) {
      return cost_of_mark(last);
    }
    return taker.literal.len < 3 ? COST_SHORT : COST_WORD;
  }
  switch (taker.flags) {
  case WI_PIECE_URL:
  case WI_PIECE_TAG:
  case WI_PIECE_DOMAIN:
  case WI_PIECE_MONTH:
  case WI_PIECE_DAY:
    return COST_SHORT;
  case WI_PIECE_DASH:
  case WI_PIECE_NUMBER:
  case WI_PIECE_CAPS:
    return COST_CLASS;
  default:
    return COST_MAX;
  }
}

/* Of the points that at most `reach` pieces stand before, from `first` on and without `other`: the
 * one that fewest lines pass; point_count if every line may. */
static size_t cheapest_point(const wi_pattern *pattern, size_t first, size_t other, size_t reach) {
  const size_t points = wi_pattern_point_count(pattern);
  size_t best = points;
  size_t least = COST_MAX;
  for (size_t point = first; point < points; point++) {
    wi_pattern_taker taker;
    size_t at = 0;
    size_t cost = 0;
    while (wi_pattern_taker_next(pattern, point, &at, &taker)) {
      cost += cost_of(taker);
    }
    if (cost < least && point != other &&
        (reach == WI_PATTERN_NONE || wi_pattern_reach(pattern, point) <= reach)) {
      best = point;
      least = cost;
    }
  }
  return best;
}

/* Adds a taker to what a line must hold. */
static bool mark_taker(wi_labeller *labeller, wi_pattern_taker taker, wi_label_marks *out) {
  uint32_t number = 0;
  if (taker.literal.ptr == NULL) {
    out->flags |= taker.flags;
    return true;
  }
  if (!wi_label_words_add(&labeller->vocabulary, taker.literal, &number)) {
    return false;
  }
  if (number == 0) { /* too long to have a number: it may be anything */
    out->flags |= WI_PIECE_ANY;
    return true;
  }
  wi_label_word *word = &labeller->words[number];
  if (!word->is_needed) {
    word->is_needed = true;
    word->mark = (uint8_t)labeller->mark_count++;
  }
  out->words[word->mark / 64] |= (uint64_t)1 << word->mark % 64;
  return true;
}

/* Sets what a line must hold to pass the point. */
static bool mark_point(wi_labeller *labeller, const wi_pattern *pattern, size_t point,
                       wi_label_marks *out) {
  if (point == wi_pattern_point_count(pattern)) {
    out->flags = WI_PIECE_ANY;
    return true;
  }
  wi_pattern_taker taker;
  size_t at = 0;
  bool done = true;
  while (done && wi_pattern_taker_next(pattern, point, &at, &taker)) {
    done = mark_taker(labeller, taker, out);
  }
  return done;
}

static bool mark_last(wi_labeller *labeller, const wi_pattern *pattern, wi_label_marks *out) {
  wi_pattern_taker taker;
  size_t at = 0;
  bool done = true;
  while (done && wi_pattern_last_next(pattern, &at, &taker)) {
    done = mark_taker(labeller, taker, out);
  }
  return done;
}

static bool mark_needs(wi_labeller *labeller, wi_label_rule *rule) {
  const size_t near = WI_LABEL_NEAR - WI_LABEL_MARKUP - 1;
  /* what it begins with is asked for anyway, but for a star, which begins with anything */
  const size_t first = (rule->first_flags & WI_PIECE_ANY) != 0 ? 0 : 1;
  const size_t none = wi_pattern_point_count(rule->pattern);
  const size_t best = cheapest_point(rule->pattern, first, none, WI_PATTERN_NONE);
  const size_t second = cheapest_point(rule->pattern, first, best, WI_PATTERN_NONE);
  return mark_last(labeller, rule->pattern, &rule->last) &&
         mark_point(labeller, rule->pattern, best, &rule->needs[0]) &&
         mark_point(labeller, rule->pattern, second, &rule->needs[1]) &&
         mark_point(labeller, rule->pattern, cheapest_point(rule->pattern, 1, none, near),
                    &rule->near);
}

static bool add_list(wi_labeller *labeller, const char *const *list, size_t count) {
  uint32_t number = 0;
  bool done = true;
  for (size_t i = 0; i < count && done; i++) {
    done = wi_label_words_add(&labeller->vocabulary, wi_str_of(list[i]), &number);
  }
  return done;
}

static void flag_list(wi_labeller *labeller, const char *const *list, size_t count, uint32_t flag) {
  for (size_t i = 0; i < count; i++) {
    labeller->words[wi_label_words_find(&labeller->vocabulary, wi_str_of(list[i]))].flags |= flag;
  }
}

static bool number_word(void *payload, wi_str literal, uint32_t *number) {
  wi_labeller *labeller = payload;
  return wi_label_words_add(&labeller->vocabulary, literal, number);
}

/* Numbers the words of all patterns; the array of words is made for all of them at once. */
static bool number_words(wi_labeller *labeller) {
  for (size_t i = 0; i < labeller->count; i++) {
    if (!wi_pattern_number(labeller->rules[i].pattern, number_word, labeller)) {
      return false;
    }
  }
  size_t month_count = 0;
  size_t day_count = 0;
  const char *const *months = wi_piece_months(&month_count);
  const char *const *days = wi_piece_days(&day_count);
  if (!add_list(labeller, months, month_count) || !add_list(labeller, days, day_count)) {
    return false;
  }
  labeller->words = wi_mem_new((size_t)labeller->vocabulary.map.count + 1, sizeof *labeller->words);
  if (labeller->words == NULL) {
    return false;
  }
  flag_list(labeller, months, month_count, WI_PIECE_MONTH);
  flag_list(labeller, days, day_count, WI_PIECE_DAY);
  return true;
}

/* The words and flags that a rule may begin with; a word too long to have a number is any piece. */
static bool mark_first(wi_labeller *labeller, wi_label_rule *rule) {
  wi_pattern_taker taker;
  size_t at = 0;
  while (wi_pattern_taker_next(rule->pattern, 0, &at, &taker)) {
    uint32_t number = 0;
    if (taker.literal.ptr != NULL &&
        !wi_label_words_add(&labeller->vocabulary, taker.literal, &number)) {
      return false;
    }
    if (number > 0) {
      labeller->words[number].scopes |= (uint32_t)1 << rule->scope;
    } else {
      rule->first_flags |= taker.literal.ptr != NULL ? (uint32_t)WI_PIECE_ANY : taker.flags;
    }
  }
  labeller->open_scopes |= rule->first_flags != 0 ? (uint32_t)1 << rule->scope : 0;
  return true;
}

/* --- the index -------------------------------------------------------------------------------- */

/* Counts the rules of each word, or, where items has room, writes them. */
static void fill_index(wi_labeller *labeller, uint32_t *at) {
  for (size_t i = 0; i < labeller->count; i++) {
    const wi_pattern *pattern = labeller->rules[i].pattern;
    wi_pattern_taker taker;
    size_t next = 0;
    while (wi_pattern_taker_next(pattern, 0, &next, &taker)) {
      const wi_str literal = taker.literal;
      const uint32_t word = literal.ptr == NULL || literal.len > WI_LABEL_WORD_MAX
                                ? 0
                                : wi_label_words_find(&labeller->vocabulary, literal);
      if (word > 0 && labeller->items != NULL) {
        labeller->items[at[word]] = (uint32_t)i;
      }
      at[word]++;
    }
  }
}

static bool index_rules(wi_labeller *labeller) {
  const size_t words = (size_t)labeller->vocabulary.map.count + 1;
  uint32_t *at = wi_mem_new(words, sizeof *at);
  labeller->starts = wi_mem_new(words + 1, sizeof *labeller->starts);
  if (at != NULL && labeller->starts != NULL) {
    uint32_t total = 0;
    fill_index(labeller, at);
    for (size_t word = 1; word < words; word++) {
      labeller->starts[word] = total;
      total += at[word];
      at[word] = labeller->starts[word];
    }
    labeller->starts[words] = total;
    labeller->items = wi_mem_new(total, sizeof *labeller->items);
  }
  if (at != NULL && labeller->items != NULL) {
    fill_index(labeller, at);
  }
  wi_mem_free(at);
  return labeller->items != NULL;
}

static uint64_t summary_of(const wi_label_marks *marks) {
  return marks->words[0] | marks->words[1] | marks->words[2] | marks->words[3];
}

/* The rules that may begin with a class have a list of their own. */
static bool list_open(wi_labeller *labeller) {
  size_t count = 0;
  labeller->open = wi_mem_new(labeller->count, sizeof *labeller->open);
  if (labeller->open == NULL) {
    return false;
  }
  for (size_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    labeller->opens[scope] = count;
    for (size_t i = labeller->scopes[scope]; i < labeller->scopes[scope + 1]; i++) {
      const wi_label_rule *rule = &labeller->rules[i];
      if (rule->first_flags != 0) {
        labeller->open[count++] = (wi_label_open){(uint32_t)i,
                                                  rule->first_flags,
                                                  rule->near.flags,
                                                  rule->needs[0].flags,
                                                  rule->last.flags,
                                                  summary_of(&rule->near),
                                                  summary_of(&rule->needs[0]),
                                                  summary_of(&rule->last)};
      }
    }
  }
  labeller->opens[WI_SCOPE_COUNT] = count;
  return true;
}

static bool index_all(wi_labeller *labeller) {
  bool done = sort_rules(labeller) && number_words(labeller);
  for (size_t i = 0; i < labeller->count && done; i++) {
    done = mark_first(labeller, &labeller->rules[i]) && mark_needs(labeller, &labeller->rules[i]);
  }
  return done && list_open(labeller) && index_rules(labeller);
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
    labeller->vocabulary = wi_label_words_make();
    status = add_rules(labeller, dictionary, defines, error);
  }
  wi_mem_free(defines);
  if (status == WARTA_OK && !index_all(labeller)) {
    status = wi_status_no_memory(error);
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
  for (size_t i = 0; i < labeller->count; i++) {
    wi_pattern_free(labeller->rules[i].pattern);
    wi_mem_free(labeller->rules[i].name);
  }
  wi_mem_free(labeller->rules);
  wi_mem_free(labeller->words);
  wi_mem_free(labeller->starts);
  wi_mem_free(labeller->items);
  wi_mem_free(labeller->open);
  wi_label_words_free(&labeller->vocabulary);
  wi_mem_free(labeller);
}

uint32_t wi_labeller_word(const wi_labeller *labeller, wi_str word) {
  return wi_label_words_find(&labeller->vocabulary, word);
}

/* --- candidates ------------------------------------------------------------------------------- */

void wi_label_number(const wi_labeller *labeller, wi_str text, wi_piece *pieces, size_t count) {
  for (size_t i = 0; i < count; i++) {
    pieces[i].word = wi_label_words_find(&labeller->vocabulary, wi_piece_str(text, &pieces[i]));
  }
}

static void read_marks(wi_label_marks *out, const wi_labeller *labeller, const wi_piece *pieces,
                       size_t count) {
  for (size_t i = 0; i < count; i++) {
    out->flags |= pieces[i].flags;
    if (pieces[i].word != 0) {
      const wi_label_word *word = &labeller->words[pieces[i].word];
      out->flags |= word->flags;
      out->words[word->mark / 64] |= (uint64_t)word->is_needed << word->mark % 64;
    }
  }
}

void wi_label_line_read(wi_label_line *out, const wi_labeller *labeller, const wi_piece *pieces,
                        size_t count) {
  const size_t near = count < WI_LABEL_NEAR ? count : WI_LABEL_NEAR;
  out->near = (wi_label_marks){.flags = WI_PIECE_ANY};
  read_marks(&out->near, labeller, pieces, near);
  out->all = out->near;
  read_marks(&out->all, labeller, pieces + near, count - near);
  out->near_summary = summary_of(&out->near);
  out->all_summary = summary_of(&out->all);
}

static bool holds(const wi_label_marks *marks, const wi_label_marks *needs) {
  return (marks->flags & needs->flags) != 0 || (marks->words[0] & needs->words[0]) != 0 ||
         (marks->words[1] & needs->words[1]) != 0 || (marks->words[2] & needs->words[2]) != 0 ||
         (marks->words[3] & needs->words[3]) != 0;
}

static bool may_match(const wi_label_candidates *from, const wi_label_rule *rule) {
  return ((from->last_flags & rule->last.flags) != 0 ||
          (from->last_summary & summary_of(&rule->last)) != 0) &&
         holds(&from->line->all, &rule->needs[0]) && holds(&from->line->all, &rule->needs[1]) &&
         (!from->is_near || holds(&from->line->near, &rule->near));
}

wi_label_candidates wi_label_candidates_at(const wi_labeller *labeller, wi_label_scope scope,
                                           const wi_label_line *line, const wi_piece *piece,
                                           size_t at) {
  const uint32_t bit = (uint32_t)1 << scope;
  const wi_label_word *word = &labeller->words[piece->word];
  wi_label_candidates from = {.labeller = labeller,
                              .line = line,
                              .is_near = at <= WI_LABEL_MARKUP,
                              .flags = piece->flags | word->flags | WI_PIECE_ANY,
                              .last_flags = UINT32_MAX,
                              .last_summary = UINT64_MAX};
  from.open = labeller->open + labeller->opens[scope];
  from.last = labeller->open + labeller->opens[scope + 1];
  if ((word->scopes & bit) != 0) {
    from.next = labeller->items + labeller->starts[piece->word];
    from.end = labeller->items + labeller->starts[piece->word + 1];
    while (*from.next < labeller->scopes[scope]) {
      from.next++;
    }
    const uint32_t *end = from.next;
    while (end < from.end && *end < labeller->scopes[scope + 1]) {
      end++;
    }
    from.end = end;
  }
  return from;
}

void wi_label_end_with(wi_label_candidates *from, const wi_piece *piece) {
  const wi_label_word *word = &from->labeller->words[piece->word];
  from->last_flags = piece->flags | word->flags | WI_PIECE_ANY;
  from->last_summary = (uint64_t)word->is_needed << word->mark % 64;
}

/* Most rules fail at the first look. */
static bool may_open(const wi_label_candidates *from, const wi_label_open *open) {
  const wi_label_line *line = from->line;
  return (open->first_flags & from->flags) != 0 &&
         ((from->last_flags & open->last_flags) | (from->last_summary & open->last_summary)) != 0 &&
         ((open->need_flags & line->all.flags) | (open->need_summary & line->all_summary)) != 0 &&
         (!from->is_near || ((open->near_flags & line->near.flags) |
                             (open->near_summary & line->near_summary)) != 0) &&
         may_match(from, &from->labeller->rules[open->rule]);
}

const wi_label_rule *wi_label_next(wi_label_candidates *from) {
  const wi_label_rule *rules = from->labeller->rules;
  for (;;) {
    while (from->open < from->last && !may_open(from, from->open)) {
      from->open++;
    }
    const bool has_open = from->open < from->last;
    const bool has_named = from->next < from->end;
    if (!has_open && !has_named) {
      return NULL;
    }
    if (has_open && (!has_named || from->open->rule <= *from->next)) {
      if (has_named && from->open->rule == *from->next) {
        from->next++;
      }
      return &rules[from->open++->rule];
    }
    const uint32_t named = *from->next;
    from->next++;
    if (may_match(from, &rules[named])) {
      return &rules[named];
    }
  }
}
