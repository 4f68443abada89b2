#include "exits.h"
#include "explain.h"
#include "message.h"
#include "stem_words.h"

#include <string.h>
#include <unistd.h>

enum { FORM_WIDTH = 34, SCORE_WIDTH = 6, MARK_WIDTH = 2, NUMBER_ROOM = 16 };

/* Whole numbers with a sign; scores are small. */
static const char *signed_number(char room[NUMBER_ROOM], int value) {
  char *at = room + NUMBER_ROOM - 1;
  unsigned rest = value < 0 ? 0u - (unsigned)value : (unsigned)value;
  *at = '\0';
  do {
    *--at = (char)('0' + rest % 10);
    rest /= 10;
  } while (rest > 0);
  if (value < 0) {
    *--at = '-';
  }
  return at;
}

/* "me-per-baik-kan-nya" */
static void add_form(buffer *to, const warta_stem_analysis *a) {
  const warta_text pieces[] = {a->prefixes, a->root, a->suffix, a->possessive, a->particle};
  buffer_clear(to);
  for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
    buffer_add(to, pieces[i].text, pieces[i].len);
  }
}

static const char *as_it_is(const char *english) {
  return english;
}

/* "licensed 300, classes 283": the terms of the score, named by `name`. */
static void add_parts(buffer *to, const warta_stem_analysis *a, const char *(*name)(const char *)) {
  char room[NUMBER_ROOM];
  buffer_clear(to);
  for (size_t i = 0; i < a->part_count; i++) {
    buffer_add_text(to, i == 0 ? "" : ", ");
    buffer_add_text(to, name(a->parts[i].name));
    buffer_add_char(to, ' ');
    buffer_add_text(to, signed_number(room, a->parts[i].value));
  }
}

static const char *kind_of(const warta_stem_analysis *a) {
  if (!a->is_listed) {
    return "proposed";
  }
  return a->is_licensed ? "licensed" : "listed";
}

static void write_text(run *r, warta_text word, const warta_stem_explanation *e) {
  buffer cell = {NULL, 0, 0};
  char room[NUMBER_ROOM];
  output *o = r->out;
  run_result_begin(r);
  text_paint_start(&r->style, PAINT_TITLE);
  text_cell(&r->style, word.text, word.len, 0);
  text_paint_end(&r->style);
  output_text(o, " > ");
  text_paint_start(&r->style, PAINT_KEYWORD);
  text_cell(&r->style, e->result.stem, e->result.len, 0);
  text_paint_end(&r->style);
  output_text(o, "  (");
  output_text(o, stem_words(warta_stem_how_name(e->result.how)));
  output_text(o, ": ");
  output_text(o, stem_words(e->rule));
  output_text(o, ")\n");
  for (size_t i = 0; i < e->count; i++) {
    const warta_stem_analysis *a = &e->analyses[i];
    const char *score = signed_number(room, a->score);
    output_text(o, a->is_chosen ? "* " : "  ");
    add_form(&cell, a);
    text_cell(&r->style, cell.data, cell.len, FORM_WIDTH);
    text_spaces(&r->style, strlen(score) < SCORE_WIDTH ? SCORE_WIDTH - strlen(score) : 1);
    output_text(o, a->is_listed ? score : "     -");
    output_text(o, "  ");
    output_text(o, stem_words(kind_of(a)));
    add_parts(&cell, a, stem_words);
    if (cell.len > 0) {
      text_paint_start(&r->style, PAINT_FAINT);
      output_text(o, ": ");
      output_bytes(o, cell.data, cell.len);
      text_paint_end(&r->style);
    }
    output_char(o, '\n');
  }
  buffer_free(&cell);
}

static void tsv_cell(output *o, warta_text value) {
  tsv_field(o, value.text, value.len);
  tsv_tab(o);
}

/* A word without analysis has one row with rank 0. */
static void write_tsv_row(run *r, warta_text word, const warta_stem_explanation *e, size_t rank) {
  static const warta_stem_analysis none = {{"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}, 0,
                                           0,       0,       0,       NULL,    0};
  const warta_stem_analysis *a = rank == 0 ? &none : &e->analyses[rank - 1];
  char room[NUMBER_ROOM];
  buffer parts = {NULL, 0, 0};
  output *o = r->out;
  add_parts(&parts, a, as_it_is);
  tsv_cell(o, word);
  tsv_cell(o, (warta_text){e->result.stem, e->result.len});
  tsv_text(o, warta_stem_how_name(e->result.how));
  tsv_tab(o);
  tsv_text(o, e->rule);
  tsv_tab(o);
  tsv_count(o, rank);
  tsv_tab(o);
  tsv_text(o, a->is_chosen ? "1" : "0");
  tsv_tab(o);
  tsv_cell(o, a->prefixes);
  tsv_cell(o, a->root);
  tsv_cell(o, a->suffix);
  tsv_cell(o, a->possessive);
  tsv_cell(o, a->particle);
  tsv_text(o, signed_number(room, a->score));
  tsv_tab(o);
  tsv_text(o, rank == 0 ? "" : kind_of(a));
  tsv_tab(o);
  tsv_field(o, parts.len == 0 ? "" : parts.data, parts.len);
  tsv_row_end(o);
  buffer_free(&parts);
}

static void write_tsv(run *r, warta_text word, const warta_stem_explanation *e) {
  for (size_t rank = e->count == 0 ? 0 : 1; rank <= e->count; rank++) {
    write_tsv_row(r, word, e, rank);
  }
}

static void json_number(json *j, int value) {
  char room[NUMBER_ROOM];
  output_text(j->out, signed_number(room, value));
}

static void write_json_analysis(run *r, const warta_stem_analysis *a) {
  json *j = &r->json;
  json_element(j);
  json_open(j, '{');
  run_json_member(r, "prefixes", a->prefixes);
  run_json_member(r, "root", a->root);
  run_json_member(r, "suffix", a->suffix);
  run_json_member(r, "possessive", a->possessive);
  run_json_member(r, "particle", a->particle);
  json_name(j, "score");
  json_number(j, a->score);
  json_name(j, "kind");
  json_text(j, kind_of(a));
  json_name(j, "chosen");
  output_text(j->out, a->is_chosen ? "true" : "false");
  json_name(j, "parts");
  json_open(j, '{');
  for (size_t i = 0; i < a->part_count; i++) {
    json_name(j, a->parts[i].name);
    json_number(j, a->parts[i].value);
  }
  json_close(j, '}');
  json_close(j, '}');
}

static void write_json(run *r, warta_text word, const warta_stem_explanation *e) {
  json *j = &r->json;
  run_object_begin(r);
  run_json_member(r, "word", word);
  run_json_member(r, "stem", (warta_text){e->result.stem, e->result.len});
  json_name(j, "how");
  json_text(j, warta_stem_how_name(e->result.how));
  json_name(j, "rule");
  json_text(j, e->rule);
  json_name(j, "analyses");
  json_open(j, '[');
  for (size_t i = 0; i < e->count; i++) {
    write_json_analysis(r, &e->analyses[i]);
  }
  json_close(j, ']');
  run_object_end(r);
}

static void explain_word(run *r, warta_text word, const char *name) {
  const record rec = {.name = name};
  warta_stem_explanation explanation;
  warta_error error;
  if (!run_check(r, &rec, warta_stem_explain(&explanation, r->session, word.text, word.len, &error),
                 &error)) {
    return;
  }
  if (run_is_tsv(r)) {
    write_tsv(r, word, &explanation);
  } else if (run_is_json(r)) {
    write_json(r, word, &explanation);
  } else {
    write_text(r, word, &explanation);
  }
  output_result_end(r->out);
  tally_good(&r->counts);
}

static void explain_lines(run *r) {
  if (isatty(STDIN_FILENO) == 1) {
    message_warn(NULL, MESSAGE_NO_PLACE, MSG_STDIN_HINT, "explain", NULL);
  }
  input *in = input_open(r->options, &r->counts, NULL, 0);
  warta_text word;
  while (input_next_line(in, &word)) {
    if (word.len > 0 && word.text[word.len - 1] == '\r') {
      word.len--;
    }
    explain_word(r, word, "-");
  }
  input_close(in);
}

int explain_words(run *r, char **operands, size_t count) {
  const int code = run_open_analyzer(r);
  if (code != EXIT_DONE) {
    return code;
  }
  run_open_output(r);
  run_results_begin(r, "word stem how rule rank chosen prefixes root suffix possessive particle "
                       "score kind parts");
  for (size_t i = 0; i < count && !r->counts.stopped; i++) {
    explain_word(r, (warta_text){operands[i], strlen(operands[i])}, operands[i]);
  }
  if (count == 0) {
    explain_lines(r);
  }
  run_results_end(r);
  return run_finish(r, tally_exit_code(&r->counts));
}
