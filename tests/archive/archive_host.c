/* A program that writes to and reads from an archive, for run.py to stop, to starve and to damage.
 *
 * usage: archive-host add DB BATCHES       a batch a commit; says "N" behind each, once it is on
 * the disk archive-host state DB             what is in the archive, as text archive-host answers
 * DB           what it answers to everything that can be asked archive-host readers DB BATCHES
 * eight threads read while one writes
 *
 * Exit codes: 0; 1 for an error that was told, with its message; 2 for a wrong answer. */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <warta/archive.h>

enum { BATCH = 10, IDS = 60, TEXT_BYTES = 2048, READERS = 8, MOST = 100000 };

typedef struct host {
  warta_analyzer *analyzer;
  warta_session *session;
  warta_archive *archive;
  warta_error error;
} host;

static warta_text text_of(const char *text) {
  return (warta_text){text, strlen(text)};
}

static int fail(const host *h) {
  fprintf(stderr, "%s\n", h->error.message);
  return 1;
}

static int open_host(host *h, const char *path, warta_archive_mode mode) {
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  options.mode = mode;
  options.batch_articles = MOST;
  return warta_analyzer_open(&h->analyzer, NULL, &h->error) == WARTA_OK &&
         warta_session_open(&h->session, h->analyzer, &h->error) == WARTA_OK &&
         warta_archive_open(&h->archive, path, h->analyzer, &options, &h->error) == WARTA_OK;
}

static void close_host(host *h) {
  warta_archive_free(h->archive);
  warta_session_free(h->session);
  warta_analyzer_free(h->analyzer);
}

/* Article `number` of all that are ever added: its words depend on it, its id comes again. */
static void make_text(char *out, unsigned number) {
  static const char *const WORDS[] = {"banjir", "pasar", "petani",  "cabai", "jembatan", "hakim",
                                      "kapal",  "gempa", "sekolah", "saham", "hutan",    "dokter"};
  size_t len = 0;
  uint32_t seed = number * 2654435761U + 1;
  for (int i = 0; i < 40; i++) {
    seed = seed * 1664525U + 1013904223U;
    const int written = snprintf(out + len, TEXT_BYTES - len, "%s%s", WORDS[(seed >> 9) % 12],
                                 i % 10 == 9 ? ". " : " ");
    len += written > 0 ? (size_t)written : 0;
  }
  (void)snprintf(out + len, TEXT_BYTES - len, "Penanda nomor%u.", number);
}

static int add_article(host *h, unsigned number) {
  char id[32];
  char title[64];
  char text[TEXT_BYTES];
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  warta_document *document = NULL;
  (void)snprintf(id, sizeof id, "a%u", number % IDS);
  (void)snprintf(title, sizeof title, "Berita %u", number);
  make_text(text, number);
  options.title = text_of(title);
  const warta_article article = {text_of(id), text_of(title), text_of(text), {NULL, 0}, {NULL, 0}};
  const int is_done = warta_document_analyze(&document, h->session, text, strlen(text), &options,
                                             &h->error) == WARTA_OK &&
                      warta_archive_add(h->archive, document, &article, &h->error) == WARTA_OK;
  warta_document_free(document);
  return is_done;
}

/* Every third batch also deletes an article. */
static int add_batch(host *h, unsigned batch) {
  int found = 0;
  for (unsigned i = 0; i < BATCH; i++) {
    if (!add_article(h, batch * BATCH + i)) {
      return 0;
    }
  }
  return (batch % 3 != 2 ||
          warta_archive_delete(h->archive, text_of("a7"), &found, &h->error) == WARTA_OK) &&
         warta_archive_commit(h->archive, &h->error) == WARTA_OK;
}

static warta_status write_row(void *payload, const warta_archive_row *row) {
  (void)payload;
  printf("%.*s %.*s %u %zu\n", (int)row->article.id.len, row->article.id.text,
         (int)row->article.title.len, row->article.title.text, (unsigned)row->words,
         row->article.text.len);
  return WARTA_OK;
}

/* How many batches came before, by the newest article. */
static warta_status find_newest(void *payload, const warta_archive_row *row) {
  unsigned *newest = payload;
  char digits[16] = "";
  const size_t len = row->article.title.len;
  if (len > 7 && len < 7 + sizeof digits) {
    memcpy(digits, row->article.title.text + 7, len - 7);
    const unsigned number = (unsigned)strtoul(digits, NULL, 10);
    *newest = number > *newest ? number : *newest;
  }
  return WARTA_OK;
}

static int add(const char *path, unsigned batches) {
  host h = {0};
  unsigned newest = 0;
  if (!open_host(&h, path, WARTA_ARCHIVE_CREATE) ||
      warta_archive_each(h.archive, 0, find_newest, &newest, &h.error) != WARTA_OK) {
    close_host(&h);
    return fail(&h);
  }
  unsigned batch = newest == 0 ? 0 : newest / BATCH + 1;
  int is_done = 1;
  for (const unsigned end = batch + batches; batch < end && is_done; batch++) {
    is_done = add_batch(&h, batch);
    if (is_done) {
      char said[16];
      const int len = snprintf(said, sizeof said, "%u\n", batch + 1);
      is_done = write(STDOUT_FILENO, said, (size_t)len) == len;
    }
  }
  close_host(&h);
  return is_done ? 0 : fail(&h);
}

static int state(const char *path) {
  host h = {0};
  const int is_done = open_host(&h, path, WARTA_ARCHIVE_READ) &&
                      warta_archive_each(h.archive, 1, write_row, NULL, &h.error) == WARTA_OK;
  close_host(&h);
  return is_done ? 0 : fail(&h);
}

static void write_hits(warta_archive_hits *hits) {
  for (size_t i = 0; i < warta_archive_hits_count(hits); i++) {
    const warta_archive_hit hit = warta_archive_hits_at(hits, i);
    printf("%.*s %.6f\n", (int)hit.id_len, hit.id, hit.score);
  }
  warta_archive_hits_free(hits);
}

static int search(host *h, const char *query) {
  warta_archive_hits *hits = NULL;
  printf("search %s\n", query);
  const int is_done = warta_archive_search(&hits, h->archive, h->session, text_of(query), 100,
                                           &h->error) == WARTA_OK;
  if (is_done) {
    write_hits(hits);
  }
  return is_done;
}

static int compare(host *h, unsigned number) {
  char text[TEXT_BYTES];
  warta_document *document = NULL;
  warta_archive_hits *hits = NULL;
  uint32_t numbers[MOST / 100];
  const warta_archive_numbers room = {numbers, MOST / 100};
  size_t count = 0;
  make_text(text, number);
  int is_done = warta_document_analyze(&document, h->session, text, strlen(text), NULL,
                                       &h->error) == WARTA_OK &&
                warta_archive_near(&hits, h->archive, document, NULL, &h->error) == WARTA_OK;
  if (is_done) {
    printf("near %u\n", number);
    write_hits(hits);
    is_done = warta_archive_candidates(&count, h->archive, document, &room, &h->error) == WARTA_OK;
  }
  for (size_t i = 0; is_done && i < count; i++) {
    printf("candidate %u\n", (unsigned)numbers[i]);
  }
  warta_document_free(document);
  return is_done;
}

static int answer(host *h) {
  warta_df *df = NULL;
  if (warta_archive_df(&df, h->archive, &h->error) != WARTA_OK) {
    return 0;
  }
  printf("%u %u %u\n", (unsigned)warta_df_documents(df), (unsigned)warta_df_terms(df),
         (unsigned)warta_df_lookup(df, "banjir", 6));
  warta_df_free(df);
  return warta_archive_each(h->archive, 1, write_row, NULL, &h->error) == WARTA_OK &&
         search(h, "banjir pasar") && search(h, "\"nomor33\" penanda") &&
         search(h, "gempa di sekolah") && compare(h, 33) && compare(h, 1);
}

static int answers(const char *path) {
  host h = {0};
  const int is_done = open_host(&h, path, WARTA_ARCHIVE_READ) && answer(&h);
  close_host(&h);
  return is_done ? 0 : fail(&h);
}

/* What the threads share: nothing but the analyzer, and whether the writer has ended. */
typedef struct reading {
  const warta_analyzer *analyzer;
  const char *path;
  pthread_mutex_t *lock;
  int *has_ended;
  int code;
  unsigned seen;
} reading;

static warta_status count_row(void *payload, const warta_archive_row *row) {
  (void)row;
  ++*(uint32_t *)payload;
  return WARTA_OK;
}

/* A snapshot is whole: all ways to count its articles agree, and it has whole batches only. */
static int look(reading *r, warta_session *session, warta_archive *archive, warta_error *error) {
  warta_archive_hits *hits = NULL;
  uint32_t rows = 0;
  const uint32_t count = warta_archive_count(archive);
  if (warta_archive_each(archive, 0, count_row, &rows, error) != WARTA_OK ||
      warta_archive_search(&hits, archive, session, text_of("penanda"), MOST, error) != WARTA_OK) {
    return 1;
  }
  const size_t found = warta_archive_hits_count(hits);
  warta_archive_hits_free(hits);
  r->seen = count > r->seen ? count : r->seen;
  return rows == count && found == count && count % BATCH == 0 ? 0 : 2;
}

static int is_over(const reading *r) {
  (void)pthread_mutex_lock(r->lock);
  const int is_done = *r->has_ended;
  (void)pthread_mutex_unlock(r->lock);
  return is_done;
}

static void *read_on(void *payload) {
  reading *r = payload;
  warta_session *session = NULL;
  warta_archive *archive = NULL;
  warta_error error;
  r->code = warta_session_open(&session, r->analyzer, &error) == WARTA_OK &&
                    warta_archive_open(&archive, r->path, r->analyzer, NULL, &error) == WARTA_OK
                ? 0
                : 1;
  int was_over = 0;
  while (r->code == 0 && !was_over) {
    was_over = is_over(r); /* one look more behind the end */
    r->code =
        warta_archive_refresh(archive, &error) == WARTA_OK ? look(r, session, archive, &error) : 1;
  }
  if (r->code == 1) {
    fprintf(stderr, "reader: %s\n", error.message);
  }
  warta_archive_free(archive);
  warta_session_free(session);
  return NULL;
}

static int write_batches(host *h, unsigned batches) {
  for (unsigned batch = 0; batch < batches; batch++) {
    for (unsigned i = 0; i < BATCH; i++) {
      /* ids that do not come again, so that the count tells the batches */
      char id[32];
      char text[TEXT_BYTES];
      warta_document *document = NULL;
      (void)snprintf(id, sizeof id, "b%u", batch * BATCH + i);
      make_text(text, batch * BATCH + i);
      const warta_article article = {text_of(id), {NULL, 0}, text_of(text), {NULL, 0}, {NULL, 0}};
      const int is_done = warta_document_analyze(&document, h->session, text, strlen(text), NULL,
                                                 &h->error) == WARTA_OK &&
                          warta_archive_add(h->archive, document, &article, &h->error) == WARTA_OK;
      warta_document_free(document);
      if (!is_done) {
        return 1;
      }
    }
    if (warta_archive_commit(h->archive, &h->error) != WARTA_OK) {
      return 1;
    }
  }
  return 0;
}

static int readers(const char *path, unsigned batches) {
  host h = {0};
  pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  pthread_t threads[READERS];
  reading all[READERS];
  int has_ended = 0;
  size_t started = 0;
  if (!open_host(&h, path, WARTA_ARCHIVE_CREATE)) {
    close_host(&h);
    return fail(&h);
  }
  for (; started < READERS; started++) {
    all[started] = (reading){h.analyzer, path, &lock, &has_ended, 0, 0};
    if (pthread_create(&threads[started], NULL, read_on, &all[started]) != 0) {
      break;
    }
  }
  int code = started == READERS ? write_batches(&h, batches) : 1;
  (void)pthread_mutex_lock(&lock);
  has_ended = 1;
  (void)pthread_mutex_unlock(&lock);
  for (size_t i = 0; i < started; i++) {
    (void)pthread_join(threads[i], NULL);
    const int has_seen_all = code != 0 || all[i].seen == batches * BATCH;
    code = all[i].code != 0 ? all[i].code : has_seen_all ? code : 2;
  }
  close_host(&h);
  printf("%d passed, %d failed\n", code == 0 ? READERS : 0, code == 0 ? 0 : READERS);
  return code == 1 ? fail(&h) : code;
}

int main(int argc, char **argv) {
  const unsigned count = argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : 0;
  if (argc > 2 && strcmp(argv[1], "add") == 0) {
    return add(argv[2], count);
  }
  if (argc > 2 && strcmp(argv[1], "state") == 0) {
    return state(argv[2]);
  }
  if (argc > 2 && strcmp(argv[1], "answers") == 0) {
    return answers(argv[2]);
  }
  if (argc > 2 && strcmp(argv[1], "readers") == 0) {
    return readers(argv[2], count);
  }
  fprintf(stderr, "usage: archive-host add|state|answers|readers DB [BATCHES]\n");
  return 64;
}
