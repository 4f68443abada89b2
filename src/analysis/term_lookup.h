/* A token's folded form, stop group and stem: from the memo, or looked up anew.
 */
#ifndef WI_TERM_LOOKUP_H
#define WI_TERM_LOOKUP_H

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
} wi_lookup;

wi_lookup wi_lookup_start(warta_session *session, wi_str text);
void wi_lookup_enter(wi_lookup *at, uint32_t sentence);

warta_status wi_lookup_term(warta_session *session, const wi_token *token, wi_str text,
                            wi_word *out, warta_error *error);

/* The flags that say how a word stood. */
enum {
  WI_LOOKUP_FLAGS = WARTA_TOKEN_CAPITALISED | WARTA_TOKEN_ALL_CAPS | WARTA_TOKEN_SENTENCE_START
};

/* The same as wi_lookup_term. Nine words in ten are known, and all about them stands in their row.
 */
static inline warta_status wi_lookup_next(wi_lookup *at, const wi_token *token, wi_word *out,
                                          warta_error *error) {
  const wi_memo *memo = &at->session->memo;
  if (token->sentence != at->sentence) {
    wi_lookup_enter(at, token->sentence);
  }
  if (token->word < WI_NO_ROOM && wi_token_is_plain_word(token)) {
    const wi_memo_row *row = wi_memo_row_at(memo, token->word);
    const uint32_t stem = row->stems[at->stems[token->flags & WI_LOOKUP_FLAGS]];
    if (stem != WI_MEMO_NONE) {
      out->norm = (wi_str){row->key, wi_memo_length(row)};
      out->number = stem & (((uint32_t)1 << WI_MEMO_HOW_AT) - 1);
      out->how = (uint8_t)(stem >> WI_MEMO_HOW_AT);
      out->term = wi_memo_term(memo, out->number);
      out->stop = row->stop;
      return WARTA_OK;
    }
  }
  return wi_lookup_term(at->session, token, at->text, out, error);
}

#endif
