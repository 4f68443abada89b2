/* What a candidate is worth as a keyword, in parts that multiply. */
#ifndef WI_KEYWORD_SCORES_H
#define WI_KEYWORD_SCORES_H

#include <stdbool.h>
#include <stdint.h>

#include "candidates.h"
#include "df.h"
#include "document_data.h"

typedef struct wi_keyword_score {
  double mentions; /* how often the text speaks of it; a part of a mention counts as one */
  double frequency;
  double idf;
  double position;
  double name;
  double headline;
} wi_keyword_score;

/* The five parts multiplied. */
double wi_keyword_score_total(const wi_keyword_score *score);

typedef struct wi_keyword_scorer {
  const warta_document *document;
  double *idf; /* by term */
  bool words_only; /* single words are asked for */
} wi_keyword_scorer;

/* False: no memory; free in any case. */
bool wi_keyword_scorer_make(wi_keyword_scorer *scorer, const warta_document *document,
                            const wi_df_view *background, bool words_only);
void wi_keyword_scorer_free(wi_keyword_scorer *scorer);

wi_keyword_score wi_keyword_score_of(const wi_keyword_scorer *scorer, const wi_candidate *item);

#endif
