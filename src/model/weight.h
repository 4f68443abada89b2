/* All weights of terms in one place, and the few functions of a real number they need.
 *
 * The functions use nothing but the four basic operations, which IEEE 754 rounds in one way only.
 * libm's log and exp differ in the last digit between processors with and without fused
 * multiply-add, and a last digit can turn a ranking round.
 */
#ifndef WI_WEIGHT_H
#define WI_WEIGHT_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* Natural logarithm of a finite x > 0, to a relative error of about 1e-15. */
double wi_weight_log(double x);
/* e to the power of x; 0 below -700, and never more than e to the power of 700. */
double wi_weight_exp(double x);
/* Square root of a finite x >= 0, to about the last digit. */
double wi_weight_sqrt(double x);

/* ln((1 + N) / (1 + df)) + 1, capped. Smoothed as in scikit-learn's TfidfTransformer: as if one
 * more document held every term, so that an unseen term has a weight and a term of all documents
 * keeps 1. The cap is ours: without one, words so rare that they stand in one document of the
 * background outweigh what an article is about, the more so the larger the background is. */
double wi_weight_idf(uint32_t df, uint32_t documents, double cap);

/* 1 + ln tf: the "l" of SMART (Salton and Buckley 1988). The second mention of a term says less
 * than the first. Below 1, where weighted fields can bring a count, it goes on as a straight line
 * to 0, which meets the curve without a corner. For likeness only: for keywords it loses a third of
 * the score. */
double wi_weight_log_tf(double tf);

/* How a vector is weighed; the names and formulas are in <warta/vector.h>. */
typedef struct wi_weighting {
  char local; /* n l a b L, or k: the saturation of BM25 */
  char global; /* n t p s, or r: the idf of BM25 */
  char norm; /* n c u */
} wi_weighting;

/* What a local weight may ask of the whole article. */
typedef struct wi_weight_scope {
  double tf_max;
  double tf_mean;
  double length; /* sum of all tf */
} wi_weight_scope;

/* "log-tf", "bm25", "pivoted" or three letters; empty is log-tf. False: no such name. */
bool wi_weighting_parse(wi_weighting *out, wi_str name);
/* tf > 0. */
double wi_weight_local(char letter, double tf, const wi_weight_scope *scope);
double wi_weight_global(char letter, uint32_t df, uint32_t documents, double cap);
/* What all weights are divided by; 0 only if all of them are 0. */
double wi_weight_norm(char letter, double square_sum, double terms);

/* 1 + gain * e^(-position / decay): what stands early in a news article is what it is about. */
double wi_weight_place(double position, double gain, double decay);

#endif
