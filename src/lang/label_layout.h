/* The lines of a text as a page: where the article begins and ends. Shared by what names the lines
 * before it (label_head) and those inside and behind it (label_structure).
 */
#ifndef WI_LABEL_LAYOUT_H
#define WI_LABEL_LAYOUT_H

#include <stdbool.h>

#include <warta/label.h>

#include "label_lines.h"

/* A line that is longer is no title; nor, inside the article, a heading. */
enum { WI_TITLE_WORDS_MAX = 25, WI_HEADING_WORDS_MAX = 15 };

typedef struct wi_layout {
  wi_str text;
  wi_line *lines;
  size_t count;
  size_t first; /* the first line of the article */
  size_t title; /* count if there is none */
  size_t after; /* behind the mark that ends the article, or count */
} wi_layout;

static inline bool wi_line_is_open(const wi_line *line) {
  return line->kind == WARTA_LABEL_NONE;
}

static inline bool wi_line_has(const wi_line *line, uint32_t flags) {
  return (line->flags & flags) != 0;
}

/* Article text: long enough and stopped, or so long that it is no heading. */
bool wi_line_is_prose(const wi_line *line);
void wi_line_name(wi_line *line, warta_label_kind kind, const char *rule);
/* How many of the lines [from, to) are prose. */
size_t wi_layout_prose(const wi_layout *all, size_t from, size_t to);

/* Finds the title and where the article begins, and names what stands before it. False: there is no
 * article. */
bool wi_layout_label_head(wi_layout *all);

#endif
