#include "phrases.h"

bool phrases_find(run *r, const record *rec, const warta_document *document) {
  warta_keyword_options options = WARTA_KEYWORD_OPTIONS_INIT;
  warta_error error;
  options.limit = r->options->limit;
  options.max_words = r->options->max_words;
  const warta_status status =
      r->keywords == NULL
          ? warta_keywords(&r->keywords, document, r->background, &options, &error)
          : warta_keywords_renew(r->keywords, document, r->background, &options, &error);
  return run_check(r, rec, status, &error);
}

static void write_spans(json *j, const warta_keyword *keyword) {
  json_name(j, "spans");
  json_open(j, '[');
  for (uint32_t i = 0; i < keyword->count; i++) {
    json_element(j);
    json_open(j, '[');
    json_element(j);
    json_count(j, keyword->spans[i].start);
    json_element(j);
    json_count(j, keyword->spans[i].end);
    json_close(j, ']');
  }
  json_close(j, ']');
}

void phrases_write_json(run *r, const warta_keyword_list *keywords) {
  json *j = &r->json;
  json_name(j, "keywords");
  json_open(j, '[');
  for (size_t i = 0; i < warta_keywords_count(keywords); i++) {
    const warta_keyword keyword = warta_keywords_at(keywords, i);
    json_element(j);
    json_open(j, '{');
    run_json_member(r, "keyword", (warta_text){keyword.text, keyword.len});
    json_name(j, "score");
    json_score(j, keyword.score);
    json_name(j, "count");
    json_count(j, keyword.count);
    write_spans(j, &keyword);
    json_close(j, '}');
  }
  json_close(j, ']');
}
