/* The words and marks that label patterns are made of, numbered: a line's pieces are looked up
 * once, and most of them are none of these.
 */
#ifndef WI_LABEL_WORDS_H
#define WI_LABEL_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"
#include "strmap.h"

/* Longer literals are not numbered: whoever asks takes them for any piece. */
enum { WI_LABEL_WORD_MAX = 63, WI_LABEL_WORDS_MAX = UINT16_MAX };

typedef struct wi_label_words {
  wi_strmap map; /* the words in small letters; their number is the id + 1 */
  uint32_t lengths[256]; /* by first byte: a bit for each length, the highest for 31 and more */
} wi_label_words;

wi_label_words wi_label_words_make(void);
void wi_label_words_free(wi_label_words *words);
/* *number is 0 for one that is too long, or one too many. False: no memory. */
bool wi_label_words_add(wi_label_words *words, wi_str word, uint32_t *number);
/* Letters in any case; 0: none of them. */
uint32_t wi_label_words_find(const wi_label_words *words, wi_str word);

#endif
