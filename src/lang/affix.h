/* The affixes of Indonesian as tables, without control flow: what analyses (analyses.h) may take
 * off a word, and in which order and company.
 *
 * meN- and peN- change with the root's first letter, which may vanish: meN- + sapu -> menyapu.
 * A confix is a prefix and a suffix that come together: ke-adil-an. A clitic is a word that leans
 * on another: -nya, -lah. Around the root stand at most three prefixes, one of -kan -an -i, one
 * possessive and one particle, from the inside to the outside.
 */
#ifndef WI_AFFIX_H
#define WI_AFFIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

typedef enum wi_prefix {
  WI_PREFIX_NONE,
  WI_PREFIX_ME,
  WI_PREFIX_DI,
  WI_PREFIX_KU,
  WI_PREFIX_BER,
  WI_PREFIX_TER,
  WI_PREFIX_SE,
  WI_PREFIX_KE,
  WI_PREFIX_PE,
  WI_PREFIX_PER,
  WI_PREFIX_TIDAK, /* ke-tidak-adil-an */
  WI_PREFIX_SI, /* ber-si-keras */
  WI_PREFIX_COPY, /* re-rumput-an: the first letter again, with e */
  WI_PREFIX_COUNT
} wi_prefix;

typedef enum wi_suffix {
  WI_SUFFIX_NONE,
  WI_SUFFIX_KAN,
  WI_SUFFIX_AN,
  WI_SUFFIX_I,
  WI_SUFFIX_COUNT
} wi_suffix;

/* What is odd about a shape of a prefix; the score takes it into account. */
typedef enum wi_oddity {
  WI_ODDITY_NONE,
  WI_ODDITY_KEPT, /* a letter is kept that should vanish: mengkaji */
  WI_ODDITY_AGENT, /* pe- without nasal, from ber-: petani, pekerja */
  WI_ODDITY_MENGE, /* menge-, penge-: right before one syllable (mengebom) */
  WI_ODDITY_SPELT /* -k + -kan written with one k: menunjukan for menunjukkan */
} wi_oddity;

enum { WI_AFFIX_MAX = 8 };

/* One shape of a prefix: text, then a rest that begins with one of `first` (a set of letters) and
 * goes on with one of `second`; `restores` is the root's letter that vanished, or 0. */
typedef struct wi_allomorph {
  char text[WI_AFFIX_MAX]; /* filled up with NUL */
  char mask[WI_AFFIX_MAX]; /* all bits set where text is: eight bytes are compared at once */
  uint8_t len;
  uint8_t same; /* shapes right behind this one that have the same text */
  uint8_t prefix; /* wi_prefix */
  uint8_t oddity; /* wi_oddity */
  char restores;
  uint32_t first;
  uint32_t second;
} wi_allomorph;

typedef struct wi_allomorphs {
  const wi_allomorph *shapes;
  uint32_t count;
  uint32_t second; /* the letters that their texts have behind the first */
} wi_allomorphs;

/* By first letter, from 'a'; most letters have none. */
extern const wi_allomorphs wi_affix_allomorphs['z' - 'a' + 1];

/* Letters as a set: bit 0 is 'a'; other bytes are in no set. */
static inline uint32_t wi_affix_letter(char letter) {
  return letter >= 'a' && letter <= 'z' ? UINT32_C(1) << (letter - 'a') : 0;
}

enum { WI_AFFIX_VOWELS = 0x104111 }; /* a e i o u */

static inline bool wi_affix_is_vowel(char letter) {
  return (wi_affix_letter(letter) & (uint32_t)WI_AFFIX_VOWELS) != 0;
}

/* How sure one is to take a sequence and suffix off a root that no list knows; 0: never. */
typedef enum wi_caution { WI_CAUTION_NEVER, WI_CAUTION_LONG, WI_CAUTION_SURE } wi_caution;

/* A legal company: with this suffix, the root's licences that allow it, whether a common confix. */
typedef struct wi_company {
  uint64_t licences;
  bool legal;
  bool confix;
  wi_caution unknown;
} wi_company;

/* A legal sequence of prefixes: the parent's, and one more. Sequence 0 has none. */
typedef struct wi_sequence {
  const char *name; /* "me-per-", for people */
  uint8_t parent;
  uint8_t prefix; /* wi_prefix */
  wi_company with[WI_SUFFIX_COUNT];
} wi_sequence;

extern const wi_sequence wi_affix_sequences[];
size_t wi_affix_sequence_count(void);
static inline const wi_sequence *wi_affix_sequence(uint32_t sequence) {
  return &wi_affix_sequences[sequence];
}
/* The sequence that has `prefix` behind those of `parent`, or 0. */
uint32_t wi_affix_extend(uint32_t parent, wi_prefix prefix);

/* -lah -kah -tah -pun, then -ku -mu -nya, then -kan -an -i; each table ends with an empty text. */
extern const wi_str wi_affix_particles[];
extern const wi_str wi_affix_possessives[];
extern const wi_str wi_affix_suffixes[WI_SUFFIX_COUNT]; /* by wi_suffix */

/* What may stand before a hyphen: di-upload, me-review, nge-tweet, se-Indonesia. */
bool wi_affix_is_hyphen_prefix(wi_str text);

#endif
