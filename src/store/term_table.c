/* Numbers and document frequencies of terms, and the articles that come and go with them. */
#include <string.h>

#include "archive_data.h"
#include "mem.h"

/* Terms that were looked up are kept, up to so many; then all are forgotten and it begins anew. */
enum { KNOWN_SLOTS = 1 << 16, KNOWN_MOST = KNOWN_SLOTS / 2 };

bool wi_archive_find_term(warta_archive *archive, wi_str text, wi_known_count *out) {
  *out = (wi_known_count){0, 0, 0};
  wi_statement *find = wi_sql_use(archive->db, WI_SQL_TERM_BY_TEXT);
  wi_sql_text(find, 1, text);
  const wi_step step = wi_sql_step(find);
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE;
  }
  const int64_t term = wi_sql_column_number(find, 0);
  const int64_t df = wi_sql_column_number(find, 1);
  const int64_t in_long_forms = wi_sql_column_number(find, 2);
  wi_sql_end(find);
  if (term < 1 || term >= archive->counts.next_term || df < 0 || df > archive->counts.articles ||
      in_long_forms < 0 || in_long_forms > archive->counts.articles) {
    return wi_db_damaged(archive->db, "terms");
  }
  *out = (wi_known_count){(uint32_t)term, (uint32_t)df, (uint32_t)in_long_forms};
  return true;
}

void wi_archive_forget_terms(warta_archive *archive) {
  archive->has_drift = false;
  if (archive->looked_up.count > 0) {
    wi_strmap_reset(&archive->looked_up);
  }
  if (archive->known_count > 0) {
    wi_mem_free(archive->known);
    archive->known = NULL;
    archive->known_count = 0;
    wi_arena_reset(&archive->known_texts);
  }
}

bool wi_archive_look_up_term(warta_archive *archive, wi_str text, wi_known_count *out) {
  uint32_t id = wi_strmap_find(&archive->looked_up, text);
  if (id != WI_STRMAP_NONE) {
    *out = archive->looked_up_counts[id];
    return true;
  }
  if (!wi_archive_find_term(archive, text, out)) {
    return false;
  }
  if (archive->looked_up.count >= KNOWN_MOST) {
    wi_strmap_reset(&archive->looked_up);
  }
  if (!wi_mem_grow(&archive->looked_up_counts, &archive->looked_up_capacity,
                   archive->looked_up.count, sizeof *archive->looked_up_counts) ||
      !wi_strmap_add(&archive->looked_up, text, &id)) {
    return wi_db_no_memory(archive->db);
  }
  archive->looked_up_counts[id] = *out;
  return true;
}

/* Linear probing. Numbers of terms are dense, so they spread by themselves. */
static wi_known_term *find_slot(const warta_archive *archive, uint32_t number) {
  size_t slot = number & (KNOWN_SLOTS - 1);
  while (archive->known[slot].number != 0 && archive->known[slot].number != number) {
    slot = (slot + 1) & (KNOWN_SLOTS - 1);
  }
  return &archive->known[slot];
}

static bool make_room(warta_archive *archive) {
  if (archive->known == NULL) {
    archive->known = wi_mem_new(KNOWN_SLOTS, sizeof *archive->known);
    archive->known_count = 0;
  } else if (archive->known_count >= KNOWN_MOST) {
    memset(archive->known, 0, KNOWN_SLOTS * sizeof *archive->known);
    archive->known_count = 0;
    wi_arena_reset(&archive->known_texts);
  }
  return archive->known != NULL || wi_db_no_memory(archive->db);
}

static bool look_up(warta_archive *archive, uint32_t number, wi_known_term *slot) {
  wi_statement *get = wi_sql_use(archive->db, WI_SQL_TERM_GET);
  wi_sql_number(get, 1, number);
  const wi_step step = wi_sql_step(get);
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE && wi_db_damaged(archive->db, "a term of an article is missing");
  }
  const wi_str text = wi_arena_copy(&archive->known_texts, wi_sql_column(get, 0));
  const int64_t df = wi_sql_column_number(get, 1);
  wi_sql_end(get);
  if (text.ptr == NULL) {
    return wi_db_no_memory(archive->db);
  }
  if (df < 0 || df > archive->counts.articles || text.len == 0) {
    return wi_db_damaged(archive->db, "terms");
  }
  *slot = (wi_known_term){number, (uint32_t)df, text};
  archive->known_count++;
  return true;
}

bool wi_archive_term(warta_archive *archive, uint32_t number, wi_str *text, uint32_t *df) {
  if (!make_room(archive)) {
    return false;
  }
  wi_known_term *slot = find_slot(archive, number);
  if (slot->number == 0 && !look_up(archive, number, slot)) {
    return false;
  }
  *text = slot->text;
  *df = slot->df;
  return true;
}

bool wi_archive_find_article(warta_archive *archive, wi_str id, uint32_t *number) {
  *number = 0;
  wi_statement *find = wi_sql_use(archive->db, WI_SQL_ARTICLE_BY_ID);
  wi_sql_text(find, 1, id);
  const wi_step step = wi_sql_step(find);
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE;
  }
  const int64_t value = wi_sql_column_number(find, 0);
  wi_sql_end(find);
  if (value < 1 || value >= archive->counts.next_article) {
    return wi_db_damaged(archive->db, "articles");
  }
  *number = (uint32_t)value;
  return true;
}

bool wi_archive_read_record(warta_archive *archive, uint32_t number, bool *is_there) {
  wi_statement *get = wi_sql_use(archive->db, WI_SQL_RECORD_GET);
  wi_sql_number(get, 1, number);
  const wi_step step = wi_sql_step(get);
  *is_there = step == WI_STEP_ROW;
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE;
  }
  const wi_read_result result = wi_record_read(&archive->record, wi_sql_column(get, 0));
  wi_sql_end(get);
  if (result == WI_READ_NO_MEMORY) {
    return wi_db_no_memory(archive->db);
  }
  return result == WI_READ_DONE || wi_db_damaged(archive->db, "the record of an article");
}

static bool delete_row(warta_archive *archive, wi_sql which, uint32_t number) {
  wi_statement *drop = wi_sql_use(archive->db, which);
  wi_sql_number(drop, 1, number);
  return wi_sql_run(drop);
}

bool wi_archive_count_term(warta_archive *archive, uint32_t number, int64_t more,
                           int64_t more_in_long_forms) {
  wi_statement *count = wi_sql_use(archive->db, WI_SQL_TERM_COUNT);
  wi_sql_number(count, 1, number);
  wi_sql_number(count, 2, more);
  wi_sql_number(count, 3, more_in_long_forms);
  return wi_sql_run(count);
}

static bool uncount_terms(warta_archive *archive) {
  const wi_record *record = &archive->record;
  bool is_done = true;
  for (size_t i = 0; i < record->term_count && is_done; i++) {
    is_done = wi_archive_count_term(archive, record->terms[i], -1, 0);
  }
  for (size_t i = 0; i < record->long_forms.word_count && is_done; i++) {
    is_done = wi_archive_count_term(archive, record->long_forms.words[i], 0, -1);
  }
  return is_done;
}

/* Its postings stay until their segment is merged: the lengths tell that it is gone. */
bool wi_archive_remove(warta_archive *archive, uint32_t number) {
  bool is_there = false;
  if (!wi_archive_read_record(archive, number, &is_there) || !wi_archive_load_lengths(archive)) {
    return false;
  }
  if (!is_there || number >= archive->length_count || !archive->lengths[number].is_live) {
    return wi_db_damaged(archive->db, "an article without its record");
  }
  const wi_record *record = &archive->record;
  archive->lengths[number].is_live = 0;
  archive->counts.articles--;
  archive->counts.body_units -= record->unit_count - record->title_count;
  archive->counts.title_units -= record->title_count;
  return uncount_terms(archive) && wi_archive_store_lengths(archive, number, number) &&
         delete_row(archive, WI_SQL_SEGMENT_DEAD, number) &&
         delete_row(archive, WI_SQL_ARTICLE_DELETE, number) &&
         delete_row(archive, WI_SQL_TEXT_DELETE, number) &&
         delete_row(archive, WI_SQL_RECORD_DELETE, number);
}
