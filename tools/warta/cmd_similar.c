#include "article.h"
#include "commands.h"
#include "exits.h"
#include "message.h"
#include "number.h"
#include "pairs.h"

#include <stdlib.h>
#include <string.h>

typedef struct entry {
  char *id; /* owned */
  size_t id_len;
  warta_vector *vector;
} entry;

typedef struct state {
  warta_vocab *vocab;
  entry *rows;
  size_t count;
  size_t room;
  size_t queries; /* the query, if any, is the first row */
} state;

enum { SHARED = 5 };

static warta_text id_of(const state *s, uint32_t row) {
  return (warta_text){s->rows[row].id, s->rows[row].id_len};
}

static void free_state(state *s) {
  for (size_t i = 0; i < s->count; i++) {
    free(s->rows[i].id);
    warta_vector_free(s->rows[i].vector);
  }
  free(s->rows);
  warta_vocab_free(s->vocab);
}

static bool keep_vector(run *r, const record *rec, const warta_document *document, void *payload) {
  state *s = payload;
  warta_error error;
  warta_vector *vector = NULL;
  if (!run_check(r, rec, warta_vector_build(&vector, s->vocab, document, r->background, &error),
                 &error)) {
    return false;
  }
  if (s->count == s->room) {
    s->room = s->room == 0 ? 64 : s->room * 2;
    s->rows = memory_resize(s->rows, s->room, sizeof *s->rows);
  }
  s->rows[s->count++] = (entry){memory_copy(rec->id.text, rec->id.len), rec->id.len, vector};
  return true;
}

/* Shared terms of a pair, best first, joined by ", " (or as an array). */
static void write_shared(run *r, const state *s, const pair *row) {
  warta_shared_term shared[SHARED];
  const size_t all =
      warta_similarity_shared(s->rows[row->a].vector, s->rows[row->b].vector, shared, SHARED);
  const size_t count = all < SHARED ? all : SHARED;
  for (size_t i = 0; i < count; i++) {
    if (run_is_json(r)) {
      json_element(&r->json);
      json_string(&r->json, shared[i].term, shared[i].len);
    } else if (run_is_tsv(r)) {
      output_text(r->out, i > 0 ? ", " : "");
      tsv_field(r->out, shared[i].term, shared[i].len);
    } else {
      output_text(r->out, i > 0 ? ", " : "");
      text_cell(&r->style, shared[i].term, shared[i].len, 0);
    }
  }
}

static void write_tsv(run *r, const state *s, const pair *row) {
  const warta_text a = id_of(s, row->a);
  const warta_text b = id_of(s, row->b);
  tsv_field(r->out, a.text, a.len);
  tsv_tab(r->out);
  tsv_field(r->out, b.text, b.len);
  tsv_tab(r->out);
  tsv_score(r->out, row->score);
  tsv_tab(r->out);
  write_shared(r, s, row);
  tsv_row_end(r->out);
}

static void write_json(run *r, const state *s, const pair *row) {
  run_object_begin(r);
  run_json_member(r, "a", id_of(s, row->a));
  run_json_member(r, "b", id_of(s, row->b));
  json_name(&r->json, "score");
  json_score(&r->json, row->score);
  json_name(&r->json, "shared");
  json_open(&r->json, '[');
  write_shared(r, s, row);
  json_close(&r->json, ']');
  run_object_end(r);
}

static size_t id_width(warta_text id) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  text_line_add(&line, id.text, id.len, false);
  const size_t width = text_line_width(&line);
  text_line_free(&line);
  return width;
}

enum { SCORE_WIDTH = 6, ARROW_WIDTH = 5 };

/* Both names on one line if they fit, else below each other. */
static void write_text(run *r, const state *s, const pair *row) {
  const warta_text a = id_of(s, row->a);
  const warta_text b = id_of(s, row->b);
  const bool is_directed = r->options->top > 0 || s->queries > 0;
  const bool fits = SCORE_WIDTH + id_width(a) + ARROW_WIDTH + id_width(b) <= r->style.columns;
  text_paint_start(&r->style, PAINT_TITLE);
  text_number(&r->style, row->score, 2);
  text_paint_end(&r->style);
  output_text(r->out, "  ");
  text_cell(&r->style, a.text, a.len, 0);
  if (fits) {
    output_text(r->out, is_directed ? "  \xE2\x86\x92  " : "  \xE2\x86\x94  ");
  } else {
    output_char(r->out, '\n');
    text_spaces(&r->style, SCORE_WIDTH);
  }
  text_cell(&r->style, b.text, b.len, 0);
  output_char(r->out, '\n');
  text_spaces(&r->style, SCORE_WIDTH);
  text_paint_start(&r->style, PAINT_KEYWORD);
  write_shared(r, s, row);
  text_paint_end(&r->style);
  output_char(r->out, '\n');
}

static void write_pair(run *r, const state *s, const pair *row) {
  if (run_is_tsv(r)) {
    write_tsv(r, s, row);
  } else if (run_is_json(r)) {
    write_json(r, s, row);
  } else {
    write_text(r, s, row);
  }
  output_result_end(r->out);
}

/* `--query a.txt *.txt`: the query is not its own neighbour. */
static bool is_query_itself(const state *s, uint32_t row) {
  const entry *query = &s->rows[0];
  const entry *other = &s->rows[row];
  return s->queries > 0 && query->id_len == other->id_len &&
         memcmp(query->id, other->id, query->id_len) == 0;
}

/* Every pair once; with a query only its own. Zero is no similarity: it is never a row. */
static bool wants(const run *r, double score) {
  return score > 0 && score >= r->options->min;
}

static bool score_row(const run *r, const state *s, uint32_t a, pair_heaps *heaps,
                      pair_list *pairs) {
  for (uint32_t b = a + 1; b < s->count; b++) {
    const double score = warta_similarity(s->rows[a].vector, s->rows[b].vector);
    if (!wants(r, score) || is_query_itself(s, b)) {
      continue;
    }
    if (r->options->top == 0) {
      if (!pairs_add(pairs, (pair){a, b, score})) {
        return false;
      }
      continue;
    }
    pair_heaps_offer(heaps, (pair){a, b, score});
    if (s->queries == 0) {
      pair_heaps_offer(heaps, (pair){b, a, score});
    }
  }
  return true;
}

static int score_all(const run *r, const state *s, pair_list *pairs) {
  const size_t rows = s->queries > 0 && s->count > 0 ? 1 : s->count;
  pair_heaps heaps = {NULL, NULL, 0, 0};
  if (r->options->top > 0) {
    const size_t k = r->options->top < s->count ? r->options->top : s->count;
    if (k > 0 && rows > PAIRS_MOST / k) {
      char digits[NUMBER_SIZE];
      number_write_count(digits, PAIRS_MOST);
      message_error(NULL, MESSAGE_NO_PLACE, MSG_TOO_MANY_PAIRS, digits, NULL);
      return EXIT_BAD_DATA;
    }
    pair_heaps_open(&heaps, rows, r->options->top);
  }
  bool is_whole = true;
  for (uint32_t a = 0; a < rows && is_whole; a++) {
    is_whole = score_row(r, s, a, &heaps, pairs);
  }
  if (r->options->top > 0) {
    pair_heaps_close(&heaps, pairs);
  }
  if (!is_whole) {
    char digits[NUMBER_SIZE];
    number_write_count(digits, PAIRS_MOST);
    message_error(NULL, MESSAGE_NO_PLACE, MSG_TOO_MANY_PAIRS, digits, NULL);
    return EXIT_BAD_DATA;
  }
  pairs_sort(pairs);
  return EXIT_DONE;
}

static int write_best(run *r, const state *s) {
  pair_list pairs = {NULL, 0, 0};
  const int code = score_all(r, s, &pairs);
  for (size_t i = 0; i < pairs.count && code == EXIT_DONE; i++) {
    write_pair(r, s, &pairs.rows[i]);
  }
  const bool is_empty = pairs.count == 0;
  pairs_free(&pairs);
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
  const size_t len = x->id.len < y->id.len ? x->id.len : y->id.len;
  const int order = len == 0 ? 0 : memcmp(x->id.text, y->id.text, len);
  if (order != 0 || x->id.len != y->id.len) {
    return order != 0 ? order : x->id.len < y->id.len ? -1 : 1;
  }
  return x->row < y->row ? -1 : x->row > y->row; /* the first of equals is found */
}

static named *name_rows(const state *s) {
  named *names = memory_new(s->count, sizeof *names);
  for (size_t i = 0; i < s->count; i++) {
    names[i] = (named){id_of(s, (uint32_t)i), (uint32_t)i};
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
  row.score = warta_similarity(s->rows[row.a].vector, s->rows[row.b].vector);
  write_pair(r, s, &row);
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

static int check_options(const run *r) {
  const settings *s = r->options;
  if (s->query != NULL && s->pairs != NULL) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTIONS_CLASH, "--query", "--pairs");
    return EXIT_USAGE;
  }
  if (s->query != NULL && run_background_is_self(r)) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTIONS_CLASH, "--query", "--background self");
    return EXIT_USAGE;
  }
  return EXIT_DONE;
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
    code = run_articles(r, operands, count, keep_vector, s);
    if (code == EXIT_DONE || code == EXIT_PARTLY_DONE) {
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
  state s = {NULL, NULL, 0, 0, 0};
  warta_error error;
  int code = check_options(r);
  if (code == EXIT_DONE) {
    code = run_open_analyzer(r);
  }
  if (code == EXIT_DONE) {
    code = run_open_background(r);
  }
  if (code == EXIT_DONE) {
    run_check(r, NULL, warta_vocab_open(&s.vocab, &error), &error);
    code = compare_articles(r, &s, operands, count);
  }
  free_state(&s);
  return run_finish(r, code);
}
