#include "norms.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "varint.h"
#include "vector.h"
#include "weight.h"

/* Terms that stand in so many articles are in an index of their own; below it all terms are looked
 * at, which are few then. The number stands in schema.c as well. */
enum { INDEXED_DF = 64 };

/* What a length may be wrong by before all are made anew. More would leave more articles to be
 * scored exactly at each query, less would renew too often. */
static const double DRIFT_MOST = 1.05;

void wi_epoch_free(wi_epoch *epoch) {
  wi_mem_free(epoch->terms);
  *epoch = (wi_epoch){0};
}

static double idf_of(uint32_t df, uint32_t articles) {
  return wi_weight_global('s', df, articles, WARTA_IDF_MAX);
}

static bool add_common(wi_db *db, wi_epoch *epoch, wi_common_term term) {
  if (!wi_mem_grow(&epoch->terms, &epoch->capacity, epoch->count, sizeof *epoch->terms)) {
    return wi_db_no_memory(db);
  }
  epoch->terms[epoch->count++] = term;
  return true;
}

static bool read_terms(warta_archive *archive, wi_epoch *out, wi_str bytes) {
  wi_reader from = {(const uint8_t *)bytes.ptr, (const uint8_t *)bytes.ptr + bytes.len};
  uint32_t term = 0;
  bool is_whole = wi_varint_read32(&from, &out->articles);
  while (is_whole && from.at < from.end) {
    uint32_t step = 0;
    uint32_t df = 0;
    is_whole =
        wi_varint_read32(&from, &step) && wi_varint_read32(&from, &df) && step <= UINT32_MAX - term;
    term += step;
    if (is_whole && !add_common(archive->db, out, (wi_common_term){term, df})) {
      return false;
    }
  }
  return is_whole || wi_db_damaged(archive->db, "epoch");
}

bool wi_epoch_load(warta_archive *archive, wi_epoch *out) {
  *out = (wi_epoch){0};
  wi_statement *get = wi_sql_use(archive->db, WI_SQL_META_GET);
  wi_sql_text(get, 1, WI_STR("epoch"));
  const wi_step step = wi_sql_step(get);
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE;
  }
  const bool is_done = read_terms(archive, out, wi_sql_column(get, 0));
  wi_sql_end(get);
  if (!is_done) {
    wi_epoch_free(out);
  }
  return is_done;
}

static const wi_common_term *find_common(const wi_epoch *epoch, uint32_t term) {
  size_t low = 0;
  size_t high = epoch->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (epoch->terms[middle].term < term) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < epoch->count && epoch->terms[low].term == term ? &epoch->terms[low] : NULL;
}

double wi_epoch_idf(const wi_epoch *epoch, uint32_t term) {
  const wi_common_term *common = find_common(epoch, term);
  return common == NULL ? WARTA_IDF_MAX : idf_of(common->df, epoch->articles);
}

void wi_norms_local(const wi_record_count *count, double local[WI_PARTS]) {
  static const warta_vector_options DEFAULTS = WARTA_VECTOR_OPTIONS_INIT;
  for (int part = 0; part < WI_PARTS; part++) {
    const double tf = wi_vector_tf(count->in, &DEFAULTS, (warta_vector_part)part);
    local[part] = tf > 0.0 ? wi_weight_local('l', tf, NULL) : 0.0;
  }
}

void wi_epoch_norms(const wi_epoch *epoch, const wi_record *record, const wi_record_count *counts,
                    float norms[WI_PARTS]) {
  double squares[WI_PARTS] = {0.0, 0.0};
  for (size_t i = 0; i < record->term_count; i++) {
    double local[WI_PARTS];
    const double idf = wi_epoch_idf(epoch, record->terms[i]);
    wi_norms_local(&counts[i], local);
    for (int part = 0; part < WI_PARTS; part++) {
      squares[part] += idf * idf * local[part] * local[part];
    }
  }
  for (int part = 0; part < WI_PARTS; part++) {
    norms[part] = (float)wi_weight_sqrt(squares[part]);
  }
}

static int by_term(const void *left, const void *right) {
  const wi_common_term *a = left;
  const wi_common_term *b = right;
  return (a->term > b->term) - (a->term < b->term);
}

/* The terms of now whose idf is below the cap, and some whose is not. */
static bool list_common(warta_archive *archive, wi_epoch *out) {
  static const double CAP_SHARE = 54.6; /* e to the power of the cap less 1 */
  const uint32_t articles = archive->counts.articles;
  const uint32_t least = (uint32_t)((double)articles / CAP_SHARE);
  wi_statement *all =
      wi_sql_use(archive->db, least >= INDEXED_DF ? WI_SQL_TERM_COMMON : WI_SQL_TERM_OFTEN);
  *out = (wi_epoch){.articles = articles};
  wi_sql_number(all, 1, least > 1 ? least - 1 : 1);
  wi_step step = wi_sql_step(all);
  for (; step == WI_STEP_ROW; step = wi_sql_step(all)) {
    const int64_t term = wi_sql_column_number(all, 0);
    const int64_t df = wi_sql_column_number(all, 1);
    const bool is_whole = (term > 0 && term < archive->counts.next_term && df <= articles) ||
                          wi_db_damaged(archive->db, "terms");
    if (!is_whole ||
        !add_common(archive->db, out, (wi_common_term){(uint32_t)term, (uint32_t)df})) {
      wi_sql_end(all);
      wi_epoch_free(out);
      return false;
    }
  }
  if (step != WI_STEP_DONE) {
    wi_epoch_free(out);
    return false;
  }
  if (out->count > 1) {
    qsort(out->terms, out->count, sizeof *out->terms, by_term);
  }
  return true;
}

static void widen(wi_drift *drift, double now, double then) {
  const double ratio = now / then;
  drift->least = ratio < drift->least ? ratio : drift->least;
  drift->most = ratio > drift->most ? ratio : drift->most;
}

/* A term in neither list has the cap in both. */
bool wi_epoch_drift(warta_archive *archive, const wi_epoch *epoch, wi_drift *out) {
  wi_epoch now;
  *out = (wi_drift){1.0, 1.0};
  if (!list_common(archive, &now)) {
    return false;
  }
  for (size_t i = 0; i < now.count; i++) {
    widen(out, idf_of(now.terms[i].df, now.articles), wi_epoch_idf(epoch, now.terms[i].term));
  }
  for (size_t i = 0; i < epoch->count; i++) {
    if (find_common(&now, epoch->terms[i].term) == NULL) {
      widen(out, WARTA_IDF_MAX, idf_of(epoch->terms[i].df, epoch->articles));
    }
  }
  wi_epoch_free(&now);
  return true;
}

static bool store_epoch(warta_archive *archive, const wi_epoch *epoch) {
  wi_buf *bytes = &archive->bytes;
  uint32_t last = 0;
  wi_buf_clear(bytes);
  bool is_done = wi_varint_append(bytes, epoch->articles);
  for (size_t i = 0; i < epoch->count && is_done; i++) {
    is_done = wi_varint_append(bytes, epoch->terms[i].term - last) &&
              wi_varint_append(bytes, epoch->terms[i].df);
    last = epoch->terms[i].term;
  }
  if (!is_done) {
    return wi_db_no_memory(archive->db);
  }
  wi_statement *set = wi_sql_use(archive->db, WI_SQL_META_SET);
  wi_sql_text(set, 1, WI_STR("epoch"));
  wi_sql_bytes(set, 2, wi_buf_str(bytes));
  return wi_sql_run(set);
}

static bool renew_article(warta_archive *archive, const wi_epoch *epoch, uint32_t number) {
  bool is_there = false;
  if (!wi_archive_read_record(archive, number, &is_there)) {
    return false;
  }
  if (!is_there) {
    return wi_db_damaged(archive->db, "an article without its record");
  }
  wi_record_count *counts = wi_mem_new(archive->record.term_count, sizeof *counts);
  if (counts == NULL) {
    return wi_db_no_memory(archive->db);
  }
  wi_record_count_terms(&archive->record, counts);
  wi_epoch_norms(epoch, &archive->record, counts, archive->lengths[number].norms);
  wi_mem_free(counts);
  return true;
}

static bool renew_all(warta_archive *archive) {
  wi_epoch now;
  if (!list_common(archive, &now)) {
    return false;
  }
  bool is_done = store_epoch(archive, &now);
  for (uint32_t i = 1; i < archive->counts.next_article && is_done; i++) {
    is_done = !archive->lengths[i].is_live || renew_article(archive, &now, i);
  }
  wi_epoch_free(&now);
  return is_done && wi_archive_store_lengths(archive, 1, archive->counts.next_article - 1);
}

bool wi_norms_renew(warta_archive *archive, const wi_epoch *epoch) {
  wi_drift drift;
  if (!wi_epoch_drift(archive, epoch, &drift)) {
    return false;
  }
  return drift.most <= DRIFT_MOST * drift.least || renew_all(archive);
}
