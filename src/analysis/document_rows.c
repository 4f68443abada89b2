/* What a document answers: rows by value, and a sentence as one line of text. */
#include <warta/document.h>

#include <stdbool.h>
#include <string.h>

#include "document_data.h"
#include "utf8.h"

size_t warta_document_sentence_count(const warta_document *document) {
  return document->sentence_count;
}

warta_sentence warta_document_sentence(const warta_document *document, size_t index) {
  const wi_sentence *sentence = &document->sentences[index];
  return (warta_sentence){sentence->start, sentence->end, (warta_sentence_kind)sentence->kind,
                          sentence->words};
}

/* A bounded writer that counts what did not fit, and folds white space. */
typedef struct line_writer {
  char *buffer;
  size_t size;
  size_t len;
  bool space_due;
} line_writer;

static void write_bytes(line_writer *to, const char *bytes, size_t count) {
  if (to->len < to->size) {
    const size_t room = to->size - to->len;
    memcpy(to->buffer + to->len, bytes, count < room ? count : room);
  }
  to->len += count;
}

/* Zero-width signs are kept: they are part of the text, and only white space is folded. */
static bool folds_to_space(uint32_t c) {
  const bool zero_width = c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
  return wi_utf8_is_space(c) && !zero_width;
}

static void write_character(line_writer *to, wi_str text, size_t start, size_t end, uint32_t c) {
  if (folds_to_space(c)) {
    to->space_due = to->len > 0;
    return;
  }
  if (to->space_due) {
    write_bytes(to, " ", 1);
    to->space_due = false;
  }
  if (c == WI_UTF8_BAD) {
    write_bytes(to, "\xEF\xBF\xBD", 3);
  } else {
    write_bytes(to, text.ptr + start, end - start);
  }
}

/* The first label that ends behind `start`; labels are sorted. */
static size_t first_label(const warta_document *document, size_t start) {
  size_t low = 0;
  size_t high = document->label_count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (document->labels[middle].end <= start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

size_t warta_document_sentence_text(const warta_document *document, size_t index, char *buffer,
                                    size_t size) {
  const wi_sentence *sentence = &document->sentences[index];
  line_writer to = {buffer, size, 0, false};
  size_t label = first_label(document, sentence->start);
  size_t at = sentence->start;
  /* The span of a title or heading is labelled too, and is its own sentence. */
  const bool skip = sentence->kind == WARTA_SENTENCE_BODY;
  while (at < sentence->end) {
    while (label < document->label_count && document->labels[label].end <= at) {
      label++;
    }
    if (skip && label < document->label_count && document->labels[label].start <= at) {
      at = document->labels[label].end;
      to.space_due = to.len > 0;
      continue;
    }
    const size_t start = at;
    const uint32_t c = wi_utf8_next(document->text, &at);
    write_character(&to, document->text, start, at, c);
  }
  return to.len;
}

size_t warta_document_label_count(const warta_document *document) {
  return document->label_count;
}

warta_label warta_document_label(const warta_document *document, size_t index) {
  const wi_label *label = &document->labels[index];
  return (warta_label){label->start, label->end, (warta_label_kind)label->kind, label->rule};
}

warta_text warta_document_title(const warta_document *document) {
  return (warta_text){document->title.ptr, document->title.len};
}

size_t warta_document_term_count(const warta_document *document) {
  return document->content_count;
}

warta_term warta_document_term(const warta_document *document, size_t index) {
  const uint32_t id = document->content[index];
  const wi_str text = wi_document_term_text(document, id);
  return (warta_term){text.ptr, text.len, document->term_rows[id].count};
}

size_t warta_document_field_terms(const warta_document *document, warta_field_term *rows,
                                  size_t size) {
  size_t count = 0;
  for (uint32_t id = 0; id < document->terms.count; id++) {
    const wi_doc_term *row = &document->term_rows[id];
    if (row->count == 0 && row->title_count == 0) {
      continue;
    }
    if (count < size) {
      const wi_str text = wi_document_term_text(document, id);
      rows[count] = (warta_field_term){text.ptr,
                                       text.len,
                                       {row->title_count, row->opening_count, row->lead_count,
                                        row->count - row->opening_count - row->lead_count}};
    }
    count++;
  }
  return count;
}

size_t warta_document_acronym_count(const warta_document *document) {
  return document->acronym_count;
}

warta_acronym warta_document_acronym(const warta_document *document, size_t index) {
  return document->acronyms[index];
}

size_t warta_document_word_count(const warta_document *document) {
  return document->words;
}

size_t warta_document_malformed_count(const warta_document *document) {
  return document->malformed;
}

size_t warta_document_malformed_offset(const warta_document *document) {
  return document->malformed_offset;
}
