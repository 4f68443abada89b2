/* All-pairs nearest neighbours over a made corpus: warta's index; bench_similar.py runs SciPy
 * beside it on the same matrix.
 *
 *   bench-similar BACKGROUND.tsv ARTICLES [THREADS] [MATRIX [NEIGHBOURS]]
 *
 * Terms and their document frequencies are those of the built-in background, so that the lists have
 * the lengths of Indonesian news after the stop list; three of five articles of a term are of the
 * term's own topic. Writes the matrix as CSR (counts as 8-byte integers, then starts, columns of 4
 * bytes, values of 8) and the neighbours (10 numbers of 4 bytes an article) for the comparison.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <warta/warta.h>

enum { TOPICS = 150, TOP = 10, THREADS_MOST = 64 };

static uint64_t state = 1;

static uint64_t random_next(void) {
  state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  uint64_t x = state;
  x ^= x >> 33;
  x *= UINT64_C(0xff51afd7ed558ccd);
  return x ^ x >> 33;
}

static _Noreturn void fail(const char *what) {
  fprintf(stderr, "bench-similar: %s\n", what);
  exit(EXIT_FAILURE);
}

static void *take(size_t count, size_t size) {
  void *block = calloc(count == 0 ? 1 : count, size);
  if (block == NULL) {
    fail("out of memory");
  }
  return block;
}

static double now(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* An article as text: each term as often as it stands in it. */
typedef struct text {
  char *bytes;
  size_t len;
  size_t room;
} text;

typedef struct corpus {
  text *texts;
  size_t articles;
  uint32_t documents;
  char *tail; /* the table */
  size_t tail_len;
} corpus;

static void add_word(text *t, const char *term, size_t len) {
  if (t->bytes == NULL || t->len + len + 2 > t->room) {
    t->room = 2 * (t->len + len + 2);
    t->bytes = realloc(t->bytes, t->room);
    if (t->bytes == NULL) {
      fail("out of memory");
    }
  }
  memcpy(t->bytes + t->len, term, len);
  t->len += len;
  t->bytes[t->len++] = ' ';
}

static void spread_term(corpus *c, const char *term, size_t len, size_t df) {
  const size_t topic = random_next() % TOPICS;
  const size_t of_topic = c->articles / TOPICS;
  const size_t times = (df * c->articles + c->documents / 2) / c->documents;
  for (size_t i = 0; i < times; i++) {
    size_t article = random_next() % c->articles;
    if (i % 5 < 3 && of_topic > 0 && times < c->articles / 20) {
      article = topic + TOPICS * (random_next() % of_topic);
    }
    do {
      add_word(&c->texts[article], term, len);
    } while (random_next() % 4 == 0);
  }
}

static void read_table(corpus *c, const char *path) {
  FILE *file = fopen(path, "rb");
  size_t got = 0;
  do {
    c->tail = realloc(c->tail, c->tail_len + 65536);
    if (c->tail == NULL || file == NULL) {
      fail("cannot read the table");
    }
    got = fread(c->tail + c->tail_len, 1, 65536, file);
    c->tail_len += got;
  } while (got > 0);
  (void)fclose(file);
  c->tail[c->tail_len - 1] = '\0';
  const char *documents = strstr(c->tail, "documents=");
  if (documents == NULL) {
    fail("not a table of frequencies");
  }
  c->documents = (uint32_t)strtoul(documents + 10, NULL, 10);
}

static int is_plain(const char *term, size_t len) {
  for (size_t i = 0; i < len; i++) {
    if (term[i] < 'a' || term[i] > 'z') {
      return 0;
    }
  }
  return len > 2;
}

static void make_texts(corpus *c, const char *path) {
  read_table(c, path);
  size_t at = 0;
  while (at < c->tail_len) {
    const char *line = c->tail + at;
    const char *end = memchr(line, '\n', c->tail_len - at);
    const char *tab = end == NULL ? NULL : memchr(line, '\t', (size_t)(end - line));
    if (end == NULL) {
      break;
    }
    if (tab != NULL && is_plain(line, (size_t)(tab - line))) {
      spread_term(c, line, (size_t)(tab - line), strtoul(tab + 1, NULL, 10));
    }
    at = (size_t)(end - c->tail) + 1;
  }
  free(c->tail);
}

/* With every word a stem and no label to look for. */
static void index_texts(warta_index *index, warta_vocab *vocab, corpus *c,
                        const warta_analyzer *analyzer) {
  warta_session *session = NULL;
  if (warta_session_open(&session, analyzer, NULL) != WARTA_OK) {
    fail("no session");
  }
  for (size_t i = 0; i < c->articles; i++) {
    warta_document *document = NULL;
    warta_vector *vector = NULL;
    if (warta_document_analyze(&document, session, c->texts[i].bytes, c->texts[i].len, NULL,
                               NULL) != WARTA_OK ||
        warta_vector_build(&vector, vocab, document, NULL, NULL) != WARTA_OK ||
        warta_index_add(index, vector, NULL) != WARTA_OK) {
      fail("cannot index");
    }
    warta_vector_free(vector);
    warta_document_free(document);
    free(c->texts[i].bytes);
    c->texts[i].bytes = NULL;
  }
  free(c->texts);
  warta_session_free(session);
}

/* The first tasks are the longest, so that whoever is done takes the next. */
typedef struct row_of_tasks {
  pthread_mutex_t lock;
  uint32_t next;
} row_of_tasks;

typedef struct work {
  warta_neighbours *table;
  row_of_tasks *tasks;
} work;

static uint32_t take_task(row_of_tasks *tasks) {
  pthread_mutex_lock(&tasks->lock);
  const uint32_t task = tasks->next++;
  pthread_mutex_unlock(&tasks->lock);
  return task;
}

static void *run_share(void *payload) {
  const work *w = payload;
  const uint32_t tasks = warta_neighbours_task_count(w->table);
  for (uint32_t i = take_task(w->tasks); i < tasks; i = take_task(w->tasks)) {
    if (warta_neighbours_run(w->table, i, i + 1, NULL) != WARTA_OK) {
      fail("a task failed");
    }
  }
  return NULL;
}

static warta_neighbours *run_all(const warta_index *index, uint32_t threads) {
  row_of_tasks tasks = {PTHREAD_MUTEX_INITIALIZER, 0};
  work works[THREADS_MOST];
  pthread_t ids[THREADS_MOST];
  for (uint32_t i = 0; i < threads; i++) {
    works[i] = (work){NULL, &tasks};
    if (warta_neighbours_open(&works[i].table, index, NULL, NULL) != WARTA_OK ||
        pthread_create(&ids[i], NULL, run_share, &works[i]) != 0) {
      fail("cannot start");
    }
  }
  for (uint32_t i = 0; i < threads; i++) {
    pthread_join(ids[i], NULL);
    if (i > 0 && warta_neighbours_merge(works[0].table, works[i].table, NULL) != WARTA_OK) {
      fail("cannot merge");
    }
    if (i > 0) {
      warta_neighbours_free(works[i].table);
    }
  }
  return works[0].table;
}

/* What the threads score: each takes the next articles. */
typedef struct scores {
  const warta_neighbours *table;
  row_of_tasks *tasks;
  uint32_t articles;
  uint32_t (*numbers)[TOP];
} scores;

enum { ARTICLES_OF_TASK = 64 };

static void *score_share(void *payload) {
  const scores *s = payload;
  const uint32_t tasks = (s->articles + ARTICLES_OF_TASK - 1) / ARTICLES_OF_TASK;
  warta_neighbour_reader *reader = NULL;
  if (warta_neighbour_reader_open(&reader, s->table, NULL) != WARTA_OK) {
    fail("cannot score");
  }
  for (uint32_t task = take_task(s->tasks); task < tasks; task = take_task(s->tasks)) {
    for (uint32_t i = 0; i < ARTICLES_OF_TASK; i++) {
      const uint32_t article = task * ARTICLES_OF_TASK + i;
      warta_neighbour rows[TOP];
      const size_t count =
          article < s->articles ? warta_neighbour_reader_of(reader, article, rows, TOP) : 0;
      for (size_t k = 0; k < count; k++) {
        s->numbers[article][k] = rows[k].article;
      }
    }
  }
  warta_neighbour_reader_free(reader);
  return NULL;
}

static void score_all(const warta_neighbours *table, uint32_t articles, uint32_t threads,
                      uint32_t (*numbers)[TOP]) {
  row_of_tasks tasks = {PTHREAD_MUTEX_INITIALIZER, 0};
  scores share = {table, &tasks, articles, numbers};
  pthread_t ids[THREADS_MOST];
  memset(numbers, 0xFF, articles * sizeof *numbers);
  for (uint32_t i = 0; i < threads; i++) {
    if (pthread_create(&ids[i], NULL, score_share, &share) != 0) {
      fail("cannot start");
    }
  }
  for (uint32_t i = 0; i < threads; i++) {
    pthread_join(ids[i], NULL);
  }
}

static void write_neighbours(uint32_t (*numbers)[TOP], uint32_t articles, const char *path) {
  FILE *file = fopen(path, "wb");
  if (file == NULL || fwrite(numbers, sizeof *numbers, articles, file) != articles) {
    fail("cannot write");
  }
  (void)fclose(file);
}

/* The matrix is read back from a second run of the same corpus: an index shows no entries. */
static void write_matrix(corpus *c, warta_vocab *vocab, const warta_analyzer *analyzer,
                         const char *path) {
  FILE *file = fopen(path, "wb");
  warta_session *session = NULL;
  if (file == NULL || warta_session_open(&session, analyzer, NULL) != WARTA_OK) {
    fail("cannot write");
  }
  for (size_t i = 0; i < c->articles; i++) {
    warta_document *document = NULL;
    warta_vector *vector = NULL;
    if (warta_document_analyze(&document, session, c->texts[i].bytes, c->texts[i].len, NULL,
                               NULL) != WARTA_OK ||
        warta_vector_build(&vector, vocab, document, NULL, NULL) != WARTA_OK) {
      fail("cannot analyse");
    }
    const size_t count = warta_vector_count(vector);
    fprintf(file, "%zu\n", count);
    for (size_t k = 0; k < count; k++) {
      const warta_vector_entry entry = warta_vector_at(vector, k);
      fprintf(file, "%d%.*s %.17g\n", (int)entry.part, (int)entry.len, entry.term, entry.weight);
    }
    warta_vector_free(vector);
    warta_document_free(document);
    free(c->texts[i].bytes);
  }
  free(c->texts);
  warta_session_free(session);
  (void)fclose(file);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fail("usage: bench-similar BACKGROUND.tsv ARTICLES [THREADS] [MATRIX [NEIGHBOURS]]");
  }
  corpus c = {NULL, strtoul(argv[2], NULL, 10), 0, NULL, 0};
  const uint32_t threads = argc > 3 ? (uint32_t)strtoul(argv[3], NULL, 10) : 1;
  const char *matrix = argc > 4 ? argv[4] : NULL;
  warta_analyzer *analyzer = NULL;
  warta_vocab *vocab = NULL;
  warta_index *index = NULL;
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  options.stemmer = WARTA_STEMMER_NONE;
  options.labels_off = 1;
  if (threads == 0 || threads > THREADS_MOST ||
      warta_analyzer_open(&analyzer, &options, NULL) != WARTA_OK ||
      warta_vocab_open(&vocab, NULL) != WARTA_OK ||
      warta_index_open(&index, vocab, NULL) != WARTA_OK) {
    fail("cannot open");
  }
  c.texts = take(c.articles, sizeof *c.texts);
  make_texts(&c, argv[1]);
  if (matrix != NULL && argc < 6) {
    write_matrix(&c, vocab, analyzer, matrix);
    return EXIT_SUCCESS;
  }
  index_texts(index, vocab, &c, analyzer);
  const double start = now(CLOCK_MONOTONIC);
  const double cpu_start = now(CLOCK_PROCESS_CPUTIME_ID);
  const uint32_t count = warta_index_count(index);
  uint32_t(*numbers)[TOP] = take(count, sizeof *numbers);
  warta_neighbours *table = run_all(index, threads);
  score_all(table, count, threads, numbers);
  const double seconds = now(CLOCK_MONOTONIC) - start;
  const double cpu = now(CLOCK_PROCESS_CPUTIME_ID) - cpu_start;
  printf("warta articles %zu threads %u seconds %.3f cpu %.3f\n", c.articles, threads, seconds,
         cpu);
  if (argc > 5) {
    write_neighbours(numbers, count, argv[5]);
  }
  free(numbers);
  warta_neighbours_free(table);
  warta_index_free(index);
  warta_vocab_free(vocab);
  warta_analyzer_free(analyzer);
  return EXIT_SUCCESS;
}
