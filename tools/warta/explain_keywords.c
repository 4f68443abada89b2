#include "article.h"
#include "exits.h"
#include "explain.h"
#include "number.h"

/* More than any article has; the library's own limit. */
enum { EVERY_KEYWORD = 10000, INDENT = 4, DIGITS = 3 };

static const char COLUMNS[] = "doc keyword rank score count";

/* The columns that every row has, then one for each feature. */
static void write_columns(buffer *out) {
  buffer_add(out, COLUMNS, sizeof COLUMNS - 1);
  for (size_t i = 0; i < warta_keyword_feature_count(); i++) {
    buffer_add_char(out, ' ');
    buffer_add_text(out, warta_keyword_feature_name(i));
  }
  buffer_add_char(out, '\0');
}

static void write_tsv(run *r, const record *rec, const warta_keyword_list *list, size_t index) {
  const warta_keyword keyword = warta_keywords_at(list, index);
  const int32_t *values = warta_keywords_features(list, index);
  tsv_field(r->out, rec->id.text, rec->id.len);
  tsv_tab(r->out);
  tsv_field(r->out, keyword.text, keyword.len);
  tsv_tab(r->out);
  tsv_count(r->out, index + 1);
  tsv_tab(r->out);
  tsv_score(r->out, keyword.score);
  tsv_tab(r->out);
  tsv_count(r->out, keyword.count);
  for (size_t i = 0; i < warta_keyword_feature_count(); i++) {
    tsv_tab(r->out);
    tsv_count(r->out, (size_t)values[i]);
  }
  tsv_row_end(r->out);
}

static void write_json(run *r, const warta_keyword_list *list, size_t index) {
  const warta_keyword keyword = warta_keywords_at(list, index);
  const int32_t *values = warta_keywords_features(list, index);
  json_element(&r->json);
  json_open(&r->json, '{');
  run_json_member(r, "keyword", (warta_text){keyword.text, keyword.len});
  json_name(&r->json, "rank");
  json_count(&r->json, index + 1);
  json_name(&r->json, "score");
  json_score(&r->json, keyword.score);
  json_name(&r->json, "count");
  json_count(&r->json, keyword.count);
  json_name(&r->json, "features");
  json_open(&r->json, '{');
  for (size_t i = 0; i < warta_keyword_feature_count(); i++) {
    json_name(&r->json, warta_keyword_feature_name(i));
    json_count(&r->json, (size_t)values[i]);
  }
  json_close(&r->json, '}');
  json_close(&r->json, '}');
}

/* The keyword, and below it its score and those features that are not 0. */
static void write_text(run *r, const warta_keyword_list *list, size_t index) {
  const warta_keyword keyword = warta_keywords_at(list, index);
  const int32_t *values = warta_keywords_features(list, index);
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  const text_paint faint = PAINT_FAINT;
  char digits[NUMBER_SIZE];
  output_text(r->out, "\n  ");
  text_paint_start(&r->style, PAINT_KEYWORD);
  text_cell(&r->style, keyword.text, keyword.len, 0);
  text_paint_end(&r->style);
  output_char(r->out, '\n');
  number_write(digits, keyword.score, DIGITS, '.');
  text_line_add_text(&line, "score ");
  text_line_add_text(&line, digits);
  for (size_t i = 0; i < warta_keyword_feature_count(); i++) {
    if (values[i] != 0) {
      number_write_count(digits, (size_t)values[i]);
      text_line_add_text(&line, " \xC2\xB7 ");
      text_line_add_text(&line, warta_keyword_feature_name(i));
      text_line_add_text(&line, " ");
      text_line_add_text(&line, digits);
    }
  }
  output_text(r->out, "    ");
  text_wrap(&r->style, &line, INDENT, &faint);
  text_line_free(&line);
}

static void write_rows(run *r, const record *rec, const warta_document *document,
                       const warta_keyword_list *list) {
  if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", rec->id);
    json_name(&r->json, "keywords");
    json_open(&r->json, '[');
  } else if (!run_is_tsv(r)) {
    article_write_head(r, rec, document);
  }
  for (size_t i = 0; i < warta_keywords_count(list); i++) {
    if (run_is_tsv(r)) {
      write_tsv(r, rec, list, i);
    } else if (run_is_json(r)) {
      write_json(r, list, i);
    } else {
      write_text(r, list, i);
    }
  }
  if (run_is_json(r)) {
    json_close(&r->json, ']');
    run_object_end(r);
  } else {
    output_result_end(r->out);
  }
}

/* Doubles are shown, too: who learns from the rows must see all that there was to choose from. */
static bool explain(run *r, const record *rec, const warta_document *document, void *payload) {
  warta_keyword_options options = WARTA_KEYWORD_OPTIONS_INIT;
  warta_keyword_list *list = NULL;
  warta_error error;
  (void)payload;
  options.limit = EVERY_KEYWORD;
  options.max_words = r->options->max_words;
  options.doubles = 1;
  const warta_status status = warta_keywords(&list, document, r->background, &options, &error);
  const bool is_good = run_check(r, rec, status, &error);
  if (is_good) {
    write_rows(r, rec, document, list);
  }
  warta_keywords_free(list);
  return is_good;
}

int explain_keywords(run *r, char **operands, size_t count) {
  buffer columns = {NULL, 0, 0};
  write_columns(&columns);
  const int code = run_whole(r, operands, count, columns.data, explain);
  buffer_free(&columns);
  return code;
}
