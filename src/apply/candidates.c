#include "candidates.h"

#include <string.h>

#include "mem.h"
#include "unit_classes.h"

#define NO_CANDIDATE UINT32_MAX

typedef struct finder {
  wi_candidates *set;
  const warta_document *document;
  const wi_unit_role *roles;
  uint32_t *places; /* words of the article before each unit */
  uint32_t *shorter; /* candidate of the row, one unit shorter, that begins at each unit */
  uint32_t *current;
  uint8_t *runs; /* units of the name that begins at each unit, if it is short enough */
  uint32_t max_units;
} finder;

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
    *item = (wi_candidate){.unit = (uint32_t)start,
                           .place = find->places[start],
                           .units = (uint8_t)units,
                           .usable = first == WI_UNIT_CONTENT && last != WI_UNIT_LINK &&
                                     (units > 1 || last == WI_UNIT_CONTENT)};
  }
  /* "hari demi hari demi hari" holds "hari demi hari" once. */
  if (start >= item->last_end) {
    item->count++;
    item->names += named;
    item->last_end = (uint32_t)start + units;
    set->occurrences[set->occurrence_count++] = (wi_occurrence){*out, (uint32_t)start};
  }
  return true;
}

static bool find_single(finder *find) {
  for (size_t i = 0; i < find->document->unit_count; i++) {
    find->current[i] = NO_CANDIDATE;
    if (find->roles[i].kind != WI_UNIT_BREAK && !add_occurrence(find, i, 1, &find->current[i])) {
      return false;
    }
  }
  return true;
}

static bool is_repeated(const finder *find, uint32_t candidate) {
  return candidate != NO_CANDIDATE && find->set->items[candidate].count > 1;
}

/* A row can stand in the text twice only if both rows one shorter do; so no more rows are looked at
 * than can matter, and a long text without repetition costs no memory. */
static bool find_rows(finder *find, uint32_t units) {
  const size_t count = find->document->unit_count;
  for (size_t i = 0; i < count; i++) {
    find->current[i] = NO_CANDIDATE;
    if (i + units > count || find->roles[i].kind == WI_UNIT_BREAK ||
        find->document->units[i].sentence != find->document->units[i + units - 1].sentence) {
      continue;
    }
    const bool repeated =
        is_repeated(find, find->shorter[i]) && is_repeated(find, find->shorter[i + 1]);
    if ((repeated || find->runs[i] == units) &&
        !add_occurrence(find, i, units, &find->current[i])) {
      return false;
    }
  }
  return true;
}

static bool continues_name(const finder *find, size_t at, uint32_t sentence) {
  return at < find->document->unit_count && find->roles[at].kind != WI_UNIT_BREAK &&
         find->roles[at].is_name && find->document->units[at].sentence == sentence;
}

/* The longest runs of capitalised words. A run too long for a phrase is a title with a name or a
 * list of names; its parts count where they come back. */
static void find_names(finder *find) {
  size_t i = 0;
  while (i < find->document->unit_count) {
    const uint32_t sentence = find->document->units[i].sentence;
    size_t end = i;
    while (continues_name(find, end, sentence)) {
      end++;
    }
    if (end - i > 1 && end - i <= find->max_units && find->roles[i].kind == WI_UNIT_CONTENT) {
      find->runs[i] = (uint8_t)(end - i);
    }
    i = end > i ? end : i + 1;
  }
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
  find->runs = wi_mem_new(count, sizeof *find->runs);
  return find->places != NULL && find->shorter != NULL && find->current != NULL &&
         find->runs != NULL;
}

static void free_tables(finder *find) {
  wi_mem_free(find->places);
  wi_mem_free(find->shorter);
  wi_mem_free(find->current);
  wi_mem_free(find->runs);
}

static bool find_all(finder *find) {
  count_places(find);
  find_names(find);
  bool fits = find_single(find);
  for (uint32_t units = 2; units <= find->max_units && fits; units++) {
    uint32_t *swap = find->shorter;
    find->shorter = find->current;
    find->current = swap;
    find->shorter[find->document->unit_count] = NO_CANDIDATE;
    fits = find_rows(find, units);
  }
  return fits;
}

bool wi_candidates_find(wi_candidates *set, const warta_document *document, uint32_t max_units) {
  *set = (wi_candidates){.keys = wi_strmap_make()};
  wi_unit_role *roles = wi_unit_roles_make(document);
  if (roles == NULL) {
    return false;
  }
  finder find = {.set = set, .document = document, .roles = roles, .max_units = max_units};
  const bool fits = take_tables(&find) && find_all(&find);
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
  bool fits = roles != NULL && take_tables(&find);
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
