#include <warta/keywords.h>

#include <stdbool.h>
#include <stdlib.h>

#include "buf.h"
#include "candidates.h"
#include "df.h"
#include "document_data.h"
#include "fold.h"
#include "keyword_forms.h"
#include "mem.h"
#include "mentions.h"
#include "overlap.h"
#include "status.h"
#include "weight.h"

enum { LIMIT_MAX = 10000 };

/* The score of a candidate is
 *
 *   mentions * sum of min(idf, IDF_CAP) of its words * place * name * headline
 *
 * Measured on news with known headlines: without the cap, rare words win (-2 points of F1); with
 * the logarithm of the mentions, a third of the score is lost; without the place, 5 points. The
 * shares and the gain of names were set on tags that readers gave. */
static const double IDF_CAP = 5.0;
/* What stands first has three times the weight of what stands at the end; a lead has 40 words. */
static const double PLACE_GAIN = 2.0;
static const double PLACE_DECAY = 40.0;
/* A word inside a longer candidate is hardly a mention of the word itself ("Manchester"), yet where
 * phrases with it differ it may be all that they share, so it is not nothing. */
static const double INSIDE_SHARE = 0.1;
/* A short name is a mention of the full one, but may be of a namesake. */
static const double ECHO_SHARE = 0.5;
/* Names are what readers search for; where only single words are wanted they gain nothing by it. */
static const double NAME_GAIN = 3.0;
/* A candidate whose words all stand in the headline. */
static const double HEADLINE_GAIN = 1.0;

typedef struct ranked {
  double score;
  uint32_t candidate;
  uint32_t unit; /* of the first occurrence */
  uint32_t units;
} ranked;

struct warta_keyword_list {
  warta_keyword *items;
  size_t count;
  size_t capacity;
  warta_span *spans;
  wi_arena text;
};

typedef struct ranking {
  const warta_document *document;
  wi_df_view background;
  const warta_keyword_options *options;
  wi_candidates set;
  wi_keyword_forms forms;
  ranked *order;
  size_t order_count;
  wi_overlap shown; /* the forms shown, folded */
  wi_overlap terms;
  wi_buf form;
  wi_buf folded;
} ranking;

static warta_status check_options(const warta_keyword_options *options, warta_error *error) {
  if (options->struct_size < sizeof *options) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "struct_size");
  }
  if (options->limit < 1 || options->limit > LIMIT_MAX) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "limit is not from 1 to 10000");
  }
  if (options->max_words < 1 || options->max_words > WI_CANDIDATE_MAX_UNITS) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "max_words is not from 1 to 8");
  }
  return WARTA_OK;
}

/* A number inside a name (Liga 1, Pilkada 2018) is no subject of its own. */
static double unit_weight(const double *idf, const wi_unit *unit) {
  return unit->type >= WARTA_TOKEN_NUMBER ? 1.0 : idf[unit->term];
}

/* Single words are asked for as words, not as names or parts of names. */
static double count_mentions(const ranking *rank, const wi_candidate *item) {
  if (rank->options->max_words == 1) {
    return (double)item->count;
  }
  const uint32_t inside = item->count - item->alone;
  return (double)item->alone + INSIDE_SHARE * (double)inside + ECHO_SHARE * (double)item->echoes;
}

static double score(const ranking *rank, const double *idf, const wi_candidate *item) {
  const warta_document *document = rank->document;
  double sum = 0.0;
  uint32_t in_title = 0;
  for (uint32_t i = 0; i < item->units; i++) {
    const wi_unit *unit = &document->units[item->unit + i];
    sum += unit_weight(idf, unit);
    in_title += document->term_rows[unit->term].title_count > 0;
  }
  double result = count_mentions(rank, item) * sum;
  result *= wi_weight_place((double)item->place, PLACE_GAIN, PLACE_DECAY);
  result *= 1.0 + HEADLINE_GAIN * (double)in_title / (double)item->units;
  if (rank->options->max_words > 1 && wi_candidate_is_name(item)) {
    result *= NAME_GAIN;
  }
  return result;
}

static double *weigh_terms(const ranking *rank) {
  const warta_document *document = rank->document;
  double *idf = wi_mem_new(document->terms.count, sizeof *idf);
  if (idf == NULL) {
    return NULL;
  }
  const uint32_t documents = wi_df_view_documents(&rank->background);
  for (uint32_t term = 0; term < document->terms.count; term++) {
    const uint32_t df = wi_df_view_lookup(&rank->background, wi_document_term_text(document, term));
    idf[term] = wi_weight_idf(df, documents, IDF_CAP);
  }
  return idf;
}

/* Best first; ties by the place of the first occurrence, then the longer one. */
static int by_score(const void *left, const void *right) {
  const ranked *a = left;
  const ranked *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  if (a->unit != b->unit) {
    return a->unit < b->unit ? -1 : 1;
  }
  return (a->units < b->units) - (a->units > b->units);
}

static bool put_in_order(ranking *rank) {
  const uint32_t count = wi_candidates_count(&rank->set);
  double *idf = weigh_terms(rank);
  rank->order = wi_mem_new(count, sizeof *rank->order);
  if (idf == NULL || rank->order == NULL) {
    wi_mem_free(idf);
    return false;
  }
  for (uint32_t id = 0; id < count; id++) {
    const wi_candidate *item = &rank->set.items[id];
    if (wi_candidate_may_rank(item)) {
      rank->order[rank->order_count++] =
          (ranked){score(rank, idf, item), id, item->unit, item->units};
    }
  }
  wi_mem_free(idf);
  if (rank->order_count > 1) {
    qsort(rank->order, rank->order_count, sizeof *rank->order, by_score);
  }
  return true;
}

static bool keep(ranking *rank, const ranked *row, warta_keyword_list *list) {
  const wi_str text = wi_arena_copy(&list->text, wi_buf_str(&rank->form));
  if (text.ptr == NULL ||
      !wi_mem_grow(&list->items, &list->capacity, list->count, sizeof *list->items)) {
    return false;
  }
  list->items[list->count++] = (warta_keyword){
      .text = text.ptr, .len = text.len, .score = row->score, .count = row->candidate};
  return true;
}

/* Takes the row if no keyword that is taken stands in it, nor it in one: by the form shown, and by
 * terms, as "investasi" is no other keyword than "investor Jepang" is without its "Jepang". */
static bool consider(ranking *rank, const ranked *row, warta_keyword_list *list) {
  if (!wi_keyword_forms_terms(&rank->forms, row->candidate, &rank->folded)) {
    return false;
  }
  if (wi_overlap_clashes(&rank->terms, wi_buf_str(&rank->folded))) {
    return true;
  }
  if (!wi_keyword_forms_show(&rank->forms, row->candidate, rank->options->max_words, &rank->form)) {
    return false;
  }
  wi_buf_clear(&rank->folded);
  if (!wi_fold(&rank->folded, wi_buf_str(&rank->form))) {
    return false;
  }
  if (wi_overlap_clashes(&rank->shown, wi_buf_str(&rank->folded))) {
    return true;
  }
  return wi_overlap_add(&rank->shown, wi_buf_str(&rank->folded)) &&
         wi_keyword_forms_terms(&rank->forms, row->candidate, &rank->folded) &&
         wi_overlap_add(&rank->terms, wi_buf_str(&rank->folded)) && keep(rank, row, list);
}

/* Until here the count of a keyword is the number of its candidate. */
static bool fill_spans(const ranking *rank, warta_keyword_list *list) {
  size_t total = 0;
  for (size_t i = 0; i < list->count; i++) {
    total += rank->set.items[list->items[i].count].count;
  }
  list->spans = wi_mem_new(total, sizeof *list->spans);
  if (list->spans == NULL) {
    return false;
  }
  warta_span *next = list->spans;
  const double best = list->count > 0 ? list->items[0].score : 1.0;
  for (size_t i = 0; i < list->count; i++) {
    warta_keyword *keyword = &list->items[i];
    const uint32_t candidate = keyword->count;
    keyword->count = rank->set.items[candidate].count;
    keyword->score = best > 0.0 ? keyword->score / best : 1.0;
    keyword->spans = next;
    for (uint32_t n = 0; n < keyword->count; n++, next++) {
      wi_keyword_forms_span(&rank->forms, candidate, n, &next->start, &next->end);
    }
  }
  return true;
}

static bool run(ranking *rank, warta_keyword_list *list) {
  if (!wi_candidates_find(&rank->set, rank->document, rank->options->max_words)) {
    return false;
  }
  if (wi_candidates_count(&rank->set) == 0 && !wi_candidates_find_any(&rank->set, rank->document)) {
    return false;
  }
  if (!wi_mentions_count(&rank->set, rank->document) ||
      !wi_keyword_forms_make(&rank->forms, rank->document, &rank->set) || !put_in_order(rank)) {
    return false;
  }
  for (size_t i = 0; i < rank->order_count && list->count < rank->options->limit; i++) {
    if (!consider(rank, &rank->order[i], list)) {
      return false;
    }
  }
  return fill_spans(rank, list);
}

static void free_ranking(ranking *rank) {
  wi_candidates_free(&rank->set);
  wi_keyword_forms_free(&rank->forms);
  wi_mem_free(rank->order);
  wi_overlap_free(&rank->shown);
  wi_overlap_free(&rank->terms);
  wi_buf_free(&rank->form);
  wi_buf_free(&rank->folded);
}

warta_status warta_keywords(warta_keyword_list **out, const warta_document *document,
                            const warta_df *background, const warta_keyword_options *options,
                            warta_error *error) {
  const warta_keyword_options defaults = WARTA_KEYWORD_OPTIONS_INIT;
  ranking rank = {.document = document,
                  .background = wi_df_view_make(background, document->analyzer),
                  .options = options == NULL ? &defaults : options,
                  .shown = wi_overlap_make(),
                  .terms = wi_overlap_make(),
                  .form = wi_buf_make(SIZE_MAX),
                  .folded = wi_buf_make(SIZE_MAX)};
  *out = NULL;
  wi_status_clear(error);
  const warta_status status = check_options(rank.options, error);
  if (status != WARTA_OK) {
    return status;
  }
  warta_keyword_list *list = wi_mem_new(1, sizeof *list);
  const bool fits = list != NULL && run(&rank, list);
  free_ranking(&rank);
  if (!fits) {
    warta_keywords_free(list);
    return wi_status_no_memory(error);
  }
  *out = list;
  return WARTA_OK;
}

void warta_keywords_free(warta_keyword_list *list) {
  if (list == NULL) {
    return;
  }
  wi_mem_free(list->items);
  wi_mem_free(list->spans);
  wi_arena_free(&list->text);
  wi_mem_free(list);
}

size_t warta_keywords_count(const warta_keyword_list *list) {
  return list->count;
}

warta_keyword warta_keywords_at(const warta_keyword_list *list, size_t index) {
  return list->items[index];
}
