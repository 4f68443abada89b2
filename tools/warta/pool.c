#include "pool.h"

#include "buffer.h"
#include "signals.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

unsigned pool_jobs(unsigned asked) {
  if (asked != 0) {
    return asked;
  }
  const long found = sysconf(_SC_NPROCESSORS_ONLN);
  return found < 1 ? 1 : (unsigned)found;
}

typedef struct ranges {
  pthread_mutex_t lock;
  size_t next;
  size_t count;
  size_t step;
  unsigned workers; /* that have begun */
  pool_range_fn fn;
  void *payload;
} ranges;

/* Small enough that no thread waits long for the last, large enough to make the lock cheap. */
enum { RANGES_PER_WORKER = 16 };

static void *run_ranges(void *argument) {
  ranges *all = argument;
  pthread_mutex_lock(&all->lock);
  const unsigned worker = all->workers++;
  while (all->next < all->count) {
    const size_t first = all->next;
    const size_t last = all->count - first > all->step ? first + all->step : all->count;
    all->next = last;
    pthread_mutex_unlock(&all->lock);
    all->fn(all->payload, worker, first, last);
    pthread_mutex_lock(&all->lock);
  }
  pthread_mutex_unlock(&all->lock);
  return NULL;
}

/* As many threads as can be had; *started says how many. Owned. Signals are left to the thread that
 * writes: another would find the name of its temporary file as it is being freed. */
static pthread_t *start_threads(unsigned wanted, void *(*run)(void *), void *argument,
                                unsigned *started) {
  pthread_t *threads = memory_new(wanted, sizeof *threads);
  sigset_t before;
  *started = 0;
  signals_hold(&before);
  while (*started < wanted && pthread_create(&threads[*started], NULL, run, argument) == 0) {
    (*started)++;
  }
  signals_release(&before);
  return threads;
}

static void join_threads(pthread_t *threads, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    pthread_join(threads[i], NULL);
  }
  free(threads);
}

void pool_ranges(unsigned jobs, size_t count, pool_range_fn fn, void *payload) {
  if (count == 0) {
    return;
  }
  const size_t parts = (size_t)jobs * RANGES_PER_WORKER;
  ranges all = {.count = count, .step = 1 + (count - 1) / parts, .fn = fn, .payload = payload};
  const unsigned helpers = count < jobs ? (unsigned)count - 1 : jobs - 1;
  unsigned started = 0;
  pthread_mutex_init(&all.lock, NULL);
  pthread_t *threads = helpers == 0 ? NULL : start_threads(helpers, run_ranges, &all, &started);
  run_ranges(&all);
  join_threads(threads, started);
  pthread_mutex_destroy(&all.lock);
}

typedef struct slot {
  void *parcel;
  bool is_done;
} slot;

struct pool {
  pool_steps steps;
  unsigned jobs;
  pthread_t *threads; /* NULL before the first parcel */
  unsigned started;
  unsigned workers; /* that have begun */
  pthread_mutex_t lock;
  pthread_cond_t is_given; /* a parcel waits, or the end */
  pthread_cond_t is_done; /* some parcel is done */
  slot *slots; /* a ring: parcel number n is in slot n % room */
  size_t room;
  size_t given; /* numbers: how many were given, begun and taken so far */
  size_t begun;
  size_t taken;
  bool is_closing;
};

/* Two for each thread, one to work on and one to go on with; and one that is taken meanwhile. */
size_t pool_room(unsigned jobs) {
  return 2 * (size_t)jobs + 1;
}

pool *pool_open(unsigned jobs, const pool_steps *steps) {
  pool *p = memory_new(1, sizeof *p);
  p->steps = *steps;
  p->jobs = jobs;
  p->room = pool_room(jobs);
  p->slots = memory_new(p->room, sizeof *p->slots);
  pthread_mutex_init(&p->lock, NULL);
  pthread_cond_init(&p->is_given, NULL);
  pthread_cond_init(&p->is_done, NULL);
  return p;
}

/* Works on the oldest parcel that nobody has begun; false if there is none. Holds the lock before
 * and after. */
static bool work_on_next(pool *p, unsigned worker) {
  if (p->begun == p->given) {
    return false;
  }
  slot *s = &p->slots[p->begun++ % p->room];
  void *parcel = s->parcel;
  pthread_mutex_unlock(&p->lock);
  p->steps.work(p->steps.payload, worker, parcel);
  pthread_mutex_lock(&p->lock);
  s->is_done = true;
  pthread_cond_signal(&p->is_done);
  return true;
}

static void *run_worker(void *argument) {
  pool *p = argument;
  pthread_mutex_lock(&p->lock);
  const unsigned worker = p->workers++;
  for (;;) {
    if (work_on_next(p, worker)) {
      continue;
    }
    if (p->is_closing) {
      break;
    }
    pthread_cond_wait(&p->is_given, &p->lock);
  }
  pthread_mutex_unlock(&p->lock);
  return NULL;
}

/* Waits for the oldest parcel and takes it. Holds the lock before and after. */
static void take_oldest(pool *p) {
  slot *s = &p->slots[p->taken % p->room];
  while (!s->is_done) {
    if (p->started > 0) {
      pthread_cond_wait(&p->is_done, &p->lock);
    } else {
      work_on_next(p, 0);
    }
  }
  s->is_done = false;
  pthread_mutex_unlock(&p->lock);
  p->steps.take(p->steps.payload, s->parcel);
  pthread_mutex_lock(&p->lock);
  p->taken++;
}

void pool_give(pool *p, void *parcel) {
  if (p->threads == NULL) {
    p->threads = start_threads(p->jobs, run_worker, p, &p->started);
  }
  pthread_mutex_lock(&p->lock);
  while (p->given - p->taken == p->room) {
    take_oldest(p);
  }
  p->slots[p->given++ % p->room].parcel = parcel;
  pthread_cond_signal(&p->is_given);
  while (p->taken < p->given && p->slots[p->taken % p->room].is_done) {
    take_oldest(p);
  }
  pthread_mutex_unlock(&p->lock);
}

void pool_drain(pool *p) {
  pthread_mutex_lock(&p->lock);
  while (p->taken < p->given) {
    take_oldest(p);
  }
  pthread_mutex_unlock(&p->lock);
}

void pool_close(pool *p) {
  pool_drain(p);
  pthread_mutex_lock(&p->lock);
  p->is_closing = true;
  pthread_cond_broadcast(&p->is_given);
  pthread_mutex_unlock(&p->lock);
  if (p->threads != NULL) {
    join_threads(p->threads, p->started);
  }
  pthread_cond_destroy(&p->is_done);
  pthread_cond_destroy(&p->is_given);
  pthread_mutex_destroy(&p->lock);
  free(p->slots);
  free(p);
}
