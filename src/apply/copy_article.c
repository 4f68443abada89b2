#include "copy_article.h"

#include <stdlib.h>
#include <string.h>

#include <warta/similarity.h>

#include "day.h"
#include "df.h"
#include "document_data.h"
#include "hash.h"
#include "mem.h"
#include "status.h"
#include "vector.h"
#include "weight.h"

/* The lead: some two sentences. The other's is taken twice as long, as an editor may put a sentence
 * before it. Runs of two, as so few terms hold few of three. */
enum { LEAD_TERMS = 25, LEAD_RUN = 2, LEAD_SHINGLES = 2 * LEAD_TERMS };

/* Of two articles with headlines: likeness of the headlines (cosine) and share of the one's lead in
 * the other's, added up. Below it the news is another. */
static const double SAME_NEWS = 0.7;

/* If the shorter of two is a cut, what it lacks is the tail; its cosine with the longer is then
 * near the root of the longer's containment. What is far below it has terms of weight (the headline
 * and the lead weigh more) that the other lacks: new persons, a new event. */
static const double SAME_TERMS = 0.95;

/* What stands all but whole in another brings nothing new, whatever else the other has; and two
 * that stand all but whole in each other are one report under any headline. */
static const double ALL_BUT_WHOLE = 0.93;
static const double BOTH_ALL_BUT_WHOLE = 0.85;

/* A dateline with the outlet's name, and initials at the end, where the labels miss them: so many
 * terms of a short cut may stand alone. */
enum { STRAY_TERMS = 4 };
static const double STRAY_LEAST = 0.6;

/* A bulletin (weather, prices, prayer times) that fills in other numbers: with so many numbers, at
 * least half must be the same. */
enum { BULLETIN_NUMBERS = 8 };

/* The longer of a copy's two has at most so many terms for one of the shorter's; beyond it is a
 * cut. */
static const double AS_LONG = 1.25;

void wi_copy_article_clear(wi_copy_article *article) {
  wi_mem_free(article->id);
  wi_mem_free(article->terms);
  wi_mem_free(article->numbers);
  warta_vector_free(article->vector);
  warta_vector_free(article->title);
  *article = (wi_copy_article){0};
}

enum { HOURS = 24, MINUTES = 60, TIME_BYTES = 5 };

/* "10:42" or "10.42", at the beginning of the text. */
static bool read_time(wi_str text, uint32_t *minutes) {
  uint32_t hour = 0;
  uint32_t minute = 0;
  if (text.len < TIME_BYTES || (text.ptr[2] != ':' && text.ptr[2] != '.') ||
      !wi_str_to_u32(wi_str_slice(text, 0, 2), &hour) ||
      !wi_str_to_u32(wi_str_slice(text, 3, TIME_BYTES), &minute) || hour >= HOURS ||
      minute >= MINUTES) {
    return false;
  }
  *minutes = hour * MINUTES + minute;
  return true;
}

/* Of the day: the first time that stands behind a space or the T of ISO 8601. */
static uint32_t find_minutes(wi_str date) {
  uint32_t minutes = 0;
  for (size_t i = 1; i < date.len; i++) {
    if ((date.ptr[i - 1] == ' ' || date.ptr[i - 1] == 'T') &&
        read_time(wi_str_slice(date, i, date.len), &minutes)) {
      return minutes;
    }
  }
  return 0;
}

uint64_t wi_copy_date(wi_str date) {
  const int32_t day = wi_day_read(date);
  if (day == WI_DAY_NONE) {
    return UINT64_MAX;
  }
  const uint64_t days = (uint64_t)((int64_t)day - WI_DAY_NONE);
  return days * HOURS * MINUTES + find_minutes(date);
}

int wi_copy_article_compare(const void *left, const void *right) {
  const wi_copy_article *a = left;
  const wi_copy_article *b = right;
  const int order = wi_str_compare((wi_str){a->id, a->id_len}, (wi_str){b->id, b->id_len});
  return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

static int by_hash(const void *left, const void *right) {
  const uint64_t *a = left;
  const uint64_t *b = right;
  return (*a > *b) - (*a < *b);
}

/* Content terms in order, and the numbers among them. */
static bool keep_terms(wi_copy_article *article, const warta_document *document) {
  article->terms = wi_mem_new(document->unit_count, sizeof *article->terms);
  article->numbers = wi_mem_new(document->unit_count, sizeof *article->numbers);
  if (article->terms == NULL || article->numbers == NULL) {
    return false;
  }
  for (size_t i = 0; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (!wi_document_is_content(document, unit)) {
      continue;
    }
    const wi_str text = wi_document_term_text(document, unit->term);
    const uint64_t hash = wi_hash_stable(text);
    article->terms[article->count++] = hash;
    if (text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9') {
      article->numbers[article->number_count++] = hash;
    }
  }
  if (article->number_count > 1) {
    qsort(article->numbers, article->number_count, sizeof *article->numbers, by_hash);
  }
  size_t kept = 0;
  for (size_t i = 0; i < article->number_count; i++) {
    if (kept == 0 || article->numbers[kept - 1] != article->numbers[i]) {
      article->numbers[kept++] = article->numbers[i];
    }
  }
  article->number_count = kept;
  return true;
}

/* The arrays were made for all units; an article is kept for long. */
static void shrink(uint64_t **array, size_t count) {
  uint64_t *smaller = wi_mem_resize(*array, count, sizeof *smaller);
  if (smaller != NULL) {
    *array = smaller;
  }
}

warta_status wi_copy_article_fill(wi_copy_article *article, warta_vocab *vocab,
                                  const warta_document *document, const warta_df *background,
                                  warta_error *error) {
  warta_vector_options title = WARTA_VECTOR_OPTIONS_INIT;
  title.weighting = (warta_text){"bsc", 3};
  title.background = background;
  title.title_weight = 1.0;
  title.body_weight = 0.0;
  title.lead_weight = 0.0;
  title.opening_share = 0.0;
  article->words = document->words;
  warta_vector_options whole = WARTA_VECTOR_OPTIONS_INIT;
  whole.background = background;
  whole.opening_share = 0.0; /* has_same_news looks at the openings */
  warta_status status = warta_vector_build_with(&article->vector, vocab, document, &whole, error);
  if (status == WARTA_OK) {
    status = warta_vector_build_with(&article->title, vocab, document, &title, error);
  }
  if (status == WARTA_OK && !keep_terms(article, document)) {
    status = wi_status_no_memory(error);
  }
  if (status != WARTA_OK) {
    wi_copy_article_clear(article);
    return status;
  }
  shrink(&article->terms, article->count);
  shrink(&article->numbers, article->number_count);
  return WARTA_OK;
}

static double share(size_t part, size_t whole) {
  return whole == 0 ? 0.0 : (double)part / (double)whole;
}

/* How much of a's lead stands in b's. */
static double shared_lead(const wi_copy_article *a, const wi_copy_article *b) {
  uint64_t hashes[LEAD_SHINGLES];
  const wi_term_run own = {a->terms, a->count < LEAD_TERMS ? a->count : LEAD_TERMS};
  const wi_term_run other = {b->terms, b->count < LEAD_SHINGLES ? b->count : LEAD_SHINGLES};
  const wi_shingle_set set = {hashes, wi_shingle_collect(hashes, other, LEAD_RUN)};
  return share(wi_shingle_cover(own, &set, LEAD_RUN), own.count);
}

/* True as well if there is no headline to tell by. */
static bool has_same_news(const wi_copy_article *a, const wi_copy_article *b) {
  if (warta_vector_count(a->title) == 0 || warta_vector_count(b->title) == 0) {
    return true;
  }
  const double there = shared_lead(a, b);
  const double back = shared_lead(b, a);
  return warta_similarity(a->title, b->title) + (there > back ? there : back) >= SAME_NEWS;
}

static bool is_bulletin(const wi_copy_article *shorter, const wi_copy_article *longer) {
  size_t shared = 0;
  for (size_t i = 0, k = 0; i < shorter->number_count; i++) {
    while (k < longer->number_count && longer->numbers[k] < shorter->numbers[i]) {
      k++;
    }
    shared += k < longer->number_count && longer->numbers[k] == shorter->numbers[i];
  }
  return shorter->number_count >= BULLETIN_NUMBERS && 2 * shared < shorter->number_count;
}

static warta_copy_verdict judge(const warta_copy_pair *row, const wi_copy_article *a,
                                const wi_copy_article *b, double least) {
  const bool is_a_shorter = a->count <= b->count;
  const wi_copy_article *shorter = is_a_shorter ? a : b;
  const wi_copy_article *longer = is_a_shorter ? b : a;
  const bool is_a_more = row->contained_a >= row->contained_b;
  const double more = is_a_more ? row->contained_a : row->contained_b;
  const double less = is_a_more ? row->contained_b : row->contained_a;
  const bool has_new_terms =
      more < ALL_BUT_WHOLE && row->cosine < SAME_TERMS * wi_weight_sqrt(less);
  const double stray = (1.0 - more) * (double)(is_a_more ? a->count : b->count);
  const bool is_contained =
      more >= least || (more >= STRAY_LEAST && stray <= (double)STRAY_TERMS + 0.5);
  const bool has_other_news = has_new_terms || !has_same_news(a, b);
  if (!is_contained || is_bulletin(shorter, longer) ||
      (less < BOTH_ALL_BUT_WHOLE && has_other_news)) {
    return WARTA_COPY_FOLLOWUP;
  }
  return (double)longer->count <= AS_LONG * (double)shorter->count ? WARTA_COPY : WARTA_COPY_CUT;
}

bool wi_copy_compare(warta_copy_pair *out, const wi_copy_side *a, const wi_copy_side *b,
                     const warta_nearcopy_options *options) {
  const wi_term_run run_a = {a->article->terms, a->article->count};
  const wi_term_run run_b = {b->article->terms, b->article->count};
  const size_t in_b = wi_shingle_cover(run_a, &b->shingles, WI_SHINGLE_TERMS);
  const size_t in_a = wi_shingle_cover(run_b, &a->shingles, WI_SHINGLE_TERMS);
  out->contained_a = share(in_b, run_a.count);
  out->contained_b = share(in_a, run_b.count);
  if (out->contained_a < options->shared && out->contained_b < options->shared) {
    return false;
  }
  out->cosine = warta_similarity(a->article->vector, b->article->vector);
  out->verdict = judge(out, a->article, b->article, options->copy);
  return true;
}
