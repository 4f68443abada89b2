/* Digests in one line: "1. Judul berita Kalimat pertamanya. Selengkapnya di sini 2. ...": nothing
 * parts a headline from the sentence behind it, but that sentence names the headline's subject
 * again, and in full: "KPK geledah rumah Komisi Pemberantasan Korupsi (KPK) menggeledah ...".
 */
#ifndef WI_SENTENCE_DIGEST_H
#define WI_SENTENCE_DIGEST_H

#include <stddef.h>

#include "str.h"
#include "tokens.h"

/* The token with which the sentence begins behind the headline in tokens [first, last); 0 if the
 * tokens are no such item, or no place is sure. */
size_t wi_digest_split(const wi_token_array *tokens, size_t first, size_t last, wi_str text);

#endif
