/* The record of an article: its content terms in the order of the text, in sentences and headline.
 *
 * From it the archive makes a document again whose terms, counts, order and sentences are those of
 * the one that was added, so that whatever stands on documents (vectors, near-copies, frequencies)
 * needs to know nothing of archives. Labelled parts and stop words are not in it, nor is the text.
 * The words of acronyms' long forms stand beside the terms (long_forms.h).
 *
 * Its bytes, all numbers as varints: words; the count of terms and their numbers, sorted, as steps;
 * the count of units in the headline, and each as its term's place in the sorted list; the count of
 * sentences, and of each 2 * units + (1 if it is a heading), then the units; 0, or 1 and the places
 * of the terms in the document's own order if that is not the order of their first units; the long
 * forms. About two bytes a content term. */
#ifndef WI_RECORD_H
#define WI_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/document.h>

#include "buf.h"
#include "long_forms.h"
#include "str.h"

typedef struct wi_record {
  uint32_t words;
  uint32_t *terms; /* numbers, in the document's own order */
  size_t term_count;
  size_t term_capacity;
  uint32_t *units; /* places in terms: the headline's, then those of the body */
  size_t title_count;
  size_t unit_count; /* all of them */
  size_t unit_capacity;
  uint32_t *sentences; /* 2 * units + is heading */
  size_t sentence_count;
  size_t sentence_capacity;
  wi_long_forms long_forms;
} wi_record;

/* A record begins as {0} and may be filled again and again. False: no memory, or `number` said so.
 */
bool wi_record_of_document(wi_record *record, const warta_document *document,
                           wi_term_number_fn number, void *payload);
bool wi_record_write(wi_buf *to, const wi_record *record);
wi_read_result wi_record_read(wi_record *record, wi_str bytes);
void wi_record_free(wi_record *record);

/* How often a term stands where, by warta_field. */
typedef struct wi_record_count {
  uint32_t in[WARTA_FIELD_COUNT];
} wi_record_count;

/* counts: by place in terms, all of it is set. */
void wi_record_count_terms(const wi_record *record, wi_record_count *counts);
/* The same of the words of long forms: a mention of an acronym, in either form, is one of each word
 * of its long form. of_terms: as above; counts: by place in long_forms.words, all of it is set. */
void wi_record_count_long_words(const wi_record *record, const wi_record_count *of_terms,
                                wi_record_count *counts);

#endif
