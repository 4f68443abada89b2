#include "token_units.h"

#include <stdbool.h>

#include "token_shape.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

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

static bool is_scale(const view *in, size_t i) {
  return i < in->count && wi_token_is_scale(wi_token_str(in->text, &in->items[i]));
}

static void type_amount(view *in, size_t i) {
  in->items[i].type = WARTA_TOKEN_AMOUNT;
  if (is_scale(in, i + 1)) {
    in->items[i + 1].type = WARTA_TOKEN_SCALE;
  } else if (i + 2 < in->count && is_char(in, i + 1, '-') &&
             in->items[i + 2].type == WARTA_TOKEN_NUMBER) {
    in->items[i + 2].type = WARTA_TOKEN_AMOUNT; /* Rp9.000-9.300 */
    if (is_scale(in, i + 3)) {
      in->items[i + 3].type = WARTA_TOKEN_SCALE;
    }
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
  const size_t unit = is_scale(in, i + 1) ? i + 2 : i + 1;
  if (is_one_of(in, unit, currencies, COUNT(currencies)) ||
      is_one_of(in, unit, codes, COUNT(codes))) {
    type_amount(in, i);
    in->items[unit].type = WARTA_TOKEN_CURRENCY;
  }
}

/* 16.30 WIB, pukul 09.05 */
static bool is_hour(const view *in, size_t i) {
  const wi_str word = wi_token_str(in->text, &in->items[i]);
  const size_t dot = word.len == 4 ? 1 : 2;
  return (word.len == 4 || word.len == 5) && word.ptr[dot] == '.' &&
         (is_one_of(in, i + 1, zones, COUNT(zones)) ||
          (i > 0 && is_one_of(in, i - 1, hours, COUNT(hours))));
}

static void type_number(view *in, size_t i) {
  if (is_char(in, i + 1, '%') || is_one_of(in, i + 1, percents, COUNT(percents))) {
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

void wi_token_units(wi_token_array *tokens, wi_str text) {
  view in = {tokens->items, tokens->count, text};
  for (size_t i = 0; i < in.count; i++) {
    const uint8_t type = in.items[i].type;
    if (type == WARTA_TOKEN_NUMBER) {
      type_number(&in, i);
    } else if (type == WARTA_TOKEN_CURRENCY || type == WARTA_TOKEN_WORD ||
               type == WARTA_TOKEN_ACRONYM || type == WARTA_TOKEN_ABBREVIATION) {
      if (opens_amount(&in, i)) {
        type_currency_before(&in, i);
      }
    }
  }
}
