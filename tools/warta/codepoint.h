/* One character of UTF-8 at a time: value, faults, width on a terminal. */
#ifndef CODEPOINT_H
#define CODEPOINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CODEPOINT_REPLACEMENT 0xFFFDu

/* Bytes of the character at text (len > 0). A malformed part counts as one U+FFFD for each maximal
 * part, as in the Unicode standard; *malformed then is true. */
size_t codepoint_next(const char *text, size_t len, uint32_t *out, bool *malformed);

/* Writes 1 to 4 bytes; returns how many. */
size_t codepoint_write(char out[4], uint32_t value);

/* Control characters, and the two separators of U+2028: what must not reach a terminal or a row. */
bool codepoint_is_control(uint32_t value);

/* Columns on a terminal: 0 for combining marks, 2 for wide characters, else 1. */
unsigned codepoint_width(uint32_t value);

/* Whether the bytes begin with the word, which is lower-case ASCII; their case does not count. */
bool codepoint_starts_with(const char *bytes, size_t len, const char *word);

#endif
