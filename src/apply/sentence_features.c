#include "sentence_features.h"

#include <string.h>

#include "sentence_signs.h"
#include "sentence_terms.h"
#include "weight.h"

enum { KEY_TERMS = 10 };

const char *wi_sentence_feature_name(wi_sentence_feature feature) {
#define FEATURE_TEXT(name, text) text,
  static const char *const NAMES[] = {WI_SENTENCE_FEATURES(FEATURE_TEXT)};
#undef FEATURE_TEXT
  return NAMES[feature];
}

static size_t list_kind(wi_sentence_row *rows, const warta_document *document, bool body) {
  size_t count = 0;
  for (size_t i = 0; i < document->sentence_count; i++) {
    const wi_sentence *sentence = &document->sentences[i];
    if (sentence->words > 0 && (sentence->kind == WARTA_SENTENCE_BODY) == body) {
      rows[count++].sentence = (uint32_t)i;
    }
  }
  return count;
}

bool wi_sentence_rows_list(wi_sentence_row **rows, size_t *count, const warta_document *document,
                           wi_arena *arena) {
  *count = 0;
  *rows = wi_arena_new(arena, document->sentence_count, sizeof **rows);
  if (*rows == NULL) {
    return false;
  }
  *count = list_kind(*rows, document, true);
  if (*count == 0) {
    *count = list_kind(*rows, document, false);
  }
  return true;
}

static int32_t thousandths(double part, double whole) {
  return whole > 0.0 ? (int32_t)(part * 1000.0 / whole + 0.5) : 0;
}

/* A row's number to be ranked by: the largest first, ties by the text. */
typedef struct ranked {
  int32_t value;
  uint32_t row;
} ranked;

typedef struct filler {
  wi_sentence_terms terms;
  wi_sentence_row *rows;
  size_t count;
  uint32_t *last; /* by term: the sentence that has it last */
  uint8_t *is_key; /* by term */
  ranked *order; /* scratch, by row */
  double key_total;
  double title_seen;
  double before_length; /* of the vector of the sentence before */
  double lead_length;
  uint32_t lead; /* the first sentence */
} filler;

/* Most weight first; ties by the first occurrence in the text. */
typedef struct heavy_term {
  double weight;
  uint32_t term;
} heavy_term;

static bool is_heavier(heavy_term a, heavy_term b) {
  return a.weight > b.weight || (!(a.weight < b.weight) && a.term < b.term);
}

static void find_keys(filler *f) {
  heavy_term best[KEY_TERMS];
  size_t count = 0;
  const uint32_t terms = f->terms.document->terms.count;
  for (uint32_t term = 0; term < terms; term++) {
    const heavy_term item = {f->terms.weights[term], term};
    if (!(item.weight > 0.0) || (count == KEY_TERMS && !is_heavier(item, best[count - 1]))) {
      continue;
    }
    size_t at = count < KEY_TERMS ? count++ : count - 1;
    for (; at > 0 && is_heavier(item, best[at - 1]); at--) {
      best[at] = best[at - 1];
    }
    best[at] = item;
  }
  for (size_t i = 0; i < count; i++) {
    f->is_key[best[i].term] = 1;
    f->key_total += best[i].weight;
  }
}

static void find_last(filler *f) {
  for (size_t i = 0; i < f->count; i++) {
    wi_term_walk walk = wi_sentence_terms_walk(&f->terms, f->rows[i].sentence);
    while (wi_sentence_terms_next(&f->terms, &walk)) {
      f->last[walk.term] = f->rows[i].sentence;
    }
  }
  wi_sentence_terms_rewind(&f->terms);
}

/* Whether the first sentence has the term: it leaves a mark of its own, as others pass over it. */
enum { IN_LEAD = 2 };

static bool begin(filler *f, const warta_document *document, const wi_df_view *background,
                  wi_arena *arena) {
  f->last = wi_arena_new(arena, document->terms.count, sizeof *f->last);
  f->is_key = wi_arena_new(arena, document->terms.count, sizeof *f->is_key);
  f->order = wi_arena_take(arena, f->count, sizeof *f->order);
  if (!wi_sentence_terms_make(&f->terms, document, background, arena) || f->last == NULL ||
      f->is_key == NULL || f->order == NULL) {
    return false;
  }
  find_keys(f);
  find_last(f);
  return true;
}

typedef struct sums {
  double idf;
  double square;
  double weight;
  double key;
  double dot; /* with the article */
  double title;
  double title_square;
  double title_fresh;
  double fresh;
  double later;
  double lead;
  double previous;
  int32_t terms;
  int32_t names_fresh;
} sums;

static void add(filler *f, sums *s, const wi_term_walk *walk, uint32_t previous) {
  const double idf = f->terms.idf[walk->term];
  const double weight = f->terms.weights[walk->term];
  const bool in_title = f->terms.document->term_rows[walk->term].title_count > 0;
  const bool is_fresh = walk->before == WI_NO_SENTENCE;
  const wi_unit *unit = &f->terms.document->units[walk->at];
  const bool is_name = (unit->flags & WARTA_TOKEN_CAPITALISED) != 0 &&
                       (unit->flags & WARTA_TOKEN_SENTENCE_START) == 0;
  s->terms++;
  s->idf += idf;
  s->square += idf * idf;
  s->weight += weight;
  s->dot += idf * weight;
  s->key += (f->is_key[walk->term] & 1) != 0 ? weight : 0.0;
  s->title += in_title ? idf : 0.0;
  s->title_square += in_title ? idf * idf : 0.0;
  s->title_fresh += in_title && is_fresh ? idf : 0.0;
  s->fresh += is_fresh ? idf : 0.0;
  s->later += f->last[walk->term] > walk->sentence ? idf : 0.0;
  s->previous += !is_fresh && walk->before == previous ? idf * idf : 0.0;
  s->names_fresh += is_name && is_fresh;
  if (walk->sentence == f->lead) {
    f->is_key[walk->term] |= IN_LEAD;
  }
  s->lead += (f->is_key[walk->term] & IN_LEAD) != 0 ? idf * idf : 0.0;
}

static void fill_row(filler *f, size_t index) {
  wi_sentence_row *row = &f->rows[index];
  int32_t *v = row->values;
  const uint32_t previous = index > 0 ? f->rows[index - 1].sentence : WI_NO_SENTENCE;
  sums s = {0};
  wi_term_walk walk = wi_sentence_terms_walk(&f->terms, row->sentence);
  while (wi_sentence_terms_next(&f->terms, &walk)) {
    add(f, &s, &walk, previous);
  }
  const double length = wi_weight_sqrt(s.square);
  if (index == 0) {
    f->lead_length = length;
  }
  v[WI_FEATURE_HEADLINE] = thousandths(s.title, f->terms.title_total);
  v[WI_FEATURE_HEADLINE_COSINE] = thousandths(s.title_square, length * f->terms.title_length);
  v[WI_FEATURE_HEADLINE_SEEN] = thousandths(f->title_seen, f->terms.title_total);
  v[WI_FEATURE_CENTROID] = thousandths(s.dot, length * f->terms.length);
  v[WI_FEATURE_WEIGHT] = thousandths(s.weight, f->terms.total);
  v[WI_FEATURE_WEIGHT_MEAN] = thousandths(s.weight, s.terms * f->terms.heaviest);
  v[WI_FEATURE_IDF_MEAN] = thousandths(s.idf, s.terms);
  v[WI_FEATURE_KEY] = thousandths(s.key, f->key_total);
  v[WI_FEATURE_FRESH] = thousandths(s.fresh, s.idf);
  v[WI_FEATURE_LATER] = thousandths(s.later, s.idf);
  v[WI_FEATURE_LEAD] = thousandths(s.lead, length * f->lead_length);
  v[WI_FEATURE_PREVIOUS] = thousandths(s.previous, length * f->before_length);
  v[WI_FEATURE_NAMES_FRESH] = s.names_fresh;
  f->title_seen += s.title_fresh;
  f->before_length = length;
}

static bool is_behind(ranked a, ranked b) {
  return a.value != b.value ? a.value < b.value : a.row > b.row;
}

/* Puts the row in at this place or below it, none standing before one that it is behind of. */
static void sink(ranked *heap, size_t count, size_t at, ranked row) {
  while (2 * at + 1 < count) {
    size_t child = 2 * at + 1;
    child += child + 1 < count && is_behind(heap[child + 1], heap[child]);
    if (!is_behind(heap[child], row)) {
      break;
    }
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = row;
}

/* By insertion, as most articles have a dozen; long ones by a heap of the last ones. */
static void put_in_order(ranked *order, size_t count) {
  enum { FEW = 48 };
  for (size_t i = 1; i < count && count <= FEW; i++) {
    const ranked row = order[i];
    size_t at = i;
    for (; at > 0 && is_behind(order[at - 1], row); at--) {
      order[at] = order[at - 1];
    }
    order[at] = row;
  }
  for (size_t at = count > FEW ? count / 2 : 0; at-- > 0;) {
    sink(order, count, at, order[at]);
  }
  for (size_t left = count; count > FEW && left-- > 1;) {
    const ranked last = order[0];
    sink(order, left, 0, order[left]);
    order[left] = last;
  }
}

/* How many rows have more of `from`: equal rows, equal ranks. */
static void fill_ranks(filler *f, wi_sentence_feature from, wi_sentence_feature to) {
  for (size_t i = 0; i < f->count; i++) {
    f->order[i] = (ranked){f->rows[i].values[from], (uint32_t)i};
  }
  put_in_order(f->order, f->count);
  int32_t rank = 0;
  for (size_t i = 0; i < f->count; i++) {
    rank = i > 0 && f->order[i].value == f->order[i - 1].value ? rank : (int32_t)i;
    f->rows[f->order[i].row].values[to] = rank;
  }
}

static void fill_neighbours(filler *f) {
  static const struct {
    wi_sentence_feature from;
    wi_sentence_feature previous;
    wi_sentence_feature next;
  } ROWS[] = {
      {WI_FEATURE_HEADLINE, WI_FEATURE_HEADLINE_PREVIOUS, WI_FEATURE_HEADLINE_NEXT},
      {WI_FEATURE_CENTROID, WI_FEATURE_CENTROID_PREVIOUS, WI_FEATURE_CENTROID_NEXT},
      {WI_FEATURE_KEY, WI_FEATURE_KEY_PREVIOUS, WI_FEATURE_KEY_NEXT},
      {WI_FEATURE_QUOTED, WI_FEATURE_QUOTED_PREVIOUS, WI_FEATURE_QUOTED_NEXT},
      {WI_FEATURE_REPORTING, WI_FEATURE_REPORTING_PREVIOUS, WI_FEATURE_REPORTING_NEXT},
  };
  for (size_t i = 0; i < f->count; i++) {
    int32_t *v = f->rows[i].values;
    for (size_t r = 0; r < sizeof ROWS / sizeof ROWS[0]; r++) {
      v[ROWS[r].previous] = i > 0 ? f->rows[i - 1].values[ROWS[r].from] : 0;
      v[ROWS[r].next] = i + 1 < f->count ? f->rows[i + 1].values[ROWS[r].from] : 0;
    }
    v[WI_FEATURE_NEXT] = i + 1 < f->count ? f->rows[i + 1].values[WI_FEATURE_PREVIOUS] : 0;
  }
}

bool wi_sentence_rows_fill(wi_sentence_row *rows, size_t count, const warta_document *document,
                           const wi_df_view *background, wi_arena *arena) {
  filler f = {.rows = rows, .count = count};
  f.lead = count > 0 ? rows[0].sentence : 0;
  wi_sentence_signs_fill(rows, count, document);
  if (!begin(&f, document, background, arena)) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    fill_row(&f, i);
  }
  fill_neighbours(&f);
  fill_ranks(&f, WI_FEATURE_HEADLINE, WI_FEATURE_HEADLINE_RANK);
  fill_ranks(&f, WI_FEATURE_CENTROID, WI_FEATURE_CENTROID_RANK);
  fill_ranks(&f, WI_FEATURE_KEY, WI_FEATURE_KEY_RANK);
  return true;
}
