/* Reduplication: undone, so that the single word can be stemmed.
 *
 * Either half may be affixed, and meN- may have changed both: anak-anak, kawan-kawannya,
 * berlari-lari, tarik-menarik, memukul-mukul, kemerah-merahan.
 */
#ifndef WI_DOUBLING_H
#define WI_DOUBLING_H

#include "dictionary.h"
#include "str.h"

/* The word without its doubling: anak, kawannya, berlari, menarik, memukul, kemerahan. Written to
 * `to`, which has room for the word; empty if it is no reduplication (timur-tengah). */
wi_str wi_doubling_join(char *to, const wi_dictionary *dictionary, wi_str word);

#endif
