#include "token_units.h"

#include <stdbool.h>

#include "token_shape.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

enum { SCALES_MAX = 2 };

static const char *const codes[] = {"rp",  "rp.", "idr", "usd", "sgd", "aud", "eur", "myr", "rm",
                                    "jpy", "gbp", "cny", "sar", "hkd", "krw", "thb", "chf", "cad"};
static const char *const currencies[] = {"rupiah",  "dolar", "dollar",       "euro", "yen",
                                         "ringgit", "won",   "yuan",         "baht", "rubel",
                                         "riyal",   "rupee", "poundsterling"};
static const char *const percents[] = {"persen", "prosen", "percent", "pct"};
static const char *const zones[] = {"wib", "wita", "wit", "gmt", "utc"};
static const char *const hours[] = {"pukul", "jam", "pkl", "pkl."};

typedef struct view {
  wi_token *items;
  size_t count;
  wi_str text;
} view;

static bool is_one_of(const view *in, size_t i, const char *const *list, size_t count) {
  return i < in->count && wi_token_in(wi_token_str(in->text, &in->items[i]), list, count);
}

static bool is_char(const view *in, size_t i, char c) {
  return i < in->count && in->items[i].end == in->items[i].start + 1 &&
         in->text.ptr[in->items[i].start] == c;
}

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
  return is_scale(in, i) || is_char(in, i, 'T') || is_char(in, i, 'M');
}

/* The number behind a hyphen: 12 in 10-12 persen; 0 if there is none. */
static size_t range_end(const view *in, size_t i) {
  const bool is_range =
      i + 2 < in->count && is_char(in, i + 1, '-') && in->items[i + 2].type == WARTA_TOKEN_NUMBER;
  return is_range ? i + 2 : 0;
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

/* 140 triliun rupiah, 5 dolar */
static void type_currency_behind(view *in, size_t i) {
  size_t unit = i + 1;
  while (unit <= i + SCALES_MAX && is_scale(in, unit)) {
    unit++;
  }
  if (is_one_of(in, unit, currencies, COUNT(currencies)) ||
      is_one_of(in, unit, codes, COUNT(codes))) {
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

/* 16.30 WIB, pukul 09.05; both of 08.00-16.00 WIB */
static bool is_hour(const view *in, size_t i) {
  const size_t last = range_end(in, i) > 0 ? range_end(in, i) : i;
  const bool is_end =
      i >= 2 && is_char(in, i - 1, '-') && in->items[i - 2].type == WARTA_TOKEN_TIME;
  return looks_like_hour(wi_token_str(in->text, &in->items[i])) &&
         (is_end || is_one_of(in, last + 1, zones, COUNT(zones)) ||
          (i > 0 && is_one_of(in, i - 1, hours, COUNT(hours))));
}

static bool is_percent(const view *in, size_t i) {
  const size_t last = range_end(in, i) > 0 ? range_end(in, i) : i; /* 5-10 persen */
  return is_char(in, last + 1, '%') || is_one_of(in, last + 1, percents, COUNT(percents));
}

static void type_number(view *in, size_t i) {
  if (is_percent(in, i)) {
    in->items[i].type = WARTA_TOKEN_PERCENT;
  } else if (is_hour(in, i)) {
    in->items[i].type = WARTA_TOKEN_TIME;
  } else {
    type_currency_behind(in, i);
  }
}

static bool opens_amount(const view *in, size_t i) {
  if (i + 1 >= in->count || in->items[i + 1].type != WARTA_TOKEN_NUMBER) {
    return false;
  }
  return in->items[i].type == WARTA_TOKEN_CURRENCY || is_one_of(in, i, codes, COUNT(codes));
}

/* Boeing 737-800, ATR 42-300: the type of an aircraft is one number. */
static bool is_aircraft(const view *in, size_t i) {
  static const char *const makers[] = {"boeing", "airbus", "atr",      "cessna",     "fokker",
                                       "casa",   "cn",     "superjet", "bombardier", "embraer",
                                       "sukhoi", "hawk",   "mcdonnell"};
  const size_t last = range_end(in, i);
  return last > 0 && i > 0 && is_one_of(in, i - 1, makers, COUNT(makers)) &&
         in->items[i + 1].start == in->items[i].end &&
         in->items[last].start == in->items[i + 1].end;
}

/* The first number at or behind i. */
static size_t next_number(const wi_token_array *tokens, size_t i) {
  i = wi_token_next_noted(tokens, i, WI_NOTE_NUMBER);
  while (i < tokens->count && tokens->items[i].type != WARTA_TOKEN_NUMBER) {
    i = wi_token_next_noted(tokens, i + 1, WI_NOTE_NUMBER);
  }
  return i;
}

/* Joins what is_aircraft finds, in place; nothing is moved before the first. */
static void join_aircraft(wi_token_array *tokens, wi_str text) {
  const view in = {tokens->items, tokens->count, text};
  size_t first = next_number(tokens, 0);
  while (first < in.count && !is_aircraft(&in, first)) {
    first = next_number(tokens, first + 1);
  }
  size_t kept = first;
  for (size_t i = first; i < in.count; i++) {
    const bool is_one = in.items[i].type == WARTA_TOKEN_NUMBER && is_aircraft(&in, i);
    tokens->items[kept] = in.items[i];
    tokens->notes[kept] = tokens->notes[i];
    if (is_one) {
      tokens->items[kept].end = in.items[i + 2].end;
      tokens->items[kept].type = WARTA_TOKEN_HYPHENATED;
      tokens->items[kept].word = WI_NO_WORD;
      i += 2;
    }
    kept++;
  }
  tokens->count = kept;
}

static bool may_open_amount(uint8_t type) {
  return type == WARTA_TOKEN_CURRENCY || type == WARTA_TOKEN_WORD || type == WARTA_TOKEN_ACRONYM ||
         type == WARTA_TOKEN_ABBREVIATION;
}

/* What stands before a number is looked at when the number is. */
void wi_token_units(wi_token_array *tokens, wi_str text) {
  join_aircraft(tokens, text);
  view in = {tokens->items, tokens->count, text};
  for (size_t i = next_number(tokens, 0); i < in.count; i = next_number(tokens, i + 1)) {
    if (i > 0 && may_open_amount(in.items[i - 1].type) && opens_amount(&in, i - 1)) {
      type_currency_before(&in, i - 1);
    }
    if (in.items[i].type == WARTA_TOKEN_NUMBER) {
      type_number(&in, i);
    }
  }
}
