#include "article.h"
#include "exits.h"
#include "explain.h"
#include "feature_rows.h"
#include "message.h"
#include "summary_settings.h"

static const char COLUMNS[] = "doc sentence start end score";

enum { INDENT = 4 };

static feature_set features(void) {
  return (feature_set){warta_summary_feature_count(), warta_summary_feature_name};
}

static void write_tsv(run *r, const record *rec, const warta_document *document,
                      warta_summary_row row) {
  const warta_sentence sentence = warta_document_sentence(document, row.sentence);
  const feature_set set = features();
  tsv_field(r->out, rec->id.text, rec->id.len);
  tsv_tab(r->out);
  tsv_count(r->out, row.sentence);
  tsv_tab(r->out);
  tsv_count(r->out, sentence.start);
  tsv_tab(r->out);
  tsv_count(r->out, sentence.end);
  tsv_tab(r->out);
  tsv_score(r->out, row.score);
  feature_fields(r, &set, row.values);
}

static void write_json(run *r, const warta_document *document, warta_summary_row row) {
  const warta_sentence sentence = warta_document_sentence(document, row.sentence);
  const feature_set set = features();
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
  feature_members(r, &set, row.values);
}

static void write_text(run *r, const record *rec, const warta_document *document,
                       warta_summary_row row) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  const text_spans no_marks = {NULL, 0};
  const feature_set set = features();
  output_char(r->out, '\n');
  article_sentence_line(&line, rec, document, row.sentence, &no_marks);
  output_text(r->out, "    ");
  text_wrap(&r->style, &line, INDENT, NULL);
  text_line_free(&line);
  feature_line(r, &set, row.values, row.score);
}

static void write_rows(run *r, const record *rec, const warta_document *document,
                       const warta_summary_table *table) {
  feature_rows_begin(r, rec, document, "sentences");
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
  feature_rows_end(r);
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
  const feature_set set = features();
  buffer columns = {NULL, 0, 0};
  feature_columns(&columns, COLUMNS, &set);
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
