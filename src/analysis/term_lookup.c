#include "term_lookup.h"

#include <stdbool.h>

#include "fold.h"
#include "status.h"

uint32_t wi_lookup_row(warta_session *session, const wi_memo_key *key) {
  bool is_new = false;
  const uint32_t number = wi_memo_find(&session->memo, key, &is_new);
  if (number == WI_MEMO_NONE || !is_new) {
    return number;
  }
  const warta_analyzer *analyzer = session->analyzer;
  wi_memo_row *row = &session->memo.rows[number];
  const wi_str word = wi_memo_word(&session->memo, row);
  row->stop = (uint8_t)wi_dictionary_stop(analyzer->dictionary, word);
  row->label_word = analyzer->labels_off ? 0 : wi_labeller_word(analyzer->labeller, word);
  return number;
}

/* Headlines are often written in Title Case, which says nothing of names. */
static wi_stem_case stem_case(const warta_session *session, const wi_token *token) {
  if (token->flags & WARTA_TOKEN_ALL_CAPS) {
    return WI_CASE_ALL_CAPS;
  }
  if (!(token->flags & WARTA_TOKEN_CAPITALISED)) {
    return WI_CASE_LOWER;
  }
  if (token->flags & WARTA_TOKEN_SENTENCE_START) {
    return WI_CASE_START;
  }
  const bool heading = token->sentence != WARTA_NO_SENTENCE &&
                       session->sentences.items[token->sentence].kind != WARTA_SENTENCE_BODY;
  return heading ? WI_CASE_START : WI_CASE_NAME;
}

static bool has_stem(const wi_token *token) {
  return token->type == WARTA_TOKEN_WORD || token->type == WARTA_TOKEN_REDUPLICATION ||
         token->type == WARTA_TOKEN_HYPHENATED || token->type == WARTA_TOKEN_ACRONYM;
}

static void set_norm(warta_token *event, wi_str norm) {
  event->norm = norm.ptr;
  event->norm_len = norm.len;
  event->term = norm.ptr;
  event->term_len = norm.len;
  event->how = WARTA_STEM_UNCHANGED;
}

static warta_status set_stem(warta_session *session, const wi_token *token, wi_str norm,
                             warta_token *event, warta_error *error) {
  wi_stem_result result = {.stem = norm, .how = WARTA_STEM_UNCHANGED};
  const warta_status status =
      wi_stemmer_stem(session->stemmer, norm, stem_case(session, token), &result, error);
  event->term = result.stem.ptr;
  event->term_len = result.stem.len;
  event->how = result.how;
  return status;
}

/* The token in small letters, and a key for the memo, if it is ASCII and not too long. */
static bool make_key(const warta_session *session, wi_str surface, char *bytes, wi_memo_key *key) {
  if (surface.len == 0 || surface.len > WI_MEMO_LENGTH_MAX) {
    return false;
  }
  for (size_t i = 0; i < surface.len; i++) {
    const char c = surface.ptr[i];
    if ((unsigned char)c >= 0x80 || c == '\0') {
      return false;
    }
    bytes[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
  }
  wi_memo_key_set(&session->memo, key, bytes, surface.len);
  return true;
}

static uint32_t find_row(warta_session *session, const wi_token *token, wi_str surface) {
  char bytes[WI_MEMO_LENGTH_MAX];
  wi_memo_key key;
  if (token->word != WI_NO_WORD || session->analyzer->plain) {
    return token->word;
  }
  return make_key(session, surface, bytes, &key) ? wi_lookup_row(session, &key) : WI_NO_WORD;
}

static warta_status look_up_remembered(warta_session *session, const wi_token *token,
                                       wi_memo_row *row, warta_token *event, uint32_t *term,
                                       warta_error *error) {
  const unsigned how = (unsigned)stem_case(session, token);
  const wi_str norm = wi_memo_word(&session->memo, row);
  set_norm(event, norm);
  event->stop = (warta_stop_group)row->stop;
  if (token->type == WARTA_TOKEN_CLITIC) {
    event->stop = WARTA_STOP_FUNCTION;
  }
  if (!has_stem(token)) {
    return WARTA_OK;
  }
  if (row->terms[how] == WI_MEMO_NONE) {
    const warta_status status = set_stem(session, token, norm, event, error);
    if (status != WARTA_OK ||
        !wi_memo_set_term(&session->memo, row, how, (wi_str){event->term, event->term_len},
                          (uint8_t)event->how)) {
      return status;
    }
  }
  *term = row->terms[how];
  const wi_str stem = wi_memo_term(&session->memo, *term);
  event->term = stem.ptr;
  event->term_len = stem.len;
  event->how = (warta_stem_how)row->how[how];
  return WARTA_OK;
}

/* Fold, stop list, stem, without a memo. */
static warta_status look_up(warta_session *session, const wi_token *token, wi_str surface,
                            warta_token *event, warta_error *error) {
  wi_buf_clear(&session->norm);
  if (!wi_fold(&session->norm, surface)) {
    return wi_status_no_memory(error);
  }
  const wi_str norm = wi_buf_str(&session->norm);
  set_norm(event, norm);
  if (!wi_token_is_word(token)) {
    event->term_len = 0;
    return WARTA_OK;
  }
  event->stop = wi_dictionary_stop(session->analyzer->dictionary, norm);
  if (token->type == WARTA_TOKEN_CLITIC) {
    event->stop = WARTA_STOP_FUNCTION;
  }
  return has_stem(token) ? set_stem(session, token, norm, event, error) : WARTA_OK;
}

warta_status wi_lookup_term(warta_session *session, const wi_token *token, wi_str text,
                            warta_token *event, uint32_t *term, warta_error *error) {
  const wi_str surface = wi_str_slice(text, token->start, token->end);
  *term = WI_MEMO_NONE;
  if (!wi_token_is_word(token)) {
    if (surface.len == 1 && (unsigned char)surface.ptr[0] < 0x80) {
      set_norm(event, surface); /* a mark: folding changes letters only */
      event->term_len = 0;
      return WARTA_OK;
    }
    return look_up(session, token, surface, event, error);
  }
  const uint32_t row = find_row(session, token, surface);
  if (row == WI_NO_WORD) {
    return look_up(session, token, surface, event, error);
  }
  return look_up_remembered(session, token, &session->memo.rows[row], event, term, error);
}
