#include "stem_score.h"

#include <string.h>

#include "affix.h"
#include "dictionary_format.h"

enum { CLASSES_MAX = 32 };

/* In hundredths. A root with many affix classes is a common root: its square root counts, so that
 * ukur (with classes) beats kukur (without) in mengukur. */
typedef struct wi_weights {
  int32_t headword; /* the word itself is a root */
  int32_t clitic; /* only clitics taken off */
  int32_t licensed; /* the root's entry allows this company */
  int32_t no_classes; /* affixes taken off a root that takes none */
  int32_t confix; /* ke-...-an and the like */
  int32_t letters2; /* roots of two and three letters */
  int32_t letters3;
  int32_t kept;
  int32_t agent;
  int32_t menge;
  int32_t menge_long; /* menge- before more than one syllable */
  int32_t spelt;
  int32_t base; /* a prefix taken off a listed base: ragam in penyeragaman, which is of seragam */
  int32_t question; /* -kah */
  int32_t archaic; /* -tah, which ends names today */
  int32_t even; /* -pun */
  int32_t prefix; /* each prefix */
  int32_t suffix;
  int32_t bare_suffix; /* a suffix without prefix that is not licensed */
  int32_t bare_i; /* the same for -i */
  int32_t command; /* se-...-kan, ke-...-kan: me- left out in a command */
  int32_t person; /* -ku and -mu, which end many words by chance */
  int32_t k_before_an; /* -k + -an where -kan is as likely: tarik-an, tari-kan */
  int32_t bare_ke; /* ke- without -an that is not licensed: kebon */
  int32_t bare_ku; /* ku- the same */
} wi_weights;

static const wi_weights weights = {
    .headword = 475,
    .clitic = 425,
    .licensed = 300,
    .no_classes = -100,
    .confix = -40,
    .letters2 = -400,
    .letters3 = -200,
    .kept = 250,
    .agent = -250,
    .menge = 200,
    .menge_long = -300,
    .spelt = -400,
    .base = -600,
    .question = -250,
    .archaic = -500,
    .even = -100,
    .prefix = -30,
    .suffix = -20,
    .bare_suffix = 25,
    .bare_i = -200,
    .command = -150,
    .person = -200,
    .k_before_an = -100,
    .bare_ke = -300,
    .bare_ku = -450,
};

/* 100 * sqrt(n) */
static const int16_t square_roots[CLASSES_MAX + 1] = {
    0,   100, 141, 173, 200, 224, 245, 265, 283, 300, 316, 332, 346, 361, 374, 387, 400,
    412, 424, 436, 447, 458, 469, 480, 490, 500, 510, 520, 529, 539, 548, 557, 566};

uint32_t wi_score_root_vowels(const wi_analysis *analysis, wi_str word) {
  uint32_t vowels = 0;
  for (size_t i = analysis->start; i < analysis->end; i++) {
    vowels += wi_affix_is_vowel(word.ptr[i]);
  }
  return vowels;
}

static bool is_se_nya(const wi_analysis *a) {
  return wi_affix_sequence(a->sequence)->prefix == WI_PREFIX_SE &&
         wi_affix_possessives[a->possessive].len > 0;
}

bool wi_score_is_licensed(const wi_analysis *a) {
  uint64_t allowed = wi_affix_sequence(a->sequence)->with[a->suffix].licences;
  if (a->sequence == 0 && a->suffix == WI_SUFFIX_NONE) {
    return a->root.classes > 0; /* clitics go with any word that takes affixes at all */
  }
  if (is_se_nya(a)) {
    allowed |= WI_LICENCE(SE_NYA);
  }
  return (a->root.licences & allowed) != 0;
}

bool wi_analysis_is_word(const wi_analysis *analysis) {
  return analysis->sequence == 0 && analysis->suffix == WI_SUFFIX_NONE &&
         wi_affix_possessives[analysis->possessive].len == 0 &&
         wi_affix_particles[analysis->particle].len == 0;
}

/* selaraskan, kesampingkan: the stem of menyelaraskan, mengesampingkan. */
static bool is_command(const wi_analysis *a) {
  const uint8_t prefix = wi_affix_sequence(a->sequence)->prefix;
  return wi_affix_sequence(a->sequence)->parent == 0 &&
         (prefix == WI_PREFIX_SE || prefix == WI_PREFIX_KE) &&
         (a->suffix == WI_SUFFIX_KAN || (a->suffix == WI_SUFFIX_I && prefix == WI_PREFIX_SE));
}

/* ke- and ke-se- without -an stand before numbers: kedua, kesepuluh. */
static bool is_bare_ke(const wi_analysis *a) {
  const wi_sequence *sequence = wi_affix_sequence(a->sequence);
  const wi_sequence *outer = wi_affix_sequence(sequence->parent);
  const bool is_ke =
      sequence->parent == 0
          ? sequence->prefix == WI_PREFIX_KE
          : sequence->prefix == WI_PREFIX_SE && outer->parent == 0 && outer->prefix == WI_PREFIX_KE;
  return is_ke && a->suffix == WI_SUFFIX_NONE && wi_affix_possessives[a->possessive].len == 0;
}

/* kurawa, kusumo, kaukasus: ku- and kau- begin more names than verbs. */
static bool is_bare_ku(const wi_analysis *a) {
  return a->suffix == WI_SUFFIX_NONE && wi_affix_sequence(a->sequence)->prefix == WI_PREFIX_KU;
}

/* Only where a rival -kan is possible: ke-kompak-an has none. */
bool wi_score_is_k_before_an(const wi_analysis *a, wi_str word) {
  const wi_company *rival = &wi_affix_sequence(a->sequence)->with[WI_SUFFIX_KAN];
  return a->suffix == WI_SUFFIX_AN && word.ptr[a->end - 1] == 'k' &&
         rival->unknown != WI_CAUTION_NEVER;
}

/* ber-...-an and per-...-an are common, and -kan is not: ber-desak-an, per-tapak-an. */
static bool is_torn_k(const wi_analysis *a, wi_str word) {
  const uint8_t prefix = wi_affix_sequence(a->sequence)->prefix;
  return prefix != WI_PREFIX_BER && prefix != WI_PREFIX_PER && wi_score_is_k_before_an(a, word);
}

/* Affixes of a common word end many others by chance: -kah in langkah, -pun in rumpun. */
static int32_t score_particle(const wi_analysis *a) {
  const wi_str particle = wi_affix_particles[a->particle];
  if (particle.len == 0 || particle.ptr[0] == 'l') {
    return 0;
  }
  if (particle.ptr[0] == 't') {
    return weights.archaic;
  }
  return particle.ptr[0] == 'p' ? weights.even : weights.question;
}

static int32_t score_oddity(const wi_analysis *a, wi_str word) {
  switch ((wi_oddity)a->oddity) {
  case WI_ODDITY_NONE:
    return 0;
  case WI_ODDITY_KEPT:
    return weights.kept;
  case WI_ODDITY_AGENT:
    return weights.agent;
  case WI_ODDITY_MENGE:
    return wi_score_root_vowels(a, word) > 1 ? weights.menge_long : weights.menge;
  case WI_ODDITY_SPELT:
    return weights.spelt;
  }
  return 0;
}

/* The score, and its terms where they are asked for. */
typedef struct sum {
  int32_t total;
  int32_t *terms; /* by wi_term, or NULL */
} sum;

static void add(sum *to, wi_term term, int32_t value) {
  to->total += value;
  if (to->terms != NULL) {
    to->terms[term] += value;
  }
}

/* A bare -i that no entry licenses ends names, not commands: hasani, israeli, gazali. */
static int32_t score_bare_suffix(const wi_analysis *a) {
  if (a->sequence != 0 || a->suffix == WI_SUFFIX_NONE) {
    return 0;
  }
  return a->suffix == WI_SUFFIX_I ? weights.bare_i : weights.bare_suffix;
}

static void add_affixes(const wi_analysis *a, wi_str word, uint32_t prefixes, sum *to) {
  const bool has_suffix = a->suffix != WI_SUFFIX_NONE;
  const bool is_confix = wi_affix_sequence(a->sequence)->with[a->suffix].confix || is_se_nya(a);
  add(to, WI_TERM_BASE, a->has_base ? weights.base : 0);
  add(to, WI_TERM_SHAPE, score_oddity(a, word));
  add(to, WI_TERM_PREFIXES, weights.prefix * (int32_t)prefixes);
  add(to, WI_TERM_LICENSED, a->licensed ? weights.licensed : 0);
  add(to, WI_TERM_NO_CLASSES, a->root.classes == 0 ? weights.no_classes : 0);
  add(to, WI_TERM_CONFIX, is_confix ? weights.confix : 0);
  add(to, WI_TERM_SUFFIX, has_suffix ? weights.suffix : 0);
  add(to, WI_TERM_K_BEFORE_AN, is_torn_k(a, word) ? weights.k_before_an : 0);
  if (!a->licensed) {
    add(to, WI_TERM_SUFFIX, score_bare_suffix(a));
    add(to, WI_TERM_BARE_KE, is_bare_ke(a) ? weights.bare_ke : is_bare_ku(a) ? weights.bare_ku : 0);
    add(to, WI_TERM_COMMAND, is_command(a) ? weights.command : 0);
  }
}

int32_t wi_score(const wi_analysis *a, wi_str word, uint32_t prefixes,
                 int32_t terms[WI_TERM_COUNT]) {
  const size_t letters = (size_t)(a->end - a->start);
  const bool is_person = wi_affix_possessives[a->possessive].len == 2;
  sum to = {0, terms};
  add(&to, WI_TERM_CLASSES,
      square_roots[a->root.classes < CLASSES_MAX ? a->root.classes : CLASSES_MAX]);
  if (wi_analysis_is_word(a)) {
    add(&to, WI_TERM_WORD, weights.headword);
    return to.total;
  }
  add(&to, WI_TERM_SHORT, letters == 2 ? weights.letters2 : letters == 3 ? weights.letters3 : 0);
  add(&to, WI_TERM_PARTICLE, score_particle(a));
  add(&to, WI_TERM_PERSON, is_person ? weights.person : 0);
  if (a->sequence == 0 && a->suffix == WI_SUFFIX_NONE) {
    add(&to, WI_TERM_CLITIC, weights.clitic);
  } else {
    add_affixes(a, word, prefixes, &to);
  }
  return to.total;
}

void wi_analysis_terms(const wi_analysis *analysis, wi_str word, int32_t terms[WI_TERM_COUNT]) {
  uint32_t prefixes = 0;
  for (uint32_t at = analysis->sequence; at != 0; at = wi_affix_sequence(at)->parent) {
    prefixes++;
  }
  memset(terms, 0, WI_TERM_COUNT * sizeof *terms);
  wi_score(analysis, word, prefixes, terms);
}
