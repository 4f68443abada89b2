#include "vector.h"

#include <stdbool.h>
#include <stdlib.h>

#include "document_data.h"
#include "df.h"
#include "mem.h"
#include "status.h"
#include "weight.h"

/* How a document is weighed, checked. */
typedef struct plan {
  wi_weighting weighting;
  wi_df_view background;
  warta_vector_options options;
} plan;

int warta_weighting_is_known(warta_text name) {
  wi_weighting weighting;
  return wi_weighting_parse(&weighting, (wi_str){name.text, name.len});
}

static bool is_weight(double weight) {
  return weight >= 0.0 && weight <= 100.0;
}

static warta_status make_plan(plan *out, const warta_document *document,
                              const warta_vector_options *options, warta_error *error) {
  static const warta_vector_options DEFAULTS = WARTA_VECTOR_OPTIONS_INIT;
  out->options = options == NULL ? DEFAULTS : *options;
  const warta_text name = out->options.weighting;
  if (!wi_weighting_parse(&out->weighting, (wi_str){name.text, name.len})) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "weighting");
  }
  if (!is_weight(out->options.title_weight) || !is_weight(out->options.lead_weight) ||
      !is_weight(out->options.body_weight)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "title_weight, lead_weight, body_weight");
  }
  out->background = wi_df_view_make(out->options.background, document->analyzer);
  return WARTA_OK;
}

/* Mentions in the first body sentences, by term. */
static void count_lead(uint32_t *lead, const warta_document *document, uint32_t sentences) {
  uint32_t seen = 0;
  for (size_t i = 0; i < document->sentence_count && seen < sentences; i++) {
    const wi_sentence *sentence = &document->sentences[i];
    if (sentence->kind != WARTA_SENTENCE_BODY) {
      continue;
    }
    seen++;
    for (uint32_t k = sentence->first; k < sentence->last; k++) {
      const wi_unit *unit = &document->units[k];
      if (unit->sentence == i && wi_document_is_content(document, unit)) {
        lead[unit->term]++;
      }
    }
  }
}

/* The tf of every term by its number in the document, and what the local weights ask of all. */
typedef struct fields {
  double *tf;
  wi_weight_scope scope;
} fields;

static void count_fields(fields *out, const uint32_t *lead, const warta_document *document,
                         const warta_vector_options *options) {
  double *tf = out->tf;
  wi_weight_scope *scope = &out->scope;
  uint32_t terms = 0;
  *scope = (wi_weight_scope){0.0, 1.0, 0.0};
  for (uint32_t id = 0; id < document->terms.count; id++) {
    const wi_doc_term *row = &document->term_rows[id];
    tf[id] = options->body_weight * (double)(row->count - lead[id]) +
             options->lead_weight * (double)lead[id] +
             options->title_weight * (double)row->title_count;
    scope->tf_max = tf[id] > scope->tf_max ? tf[id] : scope->tf_max;
    scope->length += tf[id];
    terms += tf[id] > 0.0;
  }
  scope->tf_mean = terms > 0 ? scope->length / (double)terms : 1.0;
}

static bool collect(warta_vector *vector, warta_vocab *vocab, const warta_document *document,
                    const plan *how, const fields *counted) {
  const double *tf = counted->tf;
  const uint32_t documents = wi_df_view_documents(&how->background);
  for (uint32_t id = 0; id < document->terms.count; id++) {
    const wi_doc_term *row = &document->term_rows[id];
    if (!(tf[id] > 0.0)) {
      continue;
    }
    const wi_str text = wi_document_term_text(document, id);
    const uint32_t df = wi_df_view_lookup(&how->background, text);
    const double weight = wi_weight_local(how->weighting.local, tf[id], &counted->scope) *
                          wi_weight_global(how->weighting.global, df, documents, WARTA_IDF_MAX);
    uint32_t term = 0;
    if (!(weight > 0.0)) {
      continue;
    }
    if (!wi_strmap_add(&vocab->terms, text, &term)) {
      return false;
    }
    vector->entries[vector->count++] =
        (wi_vector_entry){term, row->count + row->title_count, weight};
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
static void scale(warta_vector *vector, char norm) {
  double sum = 0.0;
  for (size_t i = 0; i < vector->count; i++) {
    sum += vector->entries[i].weight * vector->entries[i].weight;
  }
  const double length = wi_weight_norm(norm, sum, (double)vector->count);
  for (size_t i = 0; i < vector->count; i++) {
    vector->entries[i].weight /= length;
  }
}

static bool fill(warta_vector *vector, warta_vocab *vocab, const warta_document *document,
                 const plan *how) {
  fields counted = {wi_mem_new(document->terms.count, sizeof(double)), {0.0, 1.0, 0.0}};
  uint32_t *lead = wi_mem_new(document->terms.count, sizeof *lead);
  vector->entries = wi_mem_new(document->terms.count, sizeof *vector->entries);
  bool is_done = counted.tf != NULL && lead != NULL && vector->entries != NULL;
  if (is_done) {
    count_lead(lead, document, how->options.lead_sentences);
    count_fields(&counted, lead, document, &how->options);
    is_done = collect(vector, vocab, document, how, &counted);
  }
  wi_mem_free(counted.tf);
  wi_mem_free(lead);
  return is_done;
}

warta_status warta_vector_build_with(warta_vector **out, warta_vocab *vocab,
                                     const warta_document *document,
                                     const warta_vector_options *options, warta_error *error) {
  plan how;
  *out = NULL;
  wi_status_clear(error);
  const warta_status status = make_plan(&how, document, options, error);
  if (status != WARTA_OK) {
    return status;
  }
  warta_vector *vector = wi_mem_new(1, sizeof *vector);
  if (vector == NULL) {
    return wi_status_no_memory(error);
  }
  vector->vocab = vocab;
  vector->is_unbounded = how.weighting.norm != 'c';
  if (!fill(vector, vocab, document, &how)) {
    warta_vector_free(vector);
    return wi_status_no_memory(error);
  }
  scale(vector, how.weighting.norm);
  if (vector->count > 1) {
    qsort(vector->entries, vector->count, sizeof *vector->entries, by_term);
  }
  *out = vector;
  return WARTA_OK;
}

warta_status warta_vector_build(warta_vector **out, warta_vocab *vocab,
                                const warta_document *document, const warta_df *background,
                                warta_error *error) {
  warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
  options.background = background;
  return warta_vector_build_with(out, vocab, document, &options, error);
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
