/* The features of sentences that show in how they are written: layout, quotations, kinds of words.
 */
#ifndef WI_SENTENCE_SIGNS_H
#define WI_SENTENCE_SIGNS_H

#include <stdbool.h>
#include <stddef.h>

#include "sentence_features.h"

/* Fills in the values from PLACE to WORDS_NEXT and from NAMES on, but those of neighbours. */
void wi_sentence_signs_fill(wi_sentence_row *rows, size_t count, const warta_document *document);

/* Goes on with the sentence before it by its first words: "Namun, ...", "Oleh karena itu, ...". */
bool wi_sentence_goes_on(const warta_document *document, const wi_sentence *sentence);

#endif
