#include "query.h"

#include <string.h>

#include "document_data.h"
#include "mem.h"
#include "status.h"

enum { PHRASES_MOST = 16 };

void wi_query_free(wi_query *query) {
  for (size_t i = 0; i < query->part_count; i++) {
    warta_document_free(query->parts[i]);
  }
  wi_mem_free(query->parts);
  wi_mem_free(query->terms);
  wi_mem_free(query->order);
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

/* Read as a headline: no line of a query is a byline or a share bar. */
static bool analyze_part(wi_query *query, warta_session *session, wi_str text, warta_status *status,
                         warta_error *error) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  options.title = (warta_text){text.ptr, text.len};
  *status =
      warta_document_analyze(&query->parts[query->part_count], session, "", 0, &options, error);
  query->part_count += *status == WARTA_OK;
  return *status == WARTA_OK;
}

static bool analyze_parts(wi_query *query, warta_session *session, wi_str text,
                          warta_status *status, warta_error *error) {
  wi_str rest = text;
  wi_str phrase = {NULL, 0};
  if (!analyze_part(query, session, text, status, error)) {
    return false;
  }
  while (query->part_count <= PHRASES_MOST && cut_phrase(&rest, &phrase)) {
    if (!analyze_part(query, session, phrase, status, error)) {
      return false;
    }
  }
  return true;
}

static bool is_content(const wi_unit *unit) {
  return unit->term != WI_NO_TERM && unit->stop == WARTA_STOP_NONE;
}

/* The term's place in the query's list. */
static bool add_term(wi_query *query, warta_archive *archive, wi_str text, uint32_t *place) {
  for (uint32_t i = 0; i < query->term_count; i++) {
    if (wi_str_equal(query->terms[i].text, text)) {
      *place = i;
      return true;
    }
  }
  wi_query_term *term = &query->terms[query->term_count];
  *term = (wi_query_term){text, 0, 0, 0};
  *place = (uint32_t)query->term_count++;
  return wi_archive_find_term(archive, text, &term->number, &term->df);
}

static bool number_terms(wi_query *query, warta_archive *archive) {
  size_t phrase_at = 0;
  for (size_t p = 0; p < query->part_count; p++) {
    const warta_document *part = query->parts[p];
    const size_t count_at = query->phrase_length;
    if (p > 0) {
      query->phrase_length++;
    }
    for (size_t i = 0; i < part->title_unit_count; i++) {
      uint32_t place = 0;
      if (!is_content(&part->title_units[i])) {
        continue;
      }
      if (!add_term(query, archive, wi_document_term_text(part, part->title_units[i].term),
                    &place)) {
        return false;
      }
      if (p == 0) {
        query->terms[place].count++;
        query->order[query->order_count++] = place;
      } else {
        query->phrases[query->phrase_length++] = place;
      }
    }
    phrase_at = query->phrase_length - count_at;
    if (p > 0 && phrase_at == 1) {
      query->phrase_length--; /* nothing but stop words */
    } else if (p > 0) {
      query->phrases[count_at] = (uint32_t)phrase_at - 1;
    }
  }
  return true;
}

bool wi_query_read(wi_query *query, warta_archive *archive, warta_session *session, wi_str text,
                   warta_status *status, warta_error *error) {
  *query = (wi_query){0};
  *status = WARTA_OK;
  query->parts = wi_mem_new(PHRASES_MOST + 1, sizeof(warta_document *));
  if (query->parts == NULL) {
    return wi_db_no_memory(archive->db);
  }
  if (!analyze_parts(query, session, text, status, error)) {
    return false;
  }
  size_t units = 0;
  for (size_t i = 0; i < query->part_count; i++) {
    units += query->parts[i]->title_unit_count + 1;
  }
  query->terms = wi_mem_new(units, sizeof *query->terms);
  query->order = wi_mem_new(units, sizeof *query->order);
  query->phrases = wi_mem_new(units, sizeof *query->phrases);
  if (query->terms == NULL || query->order == NULL || query->phrases == NULL) {
    return wi_db_no_memory(archive->db);
  }
  return number_terms(query, archive);
}
