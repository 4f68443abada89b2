#include "candidates.h"

#include <string.h>

#include "mem.h"
#include "name_roles.h"
#include "name_runs.h"
#include "unit_classes.h"

typedef struct finder {
  wi_candidates *set;
  const warta_document *document;
  const wi_unit_role *roles;
  uint32_t *places; /* words of the article before each unit */
  uint32_t *shorter; /* candidate of the row, one unit shorter, that begins at each unit */
  uint32_t *current;
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

static bool add_occurrence(finder *find, size_t start, uint32_t units, uint32_t *out) {
  wi_candidates *set = find->set;
  const wi_unit *rows = &find->document->units[start];
  uint32_t terms[WI_CANDIDATE_MAX_UNITS];
  bool named = true;
  for (uint32_t i = 0; i < units; i++) {
    terms[i] = rows[i].term;
    named = named && find->roles[start + i].is_name;
  }
  const wi_str key = {(const char *)terms, units * sizeof terms[0]};
  const uint32_t known = set->keys.count;
  if (!wi_mem_grow(&set->items, &set->capacity, known, sizeof *set->items) ||
      !wi_mem_grow(&set->occurrences, &set->occurrence_capacity, set->occurrence_count,
                   sizeof *set->occurrences) ||
      !wi_strmap_add(&set->keys, key, out)) {
    return false;
  }
  wi_candidate *item = &set->items[*out];
  if (*out == known) {
    const uint8_t first = find->roles[start].kind;
    const uint8_t last = find->roles[start + units - 1].kind;
    *item =
        (wi_candidate){.unit = (uint32_t)start,
                       .place = find->places[start],
                       .units = (uint8_t)units,
                       .words = count_words(find, start, units),
                       .first_short = WI_NO_CANDIDATE,
                       .next_short = WI_NO_CANDIDATE,
                       .usable = (first == WI_UNIT_CONTENT || first == WI_UNIT_GENERAL) &&
                                 last != WI_UNIT_LINK && (units > 1 || last == WI_UNIT_CONTENT)};
    item->usable = item->usable || (units == 1 && is_weak(find, start));
  }
  /* "hari demi hari demi hari" holds "hari demi hari" once. */
  if (start >= item->last_end) {
    item->count++;
    const wi_occurrence_place place = place_of(find, start, units);
    item->names += named && (units > 1 || is_proper(find, start));
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
    find->current[i] = WI_NO_CANDIDATE;
    if (find->roles[i].kind != WI_UNIT_BREAK && !add_occurrence(find, i, 1, &find->current[i])) {
      return false;
    }
  }
  return true;
}

static bool is_repeated(const finder *find, uint32_t candidate) {
  return candidate != WI_NO_CANDIDATE && find->set->items[candidate].count > 1;
}

/* A row can stand in the text twice only if both rows one shorter do; so no more rows are looked at
 * than can matter, and a long text without repetition costs no memory. */
static bool find_rows(finder *find, uint32_t units) {
  const size_t count = find->document->unit_count;
  for (size_t i = 0; i < count; i++) {
    find->current[i] = WI_NO_CANDIDATE;
    if (i + units > count || find->roles[i].kind == WI_UNIT_BREAK ||
        find->roles[i].kind == WI_UNIT_VERB || find->roles[i + units - 1].kind == WI_UNIT_VERB ||
        find->document->units[i].sentence != find->document->units[i + units - 1].sentence) {
      continue;
    }
    const bool repeated =
        is_repeated(find, find->shorter[i]) && is_repeated(find, find->shorter[i + 1]);
    if ((repeated || is_name_here(find, i, units)) &&
        !add_occurrence(find, i, units, &find->current[i])) {
      return false;
    }
  }
  return true;
}

/* Names that only the words between their parts make too long: Sirkuit Termas de Rio Hondo. */
static bool find_long_names(finder *find) {
  const size_t count = find->document->unit_count;
  for (uint32_t units = find->max_units + 1; units <= WI_CANDIDATE_MAX_UNITS; units++) {
    for (size_t i = 0; i + units <= count; i++) {
      uint32_t id = 0;
      if (find->names.first[i] == i && find->names.last[i] == i + units &&
          count_words(find, i, units) <= find->max_units && !add_occurrence(find, i, units, &id)) {
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
  find->places = wi_mem_new(count, sizeof *find->places);
  find->shorter = wi_mem_new(count + 1, sizeof *find->shorter);
  find->current = wi_mem_new(count + 1, sizeof *find->current);
  return find->places != NULL && find->shorter != NULL && find->current != NULL;
}

static void free_tables(finder *find) {
  wi_mem_free(find->places);
  wi_mem_free(find->shorter);
  wi_mem_free(find->current);
  wi_name_runs_free(&find->names);
}

static bool find_all(finder *find) {
  count_places(find);
  bool fits = find_single(find);
  for (uint32_t units = 2; units <= find->max_units && fits; units++) {
    uint32_t *swap = find->shorter;
    find->shorter = find->current;
    find->current = swap;
    find->shorter[find->document->unit_count] = WI_NO_CANDIDATE;
    fits = find_rows(find, units);
  }
  return fits && (find->max_units == 1 || find_long_names(find));
}

bool wi_candidates_find(wi_candidates *set, const warta_document *document, uint32_t max_units) {
  *set = (wi_candidates){.keys = wi_strmap_make()};
  wi_unit_role *roles = wi_unit_roles_make(document);
  if (roles == NULL) {
    return false;
  }
  finder find = {.set = set, .document = document, .roles = roles, .max_units = max_units};
  const bool fits =
      take_tables(&find) && wi_name_runs_find(&find.names, document, roles) && find_all(&find);
  free_tables(&find);
  wi_mem_free(roles);
  return fits;
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

bool wi_candidates_find_any(wi_candidates *set, const warta_document *document) {
  wi_unit_role *roles = wi_mem_new(document->unit_count, sizeof *roles);
  finder find = {.set = set, .document = document, .roles = roles, .max_units = 1};
  bool fits =
      roles != NULL && take_tables(&find) && wi_name_runs_find(&find.names, document, roles);
  if (fits) {
    count_places(&find);
  }
  for (int resort = 0; resort < RESORT_COUNT && fits && set->keys.count == 0; resort++) {
    for (size_t i = 0; i < document->unit_count; i++) {
      roles[i].kind =
          is_wanted(&document->units[i], (last_resort)resort) ? WI_UNIT_CONTENT : WI_UNIT_BREAK;
    }
    fits = find_single(&find);
  }
  free_tables(&find);
  wi_mem_free(roles);
  return fits;
}

void wi_candidates_free(wi_candidates *set) {
  wi_strmap_free(&set->keys);
  wi_mem_free(set->items);
  wi_mem_free(set->occurrences);
  *set = (wi_candidates){0};
}
