#include "df.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analyzer_data.h"
#include "df_data.h"
#include "document_data.h"
#include "mem.h"
#include "status.h"

warta_status wi_df_fail_fingerprint(uint64_t have, uint64_t want, warta_error *error) {
  char detail[48];
  snprintf(detail, sizeof detail, "%016" PRIx64 ", not %016" PRIx64, have, want);
  return wi_status_fail(error, WARTA_MSG_FINGERPRINT, detail);
}

static warta_df *new_table(uint64_t fingerprint) {
  warta_df *df = wi_mem_new(1, sizeof *df);
  if (df != NULL) {
    df->terms = wi_strmap_make();
    df->fingerprint = fingerprint;
  }
  return df;
}

warta_status warta_df_open(warta_df **out, const warta_analyzer *analyzer, warta_error *error) {
  wi_status_clear(error);
  *out = new_table(analyzer->fingerprint);
  return *out == NULL ? wi_status_no_memory(error) : WARTA_OK;
}

warta_status warta_df_open_builtin(warta_df **out, const warta_analyzer *analyzer,
                                   warta_error *error) {
  const wi_dictionary *dictionary = analyzer->dictionary;
  wi_status_clear(error);
  warta_df *df = new_table(wi_dictionary_background_fingerprint(dictionary));
  *out = df;
  if (df == NULL) {
    return wi_status_no_memory(error);
  }
  df->builtin = dictionary;
  df->documents = wi_dictionary_background_documents(dictionary);
  return WARTA_OK;
}

void warta_df_free(warta_df *df) {
  if (df == NULL) {
    return;
  }
  wi_strmap_free(&df->terms);
  wi_mem_free(df->counts);
  wi_mem_free(df);
}

/* Room for the counts comes first, so that a failure leaves no term without a count. */
bool wi_df_count(warta_df *df, wi_str term, uint32_t more) {
  uint32_t id = 0;
  if (!wi_mem_grow(&df->counts, &df->capacity, df->terms.count, sizeof *df->counts)) {
    return false;
  }
  const uint32_t before = df->terms.count;
  if (!wi_strmap_add(&df->terms, term, &id)) {
    return false;
  }
  if (id == before) {
    df->counts[id] = 0;
  }
  df->counts[id] += more;
  return true;
}

static warta_status refuse_builtin(warta_error *error) {
  return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "the built-in table is read only");
}

static bool is_counted(const wi_doc_term *row) {
  return row->count > 0 || row->title_count > 0;
}

/* Takes back what warta_df_add counted before it ran out of memory. Terms that are left with no
 * document are not written. */
static void take_back(warta_df *df, const warta_document *document, uint32_t end) {
  for (uint32_t id = 0; id < end; id++) {
    if (is_counted(&document->term_rows[id])) {
      df->counts[wi_strmap_find(&df->terms, wi_document_term_text(document, id))]--;
    }
  }
}

warta_status warta_df_add(warta_df *df, const warta_document *document, warta_error *error) {
  wi_status_clear(error);
  if (df->builtin != NULL) {
    return refuse_builtin(error);
  }
  if (df->fingerprint != document->analyzer->fingerprint) {
    return wi_df_fail_fingerprint(df->fingerprint, document->analyzer->fingerprint, error);
  }
  if (df->documents == UINT32_MAX) {
    return wi_status_fail(error, WARTA_MSG_COUNT_TOO_LARGE, "documents");
  }
  for (uint32_t id = 0; id < document->terms.count; id++) {
    if (is_counted(&document->term_rows[id]) &&
        !wi_df_count(df, wi_document_term_text(document, id), 1)) {
      take_back(df, document, id);
      return wi_status_no_memory(error);
    }
  }
  df->documents++;
  return WARTA_OK;
}

/* All memory is taken before the first count changes: terms are entered with 0 documents. No count
 * can overflow, as none is larger than its table's number of documents. */
warta_status warta_df_merge(warta_df *df, const warta_df *from, warta_error *error) {
  wi_status_clear(error);
  if (df->builtin != NULL || from->builtin != NULL) {
    return refuse_builtin(error);
  }
  if (from->documents == 0) {
    return WARTA_OK;
  }
  if (df->documents > 0 && df->fingerprint != from->fingerprint) {
    return wi_df_fail_fingerprint(df->fingerprint, from->fingerprint, error);
  }
  if (from->documents > UINT32_MAX - df->documents) {
    return wi_status_fail(error, WARTA_MSG_COUNT_TOO_LARGE, "documents");
  }
  const uint32_t terms = from->terms.count;
  for (uint32_t id = 0; id < terms; id++) {
    if (!wi_df_count(df, wi_strmap_key(&from->terms, id), 0)) {
      return wi_status_no_memory(error);
    }
  }
  for (uint32_t id = 0; id < terms; id++) {
    const uint32_t more = from->counts[id];
    df->counts[wi_strmap_find(&df->terms, wi_strmap_key(&from->terms, id))] += more;
  }
  df->fingerprint = from->fingerprint;
  df->documents += from->documents;
  return WARTA_OK;
}

warta_status warta_df_check(const warta_df *df, const warta_analyzer *analyzer,
                            warta_error *error) {
  wi_status_clear(error);
  if (df->builtin != NULL || df->fingerprint == analyzer->fingerprint) {
    return WARTA_OK;
  }
  return wi_df_fail_fingerprint(df->fingerprint, analyzer->fingerprint, error);
}

uint32_t warta_df_documents(const warta_df *df) {
  return df->documents;
}

uint32_t warta_df_terms(const warta_df *df) {
  if (df->builtin != NULL) {
    return wi_dictionary_background_terms(df->builtin);
  }
  uint32_t terms = 0;
  for (uint32_t id = 0; id < df->terms.count; id++) {
    terms += df->counts[id] > 0;
  }
  return terms;
}

uint64_t warta_df_fingerprint(const warta_df *df) {
  return df->fingerprint;
}

uint32_t warta_df_lookup(const warta_df *df, const char *term, size_t len) {
  const wi_str text = {term, len};
  if (df->builtin != NULL) {
    return wi_dictionary_background(df->builtin, text);
  }
  const uint32_t id = wi_strmap_find(&df->terms, text);
  return id == WI_STRMAP_NONE ? 0 : df->counts[id];
}

wi_df_view wi_df_view_make(const warta_df *background, const warta_analyzer *analyzer) {
  if (background != NULL && background->builtin != NULL) {
    return (wi_df_view){NULL, background->builtin};
  }
  return (wi_df_view){background, analyzer == NULL ? NULL : analyzer->dictionary};
}

uint32_t wi_df_view_documents(const wi_df_view *view) {
  return view->table != NULL ? view->table->documents
                             : wi_dictionary_background_documents(view->builtin);
}

uint32_t wi_df_view_lookup(const wi_df_view *view, wi_str term) {
  return view->table != NULL ? warta_df_lookup(view->table, term.ptr, term.len)
                             : wi_dictionary_background(view->builtin, term);
}
