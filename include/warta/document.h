/* A document: one article analysed; sentences, labels, terms and acronyms. */
#ifndef WARTA_DOCUMENT_H
#define WARTA_DOCUMENT_H

#include <stddef.h>
#include <stdint.h>

#include <warta/export.h>
#include <warta/label.h>
#include <warta/session.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

typedef struct warta_document warta_document;

typedef struct warta_document_options {
  size_t struct_size;
  warta_text title; /* a headline kept apart from the text; borrowed until the document is freed */
} warta_document_options;

#define WARTA_DOCUMENT_OPTIONS_INIT                                                                \
  {                                                                                                \
    sizeof(warta_document_options), {                                                              \
      0, 0                                                                                         \
    }                                                                                              \
  }

/* *out is owned: free it with warta_document_free. The text is borrowed until then; the session may
 * go earlier. Empty text gives an empty document. Errors: as warta_tokens. */
WARTA_EXPORT WARTA_NODISCARD warta_status
warta_document_analyze(warta_document **out, warta_session *session, const char *text, size_t len,
                       const warta_document_options *options, warta_error *error);

/* Makes the document, whose content is no longer needed, that of another text, in the memory that
 * it has: once it has met the longest text, and the session all words, nothing is allocated. What
 * was borrowed from it is gone. Any session will do. On an error the document is empty and still
 * owned. Errors: as warta_document_analyze. */
WARTA_EXPORT WARTA_NODISCARD warta_status
warta_document_renew(warta_document *document, warta_session *session, const char *text, size_t len,
                     const warta_document_options *options, warta_error *error);

/* NULL is allowed. */
WARTA_EXPORT void warta_document_free(warta_document *document);

typedef enum warta_sentence_kind {
  WARTA_SENTENCE_BODY = 0,
  WARTA_SENTENCE_TITLE = 1,
  WARTA_SENTENCE_HEADING = 2
} warta_sentence_kind;

typedef struct warta_sentence {
  size_t start; /* bytes into the text, half-open */
  size_t end;
  warta_sentence_kind kind;
  uint32_t words; /* tokens that are neither punctuation nor symbol */
} warta_sentence;

WARTA_EXPORT size_t warta_document_sentence_count(const warta_document *document);

/* index < count. */
WARTA_EXPORT warta_sentence warta_document_sentence(const warta_document *document, size_t index);

/* Writes the sentence as one line: white space folded to single spaces, labelled spans left out.
 * Writes at most size bytes, no NUL, and returns the whole length: call again if it is more. */
WARTA_EXPORT size_t warta_document_sentence_text(const warta_document *document, size_t index,
                                                 char *buffer, size_t size);

typedef struct warta_label {
  size_t start;
  size_t end;
  warta_label_kind kind;
  const char *rule; /* the rule that named it; borrowed until the analyzer is freed */
} warta_label;

/* The labelled spans in text order, title and headings among them; they never overlap. */
WARTA_EXPORT size_t warta_document_label_count(const warta_document *document);
WARTA_EXPORT warta_label warta_document_label(const warta_document *document, size_t index);

/* The headline: the title of the options, else the span labelled title; {NULL, 0} if none. */
WARTA_EXPORT warta_text warta_document_title(const warta_document *document);

typedef struct warta_term {
  const char *text; /* borrowed until the document is freed; not NUL-terminated */
  size_t len;
  uint32_t count; /* occurrences in the article, its headline left out */
} warta_term;

/* The terms that are not stop words, in order of first occurrence. */
WARTA_EXPORT size_t warta_document_term_count(const warta_document *document);
WARTA_EXPORT warta_term warta_document_term(const warta_document *document, size_t index);

/* Where a term may stand in an article. What is in the opening is not in the lead as well, nor what
 * is in the lead in the body. */
typedef enum warta_field {
  WARTA_FIELD_TITLE = 0, /* the headline */
  WARTA_FIELD_OPENING = 1, /* the first WARTA_OPENING_TERMS mentions that are no stop words */
  WARTA_FIELD_LEAD = 2, /* those behind them, up to WARTA_LEAD_TERMS */
  WARTA_FIELD_BODY = 3 /* the rest */
} warta_field;

#define WARTA_FIELD_COUNT 4
#define WARTA_OPENING_TERMS 25 /* some two sentences: what is new */
#define WARTA_LEAD_TERMS 60 /* some five */

typedef struct warta_field_term {
  const char *text; /* borrowed until the document is freed; not NUL-terminated */
  size_t len;
  uint32_t counts[WARTA_FIELD_COUNT]; /* by warta_field; stop words are not counted */
} warta_field_term;

/* Writes the terms that stand in any field, each once, at most `size` of them; returns how many
 * there are. They are all that a vector is made of (warta_vector_build_from), and may be stored. */
WARTA_EXPORT size_t warta_document_field_terms(const warta_document *document,
                                               warta_field_term *rows, size_t size);

typedef struct warta_acronym {
  size_t short_start; /* "IKN", where it was introduced */
  size_t short_end;
  size_t long_start; /* "Ibu Kota Nusantara" */
  size_t long_end;
} warta_acronym;

/* Pairs introduced as "Long Form (SHORT)" or "SHORT (Long Form)"; both forms count as one term. */
WARTA_EXPORT size_t warta_document_acronym_count(const warta_document *document);
WARTA_EXPORT warta_acronym warta_document_acronym(const warta_document *document, size_t index);

/* Words of the body, and malformed parts of the UTF-8 that were met. */
WARTA_EXPORT size_t warta_document_word_count(const warta_document *document);
WARTA_EXPORT size_t warta_document_malformed_count(const warta_document *document);
WARTA_EXPORT size_t warta_document_malformed_offset(const warta_document *document); /* the first */

WARTA_END_DECLS

#endif
