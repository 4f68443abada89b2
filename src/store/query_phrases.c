#include "query_phrases.h"

#include "mem.h"

/* One phrase against one record. */
typedef struct matching {
  const wi_query *query;
  const wi_record *record;
  wi_long_form_view *forms; /* by place in terms; of those without a long form the count is 0 */
  bool *begins; /* by unit: it is the first of a sentence */
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

/* The units from `first` to `end`, of which the one before took the phrase as far as `at`. Into
 * another sentence only where the phrase has one as well. */
static bool goes_on(const matching *m, size_t first, size_t end, uint32_t at) {
  const uint32_t *units = m->record->units;
  for (size_t i = first; i < end && at < m->length; i++) {
    if (m->begins[i] && (m->phrase[at] & WI_SENTENCE_BEGINS) == 0) {
      return false;
    }
    if (!take_unit(m, units[i], &at) && !is_introduced(m, units + first - 1, i - first + 1)) {
      return false;
    }
  }
  return at == m->length;
}

/* A phrase may begin in the midst of a long form. */
static bool begins_here(const matching *m, size_t unit, size_t end) {
  const uint32_t term = m->record->units[unit];
  const wi_long_form_view *form = &m->forms[term];
  uint32_t at = 0;
  if (take_unit(m, term, &at) && goes_on(m, unit + 1, end, at)) {
    return true;
  }
  for (uint32_t first = 1; first < form->count; first++) {
    at = 0;
    if (take_form(m, form, first, &at) && goes_on(m, unit + 1, end, at)) {
      return true;
    }
  }
  return false;
}

static bool has_run(const matching *m, size_t first, size_t end) {
  for (size_t i = first; i < end; i++) {
    if (begins_here(m, i, end)) {
      return true;
    }
  }
  return false;
}

static bool has_all(matching *m) {
  const wi_query *query = m->query;
  const wi_record *record = m->record;
  for (size_t at = 0; at < query->phrase_length; at += query->phrases[at] + 1) {
    m->phrase = query->phrases + at + 1;
    m->length = query->phrases[at];
    if (!has_run(m, 0, record->title_count) &&
        !has_run(m, record->title_count, record->unit_count)) {
      return false;
    }
  }
  return true;
}

static void note_forms(const matching *m) {
  wi_long_form_view form;
  for (size_t at = 0; wi_long_forms_next(&m->record->long_forms, &at, &form);) {
    if (m->forms[form.term].count == 0) {
      m->forms[form.term] = form;
    }
  }
}

static void note_sentences(const matching *m) {
  const wi_record *record = m->record;
  size_t unit = record->title_count;
  for (size_t i = 0; i < record->sentence_count && unit < record->unit_count; i++) {
    m->begins[unit] = true;
    unit += record->sentences[i] / 2;
  }
}

bool wi_phrases_match(const wi_query *query, const wi_record *record, bool *has_memory) {
  matching m = {.query = query, .record = record};
  m.forms = wi_mem_new(record->term_count, sizeof *m.forms);
  m.begins = wi_mem_new(record->unit_count, sizeof *m.begins);
  *has_memory = m.forms != NULL && m.begins != NULL;
  bool matches = false;
  if (*has_memory) {
    note_forms(&m);
    note_sentences(&m);
    matches = has_all(&m);
  }
  wi_mem_free(m.forms);
  wi_mem_free(m.begins);
  return matches;
}
