/* wordc: compiles the known words (known.h) from a list of words and the compiled dictionary.
 *
 *   wordc DICTIONARY WORDS OUTPUT
 *
 * WORDS has lines `word<TAB>count`, the commonest first; a word in capitals stands for itself. The
 * stemmer, the stop list and the labeller of the library say what is remembered of each.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "dictionary.h"
#include "known.h"
#include "labeller.h"
#include "mem.h"
#include "packed.h"
#include "stem.h"
#include "strmap.h"

enum {
  ROWS_PER_WORD_TENTHS = 14, /* so many rows for ten words */
  TEXT_MAX = 1 << 28,
  TERMS_MAX = 1 << WI_MEMO_HOW_AT
};

typedef struct compiler {
  wi_dictionary *dictionary;
  wi_labeller *labeller;
  wi_stemmer *stemmer;
  wi_strmap terms;
  wi_memo_row *rows;
  wi_known_head head;
  size_t words;
  size_t dropped;
} compiler;

static bool fail(const char *path, size_t line, const char *what) {
  if (line > 0) {
    fprintf(stderr, "wordc: %s:%zu: %s\n", path, line, what);
  } else {
    fprintf(stderr, "wordc: %s: %s\n", path, what);
  }
  return false;
}

static bool read_file(wi_buf *out, const char *path) {
  char bytes[1 << 16];
  size_t got = 0;
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    return fail(path, 0, "cannot be read");
  }
  bool is_read = true;
  while (is_read && (got = fread(bytes, 1, sizeof bytes, file)) > 0) {
    is_read = wi_buf_append(out, (wi_str){bytes, got});
  }
  is_read = is_read && ferror(file) == 0;
  (void)fclose(file);
  return is_read || fail(path, 0, "cannot be read");
}

static bool write_file(wi_str bytes, const char *path) {
  FILE *file = fopen(path, "wb");
  if (file == NULL) {
    return fail(path, 0, "cannot be written");
  }
  const bool is_written = fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
  return (fclose(file) == 0 && is_written) || fail(path, 0, "cannot be written");
}

static bool open_all(compiler *c, wi_str dictionary, const char *path) {
  warta_error error;
  if (wi_dictionary_open(&c->dictionary, dictionary.ptr, dictionary.len, &error) != WARTA_OK ||
      wi_labeller_open(&c->labeller, c->dictionary, &error) != WARTA_OK ||
      wi_stemmer_open(&c->stemmer, c->dictionary, WARTA_STEMMER_ROOTS, &error) != WARTA_OK) {
    return fail(path, 0, error.message);
  }
  return true;
}

static void close_all(compiler *c) {
  wi_stemmer_free(c->stemmer);
  wi_labeller_free(c->labeller);
  wi_dictionary_free(c->dictionary);
  wi_strmap_free(&c->terms);
  wi_mem_free(c->rows);
}

/* ---- one word ---- */

static bool ask_stem(compiler *c, wi_str word, wi_stem_case how, uint32_t *stem) {
  wi_stem_result result;
  uint32_t number = 0;
  if (wi_stemmer_stem(c->stemmer, word, how, &result, NULL) != WARTA_OK ||
      !wi_strmap_add(&c->terms, result.stem, &number) || number >= TERMS_MAX) {
    return false;
  }
  *stem = number | (uint32_t)result.how << WI_MEMO_HOW_AT;
  return true;
}

/* All that term_lookup.c would find out about it. */
static bool fill_row(compiler *c, wi_memo_row *row, wi_str word, bool is_capitals) {
  bool is_filled = true;
  row->stop = (uint8_t)wi_dictionary_stop(c->dictionary, word);
  row->label_word = (uint16_t)wi_labeller_word(c->labeller, word);
  for (size_t i = 0; i < WI_MEMO_CASES; i++) {
    row->stems[i] = WI_MEMO_NONE;
    if (!is_capitals || i == 0) {
      const wi_stem_case how = is_capitals ? WI_CASE_ALL_CAPS : (wi_stem_case)i;
      is_filled = is_filled && ask_stem(c, word, how, &row->stems[i]);
    }
  }
  return is_filled;
}

/* The first free row where the word may stand; NULL: all are taken, by commoner words. */
static wi_memo_row *find_free(const compiler *c, const uint64_t parts[2]) {
  wi_memo_row *row = c->rows + wi_memo_pair(wi_memo_mix(parts, WI_KNOWN_SEED), c->head.pairs);
  for (size_t i = 0; i < WI_KNOWN_PROBES; i++) {
    if (row[i].len == 0) {
      row->len |= i < 2 ? 0 : (uint8_t)WI_MEMO_MORE;
      return row + i;
    }
  }
  return NULL;
}

static bool add_word(compiler *c, wi_str written) {
  char bytes[WI_MEMO_SHORT_MAX];
  bool is_capitals = written.len > 1;
  for (size_t i = 0; i < written.len; i++) {
    is_capitals = is_capitals && written.ptr[i] < 'a';
    bytes[i] = (char)(written.ptr[i] | 0x20);
  }
  uint64_t parts[2];
  const wi_str word = {bytes, written.len};
  const uint8_t len = (uint8_t)(word.len | (is_capitals ? (size_t)WI_MEMO_CAPITALS : 0));
  wi_memo_short_key(parts, word, len);
  wi_memo_row *row = find_free(c, parts);
  if (row == NULL) {
    c->dropped++;
    return true;
  }
  row->len |= len;
  wi_memo_row_set_key(row, parts);
  return fill_row(c, row, word, is_capitals);
}

/* ---- the list ---- */

static bool is_word(wi_str word) {
  for (size_t i = 0; i < word.len; i++) {
    const char c = (char)(word.ptr[i] | 0x20);
    if (c < 'a' || c > 'z') {
      return false;
    }
  }
  return word.len > 0 && word.len <= WI_MEMO_SHORT_MAX;
}

static size_t count_lines(wi_str text) {
  size_t lines = 0;
  while (text.len > 0) {
    lines += wi_str_cut(&text, '\n').len > 0;
  }
  return lines;
}

static bool add_words(compiler *c, wi_str text, const char *path) {
  c->head.pairs = (uint32_t)(count_lines(text) * ROWS_PER_WORD_TENTHS / 10 / 2 + 1);
  c->rows = wi_mem_new(wi_known_rows(c->head.pairs), sizeof *c->rows);
  if (c->rows == NULL) {
    return fail(path, 0, "no memory");
  }
  for (size_t line = 1; text.len > 0; line++) {
    wi_str rest = wi_str_cut(&text, '\n');
    const wi_str word = wi_str_cut(&rest, '\t');
    if (word.len == 0 || word.ptr[0] == '#') {
      continue;
    }
    if (!is_word(word)) {
      return fail(path, line, "no word of at most 15 ASCII letters");
    }
    if (!add_word(c, word)) {
      return fail(path, line, "cannot be stemmed");
    }
    c->words++;
  }
  return true;
}

/* ---- the table ---- */

static bool add_u32(wi_buf *out, uint32_t value) {
  return wi_buf_append(out, (wi_str){(const char *)&value, sizeof value});
}

static bool add_offsets(const compiler *c, wi_buf *out) {
  uint32_t at = 0;
  bool is_added = true;
  for (uint32_t i = 0; i < c->terms.count; i++) {
    is_added = is_added && add_u32(out, at);
    at += (uint32_t)wi_strmap_key(&c->terms, i).len;
  }
  return is_added && add_u32(out, at);
}

static bool add_slots(const compiler *c, wi_buf *out) {
  uint32_t *slots = wi_mem_new(c->head.slots, sizeof *slots);
  if (slots == NULL) {
    return false;
  }
  for (uint32_t i = 0; i < c->terms.count; i++) {
    uint32_t at = (uint32_t)wi_packed_hash(wi_strmap_key(&c->terms, i)) & (c->head.slots - 1);
    while (slots[at] != 0) {
      at = (at + 1) & (c->head.slots - 1);
    }
    slots[at] = i + 1;
  }
  const bool is_added =
      wi_buf_append(out, (wi_str){(const char *)slots, c->head.slots * sizeof *slots});
  wi_mem_free(slots);
  return is_added;
}

static bool make_table(compiler *c, wi_buf *out) {
  wi_known_head *head = &c->head;
  memcpy(head->magic, WI_KNOWN_MAGIC, sizeof head->magic);
  head->version = WI_KNOWN_VERSION;
  head->order = WI_KNOWN_ORDER;
  head->fingerprint = wi_dictionary_fingerprint(c->dictionary);
  head->terms = c->terms.count;
  head->slots = 2;
  while (head->slots < head->terms * 2) {
    head->slots *= 2;
  }
  for (uint32_t i = 0; i < c->terms.count; i++) {
    head->text_size += (uint32_t)wi_strmap_key(&c->terms, i).len;
  }
  const wi_str rows = {(const char *)c->rows, wi_known_rows(head->pairs) * sizeof *c->rows};
  bool is_made = wi_buf_append(out, (wi_str){(const char *)head, sizeof *head}) &&
                 wi_buf_append(out, rows) && add_offsets(c, out) && add_slots(c, out);
  for (uint32_t i = 0; is_made && i < c->terms.count; i++) {
    is_made = wi_buf_append(out, wi_strmap_key(&c->terms, i));
  }
  return is_made || fail("table", 0, "no memory");
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fprintf(stderr, "usage: wordc DICTIONARY WORDS OUTPUT\n");
    return 64;
  }
  wi_buf dictionary = wi_buf_make(TEXT_MAX);
  wi_buf words = wi_buf_make(TEXT_MAX);
  wi_buf table = wi_buf_make(TEXT_MAX);
  compiler c = {.terms = wi_strmap_make()};
  const bool is_done = read_file(&dictionary, argv[1]) && read_file(&words, argv[2]) &&
                       open_all(&c, wi_buf_str(&dictionary), argv[1]) &&
                       add_words(&c, wi_buf_str(&words), argv[2]) && make_table(&c, &table) &&
                       write_file(wi_buf_str(&table), argv[3]);
  if (is_done) {
    printf("wordc: %zu words, %zu of them without room, %u terms, %zu bytes\n", c.words, c.dropped,
           c.terms.count, table.len);
  }
  close_all(&c);
  wi_buf_free(&table);
  wi_buf_free(&words);
  wi_buf_free(&dictionary);
  return is_done ? 0 : 1;
}
