/* The lookup form of a word: NFC, case folded, typographic signs made plain, invisible ones gone.
 *
 * Independent of the locale (under tr_TR a plain tolower would turn INDONESIA into something else).
 */
#ifndef WI_FOLD_H
#define WI_FOLD_H

#include <stdbool.h>

#include "buf.h"
#include "str.h"

/* Appends the folded form of `surface` to out; each malformed part becomes U+FFFD. U+2010 and
 * U+2011 become '-', typographic quotes ' or ", NBSP a space; soft hyphens and zero-width
 * characters vanish. False: no memory, or over the buffer's maximum. */
bool wi_fold(wi_buf *out, wi_str surface);

#endif
