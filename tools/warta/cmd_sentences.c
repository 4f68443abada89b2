#include "article.h"
#include "commands.h"
#include "sentence_rows.h"

static void write_text(run *r, const record *rec, const warta_document *document) {
  const text_paint title = PAINT_TITLE;
  const text_spans none = {NULL, 0};
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  article_write_head(r, rec, document);
  for (size_t i = 0; i < warta_document_sentence_count(document); i++) {
    const bool is_body = warta_document_sentence(document, i).kind == WARTA_SENTENCE_BODY;
    output_char(r->out, '\n');
    article_sentence_line(&line, rec, document, i, &none);
    text_paint_start(&r->style, PAINT_FAINT);
    text_count(&r->style, i + 1, 4);
    text_paint_end(&r->style);
    output_text(r->out, "  ");
    text_wrap(&r->style, &line, 6, is_body ? NULL : &title);
  }
  output_result_end(r->out);
  text_line_free(&line);
}

static bool sentences_of(run *r, const record *rec, const warta_document *document, void *payload) {
  (void)payload;
  if (run_is_tsv(r)) {
    sentence_rows_write_tsv(r, rec, document);
  } else if (run_is_json(r)) {
    sentence_rows_write_json(r, rec, document);
  } else {
    write_text(r, rec, document);
  }
  return true;
}

int cmd_sentences(run *r, char **operands, size_t count) {
  return run_whole(r, operands, count, SENTENCE_COLUMNS, sentences_of);
}
