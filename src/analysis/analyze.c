#include "analyze.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "scan.h"
#include "sentence_turns.h"
#include "status.h"
#include "term_lookup.h"
#include "token_value.h"
#include "utf8.h"

/* The arrays keep their memory from article to article. */
static void forget_last(warta_session *session) {
  session->tokens.count = 0;
  session->labels.count = 0;
  session->sentences.count = 0;
  session->malformed = 0;
  session->malformed_offset = 0;
  wi_memo_begin(&session->memo);
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

/* The slow path: ICU's iterator, chunk by chunk, the text between white space. */
static warta_status iterate(warta_session *session, wi_str text, warta_error *error) {
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
  return status;
}

/* What a chunk becomes depends on its bytes alone; what looks across white space comes behind. */
static warta_status tokenize(warta_session *session, wi_str text, bool with_labels,
                             warta_error *error) {
  const warta_analyzer *analyzer = session->analyzer;
  const wi_token_options options = {analyzer->abbreviation_stop, analyzer->clitics};
  session->label_scratch.are_cut = with_labels && !analyzer->plain;
  session->label_scratch.pieces.count = 0;
  const warta_status status =
      analyzer->plain ? iterate(session, text, error) : wi_scan(session, text, with_labels, error);
  if (status != WARTA_OK) {
    return status;
  }
  return wi_tokens_settle(&session->tokens, text, analyzer->dictionary, &options, error);
}

static warta_status stopped(warta_status status, warta_error *error) {
  if (error != NULL && error->status != status) {
    wi_status_fail(error, WARTA_MSG_STOPPED, NULL);
    error->status = status;
  }
  return status;
}

static warta_status tell(warta_session *session, wi_str text, wi_event_fn fn, void *payload,
                         warta_error *error) {
  for (size_t i = 0; i < session->tokens.count; i++) {
    wi_word word;
    warta_status status = wi_lookup_term(session, &session->tokens.items[i], text, &word, error);
    if (status != WARTA_OK) {
      return status;
    }
    if ((session->tokens.items[i].flags & WARTA_TOKEN_SPEAKER) != 0 &&
        word.stop == WARTA_STOP_NONE) {
      word.stop = WARTA_STOP_REPORTING;
    }
    status = fn(payload, i, &word);
    if (status != WARTA_OK) {
      return stopped(status, error);
    }
  }
  return WARTA_OK;
}

static warta_status run(warta_session *session, wi_str text, bool with_labels, wi_event_fn fn,
                        void *payload, warta_error *error) {
  const warta_analyzer *analyzer = session->analyzer;
  forget_last(session);
  warta_status status = check_text(session, text, error);
  if (status == WARTA_OK) {
    status = tokenize(session, text, with_labels, error);
  }
  if (status == WARTA_OK && with_labels) {
    status =
        wi_labels_find(analyzer->labeller, text, &session->label_scratch, &session->labels, error);
  }
  if (status == WARTA_OK) {
    status = wi_sentences_find(&session->sentences, &session->tokens, text, &session->labels,
                               analyzer->dictionary, error);
  }
  if (status != WARTA_OK) {
    return status;
  }
  wi_turns_mark(&session->tokens, &session->sentences, text);
  return tell(session, text, fn, payload, error);
}

warta_status wi_analyze(warta_session *session, wi_str text, wi_event_fn fn, void *payload,
                        warta_error *error) {
  return run(session, text, !session->analyzer->labels_off, fn, payload, error);
}

warta_status wi_analyze_title(warta_session *session, wi_str text, wi_event_fn fn, void *payload,
                              warta_error *error) {
  return run(session, text, false, fn, payload, error);
}

/* The caller's function behind ours. */
typedef struct listener {
  const warta_session *session;
  wi_str text;
  warta_token_fn fn;
  void *payload;
} listener;

static warta_status pass_on(void *payload, size_t i, const wi_word *word) {
  const listener *to = payload;
  const wi_token *token = &to->session->tokens.items[i];
  warta_token event = {
      .start = token->start,
      .end = token->end,
      .type = (warta_token_type)token->type,
      .flags = token->flags,
      .sentence = token->sentence,
      .label = (warta_label_kind)token->label,
      .stop = (warta_stop_group)word->stop,
      .norm = word->norm.ptr,
      .norm_len = word->norm.len,
      .term = word->term.ptr,
      .term_len = word->term.len,
      .how = (warta_stem_how)word->how,
  };
  if (wi_token_may_have_value(token)) {
    event.has_value = wi_token_value(&to->session->tokens, to->text, i, &event.value);
  }
  return to->fn(to->payload, &event);
}

warta_status warta_tokens(warta_session *session, const char *text, size_t len, warta_token_fn fn,
                          void *payload, warta_error *error) {
  const wi_str whole = {text, len};
  listener to = {session, whole, fn, payload};
  wi_status_clear(error);
  return wi_analyze(session, whole, pass_on, &to, error);
}
