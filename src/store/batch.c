/* Writes the articles of a batch in one short transaction. */
#include <stdlib.h>
#include <string.h>

#include "archive_data.h"
#include "mem.h"
#include "norms.h"

/* What is made of the batch while it is written. */
typedef struct writing {
  wi_epoch epoch;
  uint32_t *numbers; /* in the archive, by number in the batch's vocabulary */
  uint32_t *counts; /* articles of the batch that have it */
  uint32_t *long_counts; /* those that have it in a long form */
  wi_record_count *places; /* scratch of one article: its terms, then the words of long forms */
  wi_posting *postings;
  size_t posting_count;
  wi_posting *shingles;
  size_t shingle_count;
} writing;

static void free_writing(writing *w) {
  wi_epoch_free(&w->epoch);
  wi_mem_free(w->numbers);
  wi_mem_free(w->counts);
  wi_mem_free(w->long_counts);
  wi_mem_free(w->places);
  wi_mem_free(w->postings);
  wi_mem_free(w->shingles);
}

static bool open_writing(writing *w, const wi_batch *batch) {
  size_t postings = 0;
  size_t shingles = 0;
  size_t longest = 0;
  for (size_t i = 0; i < batch->count; i++) {
    const wi_record *record = &batch->drafts[i].record;
    const size_t own = record->term_count + record->long_forms.word_count;
    postings += own;
    shingles += batch->drafts[i].shingle_count;
    longest = own > longest ? own : longest;
  }
  w->numbers = wi_mem_new(batch->terms.count, sizeof *w->numbers);
  w->counts = wi_mem_new(batch->terms.count, sizeof *w->counts);
  w->long_counts = wi_mem_new(batch->terms.count, sizeof *w->long_counts);
  w->places = wi_mem_new(longest, sizeof *w->places);
  w->postings = wi_mem_new(postings, sizeof *w->postings);
  w->shingles = wi_mem_new(shingles, sizeof *w->shingles);
  return w->numbers != NULL && w->counts != NULL && w->long_counts != NULL && w->places != NULL &&
         w->postings != NULL && w->shingles != NULL;
}

static bool write_term(warta_archive *archive, writing *w, uint32_t id) {
  const wi_str text = wi_strmap_key(&archive->batch.terms, id);
  wi_known_count known;
  if (!wi_archive_find_term(archive, text, &known)) {
    return false;
  }
  w->numbers[id] = known.number;
  if (known.number != 0) {
    return wi_archive_count_term(archive, known.number, w->counts[id], w->long_counts[id]);
  }
  if (archive->counts.next_term >= WI_TERM_MOST) {
    return wi_db_limit(archive->db, "terms");
  }
  w->numbers[id] = archive->counts.next_term++;
  wi_statement *add = wi_sql_use(archive->db, WI_SQL_TERM_ADD);
  wi_sql_number(add, 1, w->numbers[id]);
  wi_sql_text(add, 2, text);
  wi_sql_number(add, 3, w->counts[id]);
  wi_sql_number(add, 4, w->long_counts[id]);
  return wi_sql_run(add);
}

static void count_record(writing *w, const wi_record *record) {
  for (size_t i = 0; i < record->term_count; i++) {
    w->counts[record->terms[i]]++;
  }
  for (size_t i = 0; i < record->long_forms.word_count; i++) {
    w->long_counts[record->long_forms.words[i]]++;
  }
}

static bool write_terms(warta_archive *archive, writing *w) {
  const wi_batch *batch = &archive->batch;
  for (size_t i = 0; i < batch->count; i++) {
    if (!batch->drafts[i].is_replaced) {
      count_record(w, &batch->drafts[i].record);
    }
  }
  for (uint32_t id = 0; id < batch->terms.count; id++) {
    if (w->counts[id] + w->long_counts[id] > 0 && !write_term(archive, w, id)) {
      return false;
    }
  }
  return true;
}

static wi_str view_of(warta_text text) {
  return (wi_str){text.text, text.len};
}

static bool write_names(warta_archive *archive, const wi_draft *draft, uint32_t number) {
  wi_statement *add = wi_sql_use(archive->db, WI_SQL_ARTICLE_ADD);
  wi_sql_number(add, 1, number);
  wi_sql_text(add, 2, view_of(draft->article.id));
  wi_sql_text(add, 3, view_of(draft->article.title));
  wi_sql_text(add, 4, view_of(draft->article.date));
  wi_sql_text(add, 5, view_of(draft->article.source));
  wi_sql_number(add, 6, draft->record.words);
  if (!wi_sql_run(add)) {
    return false;
  }
  if (!archive->keeps_text) {
    return true;
  }
  const warta_text text = draft->article.text;
  add = wi_sql_use(archive->db, WI_SQL_TEXT_ADD);
  wi_sql_number(add, 1, number);
  wi_sql_text(add, 2, text.text == NULL ? WI_STR("") : view_of(text));
  return wi_sql_run(add);
}

static bool write_record(warta_archive *archive, const wi_record *record, uint32_t number) {
  wi_buf_clear(&archive->bytes);
  if (!wi_record_write(&archive->bytes, record)) {
    return wi_db_no_memory(archive->db);
  }
  wi_statement *add = wi_sql_use(archive->db, WI_SQL_RECORD_ADD);
  wi_sql_number(add, 1, number);
  wi_sql_bytes(add, 2, wi_buf_str(&archive->bytes));
  return wi_sql_run(add);
}

static void note_postings(writing *w, const wi_draft *draft, uint32_t number) {
  const wi_record *record = &draft->record;
  const wi_long_forms *forms = &record->long_forms;
  wi_record_count *const of_words = w->places + record->term_count;
  wi_record_count_terms(record, w->places);
  wi_record_count_long_words(record, w->places, of_words);
  for (size_t i = 0; i < record->term_count; i++) {
    const uint64_t key = wi_term_key(record->terms[i], WI_TERM_STANDS);
    w->postings[w->posting_count++] = (wi_posting){key, number, w->places[i], 0};
  }
  for (size_t i = 0; i < forms->word_count; i++) {
    const uint64_t key = wi_term_key(forms->words[i], WI_TERM_IN_LONG_FORM);
    w->postings[w->posting_count++] = (wi_posting){key, number, of_words[i], 0};
  }
  for (size_t i = 0; i < draft->shingle_count; i++) {
    w->shingles[w->shingle_count++] =
        (wi_posting){wi_shingle_key(draft->shingles[i]), number, {{0, 0, 0, 0}}, 0};
  }
}

static void note_length(warta_archive *archive, const writing *w, const wi_record *record,
                        uint32_t number) {
  const size_t body = record->unit_count - record->title_count;
  wi_length *length = &archive->lengths[number];
  length->body = body > UINT16_MAX ? UINT16_MAX : (uint16_t)body;
  length->title = record->title_count > UINT8_MAX ? UINT8_MAX : (uint8_t)record->title_count;
  length->is_live = 1;
  wi_epoch_norms(&w->epoch, record, w->places, length->norms);
  archive->counts.articles++;
  archive->counts.body_units += body;
  archive->counts.title_units += record->title_count;
}

/* Room for the lengths of the batch behind those of all articles. */
static bool extend_lengths(warta_archive *archive, size_t more) {
  if (!wi_archive_load_lengths(archive)) {
    return false;
  }
  const size_t count = (size_t)archive->counts.next_article + more;
  wi_length *larger = wi_mem_resize(archive->lengths, count, sizeof *larger);
  if (larger == NULL) {
    return wi_db_no_memory(archive->db);
  }
  memset(larger + archive->length_count, 0, (count - archive->length_count) * sizeof *larger);
  archive->lengths = larger;
  archive->length_count = count;
  return true;
}

/* From the batch's numbers to the archive's. */
static void number_terms(wi_record *record, const uint32_t *numbers) {
  for (size_t i = 0; i < record->term_count; i++) {
    record->terms[i] = numbers[record->terms[i]];
  }
  for (size_t i = 0; i < record->long_forms.word_count; i++) {
    record->long_forms.words[i] = numbers[record->long_forms.words[i]];
  }
}

static bool write_articles(warta_archive *archive, writing *w) {
  wi_batch *batch = &archive->batch;
  for (size_t i = 0; i < batch->count; i++) {
    wi_draft *draft = &batch->drafts[i];
    uint32_t old = 0;
    if (draft->is_replaced) {
      continue;
    }
    if (!wi_archive_find_article(archive, view_of(draft->article.id), &old) ||
        (old != 0 && !wi_archive_remove(archive, old))) {
      return false;
    }
    const uint32_t number = archive->counts.next_article++;
    number_terms(&draft->record, w->numbers);
    note_postings(w, draft, number);
    note_length(archive, w, &draft->record, number);
    if (!write_names(archive, draft, number) || !write_record(archive, &draft->record, number)) {
      return false;
    }
  }
  return true;
}

static int by_key(const void *left, const void *right) {
  const wi_posting *a = left;
  const wi_posting *b = right;
  if (a->key != b->key) {
    return a->key < b->key ? -1 : 1;
  }
  return (a->article > b->article) - (a->article < b->article);
}

static void sort_postings(wi_posting *postings, size_t count) {
  if (count > 1) {
    qsort(postings, count, sizeof *postings, by_key);
  }
}

static bool write_postings(warta_archive *archive, const writing *w, const wi_segment *segment) {
  wi_run_writer *writer = wi_mem_new(1, sizeof *writer);
  if (writer == NULL) {
    return wi_db_no_memory(archive->db);
  }
  wi_run_begin(writer, archive->db, WI_RUN_POSTINGS, segment);
  bool is_done = true;
  for (size_t i = 0; i < w->posting_count && is_done; i++) {
    is_done = wi_run_add(writer, &w->postings[i]);
  }
  is_done = is_done && wi_run_finish(writer);
  wi_mem_free(writer);
  return is_done;
}

/* Each article once for a key, and of each key the last articles only. */
static bool write_shingles(warta_archive *archive, const writing *w, const wi_segment *segment) {
  wi_run_writer *writer = wi_mem_new(1, sizeof *writer);
  if (writer == NULL) {
    return wi_db_no_memory(archive->db);
  }
  wi_run_begin(writer, archive->db, WI_RUN_SHINGLES, segment);
  bool is_done = true;
  for (size_t i = 0; i < w->shingle_count && is_done; i++) {
    const wi_posting *posting = &w->shingles[i];
    const size_t far = i + WI_SHINGLE_ARTICLES;
    const bool is_double = i > 0 && by_key(posting, posting - 1) == 0;
    const bool is_many = far < w->shingle_count && w->shingles[far].key == posting->key;
    is_done = is_double || is_many || wi_run_add(writer, posting);
  }
  is_done = is_done && wi_run_finish(writer);
  wi_mem_free(writer);
  return is_done;
}

static bool write_segment(warta_archive *archive, writing *w, uint32_t first) {
  const wi_segment segment = {archive->counts.next_segment, first, archive->counts.next_article - 1,
                              0};
  if (segment.number >= WI_SEGMENT_MOST) {
    return wi_db_limit(archive->db, "segments");
  }
  archive->counts.next_segment++;
  sort_postings(w->postings, w->posting_count);
  sort_postings(w->shingles, w->shingle_count);
  wi_statement *add = wi_sql_use(archive->db, WI_SQL_SEGMENT_ADD);
  wi_sql_number(add, 1, segment.number);
  wi_sql_number(add, 2, segment.first);
  wi_sql_number(add, 3, segment.last);
  wi_sql_number(add, 4, 0);
  return wi_sql_run(add) && write_postings(archive, w, &segment) &&
         write_shingles(archive, w, &segment);
}

bool wi_batch_write(warta_archive *archive) {
  writing w = {0};
  const uint32_t first = archive->counts.next_article;
  const wi_batch *batch = &archive->batch;
  if (batch->count > UINT32_MAX / 2 || first > UINT32_MAX / 2) {
    return wi_db_limit(archive->db, "articles");
  }
  bool is_done = open_writing(&w, batch) || wi_db_no_memory(archive->db);
  is_done = is_done && wi_epoch_load(archive, &w.epoch) && extend_lengths(archive, batch->count) &&
            write_terms(archive, &w) && write_articles(archive, &w) &&
            write_segment(archive, &w, first) &&
            wi_archive_store_lengths(archive, first, archive->counts.next_article - 1) &&
            wi_merge_segments(archive) && wi_norms_renew(archive, &w.epoch);
  free_writing(&w);
  wi_archive_forget_terms(archive);
  return is_done;
}
