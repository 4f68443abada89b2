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

warta_status wi_prepare(warta_session *session, wi_str text, bool with_labels, warta_error *error) {
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
  if (status == WARTA_OK) {
    wi_turns_mark(&session->tokens, &session->sentences, text);
  }
  return status;
}

/* One event is filled again and again: what most tokens have not, a value, is reset where it was.
 */
static inline void fill_event(warta_token *event, const wi_token *token, const wi_word *word) {
  event->start = token->start;
  event->end = token->end;
  event->type = (warta_token_type)token->type;
  event->flags = token->flags;
  event->sentence = token->sentence;
  event->label = (warta_label_kind)token->label;
  event->stop = (warta_stop_group)wi_stop_of(token, word->stop);
  event->norm = word->norm.ptr;
  event->norm_len = word->norm.len;
  event->term = word->term.ptr;
  event->term_len = word->term.len;
  event->how = (warta_stem_how)word->how;
}

static void set_value(warta_token *event, const warta_session *session, wi_str text, size_t i) {
  event->value = 0;
  event->has_value = wi_token_may_have_value(&session->tokens.items[i]) &&
                     wi_token_value(&session->tokens, text, i, &event->value);
}

warta_status warta_tokens(warta_session *session, const char *text, size_t len, warta_token_fn fn,
                          void *payload, warta_error *error) {
  const wi_str whole = {text, len};
  warta_token event = {0};
  wi_status_clear(error);
  warta_status status = wi_prepare(session, whole, !session->analyzer->labels_off, error);
  wi_lookup at = wi_lookup_start(session, whole);
  for (size_t i = 0; status == WARTA_OK && i < session->tokens.count; i++) {
    const wi_token *token = &session->tokens.items[i];
    wi_word word;
    status = wi_lookup_next(&at, token, &word, error);
    if (status != WARTA_OK) {
      break;
    }
    fill_event(&event, token, &word);
    if (event.has_value != 0 || wi_token_may_have_value(token)) {
      set_value(&event, session, whole, i);
    }
    status = fn(payload, &event);
    status = status == WARTA_OK ? status : stopped(status, error);
  }
  return status;
}
