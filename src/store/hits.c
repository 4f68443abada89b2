#include "hits.h"

#include <stdlib.h>
#include <string.h>

#include "archive_data.h"
#include "mem.h"

struct warta_archive_hits {
  wi_arena texts;
  warta_archive_hit *rows;
  size_t count;
};

bool wi_hits_add(wi_hit_array *hits, wi_hit hit) {
  if (!wi_mem_grow(&hits->items, &hits->capacity, hits->count, sizeof *hits->items)) {
    return false;
  }
  hits->items[hits->count++] = hit;
  return true;
}

static int by_score(const void *left, const void *right) {
  const wi_hit *a = left;
  const wi_hit *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return (a->number > b->number) - (a->number < b->number);
}

/* The best are a heap. */
void wi_best_offer(double *scores, size_t count, double score) {
  size_t at = 0;
  if (!(score > scores[0])) {
    return;
  }
  while (2 * at + 1 < count) {
    size_t child = 2 * at + 1;
    child += child + 1 < count && scores[child + 1] < scores[child];
    if (score <= scores[child]) {
      break;
    }
    scores[at] = scores[child];
    at = child;
  }
  scores[at] = score;
}

/* Drops those that are surely not among the best. For speed only: without memory all stay. */
static void drop_hopeless(wi_hit_array *hits, size_t count) {
  double *best = count == 0 || count >= hits->count ? NULL : wi_mem_new(count, sizeof *best);
  size_t kept = 0;
  if (best == NULL) {
    return;
  }
  for (size_t i = 0; i < hits->count; i++) {
    wi_best_offer(best, count, hits->items[i].score);
  }
  for (size_t i = 0; i < hits->count; i++) {
    if (hits->items[i].score >= best[0]) {
      hits->items[kept++] = hits->items[i];
    }
  }
  hits->count = kept;
  wi_mem_free(best);
}

size_t wi_hits_keep_best(wi_hit_array *hits, size_t count) {
  drop_hopeless(hits, count);
  if (hits->count > 1) {
    qsort(hits->items, hits->count, sizeof *hits->items, by_score);
  }
  while (count > 0 && count < hits->count &&
         !(hits->items[count].score < hits->items[count - 1].score)) {
    count++;
  }
  hits->count = count < hits->count ? count : hits->count;
  return hits->count;
}

static bool name_hit(warta_archive_hits *hits, warta_archive *archive, const wi_hit *hit) {
  wi_statement *names = wi_sql_use(archive->db, WI_SQL_ARTICLE_NAMES);
  wi_sql_number(names, 1, hit->number);
  const wi_step step = wi_sql_step(names);
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE && wi_db_damaged(archive->db, "an article without its names");
  }
  const wi_str id = wi_arena_copy(&hits->texts, wi_sql_column(names, 0));
  const wi_str own_title = wi_sql_column(names, 1);
  const wi_str title = own_title.ptr == NULL ? own_title : wi_arena_copy(&hits->texts, own_title);
  wi_sql_end(names);
  if (id.ptr == NULL || (own_title.ptr != NULL && title.ptr == NULL)) {
    return wi_db_no_memory(archive->db);
  }
  hits->rows[hits->count++] =
      (warta_archive_hit){hit->number, hit->score, id.ptr, id.len, title.ptr, title.len};
  return true;
}

static int by_score_and_id(const void *left, const void *right) {
  const warta_archive_hit *a = left;
  const warta_archive_hit *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return wi_str_compare((wi_str){a->id, a->id_len}, (wi_str){b->id, b->id_len});
}

bool wi_hits_name(warta_archive_hits **out, warta_archive *archive, const wi_hit_array *from,
                  size_t limit) {
  *out = NULL;
  warta_archive_hits *hits = wi_mem_new(1, sizeof *hits);
  if (hits == NULL) {
    return wi_db_no_memory(archive->db);
  }
  hits->rows = wi_mem_new(from->count, sizeof *hits->rows);
  if (hits->rows == NULL) {
    warta_archive_hits_free(hits);
    return wi_db_no_memory(archive->db);
  }
  bool is_done = true;
  for (size_t i = 0; i < from->count && is_done; i++) {
    is_done = name_hit(hits, archive, &from->items[i]);
  }
  if (!is_done) {
    warta_archive_hits_free(hits);
    return false;
  }
  if (hits->count > 1) {
    qsort(hits->rows, hits->count, sizeof *hits->rows, by_score_and_id);
  }
  hits->count = hits->count < limit ? hits->count : limit;
  *out = hits;
  return true;
}

size_t warta_archive_hits_count(const warta_archive_hits *hits) {
  return hits->count;
}

warta_archive_hit warta_archive_hits_at(const warta_archive_hits *hits, size_t index) {
  return hits->rows[index];
}

void warta_archive_hits_free(warta_archive_hits *hits) {
  if (hits == NULL) {
    return;
  }
  wi_arena_free(&hits->texts);
  wi_mem_free(hits->rows);
  wi_mem_free(hits);
}
