/* Whole analysis beside plain ICU word iteration, in one process, on the same articles.
 *
 *   bench-analysis [ROUNDS] FILE...     one article a file
 *
 * Each round runs every step once over all articles, so that a drift of the machine's speed meets
 * all steps alike. Prints, for each step, the median MB/s of CPU time and the ratio to plain ICU
 * (ICU's default word rules over UText UTF-8, the iterator reused from article to article).
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <malloc.h>

#include <warta/warta.h>

#include <unicode/ubrk.h>
#include <unicode/utext.h>

enum { ROUNDS_DEFAULT = 7, ROUNDS_MAX = 101 };

typedef struct article {
  char *text;
  size_t len;
} article;

typedef struct corpus {
  article *articles;
  size_t count;
  size_t bytes;
} corpus;

typedef struct context {
  const corpus *texts;
  warta_analyzer *analyzer;
  warta_session *session;
  warta_analyzer *unlabelled;
  warta_session *unlabelled_session;
  warta_analyzer *bare; /* neither labels nor stems */
  warta_session *bare_session;
  warta_analyzer *plain; /* ICU's iterator, no memo */
  warta_session *plain_session;
  warta_document *document; /* renewed for each article */
  UBreakIterator *words;
  uint64_t seen; /* so that no step can be optimised away */
} context;

static void stop(const char *what, const char *detail) {
  fprintf(stderr, "bench-analysis: %s: %s\n", what, detail);
  exit(EXIT_FAILURE);
}

static article read_article(const char *path) {
  article result = {NULL, 0};
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    stop(path, "cannot be read");
  }
  const long size = ftell(file);
  if (fseek(file, 0, SEEK_SET) != 0) {
    stop(path, "cannot be read");
  }
  result.text = malloc((size_t)(size > 0 ? size : 1));
  if (size < 0 || result.text == NULL ||
      fread(result.text, 1, (size_t)size, file) != (size_t)size) {
    stop(path, "cannot be read");
  }
  result.len = (size_t)size;
  (void)fclose(file);
  return result;
}

static void icu_words(context *c) {
  for (size_t i = 0; i < c->texts->count; i++) {
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, c->texts->articles[i].text, (int64_t)c->texts->articles[i].len, &status);
    ubrk_setUText(c->words, &text, &status);
    if (U_FAILURE(status)) {
      stop("ICU", u_errorName(status));
    }
    while (ubrk_next(c->words) != UBRK_DONE) {
      c->seen += (uint64_t)ubrk_getRuleStatus(c->words);
    }
    utext_close(&text);
  }
}

static warta_status count_token(void *payload, const warta_token *token) {
  context *c = payload;
  c->seen += token->term_len;
  return WARTA_OK;
}

static void tell_tokens(context *c, warta_session *session) {
  for (size_t i = 0; i < c->texts->count; i++) {
    const article *a = &c->texts->articles[i];
    if (warta_tokens(session, a->text, a->len, count_token, c, NULL) != WARTA_OK) {
      stop("warta_tokens", "failed");
    }
  }
}

static void token_events(context *c) {
  tell_tokens(c, c->session);
}

static void typed_tokens(context *c) {
  tell_tokens(c, c->bare_session);
}

static void analyze(context *c, warta_session *session, const article *a) {
  if (warta_document_renew(c->document, session, a->text, a->len, NULL, NULL) != WARTA_OK) {
    stop("warta_document_renew", "failed");
  }
  c->seen += warta_document_term_count(c->document);
}

/* A document of its own for each article. */
static void fresh_documents(context *c) {
  for (size_t i = 0; i < c->texts->count; i++) {
    const article *a = &c->texts->articles[i];
    warta_document *document = NULL;
    if (warta_document_analyze(&document, c->session, a->text, a->len, NULL, NULL) != WARTA_OK) {
      stop("warta_document_analyze", "failed");
    }
    c->seen += warta_document_term_count(document);
    warta_document_free(document);
  }
}

static void analyze_all(context *c, warta_session *session) {
  for (size_t i = 0; i < c->texts->count; i++) {
    analyze(c, session, &c->texts->articles[i]);
  }
}

static warta_session *open_session(const warta_analyzer *analyzer) {
  warta_session *session = NULL;
  if (warta_session_open(&session, analyzer, NULL) != WARTA_OK) {
    stop("warta_session_open", "failed");
  }
  return session;
}

static void documents(context *c) {
  analyze_all(c, c->session);
}

static void unlabelled_documents(context *c) {
  analyze_all(c, c->unlabelled_session);
}

static void plain_documents(context *c) {
  analyze_all(c, c->plain_session);
}

/* All articles, from a session that knows no word. */
static void analyze_from_empty(context *c, const warta_analyzer *analyzer) {
  warta_session *session = open_session(analyzer);
  analyze_all(c, session);
  warta_session_free(session);
}

static void documents_from_empty(context *c) {
  analyze_from_empty(c, c->analyzer);
}

static void unlabelled_from_empty(context *c) {
  analyze_from_empty(c, c->unlabelled);
}

/* A session for each article: what a server pays that keeps none. */
static void documents_alone(context *c) {
  for (size_t i = 0; i < c->texts->count; i++) {
    warta_session *session = open_session(c->analyzer);
    analyze(c, session, &c->texts->articles[i]);
    warta_session_free(session);
  }
}

/* The lists renewed, too. */
static void keywords_and_summary_renewed(context *c) {
  warta_keyword_list *keywords = NULL;
  warta_summary_list *summary = NULL;
  analyze(c, c->session, &c->texts->articles[0]);
  if (warta_keywords(&keywords, c->document, NULL, NULL, NULL) != WARTA_OK ||
      warta_summary(&summary, c->document, NULL, NULL, NULL) != WARTA_OK) {
    stop("keywords and summary", "failed");
  }
  for (size_t i = 0; i < c->texts->count; i++) {
    analyze(c, c->session, &c->texts->articles[i]);
    if (warta_keywords_renew(keywords, c->document, NULL, NULL, NULL) != WARTA_OK ||
        warta_summary_renew(summary, c->document, NULL, NULL, NULL) != WARTA_OK) {
      stop("keywords and summary", "failed");
    }
    c->seen += warta_keywords_count(keywords) + warta_summary_count(summary);
  }
  warta_summary_free(summary);
  warta_keywords_free(keywords);
}

static void keywords_and_summary(context *c) {
  for (size_t i = 0; i < c->texts->count; i++) {
    const article *a = &c->texts->articles[i];
    warta_keyword_list *keywords = NULL;
    warta_summary_list *summary = NULL;
    analyze(c, c->session, a);
    if (warta_keywords(&keywords, c->document, NULL, NULL, NULL) != WARTA_OK ||
        warta_summary(&summary, c->document, NULL, NULL, NULL) != WARTA_OK) {
      stop("keywords and summary", "failed");
    }
    c->seen += warta_keywords_count(keywords) + warta_summary_count(summary);
    warta_summary_free(summary);
    warta_keywords_free(keywords);
  }
}

typedef struct step {
  const char *name;
  void (*run)(context *c);
} step;

static const step steps[] = {
    {"plain ICU word iteration", icu_words},
    {"typed tokens, sentences; no labels, stems", typed_tokens},
    {"token events (sentences, labels, stems)", token_events},
    {"whole analysis, from an empty session", documents_from_empty},
    {"whole analysis, warm session", documents},
    {"the same, a fresh document an article", fresh_documents},
    {"whole analysis without labels, from empty", unlabelled_from_empty},
    {"whole analysis without labels, warm", unlabelled_documents},
    {"whole analysis, a session an article", documents_alone},
    {"whole analysis, the slow path (--plain)", plain_documents},
    {"document + keywords + summary", keywords_and_summary},
    {"the same, all three renewed", keywords_and_summary_renewed},
};
enum { STEP_COUNT = sizeof steps / sizeof steps[0] };

static double cpu_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int by_value(const void *a, const void *b) {
  const double x = *(const double *)a;
  const double y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, size_t count) {
  qsort(values, count, sizeof *values, by_value);
  return values[count / 2];
}

static void measure(context *c, size_t rounds) {
  static double seconds[STEP_COUNT][ROUNDS_MAX];
  static double ratios[STEP_COUNT][ROUNDS_MAX];
  for (size_t round = 0; round < rounds; round++) {
    for (size_t s = 0; s < STEP_COUNT; s++) {
      const double start = cpu_seconds();
      steps[s].run(c);
      seconds[s][round] = cpu_seconds() - start;
      ratios[s][round] = seconds[0][round] / seconds[s][round];
    }
  }
  printf("%zu articles, %.2f MB, %zu rounds\n", c->texts->count, (double)c->texts->bytes / 1e6,
         rounds);
  printf("%-42s %10s %14s\n", "step", "MB/s", "ratio to ICU");
  for (size_t s = 0; s < STEP_COUNT; s++) {
    const double rate = (double)c->texts->bytes / 1e6 / median(seconds[s], rounds);
    printf("%-42s %10.1f %14.3f\n", steps[s].name, rate, median(ratios[s], rounds));
  }
}

/* What a session keeps, its analyzer and its documents left out (glibc's malloc counts). */
static void measure_session(context *c) {
  const struct mallinfo2 before = mallinfo2();
  warta_session *session = open_session(c->analyzer);
  const struct mallinfo2 opened = mallinfo2();
  tell_tokens(c, session);
  const struct mallinfo2 after = mallinfo2();
  printf("a session: %zu KB when opened, %zu KB after all articles\n",
         (opened.uordblks + opened.hblkhd - before.uordblks - before.hblkhd) / 1024,
         (after.uordblks + after.hblkhd - before.uordblks - before.hblkhd) / 1024);
  warta_session_free(session);
}

static void open_all(context *c) {
  warta_analyzer_options bare = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer_options plain = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer_options unlabelled = WARTA_ANALYZER_OPTIONS_INIT;
  unlabelled.labels_off = 1;
  bare.stemmer = WARTA_STEMMER_NONE;
  bare.labels_off = 1;
  plain.plain = 1;
  if (warta_analyzer_open(&c->analyzer, NULL, NULL) != WARTA_OK ||
      warta_analyzer_open(&c->unlabelled, &unlabelled, NULL) != WARTA_OK ||
      warta_analyzer_open(&c->bare, &bare, NULL) != WARTA_OK ||
      warta_analyzer_open(&c->plain, &plain, NULL) != WARTA_OK) {
    stop("warta_analyzer_open", "failed");
  }
  c->session = open_session(c->analyzer);
  c->unlabelled_session = open_session(c->unlabelled);
  c->bare_session = open_session(c->bare);
  c->plain_session = open_session(c->plain);
  if (warta_document_analyze(&c->document, c->session, "", 0, NULL, NULL) != WARTA_OK) {
    stop("warta_document_analyze", "failed");
  }
}

static void close_all(context *c) {
  warta_document_free(c->document);
  warta_session_free(c->plain_session);
  warta_session_free(c->bare_session);
  warta_session_free(c->unlabelled_session);
  warta_session_free(c->session);
  warta_analyzer_free(c->plain);
  warta_analyzer_free(c->bare);
  warta_analyzer_free(c->unlabelled);
  warta_analyzer_free(c->analyzer);
}

int main(int argc, char **argv) {
  int first = 1;
  size_t rounds = ROUNDS_DEFAULT;
  if (argc > 1 && argv[1][0] >= '1' && argv[1][0] <= '9') {
    rounds = strtoul(argv[1], NULL, 10);
    first = 2;
  }
  if (argc <= first || rounds > ROUNDS_MAX) {
    stop("usage", "bench-analysis [ROUNDS] FILE...");
  }
  corpus texts = {calloc((size_t)argc, sizeof(article)), 0, 0};
  context c = {.texts = &texts};
  UErrorCode status = U_ZERO_ERROR;
  if (texts.articles == NULL) {
    stop("memory", "none");
  }
  for (int i = first; i < argc; i++) {
    texts.articles[texts.count] = read_article(argv[i]);
    texts.bytes += texts.articles[texts.count++].len;
  }
  c.words = ubrk_open(UBRK_WORD, "id", NULL, 0, &status);
  if (U_FAILURE(status)) {
    stop("ICU", u_errorName(status));
  }
  open_all(&c);
  measure(&c, rounds);
  measure_session(&c);
  close_all(&c);
  ubrk_close(c.words);
  for (size_t i = 0; i < texts.count; i++) {
    free(texts.articles[i].text);
  }
  free(texts.articles);
  return c.seen == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
