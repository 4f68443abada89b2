/* A chunk, the text between two white spaces, to tokens: the break rules run as a byte loop.
 *
 * The same tokens as ICU's iterator over the same rules gives (tokens.h); dictc proves what this
 * needs: no piece goes on behind white space, and every character begins one.
 */
#ifndef WI_CHUNK_H
#define WI_CHUNK_H

#include <stddef.h>

#include "rule_table.h"
#include "token_shape.h"

typedef enum wi_chunk_result {
  WI_CHUNK_OK,
  WI_CHUNK_NO_MEMORY,
  WI_CHUNK_UNKNOWN /* the rules have a tag that tokens.c does not know */
} wi_chunk_result;

/* Appends the tokens of the chunk [start, end) of the sink's text. Time linear in the chunk: the
 * rules read no further ahead of what they accept than a few characters. */
wi_chunk_result wi_chunk_cut(const wi_rule_table *table, const wi_token_sink *sink, size_t start,
                             size_t end);

#endif
