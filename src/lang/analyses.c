#include "analyses.h"

#include <string.h>

#include "dictionary_format.h"

enum {
  ROOT_MIN = 2,
  PREFIXES_MAX = 3,
  CUTS_MAX = 16,
  UNKNOWN_LONG_MIN = 5, /* letters of an unknown root, by caution */
  UNKNOWN_SURE_MIN = 4,
  UNKNOWN_BOTH_MIN = 3, /* between a prefix and a suffix */
  CLASSES_MAX = 32
};

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
  int32_t prefix; /* each prefix */
  int32_t suffix;
  int32_t bare_suffix; /* a suffix without prefix that is not licensed */
  int32_t command; /* se-...-kan, ke-...-kan: me- left out in a command */
  int32_t person; /* -ku and -mu, which end many words by chance */
  int32_t k_before_an; /* -k + -an where -kan is as likely: tarik-an, tari-kan */
  int32_t bare_ke; /* ke- without -an that is not licensed: kebon */
  int32_t least; /* what scores less is no analysis */
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
    .prefix = -30,
    .suffix = -20,
    .bare_suffix = 25,
    .command = -150,
    .person = -200,
    .k_before_an = -100,
    .bare_ke = -300,
    .least = -200,
};

/* 100 * sqrt(n) */
static const int16_t square_roots[CLASSES_MAX + 1] = {
    0,   100, 141, 173, 200, 224, 245, 265, 283, 300, 316, 332, 346, 361, 374, 387, 400,
    412, 424, 436, 447, 458, 469, 480, 490, 500, 510, 520, 529, 539, 548, 557, 566};

/* One way to take suffixes and clitics off the end. */
typedef struct cut {
  uint8_t end;
  uint8_t suffix;
  uint8_t possessive;
  uint8_t particle;
} cut;

typedef struct search {
  wi_analyses *out;
  const wi_dictionary *dictionary;
  char *word;
  size_t len;
  cut cuts[CUTS_MAX];
  size_t cut_count;
} search;

/* A stage of the way inwards through the prefixes. */
typedef struct stage {
  uint32_t sequence;
  size_t start;
  char letter;
  uint8_t oddity;
  uint8_t prefixes;
} stage;

bool wi_analysis_is_word(const wi_analysis *analysis) {
  return analysis->sequence == 0 && analysis->suffix == WI_SUFFIX_NONE &&
         wi_affix_possessives[analysis->possessive].len == 0 &&
         wi_affix_particles[analysis->particle].len == 0;
}

/* Affixes have at most five bytes: a loop is faster than memcmp, and this runs for each of them. */
static bool is_same(const char *word, wi_str text) {
  size_t i = 0;
  while (i < text.len && word[i] == text.ptr[i]) {
    i++;
  }
  return i == text.len;
}

static bool ends_at(const search *s, size_t end, wi_str text) {
  return end >= text.len + ROOT_MIN && is_same(s->word + (end - text.len), text);
}

static void add_cuts(search *s, size_t end, uint8_t particle, uint8_t possessive) {
  for (uint8_t i = 0; i < WI_SUFFIX_COUNT && s->cut_count < CUTS_MAX; i++) {
    if (ends_at(s, end, wi_affix_suffixes[i])) {
      s->cuts[s->cut_count++] =
          (cut){(uint8_t)(end - wi_affix_suffixes[i].len), i, possessive, particle};
    }
  }
}

/* The possessives, and behind them the suffixes, before one particle. */
static void add_possessives(search *s, uint8_t particle) {
  const size_t end = s->len - wi_affix_particles[particle].len;
  uint8_t i = 0;
  for (; wi_affix_possessives[i].len > 0; i++) {
    if (ends_at(s, end, wi_affix_possessives[i])) {
      add_cuts(s, end - wi_affix_possessives[i].len, particle, i);
    }
  }
  add_cuts(s, end, particle, i);
}

static void find_cuts(search *s) {
  uint8_t i = 0;
  for (; wi_affix_particles[i].len > 0; i++) {
    if (ends_at(s, s->len, wi_affix_particles[i])) {
      add_possessives(s, i);
    }
  }
  add_possessives(s, i);
}

static size_t count_vowels(const char *text, size_t len) {
  size_t vowels = 0;
  for (size_t i = 0; i < len; i++) {
    vowels += wi_affix_is_vowel(text[i]);
  }
  return vowels;
}

static bool is_se_nya(const wi_analysis *a) {
  return wi_affix_sequence(a->sequence)->prefix == WI_PREFIX_SE &&
         wi_affix_possessives[a->possessive].len > 0;
}

static bool is_licensed(const wi_analysis *a) {
  uint64_t allowed = wi_affix_sequence(a->sequence)->with[a->suffix].licences;
  if (a->sequence == 0 && a->suffix == WI_SUFFIX_NONE) {
    return a->root.classes > 0; /* clitics go with any word that takes affixes at all */
  }
  if (is_se_nya(a)) {
    allowed |= WI_LICENCE(SE_NYA);
  }
  return (a->root.licences & allowed) != 0;
}

/* selaraskan, kesampingkan: the stem of menyelaraskan, mengesampingkan. */
static bool is_command(const wi_analysis *a) {
  const uint8_t prefix = wi_affix_sequence(a->sequence)->prefix;
  return wi_affix_sequence(a->sequence)->parent == 0 &&
         (prefix == WI_PREFIX_SE || prefix == WI_PREFIX_KE) &&
         (a->suffix == WI_SUFFIX_KAN || (a->suffix == WI_SUFFIX_I && prefix == WI_PREFIX_SE));
}

static bool is_bare_ke(const wi_analysis *a) {
  const wi_sequence *sequence = wi_affix_sequence(a->sequence);
  return sequence->parent == 0 && sequence->prefix == WI_PREFIX_KE && a->suffix == WI_SUFFIX_NONE &&
         wi_affix_possessives[a->possessive].len == 0;
}

static bool is_k_before_an(const search *s, const wi_analysis *a) {
  return a->suffix == WI_SUFFIX_AN && s->word[a->end - 1] == 'k';
}

static int32_t score_oddity(const search *s, const wi_analysis *a) {
  switch ((wi_oddity)a->oddity) {
  case WI_ODDITY_NONE:
    return 0;
  case WI_ODDITY_KEPT:
    return weights.kept;
  case WI_ODDITY_AGENT:
    return weights.agent;
  case WI_ODDITY_MENGE:
    return count_vowels(s->word + a->start, (size_t)(a->end - a->start)) > 1 ? weights.menge_long
                                                                             : weights.menge;
  }
  return 0;
}

static int32_t score(const search *s, const wi_analysis *a, uint8_t prefixes) {
  const size_t letters = (size_t)(a->end - a->start);
  const wi_company *company = &wi_affix_sequence(a->sequence)->with[a->suffix];
  int32_t sum = square_roots[a->root.classes < CLASSES_MAX ? a->root.classes : CLASSES_MAX];
  if (wi_analysis_is_word(a)) {
    return sum + weights.headword;
  }
  sum += letters == 2 ? weights.letters2 : letters == 3 ? weights.letters3 : 0;
  sum += wi_affix_possessives[a->possessive].len == 2 ? weights.person : 0;
  if (a->sequence == 0 && a->suffix == WI_SUFFIX_NONE) {
    return sum + weights.clitic;
  }
  sum += score_oddity(s, a) + weights.prefix * prefixes;
  sum += a->licensed ? weights.licensed : 0;
  sum += a->root.classes == 0 ? weights.no_classes : 0;
  sum += company->confix || is_se_nya(a) ? weights.confix : 0;
  sum += a->suffix != WI_SUFFIX_NONE ? weights.suffix : 0;
  sum += a->suffix != WI_SUFFIX_NONE && a->sequence == 0 && !a->licensed ? weights.bare_suffix : 0;
  sum += is_bare_ke(a) && !a->licensed ? weights.bare_ke : 0;
  sum += is_k_before_an(s, a) ? weights.k_before_an : 0;
  sum += is_command(a) && !a->licensed ? weights.command : 0;
  return sum;
}

/* A syllable may begin with a vowel, with one consonant (kh, ng, ny, sy are one), or with two where
 * the second is l, r, w or y, or the first is s and the second no c, n ... (scope, sney). */
static bool has_onset(const char *text) {
  if (wi_affix_is_vowel(text[0]) || wi_affix_is_vowel(text[1])) {
    return true;
  }
  if (text[0] == 'n' && (text[1] == 'g' || text[1] == 'y')) {
    return wi_affix_is_vowel(text[2]);
  }
  if (text[1] == 'h') {
    return strchr("bcdgkpst", text[0]) != NULL;
  }
  return (text[0] == 's' && strchr("klmptwy", text[1]) != NULL) ||
         (text[0] != text[1] && strchr("lrwy", text[1]) != NULL);
}

/* Of an unknown word, -i is taken off a consonant only, and not off the -si of loans. */
static bool is_doubtful_i(const search *s, const wi_analysis *a) {
  const char last = s->word[a->end - 1];
  return a->suffix == WI_SUFFIX_I && (wi_affix_is_vowel(last) || last == 's');
}

/* The cautious rules: the surest company, then the one that takes off the most. */
static void propose(search *s, wi_analysis *a, wi_caution caution) {
  const size_t letters = (size_t)(a->end - a->start);
  const bool both = a->sequence != 0 && a->suffix != WI_SUFFIX_NONE;
  const size_t least = caution == WI_CAUTION_LONG ? UNKNOWN_LONG_MIN
                       : both                     ? UNKNOWN_BOTH_MIN
                                                  : UNKNOWN_SURE_MIN;
  if (is_k_before_an(s, a) || is_doubtful_i(s, a)) {
    return;
  }
  if (caution == WI_CAUTION_NEVER || a->oddity != WI_ODDITY_NONE || letters < least ||
      count_vowels(s->word + a->start, letters) == 0 || !has_onset(s->word + a->start)) {
    return;
  }
  a->score = (int32_t)caution * WI_ANALYSES_WORD_MAX + (int32_t)(s->len - letters);
  if (!s->out->has_unknown || a->score > s->out->unknown.score) {
    s->out->unknown = *a;
    s->out->has_unknown = true;
  }
}

/* Without affixes only -nya is taken off an unknown word: -ku, -mu and -lah end too many names. */
static wi_caution caution_of(const wi_analysis *a) {
  if (a->sequence == 0 && a->suffix == WI_SUFFIX_NONE) {
    return wi_str_equal(wi_affix_possessives[a->possessive], WI_STR("nya")) ? WI_CAUTION_SURE
                                                                            : WI_CAUTION_NEVER;
  }
  return wi_affix_sequence(a->sequence)->with[a->suffix].unknown;
}

static void try_root(search *s, const stage *at, const cut *c) {
  wi_analysis a = {.start = (uint8_t)at->start,
                   .end = c->end,
                   .letter = at->letter,
                   .sequence = (uint8_t)at->sequence,
                   .suffix = c->suffix,
                   .possessive = c->possessive,
                   .particle = c->particle,
                   .oddity = at->oddity};
  const wi_str root = {s->word + at->start, (size_t)(c->end - at->start)};
  if (wi_dictionary_root(s->dictionary, root, &a.root)) {
    if (s->out->count < WI_ANALYSES_MAX) {
      a.licensed = is_licensed(&a);
      a.score = score(s, &a, at->prefixes);
      s->out->items[s->out->count++] = a;
    }
  } else {
    propose(s, &a, caution_of(&a));
  }
}

static void try_roots(search *s, const stage *at) {
  const wi_sequence *sequence = wi_affix_sequence(at->sequence);
  for (size_t i = 0; i < s->cut_count; i++) {
    const cut *c = &s->cuts[i];
    if (sequence->with[c->suffix].legal && c->end >= at->start + ROOT_MIN) {
      try_root(s, at, c);
    }
  }
}

/* be- and te- stand before a first syllable in -er-: be-kerja, te-cermin. */
static bool fits(const search *s, const wi_allomorph *shape, size_t start) {
  const size_t behind = start + shape->text.len;
  if (behind + ROOT_MIN > s->len || !is_same(s->word + start, shape->text)) {
    return false;
  }
  const char *rest = s->word + behind;
  if ((wi_affix_letter(rest[0]) & shape->first) == 0 ||
      (wi_affix_letter(rest[1]) & shape->second) == 0) {
    return false;
  }
  const bool needs_er = shape->text.len == 2 && shape->second != shape->first &&
                        (shape->prefix == WI_PREFIX_BER || shape->prefix == WI_PREFIX_TER) &&
                        rest[0] != 'r';
  return !needs_er || (s->len - behind > 3 && rest[2] == 'r' && !wi_affix_is_vowel(rest[3]));
}

/* Depth is bounded by PREFIXES_MAX. */
static void walk(search *s, const stage *at) {
  size_t count = 0;
  try_roots(s, at);
  if (at->prefixes == PREFIXES_MAX || at->start + ROOT_MIN >= s->len) {
    return;
  }
  const wi_allomorph *shapes = wi_affix_allomorphs(s->word[at->start], &count);
  for (size_t i = 0; i < count; i++) {
    const uint32_t sequence =
        fits(s, &shapes[i], at->start) ? wi_affix_extend(at->sequence, shapes[i].prefix) : 0;
    if (sequence == 0) {
      continue;
    }
    stage inner = {.sequence = sequence,
                   .start = at->start + shapes[i].text.len,
                   .letter = shapes[i].restores,
                   .oddity = (uint8_t)shapes[i].oddity,
                   .prefixes = (uint8_t)(at->prefixes + 1)};
    if (inner.letter == 0) {
      walk(s, &inner);
      continue;
    }
    inner.start--;
    const char covered = s->word[inner.start];
    s->word[inner.start] = inner.letter;
    walk(s, &inner);
    s->word[inner.start] = covered;
  }
}

void wi_analyses_find(wi_analyses *out, const wi_dictionary *dictionary, char *word, size_t len) {
  search s = {.out = out, .dictionary = dictionary, .word = word, .len = len};
  const stage whole = {0};
  out->count = 0;
  out->has_unknown = false;
  if (len < ROOT_MIN || len > WI_ANALYSES_WORD_MAX) {
    return;
  }
  find_cuts(&s);
  walk(&s, &whole);
}

static bool is_better(const wi_analysis *a, const wi_analysis *than) {
  if (a->score != than->score) {
    return a->score > than->score;
  }
  return a->end - a->start > than->end - than->start;
}

const wi_analysis *wi_analyses_best(const wi_analyses *analyses, bool licensed_only) {
  const wi_analysis *best = NULL;
  for (size_t i = 0; i < analyses->count; i++) {
    const wi_analysis *a = &analyses->items[i];
    if (licensed_only && !a->licensed && !wi_analysis_is_word(a)) {
      continue;
    }
    if (a->score >= weights.least && (best == NULL || is_better(a, best))) {
      best = a;
    }
  }
  return best;
}
