#include "article.h"
#include "commands.h"
#include "phrases.h"

static void write_tsv(run *r, const record *rec, const warta_keyword_list *keywords) {
  for (size_t i = 0; i < warta_keywords_count(keywords); i++) {
    const warta_keyword keyword = warta_keywords_at(keywords, i);
    tsv_field(r->out, rec->id.text, rec->id.len);
    tsv_tab(r->out);
    tsv_count(r->out, i + 1);
    tsv_tab(r->out);
    tsv_field(r->out, keyword.text, keyword.len);
    tsv_tab(r->out);
    tsv_score(r->out, keyword.score);
    tsv_tab(r->out);
    tsv_count(r->out, keyword.count);
    tsv_tab(r->out);
    if (keyword.count > 0) {
      tsv_count(r->out, keyword.spans[0].start);
      tsv_tab(r->out);
      tsv_count(r->out, keyword.spans[0].end);
    } else { /* only in the headline: it has no place in the text */
      tsv_tab(r->out);
    }
    tsv_row_end(r->out);
  }
  output_result_end(r->out);
}

static size_t widest(const warta_keyword_list *keywords) {
  size_t most = 0;
  for (size_t i = 0; i < warta_keywords_count(keywords); i++) {
    const warta_keyword keyword = warta_keywords_at(keywords, i);
    text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
    text_line_add(&line, keyword.text, keyword.len, false);
    const size_t width = text_line_width(&line);
    most = width > most ? width : most;
    text_line_free(&line);
  }
  return most;
}

enum { BAR = 20, OTHER_COLUMNS = 42 };

/* A bar of blocks: a score is read faster as a length. */
static void write_bar(run *r, double score) {
  const size_t full = (size_t)(score * BAR + 0.5);
  for (size_t i = 0; i < full; i++) {
    output_text(r->out, "\xE2\x96\x88");
  }
}

static void write_text(run *r, const record *rec, const warta_document *document,
                       const warta_keyword_list *keywords) {
  size_t width = widest(keywords);
  const size_t most = r->style.columns - OTHER_COLUMNS;
  width = r->style.columns > OTHER_COLUMNS && width > most ? most : width;
  article_write_head(r, rec, document);
  output_text(r->out, warta_keywords_count(keywords) > 0 ? "\n" : "");
  for (size_t i = 0; i < warta_keywords_count(keywords); i++) {
    const warta_keyword keyword = warta_keywords_at(keywords, i);
    text_paint_start(&r->style, PAINT_FAINT);
    text_count(&r->style, i + 1, 4);
    text_paint_end(&r->style);
    output_text(r->out, "  ");
    text_paint_start(&r->style, PAINT_KEYWORD);
    text_cell(&r->style, keyword.text, keyword.len, width);
    text_paint_end(&r->style);
    text_count(&r->style, keyword.count, 5);
    output_text(r->out, "\xC3\x97  ");
    text_number(&r->style, keyword.score, 2);
    output_text(r->out, "  ");
    write_bar(r, keyword.score);
    output_char(r->out, '\n');
  }
  output_result_end(r->out);
}

static bool keywords_of(run *r, const record *rec, const warta_document *document, void *payload) {
  (void)payload;
  if (!phrases_find(r, rec, document)) {
    return false;
  }
  const warta_keyword_list *keywords = r->keywords;
  if (run_is_tsv(r)) {
    write_tsv(r, rec, keywords);
  } else if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", rec->id);
    run_json_member(r, "title", warta_document_title(document));
    phrases_write_json(r, keywords);
    run_object_end(r);
  } else {
    write_text(r, rec, document, keywords);
  }
  return true;
}

int cmd_keywords(run *r, char **operands, size_t count) {
  return run_whole(r, operands, count, "doc rank keyword score count start end", keywords_of);
}
