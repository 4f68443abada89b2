#include "sentence_terms.h"

#include <string.h>

#include "weight.h"

/* Rare words would make a sentence of names the centre of the article. */
static const double IDF_CAP = 5.0;

static void add_term(wi_sentence_terms *to, uint32_t term, double idf) {
  const wi_doc_term *row = &to->document->term_rows[term];
  const double weight = (double)row->count * idf;
  to->idf[term] = idf;
  to->weights[term] = weight;
  to->total += weight;
  to->length += weight * weight;
  to->heaviest = weight > to->heaviest ? weight : to->heaviest;
  if (row->title_count > 0) {
    to->title_total += idf;
    to->title_length += idf * idf;
  }
}

bool wi_sentence_terms_make(wi_sentence_terms *out, const warta_document *document,
                            const wi_df_view *background, wi_arena *arena) {
  const uint32_t count = document->terms.count;
  const uint32_t documents = wi_df_view_documents(background);
  *out = (wi_sentence_terms){.document = document};
  out->idf = wi_arena_new(arena, count, sizeof *out->idf);
  out->weights = wi_arena_new(arena, count, sizeof *out->weights);
  out->stamps = wi_arena_new(arena, count, sizeof *out->stamps);
  if (out->idf == NULL || out->weights == NULL || out->stamps == NULL) {
    return false;
  }
  for (uint32_t term = 0; term < count; term++) {
    const wi_doc_term *row = &document->term_rows[term];
    if (row->count > 0 || row->title_count > 0) {
      const uint32_t df = wi_df_view_lookup(background, wi_document_term_text(document, term));
      add_term(out, term, wi_weight_idf(df, documents, IDF_CAP));
    }
  }
  out->length = wi_weight_sqrt(out->length);
  out->title_length = wi_weight_sqrt(out->title_length);
  return true;
}

wi_term_walk wi_sentence_terms_walk(const wi_sentence_terms *terms, uint32_t sentence) {
  return (wi_term_walk){.sentence = sentence, .unit = terms->document->sentences[sentence].first};
}

bool wi_sentence_terms_next(wi_sentence_terms *terms, wi_term_walk *walk) {
  const warta_document *document = terms->document;
  const uint32_t end = document->sentences[walk->sentence].last;
  for (; walk->unit < end; walk->unit++) {
    const wi_unit *unit = &document->units[walk->unit];
    if (unit->sentence != walk->sentence || unit->term == WI_NO_TERM ||
        unit->stop != WARTA_STOP_NONE || terms->stamps[unit->term] == walk->sentence + 1) {
      continue;
    }
    walk->term = unit->term;
    walk->before = terms->stamps[unit->term] - 1; /* 0 is never: WI_NO_SENTENCE */
    walk->at = walk->unit++;
    terms->stamps[unit->term] = walk->sentence + 1;
    return true;
  }
  return false;
}

void wi_sentence_terms_rewind(wi_sentence_terms *terms) {
  const size_t count = terms->document->terms.count;
  if (count > 0) {
    memset(terms->stamps, 0, count * sizeof *terms->stamps);
  }
}
