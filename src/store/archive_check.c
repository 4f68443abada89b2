/* A check of everything: pages, structure, and each table against the records of the articles. */
#include <stdio.h>
#include <string.h>

#include "archive_data.h"
#include "mem.h"
#include "norms.h"
#include "shingle_check.h"
#include "status.h"

enum { LINE_BYTES = 200, FAULTS_TOLD = 100 };

typedef struct checking {
  warta_archive *archive;
  warta_fault_fn fn;
  void *payload;
  size_t faults;
  uint32_t *df[2]; /* by term, of each wi_term_use, counted from the records */
  uint64_t *sums; /* by article: what its record says of its postings */
  wi_shingle_check shingles;
  uint64_t body_units;
  uint64_t title_units;
  uint32_t articles;
  wi_epoch epoch;
} checking;

static void tell(checking *c, const char *what, uint64_t number) {
  char line[LINE_BYTES];
  c->faults++;
  if (c->faults > FAULTS_TOLD) {
    return;
  }
  snprintf(line, sizeof line, "%s %llu", what, (unsigned long long)number);
  c->fn(c->payload, line);
}

/* Order does not matter, and nothing may be missing or double: a sum of scattered parts. */
static uint64_t part_of(uint64_t term, const wi_record_count *count) {
  uint64_t x = term;
  for (int i = 0; i < WARTA_FIELD_COUNT; i++) {
    x = (x + count->in[i] + 1) * UINT64_C(0x9E3779B97F4A7C15);
    x ^= x >> 32;
  }
  x = (x ^ x >> 31) * UINT64_C(0xBF58476D1CE4E5B9);
  return x ^ x >> 29;
}

/* SQLite tells a page that could not be read as a fault of the file; it is one of the disk. */
static bool check_integrity(checking *c) {
  const size_t failures = wi_db_read_failures(c->archive->db);
  wi_statement *lines = wi_sql_use(c->archive->db, WI_SQL_INTEGRITY);
  wi_step step = wi_sql_step(lines);
  for (; step == WI_STEP_ROW; step = wi_sql_step(lines)) {
    const wi_str text = wi_sql_column(lines, 0);
    char line[LINE_BYTES];
    if (wi_str_equal(text, WI_STR("ok"))) {
      continue;
    }
    if (wi_db_read_failures(c->archive->db) != failures) {
      wi_sql_end(lines);
      return wi_db_unreadable(c->archive->db);
    }
    const size_t kept = text.len < sizeof line ? text.len : sizeof line - 1;
    memcpy(line, text.ptr, kept);
    line[kept] = '\0';
    c->faults++;
    c->fn(c->payload, line);
  }
  return step == WI_STEP_DONE;
}

/* Both were made by the same steps, so in no bit. */
static bool differs(float a, float b) {
  return a < b || a > b;
}

/* The terms of a record. */
typedef struct expected {
  wi_term_use use;
  const uint32_t *terms;
  const wi_record_count *counts;
  size_t count;
} expected;

/* False: no such term. */
static bool expect(checking *c, uint32_t number, const expected *rows) {
  for (size_t i = 0; i < rows->count; i++) {
    if (rows->terms[i] >= c->archive->counts.next_term) {
      return false;
    }
    c->df[rows->use][rows->terms[i]]++;
    c->sums[number] += part_of(wi_term_key(rows->terms[i], rows->use), &rows->counts[i]);
  }
  return true;
}

static bool count_record(checking *c, uint32_t number, wi_record_count **places, size_t *room) {
  const wi_record *record = &c->archive->record;
  const size_t words = record->long_forms.word_count;
  if (*places == NULL || record->term_count + words > *room) {
    wi_mem_free(*places);
    *room = record->term_count + words;
    *places = wi_mem_new(*room, sizeof **places);
    if (*places == NULL) {
      return wi_db_no_memory(c->archive->db);
    }
  }
  wi_record_count *const of_words = *places + record->term_count;
  wi_record_count_terms(record, *places);
  wi_record_count_long_words(record, *places, of_words);
  const expected standing = {WI_TERM_STANDS, record->terms, *places, record->term_count};
  const expected in_forms = {WI_TERM_IN_LONG_FORM, record->long_forms.words, of_words, words};
  if (!expect(c, number, &standing) || !expect(c, number, &in_forms)) {
    return wi_db_damaged(c->archive->db, "the record of an article");
  }
  const wi_length *length = &c->archive->lengths[number];
  float norms[WI_PARTS];
  wi_epoch_norms(&c->epoch, record, *places, norms);
  if (differs(norms[0], length->norms[0]) || differs(norms[1], length->norms[1])) {
    tell(c, "wrong norm of article", number);
  }
  const size_t body = record->unit_count - record->title_count;
  c->body_units += body;
  c->title_units += record->title_count;
  if (!length->is_live || length->body != (body > UINT16_MAX ? UINT16_MAX : body) ||
      length->title != (record->title_count > UINT8_MAX ? UINT8_MAX : record->title_count)) {
    tell(c, "wrong length of article", number);
  }
  return true;
}

/* Every article has names, a record, and a text if texts are kept. */
static bool check_articles(checking *c) {
  wi_record_count *places = NULL;
  size_t room = 0;
  wi_statement *all = wi_sql_use(c->archive->db, WI_SQL_ARTICLE_NEXT);
  wi_sql_number(all, 1, 0);
  wi_step step = wi_sql_step(all);
  bool is_done = step != WI_STEP_FAILED;
  for (; step == WI_STEP_ROW && is_done; step = is_done ? wi_sql_step(all) : step) {
    const int64_t number = wi_sql_column_number(all, 0);
    bool is_there = false;
    if (number < 1 || number >= c->archive->counts.next_article) {
      is_done = wi_db_damaged(c->archive->db, "articles");
      break;
    }
    c->articles++;
    is_done = wi_archive_read_record(c->archive, (uint32_t)number, &is_there);
    if (is_done && !is_there) {
      tell(c, "no record of article", (uint64_t)number);
    } else if (is_done) {
      is_done = count_record(c, (uint32_t)number, &places, &room) &&
                wi_shingle_check_expect(&c->shingles, (uint32_t)number);
    }
  }
  wi_sql_end(all);
  wi_mem_free(places);
  return is_done && step == WI_STEP_DONE;
}

static bool check_counts(checking *c) {
  const wi_archive_counts *counts = &c->archive->counts;
  wi_statement *rows = wi_sql_use(c->archive->db, WI_SQL_COUNT_ROWS);
  if (wi_sql_step(rows) != WI_STEP_ROW) {
    return false;
  }
  const int64_t records = wi_sql_column_number(rows, 0);
  const int64_t texts = wi_sql_column_number(rows, 1);
  wi_sql_end(rows);
  const struct {
    const char *what;
    uint64_t have;
    uint64_t want;
  } rules[] = {{"wrong count of articles:", counts->articles, c->articles},
               {"wrong count of records:", (uint64_t)records, c->articles},
               {"wrong count of texts:", (uint64_t)texts, c->archive->keeps_text ? c->articles : 0},
               {"wrong sum of lengths:", counts->body_units, c->body_units},
               {"wrong sum of headlines' lengths:", counts->title_units, c->title_units}};
  for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
    if (rules[i].have != rules[i].want) {
      tell(c, rules[i].what, rules[i].have);
    }
  }
  for (uint32_t i = 1; i < counts->next_article; i++) {
    if (c->archive->lengths[i].is_live && c->sums[i] == 0 && c->archive->lengths[i].body > 0) {
      tell(c, "a length without its article", i);
    }
  }
  return true;
}

static bool check_terms(checking *c) {
  wi_statement *all = wi_sql_use(c->archive->db, WI_SQL_TERM_NEXT);
  wi_sql_number(all, 1, 0);
  wi_step step = wi_sql_step(all);
  uint32_t next = 1;
  for (; step == WI_STEP_ROW; step = wi_sql_step(all)) {
    const int64_t number = wi_sql_column_number(all, 0);
    const int64_t df = wi_sql_column_number(all, 2);
    const int64_t in_long_forms = wi_sql_column_number(all, 3);
    if (number != next || number >= c->archive->counts.next_term) {
      tell(c, "a term is missing before", (uint64_t)number);
    } else if (df != c->df[WI_TERM_STANDS][number] ||
               in_long_forms != c->df[WI_TERM_IN_LONG_FORM][number]) {
      tell(c, "wrong frequency of term", (uint64_t)number);
    }
    next = number >= 0 && number < UINT32_MAX ? (uint32_t)number + 1 : next + 1;
  }
  if (step == WI_STEP_DONE && next != c->archive->counts.next_term) {
    tell(c, "terms are missing behind", next);
  }
  return step == WI_STEP_DONE;
}

/* Takes each posting and shingle away from what the articles' records ask for. */
static bool check_run(checking *c, wi_run_cursor *cursor) {
  uint64_t last = 0;
  for (;;) {
    wi_posting posting;
    bool is_damaged = false;
    if (!wi_run_next(cursor)) {
      return false;
    }
    if (cursor->is_at_end) {
      return true;
    }
    if (cursor->key < last) {
      return wi_db_damaged(c->archive->db, "keys out of order");
    }
    last = cursor->key;
    while (wi_run_article(cursor, &posting, &is_damaged)) {
      if (!c->archive->lengths[posting.article].is_live) {
        continue;
      }
      if (cursor->kind == WI_RUN_SHINGLES) {
        wi_shingle_check_take(&c->shingles, posting.article, posting.key);
        continue;
      }
      const wi_record_count count =
          posting.code != 0 ? wi_run_count_of(posting.code) : posting.count;
      c->sums[posting.article] -= part_of(posting.key, &count);
    }
    if (is_damaged) {
      return false;
    }
  }
}

static bool check_segments(checking *c) {
  uint32_t next = 1;
  wi_run_cursor *cursor = wi_mem_new(1, sizeof *cursor);
  if (cursor == NULL) {
    return wi_db_no_memory(c->archive->db);
  }
  bool is_done = true;
  for (size_t i = 0; i < c->archive->segment_count && is_done; i++) {
    const wi_segment *segment = &c->archive->segments[i];
    if (segment->first != next) {
      tell(c, "articles without a segment before", segment->first);
    }
    next = segment->last + 1;
    wi_run_open(cursor, c->archive->db, WI_RUN_POSTINGS, segment);
    is_done = check_run(c, cursor);
    if (is_done) {
      wi_run_open(cursor, c->archive->db, WI_RUN_SHINGLES, segment);
      is_done = check_run(c, cursor) && wi_shingle_check_pardon(&c->shingles, segment);
    }
  }
  wi_mem_free(cursor);
  if (is_done && next != c->archive->counts.next_article) {
    tell(c, "articles without a segment behind", next);
  }
  for (uint32_t i = 1; i < c->archive->counts.next_article && is_done; i++) {
    if (c->sums[i] != 0) {
      tell(c, "postings are not those of article", i);
    }
    if (c->shingles.sums[i] != 0) {
      tell(c, "shingles are not those of article", i);
    }
  }
  return is_done;
}

warta_status warta_archive_check(warta_archive *archive, warta_fault_fn fn, void *payload,
                                 size_t *faults, warta_error *error) {
  checking c = {.archive = archive, .fn = fn, .payload = payload};
  *faults = 0;
  wi_status_clear(error);
  bool is_done = wi_archive_begin_read(archive) && check_integrity(&c);
  if (is_done) {
    c.df[0] = wi_mem_new(archive->counts.next_term, sizeof *c.df[0]);
    c.df[1] = wi_mem_new(archive->counts.next_term, sizeof *c.df[1]);
    c.sums = wi_mem_new(archive->counts.next_article, sizeof *c.sums);
    is_done =
        ((c.df[0] != NULL && c.df[1] != NULL && c.sums != NULL) || wi_db_no_memory(archive->db)) &&
        wi_shingle_check_open(&c.shingles, archive);
  }
  is_done = is_done && wi_epoch_load(archive, &c.epoch) && wi_archive_load_lengths(archive) &&
            check_articles(&c) && check_counts(&c) && check_terms(&c) && check_segments(&c);
  wi_epoch_free(&c.epoch);
  wi_mem_free(c.df[0]);
  wi_mem_free(c.df[1]);
  wi_mem_free(c.sums);
  wi_shingle_check_free(&c.shingles);
  *faults = c.faults;
  return is_done ? WARTA_OK : wi_archive_fail(archive, error);
}
