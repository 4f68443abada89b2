#include "sentence_scores.h"

#include <string.h>

#include "buf.h"
#include "hash.h"
#include "sentence_graph.h"
#include "sentence_terms.h"
#include "status.h"
#include "weight.h"

bool wi_sentence_trees_fit(const wi_trees *trees) {
#define FEATURE_WORD(name, text) " " text
  static const char NAMES[] = WI_SENTENCE_FEATURES(FEATURE_WORD);
#undef FEATURE_WORD
  const wi_str line = {NAMES + 1, sizeof NAMES - 2};
  return trees->head.names == wi_hash_stable(line) && trees->head.name_count == WI_FEATURE_COUNT;
}

static void score_lead(wi_sentence_scores *out) {
  for (size_t i = 0; i < out->count; i++) {
    out->scores[i] = (double)(out->count - i) / (double)out->count;
  }
}

static void score_centroid(wi_sentence_scores *out) {
  for (size_t i = 0; i < out->count; i++) {
    out->scores[i] = (double)out->rows[i].values[WI_FEATURE_CENTROID] / 1000.0;
  }
}

static bool score_trees(wi_sentence_scores *out, const wi_trees *trees) {
  wi_tree_lanes *scratch = wi_arena_take(&out->arena, trees->head.tree_count, sizeof *scratch);
  if (scratch == NULL) {
    return false;
  }
  for (size_t from = 0; from < out->count; from += WI_TREE_LANES) {
    const int32_t *rows[WI_TREE_LANES];
    const size_t left = out->count - from;
    const size_t count = left < WI_TREE_LANES ? left : WI_TREE_LANES;
    for (size_t i = 0; i < count; i++) {
      rows[i] = out->rows[from + i].values;
    }
    wi_trees_sum(trees, scratch, rows, count, out->scores + from);
  }
  for (size_t i = 0; i < out->count; i++) {
    const double sum = out->scores[i];
    out->scores[i] = sum < 0.0 ? 0.0 : sum > 1.0 ? 1.0 : sum;
  }
  return true;
}

static bool score_graph(wi_sentence_scores *out, const warta_document *document,
                        const wi_df_view *background, bool textrank) {
  wi_sentence_terms terms;
  uint32_t *sentences = wi_arena_take(&out->arena, out->count, sizeof *sentences);
  bool fits =
      sentences != NULL && wi_sentence_terms_make(&terms, document, background, &out->arena);
  for (size_t i = 0; fits && i < out->count; i++) {
    sentences[i] = out->rows[i].sentence;
  }
  return fits && wi_sentence_graph_rank(out->scores, sentences, out->count, &terms, textrank);
}

static warta_status score_trained(wi_sentence_scores *out, const warta_document *document,
                                  const warta_summary_weights *weights, warta_error *error) {
  const wi_trees *trees = weights != NULL
                              ? &weights->trees
                              : wi_dictionary_summary_trees(document->analyzer->dictionary);
  if (!wi_sentence_trees_fit(trees)) {
    return wi_status_fail(error, WARTA_MSG_DICTIONARY_BROKEN, "summary weights of other features");
  }
  return score_trees(out, trees) ? WARTA_OK : wi_status_no_memory(error);
}

static warta_status score(wi_sentence_scores *out, const warta_document *document,
                          const wi_df_view *background, const warta_summary_options *options,
                          warta_error *error) {
  bool fits = true;
  switch (options->method) {
  case WARTA_SUMMARY_LEAD:
    score_lead(out);
    break;
  case WARTA_SUMMARY_CENTROID:
    score_centroid(out);
    break;
  case WARTA_SUMMARY_TEXTRANK:
  case WARTA_SUMMARY_LEXRANK:
    fits = score_graph(out, document, background, options->method == WARTA_SUMMARY_TEXTRANK);
    break;
  case WARTA_SUMMARY_DEFAULT:
  case WARTA_SUMMARY_TRAINED:
    return score_trained(out, document, options->weights, error);
  }
  return fits ? WARTA_OK : wi_status_no_memory(error);
}

warta_status wi_sentence_scores_make(wi_sentence_scores *out, const warta_document *document,
                                     const wi_df_view *background,
                                     const warta_summary_options *options, warta_error *error) {
  wi_arena_reset(&out->arena);
  if (!wi_sentence_rows_list(&out->rows, &out->count, document, &out->arena)) {
    return wi_status_no_memory(error);
  }
  out->scores = wi_arena_new(&out->arena, out->count, sizeof *out->scores);
  if (out->scores == NULL ||
      !wi_sentence_rows_fill(out->rows, out->count, document, background, &out->arena)) {
    return wi_status_no_memory(error);
  }
  return score(out, document, background, options, error);
}

void wi_sentence_scores_free(wi_sentence_scores *scores) {
  wi_arena_free(&scores->arena);
}
