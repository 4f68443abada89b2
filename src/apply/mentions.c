#include "mentions.h"

#include "name_roles.h"
#include "name_runs.h"

typedef struct counter {
  wi_candidates *set;
  const warta_document *document;
  uint32_t *reach; /* by unit: the furthest end of the longer candidates that begin up to here */
  uint32_t *fullest; /* by candidate of one unit: the full name it is short for */
} counter;

static bool is_phrase(const wi_candidate *item) {
  return item->units > 1 && wi_candidate_may_rank(item);
}

/* Lets the candidates of one length reach over the units in them. */
static void extend_reach(counter *to, size_t from, size_t behind) {
  for (size_t i = from; i < behind; i++) {
    const wi_occurrence *row = &to->set->occurrences[i];
    const wi_candidate *item = &to->set->items[row->candidate];
    const uint32_t end = row->unit + item->units;
    if (is_phrase(item) && row->place != WI_OCCURRENCE_PART && to->reach[row->unit] < end) {
      to->reach[row->unit] = end;
    }
  }
  for (size_t i = 1; i < to->document->unit_count; i++) {
    if (to->reach[i] < to->reach[i - 1]) {
      to->reach[i] = to->reach[i - 1];
    }
  }
}

/* The longest first: each length is looked at when only longer ones reach. */
static void count_alone(counter *to) {
  size_t behind = to->set->occurrence_count;
  while (behind > 0) {
    const uint8_t units = to->set->items[to->set->occurrences[behind - 1].candidate].units;
    size_t from = behind;
    while (from > 0 && to->set->items[to->set->occurrences[from - 1].candidate].units == units) {
      const wi_occurrence *row = &to->set->occurrences[--from];
      const bool covered = to->reach[row->unit] >= row->unit + units;
      to->set->items[row->candidate].alone +=
          row->place == WI_OCCURRENCE_TAIL || (row->place != WI_OCCURRENCE_PART && !covered);
    }
    if (units > 1) {
      extend_reach(to, from, behind);
    }
    behind = from;
  }
}

/* The units of the phrase that may stand for all of it, as bits: a name of which every other word
 * is nothing but a name. */
static unsigned short_forms(const warta_document *document, const wi_candidate *item) {
  unsigned pure = 0;
  const unsigned all = (1U << item->units) - 1;
  for (uint32_t u = 0; u < item->units; u++) {
    pure |= (unsigned)wi_name_is_pure(document, &document->units[item->unit + u]) << u;
  }
  unsigned forms = 0;
  for (uint32_t u = 0; u < item->units; u++) {
    const wi_unit *unit = &document->units[item->unit + u];
    const unsigned others = all & ~(1U << u);
    /* "Indonesia" is not short for "Sagami Indonesia". */
    const bool is_place = wi_name_role_of(document, unit) == WI_ROLE_PLACE;
    forms |= (unsigned)(!is_place && (pure & others) == others) << u;
  }
  return forms;
}

static void offer_full_name(counter *to, uint32_t id, uint32_t single) {
  const wi_candidate *items = to->set->items;
  const uint32_t known = to->fullest[single];
  if (!wi_candidate_is_name(&items[single])) {
    return;
  }
  if (known == WI_NO_CANDIDATE || items[known].count < items[id].count ||
      (items[known].count == items[id].count && items[known].units < items[id].units)) {
    to->fullest[single] = id;
  }
}

static void find_full_names(counter *to) {
  for (uint32_t id = 0; id < to->set->count; id++) {
    const wi_candidate *item = &to->set->items[id];
    to->fullest[id] = WI_NO_CANDIDATE;
    if (!is_phrase(item) || !wi_candidate_is_name(item)) {
      continue;
    }
    const unsigned forms = short_forms(to->document, item);
    for (uint32_t u = 0; u < item->units; u++) {
      const wi_unit *unit = &to->document->units[item->unit + u];
      const uint32_t single = wi_candidates_single(to->set, to->document, unit->term);
      if ((forms >> u & 1) != 0 && single != WI_NO_CANDIDATE && unit->type != WARTA_TOKEN_ACRONYM) {
        offer_full_name(to, id, single);
      }
    }
  }
}

/* A name has as many echoes as its commonest short form. */
static void count_echoes(counter *to) {
  for (uint32_t id = 0; id < to->set->count; id++) {
    if (to->fullest[id] == WI_NO_CANDIDATE) {
      continue;
    }
    wi_candidate *full = &to->set->items[to->fullest[id]];
    wi_candidate *item = &to->set->items[id];
    const uint32_t alone = item->alone;
    item->next_short = full->first_short;
    full->first_short = id;
    full->echoes = alone > full->echoes ? alone : full->echoes;
  }
}

bool wi_mentions_count(wi_candidates *set, const warta_document *document, wi_arena *arena) {
  counter to = {.set = set, .document = document};
  to.reach = wi_arena_new(arena, document->unit_count, sizeof *to.reach);
  to.fullest = wi_arena_take(arena, set->count, sizeof *to.fullest);
  if (to.reach == NULL || to.fullest == NULL) {
    return false;
  }
  count_alone(&to);
  find_full_names(&to);
  count_echoes(&to);
  return true;
}
