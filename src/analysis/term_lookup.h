/* A token's folded form, stop group and stem: from the memo, or looked up anew.
 */
#ifndef WI_TERM_LOOKUP_H
#define WI_TERM_LOOKUP_H

#include <stdint.h>

#include <warta/token.h>

#include "session_data.h"
#include "str.h"

/* The word's row in the memo, made if it is new; WI_NO_WORD: no room for it. */
uint32_t wi_lookup_row(warta_session *session, const wi_memo_key *key);

/* What is known of a token's word. The texts are borrowed until the next look-up. */
typedef struct wi_word {
  wi_str norm;
  wi_str term; /* len 0: nothing to count */
  uint32_t number; /* the memo's of the term, or WI_MEMO_NONE */
  uint8_t stop; /* warta_stop_group */
  uint8_t how; /* warta_stem_how */
} wi_word;

warta_status wi_lookup_term(warta_session *session, const wi_token *token, wi_str text,
                            wi_word *out, warta_error *error);

#endif
