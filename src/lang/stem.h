/* Folded words to stems: by the root list (default), by Snowball, or not at all. */
#ifndef WI_STEM_H
#define WI_STEM_H

#include <stdint.h>

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
  uint8_t rule; /* wi_stem_rule */
} wi_stem_result;

/* What decided; the texts are in stem_explain.c. */
typedef enum wi_stem_rule {
  WI_RULE_NONE, /* no stemmer */
  WI_RULE_SNOWBALL,
  WI_RULE_TOO_LONG,
  WI_RULE_EXCEPTION,
  WI_RULE_SCORE,
  WI_RULE_BOUND, /* the same, and the root has a stem of its own in the exceptions */
  WI_RULE_LICENCE, /* a name: only licensed analyses were weighed */
  WI_RULE_CAUTIOUS,
  WI_RULE_NO_ANALYSIS,
  WI_RULE_NAME, /* a name, and no licensed analysis */
  WI_RULE_WHOLE, /* a hyphenated word that is in the list */
  WI_RULE_HYPHEN, /* only hyphenated affixes taken off */
  WI_RULE_HALF, /* a doubling of a word that is not in the list */
  WI_RULE_PREPOSITION, /* di written together with a noun */
  WI_RULE_RESPELT, /* a common misspelling of a form of a listed root */
  WI_RULE_COUNT
} wi_stem_rule;

/* The word is folded (fold.h). Errors: WARTA_ERR_MEMORY. */
warta_status wi_stemmer_stem(wi_stemmer *stemmer, wi_str word, wi_stem_case context,
                             wi_stem_result *out, warta_error *error);

/* As wi_stemmer_stem, with the analyses and the rule that decided; they live as long as the stem.
 */
warta_status wi_stemmer_explain(wi_stemmer *stemmer, wi_str word, wi_stem_case context,
                                warta_stem_explanation *out, warta_error *error);

#endif
