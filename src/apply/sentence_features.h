/* What is known of each sentence that may stand in a summary: the numbers that the trained scorer
 * reads, that `warta explain --sentences` shows, and that tools/train_summary.py learns from.
 *
 * All are whole numbers, so that a threshold means the same on every machine: counts, or shares and
 * likenesses in thousandths. "Weight" is idf, capped, of content words, each once in a sentence;
 * in the article it is times the occurrences.
 */
#ifndef WI_SENTENCE_FEATURES_H
#define WI_SENTENCE_FEATURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "df.h"
#include "document_data.h"

/* The order is that of the columns; the names are those in dict/summary-weights.txt, which is
 * trained anew when they change. */
#define WI_SENTENCE_FEATURES(X)                                                                    \
  X(PLACE, "place") /* sentences before it */                                                      \
  X(BEHIND, "behind") /* sentences behind it */                                                    \
  X(PLACE_SHARE, "place-share")                                                                    \
  X(SENTENCES, "sentences") /* of the article */                                                   \
  X(PARAGRAPH, "paragraph") /* paragraphs before its own */                                        \
  X(PARAGRAPHS, "paragraphs")                                                                      \
  X(IN_PARAGRAPH, "in-paragraph") /* sentences of its paragraph before it */                       \
  X(PARAGRAPH_REST, "paragraph-rest") /* and behind it */                                          \
  X(WORDS, "words")                                                                                \
  X(WORDS_BEFORE, "words-before")                                                                  \
  X(ARTICLE_WORDS, "article-words")                                                                \
  X(LENGTH_RATIO, "length-ratio") /* its words to the mean of the article */                       \
  X(WORDS_PREVIOUS, "words-previous")                                                              \
  X(WORDS_NEXT, "words-next")                                                                      \
  X(CONTENT, "content") /* share of words that are no stop words */                                \
  X(HEADLINE, "headline") /* share of the headline's weight that it holds */                       \
  X(HEADLINE_COSINE, "headline-cosine")                                                            \
  X(HEADLINE_RANK, "headline-rank") /* sentences that hold more of it */                           \
  X(HEADLINE_PREVIOUS, "headline-previous")                                                        \
  X(HEADLINE_NEXT, "headline-next")                                                                \
  X(HEADLINE_SEEN, "headline-seen") /* share of it in the sentences before */                      \
  X(CENTROID, "centroid") /* cosine to the article */                                              \
  X(CENTROID_RANK, "centroid-rank")                                                                \
  X(CENTROID_PREVIOUS, "centroid-previous")                                                        \
  X(CENTROID_NEXT, "centroid-next")                                                                \
  X(WEIGHT, "weight") /* share of the article's weight in its terms */                             \
  X(WEIGHT_MEAN, "weight-mean") /* mean weight in the article of its terms, by the greatest */     \
  X(IDF_MEAN, "idf-mean")                                                                          \
  X(KEY, "key") /* share of the weight of the ten heaviest terms */                                \
  X(KEY_RANK, "key-rank")                                                                          \
  X(KEY_PREVIOUS, "key-previous")                                                                  \
  X(KEY_NEXT, "key-next")                                                                          \
  X(FRESH, "fresh") /* share of its weight in terms no sentence before has */                      \
  X(LATER, "later") /* share of its weight in terms a sentence behind has */                       \
  X(LEAD, "lead") /* cosine to the first sentence */                                               \
  X(PREVIOUS, "previous") /* cosine to the one before */                                           \
  X(NEXT, "next")                                                                                  \
  X(NAMES, "names") /* capitalised words that do not begin it */                                   \
  X(NAMES_SHARE, "names-share")                                                                    \
  X(NAMES_FRESH, "names-fresh") /* of these, terms no sentence before has */                       \
  X(NUMBERS, "numbers")                                                                            \
  X(MONEY, "money") /* amounts and percentages */                                                  \
  X(DATES, "dates") /* dates, times, and words of time */                                          \
  X(BRACKETS, "brackets")                                                                          \
  X(LONG_FORMS, "long-forms") /* acronyms, and long forms of them */                               \
  X(QUOTED, "quoted") /* share of words inside quotation marks */                                  \
  X(QUOTED_PREVIOUS, "quoted-previous")                                                            \
  X(QUOTED_NEXT, "quoted-next")                                                                    \
  X(OPENS_QUOTED, "opens-quoted") /* 1: begins in a quotation, 2: in one that lost its start */    \
  X(ENDS_QUOTED, "ends-quoted") /* 1: the quotation goes on behind it */                           \
  X(REPORTING, "reporting") /* words such as kata, ujar */                                         \
  X(REPORTING_PREVIOUS, "reporting-previous")                                                      \
  X(REPORTING_NEXT, "reporting-next")                                                              \
  X(LEANS_BACK, "leans-back") /* 1: a pronoun or demonstrative leads it */                         \
  X(FIRST_STOP, "first-stop") /* warta_stop_group of its first word */                             \
  X(FIRST_NAME, "first-name") /* 1: its first two words are capitalised */                         \
  X(DEMONSTRATIVES, "demonstratives") /* ini, itu, tersebut */                                     \
  X(PRONOUNS, "pronouns") /* saya, kami, kita: somebody speaks */                                  \
  X(QUESTION, "question") /* 1: ends with a question mark */                                       \
  X(UNFINISHED, "unfinished") /* 1: ends with no full stop */                                      \
  X(HEADINGS, "headings") /* headings before it */

/* A quotation ends in the sentence that began in none. */
enum { WI_OPENS_LOST = 2 };

#define WI_SENTENCE_FEATURE_ENUM(name, text) WI_FEATURE_##name,
typedef enum wi_sentence_feature {
  WI_SENTENCE_FEATURES(WI_SENTENCE_FEATURE_ENUM) WI_FEATURE_COUNT
} wi_sentence_feature;

typedef struct wi_sentence_row {
  uint32_t sentence; /* index into the document's sentences */
  int32_t values[WI_FEATURE_COUNT];
} wi_sentence_row;

/* "headline-cosine". */
const char *wi_sentence_feature_name(wi_sentence_feature feature);

/* The sentences that may be chosen, in text order: those of the body that hold a word; in a
 * document without any, headings and titles. *rows is from the arena. False: no memory. */
bool wi_sentence_rows_list(wi_sentence_row **rows, size_t *count, const warta_document *document,
                           wi_arena *arena);

/* Fills in all values of the rows, with scratch from the arena. False: no memory. Time: linear in
 * the units, and sentences times their logarithm. */
bool wi_sentence_rows_fill(wi_sentence_row *rows, size_t count, const warta_document *document,
                           const wi_df_view *background, wi_arena *arena);

#endif
