/* What the tests of tokens and sentences are given: the built-in dictionary, and a text cut up. */
#ifndef GIVEN_TOKENS_H
#define GIVEN_TOKENS_H

#include "check.h"
#include "dictionary.h"
#include "sentences.h"
#include "tokenizer.h"
#include "tokens.h"

extern const unsigned char warta_id_data[];
extern const uint64_t warta_id_size;

typedef struct given_tokens {
  wi_dictionary *dictionary;
  wi_tokenizer *tokenizer;
  wi_token_array tokens;
  wi_sentence_array sentences;
  wi_str text;
} given_tokens;

/* Cuts the text at its white space into chunks, as the library does. */
static inline given_tokens given_tokens_of(wi_str text, wi_token_options options) {
  given_tokens g = {.text = text};
  CU_ASSERT_EQUAL_FATAL(
      wi_dictionary_open(&g.dictionary, warta_id_data, (size_t)warta_id_size, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(wi_tokenizer_open(&g.tokenizer, g.dictionary, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(wi_tokenizer_start(g.tokenizer, text, NULL), WARTA_OK);
  for (size_t at = 0; at < text.len;) {
    const size_t start = at;
    while (at < text.len && !wi_str_is_space(text.ptr[at])) {
      at++;
    }
    if (at > start) {
      CU_ASSERT_EQUAL_FATAL(wi_tokenizer_chunk(g.tokenizer, start, at, &g.tokens, NULL), WARTA_OK);
    } else {
      at++;
    }
  }
  CU_ASSERT_EQUAL_FATAL(wi_tokens_settle(&g.tokens, text, g.dictionary, &options, NULL), WARTA_OK);
  return g;
}

static inline void given_tokens_split(given_tokens *g, const wi_label_array *labels) {
  CU_ASSERT_EQUAL_FATAL(
      wi_sentences_find(&g->sentences, &g->tokens, g->text, labels, g->dictionary, NULL), WARTA_OK);
}

static inline void given_tokens_free(given_tokens *g) {
  wi_sentence_array_free(&g->sentences);
  wi_token_array_free(&g->tokens);
  wi_tokenizer_free(g->tokenizer);
  wi_dictionary_free(g->dictionary);
}

#endif
