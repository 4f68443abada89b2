#include <warta/summary.h>

#include <stdbool.h>
#include <stdlib.h>

#include "df.h"
#include "document_data.h"
#include "mem.h"
#include "sentence_scores.h"
#include "status.h"

/* Summaries by people have about 60 words. */
enum { DEFAULT_WORDS = 65 };

struct warta_summary_list {
  warta_summary_sentence *items;
  size_t count;
};

static warta_status check_options(const warta_summary_options *options, warta_error *error) {
  if (options->struct_size < sizeof *options) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "struct_size");
  }
  if ((unsigned)options->method > WARTA_SUMMARY_BLEND) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "method");
  }
  /* Written so that no number at all (NaN) is out of range, too. */
  if (!(options->ratio >= 0.0 && options->ratio <= 1.0)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "ratio is not from 0 to 1");
  }
  return WARTA_OK;
}

/* Best first; ties by the order of the text. */
static int by_score(const void *left, const void *right) {
  const wi_scored_sentence *a = left;
  const wi_scored_sentence *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

static int by_place(const void *left, const void *right) {
  const warta_summary_sentence *a = left;
  const warta_summary_sentence *b = right;
  return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

static double distance(double a, double b) {
  return a > b ? a - b : b - a;
}

/* True if the sentence brings the summary nearer to the target, or as near. */
static bool is_nearer(double target, double words, uint32_t more) {
  return distance(words + (double)more, target) <= distance(words, target);
}

/* How many of the ranked sentences: the best one in any case, then as long as no bound is passed.
 * The first that does not fit ends it, so a longer summary always begins with the shorter one. */
static size_t count_chosen(const wi_scored_sentence *rows, size_t count,
                           const warta_summary_options *options) {
  const bool none_given = options->words == 0 && options->sentences == 0 && !(options->ratio > 0.0);
  const uint32_t target = none_given ? DEFAULT_WORDS : options->words;
  double total = 0.0;
  for (size_t i = 0; i < count; i++) {
    total += (double)rows[i].words;
  }
  double words = 0.0;
  size_t chosen = 0;
  while (chosen < count) {
    const uint32_t more = rows[chosen].words;
    const bool fits = (options->sentences == 0 || chosen < options->sentences) &&
                      (target == 0 || is_nearer((double)target, words, more)) &&
                      (!(options->ratio > 0.0) || is_nearer(options->ratio * total, words, more));
    if (chosen > 0 && !fits) {
      break;
    }
    words += (double)more;
    chosen++;
  }
  return chosen;
}

static bool fill(warta_summary_list *list, wi_scored_sentence *rows, size_t count,
                 const warta_summary_options *options) {
  if (count > 1) {
    qsort(rows, count, sizeof *rows, by_score);
  }
  const size_t chosen = count_chosen(rows, count, options);
  list->items = wi_mem_new(chosen, sizeof *list->items);
  if (list->items == NULL) {
    return false;
  }
  for (size_t i = 0; i < chosen; i++) {
    list->items[i] = (warta_summary_sentence){rows[i].sentence, (uint32_t)(i + 1), rows[i].score};
  }
  list->count = chosen;
  if (chosen > 1) {
    qsort(list->items, chosen, sizeof *list->items, by_place);
  }
  return true;
}

warta_status warta_summary(warta_summary_list **out, const warta_document *document,
                           const warta_df *background, const warta_summary_options *options,
                           warta_error *error) {
  const warta_summary_options defaults = WARTA_SUMMARY_OPTIONS_INIT;
  const warta_summary_options *chosen = options == NULL ? &defaults : options;
  const wi_df_view view = wi_df_view_make(background, document->analyzer);
  *out = NULL;
  wi_status_clear(error);
  const warta_status status = check_options(chosen, error);
  if (status != WARTA_OK) {
    return status;
  }
  wi_scored_sentence *rows = NULL;
  size_t count = 0;
  warta_summary_list *list = wi_mem_new(1, sizeof *list);
  const bool fits = list != NULL &&
                    wi_sentence_scores_make(&rows, &count, document, &view, chosen->method) &&
                    fill(list, rows, count, chosen);
  wi_mem_free(rows);
  if (!fits) {
    warta_summary_free(list);
    return wi_status_no_memory(error);
  }
  *out = list;
  return WARTA_OK;
}

void warta_summary_free(warta_summary_list *list) {
  if (list == NULL) {
    return;
  }
  wi_mem_free(list->items);
  wi_mem_free(list);
}

size_t warta_summary_count(const warta_summary_list *list) {
  return list->count;
}

warta_summary_sentence warta_summary_at(const warta_summary_list *list, size_t index) {
  return list->items[index];
}
