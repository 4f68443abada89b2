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
  row->label_word = analyzer->labels_off ? 0 : (uint16_t)wi_labeller_word(analyzer->labeller, word);
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

static void set_norm(wi_word *word, wi_str norm) {
  *word = (wi_word){.norm = norm, .term = norm, .number = WI_MEMO_NONE};
}

static warta_status set_stem(warta_session *session, const wi_token *token, wi_word *word,
                             warta_error *error) {
  wi_stem_result result = {.stem = word->norm, .how = WARTA_STEM_UNCHANGED};
  const warta_status status =
      wi_stemmer_stem(session->stemmer, word->norm, stem_case(session, token), &result, error);
  word->term = result.stem;
  word->how = (uint8_t)result.how;
  return status;
}

/* The token in small letters, and a key for the memo, if it is ASCII and not too long. */
static bool make_key(const warta_session *session, const wi_token *token, wi_str surface,
                     char *bytes, wi_memo_key *key) {
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
  wi_memo_key_set(&session->memo, key, bytes, surface.len,
                  (token->flags & WARTA_TOKEN_ALL_CAPS) != 0);
  return true;
}

static uint32_t find_row(warta_session *session, const wi_token *token, wi_str surface) {
  char bytes[WI_MEMO_LENGTH_MAX];
  wi_memo_key key;
  if (token->word == WI_NO_ROOM || session->analyzer->plain) {
    return WI_NO_WORD;
  }
  if (token->word != WI_NO_WORD) {
    return token->word;
  }
  return make_key(session, token, surface, bytes, &key) ? wi_lookup_row(session, &key) : WI_NO_WORD;
}

/* Which of its row's stems a token has: a row for capitals has but one. */
static unsigned stem_of_row(const warta_session *session, const wi_token *token) {
  const wi_stem_case how = stem_case(session, token);
  return how == WI_CASE_ALL_CAPS ? 0 : (unsigned)how;
}

/* The row, which is the memo's own, remembers what the stemmer says. */
static warta_status ask_stem(warta_session *session, const wi_token *token, uint32_t row,
                             wi_word *word, warta_error *error) {
  const warta_status status = set_stem(session, token, word, error);
  if (status == WARTA_OK) {
    word->number = wi_memo_number(&session->memo, word->term);
    if (word->number != WI_MEMO_NONE && (row & WI_MEMO_KNOWN) == 0) {
      session->memo.rows[row].stems[stem_of_row(session, token)] =
          word->number | (uint32_t)word->how << WI_MEMO_HOW_AT;
    }
  }
  return status;
}

static warta_status look_up_remembered(warta_session *session, const wi_token *token,
                                       uint32_t number, wi_word *word, warta_error *error) {
  const wi_memo_row *row = wi_memo_row_at(&session->memo, number);
  set_norm(word, wi_memo_word(&session->memo, row));
  word->stop = row->stop;
  if (!has_stem(token)) {
    word->stop = token->type == WARTA_TOKEN_CLITIC ? (uint8_t)WARTA_STOP_FUNCTION : row->stop;
    word->number = wi_memo_number(&session->memo, word->norm);
    return WARTA_OK;
  }
  const uint32_t stem = row->stems[stem_of_row(session, token)];
  if (stem == WI_MEMO_NONE) {
    return ask_stem(session, token, number, word, error);
  }
  word->number = wi_memo_stem_term(stem);
  word->how = wi_memo_stem_how(stem);
  word->term = wi_memo_term(&session->memo, word->number);
  return WARTA_OK;
}

/* Fold, stop list, stem, without a memo. */
static warta_status look_up(warta_session *session, const wi_token *token, wi_str surface,
                            wi_word *word, warta_error *error) {
  wi_buf_clear(&session->norm);
  if (!wi_fold(&session->norm, surface)) {
    return wi_status_no_memory(error);
  }
  set_norm(word, wi_buf_str(&session->norm));
  if (!wi_token_is_word(token)) {
    word->term.len = 0;
    return WARTA_OK;
  }
  word->stop = token->type == WARTA_TOKEN_CLITIC
                   ? (uint8_t)WARTA_STOP_FUNCTION
                   : (uint8_t)wi_dictionary_stop(session->analyzer->dictionary, word->norm);
  const warta_status status = has_stem(token) ? set_stem(session, token, word, error) : WARTA_OK;
  if (status == WARTA_OK && !session->analyzer->plain) {
    word->number = wi_memo_number(&session->memo, word->term);
  }
  return status;
}

wi_lookup wi_lookup_start(warta_session *session, wi_str text) {
  wi_lookup at = {.session = session,
                  .text = text,
                  .is_unstemmed = session->analyzer->stemmer == WARTA_STEMMER_NONE};
  wi_lookup_enter(&at, WARTA_NO_SENTENCE);
  return at;
}

/* The same as stem_case, for all flags at once. */
void wi_lookup_enter(wi_lookup *at, uint32_t sentence) {
  enum { CAPITAL = WARTA_TOKEN_CAPITALISED, START = WARTA_TOKEN_SENTENCE_START };
  static const uint8_t body[WI_LOOKUP_FLAGS + 1] = {[CAPITAL] = WI_CASE_NAME,
                                                    [CAPITAL | START] = WI_CASE_START};
  static const uint8_t heading[WI_LOOKUP_FLAGS + 1] = {[CAPITAL] = WI_CASE_START,
                                                       [CAPITAL | START] = WI_CASE_START};
  const bool is_heading = sentence != WARTA_NO_SENTENCE &&
                          at->session->sentences.items[sentence].kind != WARTA_SENTENCE_BODY;
  at->sentence = sentence;
  at->stems = is_heading ? heading : body;
}

warta_status wi_lookup_term(warta_session *session, const wi_token *token, wi_str text,
                            wi_word *out, warta_error *error) {
  const wi_str surface = wi_str_slice(text, token->start, token->end);
  if (!wi_token_is_word(token)) {
    if (surface.len == 1 && (unsigned char)surface.ptr[0] < 0x80) {
      set_norm(out, surface); /* a mark: folding changes letters only */
      out->term.len = 0;
      return WARTA_OK;
    }
    return look_up(session, token, surface, out, error);
  }
  const uint32_t row = find_row(session, token, surface);
  return row == WI_NO_WORD ? look_up(session, token, surface, out, error)
                           : look_up_remembered(session, token, row, out, error);
}
