/* Ranking by the words of a query. */
#include <stdlib.h>
#include <string.h>

#include "archive_data.h"
#include "hits.h"
#include "mem.h"
#include "query.h"
#include "status.h"
#include "weight.h"

/* BM25's constants as its authors advise (Robertson and Zaragoza 2009). Mentions weigh by their
 * field
 * ("Simple BM25 extension to multiple weighted fields", 2004), headline, opening, lead and rest: a
 * news article says at once what it is about. */
static const double K1 = 1.2;
static const double B = 0.75;
static const double FIELD_WEIGHTS[WARTA_FIELD_COUNT] = {2.0, 3.0, 3.0, 1.0};

/* What is known of each article while a query runs. */
typedef struct ranking {
  warta_archive *archive;
  const wi_query *query;
  double *scores; /* by number */
  uint16_t *marks; /* how many terms of phrases it has; NULL if there are none */
  uint8_t *is_phrase_term; /* by place in the query's terms */
  uint16_t phrase_terms;
  double mean_length;
  double tf[WI_CODES]; /* by the code of a posting */
  wi_chunk chunk; /* scratch */
} ranking;

static double length_of(const wi_length *length) {
  return (double)length->body + FIELD_WEIGHTS[WARTA_FIELD_TITLE] * (double)length->title;
}

static double tf_of(const wi_record_count *count) {
  double tf = 0.0;
  for (int i = 0; i < WARTA_FIELD_COUNT; i++) {
    tf += FIELD_WEIGHTS[i] * (double)count->in[i];
  }
  return tf;
}

/* What a posting of the term at hand adds. */
typedef struct term_plan {
  double idf;
  bool is_marked;
} term_plan;

static void add_chunk(ranking *r, const wi_chunk *chunk, const term_plan *term) {
  for (size_t i = 0; i < chunk->count; i++) {
    const uint32_t article = chunk->articles[i];
    const wi_length *length = &r->archive->lengths[article];
    if (!length->is_live) {
      continue;
    }
    const double tf = chunk->codes[i] != 0 ? r->tf[chunk->codes[i]] : tf_of(&chunk->wide[i]);
    const double norm = 1.0 - B + B * length_of(length) / r->mean_length;
    r->scores[article] += term->idf * tf * (K1 + 1.0) / (tf + K1 * norm);
    if (term->is_marked) {
      r->marks[article]++;
    }
  }
}

static bool add_segment(ranking *r, wi_run_cursor *cursor, uint32_t number, const term_plan *term) {
  if (!wi_run_seek(cursor, number)) {
    return false;
  }
  do {
    if (!wi_run_chunk(cursor, number, &r->chunk)) {
      return false;
    }
    add_chunk(r, &r->chunk, term);
  } while (r->chunk.count > 0);
  return true;
}

static bool add_term(ranking *r, wi_run_cursor *cursors, size_t place) {
  const wi_query_term *term = &r->query->terms[place];
  const term_plan plan = {(double)(term->count > 0 ? term->count : 1) *
                              wi_weight_global('r', term->df, r->archive->counts.articles, 0.0),
                          r->is_phrase_term[place] != 0};
  bool is_done = true;
  for (size_t i = 0; i < r->archive->segment_count && is_done; i++) {
    is_done = add_segment(r, &cursors[i], term->number, &plan);
  }
  return is_done;
}

typedef struct by_number {
  uint32_t number;
  uint32_t place;
} by_number;

static int compare_numbers(const void *left, const void *right) {
  const by_number *a = left;
  const by_number *b = right;
  return (a->number > b->number) - (a->number < b->number);
}

/* Cursors go forward only, so terms are taken in the order of their numbers. */
static bool add_terms(ranking *r) {
  const size_t segments = r->archive->segment_count;
  by_number *order = wi_mem_new(r->query->term_count, sizeof *order);
  wi_run_cursor *cursors = wi_mem_new(segments, sizeof *cursors);
  size_t count = 0;
  if (order == NULL || cursors == NULL) {
    wi_mem_free(order);
    wi_mem_free(cursors);
    return wi_db_no_memory(r->archive->db);
  }
  bool is_done = true;
  for (uint32_t i = 0; i < r->query->term_count && is_done; i++) {
    if (r->query->terms[i].number != 0) {
      order[count++] = (by_number){r->query->terms[i].number, i};
    }
  }
  if (count > 1) {
    qsort(order, count, sizeof *order, compare_numbers);
  }
  for (size_t i = 0; i < segments && is_done; i++) {
    wi_run_open(&cursors[i], r->archive->db, WI_RUN_POSTINGS, &r->archive->segments[i]);
  }
  for (size_t i = 0; i < count && is_done; i++) {
    is_done = add_term(r, cursors, order[i].place);
  }
  wi_mem_free(order);
  wi_mem_free(cursors);
  return is_done;
}

static void mark_phrase_terms(ranking *r) {
  const wi_query *query = r->query;
  for (size_t at = 0; at < query->phrase_length;) {
    const uint32_t count = query->phrases[at++];
    for (uint32_t i = 0; i < count; i++, at++) {
      r->phrase_terms = (uint16_t)(r->phrase_terms + (r->is_phrase_term[query->phrases[at]] == 0));
      r->is_phrase_term[query->phrases[at]] = 1;
    }
  }
}

/* places: by term of the record, the place in the query's terms, or UINT32_MAX. */
static bool has_run(const uint32_t *places, const uint32_t *units, size_t count,
                    const uint32_t *phrase, uint32_t length) {
  for (size_t i = 0; i + length <= count; i++) {
    uint32_t same = 0;
    while (same < length && places[units[i + same]] == phrase[same]) {
      same++;
    }
    if (same == length) {
      return true;
    }
  }
  return false;
}

static bool has_phrase(const wi_record *record, const uint32_t *places, const uint32_t *phrase,
                       uint32_t length) {
  if (has_run(places, record->units, record->title_count, phrase, length)) {
    return true;
  }
  size_t at = record->title_count;
  for (size_t i = 0; i < record->sentence_count; i++) {
    const uint32_t units = record->sentences[i] / 2;
    if (has_run(places, record->units + at, units, phrase, length)) {
      return true;
    }
    at += units;
  }
  return false;
}

static bool has_all_phrases(const ranking *r, const uint32_t *places) {
  const wi_query *query = r->query;
  for (size_t at = 0; at < query->phrase_length; at += query->phrases[at] + 1) {
    if (!has_phrase(&r->archive->record, places, query->phrases + at + 1, query->phrases[at])) {
      return false;
    }
  }
  return true;
}

/* The article's record, and which of its terms are the query's. *places is owned. */
static bool open_record(const ranking *r, uint32_t number, uint32_t **places) {
  bool is_there = false;
  *places = NULL;
  if (!wi_archive_read_record(r->archive, number, &is_there)) {
    return false;
  }
  if (!is_there) {
    return wi_db_damaged(r->archive->db, "an article without its record");
  }
  const wi_record *record = &r->archive->record;
  *places = wi_mem_resize(NULL, record->term_count, sizeof **places);
  if (*places == NULL) {
    return wi_db_no_memory(r->archive->db);
  }
  for (size_t i = 0; i < record->term_count; i++) {
    (*places)[i] = UINT32_MAX;
    for (uint32_t k = 0; k < r->query->term_count; k++) {
      if (r->query->terms[k].number == record->terms[i]) {
        (*places)[i] = k;
      }
    }
  }
  return true;
}

/* Drops those without the phrases, until enough are left. */
static bool keep_with_phrases(const ranking *r, wi_hit_array *hits, size_t limit) {
  size_t kept = 0;
  for (size_t i = 0; i < hits->count; i++) {
    uint32_t *places = NULL;
    if (kept >= limit && hits->items[i].score < hits->items[kept - 1].score) {
      break;
    }
    if (!open_record(r, hits->items[i].number, &places)) {
      return false;
    }
    if (has_all_phrases(r, places)) {
      hits->items[kept++] = hits->items[i];
    }
    wi_mem_free(places);
  }
  hits->count = kept;
  return true;
}

static bool collect(const ranking *r, wi_hit_array *hits) {
  for (uint32_t i = 1; i < r->archive->counts.next_article; i++) {
    if (r->scores[i] > 0.0 && (r->marks == NULL || r->marks[i] == r->phrase_terms) &&
        !wi_hits_add(hits, (wi_hit){i, r->scores[i]})) {
      return wi_db_no_memory(r->archive->db);
    }
  }
  return true;
}

static bool rank(ranking *r, wi_hit_array *hits, size_t limit) {
  const size_t articles = r->archive->counts.next_article;
  r->scores = wi_mem_new(articles, sizeof *r->scores);
  r->is_phrase_term = wi_mem_new(r->query->term_count, sizeof *r->is_phrase_term);
  if (r->query->phrase_length > 0) {
    r->marks = wi_mem_new(articles, sizeof *r->marks);
  }
  if (r->scores == NULL || r->is_phrase_term == NULL ||
      (r->query->phrase_length > 0 && r->marks == NULL)) {
    return wi_db_no_memory(r->archive->db);
  }
  for (int code = 0; code < WI_CODES; code++) {
    const wi_record_count count = wi_run_count_of((uint8_t)code);
    r->tf[code] = tf_of(&count);
  }
  mark_phrase_terms(r);
  if (!add_terms(r) || !collect(r, hits)) {
    return false;
  }
  if (r->marks != NULL) {
    (void)wi_hits_keep_best(hits, hits->count);
    return keep_with_phrases(r, hits, limit);
  }
  (void)wi_hits_keep_best(hits, limit);
  return true;
}

static bool answer(warta_archive_hits **out, warta_archive *archive, const wi_query *query,
                   size_t limit) {
  const double articles = archive->counts.articles > 0 ? (double)archive->counts.articles : 1.0;
  wi_hit_array hits = {NULL, 0, 0};
  ranking r = {.archive = archive, .query = query};
  r.mean_length = ((double)archive->counts.body_units +
                   FIELD_WEIGHTS[WARTA_FIELD_TITLE] * (double)archive->counts.title_units + 1.0) /
                  articles;
  const bool is_done = wi_archive_load_lengths(archive) && rank(&r, &hits, limit) &&
                       wi_hits_name(out, archive, &hits, limit);
  wi_mem_free(r.scores);
  wi_mem_free(r.marks);
  wi_mem_free(r.is_phrase_term);
  wi_mem_free(hits.items);
  return is_done;
}

warta_status warta_archive_search(warta_archive_hits **out, warta_archive *archive,
                                  warta_session *session, warta_text text, size_t limit,
                                  warta_error *error) {
  wi_query query = {0};
  warta_status status = WARTA_OK;
  *out = NULL;
  wi_status_clear(error);
  if (limit == 0) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "limit");
  }
  const bool is_done =
      wi_archive_begin_read(archive) &&
      wi_query_read(&query, archive, session, (wi_str){text.text, text.len}, &status, error) &&
      answer(out, archive, &query, limit);
  wi_query_free(&query);
  if (is_done || status != WARTA_OK) {
    return status;
  }
  return wi_archive_fail(archive, error);
}
