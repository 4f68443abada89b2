/* Where sentences begin and end: over typed tokens, labels and the layout of lines.
 */
#ifndef WI_SENTENCES_H
#define WI_SENTENCES_H

#include <stddef.h>
#include <stdint.h>

#include <warta/document.h>
#include <warta/status.h>

#include "label.h"
#include "str.h"
#include "tokens.h"

typedef struct wi_sentence {
  uint32_t start; /* bytes: first visible character */
  uint32_t end; /* behind the last */
  uint32_t first; /* tokens [first, last) lie in it, labelled ones among them */
  uint32_t last;
  uint32_t words;
  uint8_t kind; /* warta_sentence_kind */
} wi_sentence;

typedef struct wi_sentence_array {
  wi_sentence *items;
  size_t count;
  size_t capacity;
} wi_sentence_array;

void wi_sentence_array_free(wi_sentence_array *array);

/* Appends the sentences in text order and sets in each token: sentence (WARTA_NO_SENTENCE inside
 * labelled spans; title and heading spans are sentences of those kinds), label, and the flag
 * WARTA_TOKEN_SENTENCE_START on the first word. labels may be empty. */
warta_status wi_sentences_find(wi_sentence_array *out, wi_token_array *tokens, wi_str text,
                               const wi_label_array *labels, const wi_dictionary *dictionary,
                               warta_error *error);

#endif
