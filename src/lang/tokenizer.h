/* ICU's iterator over the rules: what runs where its compiled form is not known to us
 * (rule_table.h), and the measure of what runs else (chunk.h).
 */
#ifndef WI_TOKENIZER_H
#define WI_TOKENIZER_H

#include <stddef.h>

#include <warta/status.h>

#include "dictionary.h"
#include "str.h"
#include "tokens.h"

typedef struct wi_tokenizer wi_tokenizer;

/* One per session; the dictionary must outlive it. Opens the break iterator from the compiled
 * rules (2 microseconds). */
warta_status wi_tokenizer_open(wi_tokenizer **out, const wi_dictionary *dictionary,
                               warta_error *error);
void wi_tokenizer_free(wi_tokenizer *tokenizer);

/* Points the tokenizer at a text of at most WARTA_TEXT_MAX bytes, borrowed until the next start. */
warta_status wi_tokenizer_start(wi_tokenizer *tokenizer, wi_str text, warta_error *error);
/* Appends the pieces of the chunk [start, end): no white space in it, chunks in rising order. */
warta_status wi_tokenizer_chunk(wi_tokenizer *tokenizer, size_t start, size_t end,
                                wi_token_array *out, warta_error *error);

#endif
