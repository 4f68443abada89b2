#include "sentence_scores.h"

#include "mem.h"
#include "weight.h"

/* Blend: (PLACE_SHARE * place + CENTROID_SHARE * centroid + HEADLINE_SHARE * headline), times the
 * penalties; without a headline the other two share its part. All three go from 0 to 1.
 *
 * News says the main thing first: of the sentences that readers chose for summaries, most are among
 * the first three, and a centroid without place is a third worse than the plain lead. */
static const double PLACE_SHARE = 0.75;
static const double CENTROID_SHARE = 0.12;
static const double HEADLINE_SHARE = 0.13;
/* The place is e^(-index / PLACE_DECAY): 1, .78, .61, .47, ... */
static const double PLACE_DECAY = 4.0;
/* Rare words would make a sentence of names the centre of the article. */
static const double IDF_CAP = 5.0;

/* Below it a sentence is a fragment ("Tidak."), a list item or a leftover of the layout. */
enum { SHORT_WORDS = 8 };
static const double SHORT_PENALTY = 0.7;
/* Above it a sentence takes most of a budget; often it is two that were not told apart. */
enum { LONG_WORDS = 50 };
static const double LONG_PENALTY = 0.8;
/* "Ia menambahkan ..." cannot be understood without the sentence before it. */
static const double PRONOUN_PENALTY = 0.95;
/* A question is answered elsewhere. */
static const double QUESTION_PENALTY = 0.6;

typedef struct scorer {
  const warta_document *document;
  const wi_df_view *background;
  double *idf; /* by term */
  double *weights; /* by term: of the article */
  uint32_t *stamps; /* by term: 1 + the sentence that had it last */
  double length; /* of the article's vector */
  double title_total; /* idf of the headline's terms */
} scorer;

static bool prepare(scorer *to) {
  const warta_document *document = to->document;
  const uint32_t terms = document->terms.count;
  to->idf = wi_mem_new(terms, sizeof *to->idf);
  to->weights = wi_mem_new(terms, sizeof *to->weights);
  to->stamps = wi_mem_new(terms, sizeof *to->stamps);
  if (to->idf == NULL || to->weights == NULL || to->stamps == NULL) {
    return false;
  }
  const uint32_t documents = wi_df_view_documents(to->background);
  double sum = 0.0;
  for (uint32_t term = 0; term < terms; term++) {
    const wi_doc_term *row = &document->term_rows[term];
    const wi_str text = wi_document_term_text(document, term);
    to->idf[term] = wi_weight_idf(wi_df_view_lookup(to->background, text), documents, IDF_CAP);
    to->weights[term] = (double)row->count * to->idf[term];
    sum += to->weights[term] * to->weights[term];
    to->title_total += row->title_count > 0 ? to->idf[term] : 0.0;
  }
  to->length = wi_weight_sqrt(sum);
  return true;
}

static void free_scorer(scorer *to) {
  wi_mem_free(to->idf);
  wi_mem_free(to->weights);
  wi_mem_free(to->stamps);
}

typedef struct likeness {
  double centroid; /* cosine of the sentence, each term once, and the article */
  double headline; /* share of the headline's weight that stands in the sentence */
} likeness;

static likeness compare(scorer *with, uint32_t index) {
  const warta_document *document = with->document;
  const wi_sentence *sentence = &document->sentences[index];
  double dot = 0.0;
  double sum = 0.0;
  double shared = 0.0;
  for (uint32_t i = sentence->first; i < sentence->last; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->sentence != index || unit->term == WI_NO_TERM || unit->stop != WARTA_STOP_NONE ||
        with->stamps[unit->term] == index + 1) {
      continue;
    }
    const double idf = with->idf[unit->term];
    with->stamps[unit->term] = index + 1;
    dot += idf * with->weights[unit->term];
    sum += idf * idf;
    shared += document->term_rows[unit->term].title_count > 0 ? idf : 0.0;
  }
  const double length = wi_weight_sqrt(sum) * with->length;
  return (likeness){length > 0.0 ? dot / length : 0.0,
                    with->title_total > 0.0 ? shared / with->title_total : 0.0};
}

/* The first word, if it points to somebody or something in a sentence before. */
static bool leans_back(const warta_document *document, uint32_t index) {
  static const wi_str WORDS[] = {{"ia", 2},     {"dia", 3}, {"mereka", 6},
                                 {"beliau", 6}, {"hal", 3}, {"itu", 3}};
  const wi_sentence *sentence = &document->sentences[index];
  uint32_t first = sentence->first;
  while (first < sentence->last &&
         (document->units[first].term == WI_NO_TERM || document->units[first].sentence != index)) {
    first++;
  }
  if (first == sentence->last) {
    return false;
  }
  const wi_str word = wi_document_term_text(document, document->units[first].term);
  for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
    if (wi_str_equal(word, WORDS[i])) {
      return true;
    }
  }
  return false;
}

/* Closing quotes and brackets may stand behind the mark; none is longer than three bytes. */
static bool is_question(const warta_document *document, uint32_t index) {
  enum { CLOSER_BYTES = 4 };
  const wi_sentence *sentence = &document->sentences[index];
  for (uint32_t back = 1; back <= CLOSER_BYTES && back <= sentence->end - sentence->start; back++) {
    const char byte = document->text.ptr[sentence->end - back];
    if (byte == '?') {
      return true;
    }
    if ((byte >= 'a' && byte <= 'z') || byte == '.') {
      return false;
    }
  }
  return false;
}

static double penalty(const warta_document *document, uint32_t index) {
  const uint32_t words = document->sentences[index].words;
  double result = 1.0;
  result *= words < SHORT_WORDS ? SHORT_PENALTY : 1.0;
  result *= words > LONG_WORDS ? LONG_PENALTY : 1.0;
  result *= leans_back(document, index) ? PRONOUN_PENALTY : 1.0;
  result *= is_question(document, index) ? QUESTION_PENALTY : 1.0;
  return result;
}

static double blend(const scorer *with, likeness like, double place) {
  const double score = PLACE_SHARE * place + CENTROID_SHARE * like.centroid;
  if (with->title_total > 0.0) {
    return score + HEADLINE_SHARE * like.headline;
  }
  return score / (PLACE_SHARE + CENTROID_SHARE);
}

static bool may_be_chosen(const wi_sentence *sentence, bool body) {
  return sentence->words > 0 && (sentence->kind == WARTA_SENTENCE_BODY) == body;
}

static size_t choose_sentences(const warta_document *document, bool body,
                               wi_scored_sentence *rows) {
  size_t count = 0;
  for (size_t i = 0; i < document->sentence_count; i++) {
    const wi_sentence *sentence = &document->sentences[i];
    if (may_be_chosen(sentence, body)) {
      rows[count++] = (wi_scored_sentence){(uint32_t)i, sentence->words, 0.0};
    }
  }
  return count;
}

static void score_lead(wi_scored_sentence *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    rows[i].score = (double)(count - i) / (double)count;
  }
}

static bool score_likeness(wi_scored_sentence *rows, size_t count, scorer *with,
                           warta_summary_method method) {
  if (!prepare(with)) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    const likeness like = compare(with, rows[i].sentence);
    const double place = wi_weight_exp(-(double)i / PLACE_DECAY);
    rows[i].score = method == WARTA_SUMMARY_CENTROID
                        ? like.centroid
                        : blend(with, like, place) * penalty(with->document, rows[i].sentence);
  }
  return true;
}

bool wi_sentence_scores_make(wi_scored_sentence **out, size_t *count,
                             const warta_document *document, const wi_df_view *background,
                             warta_summary_method method) {
  scorer with = {.document = document, .background = background};
  wi_scored_sentence *rows = wi_mem_new(document->sentence_count, sizeof *rows);
  bool fits = rows != NULL;
  *out = rows;
  *count = 0;
  if (!fits) {
    return false;
  }
  *count = choose_sentences(document, true, rows);
  if (*count == 0) {
    *count = choose_sentences(document, false, rows);
  }
  if (method == WARTA_SUMMARY_LEAD) {
    score_lead(rows, *count);
  } else {
    fits = score_likeness(rows, *count, &with, method);
  }
  free_scorer(&with);
  return fits;
}
