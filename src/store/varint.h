/* Numbers in as few bytes as they need: seven bits a byte, the lowest first (LEB128). */
#ifndef WI_VARINT_H
#define WI_VARINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

enum { WI_VARINT_MOST = 10 };

/* Bytes of a record or a block that are still to be read. */
typedef struct wi_reader {
  const uint8_t *at;
  const uint8_t *end;
} wi_reader;

/* Writes at most WI_VARINT_MOST bytes; returns how many. */
size_t wi_varint_write(uint8_t *to, uint64_t value);
bool wi_varint_append(wi_buf *to, uint64_t value);
/* False if the bytes end before the number does, or it is over `most`. */
bool wi_varint_read(wi_reader *from, uint64_t most, uint64_t *out);
/* The same for what must fit in 32 bits. */
bool wi_varint_read32(wi_reader *from, uint32_t *out);

#endif
