#include "day.h"

#include <string.h>

typedef struct parts {
  uint32_t year;
  uint32_t month;
  uint32_t day;
} parts;

enum { YEAR_LEAST = 1, YEAR_MOST = 9999, MONTHS = 12, MONTH_LETTERS = 3 };

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Takes `least` to `most` digits, all that stand there. */
static bool take_number(wi_str *rest, size_t least, size_t most, uint32_t *out) {
  size_t len = 0;
  while (len < rest->len && is_digit(rest->ptr[len])) {
    len++;
  }
  if (len < least || len > most || !wi_str_to_u32(wi_str_slice(*rest, 0, len), out)) {
    return false;
  }
  *rest = wi_str_slice(*rest, len, rest->len);
  return true;
}

static bool take_byte(wi_str *rest, const char *choices) {
  if (rest->len == 0 || rest->ptr[0] == '\0' || strchr(choices, rest->ptr[0]) == NULL) {
    return false;
  }
  *rest = wi_str_slice(*rest, 1, rest->len);
  return true;
}

static wi_str take_word(wi_str *rest) {
  size_t len = 0;
  while (len < rest->len && is_letter(rest->ptr[len])) {
    len++;
  }
  const wi_str word = wi_str_slice(*rest, 0, len);
  *rest = wi_str_slice(*rest, len, rest->len);
  return word;
}

static bool take_spaces(wi_str *rest) {
  const size_t before = rest->len;
  while (rest->len > 0 && wi_str_is_space(rest->ptr[0])) {
    *rest = wi_str_slice(*rest, 1, rest->len);
  }
  return rest->len < before;
}

static bool begins_alike(wi_str word, wi_str name) {
  if (word.len > name.len) {
    return false;
  }
  for (size_t i = 0; i < word.len; i++) {
    const char small = (char)(word.ptr[i] | 0x20);
    if (small != name.ptr[i]) {
      return false;
    }
  }
  return true;
}

/* 0: no month. */
static uint32_t month_of(wi_str word) {
  static const struct {
    const char *name;
    uint32_t month;
  } NAMES[] = {
      {"januari", 1},  {"january", 1},   {"februari", 2},  {"february", 2},  {"pebruari", 2},
      {"maret", 3},    {"march", 3},     {"april", 4},     {"mei", 5},       {"may", 5},
      {"juni", 6},     {"june", 6},      {"juli", 7},      {"july", 7},      {"agustus", 8},
      {"august", 8},   {"agt", 8},       {"ags", 8},       {"september", 9}, {"oktober", 10},
      {"october", 10}, {"november", 11}, {"nopember", 11}, {"desember", 12}, {"december", 12}};
  for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0] && word.len >= MONTH_LETTERS; i++) {
    if (begins_alike(word, wi_str_of(NAMES[i].name))) {
      return NAMES[i].month;
    }
  }
  return 0;
}

/* What follows a date may be a time, a comma, anything but more of a number or of a word. */
static bool is_end(wi_str rest) {
  return rest.len == 0 || !(is_digit(rest.ptr[0]) || rest.ptr[0] == '-' || rest.ptr[0] == '/');
}

static bool read_iso(wi_str text, parts *out) {
  return take_number(&text, 4, 4, &out->year) && take_byte(&text, "-") &&
         take_number(&text, 2, 2, &out->month) && take_byte(&text, "-") &&
         take_number(&text, 2, 2, &out->day) && is_end(text);
}

static bool read_day_first(wi_str text, parts *out) {
  return take_number(&text, 1, 2, &out->day) && take_byte(&text, "/-") &&
         take_number(&text, 1, 2, &out->month) && take_byte(&text, "/-") &&
         take_number(&text, 4, 4, &out->year) && is_end(text);
}

/* "Kamis, 29 Januari 2026": a weekday is not looked at. */
static bool read_words(wi_str text, parts *out) {
  if (take_word(&text).len > 0) {
    (void)take_byte(&text, ",");
    (void)take_spaces(&text);
  }
  if (!take_number(&text, 1, 2, &out->day) || !take_spaces(&text)) {
    return false;
  }
  out->month = month_of(take_word(&text));
  (void)take_byte(&text, ".,");
  return out->month > 0 && take_spaces(&text) && take_number(&text, 4, 4, &out->year) &&
         is_end(text);
}

static uint32_t days_of_month(uint32_t year, uint32_t month) {
  static const uint8_t DAYS[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return DAYS[month - 1] + (is_leap && month == 2 ? 1U : 0U);
}

static bool is_real(parts p) {
  return p.year >= YEAR_LEAST && p.year <= YEAR_MOST && p.month >= 1 && p.month <= MONTHS &&
         p.day >= 1 && p.day <= days_of_month(p.year, p.month);
}

/* Years are counted from March, so that the leap day is their last (Hinnant, "chrono-compatible
 * low-level date algorithms"). */
enum { DAYS_OF_400_YEARS = 146097, DAYS_BEFORE_1970 = 719468 };

static int32_t count_days(parts p) {
  const uint32_t year = p.month <= 2 ? p.year - 1 : p.year;
  const uint32_t month = (p.month + 9) % MONTHS;
  const uint32_t in_year = (153 * month + 2) / 5 + p.day - 1;
  const uint32_t days = year * 365 + year / 4 - year / 100 + year / 400 + in_year;
  return (int32_t)days - DAYS_BEFORE_1970;
}

int32_t wi_day_read(wi_str text) {
  parts p = {0, 0, 0};
  text = text.ptr == NULL ? WI_STR("") : wi_str_trim(text);
  if ((read_iso(text, &p) || read_day_first(text, &p) || read_words(text, &p)) && is_real(p)) {
    return count_days(p);
  }
  return WI_DAY_NONE;
}

static parts split_days(int32_t day) {
  const uint32_t days = (uint32_t)(day + DAYS_BEFORE_1970);
  const uint32_t era = days / DAYS_OF_400_YEARS;
  const uint32_t in_era = days % DAYS_OF_400_YEARS;
  const uint32_t years = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
  const uint32_t in_year = in_era - (365 * years + years / 4 - years / 100);
  const uint32_t month = (5 * in_year + 2) / 153;
  parts p = {era * 400 + years, month < 10 ? month + 3 : month - 9,
             in_year - (153 * month + 2) / 5 + 1};
  p.year += p.month <= 2 ? 1U : 0U;
  return p;
}

static void write_digits(char *out, uint32_t value, size_t count) {
  for (size_t i = count; i > 0; i--, value /= 10) {
    out[i - 1] = (char)('0' + value % 10);
  }
}

void wi_day_write(char out[WI_DAY_SIZE], int32_t day) {
  memset(out, 0, WI_DAY_SIZE);
  if (day == WI_DAY_NONE) {
    return;
  }
  const parts p = split_days(day);
  write_digits(out, p.year, 4);
  out[4] = '-';
  write_digits(out + 5, p.month, 2);
  out[7] = '-';
  write_digits(out + 8, p.day, 2);
}
