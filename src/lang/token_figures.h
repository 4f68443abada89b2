/* Joins what is one figure though a sign stands in it: 2-1, 737-800, 4-3-3, 021-57901234, (20/5).
 */
#ifndef WI_TOKEN_FIGURES_H
#define WI_TOKEN_FIGURES_H

#include "dictionary.h"
#include "str.h"
#include "tokens.h"

/* In place; looks at a fixed number of neighbours, and at each number once. */
void wi_token_figures(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary);

#endif
