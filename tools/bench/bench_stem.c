/* The stemmer beside libstemmer, in one process, on the same words.
 *
 *   bench-stem [ROUNDS] WORDS     one word a line, in small letters
 *
 * Each round runs every step once over all words, so that a drift of the machine's speed meets all
 * steps alike. Prints, for each step, the median words a second of CPU time and the ratio to
 * libstemmer. Nothing is cached from word to word.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <warta/warta.h>

#include <libstemmer.h>

enum { ROUNDS_DEFAULT = 7, ROUNDS_MAX = 101, LINE_SIZE = 256, WORDS_MAX = 1 << 20 };

typedef struct context {
  warta_text *words;
  size_t count;
  struct sb_stemmer *snowball;
  warta_session *roots;
  warta_session *plain; /* the same call with Snowball inside: what folding costs */
  uint64_t seen; /* so that no step can be optimised away */
} context;

static void stop(const char *what) {
  fprintf(stderr, "bench-stem: %s\n", what);
  exit(EXIT_FAILURE);
}

static void read_words(context *c, const char *path) {
  char line[LINE_SIZE];
  FILE *file = fopen(path, "r");
  c->words = calloc(WORDS_MAX, sizeof *c->words);
  if (file == NULL || c->words == NULL) {
    stop("the words cannot be read");
  }
  while (c->count < WORDS_MAX && fgets(line, sizeof line, file) != NULL) {
    const size_t len = strcspn(line, "\r\n");
    char *copy = malloc(len + 1);
    if (copy == NULL) {
      stop("no memory");
    }
    memcpy(copy, line, len);
    if (len > 0) {
      c->words[c->count++] = (warta_text){copy, len};
    } else {
      free(copy);
    }
  }
  (void)fclose(file);
}

static void run_snowball(context *c) {
  for (size_t i = 0; i < c->count; i++) {
    const warta_text word = c->words[i];
    if (sb_stemmer_stem(c->snowball, (const sb_symbol *)word.text, (int)word.len) == NULL) {
      stop("libstemmer failed");
    }
    c->seen += (uint64_t)sb_stemmer_length(c->snowball);
  }
}

static void run_session(context *c, warta_session *session) {
  for (size_t i = 0; i < c->count; i++) {
    warta_stem_result result;
    if (warta_stem(&result, session, c->words[i].text, c->words[i].len, NULL) != WARTA_OK) {
      stop("warta_stem failed");
    }
    c->seen += result.len;
  }
}

static void run_roots(context *c) {
  run_session(c, c->roots);
}

static void run_plain(context *c) {
  run_session(c, c->plain);
}

static const struct {
  const char *name;
  void (*run)(context *c);
} steps[] = {
    {"libstemmer, Indonesian", run_snowball},
    {"warta_stem", run_roots},
    {"warta_stem, Snowball", run_plain},
};
enum { STEP_COUNT = sizeof steps / sizeof steps[0] };

static int compare(const void *a, const void *b) {
  const double x = *(const double *)a;
  const double y = *(const double *)b;
  return x < y ? -1 : x > y;
}

static double time_once(context *c, size_t step) {
  const clock_t before = clock();
  steps[step].run(c);
  return (double)(clock() - before) / CLOCKS_PER_SEC;
}

static warta_session *open_session(warta_stemmer stemmer) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer *analyzer = NULL;
  warta_session *session = NULL;
  options.stemmer = stemmer;
  if (warta_analyzer_open(&analyzer, &options, NULL) != WARTA_OK ||
      warta_session_open(&session, analyzer, NULL) != WARTA_OK) {
    stop("a session cannot be opened");
  }
  return session;
}

int main(int argc, char **argv) {
  static double times[STEP_COUNT][ROUNDS_MAX];
  context c = {0};
  const long asked = argc > 2 ? strtol(argv[1], NULL, 10) : ROUNDS_DEFAULT;
  if (argc < 2 || asked < 1 || asked > ROUNDS_MAX) {
    stop("usage: bench-stem [ROUNDS] WORDS");
  }
  const size_t rounds = (size_t)asked;
  read_words(&c, argv[argc - 1]);
  c.snowball = sb_stemmer_new("indonesian", "UTF_8");
  if (c.count == 0 || c.snowball == NULL) {
    stop("no words, or no Snowball");
  }
  c.roots = open_session(WARTA_STEMMER_ROOTS);
  c.plain = open_session(WARTA_STEMMER_SNOWBALL);
  for (size_t round = 0; round < rounds; round++) {
    for (size_t step = 0; step < STEP_COUNT; step++) {
      times[step][round] = time_once(&c, step);
    }
  }
  for (size_t step = 0; step < STEP_COUNT; step++) {
    qsort(times[step], rounds, sizeof times[step][0], compare);
  }
  const double snowball = times[0][rounds / 2];
  printf("%zu words, median of %zu rounds (CPU time), spread in brackets\n", c.count, rounds);
  for (size_t step = 0; step < STEP_COUNT; step++) {
    const double median = times[step][rounds / 2];
    printf("%-32s %10.0f words/s   %5.2f of libstemmer   [%.0f..%.0f]\n", steps[step].name,
           (double)c.count / median, snowball / median, (double)c.count / times[step][rounds - 1],
           (double)c.count / times[step][0]);
  }
  return c.seen == 0;
}
