/* A token's folded form, stop group and stem: from the memo, or looked up anew.
 */
#ifndef WI_TERM_LOOKUP_H
#define WI_TERM_LOOKUP_H

#include <warta/token.h>

#include "session_data.h"
#include "str.h"

/* The word's row in the memo, made if it is new; WI_NO_WORD: no room for it. */
uint32_t wi_lookup_row(warta_session *session, const wi_memo_key *key);

/* Sets norm, term, how and stop of the event, whose other members are set; *term gets the number
 * that the memo has for the term, or WI_MEMO_NONE. */
warta_status wi_lookup_term(warta_session *session, const wi_token *token, wi_str text,
                            warta_token *event, uint32_t *term, warta_error *error);

#endif
