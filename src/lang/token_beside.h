/* What stands beside a number: the words of dict/units.txt, dashes, and the other end of a range.
 */
#ifndef WI_TOKEN_BESIDE_H
#define WI_TOKEN_BESIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "dictionary.h"
#include "str.h"
#include "tokens.h"

typedef struct wi_beside {
  wi_token *items;
  size_t count;
  wi_str text;
  const wi_dictionary *dictionary;
} wi_beside;

/* The token is this one sign. False behind the last token. */
bool wi_beside_is_char(const wi_beside *in, size_t i, char c);
/* A hyphen, or the en dash that stands for one between figures. */
bool wi_beside_is_dash(const wi_beside *in, size_t i);
/* No white space between the token and the one before it. */
bool wi_beside_is_glued(const wi_beside *in, size_t i);
/* What the list says of the token; WI_UNIT_NONE behind the last one. */
wi_unit_word wi_beside_unit(const wi_beside *in, size_t i);
/* The same, and it is this one. */
bool wi_beside_is(const wi_beside *in, size_t i, wi_unit_word kind);
/* A code of a currency, given what the list says of it: USD, or KRW in capitals. */
bool wi_beside_is_code(const wi_beside *in, size_t i, wi_unit_word kind);

#endif
