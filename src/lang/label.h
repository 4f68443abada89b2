/* Names the spans of a text that are not article text, and its headline and inner headings.
 *
 * Patterns come from dict/labels.txt; structure (short line, no stop, place, repetition) supports
 * them. Nothing is deleted: spans are named and skipped. When in doubt, it is article.
 */
#ifndef WI_LABEL_H
#define WI_LABEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/label.h>
#include <warta/status.h>

#include "dictionary.h"
#include "label_lines.h"
#include "pieces.h"
#include "str.h"

typedef struct wi_label {
  uint32_t start; /* on the first and behind the last visible character */
  uint32_t end;
  uint8_t kind; /* warta_label_kind */
  const char *rule; /* name of the rule; lives as long as the labeller */
} wi_label;

typedef struct wi_label_array {
  wi_label *items;
  size_t count;
  size_t capacity;
} wi_label_array;

void wi_label_array_free(wi_label_array *array);

/* The compiled patterns; belongs to the analyzer, read by all threads. */
typedef struct wi_labeller wi_labeller;
warta_status wi_labeller_open(wi_labeller **out, const wi_dictionary *dictionary,
                              warta_error *error);
void wi_labeller_free(wi_labeller *labeller);

/* The number of a word in the patterns, letters in any case; 0 for most: wi_piece.word. */
uint32_t wi_labeller_word(const wi_labeller *labeller, wi_str word);

/* What a run works with, kept from text to text. */
typedef struct wi_label_scratch {
  wi_piece_array pieces; /* if are_cut: of the whole text, numbered, no ends marked */
  bool are_cut;
  size_t next; /* if so: the first piece of the next line */
  wi_line_array lines;
  wi_label_array inner;
} wi_label_scratch;

void wi_label_scratch_free(wi_label_scratch *scratch);

/* Appends the spans in text order, none overlapping. Time linear in the text. Inside a line a span
 * may cover a part of it (a dateline, SCROLL TO CONTINUE). Without pieces given it cuts them. */
warta_status wi_labels_find(const wi_labeller *labeller, wi_str text, wi_label_scratch *scratch,
                            wi_label_array *out, warta_error *error);

#endif
