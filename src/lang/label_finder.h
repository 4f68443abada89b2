/* The line that labels are looked for in. Shared by what names whole lines (label), parts at a
 * line's end (label_parts), datelines (label_datelines) and what stands inside (label_inside).
 */
#ifndef WI_LABEL_FINDER_H
#define WI_LABEL_FINDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "label_candidates.h"
#include "label_lines.h"
#include "label_pieces.h"
#include "label_spans.h"
#include "labeller.h"

/* A longer line is a paragraph and no line pattern is tried on it. */
enum { WI_LINE_PIECES_MAX = 140 };
/* A link title, a byline, with its label. */
enum { WI_START_WORDS_MAX = 34 };

typedef struct wi_finder {
  const wi_labeller *labeller;
  wi_str text;
  wi_label_scratch *scratch;
  wi_piece_array pieces; /* of the line: a view into those of the scratch */
  wi_label_line line; /* what its pieces are */
  wi_line now;
  size_t first; /* pieces [first, last) are what no markup and no rule has taken yet */
  size_t last;
  bool no_memory;
} wi_finder;

static inline const wi_piece *wi_finder_piece(const wi_finder *find, size_t i) {
  return &find->pieces.items[i];
}

static inline bool wi_finder_has(const wi_finder *find, size_t i, uint32_t flags) {
  return (find->pieces.items[i].flags & flags) != 0;
}

static inline char wi_finder_byte(const wi_finder *find, size_t i) {
  return find->text.ptr[find->pieces.items[i].start];
}

/* Whether a rule of one of the scopes may begin somewhere in the line: mostly none may. */
static inline bool wi_finder_may_hold(const wi_finder *find, uint32_t scopes) {
  return (find->line.scopes & scopes) != 0;
}

/* Whether one may begin at a piece. */
static inline bool wi_finder_may_begin(const wi_finder *find, uint32_t scopes, size_t piece) {
  return wi_label_scopes(find->labeller, wi_finder_piece(find, piece),
                         scopes & find->line.scopes) != 0;
}

/* The rule takes the whole line. */
static inline void wi_finder_name(wi_finder *find, const wi_label_rule *rule) {
  find->now.kind = rule->kind;
  find->now.rule = wi_labeller_name(find->labeller, rule);
}

/* A span over the pieces [first, last) of the line. */
void wi_finder_add(wi_finder *find, const wi_label_rule *rule, size_t first, size_t last);

/* How many of the pieces [first, last) the rule takes; WI_PATTERN_NONE if it does not match. */
size_t wi_finder_match(const wi_finder *find, const wi_label_rule *rule, size_t first, size_t last);
/* The rule of a scope that takes exactly the pieces [first, last), or NULL. */
const wi_label_rule *wi_finder_match_all(const wi_finder *find, wi_label_scope scope, size_t first,
                                         size_t last);
/* The rule of a scope whose match is the longest from `first` on; *taken gets its pieces. */
const wi_label_rule *wi_finder_match_longest(const wi_finder *find, wi_label_scope scope,
                                             size_t first, size_t *taken);
/* As wi_label_candidates_at, of a piece of the line at hand. */
bool wi_finder_candidates(wi_label_candidates *out, const wi_finder *find, wi_label_scope scope,
                          size_t piece);

/* Whether piece i stands behind a stop, with quotes and brackets closed, or is the first left. */
bool wi_finder_begins_sentence(const wi_finder *find, size_t i);

/* Initials, agencies and stars behind the last stop. */
void wi_label_find_end(wi_finder *find);
/* The chain of parts that reaches the line's end; the whole line if it begins with one. True: text
 * is left before it. */
bool wi_label_find_chain(wi_finder *find);
void wi_label_find_dateline(wi_finder *find);
void wi_label_find_inside(wi_finder *find);

#endif
