/* Layout for reading on a terminal: lines of 80 columns, colours, and nothing raw from the text. */
#ifndef TEXT_H
#define TEXT_H

#include "buffer.h"
#include "options.h"
#include "output.h"

#include <stdbool.h>
#include <stddef.h>

#include <warta/keywords.h>

typedef enum text_paint { PAINT_TITLE, PAINT_FAINT, PAINT_KEYWORD } text_paint;

typedef struct text_style {
  output *out;
  unsigned columns; /* 0: lines are not broken */
  bool has_color;
} text_style;

/* --color, else NO_COLOR, CLICOLOR_FORCE, and whether the output is a terminal. */
text_style text_style_of(output *o, const settings *s);

/* Text made fit to print: white space folded, control characters as \xHH, and for each byte whether
 * it is marked. */
typedef struct text_line {
  buffer bytes;
  buffer marks; /* as long as bytes: 0 or 1 */
} text_line;

void text_line_clear(text_line *line);
void text_line_free(text_line *line);
void text_line_add(text_line *line, const char *bytes, size_t len, bool is_marked);
void text_line_add_text(text_line *line, const char *text);
/* As text_line_add, but the line is not broken inside. */
void text_line_add_whole(text_line *line, const char *bytes, size_t len, bool is_marked);
size_t text_line_width(const text_line *line);

/* Adds text[start, end); what stands in one of the sorted spans is marked. */
typedef struct text_spans {
  warta_span *rows; /* by start; none overlaps the next */
  size_t count;
} text_spans;
void text_line_add_marked(text_line *line, const char *text, warta_span part,
                          const text_spans *marks);

/* Breaks the line at spaces; later lines are indented. `paint` is for bytes not marked, and may be
 * NULL. Writes the line's end. The caller has written `indent` columns already. */
void text_wrap(const text_style *style, const text_line *line, unsigned indent,
               const text_paint *paint);

void text_paint_start(const text_style *style, text_paint paint);
void text_paint_end(const text_style *style);

/* Made fit to print, and filled up with spaces to the width. */
void text_cell(const text_style *style, const char *bytes, size_t len, size_t width);
void text_spaces(const text_style *style, size_t count);

/* With the point or comma of the language. */
void text_number(const text_style *style, double value, unsigned digits);
void text_count(const text_style *style, size_t value, size_t width); /* to the right */

#endif
