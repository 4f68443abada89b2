/* How well each sentence of a document would stand in its summary. */
#ifndef WI_SENTENCE_SCORES_H
#define WI_SENTENCE_SCORES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/summary.h>

#include "df.h"
#include "document_data.h"

typedef struct wi_scored_sentence {
  uint32_t sentence; /* index into the document's sentences */
  uint32_t words;
  double score; /* 0 to 1 */
} wi_scored_sentence;

/* Scores the sentences that may be chosen, in text order: those of the body that hold a word; in a
 * document without any, headings and titles. *out is owned, free it with wi_mem_free. False: no
 * memory. Time: linear in the units. */
bool wi_sentence_scores_make(wi_scored_sentence **out, size_t *count,
                             const warta_document *document, const wi_df_view *background,
                             warta_summary_method method);

#endif
