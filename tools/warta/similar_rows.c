#include "similar_rows.h"

enum { SHARED = 5, EXPLAINED = 20 };

warta_text similar_id(const similar_set *s, size_t row) {
  return (warta_text){s->rows[row].id, s->rows[row].id_len};
}

/* With --explain more terms, and how much of the score each of them is. */
static void write_term(run *r, const warta_shared_term *term, bool is_first) {
  const bool has_part = r->options->explain != 0;
  if (run_is_json(r)) {
    json_element(&r->json);
    if (!has_part) {
      json_string(&r->json, term->term, term->len);
      return;
    }
    json_open(&r->json, '{');
    run_json_member(r, "term", (warta_text){term->term, term->len});
    json_name(&r->json, "part");
    json_score(&r->json, term->part);
    json_name(&r->json, "opening");
    json_score(&r->json, term->opening);
    json_close(&r->json, '}');
    return;
  }
  output_text(r->out, is_first ? "" : ", ");
  if (run_is_tsv(r)) {
    tsv_field(r->out, term->term, term->len);
  } else {
    text_cell(&r->style, term->term, term->len, 0);
  }
  if (has_part) {
    output_char(r->out, ' ');
    if (run_is_tsv(r)) {
      tsv_score(r->out, term->part);
      output_char(r->out, ' ');
      tsv_score(r->out, term->opening);
    } else {
      text_number(&r->style, term->part, 3);
    }
  }
}

/* Shared terms of a pair, best first, joined by ", " (or as an array). */
static void write_shared(run *r, const similar_set *s, const pair *row) {
  warta_shared_term shared[EXPLAINED];
  const size_t most = r->options->explain != 0 ? EXPLAINED : SHARED;
  const size_t all = warta_index_shared(s->index, row->a, row->b, shared, most);
  const size_t count = all < most ? all : most;
  for (size_t i = 0; i < count; i++) {
    write_term(r, &shared[i], i == 0);
  }
}

static void write_tsv(run *r, const similar_set *s, const pair *row) {
  const warta_text a = similar_id(s, row->a);
  const warta_text b = similar_id(s, row->b);
  tsv_field(r->out, a.text, a.len);
  tsv_tab(r->out);
  tsv_field(r->out, b.text, b.len);
  tsv_tab(r->out);
  tsv_score(r->out, row->score);
  tsv_tab(r->out);
  write_shared(r, s, row);
  tsv_row_end(r->out);
}

static void write_json(run *r, const similar_set *s, const pair *row) {
  run_object_begin(r);
  run_json_member(r, "a", similar_id(s, row->a));
  run_json_member(r, "b", similar_id(s, row->b));
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
static void write_text(run *r, const similar_set *s, const pair *row) {
  const warta_text a = similar_id(s, row->a);
  const warta_text b = similar_id(s, row->b);
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

void similar_write_pair(run *r, const similar_set *s, const pair *row) {
  if (run_is_tsv(r)) {
    write_tsv(r, s, row);
  } else if (run_is_json(r)) {
    write_json(r, s, row);
  } else {
    write_text(r, s, row);
  }
  output_result_end(r->out);
}

enum { NUMBER_COLUMN = 6 };

/* Columns have the numbers of the rows: names may be long. */
void similar_write_matrix(run *r, const similar_set *s) {
  output_text(r->out, "\n   ");
  for (size_t b = 0; b < s->count; b++) {
    text_count(&r->style, b + 1, NUMBER_COLUMN);
  }
  output_char(r->out, '\n');
  for (size_t a = 0; a < s->count; a++) {
    text_count(&r->style, a + 1, 3);
    for (size_t b = 0; b < s->count; b++) {
      output_text(r->out, "  ");
      if (a == b) {
        output_text(r->out, "   -");
      } else {
        text_number(&r->style, warta_index_score(s->index, (uint32_t)a, (uint32_t)b), 2);
      }
    }
    output_text(r->out, "  ");
    const warta_text id = similar_id(s, a);
    text_cell(&r->style, id.text, id.len, 0);
    output_char(r->out, '\n');
  }
  output_result_end(r->out);
}
