#include "tokens.h"

#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "mem.h"
#include "sixteen.h"
#include "status.h"
#include "token_shape.h"

/* The tags of dict/tokens.rules, and what each piece is. */
typedef struct tag_row {
  uint8_t type; /* warta_token_type; 0: no such tag */
  uint8_t shape; /* wi_shape */
} tag_row;

enum { TAG_COUNT = 256 };

static const tag_row tag_rows[TAG_COUNT] = {
    [1] = {WARTA_TOKEN_SYMBOL, WI_SHAPE_PLAIN},
    [31] = {WARTA_TOKEN_SYMBOL, WI_SHAPE_PLAIN},
    [100] = {WARTA_TOKEN_NUMBER, WI_SHAPE_PLAIN},
    [101] = {WARTA_TOKEN_NUMBER, WI_SHAPE_PLAIN},
    [103] = {WARTA_TOKEN_NUMBER, WI_SHAPE_UNIT},
    [104] = {WARTA_TOKEN_NUMBER, WI_SHAPE_COUNTED},
    [110] = {WARTA_TOKEN_DATE, WI_SHAPE_PLAIN},
    [111] = {WARTA_TOKEN_TIME, WI_SHAPE_PLAIN},
    [112] = {WARTA_TOKEN_NUMBER, WI_SHAPE_FROM_TO},
    [130] = {WARTA_TOKEN_DOCUMENT_NUMBER, WI_SHAPE_PLAIN},
    [140] = {WARTA_TOKEN_URL, WI_SHAPE_PLAIN},
    [141] = {WARTA_TOKEN_URL, WI_SHAPE_PATH},
    [142] = {WARTA_TOKEN_EMAIL, WI_SHAPE_PLAIN},
    [143] = {WARTA_TOKEN_HANDLE, WI_SHAPE_PLAIN},
    [144] = {WARTA_TOKEN_HASHTAG, WI_SHAPE_PLAIN},
    [160] = {WARTA_TOKEN_PUNCTUATION, WI_SHAPE_PLAIN},
    [161] = {WARTA_TOKEN_SYMBOL, WI_SHAPE_PLAIN},
    [165] = {WARTA_TOKEN_EMOJI, WI_SHAPE_PLAIN},
    [170] = {WARTA_TOKEN_INVALID, WI_SHAPE_REPLACED},
    [200] = {WARTA_TOKEN_WORD, WI_SHAPE_WORD},
    [201] = {WARTA_TOKEN_WORD, WI_SHAPE_DOTTED},
    [202] = {WARTA_TOKEN_WORD, WI_SHAPE_PLAIN},
    [203] = {WARTA_TOKEN_WORD, WI_SHAPE_PLAIN},
    [204] = {WARTA_TOKEN_WORD, WI_SHAPE_GRADE},
    [205] = {WARTA_TOKEN_SYMBOL, WI_SHAPE_DEGREE},
    [210] = {WARTA_TOKEN_HYPHENATED, WI_SHAPE_CHAIN},
    [220] = {WARTA_TOKEN_CURRENCY, WI_SHAPE_SIGN},
    [221] = {WARTA_TOKEN_CURRENCY, WI_SHAPE_CURRENCY},
    [222] = {WARTA_TOKEN_CURRENCY, WI_SHAPE_TO_CURRENCY},
};

bool wi_token_tag(uint32_t tag, warta_token_type *type, wi_shape *shape) {
  if (tag >= TAG_COUNT || tag_rows[tag].type == 0) {
    return false;
  }
  *type = (warta_token_type)tag_rows[tag].type;
  *shape = (wi_shape)tag_rows[tag].shape;
  return true;
}

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

void wi_token_array_free(wi_token_array *array) {
  wi_mem_free(array->items);
  wi_mem_free(array->notes);
  *array = (wi_token_array){0};
}

bool wi_token_array_reserve(wi_token_array *array, size_t more) {
  enum { FIRST = 64 };
  size_t capacity = array->capacity;
  if (capacity - array->count >= more) {
    return true;
  }
  while (capacity - array->count < more) {
    if (!wi_mem_multiply(capacity < FIRST / 2 ? FIRST / 2 : capacity, 2, &capacity)) {
      return false;
    }
  }
  wi_token *items = wi_mem_resize(array->items, capacity, sizeof *items);
  if (items == NULL) {
    return false;
  }
  array->items = items;
  uint8_t *notes = wi_mem_resize(array->notes, capacity, sizeof *notes);
  if (notes == NULL) {
    return false;
  }
  array->notes = notes;
  array->capacity = capacity;
  return true;
}

/* Eight notes at a time, as most have none. */
size_t wi_token_next_noted(const wi_token_array *array, size_t i, uint8_t note) {
  while (i + 8 <= array->count) {
    const uint64_t found = wi_sixteen_load((const char *)array->notes + i) & WI_EACH_BYTE(note);
    if (found != 0) {
      return i + wi_sixteen_first_set(found) / 8;
    }
    i += 8;
  }
  while (i < array->count && (array->notes[i] & note) == 0) {
    i++;
  }
  return i;
}

size_t wi_token_move(wi_token_array *array, size_t kept, size_t from, size_t to) {
  if (kept < from && to > from) {
    memmove(array->items + kept, array->items + from, (to - from) * sizeof *array->items);
    memmove(array->notes + kept, array->notes + from, to - from);
  }
  return kept + (to - from);
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
