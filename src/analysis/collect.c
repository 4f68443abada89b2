#include "collect.h"

#include <stdbool.h>
#include <stdint.h>

#include "analyze.h"
#include "mem.h"
#include "status.h"
#include "term_lookup.h"

typedef struct collector {
  warta_document *document;
  warta_session *session;
  wi_memo *memo;
  wi_str text;
  bool is_marking; /* a numbered term without a mark of the document is new to it */
} collector;

static bool add_row(warta_document *document, uint32_t id) {
  if (id >= document->term_capacity && !wi_mem_grow(&document->term_rows, &document->term_capacity,
                                                    id, sizeof *document->term_rows)) {
    return false;
  }
  document->term_rows[id] = (wi_doc_term){0, 0, 0, 0};
  return true;
}

/* A term that the document may have: looked for by its text. */
static bool add_term(warta_document *document, wi_str text, uint32_t *id) {
  const uint32_t known = document->terms.count;
  return wi_strmap_add(&document->terms, text, id) && (*id < known || add_row(document, *id));
}

/* A term that the document has not. The text of a known word's term lies in the dictionary, which
 * outlives the document. */
static bool put_term(const collector *to, uint32_t number, uint32_t *id) {
  wi_strmap *terms = &to->document->terms;
  const wi_memo *memo = to->memo;
  const bool is_put = number < memo->known.terms
                          ? wi_strmap_borrow(terms, wi_known_text(&memo->known, number), id)
                          : wi_strmap_append(terms, wi_memo_term(memo, number), id);
  return is_put && add_row(to->document, *id);
}

/* The document's number of the term that has this one in the memo. */
static inline bool number_term(const collector *to, uint32_t number, uint32_t *term) {
  if (wi_memo_id(to->memo, number, term)) {
    return true;
  }
  const bool is_new = to->is_marking && to->document->terms.hashed == 0;
  if (!(is_new ? put_term(to, number, term)
               : add_term(to->document, wi_memo_term(to->memo, number), term))) {
    return false;
  }
  wi_memo_set_id(to->memo, number, *term);
  return true;
}

/* Any token: what stands in no row, or has not been asked for its stem. */
static warta_status look_up(const collector *to, const wi_token *token, wi_unit *unit,
                            warta_error *error) {
  wi_word word;
  if (!wi_token_is_word(token)) {
    return WARTA_OK;
  }
  const warta_status status = wi_lookup_term(to->session, token, to->text, &word, error);
  if (status != WARTA_OK) {
    return status;
  }
  unit->stop = wi_stop_of(token, word.stop);
  if (word.term.len == 0) {
    return WARTA_OK;
  }
  unit->words = 1;
  const bool done = word.number == WI_MEMO_NONE ? add_term(to->document, word.term, &unit->term)
                                                : number_term(to, word.number, &unit->term);
  return done ? WARTA_OK : wi_status_no_memory(error);
}

/* Field by field: a whole unit put together elsewhere would wait for its bytes. */
static inline void set_unit(wi_unit *unit, const wi_token *token) {
  unit->start = token->start;
  unit->end = token->end;
  unit->sentence = token->sentence;
  unit->type = token->type;
  unit->flags = token->flags;
  unit->label = token->label;
  unit->stop = WARTA_STOP_NONE;
  unit->term = WI_NO_TERM;
  unit->words = 0;
}

/* Nine words in ten stand in a row that knows their stem. */
static inline warta_status collect_token(const collector *to, wi_lookup *at, const wi_token *token,
                                         wi_unit *unit, warta_error *error) {
  set_unit(unit, token);
  const wi_memo_row *row = wi_lookup_plain(at, token);
  const uint32_t stem = row == NULL ? WI_MEMO_NONE : wi_lookup_stem(at, token, row);
  if (stem == WI_MEMO_NONE) {
    return look_up(to, token, unit, error);
  }
  unit->stop = wi_stop_of(token, row->stop);
  unit->words = 1;
  return number_term(to, wi_memo_stem_term(stem), &unit->term) ? WARTA_OK
                                                               : wi_status_no_memory(error);
}

warta_status wi_collect(warta_document *document, const wi_unit_list *out, warta_session *session,
                        wi_str text, warta_error *error) {
  const wi_token_array *tokens = &session->tokens;
  if (tokens->count == 0) {
    return WARTA_OK;
  }
  if (!wi_mem_reserve(out->items, out->capacity, *out->count + tokens->count,
                      sizeof **out->items)) {
    return wi_status_no_memory(error);
  }
  if (document->terms.count == 0) {
    document->marks = session->memo.document;
  }
  const collector to = {.document = document,
                        .session = session,
                        .memo = &session->memo,
                        .text = text,
                        .is_marking = document->marks == session->memo.document};
  wi_lookup at = wi_lookup_start(session, text);
  warta_status status = WARTA_OK;
  wi_unit *unit = *out->items + *out->count;
  for (size_t i = 0; status == WARTA_OK && i < tokens->count; i++) {
    status = collect_token(&to, &at, &tokens->items[i], unit++, error);
  }
  *out->count += tokens->count;
  return status;
}
