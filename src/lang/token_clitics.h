/* Cuts clitics off their hosts: bukunya -> buku nya, apakah -> apa kah; sekolah and akhirnya stay.
 */
#ifndef WI_TOKEN_CLITICS_H
#define WI_TOKEN_CLITICS_H

#include <stdbool.h>

#include "dictionary.h"
#include "str.h"
#include "tokens.h"

/* Replaces the array by one with the clitics as tokens. False: no memory; the array stays. */
bool wi_token_cut_clitics(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary);

#endif
