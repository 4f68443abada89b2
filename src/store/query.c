#include "query.h"

#include <stdlib.h>
#include <string.h>

#include <warta/stem.h>

#include "document_data.h"
#include "fold.h"
#include "mem.h"
#include "status.h"

void wi_query_free(wi_query *query) {
  wi_strmap_free(&query->words);
  wi_mem_free(query->terms);
  wi_mem_free(query->readings);
  wi_mem_free(query->phrases);
  *query = (wi_query){0};
}

/* The length of a double quote at the place, straight or typographic; 0 if there is none. */
static size_t quote_at(wi_str text, size_t at) {
  const wi_str rest = wi_str_slice(text, at, text.len);
  if (wi_str_starts(rest, WI_STR("\""))) {
    return 1;
  }
  return wi_str_starts(rest, WI_STR("\xE2\x80\x9C")) || wi_str_starts(rest, WI_STR("\xE2\x80\x9D"))
             ? 3
             : 0;
}

/* The first quoted part of *rest, which then begins behind it; false if there is none. */
static bool cut_phrase(wi_str *rest, wi_str *phrase) {
  size_t start = SIZE_MAX;
  for (size_t at = 0; at < rest->len; at++) {
    const size_t quote = quote_at(*rest, at);
    if (quote > 0 && start == SIZE_MAX) {
      start = at + quote;
      at += quote - 1;
    } else if (quote > 0) {
      *phrase = wi_str_slice(*rest, start, at);
      *rest = wi_str_slice(*rest, at + quote, rest->len);
      return true;
    }
  }
  return false;
}

static bool is_content(const wi_unit *unit) {
  return unit->term != WI_NO_TERM && unit->stop == WARTA_STOP_NONE;
}

/* Where a part of the query is read into. */
typedef struct reading {
  wi_query *query;
  warta_archive *archive;
  warta_session *session;
  warta_document *part; /* the query without its quotes, then each phrase */
  bool is_phrase;
  wi_buf norm; /* of the word at hand */
  wi_buf last; /* of the word before it; empty if it may not be joined with that */
  uint32_t last_place;
  wi_buf text; /* scratch */
} reading;

/* All below give false when the reason is in the database. */
static bool checked(const reading *r, bool has_memory) {
  return has_memory || wi_db_no_memory(r->archive->db);
}

static bool grow_phrase(wi_query *query, uint32_t place) {
  if (!wi_mem_grow(&query->phrases, &query->phrase_capacity, query->phrase_length,
                   sizeof *query->phrases)) {
    return false;
  }
  query->phrases[query->phrase_length++] = place;
  return true;
}

static bool add_term(reading *r, wi_str word, uint32_t *place) {
  wi_query *query = r->query;
  const uint32_t known = query->words.count;
  if (!wi_strmap_add(&query->words, word, place)) {
    return checked(r, false);
  }
  if (*place == known) {
    if (!wi_mem_grow(&query->terms, &query->term_capacity, known, sizeof *query->terms)) {
      return checked(r, false);
    }
    query->terms[known] = (wi_query_term){0};
  }
  query->terms[*place].count += !r->is_phrase;
  return checked(r, !r->is_phrase || grow_phrase(query, *place));
}

/* A term of the archive's, if it has it. */
static bool add_reading(reading *r, wi_query_reading row, wi_str term) {
  wi_query *query = r->query;
  wi_known_count known;
  if (!wi_archive_look_up_term(r->archive, term, &known)) {
    return false;
  }
  row.number = known.number;
  row.df = known.df + known.in_long_forms;
  row.is_in_long_forms = known.in_long_forms > 0;
  if (row.df == 0) {
    return true;
  }
  if (!wi_mem_grow(&query->readings, &query->reading_capacity, query->reading_count,
                   sizeof *query->readings)) {
    return checked(r, false);
  }
  query->readings[query->reading_count++] = row;
  return true;
}

static bool add_word(reading *r, uint32_t place, wi_str term) {
  return add_reading(r, (wi_query_reading){.place = place, .width = 1}, term);
}

static bool add_stem(reading *r, uint32_t place, wi_str word) {
  warta_stem_result stem;
  return checked(r, warta_stem(&stem, r->session, word.ptr, word.len, NULL) == WARTA_OK) &&
         add_word(r, place, (wi_str){stem.stem, stem.len});
}

/* The word in small letters, and with a capital: as what stands inside a sentence. */
static bool add_cases(reading *r, uint32_t place, wi_str norm) {
  if (!add_stem(r, place, norm)) {
    return false;
  }
  wi_buf_clear(&r->text);
  if (!wi_buf_append(&r->text, norm)) {
    return checked(r, false);
  }
  char *first = r->text.ptr;
  if (norm.len == 0 || *first < 'a' || *first > 'z') {
    return true;
  }
  *first = (char)(*first - 'a' + 'A');
  return add_stem(r, place, wi_buf_str(&r->text));
}

/* The word behind the last one, joined with it. */
static bool add_joined(reading *r, uint32_t place) {
  if (r->last.len == 0 || r->norm.len == 0) {
    return true;
  }
  wi_buf_clear(&r->text);
  return checked(r, wi_buf_append(&r->text, wi_buf_str(&r->last)) && wi_buf_push(&r->text, '-') &&
                        wi_buf_append(&r->text, wi_buf_str(&r->norm))) &&
         add_reading(r, (wi_query_reading){.place = r->last_place, .width = 2},
                     wi_buf_str(&r->text)) &&
         add_reading(r, (wi_query_reading){.place = place, .width = 0}, wi_buf_str(&r->text));
}

static bool add_plain(reading *r, const wi_unit *unit, wi_str term) {
  uint32_t place = 0;
  if (!add_term(r, term, &place) || !add_word(r, place, term)) {
    return false;
  }
  const bool is_word = unit->type == WARTA_TOKEN_WORD || unit->type == WARTA_TOKEN_ACRONYM;
  if (is_word && !add_cases(r, place, wi_buf_str(&r->norm))) {
    return false;
  }
  if (!add_joined(r, place)) {
    return false;
  }
  wi_buf_clear(&r->last);
  r->last_place = place;
  return checked(r, wi_buf_append(&r->last, wi_buf_str(&r->norm)));
}

/* The part of a word with hyphens that begins at *at, which then is behind it; empty at the end. */
static wi_str next_part(wi_str norm, size_t *at) {
  while (*at < norm.len && norm.ptr[*at] == '-') {
    (*at)++;
  }
  const size_t start = *at;
  while (*at < norm.len && norm.ptr[*at] != '-') {
    (*at)++;
  }
  return wi_str_slice(norm, start, *at);
}

/* Each part, found by itself or in the whole. */
static bool add_parts(reading *r, wi_str whole) {
  const wi_str norm = wi_buf_str(&r->norm);
  wi_query_reading row = {.width = 0};
  for (size_t at = 0; next_part(norm, &at).len > 0;) {
    row.width++;
  }
  size_t at = 0;
  for (wi_str part = next_part(norm, &at); part.len > 0; part = next_part(norm, &at)) {
    if (!add_term(r, part, &row.place) || !add_cases(r, row.place, part) ||
        !add_reading(r, row, whole)) {
      return false;
    }
    row.width = 0;
  }
  return true;
}

static bool add_unit(reading *r, const wi_unit *unit) {
  const wi_str term = wi_document_term_text(r->part, unit->term);
  wi_buf_clear(&r->norm);
  if (!wi_fold(&r->norm, wi_str_slice(r->part->title, unit->start, unit->end))) {
    return checked(r, false);
  }
  if (unit->type != WARTA_TOKEN_HYPHENATED) {
    return add_plain(r, unit, term);
  }
  wi_buf_clear(&r->last);
  return add_parts(r, term);
}

/* "Saya stres. Harga turun." may be quoted as a whole. */
static bool ends_sentence(const reading *r, const wi_unit *unit) {
  return unit->end == unit->start + 1 && memchr(".!?", r->part->title.ptr[unit->start], 3) != NULL;
}

/* A content unit, behind the end of a sentence or not. */
static bool add_next(reading *r, const wi_unit *unit, bool begins_sentence) {
  const size_t start = r->query->phrase_length;
  if (!add_unit(r, unit)) {
    return false;
  }
  if (begins_sentence && r->query->phrase_length > start) {
    r->query->phrases[start] |= WI_SENTENCE_BEGINS;
  }
  return true;
}

/* A phrase of stop words alone is none. */
static bool add_part(reading *r) {
  wi_query *query = r->query;
  const size_t start = query->phrase_length;
  if (r->is_phrase && !grow_phrase(query, 0)) {
    return checked(r, false);
  }
  wi_buf_clear(&r->last);
  bool begins_sentence = false;
  for (size_t i = 0; i < r->part->title_unit_count; i++) {
    const wi_unit *unit = &r->part->title_units[i];
    if (!is_content(unit)) {
      begins_sentence = begins_sentence || ends_sentence(r, unit);
      wi_buf_clear(&r->last);
      continue;
    }
    if (!add_next(r, unit, begins_sentence)) {
      return false;
    }
    begins_sentence = false;
  }
  const size_t length = query->phrase_length - start;
  if (length == 1) {
    query->phrase_length = start;
  } else if (length > 1) {
    query->phrases[start] = (uint32_t)length - 1;
  }
  return true;
}

/* Read as a headline: no line of a query is a byline or a share bar. */
static bool read_part(reading *r, wi_str text, warta_status *status, warta_error *error) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  options.title = (warta_text){text.ptr, text.len};
  *status = r->part == NULL ? warta_document_analyze(&r->part, r->session, "", 0, &options, error)
                            : warta_document_renew(r->part, r->session, "", 0, &options, error);
  return *status == WARTA_OK && add_part(r);
}

static bool read_parts(reading *r, wi_str text, warta_status *status, warta_error *error) {
  wi_str rest = text;
  wi_str phrase = {NULL, 0};
  bool is_done = read_part(r, text, status, error);
  r->is_phrase = true;
  while (is_done && cut_phrase(&rest, &phrase)) {
    is_done = read_part(r, phrase, status, error);
  }
  return is_done;
}

static int by_place(const void *left, const void *right) {
  const wi_query_reading *a = left;
  const wi_query_reading *b = right;
  if (a->place != b->place) {
    return a->place < b->place ? -1 : 1;
  }
  if (a->number != b->number) {
    return a->number < b->number ? -1 : 1;
  }
  return (a->width > b->width) - (a->width < b->width);
}

/* The readings of each term together, each once. */
static void sort_readings(wi_query *query, uint32_t articles) {
  size_t kept = 0;
  if (query->reading_count > 1) {
    qsort(query->readings, query->reading_count, sizeof *query->readings, by_place);
  }
  for (size_t i = 0; i < query->reading_count; i++) {
    const wi_query_reading row = query->readings[i];
    if (kept > 0 && by_place(&query->readings[kept - 1], &row) == 0) {
      continue;
    }
    wi_query_term *term = &query->terms[row.place];
    const bool is_counted =
        term->reading_count > 0 && query->readings[kept - 1].number == row.number;
    term->first = term->reading_count++ == 0 ? kept : term->first;
    term->df += is_counted ? 0 : row.df;
    term->df = term->df < articles ? term->df : articles;
    query->readings[kept++] = row;
  }
  query->reading_count = kept;
}

/* The width of the reading, or UINT32_MAX if the term has none of that number; the widest that is
 * not over the most. */
static uint32_t width_of(const wi_query *query, uint32_t element, uint32_t number, uint32_t most) {
  const wi_query_term *term = &query->terms[wi_phrase_place(element)];
  uint32_t width = UINT32_MAX;
  for (size_t i = term->first; i < term->first + term->reading_count; i++) {
    const wi_query_reading *row = &query->readings[i];
    if (row->number == number && row->width <= most) {
      width = row->width; /* they are sorted */
    }
  }
  return width;
}

uint32_t wi_query_take(const wi_query *query, uint32_t number, const uint32_t *phrase,
                       uint32_t length) {
  const uint32_t width = width_of(query, phrase[0], number, length);
  if (width == UINT32_MAX) {
    return 0;
  }
  for (uint32_t i = 1; i < width; i++) {
    if (width_of(query, phrase[i], number, 0) != 0) {
      return 0;
    }
  }
  return width;
}

bool wi_query_read(wi_query *query, warta_archive *archive, warta_session *session, wi_str text,
                   warta_status *status, warta_error *error) {
  reading r = {.query = query, .archive = archive, .session = session};
  *query = (wi_query){.words = wi_strmap_make()};
  r.norm = r.last = r.text = wi_buf_make(SIZE_MAX / 2);
  const bool is_done = read_parts(&r, text, status, error);
  warta_document_free(r.part);
  wi_buf_free(&r.norm);
  wi_buf_free(&r.last);
  wi_buf_free(&r.text);
  if (is_done) {
    sort_readings(query, archive->counts.articles);
  }
  return is_done;
}
