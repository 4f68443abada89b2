/* What an analysis is worth: the weights, and the terms that a score is the sum of. */
#ifndef WI_STEM_SCORE_H
#define WI_STEM_SCORE_H

#include <stdbool.h>
#include <stdint.h>

#include "analyses.h"
#include "str.h"

/* In hundredths. What scores less than the first is no analysis; if only clitics are taken off, the
 * second: barkah is no bar-kah. At a sentence start a bare suffix or clitic that no entry licenses
 * needs the third: Helmi is no form of helm. */
enum { WI_SCORE_LEAST = -200, WI_SCORE_CLITIC = 50, WI_SCORE_START = 100 };

/* The root's own entry allows the company. */
bool wi_score_is_licensed(const wi_analysis *analysis);
/* `word` is what the analysis is of, with the letter that a prefix had made vanish put back or not.
 * terms: NULL, or where the terms are added to. */
int32_t wi_score(const wi_analysis *analysis, wi_str word, uint32_t prefixes,
                 int32_t terms[WI_TERM_COUNT]);
/* -k and -an where -kan is as likely: tarik-an, tari-kan. */
bool wi_score_is_k_before_an(const wi_analysis *analysis, wi_str word);
/* The vowels of the analysis's root. */
uint32_t wi_score_root_vowels(const wi_analysis *analysis, wi_str word);

#endif
