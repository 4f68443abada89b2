#include <warta/session.h>

#include "mem.h"
#include "session_data.h"
#include "status.h"

warta_status warta_session_open(warta_session **out, const warta_analyzer *analyzer,
                                warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_session *session = wi_mem_new(1, sizeof *session);
  if (session == NULL) {
    return wi_status_no_memory(error);
  }
  session->analyzer = analyzer;
  session->norm = wi_buf_make(SIZE_MAX);
  session->memo = wi_memo_make();
  session->acronyms = wi_acronym_scratch_make();
  warta_status status = WARTA_OK;
  if (analyzer->plain) {
    status = wi_tokenizer_open(&session->tokenizer, analyzer->dictionary, error);
  }
  if (status == WARTA_OK) {
    status = wi_stemmer_open(&session->stemmer, analyzer->dictionary, analyzer->stemmer, error);
  }
  if (status != WARTA_OK) {
    warta_session_free(session);
    return status;
  }
  session->memo.known = analyzer->known;
  *out = session;
  return WARTA_OK;
}

void warta_session_free(warta_session *session) {
  if (session == NULL) {
    return;
  }
  wi_sentence_array_free(&session->sentences);
  wi_label_array_free(&session->labels);
  wi_token_array_free(&session->tokens);
  wi_acronym_scratch_free(&session->acronyms);
  wi_label_scratch_free(&session->label_scratch);
  wi_memo_free(&session->memo);
  wi_chunk_memo_free(&session->chunks);
  wi_buf_free(&session->norm);
  wi_stemmer_free(session->stemmer);
  wi_tokenizer_free(session->tokenizer);
  wi_mem_free(session);
}
