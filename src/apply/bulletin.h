/* Bulletins: articles that fill other numbers into the same words (exchange rates, prices, weather,
 * quakes, the grid of a race). They are as alike as copies, and other news every time. */
#ifndef WI_BULLETIN_H
#define WI_BULLETIN_H

#include <stdbool.h>
#include <stdint.h>

#include "index.h"

/* Of an article: how many of its terms are numbers, and how its weight is shared out. */
typedef struct wi_bulletin_row {
  uint32_t numbers;
  double number_length; /* of the part of the vector that is numbers */
  double word_length;
} wi_bulletin_row;

typedef struct wi_bulletins {
  const warta_index *index;
  wi_bulletin_row *rows; /* by article */
} wi_bulletins;

/* False: no memory. */
bool wi_bulletins_open(wi_bulletins *out, const warta_index *index);
void wi_bulletins_free(wi_bulletins *bulletins);

/* The words of the two agree, and their numbers do not. */
bool wi_bulletins_are(const wi_bulletins *bulletins, uint32_t a, uint32_t b);

#endif
