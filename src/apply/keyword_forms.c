#include "keyword_forms.h"

#include "mem.h"

bool wi_keyword_forms_make(wi_keyword_forms *forms, const warta_document *document,
                           const wi_candidates *set) {
  const uint32_t count = wi_candidates_count(set);
  *forms = (wi_keyword_forms){.document = document, .set = set};
  forms->first = wi_mem_new((size_t)count + 2, sizeof *forms->first);
  forms->units = wi_mem_new(set->occurrence_count, sizeof *forms->units);
  if (forms->first == NULL || forms->units == NULL) {
    return false;
  }
  /* A counting sort; `first` is one place ahead until every group is filled. */
  for (uint32_t id = 0; id < count; id++) {
    forms->first[id + 2] = forms->first[id + 1] + set->items[id].count;
  }
  for (size_t i = 0; i < set->occurrence_count; i++) {
    const wi_occurrence *row = &set->occurrences[i];
    forms->units[forms->first[row->candidate + 1]++] = row->unit;
  }
  return true;
}

void wi_keyword_forms_free(wi_keyword_forms *forms) {
  wi_mem_free(forms->first);
  wi_mem_free(forms->units);
}

void wi_keyword_forms_span(const wi_keyword_forms *forms, uint32_t candidate, uint32_t n,
                           size_t *start, size_t *end) {
  const uint32_t unit = forms->units[forms->first[candidate] + n];
  const uint32_t units = forms->set->items[candidate].units;
  *start = forms->document->units[unit].start;
  *end = forms->document->units[unit + units - 1].end;
}

static uint32_t count_words(const wi_keyword_forms *forms, uint32_t candidate, uint32_t n) {
  const uint32_t unit = forms->units[forms->first[candidate] + n];
  uint32_t words = 0;
  for (uint32_t i = 0; i < forms->set->items[candidate].units; i++) {
    words += forms->document->units[unit + i].words;
  }
  return words;
}

static bool set_spaced(wi_buf *out, wi_str text) {
  wi_buf_clear(out);
  for (size_t i = 0; i < text.len; i++) {
    const bool space = wi_str_is_space(text.ptr[i]);
    const bool after_space = out->len > 0 && out->ptr[out->len - 1] == ' ';
    if ((!space || !after_space) && !wi_buf_push(out, space ? ' ' : text.ptr[i])) {
      return false;
    }
  }
  return true;
}

/* How often each form stands in the text. */
typedef struct form_counts {
  wi_strmap forms;
  uint32_t *counts;
  size_t capacity;
} form_counts;

static bool count_form(form_counts *to, wi_str form) {
  uint32_t id = 0;
  const uint32_t known = to->forms.count;
  if (!wi_mem_grow(&to->counts, &to->capacity, known, sizeof *to->counts) ||
      !wi_strmap_add(&to->forms, form, &id)) {
    return false;
  }
  to->counts[id] = id == known ? 1 : to->counts[id] + 1;
  return true;
}

static bool count_forms(const wi_keyword_forms *forms, uint32_t candidate, uint32_t max_words,
                        wi_buf *scratch, form_counts *to) {
  for (uint32_t n = 0; n < forms->set->items[candidate].count; n++) {
    size_t start = 0;
    size_t end = 0;
    if (count_words(forms, candidate, n) > max_words) {
      continue;
    }
    wi_keyword_forms_span(forms, candidate, n, &start, &end);
    if (!set_spaced(scratch, wi_str_slice(forms->document->text, start, end)) ||
        !count_form(to, wi_buf_str(scratch))) {
      return false;
    }
  }
  return true;
}

bool wi_keyword_forms_show(const wi_keyword_forms *forms, uint32_t candidate, uint32_t max_words,
                           wi_buf *out) {
  form_counts counts = {.forms = wi_strmap_make()};
  bool fits = count_forms(forms, candidate, max_words, out, &counts);
  if (fits && counts.forms.count == 0) {
    fits = count_forms(forms, candidate, UINT32_MAX, out, &counts);
  }
  wi_buf_clear(out);
  if (fits && counts.forms.count > 0) {
    uint32_t best = 0;
    for (uint32_t id = 1; id < counts.forms.count; id++) {
      best = counts.counts[id] > counts.counts[best] ? id : best;
    }
    fits = wi_buf_append(out, wi_strmap_key(&counts.forms, best));
  }
  wi_strmap_free(&counts.forms);
  wi_mem_free(counts.counts);
  return fits;
}

bool wi_keyword_forms_terms(const wi_keyword_forms *forms, uint32_t candidate, wi_buf *out) {
  const wi_candidate *item = &forms->set->items[candidate];
  wi_buf_clear(out);
  for (uint32_t i = 0; i < item->units; i++) {
    const uint32_t term = forms->document->units[item->unit + i].term;
    if ((i > 0 && !wi_buf_push(out, ' ')) ||
        !wi_buf_append(out, wi_document_term_text(forms->document, term))) {
      return false;
    }
  }
  return true;
}
