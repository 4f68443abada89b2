#include "text.h"

#include "codepoint.h"
#include "message.h"
#include "number.h"

#include <stdlib.h>
#include <string.h>

static bool wants_color(const output *o, const settings *s) {
  if (s->color != COLOR_AUTO) {
    return s->color == COLOR_ALWAYS;
  }
  const char *none = getenv("NO_COLOR");
  if (none != NULL && *none != '\0') {
    return false;
  }
  const char *force = getenv("CLICOLOR_FORCE");
  if (force != NULL && *force != '\0' && strcmp(force, "0") != 0) {
    return true;
  }
  const char *terminal = getenv("TERM");
  return output_is_terminal(o) && (terminal == NULL || strcmp(terminal, "dumb") != 0);
}

text_style text_style_of(output *o, const settings *s) {
  return (text_style){o, output_columns(o), wants_color(o, s)};
}

void text_line_clear(text_line *line) {
  buffer_clear(&line->bytes);
  buffer_clear(&line->marks);
}

void text_line_free(text_line *line) {
  buffer_free(&line->bytes);
  buffer_free(&line->marks);
}

static void add_plain(text_line *line, const char *bytes, size_t len, bool is_marked) {
  if (len == 0) {
    return;
  }
  buffer_add(&line->bytes, bytes, len);
  buffer_reserve(&line->marks, len);
  memset(line->marks.data + line->marks.len, is_marked ? 1 : 0, len);
  line->marks.len += len;
}

/* How many bytes begin the text that are printed as they are, each a column wide: visible ASCII. */
static size_t visible_run(const char *bytes, size_t len) {
  size_t run = 0;
  while (run < len && bytes[run] > ' ' && bytes[run] < 0x7F) {
    run++;
  }
  return run;
}

static bool is_space(uint32_t value) {
  return value == ' ' || (value >= '\t' && value <= '\r') || value == 0x85 || value == 0xA0 ||
         (value >= 0x2000 && value <= 0x200A) || value == 0x2028 || value == 0x2029 ||
         value == 0x202F || value == 0x3000;
}

/* A space inside a marked phrase is marked only if more of the phrase follows; text_wrap sees to
 * that by never painting the end of a line. */
static void add_space(text_line *line, bool is_marked) {
  if (line->bytes.len > 0 && line->bytes.data[line->bytes.len - 1] != ' ') {
    add_plain(line, " ", 1, is_marked);
  }
}

static void add_control(text_line *line, const char *bytes, size_t len) {
  static const char hex[] = "0123456789ABCDEF";
  for (size_t i = 0; i < len; i++) {
    const unsigned char byte = (unsigned char)bytes[i];
    const char escaped[4] = {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
    add_plain(line, escaped, sizeof escaped, false);
  }
}

/* Signs that turn the direction of writing could make a line read as another one. */
static bool turns_direction(uint32_t value) {
  return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069);
}

typedef struct source_bytes {
  const char *bytes;
  size_t len;
  bool malformed;
} source_bytes;

static bool is_shown(uint32_t value) {
  return value != 0xFEFF && !turns_direction(value);
}

/* What is not printed as it is: something for it, or nothing. */
static void add_other(text_line *line, uint32_t value, source_bytes from, bool is_marked) {
  if (from.malformed) {
    add_plain(line, "\xEF\xBF\xBD", 3, is_marked);
  } else if (is_space(value)) {
    add_space(line, is_marked);
  } else if (codepoint_is_control(value)) {
    add_control(line, from.bytes, from.len);
  }
}

void text_line_add(text_line *line, const char *bytes, size_t len, bool is_marked) {
  size_t plain = 0; /* from here on nothing is added yet */
  for (size_t at = 0; at < len;) {
    uint32_t value;
    bool malformed;
    at += visible_run(bytes + at, len - at);
    if (at == len) {
      break;
    }
    const size_t step = codepoint_next(bytes + at, len - at, &value, &malformed);
    if (malformed || is_space(value) || codepoint_is_control(value) || !is_shown(value)) {
      add_plain(line, bytes + plain, at - plain, is_marked);
      add_other(line, value, (source_bytes){bytes + at, step, malformed}, is_marked);
      plain = at + step;
    }
    at += step;
  }
  add_plain(line, bytes + plain, len - plain, is_marked);
}

/* Stands for a space where no line may be broken: a control character, so that text has none. */
enum { HARD_SPACE = 0x1F };

void text_line_add_whole(text_line *line, const char *bytes, size_t len, bool is_marked) {
  const size_t start = line->bytes.len;
  text_line_add(line, bytes, len, is_marked);
  for (size_t i = start; i < line->bytes.len; i++) {
    if (line->bytes.data[i] == ' ') {
      line->bytes.data[i] = HARD_SPACE;
    }
  }
}

void text_line_add_text(text_line *line, const char *text) {
  text_line_add(line, text, strlen(text), false);
}

static size_t width_of(const char *bytes, size_t len) {
  size_t width = 0;
  for (size_t at = 0; at < len;) {
    uint32_t value;
    bool malformed;
    const size_t run = visible_run(bytes + at, len - at);
    width += run;
    at += run;
    if (at < len) {
      at += codepoint_next(bytes + at, len - at, &value, &malformed);
      width += codepoint_width(value);
    }
  }
  return width;
}

size_t text_line_width(const text_line *line) {
  return width_of(line->bytes.data, line->bytes.len);
}

/* The first span that ends behind the place; spans are sorted by start, and overlapping ones were
 * joined by the caller. */
static size_t first_behind(const text_spans *marks, size_t place) {
  size_t low = 0;
  size_t high = marks->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (marks->rows[middle].end <= place) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

void text_line_add_marked(text_line *line, const char *text, warta_span part,
                          const text_spans *marks) {
  size_t at = part.start;
  for (size_t i = first_behind(marks, at); i < marks->count && at < part.end; i++) {
    const warta_span mark = marks->rows[i];
    const size_t start = mark.start < part.end ? mark.start : part.end;
    const size_t end = mark.end < part.end ? mark.end : part.end;
    if (start > at) {
      text_line_add(line, text + at, start - at, false);
      at = start;
    }
    if (end > at) {
      text_line_add(line, text + at, end - at, true);
      at = end;
    }
  }
  if (at < part.end) {
    text_line_add(line, text + at, part.end - at, false);
  }
}

void text_paint_start(const text_style *style, text_paint paint) {
  static const char *const codes[] = {
      [PAINT_TITLE] = "\x1B[1m", [PAINT_FAINT] = "\x1B[2m", [PAINT_KEYWORD] = "\x1B[1;36m"};
  if (style->has_color) {
    output_text(style->out, codes[paint]);
  }
}

void text_paint_end(const text_style *style) {
  if (style->has_color) {
    output_text(style->out, "\x1B[0m");
  }
}

void text_spaces(const text_style *style, size_t count) {
  static const char SPACES[] = "                                ";
  while (count > 0) {
    const size_t part = count < sizeof SPACES - 1 ? count : sizeof SPACES - 1;
    output_bytes(style->out, SPACES, part);
    count -= part;
  }
}

static void write_bytes(const text_style *style, const char *bytes, size_t len) {
  while (len > 0) {
    const char *hard = memchr(bytes, HARD_SPACE, len);
    const size_t part = hard == NULL ? len : (size_t)(hard - bytes);
    output_bytes(style->out, bytes, part);
    if (hard == NULL) {
      return;
    }
    output_char(style->out, ' ');
    bytes += part + 1;
    len -= part + 1;
  }
}

/* Bytes [start, end) of one printed line: runs that are marked, and runs that are not. */
static void write_run(const text_style *style, const text_line *line, warta_span part,
                      const text_paint *paint) {
  const char *marks = line->marks.data;
  for (size_t at = part.start; at < part.end;) {
    size_t end = at;
    while (end < part.end && marks[end] == marks[at]) {
      end++;
    }
    const bool is_painted = marks[at] != 0 || paint != NULL;
    if (is_painted) {
      text_paint_start(style, marks[at] != 0 ? PAINT_KEYWORD : *paint);
    }
    write_bytes(style, line->bytes.data + at, end - at);
    if (is_painted) {
      text_paint_end(style);
    }
    at = end;
  }
}

static size_t word_end(const text_line *line, size_t at) {
  const char *from = line->bytes.data + at;
  const char *space = at < line->bytes.len ? memchr(from, ' ', line->bytes.len - at) : NULL;
  return space == NULL ? line->bytes.len : at + (size_t)(space - from);
}

void text_wrap(const text_style *style, const text_line *line, unsigned indent,
               const text_paint *paint) {
  const size_t room = style->columns == 0 ? (size_t)-1 : style->columns - indent;
  size_t len = line->bytes.len;
  while (len > 0 && line->bytes.data[len - 1] == ' ') {
    len--;
  }
  size_t start = 0;
  while (start < len) {
    size_t end = word_end(line, start);
    size_t used = width_of(line->bytes.data + start, end - start);
    while (end < len) {
      const size_t next = word_end(line, end + 1);
      const size_t width = width_of(line->bytes.data + end, next - end);
      if (used + width > room) {
        break;
      }
      used += width;
      end = next;
    }
    const size_t stop = end < len ? end : len;
    if (start > 0) {
      text_spaces(style, indent);
    }
    write_run(style, line, (warta_span){start, stop}, paint);
    output_char(style->out, '\n');
    start = end + 1;
  }
  if (len == 0) {
    output_char(style->out, '\n');
  }
}

void text_cell(const text_style *style, const char *bytes, size_t len, size_t width) {
  if (visible_run(bytes, len) == len) {
    output_bytes(style->out, bytes, len);
    text_spaces(style, len < width ? width - len : 0);
    return;
  }
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  text_line_add(&line, bytes, len, false);
  output_bytes(style->out, line.bytes.data, line.bytes.len);
  const size_t used = text_line_width(&line);
  text_spaces(style, used < width ? width - used : 0);
  text_line_free(&line);
}

void text_number(const text_style *style, double value, unsigned digits) {
  char written[NUMBER_SIZE];
  number_write(written, value, digits, message_language() == LANGUAGE_INDONESIAN ? ',' : '.');
  output_text(style->out, written);
}

void text_count(const text_style *style, size_t value, size_t width) {
  char written[NUMBER_SIZE];
  number_write_count(written, value);
  const size_t used = strlen(written);
  text_spaces(style, used < width ? width - used : 0);
  output_text(style->out, written);
}
