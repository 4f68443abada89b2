/* What a number is worth: 65,1 and 1.500.000 as Indonesian writes them, scales multiplied in.
 *
 * The public rules stand at warta_token.value in warta/token.h.
 */
#ifndef WI_TOKEN_VALUE_H
#define WI_TOKEN_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"
#include "tokens.h"

/* Of the digits, stops and commas alone, times factor. False: no number, or one with its signs in
 * other places. */
bool wi_token_read_number(wi_str digits, double factor, double *out);

/* The types that may have a value: most tokens have none, and need not be read. */
static inline bool wi_token_may_have_value(const wi_token *token) {
  return token->type >= WARTA_TOKEN_NUMBER && token->type <= WARTA_TOKEN_ORDINAL;
}

/* Of token i, whose scale may stand behind it. False: it has no value. Time: constant. */
bool wi_token_value(const wi_token_array *tokens, wi_str text, size_t i, double *out);

#endif
