#include "keyword_forms.h"

#include "mem.h"

bool wi_keyword_forms_make(wi_keyword_forms *forms, const warta_document *document,
                           const wi_candidates *set) {
  const uint32_t count = wi_candidates_count(set);
  *forms = (wi_keyword_forms){.document = document, .set = set};
  forms->first = wi_mem_new((size_t)count + 2, sizeof *forms->first);
  forms->units = wi_mem_new(set->occurrence_count, sizeof *forms->units);
  forms->places = wi_mem_new(set->occurrence_count, sizeof *forms->places);
  if (forms->first == NULL || forms->units == NULL || forms->places == NULL) {
    return false;
  }
  /* A counting sort; `first` is one place ahead until every group is filled. */
  for (uint32_t id = 0; id < count; id++) {
    forms->first[id + 2] = forms->first[id + 1] + set->items[id].count;
  }
  for (size_t i = 0; i < set->occurrence_count; i++) {
    const wi_occurrence *row = &set->occurrences[i];
    const uint32_t at = forms->first[row->candidate + 1]++;
    forms->units[at] = row->unit;
    forms->places[at] = row->place;
  }
  return true;
}

void wi_keyword_forms_free(wi_keyword_forms *forms) {
  wi_mem_free(forms->first);
  wi_mem_free(forms->units);
  wi_mem_free(forms->places);
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

/* "kampusnya" is shown as "kampus": of whom it is, the keyword does not say. */
static void drop_possessive(const wi_keyword_forms *forms, const wi_unit *last, wi_buf *form) {
  static const wi_str NYA = {"nya", 3};
  if (last->type < WARTA_TOKEN_NUMBER && last->term != WI_NO_TERM &&
      wi_str_ends(wi_buf_str(form), NYA) &&
      !wi_str_ends(wi_document_term_text(forms->document, last->term), NYA)) {
    form->len -= NYA.len;
  }
}

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
  const wi_candidate *item = &forms->set->items[candidate];
  const bool has_noun = item->weak < item->count;
  for (uint32_t n = 0; n < item->count; n++) {
    size_t start = 0;
    size_t end = 0;
    const bool is_weak = forms->places[forms->first[candidate] + n] == WI_OCCURRENCE_WEAK;
    if (count_words(forms, candidate, n) > max_words || (is_weak && has_noun)) {
      continue;
    }
    wi_keyword_forms_span(forms, candidate, n, &start, &end);
    if (!set_spaced(scratch, wi_str_slice(forms->document->text, start, end))) {
      return false;
    }
    const uint32_t unit = forms->units[forms->first[candidate] + n];
    drop_possessive(forms, &forms->document->units[unit + item->units - 1], scratch);
    if (!count_form(to, wi_buf_str(scratch))) {
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
  if (fits && counts.counts != NULL && counts.forms.count > 0) {
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
    if (term == WI_NO_TERM) { /* the "&" of a name */
      continue;
    }
    if ((i > 0 && !wi_buf_push(out, ' ')) ||
        !wi_buf_append(out, wi_document_term_text(forms->document, term))) {
      return false;
    }
  }
  return true;
}
