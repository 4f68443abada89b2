#include "dictionary.h"

#include <string.h>

#include "arena.h"
#include "dictionary_format.h"
#include "entries.h"
#include "hash.h"
#include "mem.h"
#include "packed.h"
#include "status.h"
#include "user_lists.h"

struct wi_dictionary {
  const uint8_t *data;
  wi_format_head head;
  wi_format_meta meta;
  wi_packed roots;
  wi_packed exceptions;
  wi_packed stopwords;
  wi_packed roles;
  wi_packed units;
  wi_packed abbreviations;
  wi_packed background;
  wi_packed keyword_weights;
  wi_trees summary_trees;
  wi_rule_table rule_table;
  bool has_rule_table;
  wi_label_source labels; /* read when a user's list changes them */
  bool has_own_labels;
  size_t abbreviation_max;
  uint64_t fingerprint;
  wi_user_list users[WI_LIST_LABEL_PATTERNS]; /* by kind, all but the label patterns */
  wi_arena arena; /* the text of the users' lists */
};

static wi_str section_of(const wi_dictionary *d, wi_section section) {
  return (wi_str){(const char *)d->data + d->head.sections[section].offset,
                  d->head.sections[section].size};
}

static warta_status broken(const char *part, warta_error *error) {
  return wi_status_fail(error, WARTA_MSG_DICTIONARY_BROKEN, part);
}

/* What can change a term, and nothing else: weights of summaries and background frequencies may be
 * made anew without making users' files of counts useless. */
static uint64_t sum_term_sections(const wi_dictionary *d) {
  static const wi_section counted[] = {
      WI_SECTION_ROOTS,         WI_SECTION_ROOT_KINDS, WI_SECTION_EXCEPTIONS,
      WI_SECTION_STEMS,         WI_SECTION_STOPWORDS,  WI_SECTION_UNITS,
      WI_SECTION_ABBREVIATIONS, WI_SECTION_LABELS,     WI_SECTION_BREAK_RULES,
  };
  uint64_t sums[sizeof counted / sizeof counted[0]];
  for (size_t i = 0; i < sizeof counted / sizeof counted[0]; i++) {
    sums[i] = wi_hash_stable(section_of(d, counted[i]));
  }
  return wi_hash_stable((wi_str){(const char *)sums, sizeof sums});
}

static warta_status open_head(wi_dictionary *d, size_t size, warta_error *error) {
  const size_t summed = offsetof(wi_format_head, sections);
  if (size < sizeof d->head || (uintptr_t)d->data % WI_FORMAT_ALIGNMENT != 0) {
    return broken("size or alignment", error);
  }
  memcpy(&d->head, d->data, sizeof d->head);
  if (memcmp(d->head.magic, WI_FORMAT_MAGIC, sizeof d->head.magic) != 0 ||
      d->head.order != WI_FORMAT_ORDER || d->head.version != WI_FORMAT_VERSION) {
    return broken("not a dictionary of this release and machine", error);
  }
  const wi_str body = {(const char *)d->data + summed, size - summed};
  if (wi_hash_stable(body) != d->head.checksum) {
    return broken("checksum", error);
  }
  for (int i = 0; i < WI_SECTION_COUNT; i++) {
    const wi_format_section s = d->head.sections[i];
    if (s.offset > size || s.size > size - s.offset || s.offset % WI_FORMAT_ALIGNMENT != 0) {
      return broken("section table", error);
    }
  }
  d->fingerprint = sum_term_sections(d);
  return WARTA_OK;
}

static bool open_packed(const wi_dictionary *d, wi_packed *out, wi_section section,
                        uint32_t width) {
  const wi_str block = section_of(d, section);
  return wi_packed_open(out, block.ptr, block.len, width);
}

static uint16_t load_u16(const uint8_t *bytes) {
  uint16_t value = 0;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static uint32_t load_u32(const uint8_t *bytes) {
  uint32_t value = 0;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static bool roots_are_sound(const wi_dictionary *d) {
  const size_t kinds = section_of(d, WI_SECTION_ROOT_KINDS).len / WI_ROOT_KIND_SIZE;
  const uint8_t *value = NULL;
  wi_str key = {0};
  uint32_t at = 0;
  while (wi_packed_next(&d->roots, &at, &key, &value)) {
    if (load_u16(value) >= kinds) {
      return false;
    }
  }
  return true;
}

static bool exceptions_are_sound(const wi_dictionary *d) {
  const wi_str stems = section_of(d, WI_SECTION_STEMS);
  const uint8_t *value = NULL;
  wi_str key = {0};
  uint32_t at = 0;
  while (wi_packed_next(&d->exceptions, &at, &key, &value)) {
    const size_t offset = load_u32(value);
    if (offset >= stems.len || (uint8_t)stems.ptr[offset] > stems.len - offset - 1) {
      return false;
    }
  }
  return true;
}

/* No value is above the last of its kind. */
static bool kinds_are_sound(const wi_packed *table, uint8_t last) {
  const uint8_t *value = NULL;
  wi_str key = {0};
  uint32_t at = 0;
  while (wi_packed_next(table, &at, &key, &value)) {
    if (*value > last) {
      return false;
    }
  }
  return true;
}

static warta_status open_sections(wi_dictionary *d, warta_error *error) {
  const wi_str meta = section_of(d, WI_SECTION_META);
  if (meta.len != sizeof d->meta) {
    return broken("head data", error);
  }
  memcpy(&d->meta, meta.ptr, sizeof d->meta);
  d->abbreviation_max = d->meta.abbreviation_max;
  if (!open_packed(d, &d->roots, WI_SECTION_ROOTS, sizeof(uint16_t)) || !roots_are_sound(d)) {
    return broken("roots", error);
  }
  if (!open_packed(d, &d->exceptions, WI_SECTION_EXCEPTIONS, sizeof(uint32_t)) ||
      !exceptions_are_sound(d)) {
    return broken("exceptions", error);
  }
  if (!open_packed(d, &d->stopwords, WI_SECTION_STOPWORDS, 1)) {
    return broken("stopwords", error);
  }
  if (!open_packed(d, &d->roles, WI_SECTION_ROLES, 1) ||
      !kinds_are_sound(&d->roles, WI_ROLE_PAIR)) {
    return broken("roles", error);
  }
  if (!open_packed(d, &d->units, WI_SECTION_UNITS, 1) ||
      !kinds_are_sound(&d->units, WI_UNIT_MAKER)) {
    return broken("units", error);
  }
  if (!open_packed(d, &d->abbreviations, WI_SECTION_ABBREVIATIONS, 1)) {
    return broken("abbreviations", error);
  }
  if (!open_packed(d, &d->background, WI_SECTION_BACKGROUND, sizeof(uint32_t))) {
    return broken("background", error);
  }
  if (!open_packed(d, &d->keyword_weights, WI_SECTION_KEYWORDS, sizeof(uint32_t))) {
    return broken("keyword weights", error);
  }
  if (!wi_trees_open(&d->summary_trees, section_of(d, WI_SECTION_SUMMARY))) {
    return broken("summary weights", error);
  }
  const wi_str rules = section_of(d, WI_SECTION_RULE_TABLE);
  d->has_rule_table = rules.len > 0;
  if (d->has_rule_table && !wi_rule_table_open(&d->rule_table, rules)) {
    return broken("rule table", error);
  }
  return WARTA_OK;
}

warta_status wi_dictionary_open(wi_dictionary **out, const void *data, size_t size,
                                warta_error *error) {
  *out = NULL;
  wi_dictionary *d = wi_mem_new(1, sizeof *d);
  if (d == NULL) {
    return wi_status_no_memory(error);
  }
  d->data = data;
  for (size_t i = 0; i < sizeof d->users / sizeof d->users[0]; i++) {
    d->users[i] = wi_user_list_make();
  }
  warta_status status = open_head(d, size, error);
  if (status == WARTA_OK) {
    status = open_sections(d, error);
  }
  if (status != WARTA_OK) {
    wi_dictionary_free(d);
    return status;
  }
  *out = d;
  return WARTA_OK;
}

void wi_dictionary_free(wi_dictionary *dictionary) {
  if (dictionary == NULL) {
    return;
  }
  for (size_t i = 0; i < sizeof dictionary->users / sizeof dictionary->users[0]; i++) {
    wi_user_list_free(&dictionary->users[i]);
  }
  wi_arena_free(&dictionary->arena);
  wi_label_source_free(&dictionary->labels);
  wi_mem_free(dictionary);
}

static warta_status add_label(void *payload, const wi_entry *entry, warta_error *error) {
  wi_dictionary *d = payload;
  wi_label_pattern label = {entry->word, entry->value, entry->pattern, entry->line};
  if (entry->takes_away) {
    wi_label_source_remove(&d->labels, label);
    return WARTA_OK;
  }
  label.kind = wi_arena_copy(&d->arena, entry->word);
  label.scope = wi_arena_copy(&d->arena, entry->value);
  label.pattern = wi_arena_copy(&d->arena, entry->pattern);
  return label.kind.ptr != NULL && label.scope.ptr != NULL && label.pattern.ptr != NULL &&
                 wi_label_source_add(&d->labels, label)
             ? WARTA_OK
             : wi_status_no_memory(error);
}

/* The user's list lies over the built-in patterns, which are read now. */
static warta_status add_labels(wi_dictionary *d, wi_str text, warta_error *error) {
  wi_str rest = section_of(d, WI_SECTION_LABELS);
  while (!d->has_own_labels && rest.len > 0) {
    wi_label_pattern label;
    if (!wi_label_source_cut(&rest, &label)) {
      return broken("label patterns", error);
    }
    if (!wi_label_source_add(&d->labels, label)) {
      return wi_status_no_memory(error);
    }
  }
  d->has_own_labels = true;
  return wi_entries_read(WI_LIST_LABEL_PATTERNS, text, add_label, d, error);
}

typedef struct user_target {
  wi_dictionary *dictionary;
  wi_list_kind kind;
} user_target;

static warta_status add_entry(void *payload, const wi_entry *entry, warta_error *error) {
  const user_target *target = payload;
  wi_dictionary *d = target->dictionary;
  if (target->kind == WI_LIST_ABBREVIATIONS && !entry->takes_away &&
      entry->word.len > d->abbreviation_max) {
    d->abbreviation_max = entry->word.len;
  }
  return wi_user_list_put(&d->users[target->kind], &d->arena, entry) ? WARTA_OK
                                                                     : wi_status_no_memory(error);
}

warta_status wi_dictionary_add_list(wi_dictionary *dictionary, wi_list_kind kind, wi_str text,
                                    warta_error *error) {
  const uint64_t parts[] = {dictionary->fingerprint, (uint64_t)kind, wi_hash_stable(text)};
  user_target target = {.dictionary = dictionary, .kind = kind};
  dictionary->fingerprint = wi_hash_stable((wi_str){(const char *)parts, sizeof parts});
  const warta_status status = kind == WI_LIST_LABEL_PATTERNS
                                  ? add_labels(dictionary, text, error)
                                  : wi_entries_read(kind, text, add_entry, &target, error);
  if (status == WARTA_ERR_DATA) {
    wi_entries_name_list(kind, error);
  }
  return status;
}

uint64_t wi_dictionary_fingerprint(const wi_dictionary *dictionary) {
  return dictionary->fingerprint;
}

static bool find_built_in_root(const wi_dictionary *d, wi_str word, wi_root *out) {
  const uint8_t *value = wi_packed_find(&d->roots, word);
  if (value == NULL) {
    *out = (wi_root){0};
    return false;
  }
  const wi_str kinds = section_of(d, WI_SECTION_ROOT_KINDS);
  const char *kind = kinds.ptr + (size_t)load_u16(value) * WI_ROOT_KIND_SIZE;
  memcpy(&out->licences, kind, sizeof out->licences);
  out->classes = (uint8_t)kind[sizeof out->licences];
  return true;
}

/* The user's list may take a root away, or license more of it. */
static bool find_root_with_users(const wi_dictionary *dictionary, wi_str word, wi_root *out) {
  const wi_user_value *user = wi_user_list_find(&dictionary->users[WI_LIST_ROOTS], word);
  if (user != NULL && user->takes_away) {
    *out = (wi_root){0};
    return false;
  }
  const bool known = find_built_in_root(dictionary, word, out);
  if (user != NULL) {
    wi_entries_merge_root(out, &user->root);
  }
  return known || user != NULL;
}

bool wi_dictionary_root(const wi_dictionary *dictionary, wi_str word, wi_root *out) {
  return dictionary->users[WI_LIST_ROOTS].words.count == 0
             ? find_built_in_root(dictionary, word, out)
             : find_root_with_users(dictionary, word, out);
}

bool wi_dictionary_exception(const wi_dictionary *dictionary, wi_str word, wi_str *stem) {
  const wi_user_value *user = wi_user_list_find(&dictionary->users[WI_LIST_EXCEPTIONS], word);
  if (user != NULL) {
    *stem = user->text;
    return !user->takes_away;
  }
  const uint8_t *value = wi_packed_find(&dictionary->exceptions, word);
  if (value == NULL) {
    return false;
  }
  const char *piece = section_of(dictionary, WI_SECTION_STEMS).ptr + load_u32(value);
  *stem = (wi_str){piece + 1, (uint8_t)piece[0]};
  return true;
}

warta_stop_group wi_dictionary_stop(const wi_dictionary *dictionary, wi_str word) {
  const wi_user_value *user = wi_user_list_find(&dictionary->users[WI_LIST_STOPWORDS], word);
  if (user != NULL) {
    return user->takes_away ? WARTA_STOP_NONE : (warta_stop_group)user->number;
  }
  const uint8_t *value = wi_packed_find(&dictionary->stopwords, word);
  return value == NULL ? WARTA_STOP_NONE : (warta_stop_group)*value;
}

wi_name_role wi_dictionary_role(const wi_dictionary *dictionary, wi_str word) {
  const uint8_t *value = wi_packed_find(&dictionary->roles, word);
  return value == NULL ? WI_ROLE_NONE : (wi_name_role)*value;
}

wi_unit_word wi_dictionary_unit(const wi_dictionary *dictionary, wi_str word) {
  const uint8_t *value = wi_packed_find(&dictionary->units, word);
  return value == NULL ? WI_UNIT_NONE : (wi_unit_word)*value;
}

static bool find_abbreviation(const wi_dictionary *d, wi_str key, uint32_t *flags) {
  const wi_user_value *user = wi_user_list_find(&d->users[WI_LIST_ABBREVIATIONS], key);
  if (user != NULL) {
    *flags = user->number;
    return !user->takes_away;
  }
  const uint8_t *value = wi_packed_find(&d->abbreviations, key);
  if (value == NULL) {
    return false;
  }
  *flags = *value;
  return true;
}

bool wi_dictionary_abbreviation(const wi_dictionary *dictionary, wi_str literal, uint32_t *flags) {
  char key[WI_PACKED_KEY_MAX + 1];
  *flags = 0;
  if (literal.len == 0 || literal.len >= WI_PACKED_KEY_MAX) {
    return false;
  }
  for (int exact = 1; exact >= 0; exact--) {
    const wi_str view = {key, wi_entries_abbreviation_key(key, literal, exact != 0)};
    if (find_abbreviation(dictionary, view, flags)) {
      return true;
    }
  }
  return false;
}

size_t wi_dictionary_abbreviation_max(const wi_dictionary *dictionary) {
  return dictionary->abbreviation_max;
}

wi_str wi_dictionary_label_image(const wi_dictionary *dictionary) {
  return section_of(dictionary, WI_SECTION_LABEL_IMAGE);
}

const wi_label_source *wi_dictionary_label_source(const wi_dictionary *dictionary) {
  return dictionary->has_own_labels ? &dictionary->labels : NULL;
}

uint32_t wi_dictionary_background_documents(const wi_dictionary *dictionary) {
  return dictionary->meta.background_documents;
}

uint64_t wi_dictionary_background_fingerprint(const wi_dictionary *dictionary) {
  return dictionary->meta.background_fingerprint;
}

uint32_t wi_dictionary_background_terms(const wi_dictionary *dictionary) {
  return dictionary->background.count;
}

bool wi_dictionary_background_next(const wi_dictionary *dictionary, uint32_t *at, wi_str *term,
                                   uint32_t *df) {
  const uint8_t *value = NULL;
  if (!wi_packed_next(&dictionary->background, at, term, &value)) {
    return false;
  }
  *df = load_u32(value);
  return true;
}

uint32_t wi_dictionary_background(const wi_dictionary *dictionary, wi_str term) {
  const uint8_t *value = wi_packed_find(&dictionary->background, term);
  return value == NULL ? 0 : load_u32(value);
}

const wi_trees *wi_dictionary_summary_trees(const wi_dictionary *dictionary) {
  return &dictionary->summary_trees;
}

const wi_rule_table *wi_dictionary_rule_table(const wi_dictionary *dictionary) {
  return dictionary->has_rule_table ? &dictionary->rule_table : NULL;
}

static int32_t keyword_number(const wi_dictionary *dictionary, wi_keyword_set set, wi_str name) {
  char key[WI_PACKED_KEY_MAX];
  int32_t number = 0;
  if (name.len >= sizeof key) {
    return 0;
  }
  key[0] = (char)set;
  memcpy(key + 1, name.ptr, name.len);
  const uint8_t *value = wi_packed_find(&dictionary->keyword_weights, (wi_str){key, name.len + 1});
  if (value != NULL) {
    memcpy(&number, value, sizeof number);
  }
  return number;
}

int32_t wi_dictionary_keyword_weight(const wi_dictionary *dictionary, wi_str feature,
                                     bool words_only) {
  return keyword_number(dictionary, words_only ? WI_KEYWORD_SET_WORDS : WI_KEYWORD_SET_PHRASES,
                        feature);
}

int32_t wi_dictionary_headline_pull(const wi_dictionary *dictionary, wi_str term) {
  return keyword_number(dictionary, WI_KEYWORD_SET_HEADLINES, term);
}

wi_str wi_dictionary_break_rules(const wi_dictionary *dictionary) {
  return section_of(dictionary, WI_SECTION_BREAK_RULES);
}

wi_str wi_dictionary_origin(const wi_dictionary *dictionary) {
  return section_of(dictionary, WI_SECTION_ORIGIN);
}
