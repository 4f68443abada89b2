/* The terms of a document weighed for comparing its sentences: idf each, and idf times occurrences
 * in the article.
 */
#ifndef WI_SENTENCE_TERMS_H
#define WI_SENTENCE_TERMS_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "df.h"
#include "document_data.h"

typedef struct wi_sentence_terms {
  const warta_document *document;
  double *idf; /* by term */
  double *weights; /* by term: of the article */
  uint32_t *stamps; /* by term; for wi_sentence_terms_next */
  double length; /* of the article's vector */
  double total; /* sum of the weights */
  double heaviest; /* weight */
  double title_total; /* idf of the headline's terms */
  double title_length; /* of the headline's vector, each term once */
} wi_sentence_terms;

/* The tables are from the arena. False: no memory. */
bool wi_sentence_terms_make(wi_sentence_terms *out, const warta_document *document,
                            const wi_df_view *background, wi_arena *arena);

/* Walks over the content terms of a sentence, each once. `before` is the sentence, by index and
 * among those walked over since making, that had the term last; WI_NO_SENTENCE if none. Every
 * sentence may be walked over once between two calls of wi_sentence_terms_rewind. */
typedef struct wi_term_walk {
  uint32_t sentence;
  uint32_t unit; /* the next to look at */
  uint32_t at; /* the unit of the term given last */
  uint32_t term;
  uint32_t before;
} wi_term_walk;

#define WI_NO_SENTENCE UINT32_MAX

wi_term_walk wi_sentence_terms_walk(const wi_sentence_terms *terms, uint32_t sentence);
bool wi_sentence_terms_next(wi_sentence_terms *terms, wi_term_walk *walk);
void wi_sentence_terms_rewind(wi_sentence_terms *terms);

#endif
