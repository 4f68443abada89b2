/* Cuts the number of a list's next item off the word before it: lists that lost their line breaks.
 *
 * "1. Kecamatan Gambir2. Kecamatan Menteng3. Kecamatan Senen": the numbers must follow each other.
 */
#ifndef WI_TOKEN_ITEMS_H
#define WI_TOKEN_ITEMS_H

#include <stdbool.h>

#include "str.h"
#include "tokens.h"

/* In place; a number cut off, or glued to a bracket (Daerah)2. Badan), has `ends` set: a sentence
 * ends before it. Looks at a fixed number of stops behind each "1.". False: no memory. */
bool wi_token_cut_items(wi_token_array *tokens, wi_str text);

#endif
