#include "chunk_memo.h"

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "suites.h"

enum { SEED = 7 };

static wi_chunk_key key_of(const char *chunk) {
  return wi_chunk_key_make(wi_str_of(chunk), 0, strlen(chunk));
}

/* Tokens as they stand behind others: a number, glued to it a sign. */
static wi_token_array given_tokens(void) {
  wi_token_array tokens = {0};
  CU_ASSERT_TRUE_FATAL(wi_token_array_reserve(&tokens, 16));
  for (uint32_t i = 0; i < 3; i++) {
    tokens.items[i] = (wi_token){.start = 100 + 2 * i,
                                 .end = 102 + 2 * i,
                                 .sentence = WARTA_NO_SENTENCE,
                                 .type = WARTA_TOKEN_NUMBER,
                                 .flags = WARTA_TOKEN_GLUED,
                                 .word = WI_NO_WORD};
    tokens.notes[i] = WI_NOTE_LOOK | WI_NOTE_NUMBER;
  }
  tokens.count = 3;
  return tokens;
}

static void writes_tokens_again_elsewhere(void) {
  wi_chunk_memo memo = {0};
  const wi_chunk_key key = key_of("12,5");
  wi_token_array tokens = given_tokens();
  CU_ASSERT_PTR_NULL(wi_chunk_memo_find(&memo, &key, SEED));
  wi_chunk_row *row = wi_chunk_memo_add(&memo, &key, SEED);
  CU_ASSERT_PTR_NOT_NULL_FATAL(row);
  CU_ASSERT_TRUE(wi_chunk_keep_tokens(row, &tokens, 1, 102));
  CU_ASSERT_FALSE(row->has_pieces);
  CU_ASSERT_PTR_EQUAL(wi_chunk_memo_find(&memo, &key, SEED), row);
  wi_chunk_put_tokens(row, &tokens, 202);
  check_number("tokens", tokens.count, 5);
  const wi_token *last = &tokens.items[4];
  check_number("start", last->start, 204);
  check_number("end", last->end, 206);
  check_number("type", last->type, WARTA_TOKEN_NUMBER);
  check_number("flags", last->flags, WARTA_TOKEN_GLUED);
  check_number("sentence", last->sentence, WARTA_NO_SENTENCE);
  check_number("word", last->word, WI_NO_WORD);
  check_number("note", tokens.notes[4], WI_NOTE_LOOK | WI_NOTE_NUMBER);
  wi_token_array_free(&tokens);
  wi_chunk_memo_free(&memo);
}

static void writes_pieces_again_elsewhere(void) {
  wi_chunk_memo memo = {0};
  const wi_chunk_key key = key_of("12/5");
  wi_piece items[4] = {{10, 14, WI_PIECE_NUMBER | WI_PIECE_GLUED, 3}};
  wi_piece_array pieces = {items, 1, 4};
  wi_chunk_row *row = wi_chunk_memo_add(&memo, &key, SEED);
  CU_ASSERT_PTR_NOT_NULL_FATAL(row);
  CU_ASSERT_TRUE(wi_chunk_keep_pieces(row, &pieces, 0, 10));
  CU_ASSERT_TRUE(row->has_pieces);
  wi_chunk_put_pieces(row, &pieces, 30);
  check_number("pieces", pieces.count, 2);
  check_number("start", items[1].start, 30);
  check_number("end", items[1].end, 34);
  check_number("flags", items[1].flags, WI_PIECE_NUMBER | WI_PIECE_GLUED);
  check_number("word", items[1].word, 3);
  wi_chunk_memo_free(&memo);
}

static void keeps_no_long_chunk(void) {
  wi_chunk_memo memo = {0};
  const wi_chunk_key fits = key_of("123456789012345678901234");
  const wi_chunk_key longer = key_of("1234567890123456789012345");
  check_number("fits", fits.len, WI_CHUNK_KEPT_MAX);
  check_number("longer", longer.len, 0);
  CU_ASSERT_PTR_NULL(wi_chunk_memo_add(&memo, &longer, SEED));
  CU_ASSERT_PTR_NULL(wi_chunk_memo_find(&memo, &longer, SEED));
  wi_chunk_memo_free(&memo);
}

static void keeps_no_chunk_of_many_tokens(void) {
  wi_chunk_memo memo = {0};
  const wi_chunk_key key = key_of("1.2.3.4.5.6.7");
  wi_token_array tokens = {0};
  CU_ASSERT_TRUE_FATAL(wi_token_array_reserve(&tokens, 16));
  tokens.count = WI_CHUNK_ITEMS_MAX + 1;
  wi_chunk_row *row = wi_chunk_memo_add(&memo, &key, SEED);
  CU_ASSERT_PTR_NOT_NULL_FATAL(row);
  CU_ASSERT_FALSE(wi_chunk_keep_tokens(row, &tokens, 0, 0));
  CU_ASSERT_PTR_NULL(wi_chunk_memo_find(&memo, &key, SEED));
  wi_token_array_free(&tokens);
  wi_chunk_memo_free(&memo);
}

/* Many chunks: it grows to its bound, and never tells one for another. */
static void stays_in_its_bounds(void) {
  wi_chunk_memo memo = {0};
  char chunk[16];
  size_t found = 0;
  for (int i = 0; i < 20000; i++) {
    (void)snprintf(chunk, sizeof chunk, "%d", i);
    const wi_chunk_key key = key_of(chunk);
    CU_ASSERT_PTR_NULL(wi_chunk_memo_find(&memo, &key, SEED));
    CU_ASSERT_PTR_NOT_NULL_FATAL(wi_chunk_memo_add(&memo, &key, SEED));
  }
  check_number("rows", memo.capacity, 1024);
  for (int i = 0; i < 20000; i++) {
    (void)snprintf(chunk, sizeof chunk, "%d", i);
    const wi_chunk_key key = key_of(chunk);
    const wi_chunk_row *row = wi_chunk_memo_find(&memo, &key, SEED);
    found += row != NULL;
    CU_ASSERT_TRUE(row == NULL || memcmp(row->key.parts, key.parts, sizeof key.parts) == 0);
  }
  CU_ASSERT_TRUE(found > 500 && found <= 1024);
  wi_chunk_memo_free(&memo);
}

void suite_chunk_memo(void) {
  CU_pSuite suite = CU_add_suite("chunk memo", NULL, NULL);
  CU_add_test(suite, "writes tokens again elsewhere", writes_tokens_again_elsewhere);
  CU_add_test(suite, "writes pieces again elsewhere", writes_pieces_again_elsewhere);
  CU_add_test(suite, "keeps no long chunk", keeps_no_long_chunk);
  CU_add_test(suite, "keeps no chunk of many tokens", keeps_no_chunk_of_many_tokens);
  CU_add_test(suite, "stays in its bounds", stays_in_its_bounds);
}
