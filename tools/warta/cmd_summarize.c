#include "article.h"
#include "commands.h"
#include "phrases.h"

#include <stdlib.h>
#include <string.h>

typedef struct results {
  warta_summary_list *summary;
  warta_keyword_list *keywords;
} results;

static warta_summary_options summary_options(const settings *s) {
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  if (s->method == METHOD_LEAD) {
    options.method = WARTA_SUMMARY_LEAD;
  } else if (s->method == METHOD_CENTROID) {
    options.method = WARTA_SUMMARY_CENTROID;
  } else if (s->method == METHOD_BLEND) {
    options.method = WARTA_SUMMARY_BLEND;
  }
  if (s->words > 0 || s->sentences > 0 || s->ratio > 0) {
    options.words = s->words;
    options.sentences = s->sentences;
    options.ratio = s->ratio;
  }
  return options;
}

static void write_tsv(run *r, const record *rec, const warta_document *document,
                      const warta_summary_list *summary) {
  buffer scratch = {NULL, 0, 0};
  for (size_t i = 0; i < warta_summary_count(summary); i++) {
    const warta_summary_sentence chosen = warta_summary_at(summary, i);
    const warta_sentence sentence = warta_document_sentence(document, chosen.sentence);
    const warta_text text = article_sentence(document, chosen.sentence, &scratch);
    tsv_field(r->out, rec->id.text, rec->id.len);
    tsv_tab(r->out);
    tsv_count(r->out, chosen.rank);
    tsv_tab(r->out);
    tsv_count(r->out, sentence.start);
    tsv_tab(r->out);
    tsv_count(r->out, sentence.end);
    tsv_tab(r->out);
    tsv_score(r->out, chosen.score);
    tsv_tab(r->out);
    tsv_field(r->out, text.text, text.len);
    tsv_row_end(r->out);
  }
  output_result_end(r->out);
  buffer_free(&scratch);
}

static void write_json_sentences(run *r, const warta_document *document,
                                 const warta_summary_list *summary) {
  buffer scratch = {NULL, 0, 0};
  json_name(&r->json, "sentences");
  json_open(&r->json, '[');
  for (size_t i = 0; i < warta_summary_count(summary); i++) {
    const warta_summary_sentence chosen = warta_summary_at(summary, i);
    const warta_sentence sentence = warta_document_sentence(document, chosen.sentence);
    json_element(&r->json);
    json_open(&r->json, '{');
    json_name(&r->json, "start");
    json_count(&r->json, sentence.start);
    json_name(&r->json, "end");
    json_count(&r->json, sentence.end);
    json_name(&r->json, "score");
    json_score(&r->json, chosen.score);
    run_json_member(r, "text", article_sentence(document, chosen.sentence, &scratch));
    json_name(&r->json, "rank");
    json_count(&r->json, chosen.rank);
    json_close(&r->json, '}');
  }
  json_close(&r->json, ']');
  buffer_free(&scratch);
}

static void write_keyword_line(run *r, const warta_keyword_list *keywords) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  if (warta_keywords_count(keywords) == 0) {
    return;
  }
  output_char(r->out, '\n');
  const char *label = message_text(MSG_WORD_KEYWORDS);
  const unsigned indent = (unsigned)strlen(label) + 2;
  output_text(r->out, label);
  output_text(r->out, ": ");
  for (size_t i = 0; i < warta_keywords_count(keywords); i++) {
    const warta_keyword keyword = warta_keywords_at(keywords, i);
    text_line_add_text(&line, i > 0 ? " " : "");
    text_line_add_whole(&line, keyword.text, keyword.len, true);
    if (i + 1 < warta_keywords_count(keywords)) {
      text_line_add_whole(&line, " \xC2\xB7", 3, false);
    }
  }
  text_wrap(&r->style, &line, indent, NULL);
  text_line_free(&line);
}

enum { INDENT = 4 };

static void write_text(run *r, const record *rec, const warta_document *document,
                       const results *found) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  const text_spans marks = article_keyword_spans(found->keywords);
  article_write_head(r, rec, document);
  for (size_t i = 0; i < warta_summary_count(found->summary); i++) {
    const size_t index = warta_summary_at(found->summary, i).sentence;
    output_char(r->out, '\n');
    article_sentence_line(&line, rec, document, index, &marks);
    text_paint_start(&r->style, PAINT_FAINT);
    text_count(&r->style, i + 1, INDENT - 2);
    text_paint_end(&r->style);
    output_text(r->out, "  ");
    text_wrap(&r->style, &line, INDENT, NULL);
  }
  write_keyword_line(r, found->keywords);
  output_result_end(r->out);
  text_line_free(&line);
  free(marks.rows);
}

static void write_results(run *r, const record *rec, const warta_document *document,
                          const results *found) {
  if (run_is_tsv(r)) {
    write_tsv(r, rec, document, found->summary);
  } else if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", rec->id);
    run_json_member(r, "title", warta_document_title(document));
    phrases_write_json(r, found->keywords);
    write_json_sentences(r, document, found->summary);
    run_object_end(r);
  } else {
    write_text(r, rec, document, found);
  }
}

static bool summarize(run *r, const record *rec, const warta_document *document, void *payload) {
  const warta_summary_options options = summary_options(r->options);
  warta_error error;
  results found = {NULL, NULL};
  (void)payload;
  const bool is_good =
      run_check(r, rec, warta_summary(&found.summary, document, r->background, &options, &error),
                &error) &&
      phrases_find(r, rec, document, &found.keywords);
  if (is_good) {
    write_results(r, rec, document, &found);
  }
  warta_keywords_free(found.keywords);
  warta_summary_free(found.summary);
  return is_good;
}

int cmd_summarize(run *r, char **operands, size_t count) {
  return run_whole(r, operands, count, "doc rank start end score text", summarize);
}
