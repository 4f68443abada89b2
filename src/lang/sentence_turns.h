/* The turns of an interview: Tanya: ... Jawab: ... The words that say who speaks are text, but they
 * tell nothing of the subject.
 */
#ifndef WI_SENTENCE_TURNS_H
#define WI_SENTENCE_TURNS_H

#include "sentences.h"
#include "str.h"
#include "tokens.h"

/* Sets WARTA_TOKEN_SPEAKER on them. Time linear in the sentences. */
void wi_turns_mark(wi_token_array *tokens, const wi_sentence_array *sentences, wi_str text);

#endif
