/* All legal ways to take a word apart into affixes and a root, with a score for each.
 *
 * Every analysis whose root the dictionary knows is given; the best one is the stemmer's answer. A
 * root that no list knows is proposed only by the cautious rules of affix.h.
 */
#ifndef WI_ANALYSES_H
#define WI_ANALYSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "affix.h"
#include "dictionary.h"
#include "str.h"

/* Longer words are no words: they are left as they are. */
enum { WI_ANALYSES_WORD_MAX = 64, WI_ANALYSES_MAX = 32 };

typedef struct wi_analysis {
  uint8_t start; /* the root is word[start, end) */
  uint8_t end;
  char letter; /* the root's first letter, where the prefix had made it vanish; else 0 */
  uint8_t sequence; /* of prefixes, affix.h */
  uint8_t suffix; /* wi_suffix */
  uint8_t possessive; /* into wi_affix_possessives */
  uint8_t particle; /* into wi_affix_particles */
  uint8_t oddity; /* wi_oddity */
  bool has_base; /* further outside stands a listed base: seragam, where the root is ragam */
  bool licensed; /* the root's own entry allows this very company */
  int32_t score;
  wi_root root;
} wi_analysis;

typedef struct wi_analyses {
  wi_analysis items[WI_ANALYSES_MAX]; /* in the order found; more are dropped */
  size_t count;
  wi_analysis unknown; /* the cautious rules' proposal, if has_unknown */
  bool has_unknown;
} wi_analyses;

/* word is folded; one of less than two or more than WI_ANALYSES_WORD_MAX bytes has no analysis. */
void wi_analyses_find(wi_analyses *out, const wi_dictionary *dictionary, wi_str word);
/* The second step, for a word without a good analysis: looks for `unknown`. */
void wi_analyses_propose(wi_analyses *out, const wi_dictionary *dictionary, wi_str word);
/* What an analysis that the root's entry does not allow must bring, by how the word stands. */
typedef enum wi_proof {
  WI_PROOF_ANY, /* an ordinary word: nothing more */
  WI_PROOF_START, /* at a sentence start: a prefix, or a good score */
  WI_PROOF_LICENCE, /* a guess at what was meant: it is not taken */
  WI_PROOF_NAME /* a name inside a sentence: neither is a licensed one that ends like a name */
} wi_proof;
/* The best: highest score, then the longer root, then the one found first; NULL if there is none.
 */
const wi_analysis *wi_analyses_best(const wi_analyses *analyses, wi_proof proof);
/* What a score is made of. */
typedef enum wi_term {
  WI_TERM_CLASSES, /* a root with many affix classes is a common root */
  WI_TERM_WORD, /* the word itself is in the list */
  WI_TERM_CLITIC, /* only clitics are taken off */
  WI_TERM_LICENSED,
  WI_TERM_NO_CLASSES,
  WI_TERM_CONFIX,
  WI_TERM_PREFIXES,
  WI_TERM_SUFFIX,
  WI_TERM_SHORT, /* a root of two or three letters */
  WI_TERM_SHAPE, /* wi_oddity */
  WI_TERM_PERSON, /* -ku, -mu */
  WI_TERM_PARTICLE,
  WI_TERM_K_BEFORE_AN,
  WI_TERM_BARE_KE,
  WI_TERM_COMMAND,
  WI_TERM_BASE, /* has_base */
  WI_TERM_COUNT
} wi_term;
/* The terms of the analysis's score, which is their sum; word as given to wi_analyses_find. */
void wi_analysis_terms(const wi_analysis *analysis, wi_str word, int32_t terms[WI_TERM_COUNT]);
/* Nothing taken off at all. */
bool wi_analysis_is_word(const wi_analysis *analysis);

#endif
