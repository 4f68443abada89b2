#include "tokenizer.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "mem.h"
#include "status.h"
#include "token_shape.h"

struct wi_tokenizer {
  UBreakIterator *iterator;
  UText *view;
  wi_str text;
  size_t at; /* the boundary reached: the next piece begins here */
};

static warta_status icu_failed(warta_error *error, UErrorCode code) {
  if (code == U_MEMORY_ALLOCATION_ERROR) {
    return wi_status_no_memory(error);
  }
  return wi_status_fail(error, WARTA_MSG_ICU, u_errorName(code));
}

warta_status wi_tokenizer_open(wi_tokenizer **out, const wi_dictionary *dictionary,
                               warta_error *error) {
  const wi_str rules = wi_dictionary_break_rules(dictionary);
  UErrorCode code = U_ZERO_ERROR;
  *out = NULL;
  if (rules.len > INT32_MAX) {
    return wi_status_fail(error, WARTA_MSG_DICTIONARY_BROKEN, "break rules");
  }
  wi_tokenizer *tokenizer = wi_mem_new(1, sizeof *tokenizer);
  if (tokenizer == NULL) {
    return wi_status_no_memory(error);
  }
  tokenizer->iterator =
      ubrk_openBinaryRules((const uint8_t *)rules.ptr, (int32_t)rules.len, NULL, 0, &code);
  if (U_FAILURE(code) || tokenizer->iterator == NULL) {
    wi_tokenizer_free(tokenizer);
    return icu_failed(error, U_FAILURE(code) ? code : U_MEMORY_ALLOCATION_ERROR);
  }
  *out = tokenizer;
  return WARTA_OK;
}

void wi_tokenizer_free(wi_tokenizer *tokenizer) {
  if (tokenizer == NULL) {
    return;
  }
  ubrk_close(tokenizer->iterator);
  utext_close(tokenizer->view);
  wi_mem_free(tokenizer);
}

warta_status wi_tokenizer_start(wi_tokenizer *tokenizer, wi_str text, warta_error *error) {
  UErrorCode code = U_ZERO_ERROR;
  if (text.len > WARTA_TEXT_MAX) {
    return wi_status_fail(error, WARTA_MSG_TEXT_TOO_LONG, "1073741824");
  }
  tokenizer->text = text;
  tokenizer->at = 0;
  UText *view =
      utext_openUTF8(tokenizer->view, text.len == 0 ? "" : text.ptr, (int64_t)text.len, &code);
  if (U_SUCCESS(code)) {
    tokenizer->view = view;
    ubrk_setUText(tokenizer->iterator, view, &code);
  }
  if (U_FAILURE(code)) {
    return icu_failed(error, code);
  }
  (void)ubrk_first(tokenizer->iterator);
  return WARTA_OK;
}

warta_status wi_tokenizer_chunk(wi_tokenizer *tokenizer, size_t start, size_t end,
                                wi_token_array *out, warta_error *error) {
  const wi_token_sink sink = {out, tokenizer->text};
  while (tokenizer->at < end) {
    const int32_t boundary = ubrk_next(tokenizer->iterator);
    if (boundary == UBRK_DONE || (size_t)boundary <= tokenizer->at ||
        (size_t)boundary > tokenizer->text.len) {
      /* Out of memory inside ICU looks like an early end. */
      return wi_status_no_memory(error);
    }
    const size_t piece = tokenizer->at;
    const int32_t tag = ubrk_getRuleStatus(tokenizer->iterator);
    tokenizer->at = (size_t)boundary;
    if (tag == WI_RULE_NOTHING || tokenizer->at <= start) {
      continue;
    }
    warta_token_type type = WARTA_TOKEN_WORD;
    wi_shape shape = WI_SHAPE_PLAIN;
    if (tag < 0 || !wi_token_tag((uint32_t)tag, &type, &shape)) {
      return wi_status_fail(error, WARTA_MSG_DICTIONARY_BROKEN, "break rules: unknown tag");
    }
    if (!wi_token_shape(&sink, piece, tokenizer->at, type, shape)) {
      return wi_status_no_memory(error);
    }
  }
  return WARTA_OK;
}
