/* Anchored patterns over the pieces of a line: what dict/labels.txt is written in.
 *
 * A pattern is read from left to right against the pieces of a line; white space counts for
 * nothing.
 *
 *   baca juga     these words, in any case       ADVERTISEMENT  this word, in capitals only
 *   : , / ©       this mark (or dash, any dash)  \( \) \| \?    a mark that has a meaning below
 *   (a|b c)       one of these                   x?  x+  x*     optional, one or more, any number
 *   *             anything, also nothing         ***            this mark
 *   {date}        what `define date ...` says
 *   <name> a capitalised word   <caps> a word in capitals   <word> any word   <number> 5, 10:42
 *   <proper> a capitalised word that is not in capitals
 *   <title> one piece or more, and no sentence ends among them
 *   <month> <day> Maret, Mar; Senin   <domain> kompas.com   <url>   <tag> #haji   <dash> - or --
 *   <short> a word or number of two to five letters, no stop: initials   <any> one piece
 *   <image> the web address of a picture
 *
 * Matching runs all readings side by side: pieces times the length of the pattern, no backtracking.
 */
#ifndef WI_PATTERN_H
#define WI_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pieces.h"
#include "str.h"

#define WI_PATTERN_NONE SIZE_MAX
/* The steps a compiled pattern may have, its defines written out. */
#define WI_PATTERN_STEPS_MAX 1000
/* Points of a pattern (see below) that are kept; later ones are left out. */
#define WI_PATTERN_POINTS_MAX 24

typedef struct wi_pattern wi_pattern;

/* A name for a part of a pattern. */
typedef struct wi_pattern_define {
  wi_str name;
  wi_str source;
} wi_pattern_define;

typedef struct wi_pattern_defines {
  const wi_pattern_define *items;
  size_t count;
} wi_pattern_defines;

typedef enum wi_pattern_result {
  WI_PATTERN_OK,
  WI_PATTERN_NO_MEMORY,
  WI_PATTERN_WRONG /* *why says what is wrong with it */
} wi_pattern_result;

/* *out is owned: free it with wi_pattern_free. The source is copied where needed. */
wi_pattern_result wi_pattern_compile(wi_pattern **out, wi_str source, wi_pattern_defines defines,
                                     const char **why);
void wi_pattern_free(wi_pattern *pattern);

/* A compiled pattern is one block of so many bytes, a multiple of eight, without a pointer in it: a
 * copy of it at any place aligned to eight bytes is the same pattern. */
size_t wi_pattern_size(const wi_pattern *pattern);
/* Whether the block at hand, of which `room` bytes are readable, may be matched with. */
bool wi_pattern_is_sound(const wi_pattern *pattern, size_t room);

/* Gives a literal, its letters in any case, a number; 0: none. False ends the numbering. */
typedef bool (*wi_pattern_number_fn)(void *payload, wi_str literal, uint32_t *number);

/* Numbers the literals: from then on a piece is compared by its number (wi_piece.word), so all
 * pieces must have theirs. False: fn said so. */
bool wi_pattern_number(wi_pattern *pattern, wi_pattern_number_fn fn, void *payload);

/* Whether a match may begin with this piece. */
bool wi_pattern_may_begin(const wi_pattern *pattern, wi_str text, const wi_piece *piece);
/* How many of the pieces the longest match from the first on takes; WI_PATTERN_NONE without one. */
size_t wi_pattern_match(const wi_pattern *pattern, wi_str text, const wi_piece *pieces,
                        size_t count);

/* What a pattern may take at a point: one of these pieces. */
typedef struct wi_pattern_taker {
  wi_str literal; /* its letters may be capitals where the piece's are small; ptr NULL: none */
  uint32_t flags; /* without a literal: of WI_PIECE_..., the piece has one; 0: the match ends */
} wi_pattern_taker;

/* Points that every match passes, one piece at least at each: the beginning is number 0. For an
 * index, and to tell what a line must hold. */
size_t wi_pattern_point_count(const wi_pattern *pattern);
/* How many pieces may stand before a point; WI_PATTERN_NONE: any number. */
size_t wi_pattern_reach(const wi_pattern *pattern, size_t point);
/* What the last piece of a match may be. */
bool wi_pattern_last_next(const wi_pattern *pattern, size_t *at, wi_pattern_taker *out);
/* What the piece before the last may be, where there is one. */
bool wi_pattern_before_next(const wi_pattern *pattern, size_t *at, wi_pattern_taker *out);
/* The taker behind *at, which begins as 0; false at the end. */
bool wi_pattern_taker_next(const wi_pattern *pattern, size_t point, size_t *at,
                           wi_pattern_taker *out);

#endif
