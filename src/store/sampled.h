/* The sampled shingles of a document: those by which near-copies find each other. */
#ifndef WI_SAMPLED_H
#define WI_SAMPLED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/document.h>

/* *out is owned, sorted; free it with wi_mem_free. False: no memory. */
bool wi_sampled_shingles(uint64_t **out, size_t *count, const warta_document *document);

#endif
