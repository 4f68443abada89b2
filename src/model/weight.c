#include "weight.h"

#include <stddef.h>
#include <string.h>

/* ln 2 in two parts: the high one has 21 zero bits at its end, so that a multiple of it by an
 * exponent (11 bits) is exact. The values are those of fdlibm. */
static const double LN2_HIGH = 6.93147180369123816490e-01;
static const double LN2_LOW = 1.90821492927058770002e-10;
static const double LN2_INVERSE = 1.44269504088896338700;
static const double SQRT_HALF = 0.70710678118654752440;

/* The form of an IEEE 754 double. */
enum { EXPONENT_SHIFT = 52, EXPONENT_MASK = 0x7FF, EXPONENT_BIAS = 1023 };

enum { SQRT_STEPS = 6 };
static const double EXP_LIMIT = 700.0;

static double from_bits(uint64_t bits) {
  double x = 0.0;
  memcpy(&x, &bits, sizeof x);
  return x;
}

/* x = m * 2^exponent with 0.5 <= m < 1; x is positive and finite. */
static double split(double x, int *exponent) {
  static const double TWO_54 = 18014398509481984.0;
  static const double SMALLEST_NORMAL = 2.2250738585072014e-308;
  int shift = 0;
  if (x < SMALLEST_NORMAL) {
    x *= TWO_54;
    shift = -54;
  }
  uint64_t bits = 0;
  memcpy(&bits, &x, sizeof bits);
  *exponent = (int)(bits >> EXPONENT_SHIFT & EXPONENT_MASK) - (EXPONENT_BIAS - 1) + shift;
  bits &= ~((uint64_t)EXPONENT_MASK << EXPONENT_SHIFT);
  bits |= (uint64_t)(EXPONENT_BIAS - 1) << EXPONENT_SHIFT;
  return from_bits(bits);
}

/* 2 to the power of k, which is in the range of normal numbers. */
static double power_of_two(int k) {
  return from_bits((uint64_t)(k + EXPONENT_BIAS) << EXPONENT_SHIFT);
}

/* ln(c m / c) for the sixteenth c next to m: ln c from a table, and ln(m / c) = 2 artanh s with
 * s = (m - c) / (m + c). With |s| <= 0.0222 the first term left out is below 3e-18. Near 1, c is 1
 * and its logarithm 0, so nothing cancels. */
double wi_weight_log(double x) {
  static const double LOGS[] = {/* ln of 11/16 to 23/16 */
                                -0.3746934494414107,  -0.2876820724517809,   -0.20763936477824449,
                                -0.13353139262452263, -0.064538521137571178, 0.0,
                                0.06062462181643484,  0.11778303565638346,   0.17185025692665923,
                                0.22314355131420976,  0.27193371548364176,   0.31845373111853459,
                                0.36290549368936847};
  enum { CENTRES = 16, FIRST = 11 };
  int exponent = 0;
  double m = split(x, &exponent);
  if (m < SQRT_HALF) {
    m *= 2.0;
    exponent--;
  }
  const int centre = (int)(m * (double)CENTRES + 0.5);
  const double c = (double)centre / (double)CENTRES;
  const double s = (m - c) / (m + c);
  const double square = s * s;
  const double sum =
      square * (1.0 / 3.0 + square * (1.0 / 5.0 + square * (1.0 / 7.0 + square * (1.0 / 9.0))));
  const double k = (double)exponent;
  return k * LN2_HIGH + (LOGS[centre - FIRST] + (k * LN2_LOW + 2.0 * (s + s * sum)));
}

/* e^x = 2^(k / 16) e^r: with |r| <= 0.0217 the first term of e^r left out is below 2e-18. The sum
 * of pairs, so that not every product waits for the one before. */
double wi_weight_exp(double x) {
  static const double POWERS[] = {/* 2 to the power of 0 to 15 sixteenths */
                                  1.0,
                                  1.0442737824274138,
                                  1.0905077326652577,
                                  1.1387886347566916,
                                  1.189207115002721,
                                  1.241857812073484,
                                  1.2968395546510096,
                                  1.3542555469368927,
                                  1.4142135623730951,
                                  1.4768261459394993,
                                  1.5422108254079407,
                                  1.6104903319492543,
                                  1.681792830507429,
                                  1.7562521603732995,
                                  1.8340080864093424,
                                  1.9152065613971474};
  enum { PARTS = 16 };
  if (x < -EXP_LIMIT) {
    return 0.0;
  }
  if (x > EXP_LIMIT) {
    x = EXP_LIMIT;
  }
  const double scaled = x * (LN2_INVERSE * (double)PARTS);
  const int k = (int)(scaled < 0.0 ? scaled - 0.5 : scaled + 0.5);
  const double steps = (double)k / (double)PARTS;
  const double r = (x - steps * LN2_HIGH) - steps * LN2_LOW;
  const double square = r * r;
  const double front = 1.0 / 2.0 + r * (1.0 / 6.0);
  const double middle = 1.0 / 24.0 + r * (1.0 / 120.0);
  const double back = 1.0 / 720.0 + r * (1.0 / 5040.0);
  const double sum = r + square * (front + square * (middle + square * back));
  const double power = POWERS[(unsigned)k & (PARTS - 1)];
  const int whole = (k - (int)((unsigned)k & (PARTS - 1))) / PARTS;
  return (power + power * sum) * power_of_two(whole);
}

/* Newton's method from a first guess within 30 %: each step doubles the digits. */
double wi_weight_sqrt(double x) {
  if (!(x > 0.0)) {
    return 0.0;
  }
  int exponent = 0;
  double m = split(x, &exponent);
  if (exponent % 2 != 0) {
    m *= 2.0;
    exponent--;
  }
  double root = 0.5 + 0.5 * m;
  for (int i = 0; i < SQRT_STEPS; i++) {
    root = 0.5 * (root + m / root);
  }
  return root * power_of_two(exponent / 2);
}

double wi_weight_idf(uint32_t df, uint32_t documents, double cap) {
  const double idf = wi_weight_log((1.0 + (double)documents) / (1.0 + (double)df)) + 1.0;
  return idf < cap ? idf : cap;
}

double wi_weight_log_tf(double tf) {
  return tf < 1.0 ? tf : 1.0 + wi_weight_log(tf);
}

/* BM25's constants as its authors advise: Robertson and Zaragoza, "The probabilistic relevance
 * framework" (2009), k1 1.2 to 2, b 0.5 to 0.8. */
static const double BM25_K1 = 1.2;
static const double BM25_B = 0.75;
/* Content terms of a news article, all and different ones: means over IndoSum and Detik. They stand
 * for the means of the collection, so that a vector does not change with its company. */
static const double MEAN_LENGTH = 180.0;
static const double MEAN_TERMS = 115.0;
/* Singhal, Buckley and Mitra, "Pivoted document length normalization" (1996): best near 0.2 for
 * the number of different terms. */
static const double PIVOT_SLOPE = 0.2;

bool wi_weighting_parse(wi_weighting *out, wi_str name) {
  if (name.len == 0 || wi_str_equal(name, WI_STR("log-tf"))) {
    *out = (wi_weighting){'l', 's', 'c'};
  } else if (wi_str_equal(name, WI_STR("bm25"))) {
    *out = (wi_weighting){'k', 'r', 'c'};
  } else if (wi_str_equal(name, WI_STR("pivoted"))) {
    *out = (wi_weighting){'L', 's', 'u'};
  } else if (name.len == 3 && memchr("nlabL", name.ptr[0], 5) != NULL &&
             memchr("ntps", name.ptr[1], 4) != NULL && memchr("ncu", name.ptr[2], 3) != NULL) {
    *out = (wi_weighting){name.ptr[0], name.ptr[1], name.ptr[2]};
  } else {
    return false;
  }
  return true;
}

double wi_weight_local(char letter, double tf, const wi_weight_scope *scope) {
  switch (letter) {
  case 'l':
    return wi_weight_log_tf(tf);
  case 'a':
    return 0.5 + 0.5 * tf / scope->tf_max;
  case 'b':
    return 1.0;
  case 'L':
    return wi_weight_log_tf(tf) / wi_weight_log_tf(scope->tf_mean);
  case 'k':
    return tf * (BM25_K1 + 1.0) /
           (tf + BM25_K1 * (1.0 - BM25_B + BM25_B * scope->length / MEAN_LENGTH));
  default: /* n */
    return tf;
  }
}

double wi_weight_global(char letter, uint32_t df, uint32_t documents, double cap) {
  const double all = documents == 0 ? 1.0 : (double)documents;
  const double in = df == 0 ? 1.0 : (double)df; /* an unseen term is as rare as the rarest */
  const double out = all - in;
  double weight = 1.0;
  if (letter == 's') {
    weight = wi_weight_idf(df, documents, cap);
  } else if (letter == 't') {
    weight = wi_weight_log(all / in);
  } else if (letter == 'p') {
    weight = out > in ? wi_weight_log(out / in) : 0.0;
  } else if (letter == 'r') {
    weight = wi_weight_log(1.0 + (all - (double)df + 0.5) / ((double)df + 0.5));
  }
  return weight > 0.0 ? weight : 0.0;
}

double wi_weight_norm(char letter, double square_sum, double terms) {
  if (letter == 'c') {
    return wi_weight_sqrt(square_sum);
  }
  return letter == 'u' ? (1.0 - PIVOT_SLOPE) * MEAN_TERMS + PIVOT_SLOPE * terms : 1.0;
}

double wi_weight_place(double position, double gain, double decay) {
  return 1.0 + gain * wi_weight_exp(-position / decay);
}
