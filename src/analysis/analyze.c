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
    const wi_token *token = &session->tokens.items[i];
    uint32_t term = WI_MEMO_NONE;
    warta_token event = {
        .start = token->start,
        .end = token->end,
        .type = (warta_token_type)token->type,
        .flags = token->flags,
        .sentence = token->sentence,
        .label = (warta_label_kind)token->label,
    };
    event.has_value = wi_token_value(&session->tokens, text, i, &event.value);
    warta_status status = wi_lookup_term(session, token, text, &event, &term, error);
    if (status != WARTA_OK) {
      return status;
    }
    if ((token->flags & WARTA_TOKEN_SPEAKER) != 0 && event.stop == WARTA_STOP_NONE) {
      event.stop = WARTA_STOP_REPORTING;
    }
    status = fn(payload, &event, term);
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

/* The caller's function behind one that knows nothing of memos. */
typedef struct listener {
  warta_token_fn fn;
  void *payload;
} listener;

static warta_status pass_on(void *payload, const warta_token *token, uint32_t term) {
  const listener *to = payload;
  (void)term;
  return to->fn(to->payload, token);
}

warta_status warta_tokens(warta_session *session, const char *text, size_t len, warta_token_fn fn,
                          void *payload, warta_error *error) {
  listener to = {fn, payload};
  wi_status_clear(error);
  return wi_analyze(session, (wi_str){text, len}, pass_on, &to, error);
}
