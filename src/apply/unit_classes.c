#include "unit_classes.h"

#include <stddef.h>

#include "mem.h"

/* How a term is written where its place asks for no capital. */
typedef struct term_case {
  uint32_t capital;
  uint32_t small;
} term_case;

/* A sentence all of whose words are capitalised says nothing of names: a headline set as text, or
 * shouting. Shorter ones are left alone. */
enum { SHOUTED_WORDS = 4 };

static bool is_ascii_letter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Two letters at least, or letters and digits (B20, 5G). */
static bool has_letters(wi_str text) {
  size_t letters = 0;
  bool digit = false;
  for (size_t i = 0; i < text.len; i++) {
    const unsigned char byte = (unsigned char)text.ptr[i];
    /* Lead bytes of two and more: near enough to letters beyond ASCII. */
    letters += is_ascii_letter(byte) || byte >= 0xC3;
    digit = digit || (byte >= '0' && byte <= '9');
  }
  return letters >= 2 || (letters == 1 && digit);
}

static bool is_word_type(uint8_t type) {
  return type == WARTA_TOKEN_WORD || type == WARTA_TOKEN_REDUPLICATION ||
         type == WARTA_TOKEN_HYPHENATED || type == WARTA_TOKEN_ACRONYM;
}

static wi_str unit_text(const warta_document *document, const wi_unit *unit) {
  return wi_str_slice(document->text, unit->start, unit->end);
}

static bool is_body(const warta_document *document, const wi_unit *unit) {
  return unit->sentence != WARTA_NO_SENTENCE &&
         document->sentences[unit->sentence].kind == WARTA_SENTENCE_BODY;
}

/* An opening quote or a colon asks for a capital as the beginning of a sentence does. */
static bool asks_capital(wi_str mark) {
  return wi_str_starts(mark, WI_STR("\"")) || wi_str_starts(mark, WI_STR("'")) ||
         wi_str_starts(mark, WI_STR(":")) || wi_str_starts(mark, WI_STR("\xE2\x80\x9C")) ||
         wi_str_starts(mark, WI_STR("\xE2\x80\x98"));
}

static bool stands_first(const warta_document *document, size_t index) {
  const wi_unit *unit = &document->units[index];
  if (unit->flags & WARTA_TOKEN_SENTENCE_START) {
    return true;
  }
  return index > 0 && document->units[index - 1].term == WI_NO_TERM &&
         asks_capital(unit_text(document, &document->units[index - 1]));
}

static bool is_shouted(const warta_document *document, const wi_sentence *sentence) {
  uint32_t words = 0;
  for (uint32_t i = sentence->first; i < sentence->last; i++) {
    const wi_unit *unit = &document->units[i];
    if (!is_word_type(unit->type)) {
      continue;
    }
    if (!(unit->flags & WARTA_TOKEN_CAPITALISED)) {
      return false;
    }
    words++;
  }
  return words >= SHOUTED_WORDS;
}

static void count_cases(const warta_document *document, term_case *cases) {
  for (size_t i = 0; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->term == WI_NO_TERM || !is_body(document, unit) || stands_first(document, i)) {
      continue;
    }
    if (unit->flags & WARTA_TOKEN_CAPITALISED) {
      cases[unit->term].capital++;
    } else {
      cases[unit->term].small++;
    }
  }
}

/* Capitals that only the place asks for count if the word is a name elsewhere in the article. */
static bool is_name(const warta_document *document, const term_case *cases, size_t index) {
  const wi_unit *unit = &document->units[index];
  if (!(unit->flags & WARTA_TOKEN_CAPITALISED)) {
    return false;
  }
  if ((unit->flags & WARTA_TOKEN_ALL_CAPS) || !stands_first(document, index)) {
    return true;
  }
  return cases[unit->term].capital > cases[unit->term].small;
}

static void mark_words(const warta_document *document, const term_case *cases,
                       wi_unit_role *roles) {
  for (size_t i = 0; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (!wi_document_is_content(document, unit) || !is_word_type(unit->type) ||
        !has_letters(unit_text(document, unit))) {
      continue;
    }
    roles[i].kind = WI_UNIT_CONTENT;
    roles[i].is_name = is_body(document, unit) && is_name(document, cases, i);
  }
  for (size_t s = 0; s < document->sentence_count; s++) {
    const wi_sentence *sentence = &document->sentences[s];
    if (!is_shouted(document, sentence)) {
      continue;
    }
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
      roles[i].is_name = false;
    }
  }
}

/* English names hold them between capitals: Bridge for Cities, Mold and Dies. */
static bool is_link(wi_str word) {
  static const wi_str LINKS[] = {{"of", 2}, {"for", 3}, {"and", 3}, {"the", 3}, {"de", 2}};
  for (size_t i = 0; i < sizeof LINKS / sizeof LINKS[0]; i++) {
    if (wi_str_equal(word, LINKS[i])) {
      return true;
    }
  }
  return false;
}

/* "dan" joins two names (Indonesia dan Jepang) or stands within one (Kementerian Kelautan dan
 * Perikanan). Within one, ordinary words stand at its sides, and the left one is not the first. */
static bool joins_within_name(const warta_document *document, const wi_unit_role *roles, size_t i) {
  wi_root root;
  if (i < 2 || roles[i - 2].kind != WI_UNIT_CONTENT || !roles[i - 2].is_name) {
    return false;
  }
  for (size_t side = i - 1; side <= i + 1; side += 2) {
    const wi_unit *unit = &document->units[side];
    if (unit->type == WARTA_TOKEN_ACRONYM ||
        !wi_dictionary_root(document->analyzer->dictionary,
                            wi_document_term_text(document, unit->term), &root)) {
      return false;
    }
  }
  return true;
}

static bool is_named(const wi_unit_role *role) {
  return role->kind == WI_UNIT_CONTENT && role->is_name;
}

static void mark_between(const warta_document *document, wi_unit_role *roles) {
  for (size_t i = 1; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (roles[i].kind != WI_UNIT_BREAK || unit->term == WI_NO_TERM || !is_named(&roles[i - 1]) ||
        unit->sentence != document->units[i - 1].sentence) {
      continue;
    }
    if (unit->type == WARTA_TOKEN_NUMBER) {
      roles[i] = (wi_unit_role){WI_UNIT_TAIL, true};
      continue;
    }
    if (i + 1 == document->unit_count || !is_named(&roles[i + 1])) {
      continue;
    }
    const wi_str word = unit_text(document, unit);
    if (is_link(word) ||
        (wi_str_equal(word, WI_STR("dan")) && joins_within_name(document, roles, i))) {
      roles[i] = (wi_unit_role){WI_UNIT_LINK, true};
    }
  }
}

wi_unit_role *wi_unit_roles_make(const warta_document *document) {
  wi_unit_role *roles = wi_mem_new(document->unit_count, sizeof *roles);
  term_case *cases = wi_mem_new(document->terms.count, sizeof *cases);
  if (roles == NULL || cases == NULL) {
    wi_mem_free(roles);
    wi_mem_free(cases);
    return NULL;
  }
  count_cases(document, cases);
  mark_words(document, cases, roles);
  mark_between(document, roles);
  wi_mem_free(cases);
  return roles;
}
