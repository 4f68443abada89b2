/* The features of sentences that show in how they are written: layout, quotations, kinds of words.
 */
#ifndef WI_SENTENCE_SIGNS_H
#define WI_SENTENCE_SIGNS_H

#include <stddef.h>

#include "sentence_features.h"

/* Fills in the values from PLACE to WORDS_NEXT and from NAMES on, but those of neighbours. */
void wi_sentence_signs_fill(wi_sentence_row *rows, size_t count, const warta_document *document);

#endif
