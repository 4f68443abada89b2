#include "stem.h"

#include <string.h>

#include <libstemmer.h>

#include "analyses.h"
#include "doubling.h"
#include "mem.h"
#include "status.h"
#include "stem_data.h"
#include "stem_respell.h"

/* Letters that the half of a doubling has at least, and that of a pair: a shorter one is a prefix
 * (non-migas). */
enum { HALF_MIN = 3, PAIR_MIN = 4 };

warta_status wi_stemmer_open(wi_stemmer **out, const wi_dictionary *dictionary, warta_stemmer kind,
                             warta_error *error) {
  *out = NULL;
  wi_stemmer *s = wi_mem_new(1, sizeof *s);
  if (s == NULL) {
    return wi_status_no_memory(error);
  }
  s->dictionary = dictionary;
  s->kind = kind;
  if (kind == WARTA_STEMMER_SNOWBALL) {
    s->snowball = sb_stemmer_new("indonesian", "UTF_8");
    if (s->snowball == NULL) {
      wi_stemmer_free(s);
      return wi_status_no_memory(error);
    }
  }
  *out = s;
  return WARTA_OK;
}

void wi_stemmer_free(wi_stemmer *stemmer) {
  if (stemmer == NULL) {
    return;
  }
  sb_stemmer_delete(stemmer->snowball);
  wi_mem_free(stemmer->rows);
  wi_mem_free(stemmer);
}

static warta_status stem_snowball(wi_stemmer *s, wi_str word, wi_stem_result *out,
                                  warta_error *error) {
  if (word.len > INT32_MAX / 2) {
    out->rule = WI_RULE_TOO_LONG; /* Snowball counts in int */
    return WARTA_OK;
  }
  const sb_symbol *stem = sb_stemmer_stem(s->snowball, (const sb_symbol *)word.ptr, (int)word.len);
  if (stem == NULL) {
    return wi_status_no_memory(error);
  }
  out->stem = (wi_str){(const char *)stem, (size_t)sb_stemmer_length(s->snowball)};
  out->how = WARTA_STEM_SNOWBALL;
  out->rule = WI_RULE_SNOWBALL;
  return WARTA_OK;
}

/* A root may itself have a stem: the bound form lajar of belajar is ajar. */
static wi_str settle_root(const wi_dictionary *dictionary, wi_str root) {
  wi_str stem = {0};
  return wi_dictionary_exception(dictionary, root, &stem) ? stem : root;
}

static void take(wi_stemmer *s, const wi_analysis *a, wi_stem_rule rule, wi_stem_result *out) {
  if (a->letter != 0) {
    s->covered = s->word[a->start];
    s->word[a->start] = a->letter;
  }
  s->chosen = a;
  out->stem = (wi_str){s->word + a->start, (size_t)(a->end - a->start)};
  out->how = rule == WI_RULE_CAUTIOUS ? WARTA_STEM_RULE : WARTA_STEM_ROOT;
  out->rule = (uint8_t)rule;
  wi_str stem = {0};
  if (rule != WI_RULE_CAUTIOUS && wi_dictionary_exception(s->dictionary, out->stem, &stem)) {
    out->stem = stem; /* a bound form: lajar of belajar is ajar */
    out->rule = WI_RULE_BOUND;
  }
}

static wi_proof proof_for(wi_stem_case context) {
  switch (context) {
  case WI_CASE_LOWER:
    return WI_PROOF_ANY;
  case WI_CASE_START:
    return WI_PROOF_START;
  case WI_CASE_NAME:
  case WI_CASE_ALL_CAPS:
    return WI_PROOF_NAME;
  }
  return WI_PROOF_NAME;
}

/* Finds the analyses of a text that stands for the word, and takes the best if the root's entry
 * allows it. The analyses are of s->word, so the text is put there. */
static bool take_instead(wi_stemmer *s, wi_str text, wi_stem_rule rule, wi_stem_result *out) {
  memmove(s->word, text.ptr, text.len);
  s->taken_len = text.len;
  wi_analyses_find(&s->analyses, s->dictionary, text);
  const wi_analysis *best = wi_analyses_best(&s->analyses, WI_PROOF_LICENCE);
  if (best == NULL || wi_analysis_is_word(best)) {
    return false;
  }
  take(s, best, rule, out);
  return true;
}

/* The preposition di written together with its noun: dihadapan is di hadapan. */
static bool take_behind_di(wi_stemmer *s, wi_str word, wi_stem_result *out) {
  return wi_str_starts(word, WI_STR("di")) &&
         take_instead(s, wi_str_slice(word, 2, word.len), WI_RULE_PREPOSITION, out);
}

static bool take_respelt(wi_stemmer *s, wi_str word, wi_stem_result *out) {
  char text[WI_ANALYSES_WORD_MAX + WI_RESPELL_MORE];
  for (uint32_t i = 0; i < wi_respell_count(); i++) {
    const size_t len = wi_respell(text, word, i);
    if (len > 0 && len <= WI_ANALYSES_WORD_MAX &&
        take_instead(s, (wi_str){text, len}, WI_RULE_RESPELT, out)) {
      return true;
    }
  }
  return false;
}

/* What a small word without a good analysis may stand for. */
static bool take_meant(wi_stemmer *s, wi_str word, wi_stem_result *out) {
  char original[WI_ANALYSES_WORD_MAX];
  if (!wi_respell_may(word)) {
    return false;
  }
  memcpy(original, word.ptr, word.len);
  const wi_str copy = {original, word.len};
  if (take_behind_di(s, copy, out) || take_respelt(s, copy, out)) {
    return true;
  }
  memcpy(s->word, original, word.len);
  s->taken_len = word.len;
  wi_analyses_find(&s->analyses, s->dictionary, word);
  return false;
}

/* menyalonkan might be of salon, but calon is meant: an analysis that no entry allows and that
 * scores ill gives way to a common misspelling of one that an entry allows. */
static bool is_doubtful(const wi_analysis *a) {
  return !a->licensed && a->score < 0;
}

/* A word without hyphen. Capitals ask for more proof: a name is cut only if a root's own entry
 * allows this very form; at a sentence start a bare suffix that is not licensed must score well,
 * and the cautious rules for unknown roots are off. */
static void stem_plain(wi_stemmer *s, size_t len, wi_stem_case context, wi_stem_result *out) {
  const bool is_name = context == WI_CASE_NAME || context == WI_CASE_ALL_CAPS;
  const wi_str word = {s->word, len};
  s->taken_len = len;
  wi_analyses_find(&s->analyses, s->dictionary, word);
  const wi_analysis *best = wi_analyses_best(&s->analyses, proof_for(context));
  if (best == NULL && out->rule != WI_RULE_HYPHEN) {
    out->rule = is_name ? WI_RULE_NAME : WI_RULE_NO_ANALYSIS;
  }
  if (context == WI_CASE_LOWER && (best == NULL || is_doubtful(best)) && take_meant(s, word, out)) {
    return;
  }
  /* Looking for another meaning has found the analyses anew, in the same places. */
  if (best != NULL) {
    take(s, best, is_name ? WI_RULE_LICENCE : WI_RULE_SCORE, out);
  } else if (context == WI_CASE_LOWER) {
    wi_analyses_propose(&s->analyses, s->dictionary, word);
    if (s->analyses.has_unknown) {
      take(s, &s->analyses.unknown, WI_RULE_CAUTIOUS, out);
    }
  }
}

static void copy_word(wi_stemmer *s, wi_str word) {
  memcpy(s->word, word.ptr, word.len);
}

/* PPh-nya, anak-Mu: what stands behind the hyphen is a clitic or a suffix. */
static bool is_hyphen_suffix(wi_str text) {
  static const char *const suffixes[] = {"nya", "ku",  "mu", "lah", "kah",
                                         "pun", "kan", "an", "i",   "nyalah"};
  for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
    if (wi_str_equal(text, wi_str_of(suffixes[i]))) {
      return true;
    }
  }
  return false;
}

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/* What stands behind the last hyphen, with the word before it in *rest. */
static wi_str cut_last(wi_str word, wi_str *rest) {
  for (size_t i = word.len; i > 0; i--) {
    if (word.ptr[i - 1] == '-') {
      *rest = wi_str_slice(word, 0, i - 1);
      return wi_str_slice(word, i, word.len);
    }
  }
  return (wi_str){0};
}

/* Takes hyphenated affixes off both ends: di-PHK-kan -> phk, ke-Indonesia-an -> indonesia. Numbers
 * keep theirs but -nya: ke-20, 1990-an. */
static wi_str strip_hyphenated(wi_str word) {
  wi_str rest = {0};
  const wi_str suffix = cut_last(word, &rest);
  const bool is_an = wi_str_equal(suffix, WI_STR("an"));
  if (rest.len > 0 && is_hyphen_suffix(suffix) &&
      (!is_digit(rest.ptr[rest.len - 1]) || wi_str_equal(suffix, WI_STR("nya")))) {
    word = rest;
  }
  rest = word;
  const wi_str prefix = wi_str_cut(&rest, '-');
  if (rest.len > 1 && !is_digit(rest.ptr[0]) &&
      (wi_affix_is_hyphen_prefix(prefix) || (is_an && wi_str_equal(prefix, WI_STR("ke"))))) {
    word = rest;
  }
  return word;
}

/* The word without the clitic of the table that it ends in. `letters`: those that the clitics end
 * in; most words are told by them at once. */
static wi_str strip_clitic(wi_str word, const wi_str *clitics, const char letters[2]) {
  const char last = word.len == 0 ? '\0' : word.ptr[word.len - 1];
  if (last != letters[0] && last != letters[1]) {
    return word;
  }
  for (size_t i = 0; clitics[i].len > 0; i++) {
    if (wi_str_ends(word, clitics[i])) {
      return wi_str_slice(word, 0, word.len - clitics[i].len);
    }
  }
  return word;
}

static wi_str strip_clitics(wi_str word) {
  return strip_clitic(strip_clitic(word, wi_affix_particles, "hn"), wi_affix_possessives, "au");
}

/* An exception of the word, or of the word without its clitics: perangkatnya. */
static bool find_exception(const wi_dictionary *dictionary, wi_str word, wi_str *stem) {
  if (wi_dictionary_exception(dictionary, word, stem)) {
    return true;
  }
  const wi_str bare = strip_clitics(word);
  return bare.len < word.len && wi_dictionary_exception(dictionary, bare, stem);
}

static void stem_core(wi_stemmer *s, wi_str word, wi_stem_case context, wi_stem_result *out);

/* A pair written with a hyphen that the list has as one word: jual-beli, bertanggung-jawab. */
static bool take_closed(wi_stemmer *s, wi_str word, wi_stem_result *out) {
  char text[WI_ANALYSES_WORD_MAX];
  wi_root root = {0};
  wi_str right = word;
  const wi_str left = wi_str_cut(&right, '-');
  if (left.len < PAIR_MIN || right.len < PAIR_MIN) {
    return false;
  }
  memcpy(text, left.ptr, left.len);
  memcpy(text + left.len, right.ptr, right.len);
  const wi_str closed = {text, left.len + right.len};
  if (!wi_dictionary_root(s->dictionary, closed, &root)) {
    return take_instead(s, closed, WI_RULE_RESPELT, out);
  }
  copy_word(s, closed);
  *out = (wi_stem_result){{s->word, closed.len}, WARTA_STEM_ROOT, WI_RULE_RESPELT};
  return true;
}

/* Affixes round a pair: the root is listed with its hyphen (diombang-ambingkan) or without. */
static void stem_pair(wi_stemmer *s, wi_str word, wi_stem_case context, wi_stem_result *out) {
  const bool is_name = context == WI_CASE_NAME || context == WI_CASE_ALL_CAPS;
  if (!is_name && take_closed(s, word, out)) {
    return;
  }
  copy_word(s, word);
  s->taken_len = word.len;
  wi_analyses_find(&s->analyses, s->dictionary, word);
  const wi_analysis *best = wi_analyses_best(&s->analyses, proof_for(context));
  if (best != NULL) {
    take(s, best, is_name ? WI_RULE_LICENCE : WI_RULE_SCORE, out);
  }
}

/* band-band, ormas-ormas: a doubling is of its half, known or not; Lin-Lin is a name. */
static void take_half(wi_str word, wi_stem_case context, wi_stem_result *out) {
  wi_str right = word;
  const wi_str left = wi_str_cut(&right, '-');
  if (context != WI_CASE_NAME && left.len >= HALF_MIN && wi_str_equal(left, right)) {
    *out = (wi_stem_result){left, WARTA_STEM_RULE, WI_RULE_HALF};
  }
}

static void stem_hyphenated(wi_stemmer *s, wi_str word, wi_stem_case context, wi_stem_result *out) {
  wi_root root = {0};
  const bool is_word = wi_dictionary_root(s->dictionary, word, &root);
  const wi_str whole = is_word ? word : strip_clitics(word);
  const bool is_root = is_word || wi_dictionary_root(s->dictionary, whole, &root);
  const wi_str joined = wi_doubling_join(s->word, s->dictionary, word);
  if (joined.len > 0) {
    stem_core(s, joined, context, out);
    if (out->how == WARTA_STEM_UNCHANGED && !is_root) {
      take_half(word, context, out);
    }
    if (!is_root || (out->how != WARTA_STEM_UNCHANGED && out->how != WARTA_STEM_RULE)) {
      return;
    }
  }
  if (is_root) {
    *out = (wi_stem_result){settle_root(s->dictionary, whole), WARTA_STEM_ROOT, WI_RULE_WHOLE};
    return;
  }
  const wi_str bare = strip_hyphenated(word);
  if (bare.len == word.len) {
    if (joined.len == 0) {
      stem_pair(s, word, context, out);
    }
    return;
  }
  *out = (wi_stem_result){bare, WARTA_STEM_RULE, WI_RULE_HYPHEN};
  const bool is_single = memchr(bare.ptr, '-', bare.len) == NULL;
  const wi_str core = is_single ? bare : wi_doubling_join(s->word, s->dictionary, bare);
  if (context != WI_CASE_ALL_CAPS && core.len > 0) {
    stem_core(s, core, context == WI_CASE_LOWER ? WI_CASE_START : context, out);
  }
}

/* A word that has no exception; the stem is a part of it, of s->word, or of the dictionary. */
static void stem_core(wi_stemmer *s, wi_str word, wi_stem_case context, wi_stem_result *out) {
  wi_str stem = {0};
  if (find_exception(s->dictionary, word, &stem)) {
    *out = (wi_stem_result){stem, WARTA_STEM_EXCEPTION, WI_RULE_EXCEPTION};
    return;
  }
  if (word.ptr != s->word) {
    copy_word(s, word);
  }
  stem_plain(s, word.len, context, out);
}

warta_status wi_stemmer_stem(wi_stemmer *stemmer, wi_str word, wi_stem_case context,
                             wi_stem_result *out, warta_error *error) {
  *out = (wi_stem_result){word, WARTA_STEM_UNCHANGED, WI_RULE_NONE};
  stemmer->taken_len = 0;
  stemmer->chosen = NULL;
  if (stemmer->kind == WARTA_STEMMER_NONE || word.len == 0) {
    out->rule = stemmer->kind == WARTA_STEMMER_NONE ? WI_RULE_NONE : WI_RULE_NO_ANALYSIS;
    return WARTA_OK;
  }
  if (stemmer->kind == WARTA_STEMMER_SNOWBALL) {
    return stem_snowball(stemmer, word, out, error);
  }
  wi_str stem = {0};
  out->rule = word.len <= WI_ANALYSES_WORD_MAX ? WI_RULE_NO_ANALYSIS : WI_RULE_TOO_LONG;
  if (word.len <= WI_ANALYSES_WORD_MAX && memchr(word.ptr, '-', word.len) == NULL) {
    stem_core(stemmer, word, context, out);
  } else if (wi_dictionary_exception(stemmer->dictionary, word, &stem)) {
    *out = (wi_stem_result){stem, WARTA_STEM_EXCEPTION, WI_RULE_EXCEPTION};
  } else if (word.len <= WI_ANALYSES_WORD_MAX) {
    stem_hyphenated(stemmer, word, context, out);
  }
  return WARTA_OK;
}
