#include <warta/document.h>

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "acronyms.h"
#include "analyze.h"
#include "document_data.h"
#include "mem.h"
#include "session_data.h"
#include "status.h"
#include "utf8.h"

/* Where the events of a run go: the units of the text, or those of a title given apart. */
typedef struct collector {
  warta_document *document;
  wi_unit **units;
  size_t *count;
  size_t *capacity;
  warta_session *session;
  wi_memo *memo;
  uint32_t number; /* the memo's of the document, when the run began */
} collector;

static bool add_term(warta_document *document, wi_str text, bool is_new, uint32_t *id) {
  const uint32_t known = document->terms.count;
  if (!(is_new ? wi_strmap_append(&document->terms, text, id)
               : wi_strmap_add(&document->terms, text, id))) {
    return false;
  }
  if (*id < known) {
    return true;
  }
  if (!wi_mem_grow(&document->term_rows, &document->term_capacity, known,
                   sizeof *document->term_rows)) {
    return false;
  }
  document->term_rows[known] = (wi_doc_term){0, 0, 0, 0};
  return true;
}

/* A numbered term that has no mark of this document is new to it, unless terms without a number are
 * there, or the memo was emptied since the document began. */
static bool find_term(const collector *to, const wi_word *word, uint32_t *term) {
  if (word->number == WI_MEMO_NONE) {
    return add_term(to->document, word->term, false, term);
  }
  if (wi_memo_id(to->memo, word->number, term)) {
    return true;
  }
  const bool is_new = to->document->terms.hashed == 0 && to->memo->document == to->number;
  if (!add_term(to->document, word->term, is_new, term)) {
    return false;
  }
  wi_memo_set_id(to->memo, word->number, *term);
  return true;
}

/* Room for all tokens at once, as their number is known when the first is told. */
static bool make_room(collector *to) {
  return *to->count < *to->capacity ||
         wi_mem_reserve(to->units, to->capacity, to->session->tokens.count + *to->count,
                        sizeof **to->units);
}

static warta_status collect(void *payload, size_t i, const wi_word *word) {
  collector *to = payload;
  const wi_token *token = &to->session->tokens.items[i];
  uint32_t term = WI_NO_TERM;
  if ((word->term.len > 0 && !find_term(to, word, &term)) || !make_room(to)) {
    return WARTA_ERR_MEMORY;
  }
  (*to->units)[(*to->count)++] = (wi_unit){
      .start = token->start,
      .end = token->end,
      .sentence = token->sentence,
      .term = term,
      .type = token->type,
      .flags = token->flags,
      .label = token->label,
      .stop = word->stop,
      .words = term == WI_NO_TERM ? 0 : 1,
  };
  return WARTA_OK;
}

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

static warta_status collect_text(warta_document *document, warta_session *session,
                                 warta_error *error) {
  collector to = {.document = document,
                  .units = &document->units,
                  .count = &document->unit_count,
                  .capacity = &document->unit_capacity,
                  .session = session,
                  .memo = &session->memo,
                  .number = session->memo.document};
  warta_status status = wi_analyze(session, document->text, collect, &to, error);
  if (status == WARTA_OK && is_all_labelled(document, session)) {
    document->unit_count = 0;
    status = wi_analyze_title(session, document->text, collect, &to, error);
  }
  if (status != WARTA_OK) {
    return status == WARTA_ERR_MEMORY ? wi_status_no_memory(error) : status;
  }
  return keep_layout(document, session) ? WARTA_OK : wi_status_no_memory(error);
}

static warta_status collect_title(warta_document *document, warta_session *session,
                                  warta_error *error) {
  collector to = {.document = document,
                  .units = &document->title_units,
                  .count = &document->title_unit_count,
                  .capacity = &document->title_unit_capacity,
                  .session = session,
                  .memo = &session->memo,
                  .number = session->memo.document};
  const warta_status status = wi_analyze_title(session, document->title, collect, &to, error);
  return status == WARTA_ERR_MEMORY ? wi_status_no_memory(error) : status;
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

void wi_document_count_content(warta_document *document, uint32_t term, size_t place) {
  wi_doc_term *row = &document->term_rows[term];
  if (row->count++ == 0) {
    document->content[document->content_count++] = term;
  }
  if (place < WARTA_OPENING_TERMS) {
    row->opening_count++;
  } else if (place < WARTA_LEAD_TERMS) {
    row->lead_count++;
  }
}

static bool count_terms(warta_document *document) {
  size_t place = 0;
  if (!wi_mem_reserve(&document->content, &document->content_capacity, document->terms.count,
                      sizeof *document->content)) {
    return false;
  }
  count_title_units(document);
  for (size_t i = 0; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->sentence == WARTA_NO_SENTENCE || unit->term == WI_NO_TERM) {
      continue;
    }
    if (document->sentences[unit->sentence].kind == WARTA_SENTENCE_BODY) {
      document->words += unit->words;
    }
    if (wi_document_is_content(document, unit)) {
      wi_document_count_content(document, unit->term, place++);
    } else if (unit->stop == WARTA_STOP_NONE && document->title_unit_count == 0) {
      document->term_rows[unit->term].title_count++;
    }
  }
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
  wi_mem_free(document->content);
  wi_mem_free(document->term_rows);
  wi_strmap_free(&document->terms);
  wi_mem_free(document->labels);
  wi_mem_free(document->sentences);
  wi_mem_free(document->title_units);
  wi_mem_free(document->units);
  wi_mem_free(document);
}
