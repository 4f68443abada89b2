/* The patterns of dict/labels.txt, compiled and sorted by scope.
 */
#ifndef WI_LABEL_RULES_H
#define WI_LABEL_RULES_H

#include <stdbool.h>

#include <warta/status.h>

#include "dictionary.h"
#include "label.h"
#include "label_words.h"
#include "pattern.h"

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

/* Pieces at the beginning of a line that are looked at more closely, and how far from the first of
 * them a match may begin there. */
enum { WI_LABEL_NEAR = 18, WI_LABEL_MARKUP = 2 };

/* What a line holds, or must hold: marks of words, which several words may share, and flags of
 * pieces. */
typedef struct wi_label_marks {
  uint64_t words[4];
  uint32_t flags;
} wi_label_marks;

typedef struct wi_label_rule {
  wi_pattern *pattern;
  char *name; /* "related:baca juga" */
  uint8_t kind;
  uint8_t scope;
  uint32_t first_flags; /* a match may begin with a piece that has one of these */
  wi_label_marks needs[2]; /* a line without one of these, of each, holds no match */
  wi_label_marks near; /* nor does one without one of these near its beginning */
  wi_label_marks last; /* what a match ends with */
} wi_label_rule;

/* What is known of a word of the patterns. */
typedef struct wi_label_word {
  uint32_t scopes; /* a bit for each scope in which a rule may begin with it */
  uint8_t mark; /* its bit in wi_label_marks */
  bool is_needed; /* by some rule: it has a mark */
  uint32_t flags; /* WI_PIECE_MONTH, WI_PIECE_DAY */
} wi_label_word;

/* The first look at a rule that may begin with a class, small enough to have all of them at hand. A
 * summary of marks has 64 bits for the 256. */
typedef struct wi_label_open {
  uint32_t rule;
  uint32_t first_flags;
  uint32_t near_flags;
  uint32_t need_flags;
  uint32_t last_flags;
  uint64_t near_summary;
  uint64_t need_summary;
  uint64_t last_summary;
} wi_label_open;

struct wi_labeller {
  wi_label_rule *rules; /* by scope, then in the order of the file */
  size_t count;
  size_t capacity;
  size_t scopes[WI_SCOPE_COUNT + 1]; /* the first rule of each */
  size_t mark_count; /* words that some rule needs */
  wi_label_open *open; /* rules that may begin with a class, by scope */
  size_t opens[WI_SCOPE_COUNT + 1]; /* the first of each scope among them */
  uint32_t open_scopes; /* scopes in which a rule may begin with a class */
  wi_label_words vocabulary;
  wi_label_word *words; /* by number; number 0 is no word */
  uint32_t *starts; /* rules that may begin with word n: items[starts[n]] up to starts[n + 1] */
  uint32_t *items; /* numbers of rules, rising */
};

/* What a pattern of the scope may begin with at this piece: a bit for each scope. */
static inline uint32_t wi_label_scopes(const wi_labeller *labeller, const wi_piece *piece) {
  return labeller->words[piece->word].scopes | labeller->open_scopes;
}

/* Sets the word of each piece. */
void wi_label_number(const wi_labeller *labeller, wi_str text, wi_piece *pieces, size_t count);
/* What a line is made of. */
typedef struct wi_label_line {
  wi_label_marks all;
  wi_label_marks near; /* the first WI_LABEL_NEAR pieces */
  uint64_t all_summary;
  uint64_t near_summary;
} wi_label_line;

/* The pieces are numbered. */
void wi_label_line_read(wi_label_line *out, const wi_labeller *labeller, const wi_piece *pieces,
                        size_t count);

/* The rules of a scope that may match at a piece of a line, in the order of the file. */
typedef struct wi_label_candidates {
  const wi_labeller *labeller;
  const wi_label_line *line;
  bool is_near; /* the piece stands at the line's beginning */
  uint32_t flags; /* of the piece */
  uint32_t last_flags; /* of the piece that the match must end with; all bits: it need not */
  uint64_t last_summary;
  const uint32_t *next; /* those that may begin with the piece's word */
  const uint32_t *end;
  const wi_label_open *open; /* those that may begin with a class */
  const wi_label_open *last;
} wi_label_candidates;

/* A match that must end with this piece. */
void wi_label_end_with(wi_label_candidates *from, const wi_piece *piece);

/* `at`: the number of the piece in its line. */
wi_label_candidates wi_label_candidates_at(const wi_labeller *labeller, wi_label_scope scope,
                                           const wi_label_line *line, const wi_piece *piece,
                                           size_t at);
/* NULL at the end. */
const wi_label_rule *wi_label_next(wi_label_candidates *from);

#endif
