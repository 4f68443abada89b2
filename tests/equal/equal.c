/* The fast path (memo, table of rules) against the slow one (ICU's iterator, every word folded and
 * stemmed anew): token events, labels, sentences and term counts must be equal, byte for byte.
 *
 *   equal STRINGS SEED [FILE...]     each file as one text, and so many generated strings, which
 *                                    take words from the files
 *   equal 0 0 - < LIST               the files named in LIST, one a line
 *
 * Sessions are kept, so that the memo is warm, and made anew now and then, so that it is not.
 */
#include "equal_texts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <warta/warta.h>

enum { FRESH_EVERY = 500, SHOWN_MAX = 5, PATH_MAX_LENGTH = 4096 };

typedef struct record {
  char *bytes;
  size_t len;
  size_t capacity;
} record;

typedef struct path {
  warta_analyzer *analyzer;
  warta_session *session;
  record record;
} path;

/* Options that change what the paths do. */
typedef struct pair {
  path fast;
  path slow;
} pair;

enum { PAIR_COUNT = 4 };

typedef struct tester {
  pair pairs[PAIR_COUNT];
  unsigned long long texts;
  unsigned long long bytes;
  unsigned long long differences;
} tester;

static void stop(const char *what) {
  fprintf(stderr, "equal: %s\n", what);
  exit(EXIT_FAILURE);
}

static void put(record *to, const void *bytes, size_t len) {
  while (to->len + len > to->capacity) {
    to->capacity = to->capacity == 0 ? 4096 : to->capacity * 2;
    to->bytes = realloc(to->bytes, to->capacity);
    if (to->bytes == NULL) {
      stop("no memory");
    }
  }
  if (len > 0) {
    memcpy(to->bytes + to->len, bytes, len);
    to->len += len;
  }
}

static void put_text(record *to, const char *text, size_t len) {
  put(to, &len, sizeof len);
  put(to, text, len);
}

static warta_status note(void *payload, const warta_token *token) {
  record *to = payload;
  const size_t numbers[] = {token->start,        token->end,         (size_t)token->type,
                            token->flags,        token->sentence,    (size_t)token->label,
                            (size_t)token->stop, (size_t)token->how, (size_t)token->has_value};
  put(to, numbers, sizeof numbers);
  put(to, &token->value, sizeof token->value);
  put_text(to, token->norm, token->norm_len);
  put_text(to, token->term, token->term_len);
  return WARTA_OK;
}

static void note_document(record *to, const warta_document *document) {
  for (size_t i = 0; i < warta_document_term_count(document); i++) {
    const warta_term term = warta_document_term(document, i);
    put_text(to, term.text, term.len);
    put(to, &term.count, sizeof term.count);
  }
  for (size_t i = 0; i < warta_document_label_count(document); i++) {
    const warta_label label = warta_document_label(document, i);
    const size_t numbers[] = {label.start, label.end, (size_t)label.kind};
    put(to, numbers, sizeof numbers);
    put_text(to, label.rule, strlen(label.rule));
  }
  for (size_t i = 0; i < warta_document_sentence_count(document); i++) {
    const warta_sentence sentence = warta_document_sentence(document, i);
    const size_t numbers[] = {sentence.start, sentence.end, (size_t)sentence.kind, sentence.words};
    put(to, numbers, sizeof numbers);
  }
}

static void run(path *p, const char *text, size_t len) {
  warta_document *document = NULL;
  p->record.len = 0;
  if (warta_tokens(p->session, text, len, note, &p->record, NULL) != WARTA_OK ||
      warta_document_analyze(&document, p->session, text, len, NULL, NULL) != WARTA_OK) {
    stop("a text failed");
  }
  note_document(&p->record, document);
  warta_document_free(document);
}

static void open_path(path *p, size_t variant, int plain) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  options.plain = plain;
  if (variant == 1) {
    options.abbreviation_stop = WARTA_CUT;
    options.clitics = WARTA_CUT;
    options.labels_off = 1;
  } else if (variant == 2) {
    options.stemmer = WARTA_STEMMER_SNOWBALL;
  } else if (variant == 3) {
    options.stemmer = WARTA_STEMMER_NONE;
  }
  if (warta_analyzer_open(&p->analyzer, &options, NULL) != WARTA_OK ||
      warta_session_open(&p->session, p->analyzer, NULL) != WARTA_OK) {
    stop("cannot open");
  }
}

static void close_path(path *p) {
  warta_session_free(p->session);
  warta_analyzer_free(p->analyzer);
  free(p->record.bytes);
}

static void renew(path *p) {
  warta_session_free(p->session);
  if (warta_session_open(&p->session, p->analyzer, NULL) != WARTA_OK) {
    stop("cannot open");
  }
}

/* The text as a C string, so that it can be put into a test. */
static void show(const char *text, size_t len) {
  for (size_t i = 0; i < len && i < TEXT_MAX; i++) {
    const unsigned char byte = (unsigned char)text[i];
    if (byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\') {
      putchar(byte);
    } else {
      printf("\\%03o", byte);
    }
  }
  putchar('\n');
}

static void compare(tester *t, size_t variant, const char *text, size_t len) {
  pair *p = &t->pairs[variant];
  if (t->texts % FRESH_EVERY == 0) {
    renew(&p->fast);
  }
  run(&p->fast, text, len);
  run(&p->slow, text, len);
  t->texts++;
  t->bytes += len;
  if (p->fast.record.len != p->slow.record.len ||
      memcmp(p->fast.record.bytes, p->slow.record.bytes, p->fast.record.len) != 0) {
    if (t->differences++ < SHOWN_MAX) {
      printf("different (options %zu): ", variant);
      show(text, len);
    }
  }
}

static size_t read_file(const char *name, record *to) {
  FILE *file = fopen(name, "rb");
  char block[65536];
  size_t count = 0;
  const size_t before = to->len;
  if (file == NULL) {
    stop(name);
  }
  while ((count = fread(block, 1, sizeof block, file)) > 0) {
    put(to, block, count);
  }
  (void)fclose(file);
  return to->len - before;
}

static void compare_file(tester *t, const char *name, record *all) {
  const size_t len = read_file(name, all);
  for (size_t variant = 0; variant < PAIR_COUNT; variant++) {
    compare(t, variant, len == 0 ? "" : all->bytes + (all->len - len), len);
  }
}

static void compare_listed(tester *t) {
  char name[PATH_MAX_LENGTH];
  record text = {NULL, 0, 0};
  while (fgets(name, sizeof name, stdin) != NULL) {
    name[strcspn(name, "\n")] = '\0';
    text.len = 0;
    compare_file(t, name, &text);
  }
  free(text.bytes);
}

int main(int argc, char **argv) {
  tester t = {.texts = 0};
  record all = {NULL, 0, 0};
  char text[TEXT_MAX];
  if (argc < 3) {
    stop("usage: equal STRINGS SEED [FILE...] | equal 0 0 - < LIST");
  }
  const unsigned long long strings = strtoull(argv[1], NULL, 10);
  for (size_t variant = 0; variant < PAIR_COUNT; variant++) {
    open_path(&t.pairs[variant].fast, variant, 0);
    open_path(&t.pairs[variant].slow, variant, 1);
  }
  for (int i = 3; i < argc; i++) {
    if (strcmp(argv[i], "-") == 0) {
      compare_listed(&t);
    } else {
      compare_file(&t, argv[i], &all);
    }
  }
  texts from = {strtoull(argv[2], NULL, 10) * 2654435761ULL + 1, all.bytes, all.len};
  for (unsigned long long i = 0; i < strings; i++) {
    const size_t len = texts_next(&from, text);
    compare(&t, i % 8 == 0 ? 1 + i / 8 % 2 : 0, text, len);
  }
  for (size_t variant = 0; variant < PAIR_COUNT; variant++) {
    close_path(&t.pairs[variant].fast);
    close_path(&t.pairs[variant].slow);
  }
  free(all.bytes);
  printf("%llu texts, %llu bytes, seed %s\n", t.texts, t.bytes, argv[2]);
  printf("%llu passed, %llu failed\n", t.texts - t.differences, t.differences);
  return t.differences == 0 && t.texts > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
