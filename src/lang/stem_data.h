/* What a stemmer holds. */
#ifndef WI_STEM_DATA_H
#define WI_STEM_DATA_H

#include "analyses.h"
#include "stem.h"

typedef struct wi_stem_rows wi_stem_rows; /* stem_explain.c */

struct wi_stemmer {
  const wi_dictionary *dictionary;
  warta_stemmer kind;
  struct sb_stemmer *snowball;
  wi_analyses analyses;
  const wi_analysis *chosen; /* of the analyses, or NULL */
  char word[WI_ANALYSES_WORD_MAX]; /* the word in work, then the stem */
  char covered; /* the letter of `word` that a restored one stands on */
  size_t taken_len; /* of what the analyses are of, in `word`; 0: of nothing */
  wi_stem_rows *rows; /* of the last explanation; NULL until one is asked for */
};

#endif
