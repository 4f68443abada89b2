/* The switch of the failing malloc that is linked into a test. */
#ifndef FAILING_MALLOC_H
#define FAILING_MALLOC_H

/* From now on: the fail_at-th call fails (0: none), and if is_sticky all behind it. */
void failing_malloc_arm(unsigned long fail_at, int is_sticky);
unsigned long failing_malloc_calls(void); /* since the last arm */
long failing_malloc_live(void); /* blocks that were not freed yet */

#endif
