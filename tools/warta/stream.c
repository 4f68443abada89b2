#include "stream.h"

#include "commands.h"
#include "exits.h"
#include "message.h"
#include "pool.h"
#include "progress.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A parcel is large enough to make its hand-over cheap. An article that is larger than all the
 * parcels of a pool should be is not copied: it is worked on where it was read. */
enum { PARCEL_ITEMS = 64, PARCEL_BYTES = 1 << 16, COPIED_MOST = 1 << 20 };

/* An article, or a record that could not be read, or only what the reader had to say. */
typedef struct item {
  article kept; /* bytes NULL: no article */
  const article *lent; /* one that is analysed already; not ours */
  int bad_code; /* of a record that could not be read; else 0 */
  size_t notes_end; /* what the reader said before it, in the parcel's notes */
  /* What the work makes: */
  size_t good;
  size_t bad;
  int code; /* if bad */
  size_t results;
  size_t out_end;
  size_t said_end;
} item;

typedef struct parcel {
  struct parcel *next; /* of the spare ones */
  item items[PARCEL_ITEMS];
  size_t count;
  size_t size; /* bytes of text */
  buffer notes; /* what the reader said */
  buffer out; /* what is for the output */
  buffer said; /* what is for standard error */
} parcel;

typedef struct stream {
  run *r;
  const stream_steps *steps;
  unsigned jobs;
  pool *pool; /* NULL before the first parcel is full */
  run *workers; /* a run for each thread of the pool */
  run alone; /* works on parcels while there is no pool */
  parcel *open;
  parcel *spare;
  tally read; /* stops the reader */
  const input *in; /* NULL: the articles are here already */
  progress *progress;
} stream;

void article_free(article *k) {
  warta_document_free(k->document);
  free(k->bytes);
  *k = (article){.bytes = NULL};
}

static warta_text move_text(char **to, warta_text from) {
  if (from.text == NULL) {
    return from;
  }
  char *copy = *to;
  memcpy(copy, from.text, from.len);
  *to += from.len;
  return (warta_text){copy, from.len};
}

void article_keep(article *k, const record *rec) {
  const size_t name_len = strlen(rec->name) + 1;
  *k = (article){.document = NULL};
  k->bytes = memory_new(name_len + rec->id.len + rec->title.len + rec->text.len + rec->date.len +
                            rec->source.len + 1,
                        1);
  char *to = k->bytes;
  memcpy(to, rec->name, name_len);
  k->rec.name = to;
  to += name_len;
  k->rec.id = move_text(&to, rec->id);
  k->rec.title = move_text(&to, rec->title);
  k->rec.text = move_text(&to, rec->text);
  k->rec.date = move_text(&to, rec->date);
  k->rec.source = move_text(&to, rec->source);
}

static warta_document *analyze(run *r, const record *rec) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  warta_document *document = NULL;
  warta_error error;
  options.title = rec->title;
  const warta_status status = warta_document_analyze(&document, r->session, rec->text.text,
                                                     rec->text.len, &options, &error);
  return run_check(r, rec, status, &error) ? document : NULL;
}

/* The same in the memory of the article before; it stays the run's. */
static const warta_document *analyze_next(run *r, const record *rec) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  warta_error error;
  if (r->document == NULL) {
    r->document = analyze(r, rec);
    return r->document;
  }
  options.title = rec->title;
  const warta_status status = warta_document_renew(r->document, r->session, rec->text.text,
                                                   rec->text.len, &options, &error);
  return run_check(r, rec, status, &error) ? r->document : NULL;
}

/* Writes the article's result; false if that failed. */
static bool write_result(const stream *s, run *worker, const record *rec,
                         const warta_document *document) {
  return (document != NULL || worker->skips_analysis) &&
         s->steps->write(worker, rec, document, s->steps->payload);
}

/* A run whose results are kept in memory, and whose counts are of one item. */
static void open_worker(run *worker, const run *r, warta_session *session) {
  *worker = *r;
  worker->is_worker = true;
  worker->session = session;
  worker->document = NULL;
  worker->keywords = NULL;
  worker->summary = NULL;
  worker->out = output_open_memory();
  worker->style.out = worker->out;
  worker->json = (json){worker->out, true};
}

static void work_on_article(const stream *s, run *worker, item *it) {
  const article *k = it->lent != NULL ? it->lent : &it->kept;
  const warta_document *document = k->document;
  if (s->steps->write == NULL) {
    it->kept.document = it->lent == NULL ? analyze(worker, &k->rec) : NULL;
    return;
  }
  if (it->lent == NULL && !worker->skips_analysis) {
    document = analyze_next(worker, &k->rec);
  }
  it->good = write_result(s, worker, &k->rec, document);
}

static void work_on_item(const stream *s, run *worker, item *it) {
  worker->counts = (tally){0};
  worker->results = 0;
  if (it->kept.bytes != NULL || it->lent != NULL) {
    work_on_article(s, worker, it);
  }
  it->bad = worker->counts.bad;
  it->code = worker->counts.first_code;
  it->results = worker->results;
}

static void work_on_parcel(const stream *s, run *worker, parcel *p) {
  size_t noted = 0;
  message_divert(&p->said);
  for (size_t i = 0; i < p->count; i++) {
    item *it = &p->items[i];
    buffer_add(&p->said, p->notes.data + noted, it->notes_end - noted);
    noted = it->notes_end;
    work_on_item(s, worker, it);
    output_move(worker->out, &p->out);
    it->out_end = p->out.len;
    it->said_end = p->said.len;
  }
  message_divert(NULL);
}

static void work(void *payload, unsigned worker, void *given) {
  const stream *s = payload;
  work_on_parcel(s, &s->workers[worker], given);
}

static void tell_progress(const stream *s) {
  if (s->in != NULL) {
    progress_add(s->progress, input_bytes(s->in));
  }
}

static void take_output(run *r, const item *it, const char *bytes, size_t len) {
  assert(it->results <= 1); /* else what stands between them would be missing */
  if (it->results > 0) {
    run_result_begin(r);
  }
  output_bytes(r->out, bytes, len);
  output_result_end(r->out);
}

/* As if this thread had done it all, here and now. */
static void take_item(stream *s, parcel *p, size_t index) {
  run *r = s->r;
  item *it = &p->items[index];
  const size_t out = index == 0 ? 0 : p->items[index - 1].out_end;
  const size_t said = index == 0 ? 0 : p->items[index - 1].said_end;
  const bool is_article = it->kept.bytes != NULL;
  message_write(p->said.data + said, it->said_end - said);
  if (it->bad_code != 0) {
    tally_bad(&r->counts, it->bad_code);
  }
  for (size_t i = 0; i < it->bad && !r->counts.stopped; i++) {
    tally_bad(&r->counts, it->code);
  }
  if (s->steps->write != NULL) {
    take_output(r, it, p->out.data + out, it->out_end - out);
    r->counts.good += it->good;
  } else if (it->kept.document != NULL) {
    s->steps->take(r, &it->kept, s->steps->payload);
  }
  if (is_article) {
    tell_progress(s);
  }
}

static void take(void *payload, void *given) {
  stream *s = payload;
  parcel *p = given;
  buffer *reader_notes = message_divert(NULL);
  for (size_t i = 0; i < p->count; i++) {
    if (!s->r->counts.stopped) {
      take_item(s, p, i);
    }
    article_free(&p->items[i].kept);
  }
  message_divert(reader_notes);
  s->read.stopped = s->read.stopped || s->r->counts.stopped;
  p->count = 0;
  p->size = 0;
  buffer_clear(&p->notes);
  buffer_clear(&p->out);
  buffer_clear(&p->said);
  p->next = s->spare;
  s->spare = p;
}

static parcel *fresh_parcel(stream *s) {
  parcel *p = s->spare;
  if (p == NULL) {
    return memory_new(1, sizeof *p);
  }
  s->spare = p->next;
  return p;
}

/* Each worker has a session of its own: this thread may use the run's meanwhile. */
static void open_pool(stream *s) {
  const pool_steps steps = {work, take, s};
  s->workers = memory_new(s->jobs, sizeof *s->workers);
  for (unsigned i = 0; i < s->jobs; i++) {
    warta_session *session = NULL;
    warta_error error;
    run_check(s->r, NULL, warta_session_open(&session, s->r->analyzer, &error), &error);
    open_worker(&s->workers[i], s->r, session);
  }
  s->pool = pool_open(s->jobs, &steps);
}

/* Notes that the reader made, and that no item has told yet, must not be left behind. */
static void close_parcel(parcel *p) {
  const size_t told = p->count == 0 ? 0 : p->items[p->count - 1].notes_end;
  if (p->notes.len > told) {
    p->items[p->count++] = (item){.notes_end = p->notes.len};
  }
}

static void give_open(stream *s) {
  if (s->pool == NULL) {
    open_pool(s);
  }
  pool_give(s->pool, s->open);
  s->open = fresh_parcel(s);
  message_divert(&s->open->notes);
}

/* All that was read so far comes out. A parcel that is the only one needs no thread. */
static void drain(stream *s) {
  assert(s->open != NULL); /* there are parcels wherever this is called */
  close_parcel(s->open);
  if (s->pool != NULL) {
    if (s->open->count > 0) {
      give_open(s);
    }
    pool_drain(s->pool);
  } else if (s->open->count > 0) {
    parcel *p = s->open;
    if (s->alone.out == NULL) {
      open_worker(&s->alone, s->r, s->r->session);
    }
    work_on_parcel(s, &s->alone, p);
    take(s, p);
    s->open = fresh_parcel(s);
    message_divert(&s->open->notes);
  }
}

static item *next_item(stream *s) {
  item *it = &s->open->items[s->open->count++];
  *it = (item){.notes_end = s->open->notes.len};
  return it;
}

static void item_is_whole(stream *s, size_t size) {
  s->open->size += size;
  if (s->open->count == PARCEL_ITEMS || s->open->size >= PARCEL_BYTES) {
    give_open(s);
  }
}

/* The reader's bad records count when their turn comes. It stops on its own as soon as it must. */
static void reader_is_bad(void *payload, int code) {
  stream *s = payload;
  const tally *counts = &s->r->counts;
  next_item(s)->bad_code = code;
  s->read.bad++;
  s->read.stopped = counts->strict || (counts->max_errors > 0 && s->read.bad >= counts->max_errors);
  item_is_whole(s, 0);
}

static void take_directly(stream *s, const record *rec) {
  article k;
  article_keep(&k, rec);
  k.document = analyze(s->r, &k.rec);
  if (k.document != NULL) {
    s->steps->take(s->r, &k, s->steps->payload);
  }
  article_free(&k);
}

static void write_directly(const stream *s, const record *rec) {
  const warta_document *document = s->r->skips_analysis ? NULL : analyze_next(s->r, rec);
  if (write_result(s, s->r, rec, document)) {
    tally_good(&s->r->counts);
  }
}

/* In this thread, where it was read. */
static void do_directly(stream *s, const record *rec) {
  if (s->steps->take != NULL) {
    take_directly(s, rec);
  } else {
    write_directly(s, rec);
  }
  tell_progress(s);
}

static size_t size_of(const record *rec) {
  return rec->text.len + rec->title.len;
}

static void add(stream *s, const record *rec) {
  if (size_of(rec) <= COPIED_MOST) {
    article_keep(&next_item(s)->kept, rec);
    item_is_whole(s, size_of(rec));
    return;
  }
  drain(s);
  if (!s->r->counts.stopped) {
    message_divert(NULL);
    do_directly(s, rec);
    message_divert(&s->open->notes);
  }
  s->read.stopped = s->read.stopped || s->r->counts.stopped;
}

static void on_wait(void *payload) {
  drain(payload);
}

static void open_stream(stream *s, run *r, const stream_steps *steps) {
  *s = (stream){.r = r, .steps = steps, .jobs = pool_jobs(r->options->jobs)};
  if (s->jobs > 1) {
    s->open = fresh_parcel(s);
    s->read.bad_fn = reader_is_bad;
    s->read.payload = s;
    message_divert(&s->open->notes);
  }
}

static void free_parcel(parcel *p) {
  buffer_free(&p->notes);
  buffer_free(&p->out);
  buffer_free(&p->said);
  free(p);
}

static void close_stream(stream *s) {
  if (s->jobs == 1) {
    return;
  }
  drain(s);
  message_divert(NULL);
  if (s->pool != NULL) {
    pool_close(s->pool);
    for (unsigned i = 0; i < s->jobs; i++) {
      output_free(s->workers[i].out);
      run_free_answers(&s->workers[i]);
      warta_session_free(s->workers[i].session);
    }
  }
  free(s->workers);
  if (s->alone.out != NULL) {
    output_free(s->alone.out);
    run_free_answers(&s->alone);
  }
  free_parcel(s->open);
  while (s->spare != NULL) {
    parcel *p = s->spare;
    s->spare = p->next;
    free_parcel(p);
  }
}

static void hint_terminal(const run *r, size_t count) {
  if (count == 0 && isatty(STDIN_FILENO) == 1) {
    message_warn(NULL, MESSAGE_NO_PLACE, MSG_STDIN_HINT, r->command->name, NULL);
  }
}

void stream_paths(run *r, char **paths, size_t count, const stream_steps *steps) {
  stream s;
  record rec;
  hint_terminal(r, count);
  open_stream(&s, r, steps);
  input *in = input_open(r->options, s.jobs == 1 ? &r->counts : &s.read, paths, count);
  s.in = in;
  s.progress = progress_open(r->options, r->out, paths, count);
  if (s.jobs > 1 && r->out != NULL && output_flushes_results(r->out)) {
    input_on_wait(in, on_wait, &s);
  }
  while (input_next(in, &rec)) {
    if (s.jobs == 1) {
      do_directly(&s, &rec);
    } else {
      add(&s, &rec);
    }
  }
  close_stream(&s); /* what it still takes tells how far the input is read */
  input_close(in);
  progress_close(s.progress);
}

void stream_kept(run *r, const article *articles, size_t count, const stream_steps *steps) {
  stream s;
  open_stream(&s, r, steps);
  for (size_t i = 0; i < count && !r->counts.stopped; i++) {
    const article *k = &articles[i];
    if (s.jobs > 1) {
      next_item(&s)->lent = k;
      item_is_whole(&s, size_of(&k->rec));
    } else if (write_result(&s, r, &k->rec, k->document)) {
      tally_good(&r->counts);
    }
  }
  close_stream(&s);
}
