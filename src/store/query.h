/* A query as terms, and the phrases that it asks for.
 *
 * Who asks does not know how an article writes a word, so a term of the query has several readings,
 * terms of the archive that are one term to the ranking:
 *
 *   the word as it stands in the query; in small letters, as headlines give every word a capital
 *   ("Hadapi": hadap); and as a name, as people type names small ("lukaku": luka, lukaku)
 *   the word joined with its neighbour by a hyphen ("al khoziny": al-khoziny); and a word that has
 *   a hyphen in the query is asked for by its parts
 *
 * Each of them also where it is a word of an acronym's long form (long_forms.h). */
#ifndef WI_QUERY_H
#define WI_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "archive_data.h"
#include "strmap.h"

typedef struct wi_query_reading {
  uint32_t place; /* of the query's term */
  uint32_t number; /* of the archive's term */
  bool is_in_long_forms;
  uint32_t df; /* with its long forms */
  uint32_t width; /* terms of the query that it stands for; 0: it begins with the term before */
} wi_query_reading;

typedef struct wi_query_term {
  uint32_t count; /* in the query */
  uint32_t df; /* of its readings together */
  size_t first; /* of its readings, which stand together */
  size_t reading_count; /* 0: no article has it */
} wi_query_term;

#define WI_SENTENCE_BEGINS ((uint32_t)1 << 31)

typedef struct wi_query {
  wi_strmap words; /* by place in terms: the word that asks */
  wi_query_term *terms;
  size_t term_capacity;
  wi_query_reading *readings;
  size_t reading_count;
  size_t reading_capacity;
  uint32_t *phrases; /* each: the count of its terms, then their places in terms, with
                        WI_SENTENCE_BEGINS where a sentence ends before the term */
  size_t phrase_length;
  size_t phrase_capacity;
} wi_query;

/* The place of the query's term, of an element of a phrase. */
static inline uint32_t wi_phrase_place(uint32_t element) {
  return element & ~WI_SENTENCE_BEGINS;
}

/* On WARTA_ERR_... of the analysis *status is set and nothing else is to be asked; false with
 * *status WARTA_OK: the reason is in the database. The query is to be freed in any case. */
bool wi_query_read(wi_query *query, warta_archive *archive, warta_session *session, wi_str text,
                   warta_status *status, warta_error *error);
void wi_query_free(wi_query *query);

/* How many of the phrase's places the archive's term stands for, from the first on; 0: none. */
uint32_t wi_query_take(const wi_query *query, uint32_t number, const uint32_t *phrase,
                       uint32_t length);

#endif
