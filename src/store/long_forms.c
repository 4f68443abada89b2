#include "long_forms.h"

#include <string.h>

#include "document_data.h"
#include "mem.h"

void wi_long_forms_free(wi_long_forms *forms) {
  wi_mem_free(forms->words);
  wi_mem_free(forms->forms);
  *forms = (wi_long_forms){0};
}

bool wi_long_forms_next(const wi_long_forms *forms, size_t *at, wi_long_form_view *out) {
  if (*at >= forms->form_length) {
    return false;
  }
  const uint32_t *form = forms->forms + *at;
  *out = (wi_long_form_view){form[0], form + 2, form[1]};
  *at += 2 + (size_t)form[1];
  return true;
}

/* What is known while a document's long forms are taken. */
typedef struct taking {
  const warta_document *document;
  const wi_term_numbers *numbers;
  uint32_t *seen; /* by the document's term: 1 + its place in words, or 0 */
} taking;

static bool take_word(wi_long_forms *forms, taking *t, uint32_t term) {
  if (t->seen[term] == 0) {
    uint32_t *number = &forms->words[forms->word_count];
    if (!t->numbers->number(t->numbers->payload, wi_document_term_text(t->document, term),
                            number)) {
      return false;
    }
    t->seen[term] = (uint32_t)++forms->word_count;
  }
  forms->forms[forms->form_length++] = t->seen[term] - 1;
  return true;
}

static bool take_forms(wi_long_forms *forms, taking *t, const uint32_t *places) {
  const warta_document *document = t->document;
  const uint32_t *form = document->long_forms;
  const uint32_t *const end = form + document->long_form_length;
  for (; form < end; form += 2 + form[1]) {
    const wi_doc_term *row = &document->term_rows[form[0]];
    if (form[1] == 0 || (row->count == 0 && row->title_count == 0)) {
      continue;
    }
    forms->forms[forms->form_length++] = places[form[0]];
    forms->forms[forms->form_length++] = form[1];
    for (uint32_t k = 0; k < form[1]; k++) {
      if (!take_word(forms, t, form[2 + k])) {
        return false;
      }
    }
  }
  return true;
}

static bool make_room(wi_long_forms *forms, size_t words, size_t length) {
  return wi_mem_reserve(&forms->words, &forms->word_capacity, words, sizeof *forms->words) &&
         wi_mem_reserve(&forms->forms, &forms->form_capacity, length, sizeof *forms->forms);
}

bool wi_long_forms_fill(wi_long_forms *forms, const warta_document *document,
                        const uint32_t *places, const wi_term_numbers *numbers) {
  forms->word_count = 0;
  forms->form_length = 0;
  if (document->long_form_length == 0) {
    return true;
  }
  taking t = {.document = document, .numbers = numbers};
  const size_t length = document->long_form_length;
  t.seen = wi_mem_new(document->terms.count, sizeof *t.seen);
  const bool is_done =
      t.seen != NULL && make_room(forms, length, length) && take_forms(forms, &t, places);
  wi_mem_free(t.seen);
  return is_done;
}

static size_t count_forms(const wi_long_forms *forms) {
  wi_long_form_view form;
  size_t count = 0;
  for (size_t at = 0; wi_long_forms_next(forms, &at, &form);) {
    count++;
  }
  return count;
}

bool wi_long_forms_write(wi_buf *to, const wi_long_forms *forms, const uint32_t *ranks) {
  bool is_done = wi_varint_append(to, forms->word_count);
  for (size_t i = 0; i < forms->word_count && is_done; i++) {
    is_done = wi_varint_append(to, forms->words[i]);
  }
  if (forms->word_count == 0 || !is_done) {
    return is_done;
  }
  wi_long_form_view form;
  is_done = wi_varint_append(to, count_forms(forms));
  for (size_t at = 0; is_done && wi_long_forms_next(forms, &at, &form);) {
    is_done = wi_varint_append(to, ranks[form.term]) && wi_varint_append(to, form.count);
    for (uint32_t k = 0; k < form.count && is_done; k++) {
      is_done = wi_varint_append(to, form.words[k]);
    }
  }
  return is_done;
}

static bool read_below(wi_reader *from, size_t limit, uint32_t *out) {
  return wi_varint_read32(from, out) && *out < limit;
}

static bool read_form(wi_long_forms *forms, wi_reader *from, size_t term_count) {
  uint32_t *form = forms->forms + forms->form_length;
  if (!read_below(from, term_count, &form[0]) || !wi_varint_read32(from, &form[1]) ||
      form[1] > (size_t)(from->end - from->at)) {
    return false;
  }
  for (uint32_t k = 0; k < form[1]; k++) {
    if (!read_below(from, forms->word_count, &form[2 + k])) {
      return false;
    }
  }
  forms->form_length += 2 + (size_t)form[1];
  return true;
}

wi_read_result wi_long_forms_read(wi_long_forms *forms, wi_reader *from, size_t term_count) {
  const size_t rest = (size_t)(from->end - from->at);
  uint64_t words = 0;
  uint64_t count = 0;
  forms->word_count = 0;
  forms->form_length = 0;
  if (!wi_varint_read(from, rest, &words)) {
    return WI_READ_DAMAGED;
  }
  if (words == 0) {
    return WI_READ_DONE;
  }
  if (!make_room(forms, (size_t)words, rest)) { /* a number takes a byte at least */
    return WI_READ_NO_MEMORY;
  }
  for (; forms->word_count < words; forms->word_count++) {
    if (!wi_varint_read32(from, &forms->words[forms->word_count])) {
      return WI_READ_DAMAGED;
    }
  }
  bool is_whole = wi_varint_read(from, rest, &count);
  for (; count > 0 && is_whole; count--) {
    is_whole = read_form(forms, from, term_count);
  }
  return is_whole ? WI_READ_DONE : WI_READ_DAMAGED;
}
