#include <warta/summary.h>

#include "df.h"
#include "document_data.h"
#include "mem.h"
#include "sentence_scores.h"
#include "sentence_terms.h"
#include "status.h"
#include "strmap.h"
#include "summary_choice.h"
#include "summary_options.h"

/* What several articles say is news to all: the mean share of a sentence's weight that stands in
 * another article counts as much as the scores of the method, which know one article each. */
static const double SHARED_GAIN = 0.5;
/* A sentence whose terms all stand in chosen ones already costs more than any score gains. */
static const double REPEAT_COST = 2.0;
/* Two reports of one matter have most names in common: so much repeated weight is no repetition. */
static const double REPEAT_FREE = 0.3;

typedef struct place {
  size_t from; /* into terms */
  size_t end;
} place;

typedef struct joint_term {
  uint32_t id; /* of the term in all documents */
  double idf;
} joint_term;

typedef struct joint {
  wi_choice choice;
  wi_sentence_scores scores; /* of the document at hand */
  wi_strmap names; /* of terms */
  uint32_t *documents; /* by id: how many have it */
  uint32_t *last; /* by id: 1 + the document counted last */
  uint8_t *is_told; /* by id: a chosen sentence has it */
  size_t documents_capacity;
  size_t last_capacity;
  place *places; /* by item */
  size_t places_capacity;
  joint_term *terms;
  size_t term_count;
  size_t term_capacity;
} joint;

static void free_joint(joint *j) {
  wi_strmap_free(&j->names);
  wi_choice_free(&j->choice);
  wi_sentence_scores_free(&j->scores);
  wi_mem_free(j->documents);
  wi_mem_free(j->last);
  wi_mem_free(j->is_told);
  wi_mem_free(j->places);
  wi_mem_free(j->terms);
}

static bool add_name(joint *j, wi_str text, uint32_t document, uint32_t *id) {
  const uint32_t known = j->names.count;
  if (!wi_mem_grow(&j->documents, &j->documents_capacity, known, sizeof *j->documents) ||
      !wi_mem_grow(&j->last, &j->last_capacity, known, sizeof *j->last) ||
      !wi_strmap_add(&j->names, text, id)) {
    return false;
  }
  if (*id == known) {
    j->documents[*id] = 0;
    j->last[*id] = 0;
  }
  if (j->last[*id] != document + 1) {
    j->last[*id] = document + 1;
    j->documents[*id]++;
  }
  return true;
}

static bool add_terms(joint *j, wi_sentence_terms *terms, uint32_t document,
                      const wi_sentence_scores *scores) {
  for (size_t i = 0; i < scores->count; i++) {
    const size_t item = j->choice.count - scores->count + i;
    wi_term_walk walk = wi_sentence_terms_walk(terms, scores->rows[i].sentence);
    if (!wi_mem_grow(&j->places, &j->places_capacity, item, sizeof *j->places)) {
      return false;
    }
    j->places[item].from = j->term_count;
    while (wi_sentence_terms_next(terms, &walk)) {
      uint32_t id = 0;
      if (!wi_mem_grow(&j->terms, &j->term_capacity, j->term_count, sizeof *j->terms) ||
          !add_name(j, wi_document_term_text(terms->document, walk.term), document, &id)) {
        return false;
      }
      j->terms[j->term_count++] = (joint_term){id, terms->idf[walk.term]};
    }
    j->places[item].end = j->term_count;
  }
  return true;
}

static warta_status add_document(joint *j, const warta_document *document, uint32_t index,
                                 const wi_df_view *view, warta_error *error) {
  wi_sentence_scores *scores = &j->scores;
  const warta_status status =
      wi_sentence_scores_make(scores, document, view, j->choice.options, error);
  if (status != WARTA_OK) {
    return status;
  }
  wi_sentence_terms terms;
  const bool fits = wi_sentence_terms_make(&terms, document, view, &scores->arena) &&
                    wi_choice_add(&j->choice, document, index, scores) &&
                    add_terms(j, &terms, index, scores);
  return fits ? WARTA_OK : wi_status_no_memory(error);
}

/* The scores, with the part that other documents share: the mean over the others of the weight that
 * they have in common with the sentence. Both parts together stay from 0 to 1. */
static void add_shared(joint *j, size_t documents) {
  const double others = documents > 1 ? (double)(documents - 1) : 1.0;
  for (size_t i = 0; i < j->choice.count; i++) {
    double shared = 0.0;
    double total = 0.0;
    for (size_t t = j->places[i].from; t < j->places[i].end; t++) {
      shared += j->terms[t].idf * (double)(j->documents[j->terms[t].id] - 1) / others;
      total += j->terms[t].idf;
    }
    const double part = total > 0.0 ? shared / total : 0.0;
    j->choice.items[i].score = (1.0 - SHARED_GAIN) * j->choice.items[i].score + SHARED_GAIN * part;
  }
}

static double cost(void *payload, size_t item) {
  const joint *j = payload;
  double told = 0.0;
  double total = 0.0;
  for (size_t t = j->places[item].from; t < j->places[item].end; t++) {
    told += j->is_told[j->terms[t].id] ? j->terms[t].idf : 0.0;
    total += j->terms[t].idf;
  }
  const double part = total > 0.0 ? told / total : 0.0;
  return part > REPEAT_FREE ? (part - REPEAT_FREE) * REPEAT_COST : 0.0;
}

static void tell(void *payload, size_t item) {
  joint *j = payload;
  for (size_t t = j->places[item].from; t < j->places[item].end; t++) {
    j->is_told[j->terms[t].id] = 1;
  }
}

static warta_status choose(warta_summary_list *list, joint *j, size_t documents,
                           warta_error *error) {
  j->is_told = wi_mem_new(j->names.count, sizeof *j->is_told);
  if (j->is_told == NULL) {
    return wi_status_no_memory(error);
  }
  if (documents > 1) {
    add_shared(j, documents);
    j->choice.cost = cost;
    j->choice.take = tell;
    j->choice.payload = j;
  }
  return wi_choice_make(list, &j->choice) ? WARTA_OK : wi_status_no_memory(error);
}

static warta_status check(const warta_document *const *documents, size_t count,
                          const warta_summary_options *options, warta_error *error) {
  for (size_t i = 1; i < count; i++) {
    if (documents[i]->analyzer != documents[0]->analyzer) {
      return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "documents of several analyzers");
    }
  }
  if (count > UINT32_MAX - 1) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "documents");
  }
  return wi_summary_options_check(options, error);
}

warta_status warta_summary_together(warta_summary_list **out,
                                    const warta_document *const *documents, size_t count,
                                    const warta_df *background,
                                    const warta_summary_options *options, warta_error *error) {
  const warta_summary_options defaults = WARTA_SUMMARY_OPTIONS_INIT;
  joint j = {.names = wi_strmap_make()};
  j.choice.options = options == NULL ? &defaults : options;
  *out = NULL;
  wi_status_clear(error);
  warta_status status = check(documents, count, j.choice.options, error);
  warta_summary_list *list = NULL;
  if (status == WARTA_OK) {
    list = wi_mem_new(1, sizeof *list);
    status = list == NULL ? wi_status_no_memory(error) : WARTA_OK;
  }
  for (size_t i = 0; status == WARTA_OK && i < count; i++) {
    const wi_df_view view = wi_df_view_make(background, documents[i]->analyzer);
    status = add_document(&j, documents[i], (uint32_t)i, &view, error);
  }
  if (status == WARTA_OK) {
    status = choose(list, &j, count, error);
  }
  free_joint(&j);
  if (status != WARTA_OK) {
    warta_summary_free(list);
    return status;
  }
  *out = list;
  return WARTA_OK;
}
