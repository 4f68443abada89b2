#include "summary_choice.h"

#include "mem.h"
#include "sentence_signs.h"

/* Summaries by people have about 60 words. */
enum { DEFAULT_WORDS = 65 };

/* What an item needs beside it. */
enum {
  NEEDS_BEFORE = 1 << 0,
  NEEDS_BEHIND = 1 << 1,
  NEEDS_EITHER = 1 << 2,
  NEEDS_END = 1 << 3,
  IS_QUOTE = 1 << 4, /* what it needs is the rest of the quotation, or who speaks */
  FOLLOWS = 1 << 5 /* goes on with the item before it, but can be understood without */
};

/* Set against scores that go from 0 to 1: another sentence nearly as good is taken first, and in
 * the place of a piece of a quotation nearly any. */
static const double LONELY_COST = 0.2;
/* "Namun, ..." without what it goes on from. */
static const double FOLLOWER_COST = 0.1;
/* What cannot be understood by itself is worst as a beginning. */
static const double OPENING_COST = 0.2;
static const double CUT_QUOTE_COST = 0.6;

/* "Ia menambahkan ..." needs the sentence before it; a quotation that goes on needs its other
 * parts; and one without a word such as kata needs the sentence that names who speaks. One without
 * an end (cut off by a page break, or an item of a list) is never whole, nor is one of a few words
 * ("Berikut petikannya."), and a question tells nothing without its answer. */
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
  needs |= values[WI_FEATURE_UNFINISHED] && values[WI_FEATURE_WORDS] <= FEW_WORDS
               ? NEEDS_END | IS_QUOTE
               : 0; /* "Pendahuluan:" */
  needs |= values[WI_FEATURE_QUESTION] ? NEEDS_END | IS_QUOTE : 0;
  return (uint8_t)needs;
}

/* Whether the row goes on with a quotation of the one before. */
static bool goes_on(const wi_sentence_scores *scores, size_t i) {
  return i > 0 && scores->rows[i].values[WI_FEATURE_OPENS_QUOTED] != 0 &&
         scores->rows[i - 1].values[WI_FEATURE_ENDS_QUOTED] != 0;
}

/* Whether the text has lost the beginning or the end of its quotation. */
static bool is_broken(const wi_sentence_scores *scores, size_t i) {
  const int32_t *values = scores->rows[i].values;
  const bool ends = values[WI_FEATURE_ENDS_QUOTED] != 0;
  return (values[WI_FEATURE_OPENS_QUOTED] == WI_OPENS_LOST && !goes_on(scores, i)) ||
         (ends && !(i + 1 < scores->count && goes_on(scores, i + 1)));
}

void wi_choice_reset(wi_choice *choice, const warta_summary_options *options) {
  choice->count = 0;
  choice->options = options;
}

void wi_choice_free(wi_choice *choice) {
  wi_mem_free(choice->items);
  wi_mem_free(choice->offers);
}

bool wi_choice_add(wi_choice *choice, const warta_document *document, uint32_t index,
                   const wi_sentence_scores *scores) {
  const warta_summary_method method = choice->options->method;
  const bool is_own = method == WARTA_SUMMARY_DEFAULT || method == WARTA_SUMMARY_TRAINED;
  if (!wi_mem_reserve(&choice->items, &choice->capacity, choice->count + scores->count,
                      sizeof *choice->items)) {
    return false;
  }
  const size_t first = choice->count;
  for (size_t i = 0; i < scores->count; i++) {
    const uint32_t sentence = scores->rows[i].sentence;
    const int32_t *values = scores->rows[i].values;
    unsigned needs = is_own ? needs_of(values) : 0U;
    needs |= is_own && is_broken(scores, i) ? NEEDS_END | IS_QUOTE : 0U;
    needs |= is_own && wi_sentence_goes_on(document, &document->sentences[sentence]) ? FOLLOWS : 0U;
    choice->items[choice->count++] = (wi_choice_item){.document = index,
                                                      .sentence = sentence,
                                                      .words = document->sentences[sentence].words,
                                                      .needs = (uint8_t)needs,
                                                      .goes_on = is_own && goes_on(scores, i),
                                                      .first = first,
                                                      .opening = SIZE_MAX,
                                                      .score = scores->scores[i]};
  }
  return true;
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
  const bool lacks_before = before != NULL && before->rank == 0;
  const bool lacks_behind = behind != NULL && behind->rank == 0;
  return (needs & NEEDS_END) != 0 || ((needs & NEEDS_BEFORE) != 0 && lacks_before) ||
         ((needs & NEEDS_BEHIND) != 0 && lacks_behind) ||
         ((needs & NEEDS_EITHER) != 0 && lacks_before && lacks_behind);
}

/* Nothing of its document is taken that stands before it. */
static bool opens_lonely(const wi_choice *choice, size_t item) {
  const wi_choice_item *it = &choice->items[item];
  return (it->needs & (NEEDS_BEFORE | FOLLOWS)) != 0 && item > it->first &&
         choice->items[it->first].opening > item;
}

/* A heap, best first; ties by the order of the text. An item may stand in it more than once. */
typedef wi_choice_offer offer;

typedef struct market {
  wi_choice *choice;
  size_t count; /* of offers */
} market;

/* Of what it stands without. */
static double lack_of(const wi_choice *choice, size_t item) {
  const unsigned needs = choice->items[item].needs;
  const wi_choice_item *before = beside(choice, item, false);
  double cost = 0.0;
  if (is_lonely(choice, item)) {
    cost = (needs & IS_QUOTE) != 0 ? CUT_QUOTE_COST : LONELY_COST;
  } else if ((needs & FOLLOWS) != 0 && before != NULL && before->rank == 0) {
    cost = FOLLOWER_COST;
  }
  return cost + (opens_lonely(choice, item) ? OPENING_COST : 0.0);
}

static double price_of(const wi_choice *choice, size_t item) {
  const double cost = choice->cost == NULL ? 0.0 : choice->cost(choice->payload, item);
  return choice->items[item].score - cost - lack_of(choice, item);
}

static bool is_better(offer a, offer b) {
  return a.price > b.price || (!(a.price < b.price) && a.item < b.item);
}

static bool push(market *m, size_t item) {
  wi_choice *choice = m->choice;
  if (!wi_mem_grow(&choice->offers, &choice->offer_capacity, m->count, sizeof *choice->offers)) {
    return false;
  }
  offer *offers = choice->offers;
  const offer new = {price_of(choice, item), item};
  size_t at = m->count++;
  for (; at > 0 && is_better(new, offers[(at - 1) / 2]); at = (at - 1) / 2) {
    offers[at] = offers[(at - 1) / 2];
  }
  offers[at] = new;
  return true;
}

static offer pop(market *m) {
  offer *offers = m->choice->offers;
  const offer best = offers[0];
  const offer last = offers[--m->count];
  size_t at = 0;
  while (2 * at + 1 < m->count) {
    size_t child = 2 * at + 1;
    if (child + 1 < m->count && is_better(offers[child + 1], offers[child])) {
      child++;
    }
    if (!is_better(offers[child], last)) {
      break;
    }
    offers[at] = offers[child];
    at = child;
  }
  offers[at] = last;
  return best;
}

typedef struct bounds {
  double target; /* words; 0: none */
  double share; /* words that the ratio stands for; 0: none */
  uint32_t sentences;
  double total; /* words that there are */
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
                  .sentences = options->sentences,
                  .total = total};
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

/* What stands behind a new opening opens no more, so it is cheaper. */
static bool set_opening(market *m, size_t item) {
  wi_choice *choice = m->choice;
  wi_choice_item *head = &choice->items[choice->items[item].first];
  const size_t before = head->opening;
  bool has_memory = true;
  if (before <= item) {
    return true;
  }
  head->opening = item;
  for (size_t i = item + 1; i < choice->count && i < before && has_memory; i++) {
    if (choice->items[i].document != choice->items[item].document) {
      break;
    }
    if (choice->items[i].rank == 0 && (choice->items[i].needs & (NEEDS_BEFORE | FOLLOWS)) != 0) {
      has_memory = push(m, i);
    }
  }
  return has_memory;
}

/* The neighbours may have waited for the item. */
static bool take(market *m, size_t item) {
  wi_choice *choice = m->choice;
  if (choice->take != NULL) {
    choice->take(choice->payload, item);
  }
  if (!set_opening(m, item)) {
    return false;
  }
  const wi_choice_item *before = beside(choice, item, false);
  const wi_choice_item *behind = beside(choice, item, true);
  return (before == NULL || before->rank > 0 || before->needs == 0 || push(m, item - 1)) &&
         (behind == NULL || behind->rank > 0 || behind->needs == 0 || push(m, item + 1));
}

/* A quotation: its first item and the one behind its last. */
typedef struct block {
  size_t from;
  size_t end;
  uint32_t words; /* of those that are not taken */
  uint32_t sentences;
  bool is_whole;
} block;

static block block_of(const wi_choice *choice, size_t item) {
  block b = {.from = item, .end = item + 1, .is_whole = true};
  while (choice->items[b.from].goes_on) {
    b.from--;
  }
  while (b.end < choice->count && choice->items[b.end].goes_on) {
    b.end++;
  }
  for (size_t i = b.from; i < b.end; i++) {
    const wi_choice_item *part = &choice->items[i];
    b.words += part->rank > 0 ? 0 : part->words;
    b.sentences += part->rank > 0 ? 0 : 1;
    b.is_whole = b.is_whole && (part->needs & NEEDS_END) == 0;
  }
  return b;
}

/* So much of the length is there that a piece of a quotation is no better than nothing. Who asks
 * for all there is gets all. */
static bool is_filled(const bounds *b) {
  static const double ENOUGH = 0.6;
  const double asked = b->target > b->share ? b->target : b->share;
  return b->chosen > 0 && (b->sentences == 0 || b->chosen >= b->sentences) && asked < b->total &&
         b->words >= ENOUGH * asked;
}

static bool keep(market *m, bounds *b, size_t at) {
  wi_choice_item *item = &m->choice->items[at];
  b->words += (double)item->words;
  b->chosen++;
  item->rank = (uint32_t)b->chosen;
  return take(m, at);
}

/* All of a quotation if there is room for it. */
typedef enum outcome { TAKEN, PUT_OFF, NO_MEMORY } outcome;

static outcome keep_block(market *m, bounds *b, size_t at) {
  const block whole = block_of(m->choice, at);
  const bool has_room = b->sentences == 0 || b->chosen + whole.sentences <= b->sentences;
  if (!whole.is_whole || b->chosen == 0 || !has_room || !fits(b, whole.words)) {
    return PUT_OFF;
  }
  for (size_t i = whole.from; i < whole.end; i++) {
    if (m->choice->items[i].rank == 0 && !keep(m, b, i)) {
      return NO_MEMORY;
    }
  }
  return TAKEN;
}

/* The first that does not fit ends it, so a longer summary always holds the shorter one. An offer
 * that has become dearer since it was made goes back. A piece of a quotation brings the others
 * along or is put off, unless pieces are asked for. */
static bool trade(market *m, bounds *b, bool pieces) {
  wi_choice *choice = m->choice;
  bool has_memory = true;
  while (has_memory && m->count > 0 && !(pieces && is_filled(b))) {
    const offer best = pop(m);
    wi_choice_item *item = &choice->items[best.item];
    if (item->rank > 0) {
      continue;
    }
    if (price_of(choice, best.item) < best.price) {
      has_memory = push(m, best.item);
      continue;
    }
    if (!pieces && (item->needs & IS_QUOTE) != 0 && is_lonely(choice, best.item)) {
      const outcome result = keep_block(m, b, best.item);
      item->is_put_off = result == PUT_OFF;
      has_memory = result != NO_MEMORY;
      continue;
    }
    if (!fits(b, item->words)) {
      break;
    }
    has_memory = keep(m, b, best.item);
  }
  return has_memory;
}

static bool offer_all(market *m, bool put_off) {
  bool has_memory = true;
  m->count = 0;
  for (size_t i = 0; i < m->choice->count && has_memory; i++) {
    if (m->choice->items[i].is_put_off == put_off) {
      has_memory = push(m, i);
    }
  }
  return has_memory;
}

static bool choose(market *m, size_t *chosen) {
  bounds b = bounds_of(m->choice);
  bool has_memory = offer_all(m, false) && trade(m, &b, false);
  if (has_memory && !is_filled(&b)) {
    has_memory = offer_all(m, true) && trade(m, &b, true);
  }
  *chosen = b.chosen;
  return has_memory;
}

bool wi_choice_make(warta_summary_list *list, wi_choice *choice) {
  market m = {.choice = choice};
  size_t chosen = 0;
  if (!choose(&m, &chosen) ||
      !wi_mem_reserve(&list->items, &list->capacity, chosen, sizeof *list->items)) {
    return false;
  }
  for (size_t i = 0; i < choice->count; i++) {
    const wi_choice_item *item = &choice->items[i];
    if (item->rank > 0) {
      list->items[list->count++] = (warta_summary_sentence){.sentence = item->sentence,
                                                            .rank = item->rank,
                                                            .score = item->score,
                                                            .document = item->document};
    }
  }
  return true;
}
