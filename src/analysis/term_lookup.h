/* A token's folded form, stop group and stem: from the memo, or looked up anew.
 */
#ifndef WI_TERM_LOOKUP_H
#define WI_TERM_LOOKUP_H

#include <stdbool.h>
#include <stdint.h>

#include <warta/token.h>

#include "session_data.h"
#include "str.h"

/* The word's row in the memo, made if it is new; WI_NO_WORD: no room for it. */
uint32_t wi_lookup_row(warta_session *session, const wi_memo_key *key);

/* What is known of a token's word. The texts are borrowed until the next look-up. */
typedef struct wi_word {
  wi_str norm;
  wi_str term; /* len 0: nothing to count */
  uint32_t number; /* the memo's of the term, or WI_MEMO_NONE */
  uint8_t stop; /* warta_stop_group */
  uint8_t how; /* warta_stem_how */
} wi_word;

/* A walk over the tokens of a text. */
typedef struct wi_lookup {
  warta_session *session;
  wi_str text;
  const uint8_t *stems; /* which of its row's a word has, by its flags; of the sentence at hand */
  uint32_t sentence;
  bool is_unstemmed; /* terms are words */
} wi_lookup;

wi_lookup wi_lookup_start(warta_session *session, wi_str text);
void wi_lookup_enter(wi_lookup *at, uint32_t sentence);

warta_status wi_lookup_term(warta_session *session, const wi_token *token, wi_str text,
                            wi_word *out, warta_error *error);

/* The flags that say how a word stood. */
enum {
  WI_LOOKUP_FLAGS = WARTA_TOKEN_CAPITALISED | WARTA_TOKEN_ALL_CAPS | WARTA_TOKEN_SENTENCE_START
};

/* The row of a word of letters that has one, or NULL. */
static inline const wi_memo_row *wi_lookup_plain(const wi_lookup *at, const wi_token *token) {
  const bool has_row = token->word < WI_NO_ROOM && wi_token_is_plain_word(token);
  return has_row ? wi_memo_row_at(&at->session->memo, token->word) : NULL;
}

/* The stem that stands in a token's row; NONE: it has not been asked for. */
static inline uint32_t wi_lookup_stem(wi_lookup *at, const wi_token *token,
                                      const wi_memo_row *row) {
  if (token->sentence != at->sentence) {
    wi_lookup_enter(at, token->sentence);
  }
  return row->stems[at->stems[token->flags & WI_LOOKUP_FLAGS]];
}

/* The same as wi_lookup_term, but for the number. Nine words in ten are known, and all about them
 * stands in their row. */
static inline warta_status wi_lookup_next(wi_lookup *at, const wi_token *token, wi_word *out,
                                          warta_error *error) {
  const wi_memo_row *row = wi_lookup_plain(at, token);
  if (row == NULL) {
    return wi_lookup_term(at->session, token, at->text, out, error);
  }
  out->norm = (wi_str){row->key, wi_memo_length(row)};
  out->stop = row->stop;
  out->term = out->norm;
  out->how = WARTA_STEM_UNCHANGED;
  out->number = WI_MEMO_NONE;
  if (at->is_unstemmed) {
    return WARTA_OK;
  }
  const uint32_t stem = wi_lookup_stem(at, token, row);
  if (stem == WI_MEMO_NONE) {
    return wi_lookup_term(at->session, token, at->text, out, error);
  }
  out->number = wi_memo_stem_term(stem);
  out->how = wi_memo_stem_how(stem);
  out->term = wi_memo_term(&at->session->memo, out->number);
  return WARTA_OK;
}

/* Behind "Tanya:" and its like stands what is said; the word itself is no content. */
static inline uint8_t wi_stop_of(const wi_token *token, uint8_t stop) {
  return (token->flags & WARTA_TOKEN_SPEAKER) != 0 && stop == WARTA_STOP_NONE
             ? (uint8_t)WARTA_STOP_REPORTING
             : stop;
}

#endif
