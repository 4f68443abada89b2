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
  int32_t spelt;
  int32_t question; /* -kah and -tah */
  int32_t even; /* -pun */
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
    .spelt = -500,
    .question = -250,
    .even = -100,
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
  uint8_t oddity;
} cut;

/* Puts a root to the test; true if it is in the list. */
typedef struct search search;
typedef struct stage stage;
typedef bool (*root_fn)(search *s, const stage *at, const cut *c);

struct search {
  root_fn try_root;
  wi_analyses *out;
  const wi_dictionary *dictionary;
  char word[WI_ANALYSES_WORD_MAX +
            WI_AFFIX_MAX]; /* a copy; the letters of meN- are put back in it */
  size_t len;
  cut cuts[CUTS_MAX];
  size_t cut_count;
};

/* A stage of the way inwards through the prefixes. */
struct stage {
  uint32_t sequence;
  size_t start;
  char letter;
  uint8_t oddity;
  uint8_t prefixes;
};

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

static void add_cut(search *s, cut c) {
  if (s->cut_count < CUTS_MAX) {
    s->cuts[s->cut_count++] = c;
  }
}

static void add_cuts(search *s, size_t end, uint8_t particle, uint8_t possessive) {
  const char last = s->word[end - 1];
  add_cut(s, (cut){(uint8_t)end, WI_SUFFIX_NONE, possessive, particle, WI_ODDITY_NONE});
  if (last != 'n' && last != 'i') {
    return;
  }
  for (unsigned suffix = WI_SUFFIX_NONE + 1; suffix < WI_SUFFIX_COUNT; suffix++) {
    const uint8_t i = (uint8_t)suffix;
    if (ends_at(s, end, wi_affix_suffixes[i])) {
      const uint8_t at = (uint8_t)(end - wi_affix_suffixes[i].len);
      add_cut(s, (cut){at, i, possessive, particle, WI_ODDITY_NONE});
      if (i == WI_SUFFIX_KAN) { /* right behind the plain reading, see try_roots */
        add_cut(s, (cut){(uint8_t)(at + 1), i, possessive, particle, WI_ODDITY_SPELT});
      }
    }
  }
}

/* The possessives, and behind them the suffixes, before one particle. */
static void add_possessives(search *s, uint8_t particle) {
  const size_t end = s->len - wi_affix_particles[particle].len;
  const char last = s->word[end - 1];
  uint8_t i = 0;
  for (; wi_affix_possessives[i].len > 0; i++) {
    if ((last == 'a' || last == 'u') && ends_at(s, end, wi_affix_possessives[i])) {
      add_cuts(s, end - wi_affix_possessives[i].len, particle, i);
    }
  }
  add_cuts(s, end, particle, i);
}

static void find_cuts(search *s) {
  const char last = s->word[s->len - 1];
  uint8_t i = 0;
  for (; wi_affix_particles[i].len > 0; i++) {
    if ((last == 'h' || last == 'n') && ends_at(s, s->len, wi_affix_particles[i])) {
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

/* Only where -kan is as likely: ke-kompak-an has no rival. */
static bool is_k_before_an(const search *s, const wi_analysis *a) {
  const wi_company *rival = &wi_affix_sequence(a->sequence)->with[WI_SUFFIX_KAN];
  return a->suffix == WI_SUFFIX_AN && s->word[a->end - 1] == 'k' &&
         rival->unknown != WI_CAUTION_NEVER;
}

/* Affixes of a common word end many others by chance: -kah in langkah, -pun in rumpun. */
static int32_t score_particle(const wi_analysis *a) {
  const wi_str particle = wi_affix_particles[a->particle];
  if (particle.len == 0 || particle.ptr[0] == 'l') {
    return 0;
  }
  return particle.ptr[0] == 'p' ? weights.even : weights.question;
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

static void add_affixes(const search *s, const wi_analysis *a, uint8_t prefixes, sum *to) {
  const bool has_suffix = a->suffix != WI_SUFFIX_NONE;
  const bool is_confix = wi_affix_sequence(a->sequence)->with[a->suffix].confix || is_se_nya(a);
  add(to, WI_TERM_SHAPE, score_oddity(s, a));
  add(to, WI_TERM_PREFIXES, weights.prefix * prefixes);
  add(to, WI_TERM_LICENSED, a->licensed ? weights.licensed : 0);
  add(to, WI_TERM_NO_CLASSES, a->root.classes == 0 ? weights.no_classes : 0);
  add(to, WI_TERM_CONFIX, is_confix ? weights.confix : 0);
  add(to, WI_TERM_SUFFIX, has_suffix ? weights.suffix : 0);
  add(to, WI_TERM_K_BEFORE_AN, is_k_before_an(s, a) ? weights.k_before_an : 0);
  if (!a->licensed) {
    add(to, WI_TERM_SUFFIX, has_suffix && a->sequence == 0 ? weights.bare_suffix : 0);
    add(to, WI_TERM_BARE_KE, is_bare_ke(a) ? weights.bare_ke : 0);
    add(to, WI_TERM_COMMAND, is_command(a) ? weights.command : 0);
  }
}

static int32_t score(const search *s, const wi_analysis *a, uint8_t prefixes, int32_t *terms) {
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
    add_affixes(s, a, prefixes, &to);
  }
  return to.total;
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

/* What no word of the language has: c before a consonant, ie, a doubled letter (but ngg and aa), an
 * end in ion or in c, j, q, v, w, x, y, z: direct, didier, diatessaron, division, berkeley. */
static bool looks_foreign(const char *text, size_t len) {
  if (strchr("cjqvwxyz", text[len - 1]) != NULL || memcmp(text + len - 3, "ion", 3) == 0) {
    return true;
  }
  for (size_t i = 1; i < len; i++) {
    const char left = text[i - 1];
    const char right = text[i];
    const bool is_doubled = left == right && left != 'g' && left != 'a';
    if (is_doubled || (left == 'i' && right == 'e') || (left == 'c' && !wi_affix_is_vowel(right))) {
      return true;
    }
  }
  return false;
}

/* Without affixes only -nya is taken off an unknown word: -ku, -mu and -lah end too many names. */
static wi_caution caution_of(const wi_analysis *a) {
  if (a->sequence == 0 && a->suffix == WI_SUFFIX_NONE) {
    return wi_str_equal(wi_affix_possessives[a->possessive], WI_STR("nya")) ? WI_CAUTION_SURE
                                                                            : WI_CAUTION_NEVER;
  }
  return wi_affix_sequence(a->sequence)->with[a->suffix].unknown;
}

static wi_analysis analysis_of(const stage *at, const cut *c) {
  return (wi_analysis){.start = (uint8_t)at->start,
                       .end = c->end,
                       .letter = at->letter,
                       .sequence = (uint8_t)at->sequence,
                       .suffix = c->suffix,
                       .possessive = c->possessive,
                       .particle = c->particle,
                       .oddity = c->oddity != WI_ODDITY_NONE ? c->oddity : at->oddity};
}

static bool find_root(search *s, const stage *at, const cut *c) {
  const wi_str text = {s->word + at->start, (size_t)(c->end - at->start)};
  wi_root root;
  if (!wi_dictionary_root(s->dictionary, text, &root)) {
    return false;
  }
  wi_analysis a = analysis_of(at, c);
  a.root = root;
  a.licensed = is_licensed(&a);
  if (s->out->count < WI_ANALYSES_MAX && (a.licensed || c->oddity != WI_ODDITY_SPELT)) {
    a.score = score(s, &a, at->prefixes, NULL);
    s->out->items[s->out->count++] = a;
  }
  return true;
}

/* No root ends in a consonant and k: behind one, -kan is not -k and -an. */
static bool cuts_kan(const search *s, const wi_analysis *a) {
  return a->suffix == WI_SUFFIX_AN && s->word[a->end - 1] == 'k' &&
         !wi_affix_is_vowel(s->word[a->end - 2]);
}

/* Whether the cautious rules may take off what `a` does. */
static bool is_likely(const search *s, const wi_analysis *a, wi_caution caution) {
  const char *root = s->word + a->start;
  const size_t letters = (size_t)(a->end - a->start);
  const bool both = a->sequence != 0 && a->suffix != WI_SUFFIX_NONE;
  const size_t least = caution == WI_CAUTION_LONG ? UNKNOWN_LONG_MIN
                       : both                     ? UNKNOWN_BOTH_MIN
                                                  : UNKNOWN_SURE_MIN;
  if (caution == WI_CAUTION_NEVER || a->oddity != WI_ODDITY_NONE || letters < least) {
    return false;
  }
  if (is_k_before_an(s, a) || is_doubtful_i(s, a) || cuts_kan(s, a)) {
    return false;
  }
  return count_vowels(root, letters) > 0 && has_onset(root) &&
         (a->sequence == 0 || both || !looks_foreign(root, letters));
}

/* The cautious rules: the surest company, then the one that takes off the most. */
static bool propose_root(search *s, const stage *at, const cut *c) {
  wi_analysis a = analysis_of(at, c);
  const wi_str text = {s->word + at->start, (size_t)(c->end - at->start)};
  const wi_caution caution = caution_of(&a);
  a.score = (int32_t)caution * WI_ANALYSES_WORD_MAX + (int32_t)(s->len - text.len);
  if (is_likely(s, &a, caution) && (!s->out->has_unknown || a.score > s->out->unknown.score) &&
      !wi_dictionary_root(s->dictionary, text, &a.root)) {
    s->out->unknown = a;
    s->out->has_unknown = true;
  }
  return false;
}

static void try_roots(search *s, const stage *at) {
  const wi_sequence *sequence = wi_affix_sequence(at->sequence);
  bool found = false;
  for (size_t i = 0; i < s->cut_count; i++) {
    const cut *c = &s->cuts[i];
    /* menunjukan is menunjukkan only if there is no root tunju; tunjukan is tunjuk-an. */
    if (c->oddity == WI_ODDITY_SPELT && (found || at->sequence == 0)) {
      continue;
    }
    if (sequence->with[c->suffix].legal && c->end >= at->start + ROOT_MIN) {
      found = s->try_root(s, at, c);
    }
  }
}

/* be- and te- stand before a first syllable in -er-: be-kerja, te-cermin. */
static bool needs_er(const wi_allomorph *shape) {
  return shape->len == 2 && shape->second != shape->first &&
         (shape->prefix == WI_PREFIX_BER || shape->prefix == WI_PREFIX_TER);
}

static uint64_t load_affix(const char *bytes) {
  uint64_t value = 0;
  memcpy(&value, bytes, sizeof value);
  return value;
}

/* `here`: the next bytes of the word. */
static bool fits(const search *s, const wi_allomorph *shape, size_t start, uint64_t here) {
  const size_t behind = start + shape->len;
  if ((here & load_affix(shape->mask)) != load_affix(shape->text) || behind + ROOT_MIN > s->len) {
    return false;
  }
  const char *rest = s->word + behind;
  if ((wi_affix_letter(rest[0]) & shape->first) == 0 ||
      (wi_affix_letter(rest[1]) & shape->second) == 0) {
    return false;
  }
  return !needs_er(shape) || rest[0] == 'r' ||
         (s->len - behind > 3 && rest[2] == 'r' && !wi_affix_is_vowel(rest[3]));
}

/* Depth is bounded by PREFIXES_MAX. */
/* NOLINTNEXTLINE(misc-no-recursion) */
static void walk(search *s, const stage *at) {
  try_roots(s, at);
  const size_t letter = (size_t)(uint8_t)s->word[at->start] - 'a';
  if (at->prefixes == PREFIXES_MAX || at->start + ROOT_MIN >= s->len || letter > 'z' - 'a') {
    return;
  }
  const wi_allomorphs all = wi_affix_allomorphs[letter];
  if ((all.second & wi_affix_letter(s->word[at->start + 1])) == 0) {
    return;
  }
  const uint64_t here = load_affix(s->word + at->start);
  for (size_t i = 0; i < all.count; i++) {
    const wi_allomorph *shape = &all.shapes[i];
    if (!fits(s, shape, at->start, here)) {
      continue;
    }
    stage inner = {.sequence = wi_affix_extend(at->sequence, shape->prefix),
                   .start = at->start + shape->len,
                   .letter = shape->restores,
                   .oddity = shape->oddity,
                   .prefixes = (uint8_t)(at->prefixes + 1)};
    if (inner.sequence == 0) {
      continue;
    }
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

static void run(wi_analyses *out, const wi_dictionary *dictionary, wi_str word, root_fn fn) {
  search s; /* not cleared: 200 bytes for each word */
  const stage whole = {0};
  if (word.len < ROOT_MIN || word.len > WI_ANALYSES_WORD_MAX) {
    return;
  }
  s.try_root = fn;
  s.out = out;
  s.dictionary = dictionary;
  s.len = word.len;
  s.cut_count = 0;
  memcpy(s.word, word.ptr, word.len);
  memset(s.word + word.len, 0, WI_AFFIX_MAX); /* affixes are compared eight bytes at once */
  find_cuts(&s);
  walk(&s, &whole);
}

void wi_analyses_find(wi_analyses *out, const wi_dictionary *dictionary, wi_str word) {
  out->count = 0;
  out->has_unknown = false;
  run(out, dictionary, word, find_root);
}

void wi_analyses_propose(wi_analyses *out, const wi_dictionary *dictionary, wi_str word) {
  run(out, dictionary, word, propose_root);
}

void wi_analysis_terms(const wi_analysis *analysis, wi_str word, int32_t terms[WI_TERM_COUNT]) {
  search s = {.len = word.len};
  uint8_t prefixes = 0;
  for (uint32_t at = analysis->sequence; at != 0; at = wi_affix_sequence(at)->parent) {
    prefixes++;
  }
  memcpy(s.word, word.ptr, word.len);
  memset(terms, 0, WI_TERM_COUNT * sizeof *terms);
  score(&s, analysis, prefixes, terms);
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
