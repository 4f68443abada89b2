#include "analyze.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "fold.h"
#include "status.h"
#include "token_value.h"
#include "utf8.h"

/* The arrays keep their memory from article to article. */
static void forget_last(warta_session *session) {
  session->tokens.count = 0;
  session->labels.count = 0;
  session->sentences.count = 0;
  session->malformed = 0;
  session->malformed_offset = 0;
}

static warta_status check_text(warta_session *session, wi_str text, warta_error *error) {
  if (text.len > WARTA_TEXT_MAX) {
    return wi_status_fail(error, WARTA_MSG_TEXT_TOO_LONG, "1073741824");
  }
  session->malformed = wi_utf8_count_bad(text, &session->malformed_offset);
  if (session->malformed > 0 && session->analyzer->strict) {
    return wi_status_fail_at(error, WARTA_MSG_BAD_UTF8, NULL, session->malformed_offset);
  }
  return WARTA_OK;
}

/* Chunk by chunk, the text between white space: what a chunk becomes depends on its bytes alone, so
 * that a memory of chunks can stand here later. */
static warta_status tokenize(warta_session *session, wi_str text, warta_error *error) {
  const warta_analyzer *analyzer = session->analyzer;
  const wi_token_options options = {analyzer->abbreviation_stop, analyzer->clitics};
  warta_status status = wi_tokenizer_start(session->tokenizer, text, error);
  size_t at = 0;
  while (status == WARTA_OK && at < text.len) {
    while (at < text.len && wi_str_is_space(text.ptr[at])) {
      at++;
    }
    const size_t start = at;
    while (at < text.len && !wi_str_is_space(text.ptr[at])) {
      at++;
    }
    if (at > start) {
      status = wi_tokenizer_chunk(session->tokenizer, start, at, &session->tokens, error);
    }
  }
  if (status != WARTA_OK) {
    return status;
  }
  return wi_tokens_settle(&session->tokens, text, analyzer->dictionary, &options, error);
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

/* Fold, stop list, stem: what is remembered of a word core later on. */
static warta_status look_up(warta_session *session, const wi_token *token, wi_str surface,
                            warta_token *event, warta_error *error) {
  wi_buf_clear(&session->norm);
  if (!wi_fold(&session->norm, surface)) {
    return wi_status_no_memory(error);
  }
  const wi_str norm = wi_buf_str(&session->norm);
  event->norm = norm.ptr;
  event->norm_len = norm.len;
  event->how = WARTA_STEM_UNCHANGED;
  if (!wi_token_is_word(token)) {
    event->term = norm.ptr;
    event->term_len = 0;
    return WARTA_OK;
  }
  event->stop = wi_dictionary_stop(session->analyzer->dictionary, norm);
  event->term = norm.ptr;
  event->term_len = norm.len;
  if (token->type == WARTA_TOKEN_CLITIC) {
    event->stop = WARTA_STOP_FUNCTION;
  }
  if (!has_stem(token)) {
    return WARTA_OK;
  }
  wi_stem_result result = {.stem = norm, .how = WARTA_STEM_UNCHANGED};
  const warta_status status =
      wi_stemmer_stem(session->stemmer, norm, stem_case(session, token), &result, error);
  event->term = result.stem.ptr;
  event->term_len = result.stem.len;
  event->how = result.how;
  return status;
}

static warta_status tell(warta_session *session, wi_str text, warta_token_fn fn, void *payload,
                         warta_error *error) {
  for (size_t i = 0; i < session->tokens.count; i++) {
    const wi_token *token = &session->tokens.items[i];
    warta_token event = {
        .start = token->start,
        .end = token->end,
        .type = (warta_token_type)token->type,
        .flags = token->flags,
        .sentence = token->sentence,
        .label = (warta_label_kind)token->label,
    };
    event.has_value = wi_token_value(&session->tokens, text, i, &event.value);
    const wi_str surface = wi_str_slice(text, token->start, token->end);
    warta_status status = look_up(session, token, surface, &event, error);
    if (status != WARTA_OK) {
      return status;
    }
    status = fn(payload, &event);
    if (status != WARTA_OK) {
      if (error != NULL && error->status != status) {
        wi_status_fail(error, WARTA_MSG_STOPPED, NULL);
        error->status = status;
      }
      return status;
    }
  }
  return WARTA_OK;
}

static warta_status run(warta_session *session, wi_str text, warta_token_fn fn, void *payload,
                        warta_error *error) {
  warta_status status = tokenize(session, text, error);
  if (status == WARTA_OK) {
    status = wi_sentences_find(&session->sentences, &session->tokens, text, &session->labels,
                               session->analyzer->dictionary, error);
  }
  return status == WARTA_OK ? tell(session, text, fn, payload, error) : status;
}

warta_status wi_analyze(warta_session *session, wi_str text, warta_token_fn fn, void *payload,
                        warta_error *error) {
  forget_last(session);
  warta_status status = check_text(session, text, error);
  if (status == WARTA_OK && !session->analyzer->labels_off) {
    status = wi_labels_find(session->analyzer->labeller, text, &session->labels, error);
  }
  return status == WARTA_OK ? run(session, text, fn, payload, error) : status;
}

warta_status wi_analyze_title(warta_session *session, wi_str text, warta_token_fn fn, void *payload,
                              warta_error *error) {
  forget_last(session);
  const warta_status status = check_text(session, text, error);
  return status == WARTA_OK ? run(session, text, fn, payload, error) : status;
}

warta_status warta_tokens(warta_session *session, const char *text, size_t len, warta_token_fn fn,
                          void *payload, warta_error *error) {
  wi_status_clear(error);
  return wi_analyze(session, (wi_str){text, len}, fn, payload, error);
}
