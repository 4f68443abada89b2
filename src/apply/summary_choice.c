#include "summary_choice.h"

#include <stdlib.h>

#include "mem.h"

/* Summaries by people have about 60 words. */
enum { DEFAULT_WORDS = 65 };

/* What an item needs beside it. */
enum {
  NEEDS_BEFORE = 1 << 0,
  NEEDS_BEHIND = 1 << 1,
  NEEDS_EITHER = 1 << 2,
  NEEDS_END = 1 << 3,
  IS_QUOTE = 1 << 4 /* what it needs is the rest of the quotation, or who speaks */
};

/* Set against scores that go from 0 to 1: another sentence nearly as good is taken first, and in
 * the place of a piece of a quotation nearly any. */
static const double LONELY_COST = 0.2;
static const double CUT_QUOTE_COST = 0.6;

/* "Ia menambahkan ..." needs the sentence before it; a quotation that goes on needs its other
 * parts; and one without a word such as kata needs the sentence that names who speaks. One without
 * an end (cut off by a page break, or an item of a list) is never whole,
 * nor is one of a few words ("Berikut petikannya."). */
static uint8_t needs_of(const int32_t *values) {
  enum { ALL_QUOTED = 900, FEW_WORDS = 3 };
  unsigned needs = 0;
  needs |= values[WI_FEATURE_OPENS_QUOTED] || values[WI_FEATURE_LEANS_BACK] ? NEEDS_BEFORE : 0;
  needs |= values[WI_FEATURE_ENDS_QUOTED] ? NEEDS_BEHIND : 0;
  if (needs == 0 && values[WI_FEATURE_QUOTED] >= ALL_QUOTED && !values[WI_FEATURE_REPORTING]) {
    needs = NEEDS_EITHER | IS_QUOTE;
  }
  needs |= values[WI_FEATURE_OPENS_QUOTED] || values[WI_FEATURE_ENDS_QUOTED] ? IS_QUOTE : 0;
  needs |= values[WI_FEATURE_UNFINISHED] || values[WI_FEATURE_WORDS] <= FEW_WORDS ? NEEDS_END : 0;
  return (uint8_t)needs;
}

void wi_choice_add(wi_choice *choice, const warta_document *document, uint32_t index,
                   const wi_sentence_scores *scores) {
  const warta_summary_method method = choice->options->method;
  const bool is_own = method == WARTA_SUMMARY_DEFAULT || method == WARTA_SUMMARY_TRAINED;
  for (size_t i = 0; i < scores->count; i++) {
    const uint32_t sentence = scores->rows[i].sentence;
    choice->items[choice->count++] =
        (wi_choice_item){.document = index,
                         .sentence = sentence,
                         .words = document->sentences[sentence].words,
                         .needs = is_own ? needs_of(scores->rows[i].values) : (uint8_t)0,
                         .score = scores->scores[i]};
  }
}

/* The neighbour at that place, if it is of the same document. */
static const wi_choice_item *beside(const wi_choice *choice, size_t item, bool behind) {
  if (behind ? item + 1 >= choice->count : item == 0) {
    return NULL;
  }
  const wi_choice_item *other = &choice->items[behind ? item + 1 : item - 1];
  return other->document == choice->items[item].document ? other : NULL;
}

/* At either end of a document there is nothing that it could wait for. */
static bool is_lonely(const wi_choice *choice, size_t item) {
  const uint8_t needs = choice->items[item].needs;
  const wi_choice_item *before = beside(choice, item, false);
  const wi_choice_item *behind = beside(choice, item, true);
  const bool lacks_before = before != NULL && !before->is_taken;
  const bool lacks_behind = behind != NULL && !behind->is_taken;
  return (needs & NEEDS_END) != 0 || ((needs & NEEDS_BEFORE) != 0 && lacks_before) ||
         ((needs & NEEDS_BEHIND) != 0 && lacks_behind) ||
         ((needs & NEEDS_EITHER) != 0 && lacks_before && lacks_behind);
}

/* A heap, best first; ties by the order of the text. An item may stand in it more than once. */
typedef struct offer {
  double price;
  size_t item;
} offer;

typedef struct market {
  wi_choice *choice;
  offer *offers;
  size_t count;
  size_t capacity;
} market;

static double price_of(const wi_choice *choice, size_t item) {
  const double cost = choice->cost == NULL ? 0.0 : choice->cost(choice->payload, item);
  const bool is_quote = (choice->items[item].needs & IS_QUOTE) != 0;
  const double lonely = is_quote ? CUT_QUOTE_COST : LONELY_COST;
  return choice->items[item].score - cost - (is_lonely(choice, item) ? lonely : 0.0);
}

static bool is_better(offer a, offer b) {
  return a.price > b.price || (!(a.price < b.price) && a.item < b.item);
}

static bool push(market *m, size_t item) {
  if (!wi_mem_grow(&m->offers, &m->capacity, m->count, sizeof *m->offers)) {
    return false;
  }
  const offer new = {price_of(m->choice, item), item};
  size_t at = m->count++;
  for (; at > 0 && is_better(new, m->offers[(at - 1) / 2]); at = (at - 1) / 2) {
    m->offers[at] = m->offers[(at - 1) / 2];
  }
  m->offers[at] = new;
  return true;
}

static offer pop(market *m) {
  const offer best = m->offers[0];
  const offer last = m->offers[--m->count];
  size_t at = 0;
  while (2 * at + 1 < m->count) {
    size_t child = 2 * at + 1;
    if (child + 1 < m->count && is_better(m->offers[child + 1], m->offers[child])) {
      child++;
    }
    if (!is_better(m->offers[child], last)) {
      break;
    }
    m->offers[at] = m->offers[child];
    at = child;
  }
  m->offers[at] = last;
  return best;
}

typedef struct bounds {
  double target; /* words; 0: none */
  double share; /* words that the ratio stands for; 0: none */
  uint32_t sentences;
  double words; /* chosen so far */
  size_t chosen;
} bounds;

static bounds bounds_of(const wi_choice *choice) {
  const warta_summary_options *options = choice->options;
  const bool none_given = options->words == 0 && options->sentences == 0 && !(options->ratio > 0.0);
  double total = 0.0;
  for (size_t i = 0; i < choice->count; i++) {
    total += (double)choice->items[i].words;
  }
  return (bounds){.target = none_given ? (double)DEFAULT_WORDS : (double)options->words,
                  .share = options->ratio * total,
                  .sentences = options->sentences};
}

static double distance(double a, double b) {
  return a > b ? a - b : b - a;
}

/* True if the sentence brings the summary nearer to the target, or as near. */
static bool is_nearer(double target, double words, uint32_t more) {
  return !(target > 0.0) || distance(words + (double)more, target) <= distance(words, target);
}

/* The best one in any case. */
static bool fits(const bounds *b, uint32_t words) {
  return b->chosen == 0 ||
         ((b->sentences == 0 || b->chosen < b->sentences) &&
          is_nearer(b->target, b->words, words) && is_nearer(b->share, b->words, words));
}

/* The neighbours may have waited for the item. */
static bool take(market *m, size_t item) {
  wi_choice *choice = m->choice;
  choice->items[item].is_taken = true;
  if (choice->take != NULL) {
    choice->take(choice->payload, item);
  }
  const wi_choice_item *before = beside(choice, item, false);
  const wi_choice_item *behind = beside(choice, item, true);
  return (before == NULL || before->is_taken || before->needs == 0 || push(m, item - 1)) &&
         (behind == NULL || behind->is_taken || behind->needs == 0 || push(m, item + 1));
}

/* The first that does not fit ends it, so a longer summary always holds the shorter one. An offer
 * that has become dearer since it was made goes back. */
static bool choose(warta_summary_list *list, market *m) {
  bounds b = bounds_of(m->choice);
  bool has_room = true;
  for (size_t i = 0; i < m->choice->count && has_room; i++) {
    has_room = push(m, i);
  }
  while (has_room && m->count > 0) {
    const offer best = pop(m);
    const wi_choice_item *item = &m->choice->items[best.item];
    if (item->is_taken) {
      continue;
    }
    if (price_of(m->choice, best.item) < best.price) {
      has_room = push(m, best.item);
      continue;
    }
    if (!fits(&b, item->words)) {
      break;
    }
    b.words += (double)item->words;
    b.chosen++;
    list->items[b.chosen - 1] = (warta_summary_sentence){.sentence = item->sentence,
                                                         .rank = (uint32_t)b.chosen,
                                                         .score = item->score,
                                                         .document = item->document};
    has_room = take(m, best.item);
  }
  list->count = b.chosen;
  return has_room;
}

static int by_place(const void *left, const void *right) {
  const warta_summary_sentence *a = left;
  const warta_summary_sentence *b = right;
  if (a->document != b->document) {
    return a->document > b->document ? 1 : -1;
  }
  return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

bool wi_choice_make(warta_summary_list *list, wi_choice *choice) {
  market m = {.choice = choice};
  list->items = wi_mem_new(choice->count, sizeof *list->items);
  const bool is_made = list->items != NULL && choose(list, &m);
  wi_mem_free(m.offers);
  if (is_made && list->count > 1) {
    qsort(list->items, list->count, sizeof *list->items, by_place);
  }
  return is_made;
}
