/* Threads: ranges of tasks, and a row of parcels that are worked on at once and taken in order.
 *
 * Where no thread can be started the caller's own does the work: slower, never wrong. */
#ifndef POOL_H
#define POOL_H

#include <stdbool.h>
#include <stddef.h>

/* The processors at hand, or `asked` if that is not 0. */
unsigned pool_jobs(unsigned asked);

/* Calls fn for ranges that together are [0, count), each once, in up to `jobs` threads; the
 * caller's is one of them. `worker` is below jobs; no two calls at a time share one. Returns when
 * all are done. */
typedef void (*pool_range_fn)(void *payload, unsigned worker, size_t first, size_t last);
void pool_ranges(unsigned jobs, size_t count, pool_range_fn fn, void *payload);

typedef struct pool pool;

typedef struct pool_steps {
  void (*work)(void *payload, unsigned worker, void *parcel); /* in a thread of the pool */
  void (*take)(void *payload, void *parcel); /* in the caller's thread, in the order given */
  void *payload;
} pool_steps;

/* The parcels that may be on their way at once. */
size_t pool_room(unsigned jobs);

/* Owned; ended with pool_close, which waits as pool_drain does. */
pool *pool_open(unsigned jobs, const pool_steps *steps);
void pool_close(pool *p);

/* Hands a parcel to the threads. While the row is full the oldest is waited for and taken. */
void pool_give(pool *p, void *parcel);

/* Waits for all that was given, and takes it. */
void pool_drain(pool *p);

#endif
