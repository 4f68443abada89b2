/* All weights of terms in one place, and the few functions of a real number they need.
 *
 * The functions use nothing but the four basic operations, which IEEE 754 rounds in one way only.
 * libm's log and exp differ in the last digit between processors with and without fused
 * multiply-add, and a last digit can turn a ranking round.
 */
#ifndef WI_WEIGHT_H
#define WI_WEIGHT_H

#include <stdint.h>

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

/* 1 + ln tf, or 0 for 0: the "l" of SMART (Salton and Buckley 1988). The second mention of a term
 * says less than the first. For likeness only: for keywords it loses a third of the score. */
double wi_weight_log_tf(uint32_t tf);

/* 1 + gain * e^(-position / decay): what stands early in a news article is what it is about. */
double wi_weight_place(double position, double gain, double decay);

#endif
