/* Abbreviations and initials: the stop that belongs to the word before it. */
#ifndef WI_TOKEN_JOIN_H
#define WI_TOKEN_JOIN_H

#include <stdbool.h>

#include <warta/analyzer.h>

#include "dictionary.h"
#include "str.h"
#include "tokens.h"

/* In place. Kept stops are joined with their words (Dr.); cut ones stay tokens behind a word that
 * is typed as an abbreviation. */
void wi_token_join(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary,
                   warta_choice stop);

/* A word such as "Ia" or "Kemudian", which begins sentences and is no name. */
bool wi_token_is_function_word(const wi_dictionary *dictionary, wi_str text, const wi_token *token);

#endif
