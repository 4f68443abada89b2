/* Names the spans of a text that are not article text, and its headline and inner headings.
 *
 * Patterns come from dict/labels.txt; structure (short line, no stop, place, repetition) supports
 * them. Nothing is deleted: spans are named and skipped. When in doubt, it is article.
 */
#ifndef WI_LABEL_H
#define WI_LABEL_H

#include <warta/status.h>

#include "label_pieces.h"
#include "label_spans.h"
#include "labeller.h"
#include "str.h"

/* Appends the spans in text order, none overlapping. Time linear in the text. Inside a line a span
 * may cover a part of it (a dateline, SCROLL TO CONTINUE). Without pieces given it cuts them. */
warta_status wi_labels_find(const wi_labeller *labeller, wi_str text, wi_label_scratch *scratch,
                            wi_label_array *out, warta_error *error);

#endif
