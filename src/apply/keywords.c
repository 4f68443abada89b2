#include <warta/keywords.h>

#include <stdbool.h>
#include <stdlib.h>

#include "buf.h"
#include "candidates.h"
#include "df.h"
#include "document_data.h"
#include "fold.h"
#include "keyword_doubles.h"
#include "keyword_features.h"
#include "keyword_forms.h"
#include "keyword_scores.h"
#include "mem.h"
#include "mentions.h"
#include "name_runs.h"
#include "status.h"

enum { LIMIT_MAX = 10000 };

typedef struct ranked {
  double total;
  uint32_t candidate;
  uint32_t unit; /* of the first occurrence */
  uint32_t units;
} ranked;

struct warta_keyword_list {
  warta_keyword *items;
  warta_keyword_parts *parts; /* of each item */
  wi_keyword_numbers *numbers; /* of each item */
  size_t count;
  size_t capacity;
  size_t parts_capacity;
  size_t numbers_capacity;
  warta_span *spans;
  wi_arena text;
};

typedef struct ranking {
  const warta_document *document;
  wi_df_view background;
  const warta_keyword_options *options;
  wi_candidates set;
  wi_keyword_forms forms;
  wi_keyword_scorer scorer;
  ranked *order;
  size_t order_count;
  wi_keyword_doubles doubles;
  wi_buf form; /* as shown */
  wi_buf folded;
  wi_buf terms;
  wi_buf initials;
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

/* Best first; ties by the place of the first occurrence, then the longer one. */
static int by_score(const void *left, const void *right) {
  const ranked *a = left;
  const ranked *b = right;
  if (a->total > b->total || a->total < b->total) {
    return a->total > b->total ? -1 : 1;
  }
  if (a->unit != b->unit) {
    return a->unit < b->unit ? -1 : 1;
  }
  return (a->units < b->units) - (a->units > b->units);
}

static bool put_in_order(ranking *rank) {
  const uint32_t count = wi_candidates_count(&rank->set);
  rank->order = wi_mem_new(count, sizeof *rank->order);
  if (rank->order == NULL ||
      !wi_keyword_scorer_make(&rank->scorer, rank->document, &rank->background,
                              rank->options->max_words == 1)) {
    return false;
  }
  for (uint32_t id = 0; id < count; id++) {
    const wi_candidate *item = &rank->set.items[id];
    if (wi_candidate_may_rank(item)) {
      const wi_keyword_numbers numbers = wi_keyword_read(&rank->scorer.reader, item);
      const wi_keyword_score score = wi_keyword_score_of(&rank->scorer, item, &numbers);
      rank->order[rank->order_count++] =
          (ranked){wi_keyword_score_total(&score), id, item->unit, item->units};
    }
  }
  if (rank->order_count > 1) {
    qsort(rank->order, rank->order_count, sizeof *rank->order, by_score);
  }
  return true;
}

static bool make_room(warta_keyword_list *list) {
  return wi_mem_grow(&list->items, &list->capacity, list->count, sizeof *list->items) &&
         wi_mem_grow(&list->parts, &list->parts_capacity, list->count, sizeof *list->parts) &&
         wi_mem_grow(&list->numbers, &list->numbers_capacity, list->count, sizeof *list->numbers);
}

static bool keep(ranking *rank, const ranked *row, warta_keyword_list *list) {
  const wi_candidate *item = &rank->set.items[row->candidate];
  const wi_keyword_numbers numbers = wi_keyword_read(&rank->scorer.reader, item);
  const wi_keyword_score score = wi_keyword_score_of(&rank->scorer, item, &numbers);
  const wi_str text = wi_arena_copy(&list->text, wi_buf_str(&rank->form));
  if (text.ptr == NULL || !make_room(list)) {
    return false;
  }
  list->numbers[list->count] = numbers;
  list->parts[list->count] = (warta_keyword_parts){.frequency = score.parts[WI_PART_FREQUENCY],
                                                   .idf = score.parts[WI_PART_IDF],
                                                   .position = score.parts[WI_PART_POSITION],
                                                   .name = score.parts[WI_PART_NAME],
                                                   .form = score.parts[WI_PART_FORM],
                                                   .headline = score.headline,
                                                   .total = row->total};
  list->items[list->count++] = (warta_keyword){
      .text = text.ptr, .len = text.len, .score = row->total, .count = row->candidate};
  return true;
}

/* The first letters of a phrase's words, those that join its parts left out, or the acronym. */
static bool take_initials(ranking *rank, const wi_candidate *item) {
  const warta_document *document = rank->document;
  wi_buf_clear(&rank->initials);
  if (item->units == 1) {
    return wi_buf_append(&rank->initials, wi_buf_str(&rank->folded));
  }
  bool is_person = true;
  for (uint32_t i = 0; i < item->units; i++) {
    const wi_unit *unit = &document->units[item->unit + i];
    const wi_str word = wi_str_slice(document->text, unit->start, unit->end);
    is_person = is_person && wi_name_is_pure(document, unit);
    if ((unit->flags & WARTA_TOKEN_CAPITALISED) &&
        !wi_fold(&rank->initials, wi_str_slice(word, 0, 1))) {
      return false;
    }
  }
  if (is_person) {
    wi_buf_clear(&rank->initials);
  }
  return true;
}

static bool is_acronym(const ranking *rank, const wi_candidate *item) {
  return item->units == 1 && rank->document->units[item->unit].type == WARTA_TOKEN_ACRONYM;
}

static bool make_face(ranking *rank, uint32_t candidate, wi_keyword_face *face) {
  const wi_candidate *item = &rank->set.items[candidate];
  wi_buf_clear(&rank->folded);
  if (!wi_keyword_forms_terms(&rank->forms, candidate, &rank->terms) ||
      !wi_keyword_forms_show(&rank->forms, candidate, rank->options->max_words, &rank->form) ||
      !wi_fold(&rank->folded, wi_buf_str(&rank->form))) {
    return false;
  }
  const bool acronym = is_acronym(rank, item);
  if ((acronym || wi_candidate_is_name(item)) && !take_initials(rank, item)) {
    return false;
  }
  *face = (wi_keyword_face){wi_buf_str(&rank->folded), wi_buf_str(&rank->terms), (wi_str){NULL, 0},
                            acronym};
  if (acronym || (item->units > 1 && wi_candidate_is_name(item))) {
    face->initials = wi_buf_str(&rank->initials);
  }
  return true;
}

/* Takes the row if no keyword that is taken says the same. */
static bool consider(ranking *rank, const ranked *row, warta_keyword_list *list) {
  wi_keyword_face face;
  if (!make_face(rank, row->candidate, &face)) {
    return false;
  }
  if (rank->options->doubles != 0) {
    return keep(rank, row, list);
  }
  return wi_keyword_doubles_clash(&rank->doubles, &face) ||
         (wi_keyword_doubles_add(&rank->doubles, &face) && keep(rank, row, list));
}

static int by_start(const void *left, const void *right) {
  const warta_span *a = left;
  const warta_span *b = right;
  if (a->start != b->start) {
    return a->start < b->start ? -1 : 1;
  }
  return (a->end < b->end) - (a->end > b->end);
}

static size_t count_spans(const ranking *rank, uint32_t candidate) {
  size_t total = rank->set.items[candidate].count;
  uint32_t id = rank->set.items[candidate].first_short;
  while (id != WI_NO_CANDIDATE) {
    total += rank->set.items[id].count;
    id = rank->set.items[id].next_short;
  }
  return total;
}

static size_t put_spans(const ranking *rank, uint32_t candidate, warta_span *out) {
  const uint32_t count = rank->set.items[candidate].count;
  for (uint32_t n = 0; n < count; n++) {
    wi_keyword_forms_span(&rank->forms, candidate, n, &out[n].start, &out[n].end);
  }
  return count;
}

/* The spans of the keyword and of its short forms, in text order, none inside another. */
static uint32_t collect_spans(const ranking *rank, uint32_t candidate, warta_span *out) {
  const uint32_t first_short = rank->set.items[candidate].first_short;
  size_t total = put_spans(rank, candidate, out);
  for (uint32_t id = first_short; id != WI_NO_CANDIDATE; id = rank->set.items[id].next_short) {
    total += put_spans(rank, id, out + total);
  }
  if (first_short == WI_NO_CANDIDATE) {
    return (uint32_t)total;
  }
  qsort(out, total, sizeof *out, by_start);
  size_t kept = 0;
  for (size_t i = 0; i < total; i++) {
    if (kept == 0 || out[i].start >= out[kept - 1].end) {
      out[kept++] = out[i];
    }
  }
  return (uint32_t)kept;
}

/* Until here the count of a keyword is the number of its candidate. */
static bool fill_spans(const ranking *rank, warta_keyword_list *list) {
  size_t total = 0;
  for (size_t i = 0; i < list->count; i++) {
    total += count_spans(rank, list->items[i].count);
  }
  list->spans = wi_mem_new(total, sizeof *list->spans);
  if (list->spans == NULL) {
    return false;
  }
  warta_span *next = list->spans;
  const double best = list->count > 0 ? list->items[0].score : 1.0;
  for (size_t i = 0; i < list->count; i++) {
    warta_keyword *keyword = &list->items[i];
    keyword->count = collect_spans(rank, keyword->count, next);
    keyword->score = best > 0.0 ? keyword->score / best : 1.0;
    list->parts[i].score = keyword->score;
    keyword->spans = next;
    next += keyword->count;
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
  wi_keyword_scorer_free(&rank->scorer);
  wi_keyword_doubles_free(&rank->doubles);
  wi_buf_free(&rank->form);
  wi_buf_free(&rank->folded);
  wi_buf_free(&rank->terms);
  wi_buf_free(&rank->initials);
}

warta_status warta_keywords(warta_keyword_list **out, const warta_document *document,
                            const warta_df *background, const warta_keyword_options *options,
                            warta_error *error) {
  const warta_keyword_options defaults = WARTA_KEYWORD_OPTIONS_INIT;
  ranking rank = {.document = document,
                  .background = wi_df_view_make(background, document->analyzer),
                  .options = options == NULL ? &defaults : options,
                  .doubles = wi_keyword_doubles_make(),
                  .form = wi_buf_make(SIZE_MAX),
                  .folded = wi_buf_make(SIZE_MAX),
                  .terms = wi_buf_make(SIZE_MAX),
                  .initials = wi_buf_make(SIZE_MAX)};
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
  wi_mem_free(list->parts);
  wi_mem_free(list->numbers);
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

warta_keyword_parts warta_keywords_parts(const warta_keyword_list *list, size_t index) {
  return list->parts[index];
}

const int32_t *warta_keywords_features(const warta_keyword_list *list, size_t index) {
  return list->numbers[index].values;
}

size_t warta_keyword_feature_count(void) {
  return WI_KEYWORD_FEATURE_COUNT;
}

const char *warta_keyword_feature_name(size_t index) {
  return wi_keyword_feature_name((wi_keyword_feature)index);
}
