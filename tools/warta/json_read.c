#include "json_read.h"

#include <stdint.h>
#include <string.h>

enum { DEPTH_MOST = 32, REPLACEMENT = 0xFFFD };

static const char OPEN_END[] = "the object does not end";
static const char UNEXPECTED[] = "unexpected character";

typedef struct scanner {
  const char *at;
  const char *end;
  const char *why; /* NULL: nothing wrong so far */
  size_t depth;
  char open[DEPTH_MOST]; /* the brackets that are open: '{' or '[' */
} scanner;

static bool fail(scanner *s, const char *why) {
  s->why = s->at == s->end ? OPEN_END : why;
  return false;
}

static void skip_blanks(scanner *s) {
  while (s->at < s->end && (*s->at == ' ' || *s->at == '\t' || *s->at == '\n' || *s->at == '\r')) {
    s->at++;
  }
}

static bool is_next(scanner *s, char c) {
  return s->at < s->end && *s->at == c;
}

static bool take(scanner *s, char c) {
  if (is_next(s, c)) {
    s->at++;
    return true;
  }
  return false;
}

static bool scan_hex(scanner *s, uint32_t *out) {
  *out = 0;
  for (size_t i = 0; i < 4; i++) {
    const char c = s->at < s->end ? *s->at : '\0';
    uint32_t digit = 0;
    if (c >= '0' && c <= '9') {
      digit = (uint32_t)(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      digit = (uint32_t)(c - 'a') + 10;
    } else if (c >= 'A' && c <= 'F') {
      digit = (uint32_t)(c - 'A') + 10;
    } else {
      return fail(s, "invalid string sequence");
    }
    *out = *out * 16 + digit;
    s->at++;
  }
  return true;
}

static void put_codepoint(buffer *to, uint32_t value) {
  char bytes[4];
  size_t len = 0;
  if (value < 0x80) {
    bytes[len++] = (char)value;
  } else if (value < 0x800) {
    bytes[len++] = (char)(0xC0 | value >> 6);
  } else if (value < 0x10000) {
    bytes[len++] = (char)(0xE0 | value >> 12);
    bytes[len++] = (char)(0x80 | (value >> 6 & 0x3F));
  } else {
    bytes[len++] = (char)(0xF0 | value >> 18);
    bytes[len++] = (char)(0x80 | (value >> 12 & 0x3F));
    bytes[len++] = (char)(0x80 | (value >> 6 & 0x3F));
  }
  if (value >= 0x80) {
    bytes[len++] = (char)(0x80 | (value & 0x3F));
  }
  buffer_add(to, bytes, len);
}

/* Behind "\u". Half of a surrogate pair stands for nothing: U+FFFD. */
static bool scan_escaped_codepoint(scanner *s, buffer *to) {
  uint32_t value;
  uint32_t low;
  if (!scan_hex(s, &value)) {
    return false;
  }
  if (value >= 0xD800 && value < 0xDC00 && s->end - s->at >= 2 && s->at[0] == '\\' &&
      s->at[1] == 'u') {
    const char *before = s->at;
    s->at += 2;
    if (!scan_hex(s, &low)) {
      return false;
    }
    if (low >= 0xDC00 && low < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
    } else {
      s->at = before;
    }
  }
  put_codepoint(to, value >= 0xD800 && value < 0xE000 ? REPLACEMENT : value);
  return true;
}

static bool scan_escape(scanner *s, buffer *to) {
  static const char letters[] = "\"\\/bfnrt";
  static const char meant[] = "\"\\/\b\f\n\r\t";
  const char letter = s->at < s->end ? *s->at : '\0';
  const char *found = letter == '\0' ? NULL : strchr(letters, letter);
  if (letter == 'u') {
    s->at++;
    return scan_escaped_codepoint(s, to);
  }
  if (found == NULL) {
    return fail(s, "invalid string sequence");
  }
  s->at++;
  buffer_add_char(to, meant[found - letters]);
  return true;
}

/* Behind the opening quote; the text goes to the end of `to`. Control characters are let through:
 * programs do write them, and what they mean is plain. */
static bool scan_string(scanner *s, buffer *to) {
  while (s->at < s->end && *s->at != '"') {
    const char *start = s->at;
    while (s->at < s->end && *s->at != '"' && *s->at != '\\') {
      s->at++;
    }
    buffer_add(to, start, (size_t)(s->at - start));
    if (take(s, '\\') && !scan_escape(s, to)) {
      return false;
    }
  }
  return take(s, '"') || fail(s, UNEXPECTED);
}

static bool scan_digits(scanner *s) {
  const char *start = s->at;
  while (s->at < s->end && *s->at >= '0' && *s->at <= '9') {
    s->at++;
  }
  return s->at > start || fail(s, "number expected");
}

static bool scan_number(scanner *s) {
  take(s, '-');
  if (!take(s, '0') && !scan_digits(s)) {
    return false;
  }
  if (s->at < s->end && *s->at >= '0' && *s->at <= '9') {
    return fail(s, "number expected");
  }
  if (take(s, '.') && !scan_digits(s)) {
    return false;
  }
  if (take(s, 'e') || take(s, 'E')) {
    if (!take(s, '+')) {
      take(s, '-');
    }
    return scan_digits(s);
  }
  return true;
}

static bool scan_word(scanner *s, const char *word, const char *why) {
  while (*word != '\0') {
    if (!take(s, *word++)) {
      return fail(s, why);
    }
  }
  return true;
}

/* A value without anything inside. */
static bool scan_plain(scanner *s, buffer *scratch) {
  if (take(s, '"')) {
    return scan_string(s, scratch);
  }
  if (is_next(s, 't')) {
    return scan_word(s, "true", "boolean expected");
  }
  if (is_next(s, 'f')) {
    return scan_word(s, "false", "boolean expected");
  }
  if (is_next(s, 'n')) {
    return scan_word(s, "null", "null expected");
  }
  if (s->at < s->end && (*s->at == '-' || (*s->at >= '0' && *s->at <= '9'))) {
    return scan_number(s);
  }
  return fail(s, UNEXPECTED);
}

/* "name": -- the name is written to the end of `to`. */
static bool scan_name(scanner *s, buffer *to) {
  skip_blanks(s);
  if (!take(s, '"')) {
    return fail(s, "quoted object property name expected");
  }
  if (!scan_string(s, to)) {
    return false;
  }
  skip_blanks(s);
  if (!take(s, ':')) {
    return fail(s, "object property name separator ':' expected");
  }
  skip_blanks(s);
  return true;
}

/* From behind a value, or from behind a bracket that was just opened, to where the next value
 * begins; false at the end of the outermost value, or if something is wrong. */
static bool move_on(scanner *s, bool has_opened, size_t outermost, buffer *scratch) {
  skip_blanks(s);
  while (s->depth > outermost) {
    const bool is_object = s->open[s->depth - 1] == '{';
    const bool is_first = has_opened && !is_next(s, is_object ? '}' : ']');
    if (is_first || (!has_opened && take(s, ','))) {
      skip_blanks(s);
      return !is_object || scan_name(s, scratch);
    }
    if (!take(s, is_object ? '}' : ']')) {
      return fail(s, is_object ? "object value separator ',' expected"
                               : "array value separator ',' expected");
    }
    s->depth--;
    has_opened = false;
    skip_blanks(s);
  }
  return false;
}

/* Any value with all inside it. */
static bool scan_value(scanner *s, buffer *scratch) {
  const size_t outermost = s->depth;
  bool has_opened;
  do {
    has_opened = is_next(s, '{') || is_next(s, '[');
    if (has_opened && s->depth == DEPTH_MOST) {
      s->why = "nesting too deep";
    } else if (has_opened) {
      s->open[s->depth++] = *s->at++;
    } else {
      (void)scan_plain(s, scratch);
    }
  } while (s->why == NULL && move_on(s, has_opened, outermost, scratch));
  return s->why == NULL;
}

static json_field *find_field(json_field *fields, size_t count, const char *name, size_t len) {
  for (size_t i = 0; i < count; i++) {
    if (strlen(fields[i].name) == len && memcmp(fields[i].name, name, len) == 0) {
      return &fields[i];
    }
  }
  return NULL;
}

/* One name and value at the top. */
static bool scan_member(scanner *s, json_field *fields, size_t count, buffer *scratch) {
  const size_t name = scratch->len;
  if (!scan_name(s, scratch)) {
    return false;
  }
  const char *start = s->at;
  const size_t text = scratch->len;
  if (!scan_value(s, scratch)) {
    return false;
  }
  size_t len = (size_t)(s->at - start);
  while (len > 0 && strchr(" \t\r\n", start[len - 1]) != NULL) {
    len--;
  }
  json_field *field = find_field(fields, count, scratch->data + name, text - name);
  const bool is_string = *start == '"';
  if (field != NULL) {
    field->is_there = *start != 'n';
    field->is_string = is_string;
    field->value = is_string ? (warta_text){scratch->data + text, scratch->len - text}
                             : (warta_text){start, len};
  }
  if (field == NULL || !is_string) {
    scratch->len = name;
  }
  return true;
}

static bool scan_object(scanner *s, json_field *fields, size_t count, buffer *scratch) {
  s->at++;
  s->open[s->depth++] = '{';
  skip_blanks(s);
  if (!take(s, '}')) {
    do {
      if (!scan_member(s, fields, count, scratch)) {
        return false;
      }
      skip_blanks(s);
    } while (take(s, ','));
    if (!take(s, '}')) {
      return fail(s, "object value separator ',' expected");
    }
  }
  skip_blanks(s);
  return true;
}

json_result json_read(warta_text line, json_field *fields, size_t count, buffer *scratch,
                      const char **why) {
  scanner s = {.at = line.text, .end = line.text + line.len};
  for (size_t i = 0; i < count; i++) {
    fields[i] = (json_field){.name = fields[i].name};
  }
  buffer_clear(scratch);
  /* What is written is never longer than how it was written: the bytes stay where they are. */
  buffer_reserve(scratch, line.len + 1);
  skip_blanks(&s);
  const bool is_object = is_next(&s, '{');
  const bool is_right =
      is_object ? scan_object(&s, fields, count, scratch) : scan_value(&s, scratch);
  if (is_right && s.at < s.end) {
    s.why = "characters after the object";
  }
  *why = s.why;
  return s.why != NULL ? JSON_WRONG : is_object ? JSON_OBJECT : JSON_OTHER_VALUE;
}
