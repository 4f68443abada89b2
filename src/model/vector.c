#include "vector.h"

#include <stdbool.h>

#include "document_data.h"
#include "df.h"
#include "exact_sum.h"
#include "mem.h"
#include "status.h"
#include "weight.h"

/* How an article is weighed, checked. */
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

static warta_status make_plan(plan *out, const warta_analyzer *analyzer,
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
  if (!(out->options.opening_share >= 0.0 && out->options.opening_share <= 1.0)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "opening_share");
  }
  if (analyzer == NULL && out->options.background == NULL) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "background");
  }
  if (out->weighting.norm != 'c') {
    out->options.opening_share = 0.0; /* shares are of a length of 1 */
  }
  out->background = wi_df_view_make(out->options.background, analyzer);
  return WARTA_OK;
}

double wi_vector_tf(const uint32_t counts[WARTA_FIELD_COUNT], const warta_vector_options *options,
                    warta_vector_part part) {
  const double title = options->title_weight * (double)counts[WARTA_FIELD_TITLE];
  const double opening = (double)counts[WARTA_FIELD_OPENING];
  if (part == WARTA_PART_OPENING) {
    return opening + title;
  }
  return options->body_weight * (double)counts[WARTA_FIELD_BODY] +
         options->lead_weight * (opening + (double)counts[WARTA_FIELD_LEAD]) + title;
}

static uint32_t mentions_in(const warta_field_term *row, warta_vector_part part) {
  const uint32_t early = row->counts[WARTA_FIELD_TITLE] + row->counts[WARTA_FIELD_OPENING];
  return part == WARTA_PART_OPENING
             ? early
             : early + row->counts[WARTA_FIELD_LEAD] + row->counts[WARTA_FIELD_BODY];
}

/* What the local weights ask of all terms. */
static wi_weight_scope scope_of(const warta_field_terms *terms, const warta_vector_options *options,
                                warta_vector_part part) {
  wi_weight_scope scope = {0.0, 1.0, 0.0};
  uint32_t present = 0;
  for (size_t i = 0; i < terms->count; i++) {
    const double tf = wi_vector_tf(terms->rows[i].counts, options, part);
    scope.tf_max = tf > scope.tf_max ? tf : scope.tf_max;
    scope.length += tf;
    present += tf > 0.0;
  }
  scope.tf_mean = present > 0 ? scope.length / (double)present : 1.0;
  return scope;
}

/* Exact, so that the order of the terms leaves no trace. */
typedef struct sum_of_squares {
  wi_exact_sum sum;
  size_t terms;
} sum_of_squares;

static void add_square(sum_of_squares *to, double weight) {
  wi_exact_add(&to->sum, weight * weight);
  to->terms++;
}

enum { PARTS = 2 };

static double global_of(const plan *how, wi_str text) {
  return wi_weight_global(how->weighting.global, wi_df_view_lookup(&how->background, text),
                          wi_df_view_documents(&how->background), WARTA_IDF_MAX);
}

/* Remembers nothing of any other table or letter. */
static void begin_known(warta_vocab *vocab, const plan *how) {
  if (vocab->known_of != how->background.builtin || vocab->known_letter != how->weighting.global) {
    vocab->known_of = how->background.builtin;
    vocab->known_letter = how->weighting.global;
    vocab->known_count = 0;
  }
}

/* A table of the caller's may change from one article to the next. False: no memory. */
static bool find_global(double *out, warta_vocab *vocab, const plan *how, uint32_t term) {
  const wi_str text = wi_strmap_key(&vocab->terms, term);
  if (how->background.table != NULL) {
    *out = global_of(how, text);
    return true;
  }
  for (; vocab->known_count <= term; vocab->known_count++) {
    if (!wi_mem_grow(&vocab->known, &vocab->known_capacity, vocab->known_count,
                     sizeof *vocab->known)) {
      return false;
    }
    vocab->known[vocab->known_count] = 0.0;
  }
  if (!(vocab->known[term] > 0.0)) {
    vocab->known[term] = global_of(how, text);
  }
  *out = vocab->known[term];
  return true;
}

static bool collect(warta_vector *vector, warta_vocab *vocab, const warta_field_terms *terms,
                    const plan *how, sum_of_squares *squares) {
  const int parts = how->options.opening_share > 0.0 ? PARTS : 1;
  wi_weight_scope scopes[PARTS];
  begin_known(vocab, how);
  for (int part = 0; part < parts; part++) {
    scopes[part] = scope_of(terms, &how->options, (warta_vector_part)part);
  }
  for (size_t i = 0; i < terms->count; i++) {
    const warta_field_term *row = &terms->rows[i];
    double global = 0.0;
    uint32_t term = 0;
    if (!wi_strmap_add(&vocab->terms, (wi_str){row->text, row->len}, &term) ||
        !find_global(&global, vocab, how, term)) {
      return false;
    }
    for (int k = 0; k < parts; k++) {
      const warta_vector_part part = (warta_vector_part)k;
      const double tf = wi_vector_tf(row->counts, &how->options, part);
      const double weight =
          tf > 0.0 ? global * wi_weight_local(how->weighting.local, tf, &scopes[k]) : 0.0;
      if (!(weight > 0.0)) {
        continue;
      }
      add_square(&squares[k], weight);
      vector->entries[vector->count++] =
          (wi_vector_entry){wi_vector_slot(term, part), mentions_in(row, part), weight};
    }
  }
  return true;
}

/* One pass of a radix sort, by eight bits of the slot. */
static void sort_by_byte(wi_vector_entry *to, const wi_vector_entry *from, size_t count,
                         unsigned shift) {
  size_t places[257] = {0};
  for (size_t i = 0; i < count; i++) {
    places[(from[i].slot >> shift & 255) + 1]++;
  }
  for (size_t byte = 1; byte < 256; byte++) {
    places[byte] += places[byte - 1];
  }
  for (size_t i = 0; i < count; i++) {
    to[places[from[i].slot >> shift & 255]++] = from[i];
  }
}

/* Two passes do, until a vocabulary has 32,768 terms, and then three. False: no memory. */
static bool sort_entries(warta_vector *vector) {
  uint32_t highest = 0;
  wi_vector_entry *other = wi_mem_new(vector->count, sizeof *other);
  if (other == NULL) {
    return false;
  }
  for (size_t i = 0; i < vector->count; i++) {
    highest = vector->entries[i].slot > highest ? vector->entries[i].slot : highest;
  }
  for (unsigned shift = 0; shift < 32 && highest >> shift > 0; shift += 8) {
    wi_vector_entry *sorted = other;
    sort_by_byte(sorted, vector->entries, vector->count, shift);
    other = vector->entries;
    vector->entries = sorted;
  }
  wi_mem_free(other);
  return true;
}

/* Each part to its length, the root of its share; so the product of two vectors is the weighted
 * sum of the parts' cosines. A part without a term leaves its share to the other. */
static void scale(warta_vector *vector, const plan *how, const sum_of_squares *squares) {
  const double share = how->options.opening_share;
  const double shares[PARTS] = {1.0 - share, share};
  double factors[PARTS];
  for (int part = 0; part < PARTS; part++) {
    const sum_of_squares *own = &squares[part];
    const double norm =
        wi_weight_norm(how->weighting.norm, wi_exact_value(&own->sum), (double)own->terms);
    const bool is_alone = squares[1 - part].terms == 0;
    factors[part] = own->terms == 0 ? 0.0 : (is_alone ? 1.0 : wi_weight_sqrt(shares[part])) / norm;
  }
  for (size_t i = 0; i < vector->count; i++) {
    vector->entries[i].weight *= factors[wi_slot_part(vector->entries[i].slot)];
  }
}

static bool fill(warta_vector *vector, warta_vocab *vocab, const warta_field_terms *terms,
                 const plan *how) {
  sum_of_squares squares[PARTS] = {{{0.0, 0.0}, 0}, {{0.0, 0.0}, 0}};
  vector->entries = wi_mem_new(terms->count, PARTS * sizeof *vector->entries);
  if (vector->entries == NULL || !collect(vector, vocab, terms, how, squares)) {
    return false;
  }
  scale(vector, how, squares);
  return sort_entries(vector);
}

warta_status warta_vector_build_from(warta_vector **out, warta_vocab *vocab,
                                     const warta_field_terms *terms,
                                     const warta_vector_options *options, warta_error *error) {
  plan how;
  *out = NULL;
  wi_status_clear(error);
  const warta_status status = make_plan(&how, terms->analyzer, options, error);
  if (status != WARTA_OK) {
    return status;
  }
  warta_vector *vector = wi_mem_new(1, sizeof *vector);
  if (vector == NULL) {
    return wi_status_no_memory(error);
  }
  vector->vocab = vocab;
  vector->is_unbounded = how.weighting.norm != 'c';
  if (!fill(vector, vocab, terms, &how)) {
    warta_vector_free(vector);
    return wi_status_no_memory(error);
  }
  *out = vector;
  return WARTA_OK;
}

warta_status warta_vector_build_with(warta_vector **out, warta_vocab *vocab,
                                     const warta_document *document,
                                     const warta_vector_options *options, warta_error *error) {
  const size_t most = document->terms.count;
  warta_field_term *rows = wi_mem_new(most, sizeof *rows);
  *out = NULL;
  if (rows == NULL) {
    return wi_status_no_memory(error);
  }
  const warta_field_terms terms = {rows, warta_document_field_terms(document, rows, most),
                                   document->analyzer};
  const warta_status status = warta_vector_build_from(out, vocab, &terms, options, error);
  wi_mem_free(rows);
  return status;
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
  const wi_str text = wi_strmap_key(&vector->vocab->terms, wi_slot_term(entry->slot));
  return (warta_vector_entry){text.ptr, text.len, entry->tf, entry->weight,
                              wi_slot_part(entry->slot)};
}
