#include "article.h"
#include "exits.h"
#include "explain.h"
#include "message.h"
#include "number.h"
#include "summary_settings.h"

static const char COLUMNS[] = "doc sentence start end score";

/* The columns that every row has, then one for each feature. */
static void write_columns(buffer *out) {
  buffer_add(out, COLUMNS, sizeof COLUMNS - 1);
  for (size_t i = 0; i < warta_summary_feature_count(); i++) {
    const char *name = warta_summary_feature_name(i);
    buffer_add_char(out, ' ');
    buffer_add_text(out, name);
  }
  buffer_add_char(out, '\0');
}

static void write_tsv(run *r, const record *rec, const warta_document *document,
                      warta_summary_row row) {
  const warta_sentence sentence = warta_document_sentence(document, row.sentence);
  tsv_field(r->out, rec->id.text, rec->id.len);
  tsv_tab(r->out);
  tsv_count(r->out, row.sentence);
  tsv_tab(r->out);
  tsv_count(r->out, sentence.start);
  tsv_tab(r->out);
  tsv_count(r->out, sentence.end);
  tsv_tab(r->out);
  tsv_score(r->out, row.score);
  for (size_t i = 0; i < warta_summary_feature_count(); i++) {
    tsv_tab(r->out);
    tsv_count(r->out, (size_t)row.values[i]);
  }
  tsv_row_end(r->out);
}

static void write_json(run *r, const warta_document *document, warta_summary_row row) {
  const warta_sentence sentence = warta_document_sentence(document, row.sentence);
  json_element(&r->json);
  json_open(&r->json, '{');
  json_name(&r->json, "sentence");
  json_count(&r->json, row.sentence);
  json_name(&r->json, "start");
  json_count(&r->json, sentence.start);
  json_name(&r->json, "end");
  json_count(&r->json, sentence.end);
  json_name(&r->json, "score");
  json_score(&r->json, row.score);
  json_name(&r->json, "features");
  json_open(&r->json, '{');
  for (size_t i = 0; i < warta_summary_feature_count(); i++) {
    json_name(&r->json, warta_summary_feature_name(i));
    json_count(&r->json, (size_t)row.values[i]);
  }
  json_close(&r->json, '}');
  json_close(&r->json, '}');
}

enum { INDENT = 4 };

/* The sentence, and below it its score and those features that are not 0. */
static void write_text(run *r, const record *rec, const warta_document *document,
                       warta_summary_row row) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  const text_spans no_marks = {NULL, 0};
  const text_paint faint = PAINT_FAINT;
  char digits[NUMBER_SIZE];
  output_char(r->out, '\n');
  article_sentence_line(&line, rec, document, row.sentence, &no_marks);
  output_text(r->out, "    ");
  text_wrap(&r->style, &line, INDENT, NULL);
  text_line_clear(&line);
  number_write(digits, row.score, 3, '.');
  text_line_add_text(&line, "score ");
  text_line_add_text(&line, digits);
  for (size_t i = 0; i < warta_summary_feature_count(); i++) {
    if (row.values[i] != 0) {
      number_write_count(digits, (size_t)row.values[i]);
      text_line_add_text(&line, " \xC2\xB7 ");
      text_line_add_text(&line, warta_summary_feature_name(i));
      text_line_add_text(&line, " ");
      text_line_add_text(&line, digits);
    }
  }
  output_text(r->out, "    ");
  text_wrap(&r->style, &line, INDENT, &faint);
  text_line_free(&line);
}

static void write_rows(run *r, const record *rec, const warta_document *document,
                       const warta_summary_table *table) {
  if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", rec->id);
    json_name(&r->json, "sentences");
    json_open(&r->json, '[');
  } else if (!run_is_tsv(r)) {
    article_write_head(r, rec, document);
  }
  for (size_t i = 0; i < warta_summary_table_count(table); i++) {
    const warta_summary_row row = warta_summary_table_at(table, i);
    if (run_is_tsv(r)) {
      write_tsv(r, rec, document, row);
    } else if (run_is_json(r)) {
      write_json(r, document, row);
    } else {
      write_text(r, rec, document, row);
    }
  }
  if (run_is_json(r)) {
    json_close(&r->json, ']');
    run_object_end(r);
  } else {
    output_result_end(r->out);
  }
}

static bool explain(run *r, const record *rec, const warta_document *document, void *payload) {
  const summary_settings *with = payload;
  warta_summary_table *table = NULL;
  warta_error error;
  const warta_status status =
      warta_summary_explain(&table, document, r->background, &with->options, &error);
  const bool is_good = run_check(r, rec, status, &error);
  if (is_good) {
    write_rows(r, rec, document, table);
  }
  warta_summary_table_free(table);
  return is_good;
}

int explain_sentences(run *r, char **operands, size_t count) {
  summary_settings with;
  buffer columns = {NULL, 0, 0};
  write_columns(&columns);
  int code = summary_settings_begin(&with, r, columns.data);
  if (code == EXIT_DONE) {
    code = run_articles(r, operands, count, explain, &with);
    run_results_end(r);
    code = run_finish(r, code);
  }
  buffer_free(&columns);
  summary_settings_free(&with);
  return code;
}
