/* Builds packed tables (packed.h). The bytes depend on the entries only, not on their order. */
#ifndef DICTC_PACK_H
#define DICTC_PACK_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"
#include "strmap.h"

typedef struct pack {
  wi_strmap keys;
  uint32_t *values; /* by id */
  size_t capacity;
} pack;

pack pack_make(void);
void pack_free(pack *p);
/* Sets the key's value; a known key gets the new one. False: no memory. */
bool pack_put(pack *p, wi_str key, uint32_t value);
/* The value, or NULL; until the next put. */
uint32_t *pack_find(pack *p, wi_str key);
/* Appends the table with values of 1, 2 or 4 bytes. False: no memory. */
bool pack_write(const pack *p, uint32_t width, wi_buf *out);

#endif
