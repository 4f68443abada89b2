#include "token_value.h"

#include <stdint.h>

#include "token_shape.h"

/* Digits that a double holds without loss, and the longest number that is read at all. */
enum { DIGITS_MAX = 15, GROUP = 3, LENGTH_MAX = 40 };

/* Two scales in a row at most: 2 ribu triliun. */
enum { SCALES_MAX = 2 };

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* Where a number's parts lie: thousands are parted by one sign, the fraction by the other. */
typedef struct number_form {
  char group; /* 0: none */
  size_t point; /* the sign before the fraction; the length if there is none */
} number_form;

/* The groups behind `sign` in text[0, end) have three digits each, the first one to three and no
 * leading nought: 1.500.000 */
static bool is_grouped(wi_str text, size_t end, char sign) {
  size_t digits = 0;
  bool is_first = true;
  for (size_t i = 0; i < end; i++) {
    if (text.ptr[i] != sign) {
      digits++;
      continue;
    }
    if (is_first ? digits == 0 || digits > GROUP || text.ptr[0] == '0' : digits != GROUP) {
      return false;
    }
    is_first = false;
    digits = 0;
  }
  return digits == GROUP;
}

static size_t count_sign(wi_str text, char sign, size_t *last) {
  size_t count = 0;
  *last = text.len;
  for (size_t i = 0; i < text.len; i++) {
    if (text.ptr[i] == sign) {
      count++;
      *last = i;
    }
  }
  return count;
}

/* 65,1 and 1,500 have a fraction; 1.500 is a thousand and a half, 4.5 is four and a half; where
 * both signs stand, the last one is the point: 1.500,50 and 1,500.50 */
static bool find_form(wi_str text, number_form *form) {
  size_t comma = 0;
  size_t stop = 0;
  const size_t commas = count_sign(text, ',', &comma);
  const size_t stops = count_sign(text, '.', &stop);
  *form = (number_form){0, text.len};
  if (commas > 0 && stops > 0) {
    const bool is_comma_last = comma > stop;
    form->group = is_comma_last ? '.' : ',';
    form->point = is_comma_last ? comma : stop;
    return (is_comma_last ? commas : stops) == 1 && is_grouped(text, form->point, form->group);
  }
  if (commas == 1) {
    form->point = comma;
  } else if (commas > 1) {
    form->group = ',';
  } else if (stops == 1 && !is_grouped(text, text.len, '.')) {
    form->point = stop;
  } else if (stops > 0) {
    form->group = '.';
  }
  return form->group == 0 || is_grouped(text, text.len, form->group);
}

/* Power of ten by multiplication: exact up to 10^22. */
static double power_of_ten(size_t exponent) {
  double power = 1;
  while (exponent-- > 0) {
    power *= 10;
  }
  return power;
}

bool wi_token_read_number(wi_str digits, double factor, double *out) {
  number_form form;
  *out = 0;
  if (digits.len == 0 || digits.len > LENGTH_MAX || !is_digit(digits.ptr[0]) ||
      !is_digit(digits.ptr[digits.len - 1])) {
    return false;
  }
  for (size_t i = 0; i < digits.len; i++) {
    if (!is_digit(digits.ptr[i]) && digits.ptr[i] != '.' && digits.ptr[i] != ',') {
      return false;
    }
  }
  if (!find_form(digits, &form)) {
    return false;
  }
  uint64_t number = 0;
  size_t count = 0;
  size_t fraction = 0;
  for (size_t i = 0; i < digits.len; i++) {
    if (!is_digit(digits.ptr[i])) {
      continue;
    }
    number = number * 10 + (uint64_t)(digits.ptr[i] - '0');
    count += number > 0;
    fraction += i > form.point;
    if (count > DIGITS_MAX) {
      return false;
    }
  }
  /* One division of two whole numbers: rounded once, the same everywhere. */
  *out = (double)number * factor / power_of_ten(fraction);
  return true;
}

/* ---- scales ---- */

typedef struct scale_row {
  const char *word;
  double factor;
} scale_row;

static const scale_row scale_rows[] = {
    {"ribu", 1e3},   {"rb", 1e3},       {"juta", 1e6},     {"jt", 1e6},  {"miliar", 1e9},
    {"milyar", 1e9}, {"miliard", 1e9},  {"mlr", 1e9},      {"mld", 1e9}, {"triliun", 1e12},
    {"trl", 1e12},   {"trilyun", 1e12}, {"trilliun", 1e12}};

static bool is_type(const wi_token_array *tokens, size_t i, warta_token_type type) {
  return i < tokens->count && tokens->items[i].type == type;
}

/* What the token multiplies by, or 0: juta, jt. and, where money is counted, M and T. */
static double scale_factor(const wi_token_array *tokens, wi_str text, size_t i) {
  if (i >= tokens->count) {
    return 0;
  }
  wi_str word = wi_token_str(text, &tokens->items[i]);
  if (wi_str_ends(word, WI_STR("."))) {
    word = wi_str_slice(word, 0, word.len - 1);
  }
  for (size_t row = 0; row < sizeof scale_rows / sizeof scale_rows[0]; row++) {
    if (wi_token_in(word, &scale_rows[row].word, 1)) {
      return scale_rows[row].factor;
    }
  }
  if (is_type(tokens, i, WARTA_TOKEN_SCALE) && word.len == 1) {
    return word.ptr[0] == 'T' ? 1e12 : 1e9;
  }
  return 0;
}

static bool is_counted(const wi_token_array *tokens, size_t i) {
  return is_type(tokens, i, WARTA_TOKEN_NUMBER) || is_type(tokens, i, WARTA_TOKEN_AMOUNT);
}

/* The scale that token i shares with the end of its range: 9 in Rp9-10 triliun. */
static size_t find_scale(const wi_token_array *tokens, wi_str text, size_t i) {
  if (i + 2 < tokens->count && is_counted(tokens, i + 2) &&
      wi_token_is_dash(wi_token_str(text, &tokens->items[i + 1]))) {
    return i + 3;
  }
  return i + 1;
}

static double scale_behind(const wi_token_array *tokens, wi_str text, size_t i) {
  const size_t first = find_scale(tokens, text, i);
  double factor = 1;
  for (size_t k = first; k < first + SCALES_MAX; k++) {
    const double more = scale_factor(tokens, text, k);
    if (more == 0) {
      break;
    }
    factor *= more;
  }
  return factor;
}

/* ---- ordinals ---- */

static double roman_digit(char c) {
  switch (c) {
  case 'I':
    return 1;
  case 'V':
    return 5;
  case 'X':
    return 10;
  case 'L':
    return 50;
  case 'C':
    return 100;
  default:
    return 0;
  }
}

static double read_roman(wi_str word) {
  double value = 0;
  for (size_t i = 0; i < word.len; i++) {
    const double digit = roman_digit(word.ptr[i]);
    const double next = i + 1 < word.len ? roman_digit(word.ptr[i + 1]) : 0;
    value += digit < next ? -digit : digit;
  }
  return value;
}

/* ke-5 is 5, ke-XIV is 14, 1990-an and 90an are 1990 and 90, 20.000-an is 20000 */
static bool read_ordinal(wi_str word, double *out) {
  size_t start = 0;
  while (start < word.len && !is_digit(word.ptr[start])) {
    start++;
  }
  size_t end = start;
  while (end < word.len &&
         (is_digit(word.ptr[end]) ||
          (end > start && end + 1 < word.len && (word.ptr[end] == '.' || word.ptr[end] == ',') &&
           is_digit(word.ptr[end + 1])))) {
    end++;
  }
  if (start < end) {
    return wi_token_read_number(wi_str_slice(word, start, end), 1, out);
  }
  /* behind "ke" and its hyphen, of one byte or three */
  const size_t roman = word.len > 3 && word.ptr[2] == '-' ? 3 : 5;
  if (word.len <= roman || !wi_token_is_roman(wi_str_slice(word, roman, word.len))) {
    return false;
  }
  *out = read_roman(wi_str_slice(word, roman, word.len));
  return true;
}

bool wi_token_value(const wi_token_array *tokens, wi_str text, size_t i, double *out) {
  const wi_token *token = &tokens->items[i];
  const wi_str word = wi_token_str(text, token);
  *out = 0;
  if (token->type == WARTA_TOKEN_SCALE) {
    *out = scale_factor(tokens, text, i);
    return *out != 0;
  }
  if (token->type == WARTA_TOKEN_ORDINAL) {
    return read_ordinal(word, out);
  }
  if (token->type == WARTA_TOKEN_PERCENT) {
    return wi_token_read_number(word, 1, out);
  }
  return is_counted(tokens, i) && wi_token_read_number(word, scale_behind(tokens, text, i), out);
}
