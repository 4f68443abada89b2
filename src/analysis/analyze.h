/* The one path from bytes to tokens; all commands and calls go this way. */
#ifndef WI_ANALYZE_H
#define WI_ANALYZE_H

#include <stdbool.h>

#include <warta/status.h>

#include "session_data.h"
#include "str.h"

/* Leaves tokens, labels, sentences and the malformed count in the session until its next run.
 * Without labels: a text that is known to have none, a headline. */
warta_status wi_prepare(warta_session *session, wi_str text, bool with_labels, warta_error *error);

#endif
