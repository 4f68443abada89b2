/* What a document holds; for the analysis floor and those above it. Read only once it is made.
 *
 * Everything above stands on units: the tokens of the text in order, but that the words of an
 * acronym's long form ("Ibu Kota Nusantara") are one unit with the short form's term ("ikn").
 */
#ifndef WI_DOCUMENT_DATA_H
#define WI_DOCUMENT_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/document.h>

#include "analyzer_data.h"
#include "label.h"
#include "sentences.h"
#include "str.h"
#include "strmap.h"

#define WI_NO_TERM UINT32_MAX

typedef struct wi_unit {
  uint32_t start; /* bytes into the text */
  uint32_t end;
  uint32_t sentence; /* WARTA_NO_SENTENCE inside labelled spans */
  uint8_t type; /* warta_token_type; WARTA_TOKEN_ACRONYM for a long form */
  uint8_t flags; /* WARTA_TOKEN_CAPITALISED ... */
  uint8_t label; /* warta_label_kind */
  uint8_t stop; /* warta_stop_group */
  uint32_t term; /* index into terms; WI_NO_TERM for punctuation and symbols */
  uint32_t words; /* words in it: 1, or those of a long form; 0 for punctuation */
} wi_unit;

/* A term of this document. Stop words have terms too, with all counts 0. */
typedef struct wi_doc_term {
  uint32_t count; /* in body and headings, where it is no stop word */
  uint32_t title_count;
  uint32_t opening_count; /* of count, those among the first WARTA_OPENING_TERMS */
  uint32_t lead_count; /* of count, those behind them, among the first WARTA_LEAD_TERMS */
} wi_doc_term;

struct warta_document {
  const warta_analyzer *analyzer;
  wi_str text;
  wi_str title; /* of the options or labelled; ptr NULL if none */
  wi_unit *units;
  size_t unit_count;
  size_t unit_capacity;
  wi_unit *title_units; /* of a title given apart; spans are into `title`, sentence is 0 */
  size_t title_unit_count;
  size_t title_unit_capacity;
  wi_sentence *sentences; /* first and last index units */
  size_t sentence_count;
  size_t sentence_capacity;
  wi_label *labels;
  size_t label_count;
  size_t label_capacity;
  wi_strmap terms; /* term text by id */
  uint32_t marks; /* the memo's count of documents when the first term was numbered */
  wi_doc_term *term_rows;
  size_t term_capacity;
  uint32_t *content; /* ids of terms with count > 0, in order of first occurrence */
  size_t content_count;
  size_t content_capacity;
  warta_acronym *acronyms;
  size_t acronym_count;
  size_t acronym_capacity;
  uint32_t *long_forms; /* of each acronym: the short form's term, n, and the terms of the n words
                           of the long form that are no stop words, which no unit has */
  size_t long_form_length;
  size_t long_form_capacity;
  size_t words;
  size_t malformed;
  size_t malformed_offset;
};

/* The term's text. */
static inline wi_str wi_document_term_text(const warta_document *document, uint32_t term) {
  return wi_strmap_key(&document->terms, term);
}

/* What the unit is written as. */
static inline wi_str wi_document_unit_text(const warta_document *document, const wi_unit *unit) {
  return wi_str_slice(document->text, unit->start, unit->end);
}

/* True for units of article text that may be counted: in a sentence of kind body or heading, with a
 * term, and no stop word. */
static inline bool wi_document_is_content(const warta_document *document, const wi_unit *unit) {
  return unit->term != WI_NO_TERM && unit->stop == WARTA_STOP_NONE &&
         unit->sentence != WARTA_NO_SENTENCE &&
         document->sentences[unit->sentence].kind != WARTA_SENTENCE_TITLE;
}

/* Counts a mention in body or headings; `place` is the number of content terms before it. The
 * document has room for its terms in term_rows, and for one more in content. */
void wi_document_count_content(warta_document *document, uint32_t term, size_t place);

#endif
