#include <warta/keywords.h>

#include <float.h>
#include <stdbool.h>

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

/* ln 0.5: the score of a longer name as a share of a place's, or of an acronym as a share of a
 * longer keyword's, from which on it stands for the other. */
static const double NEARLY_AS_GOOD = -0.693147180559945;

typedef struct ranked {
  double score; /* logarithm */
  uint32_t candidate;
  uint32_t unit; /* of the first occurrence */
  uint32_t units;
} ranked;

/* What the next document's keywords use again. */
typedef struct workspace {
  wi_arena arena; /* tables of one document */
  wi_candidates set;
  wi_keyword_forms forms;
  wi_keyword_doubles doubles;
  wi_buf form; /* as shown */
  wi_buf folded;
  wi_buf terms;
  wi_buf initials;
} workspace;

struct warta_keyword_list {
  warta_keyword *items;
  warta_keyword_parts *parts; /* of each item */
  wi_keyword_numbers *numbers; /* of each item */
  size_t count;
  size_t capacity;
  size_t parts_capacity;
  size_t numbers_capacity;
  warta_span *spans;
  size_t span_capacity;
  wi_arena text;
  workspace work;
};

typedef struct ranking {
  const warta_document *document;
  const warta_keyword_options *options;
  workspace *work;
  wi_keyword_scorer scorer;
  ranked *heap; /* the best first */
  size_t heap_count;
  double *holders; /* by candidate, of places: the score of the best longer name that holds it */
  bool *covered; /* by unit: lies in a keyword that is taken */
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

/* Ties by the place of the first occurrence, then the longer one. */
static bool is_better(const ranked *a, const ranked *b) {
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score;
  }
  return a->unit != b->unit ? a->unit < b->unit : a->units > b->units;
}

/* Puts the row in at this place or below it, where it is no better than what stands above. */
static void sink(ranking *rank, size_t at, ranked row) {
  ranked *heap = rank->heap;
  while (2 * at + 1 < rank->heap_count) {
    size_t child = 2 * at + 1;
    child += child + 1 < rank->heap_count && is_better(&heap[child + 1], &heap[child]);
    if (!is_better(&heap[child], &row)) {
      break;
    }
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = row;
}

/* A name that no office begins. */
static bool is_of_places(const wi_candidate *item) {
  return item->units > 1 && wi_candidate_is_name(item) && item->role != WI_ROLE_OFFICE &&
         item->role != WI_ROLE_SEAT && item->role != WI_ROLE_TITLE;
}

static void hold_places(ranking *rank, const wi_candidate *item, double score) {
  const wi_candidates *set = &rank->work->set;
  for (uint32_t i = 0; i < item->units && is_of_places(item); i++) {
    const uint32_t term = rank->document->units[item->unit + i].term;
    const uint32_t single = wi_candidates_single(set, rank->document, term);
    if (single != WI_NO_CANDIDATE && score > rank->holders[single]) {
      rank->holders[single] = score;
    }
  }
}

/* Few of them are asked for, so they are not sorted. */
static bool make_heap(ranking *rank, const wi_df_view *background) {
  const wi_candidates *set = &rank->work->set;
  rank->heap = wi_arena_take(&rank->work->arena, set->count, sizeof *rank->heap);
  rank->holders = wi_arena_take(&rank->work->arena, set->count, sizeof *rank->holders);
  rank->covered =
      wi_arena_new(&rank->work->arena, rank->document->unit_count, sizeof *rank->covered);
  if (rank->heap == NULL || rank->holders == NULL || rank->covered == NULL ||
      !wi_keyword_scorer_make(&rank->scorer, rank->document, background,
                              rank->options->max_words == 1, &rank->work->arena)) {
    return false;
  }
  for (uint32_t id = 0; id < set->count; id++) {
    rank->holders[id] = -DBL_MAX;
  }
  for (uint32_t id = 0; id < set->count; id++) {
    const wi_candidate *item = &set->items[id];
    if (wi_candidate_may_rank(item)) {
      const wi_keyword_numbers numbers = wi_keyword_read(&rank->scorer.reader, item);
      const double score = wi_keyword_rank(&rank->scorer, item, &numbers);
      rank->heap[rank->heap_count++] = (ranked){score, id, item->unit, item->units};
      hold_places(rank, item, score);
    }
  }
  for (size_t at = rank->heap_count / 2; at-- > 0;) {
    sink(rank, at, rank->heap[at]);
  }
  return true;
}

static ranked take_best(ranking *rank) {
  const ranked best = rank->heap[0];
  rank->heap_count--;
  if (rank->heap_count > 0) {
    sink(rank, 0, rank->heap[rank->heap_count]);
  }
  return best;
}

static bool make_room(warta_keyword_list *list) {
  return wi_mem_grow(&list->items, &list->capacity, list->count, sizeof *list->items) &&
         wi_mem_grow(&list->parts, &list->parts_capacity, list->count, sizeof *list->parts) &&
         wi_mem_grow(&list->numbers, &list->numbers_capacity, list->count, sizeof *list->numbers);
}

static bool keep(ranking *rank, const ranked *row, warta_keyword_list *list) {
  const wi_candidate *item = &rank->work->set.items[row->candidate];
  const wi_keyword_numbers numbers = wi_keyword_read(&rank->scorer.reader, item);
  const wi_keyword_score score = wi_keyword_score_of(&rank->scorer, item, &numbers);
  const double total = wi_keyword_score_total(&score);
  const wi_str text = wi_arena_copy(&list->text, wi_buf_str(&rank->work->form));
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
                                                   .total = total};
  list->items[list->count++] =
      (warta_keyword){.text = text.ptr, .len = text.len, .score = total, .count = row->candidate};
  return true;
}

/* The first letters of a phrase's words, those that join its parts left out, or the acronym. */
static bool take_initials(ranking *rank, const wi_candidate *item) {
  const warta_document *document = rank->document;
  wi_buf_clear(&rank->work->initials);
  if (item->units == 1) {
    return wi_buf_append(&rank->work->initials, wi_buf_str(&rank->work->folded));
  }
  bool is_person = true;
  for (uint32_t i = 0; i < item->units; i++) {
    const wi_unit *unit = &document->units[item->unit + i];
    const wi_str word = wi_document_unit_text(document, unit);
    is_person = is_person && wi_name_is_pure(document, unit);
    if ((unit->flags & WARTA_TOKEN_CAPITALISED) &&
        !wi_fold(&rank->work->initials, wi_str_slice(word, 0, 1))) {
      return false;
    }
  }
  if (is_person) {
    wi_buf_clear(&rank->work->initials);
  }
  return true;
}

static bool is_acronym(const ranking *rank, const wi_candidate *item) {
  return item->units == 1 && rank->document->units[item->unit].type == WARTA_TOKEN_ACRONYM;
}

static bool make_face(ranking *rank, uint32_t candidate, bool with_office, wi_keyword_face *face) {
  const wi_candidate *item = &rank->work->set.items[candidate];
  const wi_keyword_form_choice choice = {rank->options->max_words, with_office};
  wi_buf_clear(&rank->work->folded);
  if (!wi_keyword_forms_terms(&rank->work->forms, candidate, &rank->work->terms) ||
      !wi_keyword_forms_show(&rank->work->forms, candidate, choice, &rank->work->form) ||
      !wi_fold(&rank->work->folded, wi_buf_str(&rank->work->form))) {
    return false;
  }
  const bool acronym = is_acronym(rank, item);
  if ((acronym || wi_candidate_is_name(item)) && !take_initials(rank, item)) {
    return false;
  }
  *face = (wi_keyword_face){wi_buf_str(&rank->work->folded), wi_buf_str(&rank->work->terms),
                            (wi_str){NULL, 0}, acronym};
  if (acronym || (item->units > 1 && wi_candidate_is_name(item))) {
    face->initials = wi_buf_str(&rank->work->initials);
  }
  return true;
}

static bool is_covered(const ranking *rank, uint32_t unit, uint32_t units) {
  bool covered = false;
  for (uint32_t i = 0; i < units; i++) {
    covered = covered || rank->covered[unit + i];
  }
  return covered;
}

/* The other half of a phrase that is taken: "putra terbaik" of "pemain putra terbaik", where
 * "pemain putra" stands already. */
static bool is_leftover(const ranking *rank, uint32_t candidate) {
  const wi_keyword_forms *forms = &rank->work->forms;
  const wi_candidate *item = &rank->work->set.items[candidate];
  uint32_t covered = 0;
  for (uint32_t n = 0; n < item->count && item->units > 1; n++) {
    covered += is_covered(rank, wi_keyword_forms_unit(forms, candidate, n), item->units);
  }
  return covered * 2 > item->count;
}

static void cover(ranking *rank, uint32_t candidate) {
  const wi_candidate *item = &rank->work->set.items[candidate];
  for (uint32_t n = 0; n < item->count; n++) {
    const uint32_t unit = wi_keyword_forms_unit(&rank->work->forms, candidate, n);
    for (uint32_t i = 0; i < item->units; i++) {
      rank->covered[unit + i] = true;
    }
  }
}

/* "Indonesia" gives way to "Timnas Indonesia", "Majalengka" to "Kejaksaan Negeri Majalengka", where
 * the longer name is nearly as good: it says the place as well. */
static bool gives_way(const ranking *rank, const ranked *row) {
  const wi_candidate *item = &rank->work->set.items[row->candidate];
  const double longer = rank->holders[row->candidate];
  return item->units == 1 && item->role == WI_ROLE_PLACE && longer < row->score &&
         longer >= row->score + NEARLY_AS_GOOD;
}

/* "Otorita IKN", said five times, gives way to "IKN", said twelve times, where that is nearly as
 * good: an acronym that mostly stands by itself is what the text speaks of. */
static bool is_said_shorter(ranking *rank, const ranked *row) {
  const wi_candidates *set = &rank->work->set;
  const wi_candidate *item = &set->items[row->candidate];
  for (uint32_t i = 0; i < item->units && item->units > 1; i++) {
    const wi_unit *unit = &rank->document->units[item->unit + i];
    const uint32_t id = unit->type == WARTA_TOKEN_ACRONYM
                            ? wi_candidates_single(set, rank->document, unit->term)
                            : WI_NO_CANDIDATE;
    if (id != WI_NO_CANDIDATE && set->items[id].count > 2 * item->count) {
      const wi_keyword_numbers numbers = wi_keyword_read(&rank->scorer.reader, &set->items[id]);
      if (wi_keyword_rank(&rank->scorer, &set->items[id], &numbers) >=
          row->score + NEARLY_AS_GOOD) {
        return true;
      }
    }
  }
  return false;
}

/* Takes the row if no keyword that is taken says the same. Where KPK is taken, "Jubir KPK Budi
 * Prasetyo" is shown without the office. */
static bool consider(ranking *rank, const ranked *row, warta_keyword_list *list) {
  wi_keyword_doubles *doubles = &rank->work->doubles;
  wi_keyword_face face;
  if (!make_face(rank, row->candidate, true, &face)) {
    return false;
  }
  if (rank->options->doubles != 0) {
    return keep(rank, row, list);
  }
  if (is_leftover(rank, row->candidate) || gives_way(rank, row) || is_said_shorter(rank, row)) {
    return true;
  }
  if (wi_keyword_doubles_clash(doubles, &face)) {
    if (!make_face(rank, row->candidate, false, &face)) {
      return false;
    }
    if (wi_keyword_doubles_clash(doubles, &face)) {
      return true;
    }
  }
  cover(rank, row->candidate);
  return wi_keyword_doubles_add(doubles, &face) && keep(rank, row, list);
}

static size_t count_spans(const ranking *rank, uint32_t candidate) {
  const wi_candidate *items = rank->work->set.items;
  size_t total = items[candidate].count;
  for (uint32_t id = items[candidate].first_short; id != WI_NO_CANDIDATE;
       id = items[id].next_short) {
    total += items[id].count;
  }
  return total;
}

/* The spans of a candidate that are still to be taken. */
typedef struct span_source {
  uint32_t candidate;
  uint32_t next;
  warta_span first; /* of those */
} span_source;

static void read_span(const ranking *rank, span_source *from) {
  if (from->next < rank->work->set.items[from->candidate].count) {
    wi_keyword_forms_span(&rank->work->forms, from->candidate, from->next, &from->first.start,
                          &from->first.end);
  }
}

/* In text order, of two at one place the longer one first. */
static bool is_before(const warta_span *a, const warta_span *b) {
  return a->start != b->start ? a->start < b->start : a->end > b->end;
}

/* The keyword itself, and its short forms: each is short for a word of its own. */
static size_t list_sources(const ranking *rank, uint32_t candidate, span_source *sources) {
  const wi_candidate *items = rank->work->set.items;
  size_t count = 0;
  sources[count++] = (span_source){.candidate = candidate};
  for (uint32_t id = items[candidate].first_short;
       id != WI_NO_CANDIDATE && count <= WI_CANDIDATE_MAX_UNITS; id = items[id].next_short) {
    sources[count++] = (span_source){.candidate = id};
  }
  return count;
}

/* The spans of the keyword and of its short forms, in text order, none inside another. */
static uint32_t collect_spans(const ranking *rank, uint32_t candidate, warta_span *out) {
  span_source sources[WI_CANDIDATE_MAX_UNITS + 1];
  const size_t count = list_sources(rank, candidate, sources);
  const wi_candidate *items = rank->work->set.items;
  uint32_t kept = 0;
  for (size_t i = 0; i < count; i++) {
    read_span(rank, &sources[i]);
  }
  for (span_source *next = sources; next != NULL;) {
    next = NULL;
    for (size_t i = 0; i < count; i++) {
      const bool is_left = sources[i].next < items[sources[i].candidate].count;
      if (is_left && (next == NULL || is_before(&sources[i].first, &next->first))) {
        next = &sources[i];
      }
    }
    if (next != NULL) {
      if (kept == 0 || next->first.start >= out[kept - 1].end) {
        out[kept++] = next->first;
      }
      next->next++;
      read_span(rank, next);
    }
  }
  return kept;
}

/* Until here the count of a keyword is the number of its candidate. */
static bool fill_spans(const ranking *rank, warta_keyword_list *list) {
  size_t total = 0;
  for (size_t i = 0; i < list->count; i++) {
    total += count_spans(rank, list->items[i].count);
  }
  if (!wi_mem_reserve(&list->spans, &list->span_capacity, total, sizeof *list->spans)) {
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

static bool find_candidates(ranking *rank) {
  workspace *work = rank->work;
  if (!wi_candidates_find(&work->set, rank->document, rank->options->max_words, &work->arena) ||
      (work->set.count == 0 && !wi_candidates_find_any(&work->set, rank->document, &work->arena))) {
    return false;
  }
  if (rank->options->max_words > 1 && rank->options->doubles == 0) {
    wi_candidates_drop_pieces(&work->set);
  }
  return wi_mentions_count(&work->set, rank->document, &work->arena) &&
         wi_keyword_forms_group(&work->forms, rank->document, &work->set, &work->arena);
}

static bool run(ranking *rank, warta_keyword_list *list, const wi_df_view *background) {
  if (!find_candidates(rank) || !make_heap(rank, background)) {
    return false;
  }
  while (rank->heap_count > 0 && list->count < rank->options->limit) {
    const ranked row = take_best(rank);
    if (!consider(rank, &row, list)) {
      return false;
    }
  }
  return fill_spans(rank, list);
}

static void forget(warta_keyword_list *list) {
  list->count = 0;
  wi_arena_reset(&list->text);
  wi_arena_reset(&list->work.arena);
  wi_keyword_doubles_reset(&list->work.doubles);
}

static void free_work(workspace *work) {
  wi_arena_free(&work->arena);
  wi_candidates_free(&work->set);
  wi_keyword_forms_free(&work->forms);
  wi_keyword_doubles_free(&work->doubles);
  wi_buf_free(&work->form);
  wi_buf_free(&work->folded);
  wi_buf_free(&work->terms);
  wi_buf_free(&work->initials);
}

static workspace make_work(void) {
  return (workspace){.set = wi_candidates_make(),
                     .forms = wi_keyword_forms_make(),
                     .doubles = wi_keyword_doubles_make(),
                     .form = wi_buf_make(SIZE_MAX),
                     .folded = wi_buf_make(SIZE_MAX),
                     .terms = wi_buf_make(SIZE_MAX),
                     .initials = wi_buf_make(SIZE_MAX)};
}

warta_status warta_keywords_renew(warta_keyword_list *list, const warta_document *document,
                                  const warta_df *background, const warta_keyword_options *options,
                                  warta_error *error) {
  const warta_keyword_options defaults = WARTA_KEYWORD_OPTIONS_INIT;
  const wi_df_view view = wi_df_view_make(background, document->analyzer);
  ranking rank = {
      .document = document, .options = options == NULL ? &defaults : options, .work = &list->work};
  forget(list);
  wi_status_clear(error);
  const warta_status status = check_options(rank.options, error);
  if (status != WARTA_OK || run(&rank, list, &view)) {
    return status;
  }
  list->count = 0;
  return wi_status_no_memory(error);
}

warta_status warta_keywords(warta_keyword_list **out, const warta_document *document,
                            const warta_df *background, const warta_keyword_options *options,
                            warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_keyword_list *list = wi_mem_new(1, sizeof *list);
  if (list == NULL) {
    return wi_status_no_memory(error);
  }
  list->work = make_work();
  const warta_status status = warta_keywords_renew(list, document, background, options, error);
  if (status != WARTA_OK) {
    warta_keywords_free(list);
    return status;
  }
  *out = list;
  return WARTA_OK;
}

void warta_keywords_free(warta_keyword_list *list) {
  if (list == NULL) {
    return;
  }
  free_work(&list->work);
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
