/* What an analyzer holds; for the analysis floor and those above it. */
#ifndef WI_ANALYZER_DATA_H
#define WI_ANALYZER_DATA_H

#include <stdbool.h>
#include <stdint.h>

#include <warta/analyzer.h>

#include "dictionary.h"
#include "known.h"
#include "label.h"

struct warta_analyzer {
  wi_dictionary *dictionary;
  wi_labeller *labeller;
  wi_known known; /* what sessions need not ask of common words; none with lists of the user */
  warta_stemmer stemmer;
  warta_choice abbreviation_stop;
  warta_choice clitics;
  int labels_off;
  int strict;
  bool plain; /* ICU's iterator, no memo */
  uint64_t fingerprint;
};

#endif
