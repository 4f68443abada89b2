/* Folded words to stems: by the root list (default), by Snowball, or not at all. */
#ifndef WI_STEM_H
#define WI_STEM_H

#include <warta/analyzer.h>
#include <warta/status.h>
#include <warta/stem.h>

#include "dictionary.h"
#include "str.h"

typedef struct wi_stemmer wi_stemmer;

/* One per session; the dictionary must outlive it. */
warta_status wi_stemmer_open(wi_stemmer **out, const wi_dictionary *dictionary, warta_stemmer kind,
                             warta_error *error);
void wi_stemmer_free(wi_stemmer *stemmer);

/* How the word stood in the text. */
typedef enum wi_stem_case {
  WI_CASE_LOWER, /* an ordinary word */
  WI_CASE_START, /* capitalised at a sentence start: a name or a word */
  WI_CASE_NAME, /* capitalised inside a sentence: likely a name */
  WI_CASE_ALL_CAPS /* an acronym, or shouted text; perhaps with a clitic (PPh-nya, KPK-lah) */
} wi_stem_case;

typedef struct wi_stem_result {
  wi_str stem; /* borrowed until the stemmer's next call */
  warta_stem_how how;
} wi_stem_result;

/* The word is folded (fold.h). Errors: WARTA_ERR_MEMORY. */
warta_status wi_stemmer_stem(wi_stemmer *stemmer, wi_str word, wi_stem_case context,
                             wi_stem_result *out, warta_error *error);

#endif
