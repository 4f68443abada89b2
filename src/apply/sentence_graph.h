/* Sentences ranked as nodes of a graph, by how much they have in common with all others.
 *
 * Both methods are those of their papers but that no link is left out, which lets a round of the
 * power method walk over terms instead of over pairs of sentences: the time of a round is linear in
 * the units (TextRank: times the number of different sentence lengths).
 */
#ifndef WI_SENTENCE_GRAPH_H
#define WI_SENTENCE_GRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sentence_terms.h"

/* Writes a score of 0 to 1 for each of the sentences (their indexes in the document); the best has
 * 1. textrank: words in common by the logarithms of both lengths (Mihalcea and Tarau 2004); else
 * the cosine of idf vectors (Erkan and Radev 2004, continuous LexRank). False: no memory. */
bool wi_sentence_graph_rank(double *scores, const uint32_t *sentences, size_t count,
                            wi_sentence_terms *terms, bool textrank);

#endif
