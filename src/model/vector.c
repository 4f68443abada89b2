#include "vector.h"

#include <stdbool.h>
#include <stdlib.h>

#include "document_data.h"
#include "df.h"
#include "mem.h"
#include "status.h"
#include "weight.h"

/* Terms of a headline count as in the body, so a term may stand there only. */
static bool collect(warta_vector *vector, warta_vocab *vocab, const warta_document *document,
                    const wi_df_view *background) {
  const uint32_t documents = wi_df_view_documents(background);
  for (uint32_t id = 0; id < document->terms.count; id++) {
    const wi_doc_term *row = &document->term_rows[id];
    const uint32_t tf = row->count + row->title_count;
    if (tf == 0) {
      continue;
    }
    const wi_str text = wi_document_term_text(document, id);
    uint32_t term = 0;
    if (!wi_strmap_add(&vocab->terms, text, &term)) {
      return false;
    }
    const double idf = wi_weight_idf(wi_df_view_lookup(background, text), documents, WARTA_IDF_MAX);
    vector->entries[vector->count++] = (wi_vector_entry){term, tf, wi_weight_log_tf(tf) * idf};
  }
  return true;
}

static int by_term(const void *left, const void *right) {
  const wi_vector_entry *a = left;
  const wi_vector_entry *b = right;
  return (a->term > b->term) - (a->term < b->term);
}

/* The squares are summed in the document's own order, first occurrence first, which does not
 * depend on what the vocabulary held before; so an article has the same weights in any company. */
static void scale_to_one(warta_vector *vector) {
  double sum = 0.0;
  for (size_t i = 0; i < vector->count; i++) {
    sum += vector->entries[i].weight * vector->entries[i].weight;
  }
  const double length = wi_weight_sqrt(sum);
  for (size_t i = 0; i < vector->count; i++) {
    vector->entries[i].weight /= length;
  }
}

warta_status warta_vector_build(warta_vector **out, warta_vocab *vocab,
                                const warta_document *document, const warta_df *background,
                                warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_vector *vector = wi_mem_new(1, sizeof *vector);
  if (vector == NULL) {
    return wi_status_no_memory(error);
  }
  const wi_df_view view = wi_df_view_make(background, document->analyzer);
  vector->vocab = vocab;
  vector->entries = wi_mem_new(document->terms.count, sizeof *vector->entries);
  if (vector->entries == NULL || !collect(vector, vocab, document, &view)) {
    warta_vector_free(vector);
    return wi_status_no_memory(error);
  }
  scale_to_one(vector);
  if (vector->count > 1) {
    qsort(vector->entries, vector->count, sizeof *vector->entries, by_term);
  }
  *out = vector;
  return WARTA_OK;
}

void warta_vector_free(warta_vector *vector) {
  if (vector == NULL) {
    return;
  }
  wi_mem_free(vector->entries);
  wi_mem_free(vector);
}

size_t warta_vector_count(const warta_vector *vector) {
  return vector->count;
}

warta_vector_entry warta_vector_at(const warta_vector *vector, size_t index) {
  const wi_vector_entry *entry = &vector->entries[index];
  const wi_str text = wi_strmap_key(&vector->vocab->terms, entry->term);
  return (warta_vector_entry){text.ptr, text.len, entry->tf, entry->weight};
}
