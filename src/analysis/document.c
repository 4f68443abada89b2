#include <warta/document.h>

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "acronyms.h"
#include "analyze.h"
#include "collect.h"
#include "document_data.h"
#include "mem.h"
#include "session_data.h"
#include "status.h"
#include "utf8.h"

static bool keep_layout(warta_document *document, const warta_session *session) {
  const wi_sentence_array *sentences = &session->sentences;
  const wi_label_array *labels = &session->labels;
  document->malformed = session->malformed;
  document->malformed_offset = session->malformed_offset;
  if (!wi_mem_reserve(&document->sentences, &document->sentence_capacity, sentences->count,
                      sizeof *document->sentences) ||
      !wi_mem_reserve(&document->labels, &document->label_capacity, labels->count,
                      sizeof *document->labels)) {
    return false;
  }
  document->sentence_count = sentences->count;
  document->label_count = labels->count;
  if (sentences->count > 0) {
    memcpy(document->sentences, sentences->items, sentences->count * sizeof *sentences->items);
  }
  if (labels->count > 0) {
    memcpy(document->labels, labels->items, labels->count * sizeof *labels->items);
  }
  return true;
}

/* A text without a word outside labelled spans ("Foto: A" and no more) is all that its reader has:
 * it is read as article, without labels, so that it has sentences as any text. */
static bool is_all_labelled(const warta_document *document, const warta_session *session) {
  bool has_word = false;
  for (size_t i = 0; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->words > 0 && unit->sentence != WARTA_NO_SENTENCE) {
      return false;
    }
    has_word = has_word || unit->words > 0;
  }
  return has_word && session->labels.count > 0;
}

static warta_status analyze(warta_document *document, const wi_unit_list *to,
                            warta_session *session, bool with_labels, warta_error *error) {
  const warta_status status = wi_prepare(session, document->text, with_labels, error);
  return status == WARTA_OK ? wi_collect(document, to, session, document->text, error) : status;
}

static warta_status collect_text(warta_document *document, warta_session *session,
                                 warta_error *error) {
  const wi_unit_list to = {&document->units, &document->unit_count, &document->unit_capacity};
  const bool has_labels = !document->analyzer->labels_off;
  warta_status status = analyze(document, &to, session, has_labels, error);
  if (status == WARTA_OK && is_all_labelled(document, session)) {
    document->unit_count = 0;
    status = analyze(document, &to, session, false, error);
  }
  if (status != WARTA_OK) {
    return status;
  }
  return keep_layout(document, session) ? WARTA_OK : wi_status_no_memory(error);
}

static warta_status collect_title(warta_document *document, warta_session *session,
                                  warta_error *error) {
  const wi_unit_list to = {&document->title_units, &document->title_unit_count,
                           &document->title_unit_capacity};
  const warta_status status = wi_prepare(session, document->title, false, error);
  return status == WARTA_OK ? wi_collect(document, &to, session, document->title, error) : status;
}

/* A title given apart wins; it may stand in the text as well and is then not counted twice. */
static void find_title(warta_document *document) {
  for (size_t i = 0; document->title.ptr == NULL && i < document->label_count; i++) {
    const wi_label *label = &document->labels[i];
    if (label->kind == WARTA_LABEL_TITLE) {
      document->title = wi_str_slice(document->text, label->start, label->end);
    }
  }
}

static void count_title_units(warta_document *document) {
  for (size_t i = 0; i < document->title_unit_count; i++) {
    const wi_unit *unit = &document->title_units[i];
    if (unit->term != WI_NO_TERM && unit->stop == WARTA_STOP_NONE) {
      document->term_rows[unit->term].title_count++;
    }
  }
}

/* Where mentions are counted. */
typedef struct counter {
  wi_doc_term *rows;
  uint32_t *content;
  size_t content_count;
  size_t place; /* content terms so far */
} counter;

/* Whether a mention counts, and whether it is the first, no processor can guess: so both are sums.
 * A place in `content` is written in vain where there is nothing to add. */
static inline void count_mention(counter *to, uint32_t term, uint32_t is_content) {
  wi_doc_term *row = &to->rows[term];
  to->content[to->content_count] = term;
  to->content_count += (row->count == 0) & is_content;
  row->count += is_content;
  if (to->place < WARTA_OPENING_TERMS) {
    row->opening_count += is_content;
  } else if (to->place < WARTA_LEAD_TERMS) {
    row->lead_count += is_content;
  }
  to->place += is_content;
}

void wi_document_count_content(warta_document *document, uint32_t term, size_t place) {
  counter to = {document->term_rows, document->content, document->content_count, place};
  count_mention(&to, term, 1);
  document->content_count = to.content_count;
}

/* A labelled title or none: where one was given apart, it is counted already. */
static void count_title(warta_document *document, uint32_t index) {
  const wi_sentence *sentence = &document->sentences[index];
  for (size_t i = sentence->first; i < sentence->last && document->title_unit_count == 0; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->sentence == index && unit->term != WI_NO_TERM && unit->stop == WARTA_STOP_NONE) {
      document->term_rows[unit->term].title_count++;
    }
  }
}

/* Counts the terms of a sentence of body or headings; returns its words. */
static size_t count_sentence(counter *to, const wi_unit *units, const wi_sentence *sentence,
                             uint32_t index) {
  counter at = *to; /* so that it may stay in registers */
  size_t words = 0;
  for (const wi_unit *unit = units + sentence->first; unit < units + sentence->last; unit++) {
    const bool is_counted = (unit->sentence == index) & (unit->term != WI_NO_TERM);
    words += is_counted ? unit->words : 0;
    count_mention(&at, is_counted ? unit->term : 0, is_counted & (unit->stop == WARTA_STOP_NONE));
  }
  *to = at;
  return words;
}

static bool count_terms(warta_document *document) {
  if (document->terms.count == 0) {
    return true;
  }
  if (!wi_mem_reserve(&document->content, &document->content_capacity,
                      (size_t)document->terms.count + 1, sizeof *document->content)) {
    return false;
  }
  count_title_units(document);
  counter to = {document->term_rows, document->content, 0, 0};
  for (uint32_t i = 0; i < document->sentence_count; i++) {
    const wi_sentence *sentence = &document->sentences[i];
    if (sentence->kind == WARTA_SENTENCE_TITLE) {
      count_title(document, i);
      continue;
    }
    const size_t words = count_sentence(&to, document->units, sentence, i);
    document->words += sentence->kind == WARTA_SENTENCE_BODY ? words : 0;
  }
  document->content_count = to.content_count;
  return true;
}

static warta_status fill(warta_document *document, warta_session *session, warta_error *error) {
  warta_status status = WARTA_OK;
  if (document->title.ptr != NULL) {
    status = collect_title(document, session, error);
  }
  if (status == WARTA_OK) {
    status = collect_text(document, session, error);
  }
  if (status != WARTA_OK) {
    return status;
  }
  find_title(document);
  status = wi_acronyms_apply(document, &session->acronyms, error);
  if (status == WARTA_OK && !count_terms(document)) {
    status = wi_status_no_memory(error);
  }
  return status;
}

/* Forgets what the document holds, and keeps the memory. */
static void empty(warta_document *document) {
  wi_strmap_reset(&document->terms);
  document->title = (wi_str){NULL, 0};
  document->unit_count = 0;
  document->title_unit_count = 0;
  document->sentence_count = 0;
  document->label_count = 0;
  document->content_count = 0;
  document->acronym_count = 0;
  document->long_form_length = 0;
  document->words = 0;
  document->malformed = 0;
  document->malformed_offset = 0;
}

warta_status warta_document_renew(warta_document *document, warta_session *session,
                                  const char *text, size_t len,
                                  const warta_document_options *options, warta_error *error) {
  empty(document);
  wi_status_clear(error);
  if (options != NULL && options->struct_size < sizeof *options) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "struct_size");
  }
  document->analyzer = session->analyzer;
  wi_memo_new_document(&session->memo);
  document->text = (wi_str){len == 0 ? "" : text, len};
  if (options != NULL && options->title.len > 0) {
    document->title = (wi_str){options->title.text, options->title.len};
  }
  const warta_status status = fill(document, session, error);
  if (status != WARTA_OK) {
    empty(document);
  }
  return status;
}

warta_status warta_document_analyze(warta_document **out, warta_session *session, const char *text,
                                    size_t len, const warta_document_options *options,
                                    warta_error *error) {
  *out = NULL;
  warta_document *document = wi_mem_new(1, sizeof *document);
  if (document == NULL) {
    wi_status_clear(error);
    return wi_status_no_memory(error);
  }
  document->terms = wi_strmap_make();
  const warta_status status = warta_document_renew(document, session, text, len, options, error);
  if (status != WARTA_OK) {
    warta_document_free(document);
    return status;
  }
  *out = document;
  return WARTA_OK;
}

void warta_document_free(warta_document *document) {
  if (document == NULL) {
    return;
  }
  wi_mem_free(document->acronyms);
  wi_mem_free(document->long_forms);
  wi_mem_free(document->content);
  wi_mem_free(document->term_rows);
  wi_strmap_free(&document->terms);
  wi_mem_free(document->labels);
  wi_mem_free(document->sentences);
  wi_mem_free(document->title_units);
  wi_mem_free(document->units);
  wi_mem_free(document);
}
