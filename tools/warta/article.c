#include "article.h"

#include "message.h"
#include "number.h"

#include <stdlib.h>

warta_text article_sentence(const warta_document *document, size_t index, buffer *scratch) {
  buffer_clear(scratch);
  buffer_reserve(scratch, 1);
  size_t len = warta_document_sentence_text(document, index, scratch->data, scratch->capacity);
  if (len > scratch->capacity) {
    buffer_reserve(scratch, len);
    len = warta_document_sentence_text(document, index, scratch->data, scratch->capacity);
  }
  return (warta_text){scratch->data, len};
}

static void add_part(text_line *line, warta_text part) {
  if (part.len == 0) {
    return;
  }
  if (line->bytes.len > 0) {
    text_line_add_text(line, " \xC2\xB7 ");
  }
  text_line_add(line, part.text, part.len, false);
}

static void add_word_count(text_line *line, size_t words) {
  char digits[NUMBER_SIZE];
  number_write_count(digits, words);
  text_line_add_text(line, " \xC2\xB7 ");
  text_line_add_text(line, digits);
  text_line_add_text(line, " ");
  text_line_add_text(line, message_counted(MSG_WORD_WORDS, words));
}

void article_write_head(run *r, const record *rec, const warta_document *document) {
  const text_paint title_paint = PAINT_TITLE;
  const text_paint faint = PAINT_FAINT;
  const warta_text title = warta_document_title(document);
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  run_result_begin(r);
  if (title.len > 0) {
    text_line_add(&line, title.text, title.len, false);
    text_wrap(&r->style, &line, 0, &title_paint);
    text_line_clear(&line);
  }
  add_part(&line, rec->id);
  add_part(&line, rec->source);
  add_part(&line, rec->date);
  add_word_count(&line, warta_document_word_count(document));
  text_wrap(&r->style, &line, 0, &faint);
  text_line_free(&line);
}

static int compare_spans(const void *a, const void *b) {
  const warta_span *left = a;
  const warta_span *right = b;
  if (left->start != right->start) {
    return left->start < right->start ? -1 : 1;
  }
  return left->end < right->end ? -1 : left->end > right->end;
}

static size_t join_spans(warta_span *rows, size_t count) {
  size_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    if (kept > 0 && rows[i].start <= rows[kept - 1].end) {
      const size_t end = rows[kept - 1].end;
      rows[kept - 1].end = rows[i].end > end ? rows[i].end : end;
    } else {
      rows[kept++] = rows[i];
    }
  }
  return kept;
}

text_spans article_keyword_spans(const warta_keyword_list *keywords) {
  size_t count = 0;
  for (size_t i = 0; i < warta_keywords_count(keywords); i++) {
    count += warta_keywords_at(keywords, i).count;
  }
  warta_span *rows = memory_new(count, sizeof *rows);
  size_t at = 0;
  for (size_t i = 0; i < warta_keywords_count(keywords); i++) {
    const warta_keyword keyword = warta_keywords_at(keywords, i);
    for (uint32_t s = 0; s < keyword.count; s++) {
      rows[at++] = keyword.spans[s];
    }
  }
  qsort(rows, count, sizeof *rows, compare_spans);
  return (text_spans){rows, join_spans(rows, count)};
}

/* The first label that ends behind the place. */
static size_t first_label(const warta_document *document, size_t place) {
  size_t low = 0;
  size_t high = warta_document_label_count(document);
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (warta_document_label(document, middle).end <= place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* What warta_document_sentence_text does, but knowing where each byte is from. */
void article_sentence_line(text_line *line, const record *rec, const warta_document *document,
                           size_t index, const text_spans *marks) {
  const warta_sentence sentence = warta_document_sentence(document, index);
  const size_t labels = warta_document_label_count(document);
  size_t at = sentence.start;
  text_line_clear(line);
  for (size_t i = first_label(document, at); i < labels && at < sentence.end; i++) {
    const warta_label label = warta_document_label(document, i);
    if (label.start >= sentence.end) {
      break;
    }
    if (label.kind == WARTA_LABEL_TITLE || label.kind == WARTA_LABEL_HEADING) {
      continue;
    }
    if (label.start > at) {
      text_line_add_marked(line, rec->text.text, (warta_span){at, label.start}, marks);
    }
    text_line_add_text(line, " ");
    at = label.end;
  }
  if (at < sentence.end) {
    text_line_add_marked(line, rec->text.text, (warta_span){at, sentence.end}, marks);
  }
}

const char *article_sentence_kind(warta_sentence_kind kind) {
  switch (kind) {
  case WARTA_SENTENCE_BODY:
    return "body";
  case WARTA_SENTENCE_TITLE:
    return "title";
  case WARTA_SENTENCE_HEADING:
    return "heading";
  }
  return "body";
}
