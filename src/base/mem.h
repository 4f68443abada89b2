/* The one door to malloc. Sizes are multiplied with overflow checks; NULL means no memory. */
#ifndef WI_MEM_H
#define WI_MEM_H

#include <stdbool.h>
#include <stddef.h>

/* count * size bytes, zeroed. A count of 0 gives a pointer that may be freed. */
void *wi_mem_new(size_t count, size_t size);
/* On failure the old block stays. */
void *wi_mem_resize(void *block, size_t count, size_t size);
void wi_mem_free(void *block);

/* False, and *out untouched, if the result does not fit. */
bool wi_mem_add(size_t a, size_t b, size_t *out);
bool wi_mem_multiply(size_t a, size_t b, size_t *out);

/* Makes room for one more element of `size` bytes in *array, doubling *capacity. False if there is
 * no memory; the array stays as it was. */
bool wi_mem_grow(void *array, size_t *capacity, size_t count, size_t size);

/* Makes room for `wanted` elements: so many exactly at first, and then at least the double. */
bool wi_mem_reserve(void *array, size_t *capacity, size_t wanted, size_t size);

#endif
