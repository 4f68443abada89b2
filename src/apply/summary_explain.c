#include <warta/summary.h>

#include "mem.h"
#include "sentence_scores.h"
#include "status.h"
#include "summary_options.h"

struct warta_summary_table {
  wi_sentence_scores scores;
};

warta_status warta_summary_explain(warta_summary_table **out, const warta_document *document,
                                   const warta_df *background, const warta_summary_options *options,
                                   warta_error *error) {
  const warta_summary_options defaults = WARTA_SUMMARY_OPTIONS_INIT;
  wi_sentence_scores scores = {0};
  *out = NULL;
  warta_status status =
      wi_summary_score(&scores, document, background, options == NULL ? &defaults : options, error);
  warta_summary_table *table = status == WARTA_OK ? wi_mem_new(1, sizeof *table) : NULL;
  if (table == NULL) {
    wi_sentence_scores_free(&scores);
    return status == WARTA_OK ? wi_status_no_memory(error) : status;
  }
  table->scores = scores;
  *out = table;
  return WARTA_OK;
}

void warta_summary_table_free(warta_summary_table *table) {
  if (table == NULL) {
    return;
  }
  wi_sentence_scores_free(&table->scores);
  wi_mem_free(table);
}

size_t warta_summary_table_count(const warta_summary_table *table) {
  return table->scores.count;
}

warta_summary_row warta_summary_table_at(const warta_summary_table *table, size_t index) {
  const wi_sentence_row *row = &table->scores.rows[index];
  return (warta_summary_row){row->sentence, table->scores.scores[index], row->values};
}

size_t warta_summary_feature_count(void) {
  return WI_FEATURE_COUNT;
}

const char *warta_summary_feature_name(size_t index) {
  return wi_sentence_feature_name((wi_sentence_feature)index);
}
