/* How well each sentence of a document would stand in its summary, and what it leans on. */
#ifndef WI_SENTENCE_SCORES_H
#define WI_SENTENCE_SCORES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/summary.h>

#include "df.h"
#include "document_data.h"
#include "sentence_features.h"
#include "buf.h"
#include "trees.h"

struct warta_summary_weights {
  wi_trees trees;
  wi_buf block; /* that the trees lie in */
};

/* False unless the trees ask for the features of this release. */
bool wi_sentence_trees_fit(const wi_trees *trees);

typedef struct wi_sentence_scores {
  wi_sentence_row *rows; /* the sentences that may be chosen, in text order */
  size_t count;
  double *scores; /* 0 to 1, by row */
  wi_arena arena; /* that both lie in */
} wi_sentence_scores;

/* `out` holds the scores of another document, whose memory is used again, or is all 0. Free it in
 * any case. Errors: WARTA_ERR_DATA (the built-in weights are of another release),
 * WARTA_ERR_MEMORY. Time: linear in the units, but for ranks: sentences times their logarithm. */
warta_status wi_sentence_scores_make(wi_sentence_scores *out, const warta_document *document,
                                     const wi_df_view *background,
                                     const warta_summary_options *options, warta_error *error);
void wi_sentence_scores_free(wi_sentence_scores *scores);

#endif
