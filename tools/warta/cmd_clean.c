#include "article.h"
#include "commands.h"
#include "sentence_rows.h"

#include <string.h>

/* A paragraph ends where a line of the text ends between two sentences. */
static bool begins_paragraph(const record *rec, size_t last_end, size_t start) {
  return start > last_end && memchr(rec->text.text + last_end, '\n', start - last_end) != NULL;
}

/* Tells whether there is one. */
static bool write_title(run *r, const warta_document *document) {
  const text_paint bold = PAINT_TITLE;
  const warta_text title = warta_document_title(document);
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  run_result_begin(r);
  text_line_add(&line, title.text, title.len, false);
  const bool has_title = line.bytes.len > 0;
  if (has_title) {
    text_wrap(&r->style, &line, 0, &bold);
  }
  text_line_free(&line);
  return has_title;
}

/* Between paragraphs, and below the headline, stands a blank line. */
static void write_paragraph(run *r, text_line *paragraph, bool is_heading, bool *is_first) {
  const text_paint bold = PAINT_TITLE;
  if (paragraph->bytes.len > 0) {
    output_text(r->out, *is_first ? "" : "\n");
    text_wrap(&r->style, paragraph, 0, is_heading ? &bold : NULL);
    *is_first = false;
  }
  text_line_clear(paragraph);
}

static void write_text(run *r, const record *rec, const warta_document *document) {
  const text_spans none = {NULL, 0};
  text_line paragraph = {{NULL, 0, 0}, {NULL, 0, 0}};
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  bool in_heading = false;
  size_t last_end = 0;
  bool is_first = !write_title(r, document);
  for (size_t i = 0; i < warta_document_sentence_count(document); i++) {
    const warta_sentence sentence = warta_document_sentence(document, i);
    const bool is_heading = sentence.kind == WARTA_SENTENCE_HEADING;
    if (sentence.kind == WARTA_SENTENCE_TITLE) {
      continue;
    }
    if (is_heading || in_heading || begins_paragraph(rec, last_end, sentence.start)) {
      write_paragraph(r, &paragraph, in_heading, &is_first);
    }
    article_sentence_line(&line, rec, document, i, &none);
    text_line_add_text(&paragraph, " ");
    text_line_add(&paragraph, line.bytes.data, line.bytes.len, false);
    in_heading = is_heading;
    last_end = sentence.end;
  }
  write_paragraph(r, &paragraph, in_heading, &is_first);
  output_result_end(r->out);
  text_line_free(&line);
  text_line_free(&paragraph);
}

static bool clean(run *r, const record *rec, const warta_document *document, void *payload) {
  (void)payload;
  if (run_is_tsv(r)) {
    sentence_rows_write_tsv(r, rec, document);
  } else if (run_is_json(r)) {
    sentence_rows_write_json(r, rec, document);
  } else {
    /* In a pipe a paragraph is a line: what follows wants text, not a layout. */
    r->style.columns = output_is_terminal(r->out) ? r->style.columns : 0;
    write_text(r, rec, document);
  }
  return true;
}

int cmd_clean(run *r, char **operands, size_t count) {
  return run_whole(r, operands, count, SENTENCE_COLUMNS, clean);
}
