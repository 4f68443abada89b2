#include "token_units.h"

#include <stdbool.h>

#include "token_beside.h"
#include "token_shape.h"

enum { SCALES_MAX = 2 };

typedef wi_beside view;

/* triliun, jt. */
static bool is_scale(const view *in, size_t i) {
  if (i >= in->count) {
    return false;
  }
  const wi_str word = wi_token_str(in->text, &in->items[i]);
  const bool has_stop = wi_str_ends(word, WI_STR("."));
  return wi_token_is_scale(wi_str_slice(word, 0, has_stop ? word.len - 1 : word.len));
}

/* Behind rupiahs: Rp1,5 T, Rp500 M */
static bool is_money_scale(const view *in, size_t i) {
  return is_scale(in, i) || wi_beside_is_char(in, i, 'T') || wi_beside_is_char(in, i, 'M');
}

/* The number behind a dash: 12 in 10-12 persen; 0 if there is none. */
static size_t range_end(const view *in, size_t i) {
  const bool is_range = i + 2 < in->count && wi_beside_is_dash(in, i + 1) &&
                        in->items[i + 2].type == WARTA_TOKEN_NUMBER;
  return is_range ? i + 2 : 0;
}

/* What stands behind a number, or behind the range that it begins: looked up once. */
typedef struct behind {
  size_t last; /* the end of the range; the number itself if there is none */
  bool is_said; /* the range is said by a word: 08.00 s.d. 16.00, 5 hingga 10 */
  wi_unit_word unit; /* of the token behind it */
} behind;

static behind look_behind(const view *in, size_t i) {
  const size_t end = range_end(in, i);
  if (end > 0) {
    return (behind){end, false, wi_beside_unit(in, end + 1)};
  }
  const wi_unit_word unit = wi_beside_unit(in, i + 1);
  const bool is_said =
      unit == WI_UNIT_UNTIL && i + 2 < in->count && in->items[i + 2].type == WARTA_TOKEN_NUMBER;
  return is_said ? (behind){i + 2, true, wi_beside_unit(in, i + 3)} : (behind){i, false, unit};
}

static void type_amount(view *in, size_t i) {
  const size_t last = range_end(in, i) > 0 ? range_end(in, i) : i; /* Rp9.000-9.300 */
  in->items[i].type = WARTA_TOKEN_AMOUNT;
  in->items[last].type = WARTA_TOKEN_AMOUNT;
  for (size_t k = last + 1; is_money_scale(in, k) && k <= last + SCALES_MAX; k++) {
    in->items[k].type = WARTA_TOKEN_SCALE; /* Rp2 ribu triliun */
  }
}

/* Rp 140 triliun, US$ 5 */
static void type_currency_before(view *in, size_t i) {
  if (in->items[i].type != WARTA_TOKEN_CURRENCY) {
    in->items[i].type = WARTA_TOKEN_CURRENCY;
  }
  type_amount(in, i + 1);
}

/* 140 triliun rupiah, 5 dolar, both numbers of 5-10 dolar */
static void type_currency_behind(view *in, size_t i, const behind *after) {
  size_t unit = after->last + 1;
  wi_unit_word kind = after->unit;
  while (unit <= after->last + SCALES_MAX && is_scale(in, unit)) {
    kind = wi_beside_unit(in, ++unit);
  }
  if (kind == WI_UNIT_CURRENCY || wi_beside_is_code(in, unit, kind)) {
    type_amount(in, i);
    in->items[unit].type = WARTA_TOKEN_CURRENCY;
  }
}

static bool is_digits(wi_str word) {
  for (size_t i = 0; i < word.len; i++) {
    if (word.ptr[i] < '0' || word.ptr[i] > '9') {
      return false;
    }
  }
  return word.len > 0;
}

/* 16.30, 9.05; never 24.60 */
static bool looks_like_hour(wi_str word) {
  const size_t dot = word.len == 4 ? 1 : 2;
  if ((word.len != 4 && word.len != 5) || word.ptr[dot] != '.' ||
      !is_digits(wi_str_slice(word, 0, dot)) || !is_digits(wi_str_slice(word, dot + 1, word.len))) {
    return false;
  }
  const bool is_late = dot == 2 && (word.ptr[0] > '2' || (word.ptr[0] == '2' && word.ptr[1] > '4'));
  return !is_late && word.ptr[dot + 1] < '6';
}

/* 16.30 WIB, pukul 09.05; both of 08.00-16.00 WIB and of 08.00 s.d. 16.00 WIB */
static bool is_hour(const view *in, size_t i, const behind *after) {
  if (!looks_like_hour(wi_token_str(in->text, &in->items[i]))) {
    return false;
  }
  const bool is_end = i >= 2 && in->items[i - 2].type == WARTA_TOKEN_TIME &&
                      (wi_beside_is_dash(in, i - 1) || wi_beside_is(in, i - 1, WI_UNIT_UNTIL));
  return is_end || after->unit == WI_UNIT_ZONE || (i > 0 && wi_beside_is(in, i - 1, WI_UNIT_CLOCK));
}

static void type_number(view *in, size_t i) {
  const behind after = look_behind(in, i); /* 5-10 persen */
  if (after.unit == WI_UNIT_PERCENT || wi_beside_is_char(in, after.last + 1, '%')) {
    in->items[i].type = WARTA_TOKEN_PERCENT;
  } else if (is_hour(in, i, &after)) {
    in->items[i].type = WARTA_TOKEN_TIME;
  } else if (!after.is_said) {
    type_currency_behind(in, i, &after);
  }
}

static bool opens_amount(const view *in, size_t i) {
  if (i + 1 >= in->count || in->items[i + 1].type != WARTA_TOKEN_NUMBER) {
    return false;
  }
  return in->items[i].type == WARTA_TOKEN_CURRENCY ||
         wi_beside_is_code(in, i, wi_beside_unit(in, i));
}

static bool may_open_amount(uint8_t type) {
  return type == WARTA_TOKEN_CURRENCY || type == WARTA_TOKEN_WORD || type == WARTA_TOKEN_ACRONYM ||
         type == WARTA_TOKEN_ABBREVIATION;
}

/* The first number at or behind i. */
static size_t next_number(const wi_token_array *tokens, size_t i) {
  i = wi_token_next_noted(tokens, i, WI_NOTE_NUMBER);
  while (i < tokens->count && tokens->items[i].type != WARTA_TOKEN_NUMBER) {
    i = wi_token_next_noted(tokens, i + 1, WI_NOTE_NUMBER);
  }
  return i;
}

/* What stands before a number is looked at when the number is. */
void wi_token_units(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary) {
  view in = {tokens->items, tokens->count, text, dictionary};
  for (size_t i = next_number(tokens, 0); i < in.count; i = next_number(tokens, i + 1)) {
    if (i > 0 && may_open_amount(in.items[i - 1].type) && opens_amount(&in, i - 1)) {
      type_currency_before(&in, i - 1);
    }
    if (in.items[i].type == WARTA_TOKEN_NUMBER) {
      type_number(&in, i);
    }
  }
}
