/* The one path from bytes to token events; all commands and calls go this way. */
#ifndef WI_ANALYZE_H
#define WI_ANALYZE_H

#include <warta/token.h>

#include "session_data.h"
#include "str.h"
#include "term_lookup.h"

/* Gets token i of the session with what was found of it. */
typedef warta_status (*wi_event_fn)(void *payload, size_t i, const wi_word *word);

/* As warta_tokens. Leaves tokens, labels, sentences and the malformed count in the session until
 * its next run. */
warta_status wi_analyze(warta_session *session, wi_str text, wi_event_fn fn, void *payload,
                        warta_error *error);

/* A text of one line that is known to be a headline: no labels are looked for. */
warta_status wi_analyze_title(warta_session *session, wi_str text, wi_event_fn fn, void *payload,
                              warta_error *error);

#endif
