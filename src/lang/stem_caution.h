/* How sure one may be that a word holds a root that no list knows. */
#ifndef WI_STEM_CAUTION_H
#define WI_STEM_CAUTION_H

#include "affix.h"
#include "analyses.h"
#include "str.h"

/* For an analysis of word whose root is not in the list; the letter that a prefix had made vanish
 * is put back in word. WI_CAUTION_NEVER: leave the word alone. */
wi_caution wi_caution_of(const wi_analysis *analysis, wi_str word);

#endif
