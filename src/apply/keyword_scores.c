#include "keyword_scores.h"

#include "weight.h"

/* A candidate all of whose words stand in the headline counts double. */
static const double HEADLINE_GAIN = 1.0;

/* Features and weights are in thousandths. */
static const double SCALE = 1e6;

bool wi_keyword_scorer_make(wi_keyword_scorer *scorer, const warta_document *document,
                            const wi_df_view *background, bool words_only, wi_arena *arena) {
  const wi_dictionary *dictionary = document->analyzer->dictionary;
  for (int i = 0; i < WI_KEYWORD_FEATURE_COUNT; i++) {
    const wi_str name = wi_str_of(wi_keyword_feature_name((wi_keyword_feature)i));
    scorer->weights[i] = wi_dictionary_keyword_weight(dictionary, name, words_only);
  }
  const bool fits = wi_keyword_reader_make(&scorer->reader, document, background, arena);
  scorer->reader.words_only = words_only;
  return fits;
}

/* The share of its words that stand in the headline. */
static double share_in_title(const warta_document *document, const wi_candidate *item) {
  uint32_t words = 0;
  uint32_t titled = 0;
  for (uint32_t i = 0; i < item->units; i++) {
    const uint32_t term = document->units[item->unit + i].term;
    if (term != WI_NO_TERM) {
      titled += document->term_rows[term].title_count > 0;
      words++;
    }
  }
  return words == 0 ? 0.0 : (double)titled / (double)words;
}

static double headline_of(const wi_keyword_scorer *scorer, const wi_candidate *item) {
  return 1.0 + HEADLINE_GAIN * share_in_title(scorer->reader.document, item);
}

double wi_keyword_rank(const wi_keyword_scorer *scorer, const wi_candidate *item,
                       const wi_keyword_numbers *numbers) {
  int64_t sum = 0;
  for (int i = 0; i < WI_KEYWORD_FEATURE_COUNT; i++) {
    sum += (int64_t)scorer->weights[i] * numbers->values[i];
  }
  const double headline = headline_of(scorer, item);
  return (double)sum / SCALE + (headline > 1.0 ? wi_weight_log(headline) : 0.0);
}

double wi_keyword_score_total(const wi_keyword_score *score) {
  double total = score->headline;
  for (int part = 0; part < WI_PART_COUNT; part++) {
    total *= score->parts[part];
  }
  return total;
}

wi_keyword_score wi_keyword_score_of(const wi_keyword_scorer *scorer, const wi_candidate *item,
                                     const wi_keyword_numbers *numbers) {
  int64_t sums[WI_PART_COUNT] = {0};
  wi_keyword_score score;
  for (int i = 0; i < WI_KEYWORD_FEATURE_COUNT; i++) {
    sums[wi_keyword_feature_part((wi_keyword_feature)i)] +=
        (int64_t)scorer->weights[i] * numbers->values[i];
  }
  for (int part = 0; part < WI_PART_COUNT; part++) {
    score.parts[part] = wi_weight_exp((double)sums[part] / SCALE);
  }
  score.headline = headline_of(scorer, item);
  return score;
}
