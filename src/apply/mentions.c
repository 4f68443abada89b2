#include "mentions.h"

#include "mem.h"

#define NO_CANDIDATE UINT32_MAX

typedef struct counter {
  wi_candidates *set;
  const warta_document *document;
  uint32_t *singles; /* by unit: the candidate of this one unit */
  bool *covered; /* by unit: it lies in a phrase that is a candidate */
  uint32_t *fullest; /* by candidate of one unit: the full name it is short for */
} counter;

static bool is_phrase(const wi_candidate *item) {
  return item->units > 1 && wi_candidate_may_rank(item);
}

static void mark_units(counter *to) {
  for (size_t i = 0; i < to->document->unit_count; i++) {
    to->singles[i] = NO_CANDIDATE;
  }
  for (size_t i = 0; i < to->set->occurrence_count; i++) {
    const wi_occurrence *row = &to->set->occurrences[i];
    const wi_candidate *item = &to->set->items[row->candidate];
    if (item->units == 1) {
      to->singles[row->unit] = row->candidate;
    }
    for (uint32_t u = 0; is_phrase(item) && u < item->units; u++) {
      to->covered[row->unit + u] = true;
    }
  }
}

static void count_alone(counter *to) {
  for (size_t i = 0; i < to->set->occurrence_count; i++) {
    const wi_occurrence *row = &to->set->occurrences[i];
    wi_candidate *item = &to->set->items[row->candidate];
    item->alone += item->units > 1 || !to->covered[row->unit];
  }
}

/* A word that is nothing but a name: no acronym, no number, and no root of the dictionary, so that
 * "Presiden Prabowo" and "Otorita IKN" are not taken for a name with its short form. */
static bool is_pure_name(const warta_document *document, const wi_unit *unit) {
  wi_root root;
  return unit->type < WARTA_TOKEN_NUMBER && unit->type != WARTA_TOKEN_ACRONYM &&
         !wi_dictionary_root(document->analyzer->dictionary,
                             wi_document_term_text(document, unit->term), &root);
}

/* The units of the phrase that may stand for all of it, as bits: a name of which every other word
 * is nothing but a name. */
static unsigned short_forms(const warta_document *document, const wi_candidate *item) {
  unsigned pure = 0;
  const unsigned all = (1U << item->units) - 1;
  for (uint32_t u = 0; u < item->units; u++) {
    pure |= (unsigned)is_pure_name(document, &document->units[item->unit + u]) << u;
  }
  unsigned forms = 0;
  for (uint32_t u = 0; u < item->units; u++) {
    const unsigned others = all & ~(1U << u);
    forms |= (unsigned)((pure & others) == others) << u;
  }
  return forms;
}

static void offer_full_name(counter *to, uint32_t id, uint32_t single) {
  const wi_candidate *items = to->set->items;
  const uint32_t known = to->fullest[single];
  if (!wi_candidate_is_name(&items[single])) {
    return;
  }
  if (known == NO_CANDIDATE || items[known].count < items[id].count ||
      (items[known].count == items[id].count && items[known].units < items[id].units)) {
    to->fullest[single] = id;
  }
}

static void find_full_names(counter *to) {
  for (uint32_t id = 0; id < wi_candidates_count(to->set); id++) {
    const wi_candidate *item = &to->set->items[id];
    to->fullest[id] = NO_CANDIDATE;
    if (!is_phrase(item) || !wi_candidate_is_name(item)) {
      continue;
    }
    const unsigned forms = short_forms(to->document, item);
    for (uint32_t u = 0; u < item->units; u++) {
      const wi_unit *unit = &to->document->units[item->unit + u];
      const uint32_t single = to->singles[item->unit + u];
      if ((forms >> u & 1) != 0 && single != NO_CANDIDATE && unit->type != WARTA_TOKEN_ACRONYM) {
        offer_full_name(to, id, single);
      }
    }
  }
}

/* A name has as many echoes as its commonest short form. */
static void count_echoes(counter *to) {
  for (uint32_t id = 0; id < wi_candidates_count(to->set); id++) {
    if (to->fullest[id] == NO_CANDIDATE) {
      continue;
    }
    wi_candidate *full = &to->set->items[to->fullest[id]];
    const uint32_t alone = to->set->items[id].alone;
    full->echoes = alone > full->echoes ? alone : full->echoes;
  }
}

bool wi_mentions_count(wi_candidates *set, const warta_document *document) {
  counter to = {.set = set, .document = document};
  to.singles = wi_mem_new(document->unit_count, sizeof *to.singles);
  to.covered = wi_mem_new(document->unit_count, sizeof *to.covered);
  to.fullest = wi_mem_new(wi_candidates_count(set), sizeof *to.fullest);
  const bool fits = to.singles != NULL && to.covered != NULL && to.fullest != NULL;
  if (fits) {
    mark_units(&to);
    count_alone(&to);
    find_full_names(&to);
    count_echoes(&to);
  }
  wi_mem_free(to.singles);
  wi_mem_free(to.covered);
  wi_mem_free(to.fullest);
  return fits;
}
