/* The fast path from bytes to tokens and the pieces of label patterns.
 *
 * Chunk by chunk, the text between two white spaces. A known core, ASCII letters with simple marks
 * around them, needs no rule at all: dictc has proved from the compiled rules what it becomes
 * (rule_table.h), and the memo knows the word. Any other chunk is cut by the rules (chunk.h).
 */
#ifndef WI_SCAN_H
#define WI_SCAN_H

#include <warta/status.h>

#include "session_data.h"
#include "str.h"

/* Appends the tokens of the text to the session's, and, if with_pieces, its pieces to the labels'
 * scratch. */
warta_status wi_scan(warta_session *session, wi_str text, bool with_pieces, warta_error *error);

#endif
