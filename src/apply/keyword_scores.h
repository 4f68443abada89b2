/* What a candidate is worth as a keyword, in parts that multiply.
 *
 * The logarithm of the score is linear in the features of the candidate (keyword_features.h); the
 * weights are in dict/keyword-weights.txt, one set for phrases and one where single words are asked
 * for. The headline's part is no matter of learning: whoever gives a headline wants it to help.
 */
#ifndef WI_KEYWORD_SCORES_H
#define WI_KEYWORD_SCORES_H

#include <stdbool.h>
#include <stdint.h>

#include "keyword_features.h"

typedef struct wi_keyword_score {
  double parts[WI_PART_COUNT]; /* by wi_keyword_part */
  double headline;
} wi_keyword_score;

typedef struct wi_keyword_scorer {
  wi_keyword_reader reader;
  int32_t weights[WI_KEYWORD_FEATURE_COUNT]; /* thousandths */
} wi_keyword_scorer;

/* The background must stay; tables are from the arena. False: no memory. */
bool wi_keyword_scorer_make(wi_keyword_scorer *scorer, const warta_document *document,
                            const wi_df_view *background, bool words_only, wi_arena *arena);

/* The logarithm of the parts multiplied: it ranks as they do, and costs no exponential. */
double wi_keyword_rank(const wi_keyword_scorer *scorer, const wi_candidate *item,
                       const wi_keyword_numbers *numbers);

/* The parts multiplied. */
double wi_keyword_score_total(const wi_keyword_score *score);

wi_keyword_score wi_keyword_score_of(const wi_keyword_scorer *scorer, const wi_candidate *item,
                                     const wi_keyword_numbers *numbers);

#endif
