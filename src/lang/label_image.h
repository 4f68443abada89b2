/* The compiled label rules: one block without a pointer in it, which dictc puts into the dictionary
 * and which a labeller reads where it lies. Written by label_compile, opened by labeller.
 */
#ifndef WI_LABEL_IMAGE_H
#define WI_LABEL_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

/* Where a pattern is looked for; described in dict/labels.txt. */
typedef enum wi_label_scope {
  WI_SCOPE_LINE,
  WI_SCOPE_HEAD,
  WI_SCOPE_TAIL,
  WI_SCOPE_START,
  WI_SCOPE_REST,
  WI_SCOPE_END,
  WI_SCOPE_INLINE,
  WI_SCOPE_BETWEEN,
  WI_SCOPE_GLUED,
  WI_SCOPE_LEAD,
  WI_SCOPE_FIRST,
  WI_SCOPE_COUNT
} wi_label_scope;

#define WI_SCOPE_BIT(name) ((uint32_t)1 << WI_SCOPE_##name)

/* Pieces at the beginning of a line that are looked at more closely, and how far from the first of
 * them a match may begin there. */
enum { WI_LABEL_NEAR = 18, WI_LABEL_MARKUP = 2 };

/* Longer literals are not numbered: whoever asks takes them for any piece. */
enum { WI_LABEL_WORD_MAX = 63, WI_LABEL_WORDS_MAX = UINT16_MAX - 1 };

enum { WI_LABEL_MARK_WORDS = 8, WI_LABEL_MARKS_MAX = 64 * WI_LABEL_MARK_WORDS };

/* What a line holds, or must hold: marks of words, which several words may share, and flags of
 * pieces. */
typedef struct wi_label_marks {
  uint64_t words[WI_LABEL_MARK_WORDS];
  uint32_t flags;
  uint32_t reserved;
} wi_label_marks;

enum { WI_LABEL_NEEDS = 3 };

typedef struct wi_label_rule {
  uint32_t pattern; /* bytes into the patterns */
  uint32_t name; /* bytes into the characters: "related:baca juga", a zero byte behind it */
  uint8_t kind;
  uint8_t scope;
  uint16_t reserved;
  uint32_t first_flags; /* a match may begin with a piece that has one of these */
  wi_label_marks needs[WI_LABEL_NEEDS]; /* a line without one of these, of each, holds no match */
  wi_label_marks near; /* nor does one without one of these near its beginning */
  wi_label_marks last; /* what a match ends with */
  wi_label_marks before; /* what stands before that; nothing: a match has one piece */
} wi_label_rule;

/* What is known of a word of the patterns. */
typedef struct wi_label_word {
  uint32_t scopes; /* a bit for each scope in which a rule may begin with it */
  uint32_t flags; /* WI_PIECE_MONTH, WI_PIECE_DAY */
  uint32_t key; /* bytes into the characters: its length, a byte, then its letters, small ones */
  uint16_t mark; /* its bit in wi_label_marks */
  uint16_t is_needed; /* by some rule: it has a mark */
} wi_label_word;

typedef enum wi_label_part {
  WI_LABEL_RULES, /* wi_label_rule: by scope, then in the order of the file */
  WI_LABEL_OPEN, /* u32: numbers of the rules that may begin with a class, by scope */
  WI_LABEL_WORDS, /* wi_label_word, by number; number 0 is no word */
  WI_LABEL_STARTS, /* u32: rules that may begin with word n: items[starts[n]] up to starts[n + 1] */
  WI_LABEL_ITEMS, /* u32: numbers of rules, rising */
  WI_LABEL_SLOTS, /* u16: numbers of words by the hash of their letters, a power of two of them */
  WI_LABEL_PATTERNS, /* the blocks of the patterns */
  WI_LABEL_CHARACTERS, /* names and words */
  WI_LABEL_PART_COUNT
} wi_label_part;

enum { WI_LABEL_LENGTHS = 256 };

typedef struct wi_label_image {
  uint32_t offsets[WI_LABEL_PART_COUNT]; /* from the block's beginning, multiples of eight */
  uint32_t counts[WI_LABEL_PART_COUNT]; /* items; bytes of patterns and characters */
  uint32_t scopes[WI_SCOPE_COUNT + 1]; /* the first rule of each */
  uint32_t opens[WI_SCOPE_COUNT + 1]; /* the first of each scope among the open ones */
  uint32_t open_flags[WI_SCOPE_COUNT]; /* pieces with one of these may begin a rule of the scope */
  uint32_t lengths[WI_LABEL_LENGTHS]; /* of words by first byte: a bit for each length, the highest
                                         for 31 and more */
  uint32_t reserved;
  wi_label_marks gates[WI_SCOPE_COUNT]; /* a line without one of these matches no open rule */
} wi_label_image;

#endif
