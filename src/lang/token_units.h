/* Types what stands around a number: currency, amount, scale, percent, time of day. */
#ifndef WI_TOKEN_UNITS_H
#define WI_TOKEN_UNITS_H

#include "dictionary.h"
#include "str.h"
#include "tokens.h"

/* In place; looks at a fixed number of neighbours. */
void wi_token_units(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary);

#endif
