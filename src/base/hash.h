/* Hashes of bytes (xxHash's XXH3). */
#ifndef WI_HASH_H
#define WI_HASH_H

#include <stdint.h>

#include "str.h"

/* A seed from the address space and the clock: tables that take hostile keys use it, so that
 * colliding keys cannot be made in advance. No result may depend on it. */
uint64_t wi_hash_seed(void);
uint64_t wi_hash(wi_str text, uint64_t seed);
/* Seed 0: the same on every machine; for checksums, fingerprints and compiled tables. */
uint64_t wi_hash_stable(wi_str text);

#endif
