#include "archive_run.h"
#include "commands.h"
#include "exits.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef archive_question state;

static void write_tsv(run *r, warta_text query, size_t rank, const warta_archive_hit *hit) {
  tsv_field(r->out, query.text, query.len);
  tsv_tab(r->out);
  tsv_count(r->out, rank);
  tsv_tab(r->out);
  tsv_field(r->out, hit->id, hit->id_len);
  tsv_tab(r->out);
  tsv_score(r->out, hit->score);
  tsv_tab(r->out);
  tsv_field(r->out, hit->title == NULL ? "" : hit->title, hit->title_len);
  tsv_row_end(r->out);
  output_result_end(r->out);
}

static void write_json(run *r, warta_text query, const warta_archive_hits *hits) {
  run_object_begin(r);
  run_json_member(r, "query", query);
  json_name(&r->json, "hits");
  json_open(&r->json, '[');
  for (size_t i = 0; i < warta_archive_hits_count(hits); i++) {
    const warta_archive_hit hit = warta_archive_hits_at(hits, i);
    json_element(&r->json);
    json_open(&r->json, '{');
    json_name(&r->json, "rank");
    json_count(&r->json, i + 1);
    run_json_member(r, "id", (warta_text){hit.id, hit.id_len});
    json_name(&r->json, "score");
    json_score(&r->json, hit.score);
    if (hit.title != NULL) {
      run_json_member(r, "title", (warta_text){hit.title, hit.title_len});
    }
    json_close(&r->json, '}');
  }
  json_close(&r->json, ']');
  run_object_end(r);
}

static void write_text(run *r, size_t rank, const warta_archive_hit *hit) {
  text_count(&r->style, rank, 2);
  output_text(r->out, "  ");
  text_number(&r->style, hit->score, 2);
  output_text(r->out, "  ");
  text_paint_start(&r->style, PAINT_TITLE);
  text_cell(&r->style, hit->id, hit->id_len, 0);
  text_paint_end(&r->style);
  if (hit->title_len > 0) {
    output_text(r->out, "  ");
    text_cell(&r->style, hit->title, hit->title_len, 0);
  }
  output_char(r->out, '\n');
}

/* With many queries each has its own head. */
static void write_text_hits(run *r, warta_text query, const warta_archive_hits *hits) {
  const size_t count = warta_archive_hits_count(hits);
  if (r->options->queries != NULL && count > 0) {
    output_text(r->out, r->results++ > 0 ? "\n" : "");
    text_paint_start(&r->style, PAINT_KEYWORD);
    text_cell(&r->style, query.text, query.len, 0);
    text_paint_end(&r->style);
    output_char(r->out, '\n');
  }
  for (size_t i = 0; i < count; i++) {
    const warta_archive_hit hit = warta_archive_hits_at(hits, i);
    write_text(r, i + 1, &hit);
  }
  output_result_end(r->out);
}

static void write_hits(run *r, warta_text query, const warta_archive_hits *hits) {
  if (run_is_json(r)) {
    write_json(r, query, hits);
  } else if (run_is_tsv(r)) {
    for (size_t i = 0; i < warta_archive_hits_count(hits); i++) {
      const warta_archive_hit hit = warta_archive_hits_at(hits, i);
      write_tsv(r, query, i + 1, &hit);
    }
  } else {
    write_text_hits(r, query, hits);
  }
}

static void ask(run *r, state *s, const char *name, warta_text id, warta_text query) {
  warta_archive_hits *hits = NULL;
  warta_error error;
  const record rec = {.name = name};
  const warta_status status =
      warta_archive_search(&hits, s->archive, r->session, query, r->options->limit, &error);
  if (archive_run_check(r, s, &rec, status, &error)) {
    s->found += warta_archive_hits_count(hits);
    write_hits(r, id, hits);
    tally_good(&r->counts);
  }
  warta_archive_hits_free(hits);
}

/* JSON lines if asked for, or if the file begins with a brace; else a query a line. */
static bool is_json(const run *r, const buffer *bytes) {
  if (r->options->from != FROM_AUTO) {
    return r->options->from == FROM_JSONL;
  }
  size_t at = 0;
  while (at < bytes->len && strchr(" \t\r\n", bytes->data[at]) != NULL && bytes->data[at] != '\0') {
    at++;
  }
  return at < bytes->len && bytes->data[at] == '{';
}

static void ask_lines(run *r, state *s, input *in) {
  warta_text line;
  while (input_next_line(in, &line)) {
    if (line.len > 0 && line.text[line.len - 1] == '\r') {
      line.len--;
    }
    if (line.len > 0) {
      ask(r, s, "-", line, line);
    }
  }
}

static int ask_all(run *r, state *s) {
  buffer bytes = {NULL, 0, 0};
  const bool is_standard = strcmp(r->options->queries, "-") == 0;
  int code = is_standard ? EXIT_DONE : input_read_file(&bytes, r->options->queries);
  const bool has_json = is_json(r, &bytes);
  buffer_free(&bytes);
  if (code != EXIT_DONE) {
    return code;
  }
  char *path = memory_copy(r->options->queries, strlen(r->options->queries));
  r->options->from = has_json ? FROM_JSONL : FROM_TEXT;
  if (is_standard && isatty(STDIN_FILENO) == 1) {
    message_warn(NULL, MESSAGE_NO_PLACE, MSG_STDIN_HINT, r->command->name, NULL);
  }
  input *in = input_open(r->options, &r->counts, &path, 1);
  record rec;
  if (has_json) {
    while (input_next(in, &rec)) {
      ask(r, s, rec.name, rec.id, rec.text);
    }
  } else {
    ask_lines(r, s, in);
  }
  input_close(in);
  free(path);
  return tally_exit_code(&r->counts);
}

/* The words of a query may come as one argument or as many. */
static int ask_operands(run *r, state *s, char **words, size_t count) {
  buffer query = {NULL, 0, 0};
  for (size_t i = 0; i < count; i++) {
    buffer_add_text(&query, i > 0 ? " " : "");
    buffer_add_text(&query, words[i]);
  }
  const warta_text text = {query.data == NULL ? "" : query.data, query.len};
  ask(r, s, text.text, text, text);
  buffer_free(&query);
  return tally_exit_code(&r->counts);
}

static int search(run *r, state *s, char **operands, size_t count) {
  run_open_output(r);
  run_results_begin(r, "query rank doc score title");
  int code = count > 1 ? ask_operands(r, s, operands + 1, count - 1) : ask_all(r, s);
  run_results_end(r);
  code = s->code != EXIT_DONE ? s->code : code;
  if (code == EXIT_DONE && s->found == 0) {
    if (r->options->format == FORMAT_TEXT) {
      message_warn(NULL, MESSAGE_NO_PLACE, MSG_WORD_NO_HITS, NULL, NULL);
    }
    return EXIT_NOTHING_FOUND;
  }
  return code;
}

int cmd_search(run *r, char **operands, size_t count) {
  state s = {NULL, NULL, 0, EXIT_DONE};
  int code = archive_run_operands(r, operands, count, (size_t)-1);
  if (code == EXIT_DONE && count > 1 && r->options->queries != NULL) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTIONS_CLASH, "--queries", operands[1]);
    code = EXIT_USAGE;
  }
  if (code == EXIT_DONE && count == 1 && r->options->queries == NULL) {
    r->options->queries = "-";
  }
  if (code == EXIT_DONE) {
    code = run_open_analyzer(r);
  }
  if (code == EXIT_DONE) {
    s.path = operands[0];
    code = archive_run_open(&s.archive, r, s.path, WARTA_ARCHIVE_READ);
  }
  if (code == EXIT_DONE) {
    code = search(r, &s, operands, count);
  }
  warta_archive_free(s.archive);
  return run_finish(r, code);
}
