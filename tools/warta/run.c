#include "run.h"

#include "commands.h"
#include "exits.h"
#include "stream.h"

#include <stdlib.h>
#include <string.h>

/* One list file of the user's; its bytes must live until the analyzer is open. */
static int read_list(const char *path, buffer *bytes, warta_text *out) {
  if (path == NULL) {
    return EXIT_DONE;
  }
  const int code = input_read_file(bytes, path);
  *out = (warta_text){bytes->data, bytes->len};
  return code;
}

enum { LISTS = 5 };

static int read_lists(const settings *s, buffer bytes[LISTS], warta_analyzer_options *options) {
  const char *const paths[LISTS] = {s->stopwords, s->roots, s->exceptions, s->abbreviations,
                                    s->label_patterns};
  warta_text *const places[LISTS] = {&options->stopwords, &options->roots, &options->exceptions,
                                     &options->abbreviations, &options->label_patterns};
  int code = EXIT_DONE;
  for (size_t i = 0; i < LISTS && code == EXIT_DONE; i++) {
    code = read_list(paths[i], &bytes[i], places[i]);
  }
  return code;
}

/* The file of a bad line: its list's name begins the detail ("roots: ..."). Label patterns that are
 * read well but mean nothing are told without it. */
static const char *list_name(const settings *s, const warta_error *error) {
  const char *const names[LISTS] = {
      "stopwords: ", "roots: ", "exceptions: ", "abbreviations: ", "label-patterns: "};
  const char *const paths[LISTS] = {s->stopwords, s->roots, s->exceptions, s->abbreviations,
                                    s->label_patterns};
  for (size_t i = 0; i < LISTS; i++) {
    if (strncmp(error->detail, names[i], strlen(names[i])) == 0) {
      return paths[i];
    }
  }
  return s->label_patterns;
}

static int open_with(run *r, const warta_analyzer_options *options) {
  warta_error error;
  if (warta_analyzer_open(&r->analyzer, options, &error) != WARTA_OK) {
    const int code = message_library_error(list_name(r->options, &error), &error);
    return error.status == WARTA_ERR_DATA ? EXIT_CONFIGURATION : code;
  }
  if (warta_session_open(&r->session, r->analyzer, &error) != WARTA_OK) {
    return message_library_error(NULL, &error);
  }
  return EXIT_DONE;
}

static warta_stemmer stemmer_of(const settings *s) {
  if (s->stemmer == STEMMER_SNOWBALL) {
    return WARTA_STEMMER_SNOWBALL;
  }
  return s->stemmer == STEMMER_NONE ? WARTA_STEMMER_NONE : WARTA_STEMMER_ROOTS;
}

int run_open_analyzer(run *r) {
  const settings *s = r->options;
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  options.stemmer = stemmer_of(s);
  options.abbreviation_stop = s->abbr_stop == CHOICE_CUT ? WARTA_CUT : WARTA_KEEP;
  options.clitics = s->clitics == CHOICE_CUT ? WARTA_CUT : WARTA_KEEP;
  options.labels_off = s->labels == LABELS_KEEP;
  options.strict = s->strict != 0;
  options.plain = s->plain != 0;
  buffer lists[LISTS] = {{NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}, {NULL, 0, 0}};
  int code = read_lists(s, lists, &options);
  if (code == EXIT_DONE) {
    code = open_with(r, &options);
  }
  for (size_t i = 0; i < LISTS; i++) {
    buffer_free(&lists[i]);
  }
  return code;
}

bool run_background_is_self(const run *r) {
  return r->options->background != NULL && strcmp(r->options->background, "self") == 0;
}

int run_open_background(run *r) {
  const char *path = r->options->background;
  warta_error error;
  if (run_background_is_self(r)) {
    return EXIT_DONE;
  }
  if (path == NULL) {
    const warta_status status = warta_df_open_builtin(&r->own_background, r->analyzer, &error);
    r->background = r->own_background;
    return status == WARTA_OK ? EXIT_DONE : message_library_error(NULL, &error);
  }
  buffer bytes = {NULL, 0, 0};
  int code = input_read_file(&bytes, path);
  if (code == EXIT_DONE) {
    warta_status status = warta_df_read(&r->own_background, bytes.data, bytes.len, &error);
    if (status == WARTA_OK) {
      status = warta_df_check(r->own_background, r->analyzer, &error);
    }
    code = status == WARTA_OK ? EXIT_DONE : message_library_error(path, &error);
  }
  buffer_free(&bytes);
  r->background = r->own_background;
  return code;
}

warta_text run_weighting(const run *r) {
  const char *name = r->options->weighting;
  return (warta_text){name, name == NULL ? 0 : strlen(name)};
}

int run_check_weighting(const run *r) {
  if (warta_weighting_is_known(run_weighting(r))) {
    return EXIT_DONE;
  }
  message_error("--weighting", MESSAGE_NO_PLACE, MSG_OPTION_BAD_VALUE, r->options->weighting,
                "log-tf|bm25|pivoted|[nlabL][ntps][ncu]");
  return EXIT_USAGE;
}

void run_open_output(run *r) {
  r->out = output_open(r->options->output, r->options->line_buffered != 0);
  r->style = text_style_of(r->out, r->options);
  r->json = (json){r->out, true};
}

int run_finish(run *r, int code) {
  const bool is_kept = code == EXIT_DONE || code == EXIT_NOTHING_FOUND || code == EXIT_PARTLY_DONE;
  if (r->out != NULL) {
    if (is_kept) {
      output_close(r->out);
    } else {
      output_discard(r->out);
    }
    r->out = NULL;
  }
  return code;
}

void run_free_answers(run *r) {
  warta_document_free(r->document);
  warta_keywords_free(r->keywords);
  warta_summary_free(r->summary);
  r->document = NULL;
  r->keywords = NULL;
  r->summary = NULL;
}

void run_free(run *r) {
  warta_df_free(r->own_background);
  run_free_answers(r);
  warta_session_free(r->session);
  warta_analyzer_free(r->analyzer);
}

bool run_check(run *r, const record *rec, warta_status status, const warta_error *error) {
  if (status == WARTA_OK) {
    return true;
  }
  const int code = message_library_error(rec == NULL ? NULL : rec->name, error);
  if (code == EXIT_NO_MEMORY || code == EXIT_INTERNAL || rec == NULL) {
    output_exit(code);
  }
  tally_bad(&r->counts, code);
  return false;
}

typedef struct collection {
  article *articles;
  size_t count;
  size_t room;
  bool counts; /* into the background */
} collection;

static void free_collection(collection *all) {
  for (size_t i = 0; i < all->count; i++) {
    article_free(&all->articles[i]);
  }
  free(all->articles);
}

static void collect_article(run *r, article *k, void *payload) {
  collection *all = payload;
  warta_error error;
  if (all->counts &&
      !run_check(r, &k->rec, warta_df_add(r->own_background, k->document, &error), &error)) {
    return;
  }
  if (all->count == all->room) {
    all->room = all->room == 0 ? 64 : all->room * 2;
    all->articles = memory_resize(all->articles, all->room, sizeof *all->articles);
  }
  all->articles[all->count++] = *k;
  *k = (article){.bytes = NULL};
}

/* Reads all articles; with --background self their own words decide what is rare. */
static void collect(run *r, char **paths, size_t count, collection *all) {
  const stream_steps steps = {NULL, collect_article, all};
  warta_error error;
  *all = (collection){.counts = run_background_is_self(r)};
  if (all->counts) {
    run_check(r, NULL, warta_df_open(&r->own_background, r->analyzer, &error), &error);
  }
  stream_paths(r, paths, count, &steps);
  if (all->counts) {
    r->background = r->own_background;
  }
}

int run_all(run *r, char **paths, size_t count, articles_fn fn, void *payload) {
  collection all;
  collect(r, paths, count, &all);
  if (all.count > 0 && !r->counts.stopped && fn(r, all.articles, all.count, payload)) {
    tally_good(&r->counts);
  }
  free_collection(&all);
  return tally_exit_code(&r->counts);
}

int run_articles(run *r, char **paths, size_t count, article_fn fn, void *payload) {
  const stream_steps steps = {fn, NULL, payload};
  if (run_background_is_self(r)) {
    collection all;
    collect(r, paths, count, &all);
    stream_kept(r, all.articles, all.count, &steps);
    free_collection(&all);
  } else {
    stream_paths(r, paths, count, &steps);
  }
  return tally_exit_code(&r->counts);
}

typedef struct turn {
  article_fn fn;
  void *payload;
} turn;

static void take_turn(run *r, article *k, void *payload) {
  const turn *t = payload;
  if (t->fn(r, &k->rec, k->document, t->payload)) {
    tally_good(&r->counts);
  }
}

int run_in_turn(run *r, char **paths, size_t count, article_fn fn, void *payload) {
  turn t = {fn, payload};
  if (run_background_is_self(r)) {
    collection all;
    collect(r, paths, count, &all);
    for (size_t i = 0; i < all.count && !r->counts.stopped; i++) {
      take_turn(r, &all.articles[i], &t);
    }
    free_collection(&all);
  } else {
    const stream_steps steps = {NULL, take_turn, &t};
    stream_paths(r, paths, count, &steps);
  }
  return tally_exit_code(&r->counts);
}

int run_whole(run *r, char **paths, size_t count, const char *columns, article_fn fn) {
  int code = run_open_analyzer(r);
  if (code == EXIT_DONE) {
    code = run_open_background(r);
  }
  if (code != EXIT_DONE) {
    return code;
  }
  run_open_output(r);
  run_results_begin(r, columns);
  code = run_articles(r, paths, count, fn, NULL);
  run_results_end(r);
  return run_finish(r, code);
}

bool run_is_json(const run *r) {
  return r->options->format == FORMAT_JSON || r->options->format == FORMAT_JSONL;
}

bool run_is_tsv(const run *r) {
  return r->options->format == FORMAT_TSV;
}

void run_results_begin(run *r, const char *columns) {
  if (run_is_tsv(r)) {
    tsv_header(r->out, columns);
  } else if (r->options->format == FORMAT_JSON) {
    output_char(r->out, '[');
  }
}

void run_results_end(run *r) {
  if (r->options->format == FORMAT_JSON) {
    output_text(r->out, r->results > 0 ? "\n]\n" : "]\n");
  }
}

void run_result_begin(run *r) {
  const uint32_t format = r->options->format;
  if (r->is_worker) {
    r->results++; /* whoever puts the results in order knows what stands before this one */
    return;
  }
  if (format == FORMAT_JSON) {
    output_text(r->out, r->results > 0 ? ",\n" : "\n");
  } else if (format == FORMAT_TEXT && r->results > 0) {
    output_char(r->out, '\n');
  }
  r->results++;
}

void run_object_begin(run *r) {
  run_result_begin(r);
  json_open(&r->json, '{');
  json_name(&r->json, "v");
  json_count(&r->json, 1);
}

void run_object_end(run *r) {
  json_close(&r->json, '}');
  if (r->options->format == FORMAT_JSONL) {
    output_char(r->out, '\n');
  }
  output_result_end(r->out);
}

void run_json_member(run *r, const char *name, warta_text value) {
  json_name(&r->json, name);
  json_string(&r->json, value.text, value.len);
}
