/* The occurrences of candidates, and the form in which a keyword is shown. */
#ifndef WI_KEYWORD_FORMS_H
#define WI_KEYWORD_FORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "candidates.h"
#include "strmap.h"

/* Occurrences grouped by candidate. */
typedef struct wi_keyword_forms {
  const warta_document *document;
  const wi_candidates *set;
  uint32_t *first; /* by candidate: its first row in units; one more at the end */
  uint32_t *units; /* of all occurrences, each group in text order */
  uint8_t *offices; /* wi_occurrence.office */
  uint8_t *places; /* of them, wi_occurrence_place */
  wi_strmap written; /* scratch: forms of one candidate */
  uint32_t *counts; /* of each */
  size_t capacity;
} wi_keyword_forms;

/* No memory is taken until there is something to group. */
wi_keyword_forms wi_keyword_forms_make(void);
/* Groups the occurrences of the set; the tables are from the arena. False: no memory. */
bool wi_keyword_forms_group(wi_keyword_forms *forms, const warta_document *document,
                            const wi_candidates *set, wi_arena *arena);
void wi_keyword_forms_free(wi_keyword_forms *forms);

/* First unit of the n-th occurrence of a candidate. */
uint32_t wi_keyword_forms_unit(const wi_keyword_forms *forms, uint32_t candidate, uint32_t n);
/* Bytes of the n-th occurrence of a candidate. */
void wi_keyword_forms_span(const wi_keyword_forms *forms, uint32_t candidate, uint32_t n,
                           size_t *start, size_t *end);

/* What forms may be shown. */
typedef struct wi_keyword_form_choice {
  uint32_t max_words;
  bool with_office; /* a person's, where it often stands */
} wi_keyword_form_choice;

/* Sets out to the commonest written form of at most max_words words, ties by the first in the text;
 * without one that short, of all forms. A verb is shown if no noun of its stem stands in the text;
 * a person's office stands before the name if it does so often in the text; -nya is left off the
 * end, and a capital that only the head of a sentence asks for; white space is single spaces.
 * False: no memory. */
bool wi_keyword_forms_show(wi_keyword_forms *forms, uint32_t candidate,
                           wi_keyword_form_choice choice, wi_buf *out);

/* Sets out to the terms of a candidate, with single spaces between. False: no memory. */
bool wi_keyword_forms_terms(const wi_keyword_forms *forms, uint32_t candidate, wi_buf *out);

#endif
