#include "keyword_features.h"

#include "name_roles.h"
#include "weight.h"

/* The lead of an article in words. */
enum { LEAD_WORDS = 40, YES = 1000 };

/* Without a cap, words so rare that the background hardly has them win (-2 points of F1). */
static const double IDF_CAP = 6.0;
static const double MEAN_CAP = 5.0;

/* A word inside a longer candidate is hardly a mention of the word itself ("Manchester"), yet where
 * phrases with it differ it may be all that they share, so it is not nothing. */
static const double INSIDE_SHARE = 0.2;
/* A short name is a mention of the full one, but may be of a namesake. */
static const double ECHO_SHARE = 0.8;

static const double NEAR_DECAY = 25.0;
static const double MIDDLE_DECAY = 80.0;
static const double FAR_DECAY = 250.0;

const char *wi_keyword_feature_name(wi_keyword_feature feature) {
#define FEATURE_TEXT(name, text, part) text,
  static const char *const NAMES[] = {WI_KEYWORD_FEATURES(FEATURE_TEXT)};
#undef FEATURE_TEXT
  return NAMES[feature];
}

wi_keyword_part wi_keyword_feature_part(wi_keyword_feature feature) {
#define FEATURE_PART(name, text, part) WI_PART_##part,
  static const wi_keyword_part PARTS[] = {WI_KEYWORD_FEATURES(FEATURE_PART)};
#undef FEATURE_PART
  return PARTS[feature];
}

static int32_t thousandths(double x) {
  return (int32_t)(x * 1000.0 + 0.5);
}

static int32_t log_of(double x) {
  return thousandths(wi_weight_log(x));
}

static int32_t share_of(uint32_t part, uint32_t whole) {
  return whole == 0 ? 0 : thousandths((double)part / (double)whole);
}

/* Behind eight times the decay less than half a thousandth is left. */
static int32_t decay_of(uint32_t place, double decay) {
  if ((double)place > 8.0 * decay) {
    return 0;
  }
  return thousandths(wi_weight_exp(-(double)place / decay));
}

bool wi_keyword_reader_make(wi_keyword_reader *reader, const warta_document *document,
                            const wi_df_view *background, wi_arena *arena) {
  *reader = (wi_keyword_reader){.document = document, .background = background};
  reader->idf = wi_arena_new(arena, document->terms.count, sizeof *reader->idf);
  reader->pulls = wi_arena_new(arena, document->terms.count, sizeof *reader->pulls);
  return reader->idf != NULL && reader->pulls != NULL;
}

/* Most stop words stand in no candidate, and are not looked up. */
static double idf_of(const wi_keyword_reader *reader, uint32_t term) {
  if (!(reader->idf[term] > 0.0)) {
    const wi_str text = wi_document_term_text(reader->document, term);
    const uint32_t df = wi_df_view_lookup(reader->background, text);
    reader->idf[term] = wi_weight_idf(df, wi_df_view_documents(reader->background), IDF_CAP);
  }
  return reader->idf[term];
}

static int32_t pull_of(const wi_keyword_reader *reader, uint32_t term) {
  if (reader->pulls[term] == 0) {
    const wi_str text = wi_document_term_text(reader->document, term);
    const wi_dictionary *dictionary = reader->document->analyzer->dictionary;
    reader->pulls[term] = 2 * wi_dictionary_headline_pull(dictionary, text) + 1;
  }
  return (reader->pulls[term] - 1) / 2;
}

/* Five times the mentions are at least one, and their logarithm is at least 0. */
static int32_t mentions_log(double mentions) {
  return mentions > INSIDE_SHARE ? log_of(mentions / INSIDE_SHARE) : 0;
}

/* Single words are asked for as words, not as names or parts of names. Most candidates have a few
 * mentions and nothing else. */
static int32_t mentions_of(wi_keyword_reader *reader, const wi_candidate *item) {
  const double alone = (double)item->alone;
  const double inside = (double)(item->count - item->alone);
  const bool is_plain = item->count == item->alone && item->echoes == 0;
  if (is_plain && item->count < WI_KEYWORD_PLAIN) {
    int32_t *plain = &reader->plain[item->count];
    *plain = *plain == 0 ? mentions_log(alone) : *plain;
    return *plain;
  }
  return mentions_log(reader->words_only
                          ? alone + inside
                          : alone + INSIDE_SHARE * inside + ECHO_SHARE * (double)item->echoes);
}

static void read_idf(const wi_keyword_reader *reader, const wi_candidate *item, int32_t *values) {
  double sum = 0.0;
  int32_t pull = 0;
  int32_t words = 0;
  for (uint32_t i = 0; i < item->units; i++) {
    const wi_unit *unit = &reader->document->units[item->unit + i];
    if (unit->term == WI_NO_TERM) { /* the "&" of a name */
      continue;
    }
    /* A number inside a name (Liga 1, Pilkada 2018) is no subject of its own. */
    sum += unit->type >= WARTA_TOKEN_NUMBER ? 1.0 : idf_of(reader, unit->term);
    pull += pull_of(reader, unit->term);
    words++;
  }
  const double mean = words == 0 ? 1.0 : sum / (double)words;
  values[WI_KEYWORD_IDF] = log_of(mean < MEAN_CAP ? mean : MEAN_CAP);
  values[WI_KEYWORD_IDF_SUM] = log_of(1.0 + sum);
  values[WI_KEYWORD_HEADLINES] = words == 0 ? 0 : pull / words;
}

static void read_name(const wi_keyword_reader *reader, const wi_candidate *item, int32_t *values) {
  const wi_unit *unit = &reader->document->units[item->unit];
  const wi_name_role role = (wi_name_role)item->role;
  const bool is_name = wi_candidate_is_name(item);
  const bool once = item->count + item->echoes == 1 && item->place >= LEAD_WORDS;
  values[WI_KEYWORD_NAME] = is_name ? YES : 0;
  values[WI_KEYWORD_NAME_ONCE] = is_name && once ? YES : 0;
  values[WI_KEYWORD_NAME_WORD] = is_name && item->units == 1 ? YES : 0;
  values[WI_KEYWORD_ACRONYM] = item->units == 1 && unit->type == WARTA_TOKEN_ACRONYM ? YES : 0;
  values[WI_KEYWORD_PLACE] = item->units == 1 && role == WI_ROLE_PLACE ? YES : 0;
  values[WI_KEYWORD_OFFICE] =
      role == WI_ROLE_OFFICE || role == WI_ROLE_SEAT || role == WI_ROLE_TITLE ? YES : 0;
}

/* Pengisian, keadaan. */
static bool is_abstract(wi_str word) {
  return word.len > 4 && ((word.ptr[0] | 0x20) == 'p' || (word.ptr[0] | 0x20) == 'k') &&
         word.ptr[1] == 'e' && wi_str_ends(word, WI_STR("an"));
}

static void read_form(const wi_keyword_reader *reader, const wi_candidate *item, int32_t *values) {
  const wi_unit *last = &reader->document->units[item->unit + item->units - 1];
  const wi_str word = wi_document_unit_text(reader->document, last);
  const size_t stem =
      last->term == WI_NO_TERM ? 0 : wi_document_term_text(reader->document, last->term).len;
  const bool is_derived =
      item->units == 1 && !wi_candidate_is_name(item) && word.len > stem && last->words == 1;
  values[WI_KEYWORD_TWO] = item->words == 2 ? YES : 0;
  values[WI_KEYWORD_THREE] = item->words == 3 ? YES : 0;
  values[WI_KEYWORD_FOUR] = item->words > 3 ? YES : 0;
  values[WI_KEYWORD_VERBS] = share_of(item->weak, item->count);
  values[WI_KEYWORD_DERIVED] = is_derived ? YES : 0;
  values[WI_KEYWORD_ABSTRACT] = is_derived && is_abstract(word) ? YES : 0;
  values[WI_KEYWORD_PART] = share_of(item->count - item->alone, item->count);
}

wi_keyword_numbers wi_keyword_read(wi_keyword_reader *reader, const wi_candidate *item) {
  wi_keyword_numbers numbers;
  numbers.values[WI_KEYWORD_MENTIONS] = mentions_of(reader, item);
  read_idf(reader, item, numbers.values);
  numbers.values[WI_KEYWORD_NEAR] = decay_of(item->place, NEAR_DECAY);
  numbers.values[WI_KEYWORD_MIDDLE] = decay_of(item->place, MIDDLE_DECAY);
  numbers.values[WI_KEYWORD_FAR] = decay_of(item->place, FAR_DECAY);
  read_name(reader, item, numbers.values);
  read_form(reader, item, numbers.values);
  return numbers;
}
