/* How often a text speaks of a candidate, which is not how often its words stand there.
 *
 * "Manchester" inside "Manchester City" is no mention of its own; and after "Tigor Shalomboboy" was
 * named once, a plain "Tigor" speaks of him.
 */
#ifndef WI_MENTIONS_H
#define WI_MENTIONS_H

#include <stdbool.h>

#include "candidates.h"

/* Sets `alone`, `echoes` and the short forms of every candidate. False: no memory. Time: linear in
 * occurrences. */
bool wi_mentions_count(wi_candidates *set, const warta_document *document, wi_arena *arena);

#endif
