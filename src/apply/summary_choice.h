/* Which of the scored sentences make a summary of the length that was asked for. */
#ifndef WI_SUMMARY_CHOICE_H
#define WI_SUMMARY_CHOICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/summary.h>

#include "sentence_scores.h"

typedef struct wi_choice_item {
  uint32_t document;
  uint32_t sentence;
  uint32_t words;
  uint32_t rank; /* 1: taken first; 0: not taken */
  uint8_t needs; /* bits of the items beside it that it cannot be understood without */
  bool goes_on; /* with a quotation of the item before it */
  bool is_put_off; /* taken only if nothing else is left */
  size_t first; /* item of its document */
  size_t opening; /* of a document's first item: the first one that is taken */
  double score;
} wi_choice_item;

typedef struct wi_choice_offer {
  double price;
  size_t item;
} wi_choice_offer;

/* Begins as all 0, or emptied by wi_choice_reset. */
typedef struct wi_choice {
  wi_choice_item *items; /* by document, then in text order */
  size_t count;
  size_t capacity;
  wi_choice_offer *offers;
  size_t offer_capacity;
  const warta_summary_options *options;
  /* What an item costs beside its score, and word of each one that is taken; or NULL. A cost never
   * falls. */
  double (*cost)(void *payload, size_t item);
  void (*take)(void *payload, size_t item);
  void *payload;
} wi_choice;

/* What the next summary uses again is kept with the list. */
struct warta_summary_list {
  warta_summary_sentence *items;
  size_t count;
  size_t capacity;
  wi_sentence_scores scores;
  wi_choice choice;
};

/* Forgets all items and keeps the memory. */
void wi_choice_reset(wi_choice *choice, const warta_summary_options *options);
void wi_choice_free(wi_choice *choice);

/* The items of one document. False: no memory. */
bool wi_choice_add(wi_choice *choice, const warta_document *document, uint32_t index,
                   const wi_sentence_scores *scores);

/* Fills the list, by document and then in text order. False: no memory. Time: items times their
 * logarithm, and calls of cost. */
bool wi_choice_make(warta_summary_list *list, wi_choice *choice);

#endif
