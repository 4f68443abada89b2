/* The articles nearest to a document, exactly.
 *
 * One pass over the postings of the document's terms gives for each article the product of the two
 * vectors, up to the lengths of the article's two parts, which are known within the drift
 * (norms.h). So each score is known within bounds; who may be among the nearest is made a document
 * again and scored by the public calls. */
#include <stdlib.h>
#include <string.h>

#include <warta/similarity.h>

#include "archive_data.h"
#include "hits.h"
#include "mem.h"
#include "norms.h"
#include "status.h"
#include "vector.h"
#include "weight.h"

/* Mentions count whole, one and a half or twice; beyond the table few terms are left. */
enum { HALVES = 256 };

/* A term of the document: what an article's local weight is multiplied by, for each part. */
typedef struct asked_term {
  uint32_t number;
  double factors[WI_PARTS];
} asked_term;

typedef struct nearing {
  warta_archive *archive;
  const warta_archive_near_options *options;
  warta_df *df;
  warta_vocab *vocab;
  warta_vector *vector; /* of the document */
  asked_term *terms; /* by number, once they are sorted */
  size_t term_count;
  float (*sums)[WI_PARTS]; /* by article; once they are whole, the first is the estimate */
  float locals[256][WI_PARTS]; /* by the code of a posting */
  float halves[HALVES]; /* local weights by twice the tf */
  wi_drift drift;
  wi_chunk chunk; /* scratch */
} nearing;

/* Of sums in single precision: 2^-24 for each of some hundred terms. */
static const double ROUNDING = 1e-4;

static void free_nearing(nearing *n) {
  warta_vector_free(n->vector);
  warta_vocab_free(n->vocab);
  warta_df_free(n->df);
  wi_mem_free(n->terms);
  wi_mem_free(n->sums);
}

static int by_number(const void *left, const void *right) {
  const asked_term *a = left;
  const asked_term *b = right;
  return (a->number > b->number) - (a->number < b->number);
}

/* The entries of a term's two parts lie beside each other. */
static bool list_terms(nearing *n) {
  static const warta_vector_options DEFAULTS = WARTA_VECTOR_OPTIONS_INIT;
  const double shares[WI_PARTS] = {wi_weight_sqrt(1.0 - DEFAULTS.opening_share),
                                   wi_weight_sqrt(DEFAULTS.opening_share)};
  const size_t count = warta_vector_count(n->vector);
  const char *last = NULL;
  n->terms = wi_mem_new(count, sizeof *n->terms);
  if (n->terms == NULL) {
    return wi_db_no_memory(n->archive->db);
  }
  for (size_t i = 0; i < count; i++) {
    const warta_vector_entry entry = warta_vector_at(n->vector, i);
    if (entry.term != last) {
      wi_known_count known;
      if (!wi_archive_look_up_term(n->archive, (wi_str){entry.term, entry.len}, &known)) {
        return false;
      }
      n->terms[n->term_count].number = known.number;
      n->term_count += known.df > 0;
      last = known.df > 0 ? entry.term : NULL;
    }
    if (last != NULL) {
      asked_term *term = &n->terms[n->term_count - 1];
      const uint32_t df = warta_df_lookup(n->df, entry.term, entry.len);
      const double idf = wi_weight_global('s', df, n->archive->counts.articles, WARTA_IDF_MAX);
      term->factors[entry.part] = entry.weight * idf * shares[entry.part];
    }
  }
  if (n->term_count > 1) {
    qsort(n->terms, n->term_count, sizeof *n->terms, by_number);
  }
  return true;
}

/* Twice the tf: the weights of the fields are halves. */
static uint32_t halves_of(const wi_record_count *count, warta_vector_part part) {
  static const warta_vector_options DEFAULTS = WARTA_VECTOR_OPTIONS_INIT;
  const uint32_t title = (uint32_t)(2.0 * DEFAULTS.title_weight) * count->in[WARTA_FIELD_TITLE];
  const uint32_t opening = count->in[WARTA_FIELD_OPENING];
  if (part == WARTA_PART_OPENING) {
    return title + 2 * opening;
  }
  return title + (uint32_t)(2.0 * DEFAULTS.lead_weight) * (opening + count->in[WARTA_FIELD_LEAD]) +
         (uint32_t)(2.0 * DEFAULTS.body_weight) * count->in[WARTA_FIELD_BODY];
}

static float local_of(const nearing *n, const wi_record_count *count, warta_vector_part part) {
  const uint32_t halves = halves_of(count, part);
  return halves < HALVES ? n->halves[halves]
                         : (float)wi_weight_local('l', (double)halves / 2.0, NULL);
}

static void fill_locals(nearing *n) {
  for (uint32_t i = 1; i < HALVES; i++) {
    n->halves[i] = (float)wi_weight_local('l', (double)i / 2.0, NULL);
  }
  for (int code = 1; code < WI_CODES; code++) {
    const wi_record_count count = wi_run_count_of((uint8_t)code);
    n->locals[code][0] = local_of(n, &count, WARTA_PART_WHOLE);
    n->locals[code][1] = local_of(n, &count, WARTA_PART_OPENING);
  }
}

static void add_chunk(nearing *n, const wi_chunk *chunk, const float factors[WI_PARTS]) {
  const float whole = factors[0];
  const float opening = factors[1];
  for (size_t i = 0; i < chunk->count; i++) {
    float *sums = n->sums[chunk->articles[i]];
    const uint8_t code = chunk->codes[i];
    if (code == 0) {
      sums[0] += whole * local_of(n, &chunk->wide[i], WARTA_PART_WHOLE);
      sums[1] += opening * local_of(n, &chunk->wide[i], WARTA_PART_OPENING);
    } else {
      sums[0] += whole * n->locals[code][0];
      sums[1] += opening * n->locals[code][1];
    }
  }
}

static bool add_term(nearing *n, wi_run_cursor *cursor, const asked_term *term) {
  const float factors[WI_PARTS] = {(float)term->factors[0], (float)term->factors[1]};
  const uint64_t key = wi_term_key(term->number, WI_TERM_STANDS);
  if (!wi_run_seek(cursor, key)) {
    return false;
  }
  do {
    if (!wi_run_chunk(cursor, key, &n->chunk)) {
      return false;
    }
    add_chunk(n, &n->chunk, factors);
  } while (n->chunk.count > 0);
  return true;
}

static bool add_terms(nearing *n) {
  wi_run_cursor *cursor = wi_mem_new(1, sizeof *cursor);
  if (cursor == NULL) {
    return wi_db_no_memory(n->archive->db);
  }
  bool is_done = true;
  for (size_t i = 0; i < n->archive->segment_count && is_done; i++) {
    wi_run_open(cursor, n->archive->db, WI_RUN_POSTINGS, &n->archive->segments[i]);
    for (size_t k = 0; k < n->term_count && is_done; k++) {
      is_done = cursor->is_at_end || add_term(n, cursor, &n->terms[k]);
    }
  }
  wi_mem_free(cursor);
  return is_done;
}

/* The score by the lengths of the epoch. */
static float estimate(const nearing *n, uint32_t article) {
  const wi_length *length = &n->archive->lengths[article];
  const float *sums = n->sums[article];
  if (!length->is_live || article == n->options->without) {
    return 0.0F;
  }
  if (length->norms[1] > 0.0F && length->norms[0] > 0.0F) {
    return (sums[0] * length->norms[1] + sums[1] * length->norms[0]) /
           (length->norms[0] * length->norms[1]);
  }
  return length->norms[0] > 0.0F   ? sums[0] / length->norms[0]
         : length->norms[1] > 0.0F ? sums[1] / length->norms[1]
                                   : 0.0F;
}

/* An estimate below it is not among the `top`, whatever the lengths are now. */
static bool find_floor(const nearing *n, double *floor) {
  const size_t articles = n->archive->counts.next_article;
  const size_t top = n->options->top < articles ? n->options->top : articles;
  double *best = wi_mem_new(top, sizeof *best);
  if (best == NULL) {
    return wi_db_no_memory(n->archive->db);
  }
  for (uint32_t i = 1; i < articles; i++) {
    const float score = estimate(n, i);
    n->sums[i][0] = score;
    wi_best_offer(best, top, (double)score);
  }
  /* The worst of the best may be as low as best[0] / most; who may be as high is worth a look. */
  const double worst = best[0] / n->drift.most;
  *floor = (worst > n->options->min ? worst : n->options->min) * n->drift.least * (1.0 - ROUNDING);
  wi_mem_free(best);
  return true;
}

static bool score_article(nearing *n, uint32_t number, wi_hit_array *hits) {
  warta_vector_options how = WARTA_VECTOR_OPTIONS_INIT;
  warta_document *document = NULL;
  warta_vector *vector = NULL;
  bool is_there = false;
  if (!wi_archive_make_document(&document, n->archive, number, &is_there)) {
    return false;
  }
  if (!is_there) {
    return wi_db_damaged(n->archive->db, "an article without its record");
  }
  how.background = n->df;
  bool is_done = wi_archive_count_record(n->archive, n->df) &&
                 (warta_vector_build_with(&vector, n->vocab, document, &how, NULL) == WARTA_OK ||
                  wi_db_no_memory(n->archive->db));
  if (is_done) {
    const double score = warta_similarity(n->vector, vector);
    is_done = !(score > 0.0) || score < n->options->min ||
              wi_hits_add(hits, (wi_hit){number, score}) || wi_db_no_memory(n->archive->db);
  }
  warta_vector_free(vector);
  warta_document_free(document);
  return is_done;
}

static bool score_candidates(nearing *n, wi_hit_array *hits) {
  double floor = 0.0;
  bool is_done = find_floor(n, &floor);
  for (uint32_t i = 1; i < n->archive->counts.next_article && is_done; i++) {
    const double score = (double)n->sums[i][0];
    is_done = !(score > 0.0) || score < floor || score_article(n, i, hits);
  }
  return is_done;
}

/* Once for each moment of the archive. */
static bool find_drift(nearing *n) {
  warta_archive *archive = n->archive;
  wi_epoch epoch;
  if (!archive->has_drift) {
    if (!wi_epoch_load(archive, &epoch)) {
      return false;
    }
    archive->has_drift = wi_epoch_drift(archive, &epoch, &n->drift);
    wi_epoch_free(&epoch);
    archive->drift_least = n->drift.least;
    archive->drift_most = n->drift.most;
  }
  n->drift = (wi_drift){archive->drift_least, archive->drift_most};
  return archive->has_drift;
}

static bool open_nearing(nearing *n, const warta_document *document) {
  warta_vector_options how = WARTA_VECTOR_OPTIONS_INIT;
  n->sums = wi_mem_new(n->archive->counts.next_article, sizeof *n->sums);
  if (n->sums == NULL || wi_archive_open_df(&n->df, n->archive, NULL) != WARTA_OK ||
      warta_vocab_open(&n->vocab, NULL) != WARTA_OK) {
    (void)wi_db_no_memory(n->archive->db);
    return false;
  }
  how.background = n->df;
  if (!wi_archive_count_terms(n->archive, n->df, document)) {
    return false;
  }
  if (warta_vector_build_with(&n->vector, n->vocab, document, &how, NULL) != WARTA_OK) {
    return wi_db_no_memory(n->archive->db);
  }
  fill_locals(n);
  return find_drift(n) && wi_archive_load_lengths(n->archive) && list_terms(n);
}

warta_status warta_archive_near(warta_archive_hits **out, warta_archive *archive,
                                const warta_document *document,
                                const warta_archive_near_options *options, warta_error *error) {
  static const warta_archive_near_options DEFAULTS = WARTA_ARCHIVE_NEAR_OPTIONS_INIT;
  const warta_archive_near_options *chosen = options == NULL ? &DEFAULTS : options;
  wi_hit_array hits = {NULL, 0, 0};
  *out = NULL;
  wi_status_clear(error);
  if (chosen->top == 0 || !(chosen->min >= 0.0)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "top, min");
  }
  nearing *n = wi_mem_new(1, sizeof *n);
  if (n == NULL) {
    return wi_status_no_memory(error);
  }
  n->archive = archive;
  n->options = chosen;
  bool is_done = wi_archive_begin_read(archive) && open_nearing(n, document) && add_terms(n) &&
                 score_candidates(n, &hits);
  if (is_done) {
    (void)wi_hits_keep_best(&hits, chosen->top);
    is_done = wi_hits_name(out, archive, &hits, chosen->top);
  }
  free_nearing(n);
  wi_mem_free(n);
  wi_mem_free(hits.items);
  return is_done ? WARTA_OK : wi_archive_fail(archive, error);
}
