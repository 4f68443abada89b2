#include "analyses.h"

#include <string.h>

#include "stem_caution.h"
#include "stem_score.h"

enum { ROOT_MIN = 2, PREFIXES_MAX = 3, CUTS_MAX = 16 };

/* One way to take suffixes and clitics off the end. */
typedef struct cut {
  uint8_t end;
  uint8_t suffix;
  uint8_t possessive;
  uint8_t particle;
  uint8_t oddity;
} cut;

/* What a list says of a root. */
typedef enum found {
  FOUND_NOTHING,
  FOUND_ROOT,
  FOUND_BASE, /* and it takes affixes */
  FOUND_FORM /* and it takes these */
} found;

/* Puts a root to the test. */
typedef struct search search;
typedef struct stage stage;
typedef found (*root_fn)(search *s, const stage *at, uint32_t which);

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
  uint32_t bases; /* the cuts, a bit each, that leave a listed base further outside */
};

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

static wi_analysis analysis_of(const search *s, const stage *at, uint32_t which) {
  const cut *c = &s->cuts[which];
  return (wi_analysis){.start = (uint8_t)at->start,
                       .end = c->end,
                       .letter = at->letter,
                       .sequence = (uint8_t)at->sequence,
                       .suffix = c->suffix,
                       .possessive = c->possessive,
                       .particle = c->particle,
                       .has_base = (at->bases >> which & 1) != 0,
                       .oddity = c->oddity != WI_ODDITY_NONE ? c->oddity : at->oddity};
}

static found find_root(search *s, const stage *at, uint32_t which) {
  const cut *c = &s->cuts[which];
  const wi_str text = {s->word + at->start, (size_t)(c->end - at->start)};
  wi_root root;
  if (!wi_dictionary_root(s->dictionary, text, &root)) {
    return FOUND_NOTHING;
  }
  wi_analysis a = analysis_of(s, at, which);
  a.root = root;
  a.licensed = wi_score_is_licensed(&a);
  if (s->out->count < WI_ANALYSES_MAX && (a.licensed || c->oddity != WI_ODDITY_SPELT)) {
    a.score = wi_score(&a, (wi_str){s->word, s->len}, at->prefixes, NULL);
    s->out->items[s->out->count++] = a;
  }
  return a.licensed ? FOUND_FORM : root.classes > 0 ? FOUND_BASE : FOUND_ROOT;
}

/* The cautious rules: the surest company, then the one that takes off the most. */
static found propose_root(search *s, const stage *at, uint32_t which) {
  const cut *c = &s->cuts[which];
  wi_analysis a = analysis_of(s, at, which);
  const wi_str text = {s->word + at->start, (size_t)(c->end - at->start)};
  const wi_caution caution = wi_caution_of(&a, (wi_str){s->word, s->len});
  a.score = (int32_t)caution * WI_ANALYSES_WORD_MAX + (int32_t)(s->len - text.len);
  if (caution != WI_CAUTION_NEVER && (!s->out->has_unknown || a.score > s->out->unknown.score) &&
      !wi_dictionary_root(s->dictionary, text, &a.root)) {
    s->out->unknown = a;
    s->out->has_unknown = true;
  }
  return FOUND_NOTHING;
}

/* Returns the cuts that leave a listed base, which keeps its own prefix: a dictionary puts
 * penyeragaman under seragam, not under ragam. */
static uint32_t try_roots(search *s, const stage *at) {
  const wi_sequence *sequence = wi_affix_sequence(at->sequence);
  uint32_t bases = 0;
  found last = FOUND_NOTHING;
  for (uint32_t i = 0; i < s->cut_count; i++) {
    const cut *c = &s->cuts[i];
    /* menunjukan is menunjukkan only if no root tunju takes me-...-kan; tunjukan is tunjuk-an. */
    if (c->oddity == WI_ODDITY_SPELT && (last == FOUND_FORM || at->sequence == 0)) {
      continue;
    }
    if (sequence->with[c->suffix].legal && c->end >= at->start + ROOT_MIN) {
      last = s->try_root(s, at, i);
      bases |= (uint32_t)(last >= FOUND_BASE) << i;
    }
  }
  return bases;
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

/* Whether the rest of the word, behind the shape's text, suits it. */
static bool fits(const search *s, const wi_allomorph *shape, size_t start) {
  const size_t behind = start + shape->len;
  if (behind + ROOT_MIN > s->len) {
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
  const uint32_t found_bases = try_roots(s, at);
  const uint32_t bases = at->sequence == 0 ? 0 : at->bases | found_bases;
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
    if ((here & load_affix(shape->mask)) != load_affix(shape->text)) {
      i += shape->same;
      continue;
    }
    if (!fits(s, shape, at->start)) {
      continue;
    }
    stage inner = {.sequence = wi_affix_extend(at->sequence, shape->prefix),
                   .start = at->start + shape->len,
                   .letter = shape->restores,
                   .oddity = shape->oddity,
                   .prefixes = (uint8_t)(at->prefixes + 1),
                   .bases = bases};
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

static bool is_better(const wi_analysis *a, const wi_analysis *than) {
  if (a->score != than->score) {
    return a->score > than->score;
  }
  return a->end - a->start > than->end - than->start;
}

/* -ku, -mu and the bare -i of commands end more names than they lean on: Sebuku, Jammu, Hakimi. */
static bool ends_like_a_name(const wi_analysis *a) {
  return a->sequence == 0 &&
         (a->suffix == WI_SUFFIX_I || wi_affix_possessives[a->possessive].len == 2);
}

static bool is_proved(const wi_analysis *a, wi_proof proof) {
  if (wi_analysis_is_word(a)) {
    return true;
  }
  switch (proof) {
  case WI_PROOF_ANY:
    return true;
  case WI_PROOF_START:
    return a->licensed || a->sequence != 0 || a->score >= WI_SCORE_START;
  case WI_PROOF_LICENCE:
    return a->licensed;
  case WI_PROOF_NAME:
    return a->licensed && !ends_like_a_name(a);
  }
  return false;
}

static int32_t least_score(const wi_analysis *a) {
  return a->sequence == 0 && a->suffix == WI_SUFFIX_NONE ? WI_SCORE_CLITIC : WI_SCORE_LEAST;
}

const wi_analysis *wi_analyses_best(const wi_analyses *analyses, wi_proof proof) {
  const wi_analysis *best = NULL;
  for (size_t i = 0; i < analyses->count; i++) {
    const wi_analysis *a = &analyses->items[i];
    if (a->score >= least_score(a) && (best == NULL || is_better(a, best)) && is_proved(a, proof)) {
      best = a;
    }
  }
  return best;
}
