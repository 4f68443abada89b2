/* Spellings that stand for another: the commonest slips of the pen, and speech as it is spoken.
 *
 * Only asked for a word that has no analysis as it stands; a respelling counts only if a listed
 * root's own entry allows it.
 */
#ifndef WI_STEM_RESPELL_H
#define WI_STEM_RESPELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* A respelling is at most so many bytes longer than the word. */
enum { WI_RESPELL_MORE = 2 };

/* False of most words: no rule says anything of them, and they do not begin with di. */
bool wi_respell_may(wi_str word);
uint32_t wi_respell_count(void);
/* Writes the word as the rule `which` reads it, and returns its length; 0: the rule says nothing of
 * this word. `to` has room for word.len + WI_RESPELL_MORE bytes. */
size_t wi_respell(char *to, wi_str word, uint32_t which);

#endif
