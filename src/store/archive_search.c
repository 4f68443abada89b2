/* Ranking by the words of a query. */
#include <stdlib.h>
#include <string.h>

#include "archive_data.h"
#include "hits.h"
#include "mem.h"
#include "query_phrases.h"
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
  float *mentions; /* by number, of the term at hand; NULL until a term has them in several lists */
  uint32_t *found; /* the numbers whose mentions are not 0 */
  size_t found_count;
  uint32_t *marks; /* how many terms of phrases it has; NULL if there are none */
  uint8_t *is_phrase_term; /* by place in the query's terms */
  uint32_t phrase_terms;
  double mean_length;
  double tf[WI_CODES]; /* by the code of a posting */
  wi_run_cursor *cursors; /* of each segment; they go forward only */
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

/* What the articles of the term at hand get. */
typedef struct term_plan {
  double weight; /* idf, for each time that the query has it */
  bool is_marked;
  bool is_summed; /* over several lists of articles, before mentions count */
} term_plan;

static void add_score(ranking *r, uint32_t article, double tf, const term_plan *term) {
  const double length = length_of(&r->archive->lengths[article]);
  const double norm = 1.0 - B + B * length / r->mean_length;
  r->scores[article] += term->weight * tf * (K1 + 1.0) / (tf + K1 * norm);
  if (term->is_marked) {
    r->marks[article]++;
  }
}

static void add_mentions(ranking *r, uint32_t article, double tf) {
  if (!(r->mentions[article] > 0.0F)) {
    r->found[r->found_count++] = article;
  }
  r->mentions[article] += (float)tf;
}

static void add_chunk(ranking *r, const wi_chunk *chunk, const term_plan *term) {
  for (size_t i = 0; i < chunk->count; i++) {
    const uint32_t article = chunk->articles[i];
    if (!r->archive->lengths[article].is_live) {
      continue;
    }
    const double tf = chunk->codes[i] != 0 ? r->tf[chunk->codes[i]] : tf_of(&chunk->wide[i]);
    if (term->is_summed) {
      add_mentions(r, article, tf);
    } else {
      add_score(r, article, tf, term);
    }
  }
}

static bool add_list(ranking *r, uint64_t key, const term_plan *term) {
  for (size_t i = 0; i < r->archive->segment_count; i++) {
    if (!wi_run_seek(&r->cursors[i], key)) {
      return false;
    }
    do {
      if (!wi_run_chunk(&r->cursors[i], key, &r->chunk)) {
        return false;
      }
      add_chunk(r, &r->chunk, term);
    } while (r->chunk.count > 0);
  }
  return true;
}

/* "ridwan" by itself and in "Ridwan Kamil (RK)" is one term: an article's mentions are counted
 * together. */
static void add_found(ranking *r, const term_plan *term) {
  for (size_t i = 0; i < r->found_count; i++) {
    const uint32_t article = r->found[i];
    add_score(r, article, (double)r->mentions[article], term);
    r->mentions[article] = 0.0F;
  }
  r->found_count = 0;
}

static bool make_mentions(ranking *r) {
  const size_t articles = r->archive->counts.next_article;
  if (r->mentions == NULL) {
    r->mentions = wi_mem_new(articles, sizeof *r->mentions);
    r->found = wi_mem_resize(NULL, articles, sizeof *r->found);
  }
  return (r->mentions != NULL && r->found != NULL) || wi_db_no_memory(r->archive->db);
}

static bool add_term(ranking *r, uint32_t place) {
  const wi_query_term *term = &r->query->terms[place];
  const wi_query_reading *readings = r->query->readings + term->first;
  const term_plan plan = {(double)(term->count > 0 ? term->count : 1) *
                              wi_weight_global('r', term->df, r->archive->counts.articles, 0.0),
                          r->is_phrase_term[place] != 0,
                          term->reading_count > 1 || readings[0].is_in_long_forms};
  if (plan.is_summed && !make_mentions(r)) {
    return false;
  }
  for (size_t i = 0; i < term->reading_count; i++) {
    const uint32_t number = readings[i].number;
    if (i > 0 && number == readings[i - 1].number) {
      continue; /* joined with both of its neighbours */
    }
    if (!add_list(r, wi_term_key(number, WI_TERM_STANDS), &plan) ||
        (readings[i].is_in_long_forms &&
         !add_list(r, wi_term_key(number, WI_TERM_IN_LONG_FORM), &plan))) {
      return false;
    }
  }
  add_found(r, &plan);
  return true;
}

typedef struct by_number {
  uint32_t first; /* reading's number */
  uint32_t last;
  uint32_t place;
} by_number;

static int compare_numbers(const void *left, const void *right) {
  const by_number *a = left;
  const by_number *b = right;
  if (a->first != b->first) {
    return a->first < b->first ? -1 : 1;
  }
  return (a->place > b->place) - (a->place < b->place);
}

static void open_cursors(ranking *r) {
  for (size_t i = 0; i < r->archive->segment_count; i++) {
    wi_run_open(&r->cursors[i], r->archive->db, WI_RUN_POSTINGS, &r->archive->segments[i]);
  }
}

/* Cursors are opened again only where a term would go back. */
static bool add_in_order(ranking *r, const by_number *order, size_t count) {
  uint32_t last = UINT32_MAX;
  for (size_t i = 0; i < count; i++) {
    if (order[i].first <= last) {
      open_cursors(r);
    }
    last = order[i].last;
    if (!add_term(r, order[i].place)) {
      return false;
    }
  }
  return true;
}

static bool add_terms(ranking *r) {
  const wi_query *query = r->query;
  by_number *order = wi_mem_new(query->words.count, sizeof *order);
  size_t count = 0;
  r->cursors = wi_mem_new(r->archive->segment_count, sizeof *r->cursors);
  if (order == NULL || r->cursors == NULL) {
    wi_mem_free(order);
    return wi_db_no_memory(r->archive->db);
  }
  for (uint32_t i = 0; i < query->words.count; i++) {
    const wi_query_term *term = &query->terms[i];
    if (term->reading_count > 0) {
      const wi_query_reading *readings = query->readings + term->first;
      order[count++] = (by_number){readings[0].number, readings[term->reading_count - 1].number, i};
    }
  }
  if (count > 1) {
    qsort(order, count, sizeof *order, compare_numbers);
  }
  const bool is_done = add_in_order(r, order, count);
  wi_mem_free(order);
  return is_done;
}

static void mark_phrase_terms(ranking *r) {
  const wi_query *query = r->query;
  for (size_t at = 0; at < query->phrase_length;) {
    const uint32_t count = query->phrases[at++];
    for (uint32_t i = 0; i < count; i++, at++) {
      uint8_t *is_known = &r->is_phrase_term[wi_phrase_place(query->phrases[at])];
      r->phrase_terms += *is_known == 0;
      *is_known = 1;
    }
  }
}

static bool has_phrases(const ranking *r, uint32_t number, bool *has) {
  bool is_there = false;
  bool has_memory = true;
  if (!wi_archive_read_record(r->archive, number, &is_there)) {
    return false;
  }
  if (!is_there) {
    return wi_db_damaged(r->archive->db, "an article without its record");
  }
  *has = wi_phrases_match(r->query, &r->archive->record, &has_memory);
  return has_memory || wi_db_no_memory(r->archive->db);
}

/* Drops those without the phrases, until enough are left. */
static bool keep_with_phrases(const ranking *r, wi_hit_array *hits, size_t limit) {
  size_t kept = 0;
  for (size_t i = 0; i < hits->count; i++) {
    bool has = false;
    if (kept >= limit && hits->items[i].score < hits->items[kept - 1].score) {
      break;
    }
    if (!has_phrases(r, hits->items[i].number, &has)) {
      return false;
    }
    if (has) {
      hits->items[kept++] = hits->items[i];
    }
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
  r->is_phrase_term = wi_mem_new(r->query->words.count, sizeof *r->is_phrase_term);
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
  wi_mem_free(r.mentions);
  wi_mem_free(r.found);
  wi_mem_free(r.cursors);
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
