#include "record.h"

#include <stdlib.h>
#include <string.h>

#include "document_data.h"
#include "mem.h"
#include "varint.h"

void wi_record_free(wi_record *record) {
  wi_mem_free(record->terms);
  wi_mem_free(record->units);
  wi_mem_free(record->sentences);
  wi_long_forms_free(&record->long_forms);
  *record = (wi_record){0};
}

static bool make_room(wi_record *record, size_t terms, size_t units, size_t sentences) {
  struct {
    uint32_t **array;
    size_t *capacity;
    size_t wanted;
  } rooms[] = {{&record->terms, &record->term_capacity, terms},
               {&record->units, &record->unit_capacity, units},
               {&record->sentences, &record->sentence_capacity, sentences}};
  for (size_t i = 0; i < sizeof rooms / sizeof rooms[0]; i++) {
    if (*rooms[i].array != NULL && rooms[i].wanted <= *rooms[i].capacity) {
      continue;
    }
    uint32_t *larger = wi_mem_resize(*rooms[i].array, rooms[i].wanted, sizeof *larger);
    if (larger == NULL) {
      return false;
    }
    *rooms[i].array = larger;
    *rooms[i].capacity = rooms[i].wanted;
  }
  return true;
}

static bool is_title_unit(const warta_document *document, const wi_unit *unit) {
  return unit->term != WI_NO_TERM && unit->stop == WARTA_STOP_NONE &&
         (document->title_unit_count > 0 ||
          (unit->sentence != WARTA_NO_SENTENCE &&
           document->sentences[unit->sentence].kind == WARTA_SENTENCE_TITLE));
}

static void add_title(wi_record *record, const warta_document *document, const uint32_t *places) {
  const bool is_apart = document->title_unit_count > 0;
  const wi_unit *units = is_apart ? document->title_units : document->units;
  const size_t count = is_apart ? document->title_unit_count : document->unit_count;
  for (size_t i = 0; i < count; i++) {
    if (is_title_unit(document, &units[i])) {
      record->units[record->unit_count++] = places[units[i].term];
    }
  }
  record->title_count = record->unit_count;
}

/* Units stand in the order of their sentences. Headlines that stand in the text are no sentence of
 * the record. */
static void add_body(wi_record *record, const warta_document *document, const uint32_t *places) {
  size_t at = 0;
  for (uint32_t i = 0; i < document->sentence_count; i++) {
    const bool is_title = document->sentences[i].kind == WARTA_SENTENCE_TITLE;
    uint32_t units = 0;
    for (; at < document->unit_count &&
           (document->units[at].sentence == WARTA_NO_SENTENCE || document->units[at].sentence <= i);
         at++) {
      if (wi_document_is_content(document, &document->units[at])) {
        record->units[record->unit_count++] = places[document->units[at].term];
        units++;
      }
    }
    if (!is_title) {
      record->sentences[record->sentence_count++] =
          2 * units + (document->sentences[i].kind == WARTA_SENTENCE_HEADING);
    }
  }
}

static bool add_terms(wi_record *record, const warta_document *document, uint32_t *places,
                      wi_term_number_fn number, void *payload) {
  for (uint32_t id = 0; id < document->terms.count; id++) {
    const wi_doc_term *row = &document->term_rows[id];
    if (row->count == 0 && row->title_count == 0) {
      continue;
    }
    places[id] = (uint32_t)record->term_count;
    if (!number(payload, wi_document_term_text(document, id),
                &record->terms[record->term_count++])) {
      return false;
    }
  }
  return true;
}

bool wi_record_of_document(wi_record *record, const warta_document *document,
                           wi_term_number_fn number, void *payload) {
  const size_t units = document->unit_count + document->title_unit_count;
  uint32_t *places = wi_mem_new(document->terms.count, sizeof *places);
  bool is_done = places != NULL &&
                 make_room(record, document->terms.count, 2 * units, document->sentence_count);
  if (is_done) {
    record->words = document->words > UINT32_MAX ? UINT32_MAX : (uint32_t)document->words;
    record->term_count = 0;
    record->unit_count = 0;
    record->sentence_count = 0;
    is_done = add_terms(record, document, places, number, payload);
  }
  if (is_done) {
    const wi_term_numbers numbers = {number, payload};
    add_title(record, document, places);
    add_body(record, document, places);
    is_done = wi_long_forms_fill(&record->long_forms, document, places, &numbers);
  }
  wi_mem_free(places);
  return is_done;
}

/* A term's number and where it stands in the document's own order. */
typedef struct place {
  uint32_t number;
  uint32_t place;
} place;

static int by_number(const void *left, const void *right) {
  const place *a = left;
  const place *b = right;
  return (a->number > b->number) - (a->number < b->number);
}

/* ranks: by place in the document's order, the place in the order of numbers. */
static bool write_terms(wi_buf *to, const wi_record *record, uint32_t *ranks) {
  place *sorted = wi_mem_new(record->term_count, sizeof *sorted);
  if (sorted == NULL) {
    return false;
  }
  for (uint32_t i = 0; i < record->term_count; i++) {
    sorted[i] = (place){record->terms[i], i};
  }
  if (record->term_count > 1) {
    qsort(sorted, record->term_count, sizeof *sorted, by_number);
  }
  bool is_done = wi_varint_append(to, record->term_count);
  uint32_t last = 0;
  for (uint32_t i = 0; i < record->term_count && is_done; i++) {
    is_done = wi_varint_append(to, sorted[i].number - last);
    last = sorted[i].number;
    ranks[sorted[i].place] = i;
  }
  wi_mem_free(sorted);
  return is_done;
}

static bool write_units(wi_buf *to, const wi_record *record, const uint32_t *ranks) {
  bool is_done = wi_varint_append(to, record->title_count);
  size_t at = 0;
  for (; at < record->title_count && is_done; at++) {
    is_done = wi_varint_append(to, ranks[record->units[at]]);
  }
  is_done = is_done && wi_varint_append(to, record->sentence_count);
  for (size_t i = 0; i < record->sentence_count && is_done; i++) {
    is_done = wi_varint_append(to, record->sentences[i]);
    for (uint32_t k = record->sentences[i] / 2; k > 0 && is_done; k--) {
      is_done = wi_varint_append(to, ranks[record->units[at++]]);
    }
  }
  return is_done;
}

/* True if each term's first unit comes behind the first units of those before it. The units name
 * places, so it is enough that new places rise by one. */
static bool has_order_of_units(const wi_record *record) {
  uint32_t seen = 0;
  for (size_t i = 0; i < record->unit_count; i++) {
    if (record->units[i] > seen) {
      return false;
    }
    seen += record->units[i] == seen;
  }
  return seen == record->term_count;
}

static bool write_order(wi_buf *to, const wi_record *record, const uint32_t *ranks) {
  if (has_order_of_units(record)) {
    return wi_buf_push(to, 0);
  }
  bool is_done = wi_buf_push(to, 1);
  for (size_t i = 0; i < record->term_count && is_done; i++) {
    is_done = wi_varint_append(to, ranks[i]);
  }
  return is_done;
}

bool wi_record_write(wi_buf *to, const wi_record *record) {
  uint32_t *ranks = wi_mem_new(record->term_count, sizeof *ranks);
  const bool is_done = ranks != NULL && wi_varint_append(to, record->words) &&
                       write_terms(to, record, ranks) && write_units(to, record, ranks) &&
                       write_order(to, record, ranks) &&
                       wi_long_forms_write(to, &record->long_forms, ranks);
  wi_mem_free(ranks);
  return is_done;
}

/* A count of things that take a byte each at least. */
static bool read_count(wi_reader *from, size_t *out) {
  uint64_t count = 0;
  if (!wi_varint_read(from, (uint64_t)(from->end - from->at), &count)) {
    return false;
  }
  *out = (size_t)count;
  return true;
}

static bool read_units(wi_record *record, wi_reader *from, size_t count) {
  for (; count > 0; count--) {
    uint32_t unit = 0;
    if (!wi_varint_read32(from, &unit) || unit >= record->term_count) {
      return false;
    }
    record->units[record->unit_count++] = unit;
  }
  return true;
}

static bool read_terms(wi_record *record, wi_reader *from) {
  uint32_t last = 0;
  for (size_t i = 0; i < record->term_count; i++) {
    uint32_t step = 0;
    if (!wi_varint_read32(from, &step) || step > UINT32_MAX - last || (i > 0 && step == 0)) {
      return false;
    }
    last += step;
    record->terms[i] = last;
  }
  return true;
}

static bool read_sentences(wi_record *record, wi_reader *from) {
  size_t count = 0;
  if (!read_count(from, &count)) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    uint32_t sentence = 0;
    if (!wi_varint_read32(from, &sentence) || sentence / 2 > (size_t)(from->end - from->at) ||
        !read_units(record, from, sentence / 2)) {
      return false;
    }
    record->sentences[record->sentence_count++] = sentence;
  }
  return true;
}

/* order[place in the document's order] = place in the order of numbers, each once. */
static bool read_order(uint32_t *order, uint32_t *places, const wi_record *record,
                       wi_reader *from) {
  uint32_t seen = 0;
  uint64_t is_given = 0;
  memset(places, 0xFF, record->term_count * sizeof *places);
  if (!wi_varint_read(from, 1, &is_given)) {
    return false;
  }
  const size_t steps = is_given != 0 ? record->term_count : record->unit_count;
  for (size_t i = 0; i < steps; i++) {
    uint32_t rank = 0;
    if (is_given == 0) {
      rank = record->units[i];
    } else if (!wi_varint_read32(from, &rank) || rank >= record->term_count) {
      return false;
    }
    if (places[rank] == UINT32_MAX) {
      places[rank] = seen;
      order[seen++] = rank;
    }
  }
  return seen == record->term_count;
}

static void move_to_places(wi_record *record, const uint32_t *places) {
  wi_long_forms *forms = &record->long_forms;
  for (size_t i = 0; i < record->unit_count; i++) {
    record->units[i] = places[record->units[i]];
  }
  for (size_t at = 0; at < forms->form_length; at += 2 + (size_t)forms->forms[at + 1]) {
    forms->forms[at] = places[forms->forms[at]];
  }
}

static wi_read_result read_rest(wi_record *record, wi_reader *from, uint32_t *order,
                                uint32_t *places) {
  if (!read_order(order, places, record, from)) {
    return WI_READ_DAMAGED;
  }
  const wi_read_result result = wi_long_forms_read(&record->long_forms, from, record->term_count);
  return result == WI_READ_DONE && from->at != from->end ? WI_READ_DAMAGED : result;
}

/* From the order of numbers to the document's own. */
static wi_read_result put_in_order(wi_record *record, wi_reader *from) {
  const size_t count = record->term_count;
  uint32_t *order = wi_mem_new(count, sizeof *order);
  uint32_t *places = wi_mem_new(count, sizeof *places);
  uint32_t *terms = wi_mem_new(count, sizeof *terms);
  wi_read_result result = WI_READ_NO_MEMORY;
  if (order != NULL && places != NULL && terms != NULL) {
    result = read_rest(record, from, order, places);
  }
  if (result == WI_READ_DONE) {
    for (size_t i = 0; i < count; i++) {
      terms[i] = record->terms[order[i]];
    }
    memcpy(record->terms, terms, count * sizeof *terms);
    move_to_places(record, places);
  }
  wi_mem_free(order);
  wi_mem_free(places);
  wi_mem_free(terms);
  return result;
}

wi_read_result wi_record_read(wi_record *record, wi_str bytes) {
  wi_reader from = {(const uint8_t *)bytes.ptr, (const uint8_t *)bytes.ptr + bytes.len};
  record->unit_count = 0;
  record->sentence_count = 0;
  if (!wi_varint_read32(&from, &record->words) || !read_count(&from, &record->term_count)) {
    return WI_READ_DAMAGED;
  }
  if (!make_room(record, record->term_count, bytes.len, bytes.len)) {
    return WI_READ_NO_MEMORY;
  }
  if (!read_terms(record, &from) || !read_count(&from, &record->title_count) ||
      !read_units(record, &from, record->title_count) || !read_sentences(record, &from)) {
    return WI_READ_DAMAGED;
  }
  return put_in_order(record, &from);
}

void wi_record_count_terms(const wi_record *record, wi_record_count *counts) {
  memset(counts, 0, record->term_count * sizeof *counts);
  for (size_t i = 0; i < record->unit_count; i++) {
    const size_t at = i - record->title_count; /* in the body */
    const warta_field field = i < record->title_count    ? WARTA_FIELD_TITLE
                              : at < WARTA_OPENING_TERMS ? WARTA_FIELD_OPENING
                              : at < WARTA_LEAD_TERMS    ? WARTA_FIELD_LEAD
                                                         : WARTA_FIELD_BODY;
    counts[record->units[i]].in[field]++;
  }
}

void wi_record_count_long_words(const wi_record *record, const wi_record_count *of_terms,
                                wi_record_count *counts) {
  wi_long_form_view form;
  memset(counts, 0, record->long_forms.word_count * sizeof *counts);
  for (size_t at = 0; wi_long_forms_next(&record->long_forms, &at, &form);) {
    for (uint32_t k = 0; k < form.count; k++) {
      for (int field = 0; field < WARTA_FIELD_COUNT; field++) {
        counts[form.words[k]].in[field] += of_terms[form.term].in[field];
      }
    }
  }
}
