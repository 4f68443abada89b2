#include "keyword_doubles.h"

#include "mem.h"

enum { WORDS_MAX = 16, SHORTEST_ACRONYM = 2 };

wi_keyword_doubles wi_keyword_doubles_make(void) {
  return (wi_keyword_doubles){.shown = wi_overlap_make(),
                              .terms = wi_overlap_make(),
                              .short_forms = wi_strmap_make(),
                              .words = wi_strmap_make()};
}

void wi_keyword_doubles_reset(wi_keyword_doubles *doubles) {
  wi_overlap_reset(&doubles->shown);
  wi_overlap_reset(&doubles->terms);
  wi_strmap_reset(&doubles->short_forms);
  wi_strmap_reset(&doubles->words);
  doubles->taken = 0;
}

void wi_keyword_doubles_free(wi_keyword_doubles *doubles) {
  wi_overlap_free(&doubles->shown);
  wi_overlap_free(&doubles->terms);
  wi_strmap_free(&doubles->short_forms);
  wi_strmap_free(&doubles->words);
  wi_mem_free(doubles->holders);
}

/* The key tells acronyms from initials: two acronyms, or two phrases with the same initials, are no
 * doubles. */
static wi_str short_key(char *buffer, const wi_keyword_face *face, bool is_acronym) {
  const size_t len = face->initials.len;
  if (len < SHORTEST_ACRONYM || len >= WORDS_MAX) {
    return (wi_str){NULL, 0};
  }
  buffer[0] = is_acronym ? '=' : '~';
  for (size_t i = 0; i < len; i++) {
    buffer[i + 1] = face->initials.ptr[i];
  }
  return (wi_str){buffer, len + 1};
}

static bool is_short_form(const wi_keyword_doubles *doubles, const wi_keyword_face *face) {
  char buffer[WORDS_MAX + 1];
  const wi_str key = short_key(buffer, face, !face->is_acronym);
  return key.len > 0 && wi_strmap_find(&doubles->short_forms, key) != WI_STRMAP_NONE;
}

/* The number of words that the phrase shares with the phrase it shares most with is near enough
 * counted by the last holder of each. */
static bool shares_most(const wi_keyword_doubles *doubles, wi_str terms) {
  uint32_t holder = 0;
  uint32_t shared = 0;
  uint32_t words = 0;
  wi_str rest = terms;
  while (rest.len > 0) {
    const wi_str word = wi_str_cut(&rest, ' ');
    const uint32_t id = wi_strmap_find(&doubles->words, word);
    words++;
    if (id == WI_STRMAP_NONE) {
      continue;
    }
    shared = shared == 0 || doubles->holders[id] == holder ? shared + 1 : 1;
    holder = doubles->holders[id];
  }
  return words > 1 && shared > 1 && shared * 2 > words;
}

bool wi_keyword_doubles_clash(const wi_keyword_doubles *doubles, const wi_keyword_face *face) {
  return wi_overlap_clashes(&doubles->terms, face->terms) ||
         wi_overlap_clashes(&doubles->shown, face->shown) || is_short_form(doubles, face) ||
         shares_most(doubles, face->terms);
}

static bool add_words(wi_keyword_doubles *doubles, wi_str terms) {
  wi_str rest = terms;
  while (rest.len > 0) {
    uint32_t id = 0;
    const wi_str word = wi_str_cut(&rest, ' ');
    if (!wi_mem_grow(&doubles->holders, &doubles->holder_capacity, doubles->words.count,
                     sizeof *doubles->holders) ||
        !wi_strmap_add(&doubles->words, word, &id)) {
      return false;
    }
    doubles->holders[id] = doubles->taken;
  }
  doubles->taken++;
  return true;
}

bool wi_keyword_doubles_add(wi_keyword_doubles *doubles, const wi_keyword_face *face) {
  char buffer[WORDS_MAX + 1];
  uint32_t id = 0;
  const wi_str key = short_key(buffer, face, face->is_acronym);
  if (key.len > 0 && !wi_strmap_add(&doubles->short_forms, key, &id)) {
    return false;
  }
  return wi_overlap_add(&doubles->shown, face->shown) &&
         wi_overlap_add(&doubles->terms, face->terms) && add_words(doubles, face->terms);
}
