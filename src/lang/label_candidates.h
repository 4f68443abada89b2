/* Which label rules may match at a piece of a line: for most pieces of most lines, none.
 */
#ifndef WI_LABEL_CANDIDATES_H
#define WI_LABEL_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bits.h"
#include "labeller.h"
#include "pieces.h"

/* What a line is made of, read in one walk over its pieces. */
typedef struct wi_label_line {
  wi_label_marks all;
  wi_label_marks near; /* the first WI_LABEL_NEAR pieces */
  uint32_t scopes; /* a bit for each in which some piece may begin a match */
  uint32_t words; /* and numbers, addresses, tags */
  uint32_t capitals; /* words that begin with a capital or a digit */
  uint64_t needed[WI_FILTER_NEEDS]; /* open rules that something of the line lets through */
} wi_label_line;

/* The pieces are numbered; the ends of sentences among them are marked. */
void wi_label_line_read(wi_label_line *out, const wi_labeller *labeller, wi_str text,
                        const wi_piece_array *pieces);

/* Sets the word of each piece. */
void wi_label_number(const wi_labeller *labeller, wi_str text, wi_piece *pieces, size_t count);

/* Inside a line, parts begin with such a piece only: "... usai. Baca juga:", "(Foto", "©". */
static inline bool wi_label_may_stand_inside(wi_str text, const wi_piece *piece) {
  return (piece->flags & (WI_PIECE_CAPITAL | WI_PIECE_OPEN)) != 0 ||
         text.ptr[piece->start] == '\xC2';
}

/* In which of the scopes, a bit for each, a rule may begin at a piece. */
static inline uint32_t wi_label_scopes(const wi_labeller *labeller, const wi_piece *piece,
                                       uint32_t scopes) {
  uint32_t found = labeller->words[piece->word].scopes & scopes;
  const uint32_t flags = piece->flags | labeller->words[piece->word].flags | WI_PIECE_ANY;
  for (uint32_t rest = scopes & ~found; rest != 0; rest &= rest - 1) {
    const uint32_t lowest = rest & (~rest + 1);
    const size_t scope = wi_bits_lowest(lowest);
    found |= (labeller->image.open_flags[scope] & flags) != 0 ? lowest : 0;
  }
  return found;
}

/* The rules of a scope that may match at a piece of a line, in the order of the file. */
typedef struct wi_label_candidates {
  const wi_labeller *labeller;
  const wi_label_line *line;
  bool is_near; /* the piece stands at the line's beginning */
  uint32_t flags; /* of the piece */
  const wi_label_marks *ending; /* of the piece that a match must end with, or all of the line's */
  const wi_label_marks *before; /* of the piece before it; NULL: it may be any */
  const uint32_t *next; /* those that may begin with the piece's word */
  const uint32_t *end;
  const wi_flag_filter *filter; /* of the scope */
  const uint32_t *open; /* those of the scope that may begin with a class */
  const uint32_t *last;
  uint64_t bits; /* which of them, as the filter numbers them */
  size_t behind; /* of those that share the last bit: how many have been passed */
} wi_label_candidates;

/* The last two pieces that a match must take. */
typedef struct wi_label_ending {
  wi_label_marks last;
  wi_label_marks before;
} wi_label_ending;

/* The match must take all of the pieces, one at least; *ending stays while candidates are asked. */
void wi_label_take_all(wi_label_candidates *from, wi_label_ending *ending, const wi_piece *pieces,
                       size_t count);

/* A piece of a line, and which it is. */
typedef struct wi_label_place {
  const wi_label_line *line;
  const wi_piece *piece;
  size_t at;
} wi_label_place;

/* Sets *out to those of the scope at the place. False: there are none, and *out is not set. */
bool wi_label_candidates_at(wi_label_candidates *out, const wi_labeller *labeller,
                            wi_label_scope scope, const wi_label_place *place);
/* NULL at the end. */
const wi_label_rule *wi_label_next(wi_label_candidates *from);

#endif
