/* Merging of segments, so that there are few however many batches came. */
#include "archive_data.h"
#include "mem.h"

/* Eight neighbours of one size (a power of eight) become one: an article's postings are written
 * again once for each power, six times on the way to a million. */
enum { MERGE_WIDTH = 8 };

/* Where sizes are so mixed that no eight neighbours are alike: so many are allowed for each power.
 */
enum { SEGMENTS_A_LEVEL = 10 };

typedef struct merging {
  warta_archive *archive;
  wi_run_writer writer;
  wi_run_cursor cursors[MERGE_WIDTH];
  size_t count;
  uint32_t ring[WI_SHINGLE_ARTICLES]; /* the last articles of a shingle */
  size_t seen;
} merging;

static uint32_t count_live(const warta_archive *archive, const wi_segment *segment) {
  uint32_t live = 0;
  for (uint32_t i = segment->first; i <= segment->last; i++) {
    live += archive->lengths[i].is_live;
  }
  return live;
}

static unsigned level_of(uint32_t live) {
  unsigned level = 0;
  for (; live >= MERGE_WIDTH; live /= MERGE_WIDTH) {
    level++;
  }
  return level;
}

/* The articles of one entry that are still there. */
static bool take_entry(merging *m, wi_run_cursor *cursor) {
  wi_posting posting;
  bool is_damaged = false;
  while (wi_run_article(cursor, &posting, &is_damaged)) {
    if (!m->archive->lengths[posting.article].is_live) {
      continue;
    }
    if (cursor->kind == WI_RUN_SHINGLES) {
      m->ring[m->seen++ % WI_SHINGLE_ARTICLES] = posting.article;
      continue;
    }
    if (posting.code != 0) {
      posting.count = wi_run_count_of(posting.code);
    }
    if (!wi_run_add(&m->writer, &posting)) {
      return false;
    }
  }
  return !is_damaged;
}

static bool write_shingle(merging *m, uint64_t key) {
  const size_t first = m->seen > WI_SHINGLE_ARTICLES ? m->seen - WI_SHINGLE_ARTICLES : 0;
  for (size_t i = first; i < m->seen; i++) {
    const wi_posting posting = {key, m->ring[i % WI_SHINGLE_ARTICLES], {{0, 0, 0, 0}}, 0};
    if (!wi_run_add(&m->writer, &posting)) {
      return false;
    }
  }
  m->seen = 0;
  return true;
}

static bool find_least(const merging *m, uint64_t *key) {
  bool is_found = false;
  for (size_t i = 0; i < m->count; i++) {
    const wi_run_cursor *cursor = &m->cursors[i];
    if (!cursor->is_at_end && (!is_found || cursor->key < *key)) {
      *key = cursor->key;
      is_found = true;
    }
  }
  return is_found;
}

/* Segments come in order of articles, so each key's articles do as well. */
static bool merge_key(merging *m, uint64_t key) {
  for (size_t i = 0; i < m->count; i++) {
    wi_run_cursor *cursor = &m->cursors[i];
    while (!cursor->is_at_end && cursor->key == key) {
      if (!take_entry(m, cursor) || !wi_run_next(cursor)) {
        return false;
      }
    }
  }
  return write_shingle(m, key);
}

static bool merge_runs(merging *m, wi_run_kind kind, const wi_segment *from, const wi_segment *to) {
  uint64_t key = 0;
  wi_run_begin(&m->writer, m->archive->db, kind, to);
  for (size_t i = 0; i < m->count; i++) {
    wi_run_open(&m->cursors[i], m->archive->db, kind, &from[i]);
    if (!wi_run_next(&m->cursors[i])) {
      return false;
    }
  }
  while (find_least(m, &key)) {
    if (!merge_key(m, key)) {
      return false;
    }
  }
  return wi_run_finish(&m->writer);
}

static bool drop_segment(warta_archive *archive, uint32_t number) {
  wi_statement *drop = wi_sql_use(archive->db, WI_SQL_SEGMENT_DELETE);
  wi_sql_number(drop, 1, number);
  return wi_sql_run(drop) && wi_run_delete(archive->db, WI_RUN_POSTINGS, number) &&
         wi_run_delete(archive->db, WI_RUN_SHINGLES, number);
}

static bool add_segment(warta_archive *archive, const wi_segment *segment) {
  wi_statement *add = wi_sql_use(archive->db, WI_SQL_SEGMENT_ADD);
  wi_sql_number(add, 1, segment->number);
  wi_sql_number(add, 2, segment->first);
  wi_sql_number(add, 3, segment->last);
  wi_sql_number(add, 4, 0);
  return wi_sql_run(add);
}

/* Segments [first, first + count) to one. */
static bool merge(warta_archive *archive, size_t first, size_t count) {
  const wi_segment *from = archive->segments + first;
  const wi_segment to = {archive->counts.next_segment, from[0].first, from[count - 1].last, 0};
  if (to.number >= WI_SEGMENT_MOST) {
    return wi_db_limit(archive->db, "segments");
  }
  merging *m = wi_mem_new(1, sizeof *m);
  if (m == NULL) {
    return wi_db_no_memory(archive->db);
  }
  m->archive = archive;
  m->count = count;
  archive->counts.next_segment++;
  bool is_done =
      merge_runs(m, WI_RUN_POSTINGS, from, &to) && merge_runs(m, WI_RUN_SHINGLES, from, &to);
  wi_mem_free(m);
  for (size_t i = 0; i < count && is_done; i++) {
    is_done = drop_segment(archive, from[i].number);
  }
  return is_done && add_segment(archive, &to) && wi_archive_load_segments(archive);
}

/* Eight neighbours of one level; with too many segments, the eight neighbours with the fewest
 * articles; or one of which more is gone than is left. False: none. */
static bool choose(const warta_archive *archive, const uint32_t *live, size_t *first,
                   size_t *count) {
  uint32_t all = 0;
  size_t alike = 0;
  uint64_t sum = 0;
  uint64_t least = UINT64_MAX;
  for (size_t i = 0; i < archive->segment_count; i++) {
    alike = i > 0 && level_of(live[i]) == level_of(live[i - 1]) ? alike + 1 : 1;
    if (alike == MERGE_WIDTH) {
      *first = i + 1 - MERGE_WIDTH;
      *count = MERGE_WIDTH;
      return true;
    }
    if (archive->segments[i].dead > live[i]) {
      *first = i;
      *count = 1;
      return true;
    }
    all += live[i];
    sum += live[i];
    if (i >= MERGE_WIDTH) {
      sum -= live[i - MERGE_WIDTH];
    }
    if (i + 1 >= MERGE_WIDTH && sum < least) {
      least = sum;
      *first = i + 1 - MERGE_WIDTH;
      *count = MERGE_WIDTH;
    }
  }
  return archive->segment_count > (size_t)SEGMENTS_A_LEVEL * (level_of(all) + 1);
}

bool wi_merge_segments(warta_archive *archive) {
  if (!wi_archive_load_segments(archive) || !wi_archive_load_lengths(archive)) {
    return false;
  }
  for (;;) {
    size_t first = 0;
    size_t count = 0;
    uint32_t *live = wi_mem_new(archive->segment_count, sizeof *live);
    if (live == NULL) {
      return wi_db_no_memory(archive->db);
    }
    for (size_t i = 0; i < archive->segment_count; i++) {
      live[i] = count_live(archive, &archive->segments[i]);
    }
    const bool is_found = choose(archive, live, &first, &count);
    wi_mem_free(live);
    if (!is_found) {
      return true;
    }
    if (!merge(archive, first, count)) {
      return false;
    }
  }
}
