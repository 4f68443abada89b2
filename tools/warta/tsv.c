#include "tsv.h"

#include "codepoint.h"
#include "number.h"

#include <string.h>

void tsv_header(output *o, const char *columns) {
  for (; *columns != '\0'; columns++) {
    output_char(o, *columns == ' ' ? '\t' : *columns);
  }
  output_char(o, '\n');
}

static void write_control(output *o, uint32_t value) {
  static const char hex[] = "0123456789ABCDEF";
  if (value == '\t' || value == '\n' || value == '\r') {
    output_text(o, value == '\t' ? "\\t" : value == '\n' ? "\\n" : "\\r");
    return;
  }
  output_text(o, value < 0x80 ? "\\x" : "\\u");
  for (int shift = value < 0x80 ? 4 : 12; shift >= 0; shift -= 4) {
    output_char(o, hex[(value >> shift) & 15u]);
  }
}

void tsv_field(output *o, const char *bytes, size_t len) {
  size_t plain = 0; /* from here to `at` nothing needs a change */
  for (size_t at = 0; at < len;) {
    uint32_t value;
    bool malformed;
    const size_t step = codepoint_next(bytes + at, len - at, &value, &malformed);
    if (malformed || value == '\\' || codepoint_is_control(value)) {
      output_bytes(o, bytes + plain, at - plain);
      plain = at + step;
      if (malformed) {
        output_text(o, "\xEF\xBF\xBD");
      } else if (value == '\\') {
        output_text(o, "\\\\");
      } else {
        write_control(o, value);
      }
    }
    at += step;
  }
  output_bytes(o, bytes + plain, len - plain);
}

void tsv_text(output *o, const char *text) {
  tsv_field(o, text, strlen(text));
}

void tsv_count(output *o, size_t value) {
  char digits[NUMBER_SIZE];
  number_write_count(digits, value);
  output_text(o, digits);
}

void tsv_whole(output *o, int32_t value) {
  char digits[NUMBER_SIZE];
  number_write_whole(digits, value);
  output_text(o, digits);
}

void tsv_score(output *o, double value) {
  char digits[NUMBER_SIZE];
  number_write(digits, value, 6, '.');
  output_text(o, digits);
}

void tsv_tab(output *o) {
  output_char(o, '\t');
}

void tsv_row_end(output *o) {
  output_char(o, '\n');
}
