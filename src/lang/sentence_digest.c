#include "sentence_digest.h"

#include <stdbool.h>

#include "token_shape.h"

enum {
  HEADLINE_MIN = 4, /* tokens of a headline */
  HEADLINE_MAX = 22,
  SENTENCE_MIN = 6, /* and of the sentence behind it */
  LETTERS_MAX = 8, /* of an acronym */
  ROLES_MAX = 4,
  SAME_MIN = 2 /* letters that a clipped name shares with its long form: Kejagung, Kejaksaan */
};

/* Words that stand before a name and belong to it. */
static const char *const roles[] = {
    "presiden", "wakil",  "ketua",   "menteri",  "gubernur",    "bupati",   "wali",     "kota",
    "kepala",   "mantan", "anggota", "direktur", "sekretaris",  "jenderal", "utama",    "umum",
    "juru",     "bicara", "kapolri", "panglima", "koordinator", "pelatih",  "penyerang"};

typedef struct item {
  const wi_token *tokens;
  size_t headline; /* its first token */
  size_t last;
  wi_str text;
} item;

static wi_str word_at(const item *in, size_t i) {
  return wi_token_str(in->text, &in->tokens[i]);
}

static bool is_sign(const item *in, size_t i, char sign) {
  return in->tokens[i].end == in->tokens[i].start + 1 && in->text.ptr[in->tokens[i].start] == sign;
}

static bool is_capital(const item *in, size_t i) {
  return (in->tokens[i].flags & WARTA_TOKEN_CAPITALISED) != 0;
}

static char small(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* The letters between brackets, (DPP PKB) -> DPPPKB; 0 if they are not all capitals. */
static size_t read_letters(const item *in, size_t bracket, char *letters) {
  size_t count = 0;
  for (size_t i = bracket + 1; i < in->last && !is_sign(in, i, ')'); i++) {
    const wi_str word = word_at(in, i);
    for (size_t k = 0; k < word.len; k++) {
      if (word.ptr[k] < 'A' || word.ptr[k] > 'Z' || count == LETTERS_MAX) {
        return 0;
      }
      letters[count++] = small(word.ptr[k]);
    }
  }
  return count;
}

/* Where the long form begins whose initials the brackets hold: Komisi Pemberantasan Korupsi (KPK)
 */
static size_t long_form_of_letters(const item *in, size_t bracket) {
  char letters[LETTERS_MAX];
  const size_t count = read_letters(in, bracket, letters);
  if (count < 2 || bracket < in->headline + HEADLINE_MIN + count) {
    return 0;
  }
  for (size_t k = 0; k < count; k++) {
    if (small(word_at(in, bracket - count + k).ptr[0]) != letters[k]) {
      return 0;
    }
  }
  return bracket - count;
}

/* Kejaksaan Agung (Kejagung): the first capitalised word before the brackets that begins alike. */
static size_t long_form_of_clip(const item *in, size_t bracket) {
  const wi_str clip = word_at(in, in->headline);
  size_t found = 0;
  for (size_t i = bracket - 1; i > in->headline + HEADLINE_MIN && is_capital(in, i); i--) {
    const wi_str word = word_at(in, i);
    size_t same = 0;
    while (same < word.len && same < clip.len && small(word.ptr[same]) == small(clip.ptr[same])) {
      same++;
    }
    found = same >= SAME_MIN ? i : found;
  }
  return found;
}

/* Presiden Prabowo, Ketua Komisi VII: back over the office before the name. */
static size_t before_roles(const item *in, size_t name) {
  size_t start = name;
  while (start > in->headline + HEADLINE_MIN && name - start < ROLES_MAX &&
         is_capital(in, start - 1) &&
         wi_token_in(word_at(in, start - 1), roles, sizeof roles / sizeof roles[0])) {
    start--;
  }
  return start;
}

static size_t find_sentence(const item *in) {
  const wi_str subject = word_at(in, in->headline);
  for (size_t i = in->headline + HEADLINE_MIN; i < in->last && i <= in->headline + HEADLINE_MAX;
       i++) {
    if (is_sign(in, i, '.') || is_sign(in, i, '?')) {
      return 0;
    }
    if (!wi_str_equal(word_at(in, i), subject)) {
      continue;
    }
    if (!is_sign(in, i - 1, '(')) {
      return before_roles(in, i);
    }
    const size_t form = long_form_of_letters(in, i - 1);
    return form > 0 ? form : long_form_of_clip(in, i - 1);
  }
  return 0;
}

size_t wi_digest_split(const wi_token_array *tokens, size_t first, size_t last, wi_str text) {
  const item in = {tokens->items, first + 2, last, text};
  if (first + 2 + HEADLINE_MIN + SENTENCE_MIN > last ||
      tokens->items[first].type != WARTA_TOKEN_NUMBER || !is_sign(&in, first + 1, '.') ||
      !is_capital(&in, in.headline)) {
    return 0;
  }
  const size_t found = find_sentence(&in);
  return found > 0 && is_capital(&in, found) && found + SENTENCE_MIN <= last ? found : 0;
}
