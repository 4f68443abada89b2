#include "json.h"

#include "codepoint.h"
#include "number.h"

#include <string.h>

void json_open(json *j, char bracket) {
  output_char(j->out, bracket);
  j->first = true;
}

void json_close(json *j, char bracket) {
  output_char(j->out, bracket);
  j->first = false;
}

void json_element(json *j) {
  if (!j->first) {
    output_char(j->out, ',');
  }
  j->first = false;
}

void json_name(json *j, const char *name) {
  json_element(j);
  output_char(j->out, '"');
  output_text(j->out, name);
  output_text(j->out, "\":");
}

static void write_escape(output *o, uint32_t value) {
  static const char hex[] = "0123456789abcdef";
  static const char plain[] = "\"\\\b\f\n\r\t";
  static const char letter[] = "\"\\bfnrt";
  const char *known = value < 0x80 && value != 0 ? strchr(plain, (int)value) : NULL;
  output_char(o, '\\');
  if (known != NULL) {
    output_char(o, letter[known - plain]);
    return;
  }
  output_char(o, 'u');
  for (int shift = 12; shift >= 0; shift -= 4) {
    output_char(o, hex[(value >> shift) & 15u]);
  }
}

void json_string(json *j, const char *bytes, size_t len) {
  size_t plain = 0;
  output_char(j->out, '"');
  for (size_t at = 0; at < len;) {
    uint32_t value;
    bool malformed;
    const size_t step = codepoint_next(bytes + at, len - at, &value, &malformed);
    if (malformed || value == '"' || value == '\\' || codepoint_is_control(value)) {
      output_bytes(j->out, bytes + plain, at - plain);
      plain = at + step;
      if (malformed) {
        output_text(j->out, "\xEF\xBF\xBD");
      } else {
        write_escape(j->out, value);
      }
    }
    at += step;
  }
  output_bytes(j->out, bytes + plain, len - plain);
  output_char(j->out, '"');
}

void json_text(json *j, const char *text) {
  json_string(j, text, strlen(text));
}

void json_count(json *j, size_t value) {
  char digits[NUMBER_SIZE];
  number_write_count(digits, value);
  output_text(j->out, digits);
}

void json_whole(json *j, int32_t value) {
  char digits[NUMBER_SIZE];
  number_write_whole(digits, value);
  output_text(j->out, digits);
}

void json_short(json *j, double value) {
  char digits[NUMBER_SIZE];
  number_write_short(digits, value);
  output_text(j->out, digits);
}

void json_score(json *j, double value) {
  char digits[NUMBER_SIZE];
  number_write(digits, value, 6, '.');
  output_text(j->out, digits);
}
