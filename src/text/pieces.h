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
  WI_PIECE_ENDS = 1 << 13 /* a stop behind which a new sentence begins on the same line */
};

typedef struct wi_piece {
  uint32_t start;
  uint32_t end;
  uint32_t flags;
} wi_piece;

typedef struct wi_piece_array {
  wi_piece *items;
  size_t count;
  size_t capacity;
} wi_piece_array;

void wi_piece_array_free(wi_piece_array *array);

/* Sets *out to the pieces of text[start, end). False: no memory. */
bool wi_pieces_cut(wi_piece_array *out, wi_str text, size_t start, size_t end);

/* The bytes of a piece. */
wi_str wi_piece_str(wi_str text, const wi_piece *piece);
/* A to Z become a to z; other bytes stay. */
char wi_piece_lower(char byte);

/* Closed lists that every date needs: "Maret", "Mar"; "Senin". */
bool wi_piece_is_month(wi_str text, const wi_piece *piece);
bool wi_piece_is_day(wi_str text, const wi_piece *piece);
/* An address that ends like a picture's. */
bool wi_piece_is_image(wi_str text, const wi_piece *piece);

/* A set of bytes. */
typedef struct wi_byte_set {
  uint8_t bits[32];
} wi_byte_set;

void wi_byte_set_add(wi_byte_set *set, char byte);
bool wi_byte_set_has(const wi_byte_set *set, char byte);
/* The lower-cased first bytes of all pieces. */
wi_byte_set wi_pieces_first_bytes(wi_str text, const wi_piece_array *pieces);

#endif
