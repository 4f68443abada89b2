/* What a token is to a sentence: a stop, a quote that opens or closes, a bracket, or text. */
#ifndef WI_SENTENCE_MARKS_H
#define WI_SENTENCE_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"
#include "tokens.h"

typedef enum wi_mark {
  WI_MARK_TEXT,
  WI_MARK_STOP, /* . */
  WI_MARK_STRONG, /* ? ! */
  WI_MARK_DOTS, /* the one character for three dots */
  WI_MARK_QUOTE, /* straight or typographic: which way it looks is told by its place */
  WI_MARK_OPENING, /* ( [ */
  WI_MARK_CLOSING, /* ) ] */
  WI_MARK_BULLET, /* dash, asterisk, bullet */
  WI_MARK_OTHER /* , ; : and all other signs */
} wi_mark;

wi_mark wi_mark_of(wi_str text, const wi_token *token);

/* &nbsp; and its like: a blank that HTML wrote out. */
bool wi_mark_is_blank(wi_str text, const wi_token *token);

/* For a WI_MARK_QUOTE at index i: true if it opens. is_inside: a quote is open already. */
bool wi_mark_quote_opens(const wi_token_array *tokens, wi_str text, size_t i, bool is_inside);

#endif
