/* Text to typed tokens: our own ICU break rules, then a pass over the typed pieces.
 *
 * The rules (dict/tokens.rules) see one chunk, the text between two white spaces, and never past
 * it. What looks across white space or needs a list is done by wi_tokens_settle: abbreviations,
 * initials, Name-Name, reduplication proper, currency and scale around a number, clitics.
 */
#ifndef WI_TOKENS_H
#define WI_TOKENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/analyzer.h>
#include <warta/status.h>
#include <warta/token.h>

#include "dictionary.h"
#include "str.h"

typedef struct wi_token {
  uint32_t start;
  uint32_t end;
  uint32_t sentence; /* set by sentences; WARTA_NO_SENTENCE until then */
  uint8_t type; /* warta_token_type */
  uint8_t flags; /* WARTA_TOKEN_CAPITALISED ... */
  uint8_t label; /* warta_label_kind, set from the labels */
  uint8_t ends; /* an abbreviation that may end a sentence (WI_ABBREVIATION_ENDS); a number: an
                 * item of a list begins with it, and a sentence ends before it */
  uint32_t word; /* its row in the memo of the session; WI_NO_WORD if it was not looked up */
} wi_token;

#define WI_NO_WORD UINT32_MAX
#define WI_NO_ROOM (UINT32_MAX - 1) /* it was looked up, and the memo has no room for it */

/* Most tokens are quiet: a word of letters behind one blank that follows its neighbour's last byte,
 * or glued to what stands before it, or a comma glued to such a word. No pass needs to look at a
 * quiet token for what it is itself. What else there is, is noted. */
enum {
  WI_NOTE_LOOK = 1, /* of all noted tokens */
  WI_NOTE_STOP = 2, /* a single "." */
  WI_NOTE_NUMBER = 4, /* WARTA_TOKEN_NUMBER, when it was cut */
  WI_NOTE_ITEM = 8 /* ends in the number of a list's next item, while token_items cuts it */
};

typedef struct wi_token_array {
  wi_token *items;
  uint8_t *notes; /* beside items: WI_NOTE_LOOK and more; 0 for a quiet one */
  size_t count;
  size_t capacity;
} wi_token_array;

void wi_token_array_free(wi_token_array *array);
/* Room for so many more. False: no memory. */
bool wi_token_array_reserve(wi_token_array *array, size_t more);
/* The first token at or behind i that has the note; count if there is none. */
size_t wi_token_next_noted(const wi_token_array *array, size_t i, uint8_t note);
/* Moves the tokens [from, to) down to `kept`, if they are not there; returns the place behind them.
 */
size_t wi_token_move(wi_token_array *array, size_t kept, size_t from, size_t to);

typedef struct wi_token_options {
  warta_choice abbreviation_stop;
  warta_choice clitics;
} wi_token_options;

/* The second pass over all tokens of a text, in place: it joins, cuts and retypes. */
warta_status wi_tokens_settle(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary,
                              const wi_token_options *options, warta_error *error);

/* A word of letters, acronyms among them, as it was cut. */
static inline bool wi_token_is_plain_word(const wi_token *token) {
  return token->type == WARTA_TOKEN_WORD || token->type == WARTA_TOKEN_ACRONYM;
}

/* A token with something to count in it: neither punctuation nor symbol. */
static inline int wi_token_is_word(const wi_token *token) {
  return token->type < WARTA_TOKEN_PUNCTUATION;
}

#endif
