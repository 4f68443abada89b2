/* The words of acronyms' long forms, which are no terms of a document.
 *
 * A document counts "Ridwan Kamil (RK)" as "rk", twice, so that whoever compares articles sees one
 * term. Who looks for "ridwan" must find the article all the same. So an archive keeps these words
 * too, as terms of their own that no vector knows of: "(ridwan)", in brackets, which no word has.
 */
#ifndef WI_LONG_FORMS_H
#define WI_LONG_FORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/document.h>

#include "buf.h"
#include "str.h"
#include "varint.h"

/* Gives the number of a term; false: no memory. */
typedef bool (*wi_term_number_fn)(void *payload, wi_str term, uint32_t *number);

typedef struct wi_long_forms {
  uint32_t *words; /* numbers of the words, each once */
  size_t word_count;
  size_t word_capacity;
  uint32_t *forms; /* of each: the short form's place in the record's terms, n, n places in words */
  size_t form_length;
  size_t form_capacity;
} wi_long_forms;

/* Begins as {0}, may be filled again and again. */
void wi_long_forms_free(wi_long_forms *forms);

/* Where to get numbers from. */
typedef struct wi_term_numbers {
  wi_term_number_fn number;
  void *payload;
} wi_term_numbers;

/* places: by the document's own number of a term, its place in the record's terms. False: no
 * memory, or `number` said so. */
bool wi_long_forms_fill(wi_long_forms *forms, const warta_document *document,
                        const uint32_t *places, const wi_term_numbers *numbers);

/* As varints: the count of words and their numbers; if there are any, the count of long forms, and
 * of each the short form's rank, the count of its words and their places. ranks: by place in the
 * record's terms. */
bool wi_long_forms_write(wi_buf *to, const wi_long_forms *forms, const uint32_t *ranks);

typedef enum wi_read_result { WI_READ_DONE, WI_READ_NO_MEMORY, WI_READ_DAMAGED } wi_read_result;

/* term_count: of the record, whose terms are named by ranks. */
wi_read_result wi_long_forms_read(wi_long_forms *forms, wi_reader *from, size_t term_count);

/* One long form of forms. */
typedef struct wi_long_form_view {
  uint32_t term; /* the short form's place */
  const uint32_t *words; /* places in words */
  uint32_t count;
} wi_long_form_view;

/* The form at *at, which begins as 0 and then is the next one's; false at the end. */
bool wi_long_forms_next(const wi_long_forms *forms, size_t *at, wi_long_form_view *out);

#endif
