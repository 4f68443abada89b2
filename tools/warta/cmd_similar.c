#include "article.h"
#include "commands.h"
#include "exits.h"
#include "message.h"
#include "number.h"
#include "similar_all.h"
#include "similar_archive.h"
#include "similar_rows.h"
#include "table_search.h"

#include <stdlib.h>
#include <string.h>

typedef similar_set state;

static void free_state(state *s) {
  for (size_t i = 0; i < s->count; i++) {
    free(s->rows[i].id);
  }
  free(s->rows);
  warta_index_free(s->index);
  warta_vocab_free(s->vocab);
}

static bool keep_vector(run *r, const record *rec, const warta_document *document, void *payload) {
  state *s = payload;
  warta_error error;
  warta_vector *vector = NULL;
  warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
  options.background = r->background;
  options.weighting = run_weighting(r);
  if (!run_check(r, rec, warta_vector_build_with(&vector, s->vocab, document, &options, &error),
                 &error)) {
    return false;
  }
  run_check(r, NULL, warta_index_add(s->index, vector, &error), &error);
  warta_vector_free(vector);
  if (s->count == s->room) {
    s->room = s->room == 0 ? 64 : s->room * 2;
    s->rows = memory_resize(s->rows, s->room, sizeof *s->rows);
  }
  s->rows[s->count] =
      (similar_article){memory_copy(rec->id.text, rec->id.len), rec->id.len, s->count};
  s->count++;
  return true;
}

static int compare_ids(warta_text x, warta_text y) {
  const size_t len = x.len < y.len ? x.len : y.len;
  const int order = len == 0 ? 0 : memcmp(x.text, y.text, len);
  return order != 0 ? order : (x.len > y.len) - (x.len < y.len);
}

static int compare_articles_by_id(const void *left, const void *right) {
  const similar_article *x = left;
  const similar_article *y = right;
  const int order = compare_ids((warta_text){x->id, x->id_len}, (warta_text){y->id, y->id_len});
  return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

/* By ids, so that ties, and what is a and what is b, do not depend on the order of the input. */
static void number_articles(run *r, state *s) {
  warta_error error;
  uint32_t *order = memory_new(s->count, sizeof *order);
  const size_t first = s->queries;
  if (s->count > first + 1) {
    qsort(s->rows + first, s->count - first, sizeof *s->rows, compare_articles_by_id);
  }
  for (size_t i = 0; i < s->count; i++) {
    order[i] = (uint32_t)s->rows[i].order;
  }
  run_check(r, NULL, warta_index_renumber(s->index, order, s->count, &error), &error);
  free(order);
}

/* `--query a.txt *.txt`: the query is not its own neighbour. */
static bool is_query_itself(const state *s, uint32_t row) {
  return s->queries > 0 && compare_ids(similar_id(s, 0), similar_id(s, row)) == 0;
}

static size_t asked(const state *s) {
  return s->queries > 0 && s->count > 0 ? 1 : s->count;
}

/* The query's pairs. Zero is no similarity: it is never a row. */
static bool score_query(const run *r, const state *s, pair_list *pairs) {
  for (uint32_t b = 1; b < s->count; b++) {
    const double score = warta_index_score(s->index, 0, b);
    if (score > 0 && score >= r->options->min && !is_query_itself(s, b) &&
        !pairs_add(pairs, (pair){0, b, score})) {
      return false;
    }
  }
  return true;
}

/* Of one index, with the options of the command line. */
typedef struct table_plan {
  const warta_index *index;
  warta_neighbour_options options;
} table_plan;

static warta_status open_table(warta_neighbours **out, void *payload, warta_error *error) {
  const table_plan *plan = payload;
  return warta_neighbours_open(out, plan->index, &plan->options, error);
}

/* One neighbour more is asked for with a query, which may find itself. */
static bool score_top(run *r, const state *s, pair_list *pairs) {
  warta_neighbour_options options = WARTA_NEIGHBOUR_OPTIONS_INIT;
  const size_t top = r->options->top < s->count ? r->options->top : s->count;
  if (top > 0 && asked(s) > PAIRS_MOST / (top + 1)) {
    return false;
  }
  options.top = (uint32_t)(top + s->queries);
  options.asked = (uint32_t)asked(s);
  options.min = r->options->min;
  if (s->count < 2) {
    return true;
  }
  table_plan plan = {s->index, options};
  warta_neighbours *table = table_search_neighbours(r, open_table, &plan);
  const neighbour_rows all = table_search_rows(r, table, asked(s), options.top);
  warta_neighbours_free(table);
  for (uint32_t a = 0; a < asked(s); a++) {
    const warta_neighbour *rows = all.rows + a * all.top;
    size_t kept = 0;
    for (size_t i = 0; i < all.counts[a] && kept < top; i++) {
      if (!is_query_itself(s, rows[i].article)) {
        kept += pairs_add(pairs, (pair){a, rows[i].article, rows[i].score});
      }
    }
  }
  free(all.rows);
  free(all.counts);
  return true;
}

static int find_pairs(run *r, const state *s, pair_list *pairs) {
  if (r->options->top > 0 ? score_top(r, s, pairs) : score_query(r, s, pairs)) {
    pairs_sort(pairs);
    return EXIT_DONE;
  }
  char digits[NUMBER_SIZE];
  number_write_count(digits, PAIRS_MOST);
  message_error(NULL, MESSAGE_NO_PLACE, MSG_TOO_MANY_PAIRS, digits, NULL);
  return EXIT_BAD_DATA;
}

/* All against all fits on the screen, and was asked for whole. */
static bool wants_matrix(const run *r, const state *s) {
  return r->options->format == FORMAT_TEXT && r->options->top == 0 && s->queries == 0 &&
         s->count >= MATRIX_LEAST && s->count <= MATRIX_MOST;
}

static int write_list(run *r, const state *s, bool *is_empty) {
  pair_list pairs = {NULL, 0, 0};
  const int code = find_pairs(r, s, &pairs);
  for (size_t i = 0; i < pairs.count && code == EXIT_DONE; i++) {
    similar_write_pair(r, s, &pairs.rows[i]);
  }
  *is_empty = pairs.count == 0;
  pairs_free(&pairs);
  return code;
}

static int write_best(run *r, const state *s) {
  bool is_empty = false;
  int code = EXIT_DONE;
  if (r->options->top > 0 || s->queries > 0) {
    code = write_list(r, s, &is_empty);
  } else {
    is_empty = !similar_write_all(r, s);
  }
  if (code == EXIT_DONE && !is_empty && wants_matrix(r, s)) {
    similar_write_matrix(r, s);
  }
  if (code == EXIT_DONE && is_empty) {
    if (r->options->format == FORMAT_TEXT && s->count > 0) {
      message_warn(NULL, MESSAGE_NO_PLACE, MSG_WORD_NOTHING_ALIKE, NULL, NULL);
    }
    return EXIT_NOTHING_FOUND;
  }
  return code;
}

/* Ids in order of bytes, to be found by the lines of --pairs. */
typedef struct named {
  warta_text id;
  uint32_t row;
} named;

static int compare_named(const void *left, const void *right) {
  const named *x = left;
  const named *y = right;
  const int order = compare_ids(x->id, y->id);
  return order != 0 ? order : (x->row > y->row) - (x->row < y->row); /* the first is found */
}

static named *name_rows(const state *s) {
  named *names = memory_new(s->count, sizeof *names);
  for (size_t i = 0; i < s->count; i++) {
    names[i] = (named){similar_id(s, i), (uint32_t)i};
  }
  qsort(names, s->count, sizeof *names, compare_named);
  for (size_t i = 1; i < s->count; i++) {
    if (names[i].id.len == names[i - 1].id.len &&
        memcmp(names[i].id.text, names[i - 1].id.text, names[i].id.len) == 0) {
      message_warn(names[i].id.text, MESSAGE_NO_PLACE, MSG_DOUBLE_ID, NULL, NULL);
    }
  }
  return names;
}

static bool find_id(const named *names, size_t count, warta_text id, uint32_t *row) {
  const named wanted = {id, 0};
  size_t low = 0;
  size_t high = count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (compare_named(&names[middle], &wanted) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == count || names[low].id.len != id.len ||
      memcmp(names[low].id.text, id.text, id.len) != 0) {
    return false;
  }
  *row = names[low].row;
  return true;
}

static void tell_unknown_id(const run *r, size_t line, warta_text id) {
  char *copy = memory_copy(id.text, id.len);
  message_error(r->options->pairs, line, MSG_UNKNOWN_ID, copy, NULL);
  free(copy);
}

static bool write_named_pair(run *r, const state *s, const named *names, warta_text text,
                             size_t line) {
  const char *tab = memchr(text.text, '\t', text.len);
  pair row = {0, 0, 0};
  if (tab == NULL) {
    message_error(r->options->pairs, line, MSG_PAIR_LINE, NULL, NULL);
    return false;
  }
  const warta_text a = {text.text, (size_t)(tab - text.text)};
  warta_text b = {tab + 1, text.len - a.len - 1};
  const char *more = memchr(b.text, '\t', b.len);
  b.len = more == NULL ? b.len : (size_t)(more - b.text); /* other columns are not ours */
  if (!find_id(names, s->count, a, &row.a)) {
    tell_unknown_id(r, line, a);
    return false;
  }
  if (!find_id(names, s->count, b, &row.b)) {
    tell_unknown_id(r, line, b);
    return false;
  }
  row.score = warta_index_score(s->index, row.a, row.b);
  similar_write_pair(r, s, &row);
  return true;
}

static void write_pairs_of(run *r, const state *s, const buffer *bytes) {
  named *names = name_rows(s);
  size_t line = 0;
  for (size_t at = 0; at < bytes->len && !r->counts.stopped;) {
    const char *start = bytes->data + at;
    const char *feed = memchr(start, '\n', bytes->len - at);
    warta_text text = {start, feed == NULL ? bytes->len - at : (size_t)(feed - start)};
    at += text.len + 1;
    line++;
    if (text.len > 0 && start[text.len - 1] == '\r') {
      text.len--;
    }
    if (text.len == 0) {
      continue;
    }
    if (write_named_pair(r, s, names, text, line)) {
      tally_good(&r->counts);
    } else {
      tally_bad(&r->counts, EXIT_BAD_DATA);
    }
  }
  free(names);
}

static int read_query(run *r, state *s) {
  char *path = memory_copy(r->options->query, strlen(r->options->query));
  input *in = input_open(r->options, &r->counts, &path, 1);
  record rec;
  while (input_next(in, &rec)) {
    warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
    warta_document *document = NULL;
    warta_error error;
    options.title = rec.title;
    if (run_check(r, &rec,
                  warta_document_analyze(&document, r->session, rec.text.text, rec.text.len,
                                         &options, &error),
                  &error) &&
        keep_vector(r, &rec, document, s)) {
      s->queries++;
    }
    warta_document_free(document);
  }
  input_close(in);
  free(path);
  if (r->counts.bad > 0) {
    return r->counts.first_code;
  }
  if (s->queries != 1) {
    char digits[NUMBER_SIZE];
    number_write_count(digits, s->queries);
    message_error(r->options->query, MESSAGE_NO_PLACE, MSG_QUERY_COUNT, digits, NULL);
    return EXIT_BAD_DATA;
  }
  return EXIT_DONE;
}

/* An archive has frequencies of its own, and its articles are weighed one way. */
static int check_archive_options(const settings *s) {
  const char *other = s->query != NULL        ? "--query"
                      : s->pairs != NULL      ? "--pairs"
                      : s->background != NULL ? "--background"
                      : s->weighting != NULL  ? "--weighting"
                                              : NULL;
  if (other != NULL) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTIONS_CLASH, "--archive", other);
    return EXIT_USAGE;
  }
  return EXIT_DONE;
}

static int check_options(const run *r) {
  const settings *s = r->options;
  if (s->query != NULL && s->pairs != NULL) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTIONS_CLASH, "--query", "--pairs");
    return EXIT_USAGE;
  }
  const int weighting = run_check_weighting(r);
  if (weighting != EXIT_DONE) {
    return weighting;
  }
  if (s->query != NULL && run_background_is_self(r)) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTIONS_CLASH, "--query", "--background self");
    return EXIT_USAGE;
  }
  return s->archive == NULL ? EXIT_DONE : check_archive_options(s);
}

static int compare_articles(run *r, state *s, char **operands, size_t count) {
  buffer pairs = {NULL, 0, 0};
  int code = EXIT_DONE;
  if (r->options->pairs != NULL) {
    code = input_read_file(&pairs, r->options->pairs);
  } else if (r->options->query != NULL) {
    code = read_query(r, s);
  }
  if (code == EXIT_DONE) {
    run_open_output(r);
    run_results_begin(r, "a b score shared");
    code = run_in_turn(r, operands, count, keep_vector, s);
    if (code == EXIT_DONE || code == EXIT_PARTLY_DONE) {
      number_articles(r, s);
      if (r->options->pairs != NULL) {
        write_pairs_of(r, s, &pairs);
        code = tally_exit_code(&r->counts);
      } else {
        const int found = write_best(r, s);
        code = found == EXIT_BAD_DATA || code == EXIT_DONE ? found : code;
      }
    }
    run_results_end(r);
  }
  buffer_free(&pairs);
  return code;
}

int cmd_similar(run *r, char **operands, size_t count) {
  state s = {NULL, NULL, NULL, 0, 0, 0};
  warta_error error;
  int code = check_options(r);
  if (code == EXIT_DONE) {
    code = run_open_analyzer(r);
  }
#if WARTA_ARCHIVE
  if (code == EXIT_DONE && r->options->archive != NULL) {
    return run_finish(r, similar_archive(r, operands, count));
  }
#endif
  if (code == EXIT_DONE) {
    code = run_open_background(r);
  }
  if (code == EXIT_DONE) {
    run_check(r, NULL, warta_vocab_open(&s.vocab, &error), &error);
    run_check(r, NULL, warta_index_open(&s.index, s.vocab, &error), &error);
    code = compare_articles(r, &s, operands, count);
  }
  free_state(&s);
  return run_finish(r, code);
}
