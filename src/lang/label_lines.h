/* The lines of a text with what the label rules ask of them: length, case, how they begin and end.
 */
#ifndef WI_LABEL_LINES_H
#define WI_LABEL_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "pieces.h"
#include "str.h"

enum {
  WI_LINE_STOP = 1 << 0, /* ends with . ? or !, closing signs after it allowed */
  WI_LINE_PERIOD = 1 << 1, /* ... and it is a full stop */
  WI_LINE_COLON = 1 << 2, /* ends with a colon */
  WI_LINE_OPEN_END = 1 << 3, /* ends with , ; - or the like: it goes on */
  WI_LINE_LOWER = 1 << 4, /* begins with a small letter */
  WI_LINE_SENTENCES = 1 << 5, /* a sentence ends inside it */
  WI_LINE_MARK = 1 << 6, /* stands behind # signs */
  WI_LINE_BULLET = 1 << 7, /* begins with a list sign */
  WI_LINE_BOLD = 1 << 8, /* stands between ** */
  WI_LINE_LINK = 1 << 9, /* one markdown link or image */
  WI_LINE_NUMBER = 1 << 10, /* numbers only */
  WI_LINE_ROW = 1 << 11, /* "Imsak: 04:09 WIB": a row of a table */
  WI_LINE_QUOTE = 1 << 12, /* begins with a quote sign */
  WI_LINE_DATELINE = 1 << 13,
  WI_LINE_DATELINE_WEAK = 1 << 14, /* holds only on the first line of the article */
  WI_LINE_END_MARK = 1 << 15, /* initials or a chain of bylines at its end */
  WI_LINE_PARTS = 1 << 16, /* its spans of several kinds cover all of it */
  WI_LINE_LIST = 1 << 17, /* semicolons, or a colon early: a line-up, a table */
  WI_LINE_URL = 1 << 18, /* an address of the web, and nothing else */
  WI_LINE_ITEM = 1 << 19 /* begins with a number and a stop: 3. Pegal-pegal */
};

typedef struct wi_line {
  uint32_t mark; /* first visible character */
  uint32_t start; /* the same, behind # signs */
  uint32_t end;
  uint32_t words;
  uint32_t capitals; /* words that begin with a capital or a digit */
  uint32_t flags;
  uint32_t first_inner; /* its spans that cover a part of it */
  uint32_t inner_count;
  uint8_t kind; /* warta_label_kind of the whole line */
  uint8_t head; /* the kind of the list that it heads */
  const char *rule;
} wi_line;

typedef struct wi_line_array {
  wi_line *items;
  size_t count;
  size_t capacity;
} wi_line_array;

void wi_line_array_free(wi_line_array *array);

/* The visible part of the next line from *at on; *at moves behind it. False at the end of the text.
 * Lines without a visible character are passed over. */
bool wi_line_next(wi_str text, size_t *at, size_t *start, size_t *end);

/* text[start, end) */
typedef struct wi_text_part {
  wi_str text;
  size_t start;
  size_t end;
} wi_text_part;

/* What has been counted of a line's pieces. */
typedef struct wi_line_sums {
  uint32_t words;
  uint32_t capitals; /* words that begin with a capital or a digit */
  uint32_t flags; /* of all pieces */
} wi_line_sums;

/* The features of a line whose pieces are given. */
wi_line wi_line_read(wi_text_part part, const wi_piece_array *pieces, const wi_line_sums *sums);

/* The pieces without emphasis signs around them, or inside the brackets of a markdown link. */
void wi_line_window(wi_str text, const wi_piece_array *pieces, size_t *first, size_t *last);

#endif
