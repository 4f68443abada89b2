#include "entries.h"

#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "dictionary_format.h"
#include "fold.h"
#include "packed.h"
#include "status.h"
#include "utf8.h"
#include "wordlist.h"

typedef struct reader {
  wi_wordlist list;
  wi_buf word; /* folded */
  wi_buf value; /* folded */
  uint32_t group; /* of the section that is open */
  wi_entry_fn fn;
  void *payload;
} reader;

typedef warta_status (*line_fn)(reader *r, wi_str line, warta_error *error);

static warta_status bad_line(const reader *r, const char *what, warta_error *error) {
  return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, what, r->list.line);
}

/* Signs that stand in no word, but in a line of another form: [nonsense, me-:, a=b. White space is
 * one of them: such an entry would never match a token. */
static bool has_strange_sign(wi_str word) {
  static const char strange[] = "[]{}()<>=:;,\"|\\ \t";
  for (size_t i = 0; i < word.len; i++) {
    if ((unsigned char)word.ptr[i] < ' ' ||
        memchr(strange, word.ptr[i], sizeof strange - 1) != NULL) {
      return true;
    }
  }
  return false;
}

/* Folds text into buf; an entry is a word, neither empty nor longer than a key may be. */
static warta_status fold_word(const reader *r, wi_buf *buf, wi_str text, warta_error *error) {
  wi_buf_clear(buf);
  if (text.len > WI_PACKED_KEY_MAX) {
    return bad_line(r, "entry longer than 255 bytes", error);
  }
  if (!wi_fold(buf, text)) {
    return wi_status_no_memory(error);
  }
  if (buf->len == 0) {
    return bad_line(r, "empty entry", error);
  }
  if (buf->len > WI_PACKED_KEY_MAX) {
    return bad_line(r, "entry longer than 255 bytes", error);
  }
  return has_strange_sign(wi_buf_str(buf)) ? bad_line(r, "no word: it holds a sign or space", error)
                                           : WARTA_OK;
}

static warta_status give(const reader *r, wi_entry *entry, warta_error *error) {
  entry->line = r->list.line;
  return r->fn(r->payload, entry, error);
}

/* The names of sections, which count from 1. */
typedef struct sections {
  const char *const *names;
  uint32_t count;
} sections;

static warta_status set_group(reader *r, const sections *known, wi_str name, warta_error *error) {
  for (uint32_t i = 0; i < known->count; i++) {
    if (wi_str_equal(name, wi_str_of(known->names[i]))) {
      r->group = i + 1;
      return WARTA_OK;
    }
  }
  return bad_line(r, "no such section", error);
}

/* "[function]", or words of the section: "yang di dan", "-kata" */
static warta_status read_section_line(reader *r, const sections *known, wi_str line,
                                      warta_error *error) {
  wi_str word = {0};
  wi_str rest = wi_wordlist_content(line);
  if (wi_wordlist_section(rest, &word)) {
    return set_group(r, known, word, error);
  }
  while (wi_wordlist_word(&rest, &word)) {
    wi_entry entry = {.takes_away = wi_wordlist_takes_away(&word), .number = r->group};
    warta_status status = fold_word(r, &r->word, word, error);
    if (status == WARTA_OK) {
      entry.word = wi_buf_str(&r->word);
      status = give(r, &entry, error);
    }
    if (status != WARTA_OK) {
      return status;
    }
  }
  return WARTA_OK;
}

static warta_status read_stopwords(reader *r, wi_str line, warta_error *error) {
  static const char *const names[] = {WI_STOP_GROUP_NAMES};
  static const sections known = {names, sizeof names / sizeof names[0]};
  return read_section_line(r, &known, line, error);
}

static warta_status read_roles(reader *r, wi_str line, warta_error *error) {
  static const char *const names[] = {WI_ROLE_NAMES};
  static const sections known = {names, sizeof names / sizeof names[0]};
  return read_section_line(r, &known, line, error);
}

static warta_status read_units(reader *r, wi_str line, warta_error *error) {
  static const char *const names[] = {WI_UNIT_NAMES};
  static const sections known = {names, sizeof names / sizeof names[0]};
  return read_section_line(r, &known, line, error);
}

static bool find_licence(wi_str notation, uint64_t *licence) {
#define LICENCE_NOTATION(name, text, flags) text,
  static const char *const notations[] = {WI_LICENCES(LICENCE_NOTATION)};
#undef LICENCE_NOTATION
  for (size_t i = 0; i < sizeof notations / sizeof notations[0]; i++) {
    if (wi_str_equal(notation, wi_str_of(notations[i]))) {
      *licence = UINT64_C(1) << i;
      return true;
    }
  }
  return false;
}

/* "mulai: me- me-kan ber-", "karakter", "-mengkaji" */
static warta_status read_root(reader *r, wi_str line, warta_error *error) {
  wi_str rest = wi_wordlist_content(line);
  wi_str word = wi_str_trim(wi_str_cut(&rest, ':'));
  wi_str notation = {0};
  wi_entry entry = {.takes_away = wi_wordlist_takes_away(&word)};
  while (rest.ptr != NULL && wi_wordlist_word(&rest, &notation)) {
    uint64_t licence = 0;
    if (!find_licence(notation, &licence)) {
      return bad_line(r, "no such way of affixing (dict/README.md lists them)", error);
    }
    entry.root.classes += (entry.root.licences & licence) == 0;
    entry.root.licences |= licence;
  }
  const warta_status status = fold_word(r, &r->word, word, error);
  if (status != WARTA_OK) {
    return status;
  }
  entry.word = wi_buf_str(&r->word);
  return give(r, &entry, error);
}

/* "kemana = mana"; "kalian" alone: the word is its own stem */
static warta_status read_exception(reader *r, wi_str line, warta_error *error) {
  wi_str rest = wi_wordlist_content(line);
  wi_str word = wi_str_trim(wi_str_cut(&rest, '='));
  wi_entry entry = {.takes_away = wi_wordlist_takes_away(&word)};
  warta_status status = fold_word(r, &r->word, word, error);
  if (status == WARTA_OK) {
    status = fold_word(r, &r->value, rest.ptr == NULL ? word : wi_str_trim(rest), error);
  }
  if (status != WARTA_OK) {
    return status;
  }
  entry.word = wi_buf_str(&r->word);
  entry.value = wi_buf_str(&r->value);
  return give(r, &entry, error);
}

void wi_entries_name_list(wi_list_kind kind, warta_error *error) {
  static const char *const names[] = {"stopwords",      "roots", "exceptions", "abbreviations",
                                      "label-patterns", "roles", "units",      "keyword-weights"};
  char detail[sizeof error->detail];
  if (error != NULL && error->message_id == WARTA_MSG_LIST_LINE) {
    snprintf(detail, sizeof detail, "%s: %.70s", names[kind], error->detail);
    wi_status_fail_line(error, WARTA_MSG_LIST_LINE, detail, error->line);
  }
}

void wi_entries_merge_root(wi_root *root, const wi_root *more) {
  for (uint64_t fresh = more->licences & ~root->licences; fresh != 0; fresh &= fresh - 1) {
    root->classes++;
  }
  root->licences |= more->licences;
}

size_t wi_entries_abbreviation_key(char *key, wi_str literal, bool exact) {
  size_t len = 0;
  if (exact) {
    key[len++] = WI_ABBREVIATION_EXACT;
  }
  for (size_t i = 0; i < literal.len; i++) {
    const char c = literal.ptr[i];
    key[len++] = !exact && c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
  }
  return len;
}

/* "Dr. No. dll.$ =No." */
static warta_status read_abbreviations(reader *r, wi_str line, warta_error *error) {
  char key[WI_PACKED_KEY_MAX + 1];
  wi_str word = {0};
  wi_str rest = wi_wordlist_content(line);
  while (wi_wordlist_word(&rest, &word)) {
    wi_entry entry = {.takes_away = wi_wordlist_takes_away(&word)};
    const bool exact = word.len > 0 && word.ptr[0] == WI_ABBREVIATION_EXACT;
    if (exact) {
      word = wi_str_slice(word, 1, word.len);
    }
    if (wi_str_ends(word, WI_STR("$"))) {
      entry.number = WI_ABBREVIATION_ENDS;
      word = wi_str_slice(word, 0, word.len - 1);
    } else if (wi_str_ends(word, WI_STR("+"))) {
      entry.number = WI_ABBREVIATION_NAME;
      word = wi_str_slice(word, 0, word.len - 1);
    }
    if (word.len == 0 || word.len >= WI_PACKED_KEY_MAX) {
      return bad_line(r, word.len == 0 ? "empty entry" : "entry longer than 254 bytes", error);
    }
    if (has_strange_sign(word)) {
      return bad_line(r, "no abbreviation: it holds a bracket or the like", error);
    }
    entry.word = (wi_str){key, wi_entries_abbreviation_key(key, word, exact)};
    const warta_status status = give(r, &entry, error);
    if (status != WARTA_OK) {
      return status;
    }
  }
  return WARTA_OK;
}

static bool is_label_kind(wi_str name) {
  static const char *const names[] = {WI_LABEL_KIND_NAMES};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (wi_str_equal(name, wi_str_of(names[i]))) {
      return true;
    }
  }
  return false;
}

/* "byline line Penulis: *"; a pattern may hold any sign, so '#' is no comment here */
static warta_status read_label(reader *r, wi_str line, warta_error *error) {
  wi_entry entry = {.takes_away = wi_wordlist_takes_away(&line), .pattern = line};
  if (!wi_wordlist_word(&entry.pattern, &entry.word) ||
      !wi_wordlist_word(&entry.pattern, &entry.value)) {
    return bad_line(r, "a pattern needs: kind scope pattern", error);
  }
  entry.pattern = wi_str_trim(entry.pattern);
  if (!is_label_kind(entry.word)) {
    return bad_line(r, "no such kind of label", error);
  }
  if (entry.pattern.len == 0 || entry.pattern.len > UINT16_MAX || entry.value.len > UINT16_MAX) {
    return bad_line(r, entry.pattern.len == 0 ? "no pattern" : "pattern too long", error);
  }
  return give(r, &entry, error);
}

/* "1.234", "-0.567": three digits behind the point, so that it is a whole number of thousandths. */
static bool read_thousandths(wi_str text, int32_t *out) {
  enum { SCALE = 1000, DIGITS = 3, WHOLE_MAX = 1000 };
  const bool is_negative = wi_str_starts(text, WI_STR("-"));
  wi_str rest = wi_str_slice(text, is_negative, text.len);
  const wi_str whole = wi_str_cut(&rest, '.');
  uint32_t units = 0;
  uint32_t parts = 0;
  if (!wi_str_to_u32(whole, &units) || units > WHOLE_MAX || rest.len != DIGITS ||
      !wi_str_to_u32(rest, &parts)) {
    return false;
  }
  *out = (int32_t)(units * SCALE + parts);
  *out = is_negative ? -*out : *out;
  return true;
}

/* "[words]", "alone 1.234" */
static warta_status read_weight(reader *r, wi_str line, warta_error *error) {
  static const char *const names[] = {WI_KEYWORD_SET_NAMES};
  static const sections known = {names, sizeof names / sizeof names[0]};
  wi_str rest = wi_wordlist_content(line);
  wi_str word = {0};
  wi_entry entry = {.number = r->group};
  if (wi_wordlist_section(rest, &word)) {
    return set_group(r, &known, word, error);
  }
  if (!wi_wordlist_word(&rest, &entry.word) || !wi_wordlist_word(&rest, &word) ||
      !read_thousandths(word, &entry.weight)) {
    return bad_line(r, "a weight needs: feature, number with three decimals", error);
  }
  return give(r, &entry, error);
}

static line_fn line_reader(wi_list_kind kind) {
  switch (kind) {
  case WI_LIST_STOPWORDS:
    return read_stopwords;
  case WI_LIST_ROOTS:
    return read_root;
  case WI_LIST_EXCEPTIONS:
    return read_exception;
  case WI_LIST_ABBREVIATIONS:
    return read_abbreviations;
  case WI_LIST_LABEL_PATTERNS:
    return read_label;
  case WI_LIST_ROLES:
    return read_roles;
  case WI_LIST_UNITS:
    return read_units;
  case WI_LIST_KEYWORD_WEIGHTS:
    return read_weight;
  }
  return read_stopwords;
}

/* A list in another character set would be taken in part: words that no text ever holds. Comments
 * too, for a file is in one character set. */
static warta_status check_utf8(wi_str text, warta_error *error) {
  size_t first = 0;
  size_t line = 1;
  if (wi_utf8_count_bad(text, &first) == 0) {
    return WARTA_OK;
  }
  for (size_t i = 0; i < first; i++) {
    line += text.ptr[i] == '\n';
  }
  return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "not UTF-8", line);
}

warta_status wi_entries_read(wi_list_kind kind, wi_str text, wi_entry_fn fn, void *payload,
                             warta_error *error) {
  const line_fn read_line = line_reader(kind);
  reader r = {.list = wi_wordlist_make(text),
              .word = wi_buf_make((size_t)8 * WI_PACKED_KEY_MAX),
              .value = wi_buf_make((size_t)8 * WI_PACKED_KEY_MAX),
              .group = kind == WI_LIST_STOPWORDS ? WARTA_STOP_USER : 0,
              .fn = fn,
              .payload = payload};
  warta_status status = check_utf8(text, error);
  wi_str line = {0};
  while (status == WARTA_OK && wi_wordlist_next(&r.list, &line)) {
    status = read_line(&r, line, error);
  }
  wi_buf_free(&r.word);
  wi_buf_free(&r.value);
  return status;
}
