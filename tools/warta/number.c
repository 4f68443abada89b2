#include "number.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* The decimal digits, at least so many of them; returns how many there are. */
static size_t write_digits(char *out, uint64_t value, unsigned least) {
  char reversed[NUMBER_SIZE];
  size_t count = 0;
  for (; value > 0 || count < least; value /= 10) {
    reversed[count++] = (char)('0' + value % 10);
  }
  for (size_t i = 0; i < count; i++) {
    out[i] = reversed[count - 1 - i];
  }
  return count;
}

void number_write(char out[NUMBER_SIZE], double value, unsigned digits, char point) {
  static const double scales[] = {1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6};
  const double scale = scales[digits];
  const bool negative = value < 0;
  const double size = negative ? -value : value;
  /* Beyond this the scaled value would not fit; no score comes near it. */
  const double most = 9e12;
  const uint64_t scaled = (uint64_t)llround((size < most ? size : most) * scale);
  const uint64_t unit = (uint64_t)scale;
  size_t len = 0;
  if (negative && scaled > 0) {
    out[len++] = '-';
  }
  len += write_digits(out + len, scaled / unit, 1);
  if (digits > 0) {
    out[len++] = point;
    len += write_digits(out + len, scaled % unit, digits);
  }
  out[len] = '\0';
}

void number_write_short(char out[NUMBER_SIZE], double value) {
  const double most = 9e12; /* as above; what is larger has no fraction worth showing */
  if (value >= most) {
    snprintf(out, NUMBER_SIZE, "%.0f", value); /* no locale writes a point here */
    return;
  }
  number_write(out, value, 6, '.');
  size_t len = strlen(out);
  while (out[len - 1] == '0') {
    len--;
  }
  out[out[len - 1] == '.' ? len - 1 : len] = '\0';
}

void number_write_count(char out[NUMBER_SIZE], size_t value) {
  out[write_digits(out, value, 1)] = '\0';
}

void number_write_whole(char out[NUMBER_SIZE], int32_t value) {
  snprintf(out, NUMBER_SIZE, "%" PRId32, value);
}

void number_write_hex(char out[NUMBER_SIZE], uint64_t value) {
  static const char hex[] = "0123456789abcdef";
  for (int i = 0; i < 16; i++) {
    out[i] = hex[(value >> (60 - 4 * i)) & 15u];
  }
  out[16] = '\0';
}

bool number_read_count(const char *text, uint32_t *out) {
  uint64_t value = 0;
  if (*text == '\0') {
    return false;
  }
  for (; *text != '\0'; text++) {
    if (*text < '0' || *text > '9') {
      return false;
    }
    value = value * 10 + (uint64_t)(*text - '0');
    if (value > UINT32_MAX) {
      return false;
    }
  }
  *out = (uint32_t)value;
  return true;
}

bool number_read_real(const char *text, double *out) {
  double value = 0;
  double scale = 1;
  bool behind_point = false;
  bool has_digit = false;
  for (; *text != '\0'; text++) {
    if (*text == '.' && !behind_point) {
      behind_point = true;
      continue;
    }
    if (*text < '0' || *text > '9' || scale > 1e15 || value > 1e15) {
      return false;
    }
    has_digit = true;
    value = value * 10 + (*text - '0');
    scale = behind_point ? scale * 10 : scale;
  }
  *out = value / scale;
  return has_digit;
}
