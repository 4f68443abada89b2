#include "article.h"
#include "commands.h"
#include "exits.h"
#include "message.h"
#include "phrases.h"
#include "stream.h"
#include "summary_settings.h"

#include <stdlib.h>
#include <string.h>

typedef struct results {
  warta_summary_list *summary;
  warta_keyword_list *keywords;
} results;

/* An article that sentences are from. */
typedef struct origin {
  const record *rec;
  const warta_document *document;
} origin;

static void write_tsv(run *r, const origin *origins, const warta_summary_list *summary) {
  buffer scratch = {NULL, 0, 0};
  for (size_t i = 0; i < warta_summary_count(summary); i++) {
    const warta_summary_sentence chosen = warta_summary_at(summary, i);
    const warta_document *document = origins[chosen.document].document;
    const record *rec = origins[chosen.document].rec;
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

/* together: each sentence tells which article it is from. */
static void write_json_sentences(run *r, const origin *origins, const warta_summary_list *summary,
                                 bool together) {
  buffer scratch = {NULL, 0, 0};
  json_name(&r->json, "sentences");
  json_open(&r->json, '[');
  for (size_t i = 0; i < warta_summary_count(summary); i++) {
    const warta_summary_sentence chosen = warta_summary_at(summary, i);
    const warta_document *document = origins[chosen.document].document;
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
    if (together) {
      run_json_member(r, "id", origins[chosen.document].rec->id);
    }
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

static void write_results(run *r, const origin *one, const results *found) {
  if (run_is_tsv(r)) {
    write_tsv(r, one, found->summary);
  } else if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", one->rec->id);
    run_json_member(r, "title", warta_document_title(one->document));
    phrases_write_json(r, found->keywords);
    write_json_sentences(r, one, found->summary, false);
    run_object_end(r);
  } else {
    write_text(r, one->rec, one->document, found);
  }
}

/* r->summary. False after a message. */
static bool find_summary(run *r, const origin *one, const warta_summary_options *options) {
  warta_error error;
  const warta_status status =
      r->summary == NULL
          ? warta_summary(&r->summary, one->document, r->background, options, &error)
          : warta_summary_renew(r->summary, one->document, r->background, options, &error);
  return run_check(r, one->rec, status, &error);
}

static bool summarize(run *r, const record *rec, const warta_document *document, void *payload) {
  const summary_settings *with = payload;
  const origin one = {rec, document};
  if (!find_summary(r, &one, &with->options) || !phrases_find(r, rec, document)) {
    return false;
  }
  const results found = {r->summary, r->keywords};
  write_results(r, &one, &found);
  return true;
}

/* The article's id stands above its sentences. */
static void write_text_together(run *r, const origin *origins, const warta_summary_list *summary) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  const text_spans no_marks = {NULL, 0};
  const text_paint faint = PAINT_FAINT;
  size_t last = SIZE_MAX;
  for (size_t i = 0; i < warta_summary_count(summary); i++) {
    const warta_summary_sentence chosen = warta_summary_at(summary, i);
    const origin *from = &origins[chosen.document];
    if (i > 0) {
      output_char(r->out, '\n');
    }
    if (chosen.document != last) {
      text_line_clear(&line);
      text_line_add(&line, from->rec->id.text, from->rec->id.len, false);
      text_wrap(&r->style, &line, 0, &faint);
    }
    last = chosen.document;
    article_sentence_line(&line, from->rec, from->document, chosen.sentence, &no_marks);
    output_text(r->out, "    ");
    text_wrap(&r->style, &line, INDENT, NULL);
  }
  output_result_end(r->out);
  text_line_free(&line);
}

static void write_together(run *r, const origin *origins, size_t count,
                           const warta_summary_list *summary) {
  if (run_is_tsv(r)) {
    write_tsv(r, origins, summary);
  } else if (run_is_json(r)) {
    run_object_begin(r);
    json_name(&r->json, "documents");
    json_open(&r->json, '[');
    for (size_t i = 0; i < count; i++) {
      json_element(&r->json);
      json_string(&r->json, origins[i].rec->id.text, origins[i].rec->id.len);
    }
    json_close(&r->json, ']');
    write_json_sentences(r, origins, summary, true);
    run_object_end(r);
  } else {
    write_text_together(r, origins, summary);
  }
}

static bool summarize_all(run *r, const article *articles, size_t count, void *payload) {
  const summary_settings *with = payload;
  warta_summary_list *summary = NULL;
  warta_error error;
  /* An array of pointers is meant. NOLINTNEXTLINE(bugprone-sizeof-expression) */
  const warta_document **documents = memory_new(count, sizeof *documents);
  origin *origins = memory_new(count, sizeof *origins);
  for (size_t i = 0; i < count; i++) {
    documents[i] = articles[i].document;
    origins[i] = (origin){&articles[i].rec, articles[i].document};
  }
  const warta_status status =
      warta_summary_together(&summary, documents, count, r->background, &with->options, &error);
  const bool is_good = run_check(r, &articles[0].rec, status, &error);
  if (is_good) {
    write_together(r, origins, count, summary);
  }
  warta_summary_free(summary);
  free(documents);
  free(origins);
  return is_good;
}

int cmd_summarize(run *r, char **operands, size_t count) {
  static const char COLUMNS[] = "doc rank start end score text";
  summary_settings with;
  int code = summary_settings_begin(&with, r, COLUMNS);
  if (code == EXIT_DONE) {
    code = r->options->together != 0 ? run_all(r, operands, count, summarize_all, &with)
                                     : run_articles(r, operands, count, summarize, &with);
    run_results_end(r);
    code = run_finish(r, code);
  }
  summary_settings_free(&with);
  return code;
}
