/* One article as it is shown: its head, its sentences with keywords marked. */
#ifndef ARTICLE_H
#define ARTICLE_H

#include "run.h"

#include <stddef.h>

/* A sentence as one line; owned by the buffer. */
warta_text article_sentence(const warta_document *document, size_t index, buffer *scratch);

/* The headline, and below it where the article is from. A blank line before all but the first. */
void article_write_head(run *r, const record *rec, const warta_document *document);

/* The spans of all keywords, sorted and joined where they overlap. Owned: free rows. */
text_spans article_keyword_spans(const warta_keyword_list *keywords);

/* Clears the line and puts the sentence in, keywords marked. */
void article_sentence_line(text_line *line, const record *rec, const warta_document *document,
                           size_t index, const text_spans *marks);

/* "body", "title", "heading". */
const char *article_sentence_kind(warta_sentence_kind kind);

#endif
