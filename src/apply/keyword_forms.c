#include "keyword_forms.h"

#include "mem.h"

wi_keyword_forms wi_keyword_forms_make(void) {
  return (wi_keyword_forms){.written = wi_strmap_make()};
}

bool wi_keyword_forms_group(wi_keyword_forms *forms, const warta_document *document,
                            const wi_candidates *set, wi_arena *arena) {
  const uint32_t count = set->count;
  forms->document = document;
  forms->set = set;
  forms->first = wi_arena_new(arena, (size_t)count + 2, sizeof *forms->first);
  forms->units = wi_arena_take(arena, set->occurrence_count, sizeof *forms->units);
  forms->places = wi_arena_take(arena, set->occurrence_count, sizeof *forms->places);
  forms->offices = wi_arena_take(arena, set->occurrence_count, sizeof *forms->offices);
  if (forms->first == NULL || forms->units == NULL || forms->places == NULL ||
      forms->offices == NULL) {
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
    forms->offices[at] = row->office;
  }
  return true;
}

void wi_keyword_forms_free(wi_keyword_forms *forms) {
  wi_strmap_free(&forms->written);
  wi_mem_free(forms->counts);
}

uint32_t wi_keyword_forms_unit(const wi_keyword_forms *forms, uint32_t candidate, uint32_t n) {
  return forms->units[forms->first[candidate] + n];
}

void wi_keyword_forms_span(const wi_keyword_forms *forms, uint32_t candidate, uint32_t n,
                           size_t *start, size_t *end) {
  const uint32_t unit = wi_keyword_forms_unit(forms, candidate, n);
  const uint32_t units = forms->set->items[candidate].units;
  *start = forms->document->units[unit].start;
  *end = forms->document->units[unit + units - 1].end;
}

/* An occurrence as it is to be shown: with the office before it, or without. */
typedef struct shown {
  uint32_t unit;
  uint32_t units;
} shown;

static shown occurrence_of(const wi_keyword_forms *forms, uint32_t candidate, uint32_t n,
                           bool with_office) {
  const uint32_t at = forms->first[candidate] + n;
  const uint32_t office = with_office ? forms->offices[at] : 0;
  return (shown){forms->units[at] - office, forms->set->items[candidate].units + office};
}

static uint32_t count_words(const wi_keyword_forms *forms, shown row) {
  uint32_t words = 0;
  for (uint32_t i = 0; i < row.units; i++) {
    words += forms->document->units[row.unit + i].words;
  }
  return words;
}

/* At least every third time the text gives the person's office as well: a reader may not know the
 * name by itself. A plain surname later on is an occurrence without. */
static bool is_known_by_office(const wi_keyword_forms *forms, uint32_t candidate) {
  const wi_candidate *item = &forms->set->items[candidate];
  uint32_t served = 0;
  for (uint32_t n = 0; n < item->count; n++) {
    served += forms->offices[forms->first[candidate] + n] > 0;
  }
  return served * 3 >= item->count + item->echoes && served > 0;
}

/* Runs of white space become one space: mostly there is nothing to do. */
static bool set_spaced(wi_buf *out, wi_str text) {
  wi_buf_clear(out);
  if (!wi_buf_append(out, text)) {
    return false;
  }
  size_t kept = 0;
  for (size_t i = 0; i < text.len; i++) {
    const char byte = wi_str_is_space(out->ptr[i]) ? ' ' : out->ptr[i];
    if (byte != ' ' || kept == 0 || out->ptr[kept - 1] != ' ') {
      out->ptr[kept++] = byte;
    }
  }
  out->len = kept;
  return true;
}

/* "kampusnya" is shown as "kampus": of whom it is, the keyword does not say. */
static void drop_possessive(const wi_keyword_forms *forms, const wi_unit *last, wi_buf *form) {
  static const wi_str NYA = {"nya", 3};
  if (last->type < WARTA_TOKEN_NUMBER && last->term != WI_NO_TERM &&
      wi_str_ends(wi_buf_str(form), NYA) &&
      !wi_str_ends(wi_document_term_text(forms->document, last->term), NYA)) {
    form->len -= NYA.len;
  }
}

/* The second word has a capital: "Menteri Keuangan", also where an acronym's words are one unit. */
static bool has_second_capital(wi_str form) {
  (void)wi_str_cut(&form, ' ');
  return form.len > 0 && form.ptr[0] >= 'A' && form.ptr[0] <= 'Z';
}

/* "Pengisian", where only its place at the head of a sentence asks for the capital: "pengisian".
 * The first word must be no name, neither by itself nor with what follows. */
static void drop_capital(const wi_keyword_forms *forms, const wi_candidate *item, uint32_t unit,
                         wi_buf *form) {
  const wi_unit *first = &forms->document->units[unit];
  const uint32_t single = wi_candidates_single(forms->set, forms->document, first->term);
  const bool is_name =
      wi_candidate_is_name(item) ||
      (single != WI_NO_CANDIDATE && wi_candidate_is_name(&forms->set->items[single]));
  if ((first->flags & WARTA_TOKEN_SENTENCE_START) != 0 &&
      (first->flags & WARTA_TOKEN_ALL_CAPS) == 0 && !is_name &&
      !has_second_capital(wi_buf_str(form)) && form->len > 0 && form->ptr[0] >= 'A' &&
      form->ptr[0] <= 'Z') {
    form->ptr[0] = (char)(form->ptr[0] - 'A' + 'a');
  }
}

static bool count_form(wi_keyword_forms *forms, wi_str form) {
  uint32_t id = 0;
  const uint32_t known = forms->written.count;
  if (!wi_mem_grow(&forms->counts, &forms->capacity, known, sizeof *forms->counts) ||
      !wi_strmap_add(&forms->written, form, &id)) {
    return false;
  }
  forms->counts[id] = id == known ? 1 : forms->counts[id] + 1;
  return true;
}

/* What forms may be shown. */
typedef struct form_choice {
  uint32_t max_words;
  bool with_office; /* only occurrences that have one, and with it */
  bool in_words; /* only long forms of an acronym */
} form_choice;

static bool is_to_be_shown(const wi_keyword_forms *forms, uint32_t candidate, uint32_t n,
                           form_choice choice) {
  const wi_candidate *item = &forms->set->items[candidate];
  const uint32_t at = forms->first[candidate] + n;
  const bool is_weak = forms->places[at] == WI_OCCURRENCE_WEAK;
  const bool has_noun = item->weak < item->count;
  const shown row = occurrence_of(forms, candidate, n, choice.with_office);
  return count_words(forms, row) <= choice.max_words && !(is_weak && has_noun) &&
         !(choice.with_office && forms->offices[at] == 0) &&
         !(choice.in_words && count_words(forms, row) == 1);
}

/* Sets out to the form of one occurrence. */
static bool set_form(const wi_keyword_forms *forms, uint32_t candidate, shown row, wi_buf *out) {
  const wi_unit *units = forms->document->units;
  const wi_unit *last = &units[row.unit + row.units - 1];
  const size_t start = units[row.unit].start;
  if (!set_spaced(out, wi_str_slice(forms->document->text, start, last->end))) {
    return false;
  }
  drop_possessive(forms, last, out);
  drop_capital(forms, &forms->set->items[candidate], row.unit, out);
  return true;
}

/* Sets out to the commonest of the forms; empty if none may be shown. What is said once has one. */
static bool choose_form(wi_keyword_forms *forms, uint32_t candidate, form_choice choice,
                        wi_buf *out) {
  const uint32_t count = forms->set->items[candidate].count;
  wi_strmap_reset(&forms->written);
  wi_buf_clear(out);
  for (uint32_t n = 0; n < count; n++) {
    if (!is_to_be_shown(forms, candidate, n, choice)) {
      continue;
    }
    const shown row = occurrence_of(forms, candidate, n, choice.with_office);
    if (!set_form(forms, candidate, row, out) ||
        (count > 1 && !count_form(forms, wi_buf_str(out)))) {
      return false;
    }
  }
  uint32_t best = 0;
  for (uint32_t id = 1; id < forms->written.count; id++) {
    best = forms->counts[id] > forms->counts[best] ? id : best;
  }
  if (forms->written.count > 0) {
    wi_buf_clear(out);
    return wi_buf_append(out, wi_strmap_key(&forms->written, best));
  }
  return true;
}

/* Two letters stand for too much (MA, BI, or a person's SB): the words are shown, if the text has
 * them. */
static bool is_two_letters(const wi_keyword_forms *forms, uint32_t candidate) {
  enum { LETTERS = 2 };
  const wi_candidate *item = &forms->set->items[candidate];
  const wi_unit *unit = &forms->document->units[item->unit];
  return item->units == 1 && unit->type == WARTA_TOKEN_ACRONYM &&
         wi_document_term_text(forms->document, unit->term).len == LETTERS;
}

bool wi_keyword_forms_show(wi_keyword_forms *forms, uint32_t candidate,
                           wi_keyword_form_choice choice, wi_buf *out) {
  const form_choice choices[] = {{choice.max_words, true, false},
                                 {choice.max_words, false, true},
                                 {choice.max_words, false, false},
                                 {UINT32_MAX, false, false}};
  const bool allowed[] = {choice.with_office && is_known_by_office(forms, candidate),
                          is_two_letters(forms, candidate), true, true};
  bool fits = true;
  wi_buf_clear(out);
  for (size_t i = 0; i < sizeof choices / sizeof choices[0] && fits && out->len == 0; i++) {
    fits = !allowed[i] || choose_form(forms, candidate, choices[i], out);
  }
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
