/* What may be a keyword: the single words of a document, and its phrases that come back or are
 * names.
 *
 * A phrase is a row of neighbouring units of one sentence with no punctuation in it and a content
 * word at both edges. It is a candidate if it stands in the text twice, or if it is a run of
 * capitalised words inside a sentence ("Otorita IKN", "Bridge for Cities").
 */
#ifndef WI_CANDIDATES_H
#define WI_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "document_data.h"

enum { WI_CANDIDATE_MAX_UNITS = 8 };

#define WI_NO_CANDIDATE UINT32_MAX

/* Equal phrases have equal terms, so inflected forms and both forms of an acronym are one. */
typedef struct wi_candidate {
  uint32_t unit; /* its first occurrence */
  uint32_t place; /* words of the article before it */
  uint32_t count; /* occurrences, none overlapping another */
  uint32_t names; /* of these, written as names: all capitalised, not only by their place */
  uint32_t wholes; /* of these, that cut no name in two */
  uint32_t weak; /* of a single word: of its occurrences, those that are no subject, as verbs */
  uint32_t alone; /* occurrences that lie in no longer candidate (mentions.h) */
  uint32_t echoes; /* of a full name: its short form's occurrences alone (mentions.h) */
  uint32_t first_short; /* of a full name: a short form's candidate, or WI_NO_CANDIDATE */
  uint32_t next_short; /* of a short form: the next one of the same name */
  uint32_t last_end; /* unit behind the last occurrence */
  uint8_t units;
  uint8_t words; /* of its units, those that do more than join or number: 2 in Copa del Rey */
  uint8_t role; /* wi_name_role of its first unit */
  bool usable; /* content words at both edges; false for rows that only longer ones need */
} wi_candidate;

/* A phrase must come back or be a name, and must be no piece of one. */
static inline bool wi_candidate_may_rank(const wi_candidate *item) {
  return item->usable &&
         (item->units == 1 || item->wholes > 1 || (item->wholes > 0 && item->names > 0));
}

/* Written as a name more often than not. */
static inline bool wi_candidate_is_name(const wi_candidate *item) {
  return item->names * 2 > item->count;
}

typedef enum wi_occurrence_place {
  WI_OCCURRENCE_PART = 0, /* begins or ends inside a name */
  WI_OCCURRENCE_WHOLE = 1,
  WI_OCCURRENCE_WEAK = 3, /* a single verb or another word that is no subject */
  WI_OCCURRENCE_TAIL = 2 /* what an office is of: Otorita IKN in Kepala Otorita IKN */
} wi_occurrence_place;

typedef struct wi_occurrence {
  uint32_t candidate;
  uint32_t unit;
  uint8_t place; /* wi_occurrence_place */
  uint8_t office; /* of a person: units of the office straight before: Menteri Keuangan */
} wi_occurrence;

typedef struct wi_candidates {
  wi_candidate *items;
  uint32_t count;
  size_t capacity;
  uint32_t *singles; /* by term, and behind them for units without one: their candidate, or none */
  uint32_t *slots; /* hashed by their terms, candidates of two units and more, plus 1 */
  size_t slot_count;
  size_t phrase_count;
  uint64_t seed;
  wi_occurrence *occurrences; /* shorter candidates first, each length in text order */
  size_t occurrence_count;
  size_t occurrence_capacity;
} wi_candidates;

/* An empty set; no memory is taken until something is found. */
wi_candidates wi_candidates_make(void);

/* What the set held before is forgotten, its memory used again; tables that are of use to this
 * document only are from the arena. max_units: 1 to WI_CANDIDATE_MAX_UNITS; above 1, words that
 * join or number the parts of a name do not count: Undang-Undang Nomor 11 Tahun 2020 has two.
 * False: no memory. Time: linear in units times max_units. */
bool wi_candidates_find(wi_candidates *set, const warta_document *document, uint32_t max_units,
                        wi_arena *arena);

/* For a document without one content word: every word there is, whatever its kind. */
bool wi_candidates_find_any(wi_candidates *set, const warta_document *document, wi_arena *arena);

/* Lets no single word rank that stands in longer names only, unless nothing else could. */
void wi_candidates_drop_pieces(wi_candidates *set);

void wi_candidates_free(wi_candidates *set);

/* The candidate of a term by itself, WI_NO_TERM among them; or WI_NO_CANDIDATE. */
static inline uint32_t wi_candidates_single(const wi_candidates *set,
                                            const warta_document *document, uint32_t term) {
  return set->singles[term == WI_NO_TERM ? document->terms.count : term];
}

#endif
