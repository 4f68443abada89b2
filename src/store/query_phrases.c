#include "query_phrases.h"

#include "mem.h"

/* One phrase against one record. */
typedef struct matching {
  const wi_query *query;
  const wi_record *record;
  wi_long_form_view *forms; /* by place in terms; of those without a long form the count is 0 */
  const uint32_t *phrase;
  uint32_t length;
} matching;

/* *at: how far the phrase is matched. */
static bool take(const matching *m, uint32_t number, uint32_t *at) {
  const uint32_t taken = wi_query_take(m->query, number, m->phrase + *at, m->length - *at);
  *at += taken;
  return taken > 0;
}

/* The words of a long form, to its end or to that of the phrase. */
static bool take_form(const matching *m, const wi_long_form_view *form, uint32_t first,
                      uint32_t *at) {
  uint32_t end = *at;
  for (uint32_t i = first; i < form->count && end < m->length; i++) {
    if (!take(m, m->record->long_forms.words[form->words[i]], &end)) {
      return false;
    }
  }
  const bool is_taken = end > *at;
  *at = end;
  return is_taken;
}

static bool take_unit(const matching *m, uint32_t term, uint32_t *at) {
  return take(m, m->record->terms[term], at) || take_form(m, &m->forms[term], 0, at);
}

/* Where an acronym is introduced, "Ridwan Kamil (RK) menolak", it stands twice, but not thrice. */
static bool is_introduced(const matching *m, const uint32_t *units, size_t at) {
  return units[at] == units[at - 1] && (at < 2 || units[at] != units[at - 2]) &&
         m->forms[units[at]].count > 0;
}

/* The units behind the first, which took the phrase as far as `at`. */
static bool goes_on(const matching *m, const uint32_t *units, size_t count, uint32_t at) {
  for (size_t i = 1; i < count && at < m->length; i++) {
    if (!take_unit(m, units[i], &at) && !is_introduced(m, units, i)) {
      return false;
    }
  }
  return at == m->length;
}

/* A phrase may begin in the midst of a long form. */
static bool begins_here(const matching *m, const uint32_t *units, size_t count) {
  const wi_long_form_view *form = &m->forms[units[0]];
  uint32_t at = 0;
  if (take_unit(m, units[0], &at) && goes_on(m, units, count, at)) {
    return true;
  }
  for (uint32_t first = 1; first < form->count; first++) {
    at = 0;
    if (take_form(m, form, first, &at) && goes_on(m, units, count, at)) {
      return true;
    }
  }
  return false;
}

static bool has_run(const matching *m, const uint32_t *units, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (begins_here(m, units + i, count - i)) {
      return true;
    }
  }
  return false;
}

static bool has_phrase(const matching *m) {
  const wi_record *record = m->record;
  if (has_run(m, record->units, record->title_count)) {
    return true;
  }
  size_t at = record->title_count;
  for (size_t i = 0; i < record->sentence_count; i++) {
    const uint32_t units = record->sentences[i] / 2;
    if (has_run(m, record->units + at, units)) {
      return true;
    }
    at += units;
  }
  return false;
}

bool wi_phrases_match(const wi_query *query, const wi_record *record, bool *has_memory) {
  matching m = {.query = query, .record = record};
  wi_long_form_view form;
  m.forms = wi_mem_new(record->term_count, sizeof *m.forms);
  *has_memory = m.forms != NULL;
  if (m.forms == NULL) {
    return false;
  }
  for (size_t at = 0; wi_long_forms_next(&record->long_forms, &at, &form);) {
    if (m.forms[form.term].count == 0) {
      m.forms[form.term] = form;
    }
  }
  bool has_all = true;
  for (size_t at = 0; at < query->phrase_length && has_all; at += query->phrases[at] + 1) {
    m.phrase = query->phrases + at + 1;
    m.length = query->phrases[at];
    has_all = has_phrase(&m);
  }
  wi_mem_free(m.forms);
  return has_all;
}
