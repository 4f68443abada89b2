/* What is known of each candidate for a keyword: the numbers that its score is made of, that `warta
 * explain --keywords` shows, and that tools/train_keywords.py learns from.
 *
 * All are whole numbers, in thousandths: logarithms of counts, idf, shares, and yes (1000) or no
 * (0). The logarithm of the score is their sum, each times its weight, so features of one part
 * multiply to one factor of the score.
 */
#ifndef WI_KEYWORD_FEATURES_H
#define WI_KEYWORD_FEATURES_H

#include <stdbool.h>
#include <stdint.h>

#include "candidates.h"
#include "df.h"
#include "document_data.h"

typedef enum wi_keyword_part {
  WI_PART_FREQUENCY,
  WI_PART_IDF,
  WI_PART_POSITION,
  WI_PART_NAME,
  WI_PART_FORM,
  WI_PART_COUNT
} wi_keyword_part;

/* The order is that of the columns; the names are those in dict/keyword-weights.txt, which is made
 * anew when they change. Logarithms are natural ones; that of `headlines` may be below 0. */
#define WI_KEYWORD_FEATURES(X)                                                                     \
  X(MENTIONS, "mentions", FREQUENCY) /* log: of five times how often the text speaks of it */      \
  X(IDF, "idf", IDF) /* log: the mean of its words, capped */                                      \
  X(IDF_SUM, "idf-sum", IDF) /* log: of one more than the sum of all its words */                  \
  X(HEADLINES, "headlines",                                                                        \
    IDF) /* mean of its words: how readily headlines elsewhere take them */                        \
  X(NEAR, "near", POSITION) /* e^(-words before it / 25) */                                        \
  X(MIDDLE, "middle", POSITION) /* e^(-words before it / 80) */                                    \
  X(FAR, "far", POSITION) /* e^(-words before it / 250) */                                         \
  X(NAME, "name", NAME) /* mostly written as a name */                                             \
  X(NAME_ONCE, "name-once", NAME) /* a name said once, behind the lead */                          \
  X(NAME_WORD, "name-word", NAME) /* a name of one word */                                         \
  X(ACRONYM, "acronym", NAME)                                                                      \
  X(PLACE, "place", NAME) /* a known place or body by its one name */                              \
  X(OFFICE, "office", NAME) /* begins with an office */                                            \
  X(TWO, "two", FORM) /* words */                                                                  \
  X(THREE, "three", FORM)                                                                          \
  X(FOUR, "four", FORM) /* or more */                                                              \
  X(VERBS, "verbs", FORM) /* share of occurrences that are no subject, as verbs */                 \
  X(DERIVED, "derived", FORM) /* one word, no name, with affixes: pengisian */                     \
  X(ABSTRACT, "abstract", FORM) /* of these, pe-an or ke-an */                                     \
  X(PART, "part", FORM) /* share of occurrences in longer candidates */

typedef enum wi_keyword_feature {
#define FEATURE_NUMBER(name, text, part) WI_KEYWORD_##name,
  WI_KEYWORD_FEATURES(FEATURE_NUMBER)
#undef FEATURE_NUMBER
      WI_KEYWORD_FEATURE_COUNT
} wi_keyword_feature;

typedef struct wi_keyword_numbers {
  int32_t values[WI_KEYWORD_FEATURE_COUNT];
} wi_keyword_numbers;

const char *wi_keyword_feature_name(wi_keyword_feature feature);
wi_keyword_part wi_keyword_feature_part(wi_keyword_feature feature);

enum { WI_KEYWORD_PLAIN = 16 };

typedef struct wi_keyword_reader {
  const warta_document *document;
  const wi_df_view *background;
  double *idf; /* by term; 0: not looked up yet */
  int32_t *pulls; /* the same: twice wi_dictionary_headline_pull, plus 1 */
  bool words_only; /* single words are asked for */
  int32_t plain[WI_KEYWORD_PLAIN]; /* logarithms of so many plain mentions; 0: not asked for yet */
} wi_keyword_reader;

/* The background must stay; tables are from the arena. False: no memory. */
bool wi_keyword_reader_make(wi_keyword_reader *reader, const warta_document *document,
                            const wi_df_view *background, wi_arena *arena);

wi_keyword_numbers wi_keyword_read(wi_keyword_reader *reader, const wi_candidate *item);

#endif
