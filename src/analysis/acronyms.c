#include "acronyms.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "mem.h"
#include "status.h"
#include "utf8.h"

enum {
  SHORT_MAX_BYTES = 16, /* longer things in brackets are no acronyms */
  LONG_MAX_UNITS = 24, /* words and commas of the longest long form */
  LONG_FORM_LOOK_BACK = 5, /* words beyond one a letter, as in the paper */
  UNITS_A_LONG_WORD = 8 /* few articles have more words in their long forms */
};

wi_acronym_scratch wi_acronym_scratch_make(void) {
  return (wi_acronym_scratch){.keys = wi_strmap_make()};
}

void wi_acronym_scratch_free(wi_acronym_scratch *scratch) {
  wi_mem_free(scratch->moved);
  wi_mem_free(scratch->begins);
  wi_mem_free(scratch->sequence);
  wi_mem_free(scratch->terms);
  wi_strmap_free(&scratch->keys);
}

static bool unit_is(const warta_document *document, size_t unit, char sign) {
  const wi_unit *u = &document->units[unit];
  return u->end == u->start + 1 && document->text.ptr[u->start] == sign;
}

static bool same_sentence(const warta_document *document, size_t a, size_t b) {
  return document->units[a].sentence == document->units[b].sentence;
}

/* A short form: letters (and digits) that begin with a capital, in one unit. */
static bool may_be_short(const warta_document *document, size_t unit) {
  const wi_unit *u = &document->units[unit];
  const size_t len = u->end - u->start;
  return (u->type == WARTA_TOKEN_ACRONYM || u->type == WARTA_TOKEN_WORD) &&
         (u->flags & WARTA_TOKEN_CAPITALISED) != 0 && len >= 2 && len <= SHORT_MAX_BYTES &&
         u->term != WI_NO_TERM;
}

static char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_word_start(wi_str text, size_t at) {
  if (at == 0) {
    return true;
  }
  const uint32_t before = wi_utf8_back(text, &at);
  return !wi_utf8_is_letter(before) && !wi_utf8_is_digit(before);
}

/* Matches the short form against the text from the right; gives where its first letter stands in
 * `before`, at the beginning of a word. Only ASCII letters are compared: long forms are written in
 * them. */
static bool match_back(wi_str shorter, wi_str before, size_t *start) {
  size_t at = before.len;
  for (size_t s = shorter.len; s-- > 0;) {
    const char wanted = lower_ascii(shorter.ptr[s]);
    bool found = false;
    while (!found && at > 0) {
      at--;
      found = lower_ascii(before.ptr[at]) == wanted && (s > 0 || is_word_start(before, at));
    }
    if (!found) {
      return false;
    }
  }
  *start = at;
  return true;
}

/* The earliest unit that the long form before `open` may begin with. */
static size_t look_back(const warta_document *document, size_t open, size_t letters) {
  const size_t most =
      letters + LONG_FORM_LOOK_BACK < letters * 2 ? letters + LONG_FORM_LOOK_BACK : letters * 2;
  size_t words = 0;
  size_t first = open;
  while (first > 0 && words < most && open - first < LONG_MAX_UNITS &&
         same_sentence(document, first - 1, open)) {
    first--;
    if (document->units[first].term != WI_NO_TERM) {
      words++;
    }
  }
  return first;
}

/* The unit of [first, last) that holds the byte. */
static size_t unit_at(const warta_document *document, size_t first, size_t last, size_t byte) {
  size_t unit = first;
  while (unit + 1 < last && document->units[unit + 1].start <= byte) {
    unit++;
  }
  return unit;
}

/* A long form begins with a capital, has a second word, and is not the short form again. */
static bool is_long_form(const warta_document *document, size_t first, size_t last,
                         size_t shorter) {
  size_t words = 0;
  for (size_t i = first; i < last; i++) {
    if (document->units[i].term == document->units[shorter].term || unit_is(document, i, '(') ||
        unit_is(document, i, ')')) {
      return false;
    }
    words += document->units[i].term != WI_NO_TERM;
  }
  return words >= 2 && (document->units[first].flags & WARTA_TOKEN_CAPITALISED) != 0;
}

/* Most texts have no pair, and need none of these. */
static bool make_tables(const warta_document *document, wi_acronym_scratch *forms) {
  if (!wi_mem_reserve(&forms->sequence, &forms->sequence_capacity, document->unit_count,
                      sizeof *forms->sequence) ||
      !wi_mem_reserve(&forms->begins, &forms->begins_capacity, document->terms.count,
                      sizeof *forms->begins)) {
    return false;
  }
  memset(forms->begins, 0, document->terms.count * sizeof *forms->begins);
  for (size_t i = 0; i < document->unit_count; i++) {
    forms->sequence[i] = document->units[i].term;
  }
  return true;
}

static bool keep_words(warta_document *document, size_t first, size_t last, uint32_t term) {
  const size_t wanted = document->long_form_length + 2 + (last - first);
  const size_t likely = document->unit_count / UNITS_A_LONG_WORD;
  if (!wi_mem_reserve(&document->long_forms, &document->long_form_capacity,
                      wanted < likely ? likely : wanted, sizeof *document->long_forms)) {
    return false;
  }
  uint32_t *form = document->long_forms + document->long_form_length;
  uint32_t count = 0;
  for (size_t i = first; i < last; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->term != WI_NO_TERM && unit->stop == WARTA_STOP_NONE) {
      form[2 + count++] = unit->term;
    }
  }
  form[0] = term;
  form[1] = count;
  document->long_form_length += 2 + (size_t)count;
  return true;
}

static bool remember(warta_document *document, wi_acronym_scratch *forms, size_t first, size_t last,
                     size_t shorter) {
  if (forms->keys.count == 0 && !make_tables(document, forms)) {
    return false;
  }
  const wi_str key = {(const char *)&forms->sequence[first],
                      (last - first) * sizeof *forms->sequence};
  const uint32_t known = forms->keys.count;
  uint32_t id = 0;
  if (!wi_strmap_add(&forms->keys, key, &id)) {
    return false;
  }
  if (id < known) {
    return true;
  }
  if (!keep_words(document, first, last, document->units[shorter].term) ||
      !wi_mem_grow(&forms->terms, &forms->terms_capacity, known, sizeof *forms->terms) ||
      !wi_mem_grow(&document->acronyms, &document->acronym_capacity, document->acronym_count,
                   sizeof *document->acronyms)) {
    return false;
  }
  forms->terms[id] = document->units[shorter].term;
  forms->begins[document->units[first].term] = true;
  forms->longest = last - first > forms->longest ? last - first : forms->longest;
  document->acronyms[document->acronym_count++] = (warta_acronym){
      document->units[shorter].start,
      document->units[shorter].end,
      document->units[first].start,
      document->units[last - 1].end,
  };
  return true;
}

/* "Long Form (SHORT)": `open` is the bracket. */
static bool take_long_before(warta_document *document, wi_acronym_scratch *forms, size_t open) {
  const size_t shorter = open + 1;
  if (!may_be_short(document, shorter)) {
    return true;
  }
  const wi_str letters = wi_document_unit_text(document, &document->units[shorter]);
  const size_t first = look_back(document, open, letters.len);
  if (first == open) {
    return true;
  }
  const uint32_t base = document->units[first].start;
  const wi_str before = wi_str_slice(document->text, base, document->units[open - 1].end);
  size_t start = 0;
  if (!match_back(letters, before, &start)) {
    return true;
  }
  const size_t unit = unit_at(document, first, open, base + start);
  return !is_long_form(document, unit, open, shorter) ||
         remember(document, forms, unit, open, shorter);
}

/* "SHORT (Long Form)": the whole bracket must be the long form. */
static bool take_long_behind(warta_document *document, wi_acronym_scratch *forms, size_t open) {
  size_t close = open + 1;
  while (close < document->unit_count && close - open <= LONG_MAX_UNITS &&
         same_sentence(document, close, open) && !unit_is(document, close, ')')) {
    close++;
  }
  if (close >= document->unit_count || close < open + 3 || !unit_is(document, close, ')') ||
      document->units[open + 1].term == WI_NO_TERM) {
    return true;
  }
  const wi_str inside =
      wi_str_slice(document->text, document->units[open + 1].start, document->units[close - 1].end);
  size_t start = 0;
  if (!match_back(wi_document_unit_text(document, &document->units[open - 1]), inside, &start) ||
      start != 0 || !is_long_form(document, open + 1, close, open - 1)) {
    return true;
  }
  return remember(document, forms, open + 1, close, open - 1);
}

/* The pair whose bracket opens at `open`. */
static bool take_pair(warta_document *document, wi_acronym_scratch *forms, size_t open) {
  if (open == 0 || open + 2 >= document->unit_count ||
      !same_sentence(document, open - 1, open + 1) ||
      document->units[open].sentence == WARTA_NO_SENTENCE) {
    return true;
  }
  if (unit_is(document, open + 2, ')')) {
    return take_long_before(document, forms, open);
  }
  return document->units[open - 1].type != WARTA_TOKEN_ACRONYM ||
         !may_be_short(document, open - 1) || take_long_behind(document, forms, open);
}

/* The first unit from `at` on that does not begin before the byte: by steps that double. */
static size_t unit_from(const warta_document *document, size_t at, size_t byte) {
  const wi_unit *units = document->units;
  size_t step = 1;
  for (; at + step <= document->unit_count && units[at + step - 1].start < byte; step *= 2) {
    at += step;
  }
  for (; step > 0; step /= 2) {
    at += at + step <= document->unit_count && units[at + step - 1].start < byte ? step : 0;
  }
  return at;
}

/* Brackets are looked for in the bytes: few texts have many. */
static bool find_pairs(warta_document *document, wi_acronym_scratch *forms) {
  const wi_str text = document->text;
  const char *end = text.ptr + text.len;
  const char *found = text.len == 0 ? NULL : memchr(text.ptr, '(', text.len);
  size_t unit = 0;
  while (found != NULL) {
    const size_t byte = (size_t)(found - text.ptr);
    unit = unit_from(document, unit, byte);
    if (unit < document->unit_count && document->units[unit].start == byte &&
        unit_is(document, unit, '(') && !take_pair(document, forms, unit)) {
      return false;
    }
    found++;
    found = memchr(found, '(', (size_t)(end - found));
  }
  return true;
}

/* Units of the long form that begins at `unit`, the longest first; 0 if none does. */
static size_t long_form_at(const warta_document *document, const wi_acronym_scratch *forms,
                           size_t unit, uint32_t *term) {
  const uint32_t first = forms->sequence[unit];
  if (first == WI_NO_TERM || !forms->begins[first]) {
    return 0;
  }
  const size_t rest = document->unit_count - unit;
  for (size_t len = forms->longest < rest ? forms->longest : rest; len >= 2; len--) {
    const wi_str key = {(const char *)&forms->sequence[unit], len * sizeof *forms->sequence};
    const uint32_t id = same_sentence(document, unit, unit + len - 1)
                            ? wi_strmap_find(&forms->keys, key)
                            : WI_STRMAP_NONE;
    if (id != WI_STRMAP_NONE) {
      *term = forms->terms[id];
      return len;
    }
  }
  return 0;
}

static wi_unit join(const warta_document *document, size_t first, size_t count, uint32_t term) {
  wi_unit joined = document->units[first];
  joined.end = document->units[first + count - 1].end;
  joined.term = term;
  joined.type = WARTA_TOKEN_ACRONYM;
  joined.flags = joined.flags | WARTA_TOKEN_CAPITALISED;
  joined.stop = WARTA_STOP_NONE;
  joined.words = 0;
  for (size_t i = first; i < first + count; i++) {
    joined.words += document->units[i].words;
  }
  return joined;
}

/* Joins the long forms in place; moved[i] is the new number of unit i. */
static void join_long_forms(warta_document *document, const wi_acronym_scratch *forms,
                            uint32_t *moved) {
  size_t to = 0;
  for (size_t i = 0; i < document->unit_count;) {
    uint32_t term = WI_NO_TERM;
    size_t count = long_form_at(document, forms, i, &term);
    const wi_unit unit = count == 0 ? document->units[i] : join(document, i, count, term);
    count = count == 0 ? 1 : count;
    for (size_t k = 0; k < count; k++) {
      moved[i + k] = (uint32_t)to;
    }
    document->units[to++] = unit;
    i += count;
  }
  moved[document->unit_count] = (uint32_t)to;
  document->unit_count = to;
}

static bool apply(warta_document *document, wi_acronym_scratch *forms) {
  if (!find_pairs(document, forms)) {
    return false;
  }
  if (document->acronym_count == 0) {
    return true;
  }
  if (!wi_mem_reserve(&forms->moved, &forms->moved_capacity, document->unit_count + 1,
                      sizeof *forms->moved)) {
    return false;
  }
  join_long_forms(document, forms, forms->moved);
  for (size_t i = 0; i < document->sentence_count; i++) {
    document->sentences[i].first = forms->moved[document->sentences[i].first];
    document->sentences[i].last = forms->moved[document->sentences[i].last];
  }
  return true;
}

warta_status wi_acronyms_apply(warta_document *document, wi_acronym_scratch *scratch,
                               warta_error *error) {
  wi_strmap_reset(&scratch->keys);
  scratch->longest = 0;
  return apply(document, scratch) ? WARTA_OK : wi_status_no_memory(error);
}
