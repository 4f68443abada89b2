#include "keyword_scores.h"

#include "mem.h"
#include "weight.h"

/* The score of a candidate is frequency * idf * position * name * headline, where
 *
 *   frequency = mentions^power
 *   idf       = sum of min(idf, cap)^power over its words / words^power
 *   position  = 1 + near * e^(-words before / decay) + far * e^(-words before / decay)
 *
 * Measured with a simpler formula: without the cap of idf, rare words win (-2 points of F1); with
 * the logarithm of the mentions a third of the score is lost; without the position, 5 points.
 */
typedef struct weights {
  double mentions_power;
  /* A word inside a longer candidate is hardly a mention of the word itself ("Manchester"), yet
   * where phrases with it differ it may be all that they share, so it is not nothing. */
  double inside_share;
  /* A short name is a mention of the full one, but may be of a namesake. */
  double echo_share;
  /* What a mention loses by being a verb: an editor writes "penipuan", not "menipu". */
  double weak_loss;
  double idf_cap;
  double idf_power;
  double length_power;
  double near_gain;
  double near_decay;
  double far_gain;
  double far_decay;
  /* Names are what readers search for; but one that is said once, behind the lead, passes by. */
  double name_gain;
  double once_gain;
} weights;

/* The lead of an article in words. */
enum { LEAD_WORDS = 40 };

/* Set by hand near the end of a random search over the title words of 400 articles of IndoSum's
 * development folds; among a few such sets, the one that also did best on other news. */
static const weights FOR_WORDS = {
    .mentions_power = 0.75,
    .weak_loss = 0.2,
    .idf_cap = 5.0,
    .idf_power = 0.7,
    .near_gain = 3.1,
    .near_decay = 24.0,
    .far_gain = 0.9,
    .far_decay = 235.0,
    .name_gain = 1.1,
    .once_gain = 1.1,
};

/* Set by hand between the first guess and the end of a random search over the title phrases of the
 * same articles and the tags that readers gave to 30 articles. */
static const weights FOR_PHRASES = {
    .mentions_power = 0.9,
    .inside_share = 0.2,
    .echo_share = 0.8,
    .weak_loss = 0.7,
    .idf_cap = 5.5,
    .idf_power = 1.2,
    .length_power = 0.2,
    .near_gain = 3.0,
    .near_decay = 38.0,
    .far_gain = 0.3,
    .far_decay = 120.0,
    .name_gain = 2.2,
    .once_gain = 1.3,
};

/* No candidate is worth nothing: a text with a word has a keyword. */
static const double LEAST_MENTIONS = 0.02;
/* A candidate whose words all stand in the headline. */
static const double HEADLINE_GAIN = 1.0;

static double power(double x, double exponent) {
  return wi_weight_exp(exponent * wi_weight_log(x));
}

double wi_keyword_score_total(const wi_keyword_score *score) {
  return score->frequency * score->idf * score->position * score->name * score->headline;
}

bool wi_keyword_scorer_make(wi_keyword_scorer *scorer, const warta_document *document,
                            const wi_df_view *background, bool words_only) {
  const weights *set = words_only ? &FOR_WORDS : &FOR_PHRASES;
  const uint32_t documents = wi_df_view_documents(background);
  *scorer = (wi_keyword_scorer){document, NULL, words_only};
  scorer->idf = wi_mem_new(document->terms.count, sizeof *scorer->idf);
  if (scorer->idf == NULL) {
    return false;
  }
  for (uint32_t term = 0; term < document->terms.count; term++) {
    const uint32_t df = wi_df_view_lookup(background, wi_document_term_text(document, term));
    scorer->idf[term] = power(wi_weight_idf(df, documents, set->idf_cap), set->idf_power);
  }
  return true;
}

void wi_keyword_scorer_free(wi_keyword_scorer *scorer) {
  wi_mem_free(scorer->idf);
  scorer->idf = NULL;
}

/* Single words are asked for as words, not as names or parts of names. */
static double count_mentions(const weights *set, const wi_candidate *item, bool words_only) {
  double result = 0.0;
  if (words_only) {
    result = (double)item->count;
  } else {
    result = (double)item->alone + set->inside_share * (double)(item->count - item->alone) +
             set->echo_share * (double)item->echoes;
  }
  result -= set->weak_loss * (double)item->weak;
  return result > LEAST_MENTIONS ? result : LEAST_MENTIONS;
}

static double weigh_words(const wi_keyword_scorer *scorer, const weights *set,
                          const wi_candidate *item, double *in_title) {
  double sum = 0.0;
  uint32_t words = 0;
  uint32_t titled = 0;
  for (uint32_t i = 0; i < item->units; i++) {
    const wi_unit *unit = &scorer->document->units[item->unit + i];
    if (unit->term == WI_NO_TERM) { /* the "&" of a name */
      continue;
    }
    /* A number inside a name (Liga 1, Pilkada 2018) is no subject of its own. */
    sum += unit->type >= WARTA_TOKEN_NUMBER ? 1.0 : scorer->idf[unit->term];
    titled += scorer->document->term_rows[unit->term].title_count > 0;
    words++;
  }
  *in_title = (double)titled / (double)words;
  return sum * power((double)words, -set->length_power);
}

static double name_gain(const weights *set, const wi_candidate *item, double in_title) {
  if (!wi_candidate_is_name(item)) {
    return 1.0;
  }
  const bool counts = item->count + item->echoes > 1 || item->place < LEAD_WORDS || in_title >= 1.0;
  return counts ? set->name_gain : set->once_gain;
}

wi_keyword_score wi_keyword_score_of(const wi_keyword_scorer *scorer, const wi_candidate *item) {
  const weights *set = scorer->words_only ? &FOR_WORDS : &FOR_PHRASES;
  const double place = (double)item->place;
  double in_title = 0.0;
  wi_keyword_score score;
  score.mentions = count_mentions(set, item, scorer->words_only);
  score.frequency = power(score.mentions, set->mentions_power);
  score.idf = weigh_words(scorer, set, item, &in_title);
  score.position = wi_weight_place(place, set->near_gain, set->near_decay) +
                   wi_weight_place(place, set->far_gain, set->far_decay) - 1.0;
  score.name = name_gain(set, item, in_title);
  score.headline = 1.0 + HEADLINE_GAIN * in_title;
  return score;
}
