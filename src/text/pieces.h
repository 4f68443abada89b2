/* Cuts a line into pieces (words, numbers, marks) for the label patterns: offsets and flags only.
 *
 * Coarser than the tokens of the lang floor, and needs no dictionary: a domain, an address, a
 * number with its inner marks (10:42, 29/1/2026) and a hyphenated word are one piece each.
 */
#ifndef WI_PIECES_H
#define WI_PIECES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum {
  WI_PIECE_WORD = 1 << 0,
  WI_PIECE_NUMBER = 1 << 1, /* 5, 10:42, 29/1/2026 */
  WI_PIECE_CAPITAL = 1 << 2, /* a word that begins with a capital */
  WI_PIECE_CAPS = 1 << 3, /* a word of capitals, two or more */
  WI_PIECE_DOMAIN = 1 << 4, /* kompas.com */
  WI_PIECE_URL = 1 << 5, /* http..., www... up to white space */
  WI_PIECE_TAG = 1 << 6, /* #haji, @nama */
  WI_PIECE_DASH = 1 << 7, /* -, --, and the long ones */
  WI_PIECE_STOP = 1 << 8, /* . ? ! and runs of them */
  WI_PIECE_OPEN = 1 << 9, /* ( [ */
  WI_PIECE_CLOSE = 1 << 10, /* ) ] */
  WI_PIECE_QUOTE = 1 << 11,
  WI_PIECE_GLUED = 1 << 12, /* no white space before it */
  WI_PIECE_ENDS = 1 << 13, /* a stop behind which a new sentence begins on the same line */
  /* No flags that a piece has, but what is said of words and patterns: */
  WI_PIECE_ANY = 1 << 14, /* any piece */
  WI_PIECE_MONTH = 1 << 15,
  WI_PIECE_DAY = 1 << 16
};

typedef struct wi_piece {
  uint32_t start;
  uint32_t end;
  uint32_t flags;
  uint32_t word; /* its number in the vocabulary of whoever cuts the line; 0: not in it */
} wi_piece;

typedef struct wi_piece_array {
  wi_piece *items;
  size_t count;
  size_t capacity;
} wi_piece_array;

void wi_piece_array_free(wi_piece_array *array);

/* Sets *out to the pieces of text[start, end), ends of sentences marked. False: no memory. */
bool wi_pieces_cut(wi_piece_array *out, wi_str text, size_t start, size_t end);
/* Appends the pieces of a part without white space at its ends; no ends of sentences are marked. */
bool wi_pieces_append(wi_piece_array *out, wi_str text, size_t start, size_t end);
/* Whether a sentence ends at the stop that is piece i of a line, and another begins behind it. */
bool wi_piece_ends(const wi_piece *pieces, size_t i, size_t count);

/* The bytes of a piece. */
static inline wi_str wi_piece_str(wi_str text, const wi_piece *piece) {
  return wi_str_slice(text, piece->start, piece->end);
}
/* A to Z become a to z; other bytes stay. */
static inline char wi_piece_lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Closed lists that every date needs: "Maret", "Mar"; "Senin". */
bool wi_piece_is_month(wi_str text, const wi_piece *piece);
bool wi_piece_is_day(wi_str text, const wi_piece *piece);
/* The lists themselves. */
const char *const *wi_piece_months(size_t *count);
const char *const *wi_piece_days(size_t *count);
/* An address that ends like a picture's. */
bool wi_piece_is_image(wi_str text, const wi_piece *piece);

#endif
