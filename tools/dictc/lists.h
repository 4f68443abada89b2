/* The word lists of dict/, the frequency table and the break rules, as sections. */
#ifndef DICTC_LISTS_H
#define DICTC_LISTS_H

#include <stdbool.h>

#include "buf.h"
#include "dictionary_format.h"
#include "source.h"

/* All print their own message and return false on broken input. */
bool lists_write_exceptions(const source *list, wi_buf *table, wi_buf *stems);
bool lists_write_stopwords(const source *list, wi_buf *table);
bool lists_write_roles(const source *list, wi_buf *table);
bool lists_write_units(const source *list, wi_buf *table);
bool lists_write_abbreviations(const source *list, wi_buf *table, wi_format_meta *meta);
/* The patterns as they are written, and the image that a labeller reads. */
bool lists_write_labels(const source *list, wi_buf *section, wi_buf *image, wi_format_meta *meta);
bool lists_write_background(const source *list, wi_buf *table, wi_format_meta *meta);
bool lists_write_keyword_weights(const source *weights, wi_buf *table);
bool lists_write_summary(const source *weights, wi_buf *section);
bool lists_write_break_rules(const source *rules, wi_buf *section);

#endif
