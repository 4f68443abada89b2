#include <warta/summary.h>

#include "df.h"
#include "document_data.h"
#include "mem.h"
#include "sentence_scores.h"
#include "status.h"
#include "summary_choice.h"
#include "summary_options.h"

enum { WEIGHTS_MAX = 1 << 28 };

warta_status wi_summary_options_check(const warta_summary_options *options, warta_error *error) {
  if (options->struct_size < sizeof *options) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "struct_size");
  }
  if ((unsigned)options->method > WARTA_SUMMARY_LEXRANK) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "method");
  }
  /* Written so that no number at all (NaN) is out of range, too. */
  if (!(options->ratio >= 0.0 && options->ratio <= 1.0)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "ratio is not from 0 to 1");
  }
  return WARTA_OK;
}

static warta_status read_weights(warta_summary_weights *weights, wi_str text, warta_error *error) {
  const warta_status status = wi_trees_compile(&weights->block, text, error);
  if (status != WARTA_OK) {
    return status;
  }
  if (!wi_trees_open(&weights->trees, wi_buf_str(&weights->block)) ||
      !wi_sentence_trees_fit(&weights->trees)) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE,
                               "made for other features of sentences: train them anew", 1);
  }
  return WARTA_OK;
}

warta_status warta_summary_weights_read(warta_summary_weights **out, const char *text, size_t len,
                                        warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_summary_weights *weights = wi_mem_new(1, sizeof *weights);
  if (weights == NULL) {
    return wi_status_no_memory(error);
  }
  weights->block = wi_buf_make(WEIGHTS_MAX);
  const warta_status status = read_weights(weights, (wi_str){text, len}, error);
  if (status != WARTA_OK) {
    warta_summary_weights_free(weights);
    return status;
  }
  *out = weights;
  return WARTA_OK;
}

void warta_summary_weights_free(warta_summary_weights *weights) {
  if (weights == NULL) {
    return;
  }
  wi_buf_free(&weights->block);
  wi_mem_free(weights);
}

warta_status wi_summary_score(wi_sentence_scores *scores, const warta_document *document,
                              const warta_df *background, const warta_summary_options *options,
                              warta_error *error) {
  const wi_df_view view = wi_df_view_make(background, document->analyzer);
  wi_status_clear(error);
  const warta_status status = wi_summary_options_check(options, error);
  return status != WARTA_OK ? status
                            : wi_sentence_scores_make(scores, document, &view, options, error);
}

warta_status warta_summary_renew(warta_summary_list *list, const warta_document *document,
                                 const warta_df *background, const warta_summary_options *options,
                                 warta_error *error) {
  const warta_summary_options defaults = WARTA_SUMMARY_OPTIONS_INIT;
  const warta_summary_options *asked = options == NULL ? &defaults : options;
  list->count = 0;
  wi_choice_reset(&list->choice, asked);
  const warta_status status = wi_summary_score(&list->scores, document, background, asked, error);
  if (status != WARTA_OK) {
    return status;
  }
  return wi_choice_add(&list->choice, document, 0, &list->scores) &&
                 wi_choice_make(list, &list->choice)
             ? WARTA_OK
             : wi_status_no_memory(error);
}

warta_status warta_summary(warta_summary_list **out, const warta_document *document,
                           const warta_df *background, const warta_summary_options *options,
                           warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_summary_list *list = wi_mem_new(1, sizeof *list);
  if (list == NULL) {
    return wi_status_no_memory(error);
  }
  const warta_status status = warta_summary_renew(list, document, background, options, error);
  if (status != WARTA_OK) {
    warta_summary_free(list);
    return status;
  }
  *out = list;
  return WARTA_OK;
}

void warta_summary_free(warta_summary_list *list) {
  if (list == NULL) {
    return;
  }
  wi_sentence_scores_free(&list->scores);
  wi_choice_free(&list->choice);
  wi_mem_free(list->items);
  wi_mem_free(list);
}

size_t warta_summary_count(const warta_summary_list *list) {
  return list->count;
}

warta_summary_sentence warta_summary_at(const warta_summary_list *list, size_t index) {
  return list->items[index];
}
