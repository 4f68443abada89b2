#include "candidates.h"

#include <string.h>

#include "hash.h"
#include "mem.h"
#include "name_roles.h"
#include "name_runs.h"
#include "unit_classes.h"

typedef struct finder {
  wi_candidates *set;
  const warta_document *document;
  const wi_unit_role *roles;
  wi_arena *arena;
  uint32_t *places; /* words of the article before each unit */
  uint32_t *found; /* by unit: the longest candidate found there */
  uint8_t *reach; /* by unit: its length; 0: none */
  uint32_t *starts; /* units where longer ones may begin, rising */
  size_t start_count;
  wi_name_runs names;
  uint32_t max_units;
} finder;

/* By itself no subject: menjaga, terkendali, tepat, sektor. */
static bool is_weak(const finder *find, size_t at) {
  const uint8_t kind = find->roles[at].kind;
  return kind == WI_UNIT_VERB || kind == WI_UNIT_STATE || kind == WI_UNIT_GENERAL;
}

/* Where a row of units stands among the names of the text. */
static wi_occurrence_place place_of(const finder *find, size_t start, uint32_t units) {
  const wi_name_runs *names = &find->names;
  const size_t end = start + units;
  if (units == 1 && is_weak(find, start)) {
    return WI_OCCURRENCE_WEAK;
  }
  if (names->first[start] == start && names->last[end - 1] == end && names->serves[start]) {
    return WI_OCCURRENCE_PART;
  }
  if (names->tail[start] == end) {
    /* DPR RI in Komisi XI DPR RI is no mention of its own. */
    const bool is_numbered = find->roles[start - 1].kind == WI_UNIT_TAIL;
    return is_numbered ? WI_OCCURRENCE_WHOLE : WI_OCCURRENCE_TAIL;
  }
  if (names->first[start] != WI_NO_NAME && names->first[end - 1] != WI_NO_NAME &&
      names->first[start] != names->first[end - 1]) {
    return WI_OCCURRENCE_PART;
  }
  const bool begins = names->first[start] == WI_NO_NAME || names->first[start] == start;
  const bool ends = names->first[end - 1] == WI_NO_NAME || names->last[end - 1] == end;
  return begins && ends ? WI_OCCURRENCE_WHOLE : WI_OCCURRENCE_PART;
}

static bool is_name_here(const finder *find, size_t start, uint32_t units) {
  const wi_name_runs *names = &find->names;
  return names->tail[start] == start + units ||
         (names->first[start] == start && names->last[start] == start + units);
}

/* The units of the office that stands straight before the name: 2 in Menteri Keuangan Sri Mulyani.
 */
static uint8_t office_before(const finder *find, size_t start, uint32_t units) {
  const wi_name_runs *names = &find->names;
  if (start == 0 || names->first[start] != start || names->last[start] != start + units) {
    return 0;
  }
  const uint32_t office = names->first[start - 1];
  const bool serves = office != WI_NO_NAME && names->serves[office] &&
                      names->last[office] == start && start - office <= WI_CANDIDATE_MAX_UNITS;
  return serves ? (uint8_t)(start - office) : 0;
}

/* "Kota" and "Presiden" are written as names for what follows them. */
static bool is_proper(const finder *find, size_t at) {
  const uint8_t role = find->roles[at].role;
  return role == WI_ROLE_NONE || role == WI_ROLE_PLACE || role == WI_ROLE_GIVEN;
}

/* Komisi XI DPR RI has three, Liga 1 two: a number counts for the word that it stands with. */
static uint8_t count_words(const finder *find, size_t start, uint32_t units) {
  unsigned words = 0;
  unsigned tails = 0;
  for (uint32_t i = 0; i < units; i++) {
    const uint8_t kind = find->roles[start + i].kind;
    words += kind != WI_UNIT_LINK && kind != WI_UNIT_TAIL;
    tails += kind == WI_UNIT_TAIL;
  }
  return (uint8_t)(words + (words == 1 && tails > 0));
}

static wi_candidate new_candidate(const finder *find, size_t start, uint32_t units) {
  const uint8_t first = find->roles[start].kind;
  const uint8_t last = find->roles[start + units - 1].kind;
  const bool is_phrase = (first == WI_UNIT_CONTENT || first == WI_UNIT_GENERAL) &&
                         last != WI_UNIT_LINK && (units > 1 || last == WI_UNIT_CONTENT);
  return (wi_candidate){.unit = (uint32_t)start,
                        .place = find->places[start],
                        .units = (uint8_t)units,
                        .words = count_words(find, start, units),
                        .role = find->roles[start].role,
                        .first_short = WI_NO_CANDIDATE,
                        .next_short = WI_NO_CANDIDATE,
                        .usable = is_phrase || (units == 1 && is_weak(find, start))};
}

/* Where the row of terms stands in the table, or the free slot for it. Linear probing; at most half
 * of the slots are full. */
static size_t find_slot(const finder *find, size_t start, uint32_t units) {
  const wi_candidates *set = find->set;
  const wi_unit *rows = &find->document->units[start];
  uint32_t terms[WI_CANDIDATE_MAX_UNITS];
  for (uint32_t i = 0; i < units; i++) {
    terms[i] = rows[i].term;
  }
  const wi_str key = {(const char *)terms, units * sizeof terms[0]};
  size_t slot = (size_t)wi_hash(key, set->seed) & (set->slot_count - 1);
  for (; set->slots[slot] != 0; slot = (slot + 1) & (set->slot_count - 1)) {
    const wi_candidate *item = &set->items[set->slots[slot] - 1];
    const wi_unit *own = &find->document->units[item->unit];
    uint32_t same = 0;
    while (item->units == units && same < units && own[same].term == terms[same]) {
      same++;
    }
    if (same == units) {
      break;
    }
  }
  return slot;
}

/* Room for one more phrase in the table. */
static bool make_slots(finder *find) {
  enum { FIRST_SLOTS = 128 };
  wi_candidates *set = find->set;
  if (set->phrase_count < set->slot_count / 2) {
    return true;
  }
  set->slot_count = set->slot_count == 0 ? FIRST_SLOTS : set->slot_count * 2;
  set->slots = wi_arena_new(find->arena, set->slot_count, sizeof *set->slots);
  for (uint32_t id = 0; set->slots != NULL && id < set->count; id++) {
    const wi_candidate *item = &set->items[id];
    if (item->units > 1) {
      set->slots[find_slot(find, item->unit, item->units)] = id + 1;
    }
  }
  return set->slots != NULL;
}

/* The candidate of a row, which becomes one if it is not yet. WI_NO_CANDIDATE: no memory. */
static uint32_t candidate_of(finder *find, size_t start, uint32_t units) {
  wi_candidates *set = find->set;
  const uint32_t term = find->document->units[start].term;
  uint32_t *single = &set->singles[term == WI_NO_TERM ? find->document->terms.count : term];
  size_t slot = 0;
  if (units == 1 && *single != WI_NO_CANDIDATE) {
    return *single;
  }
  if (units > 1) {
    if (!make_slots(find)) {
      return WI_NO_CANDIDATE;
    }
    slot = find_slot(find, start, units);
    if (set->slots[slot] != 0) {
      return set->slots[slot] - 1;
    }
  }
  if (!wi_mem_grow(&set->items, &set->capacity, set->count, sizeof *set->items)) {
    return WI_NO_CANDIDATE;
  }
  set->items[set->count] = new_candidate(find, start, units);
  if (units == 1) {
    *single = set->count;
  } else {
    set->slots[slot] = set->count + 1;
    set->phrase_count++;
  }
  return set->count++;
}

static bool is_named(const finder *find, size_t start, uint32_t units) {
  bool named = units > 1 || is_proper(find, start);
  for (uint32_t i = 0; i < units && named; i++) {
    named = find->roles[start + i].is_name;
  }
  return named;
}

static bool add_occurrence(finder *find, size_t start, uint32_t units, uint32_t *out) {
  wi_candidates *set = find->set;
  *out = candidate_of(find, start, units);
  if (*out == WI_NO_CANDIDATE || !wi_mem_grow(&set->occurrences, &set->occurrence_capacity,
                                              set->occurrence_count, sizeof *set->occurrences)) {
    return false;
  }
  wi_candidate *item = &set->items[*out];
  /* "hari demi hari demi hari" holds "hari demi hari" once. */
  if (start >= item->last_end) {
    item->count++;
    const wi_occurrence_place place = place_of(find, start, units);
    item->names += is_named(find, start, units);
    item->weak += place == WI_OCCURRENCE_WEAK;
    item->wholes += place != WI_OCCURRENCE_PART;
    item->last_end = (uint32_t)start + units;
    set->occurrences[set->occurrence_count++] =
        (wi_occurrence){*out, (uint32_t)start, (uint8_t)place, office_before(find, start, units)};
  }
  return true;
}

static bool find_single(finder *find) {
  for (size_t i = 0; i < find->document->unit_count; i++) {
    if (find->roles[i].kind == WI_UNIT_BREAK) {
      continue;
    }
    if (!add_occurrence(find, i, 1, &find->found[i])) {
      return false;
    }
    find->reach[i] = 1;
    if (find->roles[i].kind != WI_UNIT_VERB) {
      find->starts[find->start_count++] = (uint32_t)i;
    }
  }
  return true;
}

/* The candidate of so many units that begins there stands in the text twice. */
static bool is_repeated(const finder *find, size_t at, uint32_t units) {
  return find->reach[at] == units && find->set->items[find->found[at]].count > 1;
}

/* The end of the longest name that begins at the unit, or 0. */
static size_t name_end(const finder *find, size_t at) {
  const wi_name_runs *names = &find->names;
  const size_t whole = names->first[at] == at ? names->last[at] : 0;
  return names->tail[at] > whole ? names->tail[at] : whole;
}

static bool is_row(const finder *find, size_t at, uint32_t units) {
  const warta_document *document = find->document;
  return at + units <= document->unit_count && find->roles[at + units - 1].kind != WI_UNIT_VERB &&
         document->units[at].sentence == document->units[at + units - 1].sentence &&
         ((is_repeated(find, at, units - 1) && is_repeated(find, at + 1, units - 1)) ||
          is_name_here(find, at, units));
}

/* A row can stand in the text twice only if both rows one shorter do; so no more rows are looked at
 * than can matter, and a long text without repetition costs no memory. */
static bool find_rows(finder *find, uint32_t units) {
  size_t kept = 0;
  for (size_t n = 0; n < find->start_count; n++) {
    const uint32_t at = find->starts[n];
    const bool is_found = is_row(find, at, units);
    if (is_found) {
      if (!add_occurrence(find, at, units, &find->found[at])) {
        return false;
      }
      find->reach[at] = (uint8_t)units;
    }
    if (is_found || name_end(find, at) > at + units) {
      find->starts[kept++] = at;
    }
  }
  find->start_count = kept;
  return true;
}

/* Names that only the words between their parts make too long: Sirkuit Termas de Rio Hondo. */
static bool find_long_names(finder *find) {
  for (uint32_t units = find->max_units + 1; units <= WI_CANDIDATE_MAX_UNITS; units++) {
    for (size_t n = 0; n < find->start_count; n++) {
      const uint32_t at = find->starts[n];
      uint32_t id = 0;
      if (find->names.first[at] == at && find->names.last[at] == at + units &&
          count_words(find, at, units) <= find->max_units &&
          !add_occurrence(find, at, units, &id)) {
        return false;
      }
    }
  }
  return true;
}

static void count_places(finder *find) {
  uint32_t words = 0;
  for (size_t i = 0; i < find->document->unit_count; i++) {
    const wi_unit *unit = &find->document->units[i];
    find->places[i] = words;
    if (unit->sentence != WARTA_NO_SENTENCE) {
      words += unit->words;
    }
  }
}

static bool take_tables(finder *find) {
  const size_t count = find->document->unit_count;
  const size_t terms = (size_t)find->document->terms.count + 1;
  wi_candidates *set = find->set;
  find->places = wi_arena_take(find->arena, count, sizeof *find->places);
  find->found = wi_arena_take(find->arena, count, sizeof *find->found);
  find->reach = wi_arena_new(find->arena, count + 1, sizeof *find->reach);
  find->starts = wi_arena_take(find->arena, count, sizeof *find->starts);
  set->singles = wi_arena_take(find->arena, terms, sizeof *set->singles);
  if (find->places == NULL || find->found == NULL || find->reach == NULL || find->starts == NULL ||
      set->singles == NULL) {
    return false;
  }
  memset(set->singles, 0xFF, terms * sizeof *set->singles); /* WI_NO_CANDIDATE */
  return true;
}

static bool find_all(finder *find) {
  count_places(find);
  bool fits = find_single(find);
  for (uint32_t units = 2; units <= find->max_units && fits; units++) {
    fits = find_rows(find, units);
  }
  return fits && (find->max_units == 1 || find_long_names(find));
}

/* Says nothing by itself: stands in longer names only ("Birokrasi" in Kementerian Pendayagunaan
 * Aparatur Negara dan Reformasi Birokrasi). */
static bool is_piece(const wi_candidate *item) {
  return item->units == 1 && item->wholes == 0;
}

void wi_candidates_drop_pieces(wi_candidates *set) {
  bool others = false;
  for (uint32_t id = 0; id < set->count && !others; id++) {
    others = wi_candidate_may_rank(&set->items[id]) && !is_piece(&set->items[id]);
  }
  for (uint32_t id = 0; id < set->count && others; id++) {
    set->items[id].usable = set->items[id].usable && !is_piece(&set->items[id]);
  }
}

static void forget(wi_candidates *set) {
  set->count = 0;
  set->occurrence_count = 0;
  set->slot_count = 0;
  set->phrase_count = 0;
}

wi_candidates wi_candidates_make(void) {
  return (wi_candidates){.seed = wi_hash_seed()};
}

bool wi_candidates_find(wi_candidates *set, const warta_document *document, uint32_t max_units,
                        wi_arena *arena) {
  const wi_unit_role *roles = wi_unit_roles_make(document, arena);
  finder find = {
      .set = set, .document = document, .roles = roles, .arena = arena, .max_units = max_units};
  forget(set);
  return roles != NULL && take_tables(&find) &&
         wi_name_runs_find(&find.names, document, roles, arena) && find_all(&find);
}

/* The kinds of words that are still to be had, the best first. */
typedef enum last_resort { RESORT_LETTERS, RESORT_SENTENCES, RESORT_ANY, RESORT_COUNT } last_resort;

static bool is_wanted(const wi_unit *unit, last_resort resort) {
  if (unit->term == WI_NO_TERM) {
    return false;
  }
  switch (resort) {
  case RESORT_LETTERS:
    return unit->sentence != WARTA_NO_SENTENCE && unit->type < WARTA_TOKEN_NUMBER;
  case RESORT_SENTENCES:
    return unit->sentence != WARTA_NO_SENTENCE;
  case RESORT_ANY:
  case RESORT_COUNT:
    return true;
  }
  return true;
}

bool wi_candidates_find_any(wi_candidates *set, const warta_document *document, wi_arena *arena) {
  wi_unit_role *roles = wi_arena_new(arena, document->unit_count, sizeof *roles);
  finder find = {.set = set, .document = document, .roles = roles, .arena = arena, .max_units = 1};
  bool fits =
      roles != NULL && take_tables(&find) && wi_name_runs_find(&find.names, document, roles, arena);
  if (fits) {
    count_places(&find);
  }
  for (int resort = 0; resort < RESORT_COUNT && fits && set->count == 0; resort++) {
    for (size_t i = 0; i < document->unit_count; i++) {
      const wi_unit *unit = &document->units[i];
      const bool is_taken = is_wanted(unit, (last_resort)resort);
      roles[i].kind = is_taken ? WI_UNIT_CONTENT : WI_UNIT_BREAK;
      roles[i].role = is_taken ? (uint8_t)wi_name_role_of(document, unit) : WI_ROLE_NONE;
    }
    fits = find_single(&find);
  }
  return fits;
}

void wi_candidates_free(wi_candidates *set) {
  wi_mem_free(set->items);
  wi_mem_free(set->occurrences);
  *set = (wi_candidates){0};
}
