/* The compiled label rules at hand: belongs to the analyzer, read by all threads.
 */
#ifndef WI_LABELLER_H
#define WI_LABELLER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/status.h>

#include "dictionary.h"
#include "label_filter.h"
#include "label_image.h"
#include "pattern.h"
#include "pieces.h"
#include "str.h"

typedef struct wi_labeller {
  wi_label_image image; /* its head; the parts stand where it lies: */
  const wi_label_rule *rules;
  const uint32_t *open;
  const wi_label_word *words;
  const uint32_t *starts;
  const uint32_t *items;
  const uint16_t *slots;
  const char *patterns;
  const char *characters;
  wi_label_filter filter;
  wi_buf own; /* the image of a user's patterns */
} wi_labeller;

/* The rules of the dictionary, which are compiled already, or those that a user's list made of
 * them, which are compiled now. Errors: WARTA_ERR_DATA, WARTA_ERR_MEMORY. */
warta_status wi_labeller_open(wi_labeller **out, const wi_dictionary *dictionary,
                              warta_error *error);
/* The rules of an image, which must stay readable; it is not believed. */
warta_status wi_labeller_open_image(wi_labeller **out, wi_str image, warta_error *error);
void wi_labeller_free(wi_labeller *labeller);

/* The number of a word in the patterns, letters in any case; 0 for most: wi_piece.word. */
uint32_t wi_labeller_word(const wi_labeller *labeller, wi_str word);

static inline const wi_pattern *wi_labeller_pattern(const wi_labeller *labeller,
                                                    const wi_label_rule *rule) {
  const void *pattern = labeller->patterns + rule->pattern;
  return pattern;
}

/* Lives as long as the labeller. */
static inline const char *wi_labeller_name(const wi_labeller *labeller, const wi_label_rule *rule) {
  return labeller->characters + rule->name;
}

#endif
