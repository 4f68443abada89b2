#include "article.h"
#include "exits.h"
#include "explain.h"
#include "feature_rows.h"

/* More than any article has; the library's own limit. */
enum { EVERY_KEYWORD = 10000 };

static const char COLUMNS[] = "doc keyword rank score count";

static feature_set features(void) {
  return (feature_set){warta_keyword_feature_count(), warta_keyword_feature_name};
}

static void write_tsv(run *r, const record *rec, const warta_keyword_list *list, size_t index) {
  const warta_keyword keyword = warta_keywords_at(list, index);
  const feature_set set = features();
  tsv_field(r->out, rec->id.text, rec->id.len);
  tsv_tab(r->out);
  tsv_field(r->out, keyword.text, keyword.len);
  tsv_tab(r->out);
  tsv_count(r->out, index + 1);
  tsv_tab(r->out);
  tsv_score(r->out, keyword.score);
  tsv_tab(r->out);
  tsv_count(r->out, keyword.count);
  feature_fields(r, &set, warta_keywords_features(list, index));
}

static void write_json(run *r, const warta_keyword_list *list, size_t index) {
  const warta_keyword keyword = warta_keywords_at(list, index);
  const feature_set set = features();
  json_element(&r->json);
  json_open(&r->json, '{');
  run_json_member(r, "keyword", (warta_text){keyword.text, keyword.len});
  json_name(&r->json, "rank");
  json_count(&r->json, index + 1);
  json_name(&r->json, "score");
  json_score(&r->json, keyword.score);
  json_name(&r->json, "count");
  json_count(&r->json, keyword.count);
  feature_members(r, &set, warta_keywords_features(list, index));
}

static void write_text(run *r, const warta_keyword_list *list, size_t index) {
  const warta_keyword keyword = warta_keywords_at(list, index);
  const feature_set set = features();
  output_text(r->out, "\n  ");
  text_paint_start(&r->style, PAINT_KEYWORD);
  text_cell(&r->style, keyword.text, keyword.len, 0);
  text_paint_end(&r->style);
  output_char(r->out, '\n');
  feature_line(r, &set, warta_keywords_features(list, index), keyword.score);
}

static void write_rows(run *r, const record *rec, const warta_document *document,
                       const warta_keyword_list *list) {
  feature_rows_begin(r, rec, document, "keywords");
  for (size_t i = 0; i < warta_keywords_count(list); i++) {
    if (run_is_tsv(r)) {
      write_tsv(r, rec, list, i);
    } else if (run_is_json(r)) {
      write_json(r, list, i);
    } else {
      write_text(r, list, i);
    }
  }
  feature_rows_end(r);
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
  const feature_set set = features();
  buffer columns = {NULL, 0, 0};
  feature_columns(&columns, COLUMNS, &set);
  const int code = run_whole(r, operands, count, columns.data, explain);
  buffer_free(&columns);
  return code;
}
