/* Sums in double-double: what rounding takes from each step is kept (Knuth's two-sum), so that the
 * order of the parts, which is that of the vocabulary and so of the input, leaves no trace. */
#ifndef WI_EXACT_SUM_H
#define WI_EXACT_SUM_H

typedef struct wi_exact_sum {
  double sum;
  double lost;
} wi_exact_sum;

static inline void wi_exact_add(wi_exact_sum *total, double part) {
  const double next = total->sum + part;
  const double taken = next - total->sum;
  total->lost += (total->sum - (next - taken)) + (part - taken);
  total->sum = next;
}

static inline double wi_exact_value(const wi_exact_sum *total) {
  return total->sum + total->lost;
}

#endif
