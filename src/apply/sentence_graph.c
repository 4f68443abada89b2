#include "sentence_graph.h"

#include <string.h>

#include "mem.h"
#include "weight.h"

/* The chance to follow a link, as in both papers. */
static const double DAMPING = 0.85;
/* Differences shrink by DAMPING each round: to a ten-thousandth. */
enum { ROUNDS = 56 };
/* Lengths above it are as good as one. */
enum { LENGTH_CLASSES = 48 };

typedef struct link_term {
  uint32_t term;
  double weight;
} link_term;

typedef struct graph {
  size_t count;
  size_t *starts; /* rows of the terms of each sentence; one more at the end */
  link_term *rows;
  double *logs; /* by sentence: of its length; LexRank: 1 */
  uint32_t *classes; /* by sentence */
  double *sums; /* by term */
  double *degrees; /* by sentence: of all its links */
  double *next; /* by sentence */
  double *flow; /* by sentence */
  uint32_t class_count;
  double class_logs[LENGTH_CLASSES];
  size_t term_count;
} graph;

static bool make(graph *g, size_t count, const wi_sentence_terms *terms) {
  g->count = count;
  g->term_count = terms->document->terms.count;
  g->starts = wi_mem_new(count + 1, sizeof *g->starts);
  g->rows = wi_mem_new(terms->document->unit_count, sizeof *g->rows);
  g->logs = wi_mem_new(count, sizeof *g->logs);
  g->classes = wi_mem_new(count, sizeof *g->classes);
  g->sums = wi_mem_new(g->term_count, sizeof *g->sums);
  g->degrees = wi_mem_new(count, sizeof *g->degrees);
  g->next = wi_mem_new(count, sizeof *g->next);
  g->flow = wi_mem_new(count, sizeof *g->flow);
  return g->starts != NULL && g->rows != NULL && g->logs != NULL && g->classes != NULL &&
         g->sums != NULL && g->degrees != NULL && g->next != NULL && g->flow != NULL;
}

static void destroy(graph *g) {
  wi_mem_free(g->starts);
  wi_mem_free(g->rows);
  wi_mem_free(g->logs);
  wi_mem_free(g->classes);
  wi_mem_free(g->sums);
  wi_mem_free(g->degrees);
  wi_mem_free(g->next);
  wi_mem_free(g->flow);
}

/* TextRank divides by the sum of both logarithms, which is no product: sentences of one length are
 * a class, and links are summed class by class. */
static void set_class(graph *g, size_t sentence, size_t words, bool textrank) {
  const uint32_t class = !textrank                ? 0
                         : words < LENGTH_CLASSES ? (uint32_t)words
                                                  : LENGTH_CLASSES - 1;
  g->classes[sentence] = class;
  g->class_logs[class] = textrank ? wi_weight_log((double)class + 1.0) : 0.5;
  g->logs[sentence] = g->class_logs[class];
  g->class_count = class >= g->class_count ? class + 1 : g->class_count;
}

static void collect(graph *g, const uint32_t *sentences, wi_sentence_terms *terms, bool textrank) {
  size_t at = 0;
  wi_sentence_terms_rewind(terms);
  for (size_t i = 0; i < g->count; i++) {
    double square = 0.0;
    wi_term_walk walk = wi_sentence_terms_walk(terms, sentences[i]);
    g->starts[i] = at;
    while (wi_sentence_terms_next(terms, &walk)) {
      const double idf = terms->idf[walk.term];
      g->rows[at++] = (link_term){walk.term, textrank ? 1.0 : idf};
      square += idf * idf;
    }
    const double length = wi_weight_sqrt(square);
    for (size_t r = g->starts[i]; r < at && !textrank; r++) {
      g->rows[r].weight /= length;
    }
    set_class(g, i, at - g->starts[i], textrank);
  }
  g->starts[g->count] = at;
}

static double dot(const graph *g, size_t sentence) {
  double sum = 0.0;
  for (size_t r = g->starts[sentence]; r < g->starts[sentence + 1]; r++) {
    sum += g->rows[r].weight * g->sums[g->rows[r].term];
  }
  return sum;
}

static double square(const graph *g, size_t sentence) {
  double sum = 0.0;
  for (size_t r = g->starts[sentence]; r < g->starts[sentence + 1]; r++) {
    sum += g->rows[r].weight * g->rows[r].weight;
  }
  return sum;
}

/* out[i]: sum over all others j of likeness(i, j) * flow[j]. */
static void spread(graph *g, double *out, const double *flow) {
  memset(out, 0, g->count * sizeof *out);
  for (uint32_t class = 0; class < g->class_count; class ++) {
    bool is_empty = true;
    memset(g->sums, 0, g->term_count * sizeof *g->sums);
    for (size_t j = 0; j < g->count; j++) {
      for (size_t r = g->starts[j]; g->classes[j] == class && r < g->starts[j + 1]; r++) {
        g->sums[g->rows[r].term] += g->rows[r].weight * flow[j];
        is_empty = false;
      }
    }
    for (size_t i = 0; i < g->count && !is_empty; i++) {
      const double own = g->classes[i] == class ? square(g, i) * flow[i] : 0.0;
      const double both = g->logs[i] + g->class_logs[class];
      out[i] += both > 0.0 ? (dot(g, i) - own) / both : 0.0;
    }
  }
}

static void rank(graph *g, double *scores) {
  for (size_t i = 0; i < g->count; i++) {
    scores[i] = 1.0;
    g->flow[i] = 1.0;
  }
  spread(g, g->degrees, g->flow);
  for (int round = 0; round < ROUNDS; round++) {
    for (size_t i = 0; i < g->count; i++) {
      g->flow[i] = g->degrees[i] > 1e-9 ? scores[i] / g->degrees[i] : 0.0;
    }
    spread(g, g->next, g->flow);
    for (size_t i = 0; i < g->count; i++) {
      scores[i] = 1.0 - DAMPING + DAMPING * g->next[i];
    }
  }
}

static void scale(double *scores, size_t count) {
  double best = 0.0;
  for (size_t i = 0; i < count; i++) {
    scores[i] = scores[i] > 0.0 ? scores[i] : 0.0;
    best = scores[i] > best ? scores[i] : best;
  }
  for (size_t i = 0; i < count; i++) {
    scores[i] = best > 0.0 ? scores[i] / best : 0.0;
  }
}

bool wi_sentence_graph_rank(double *scores, const uint32_t *sentences, size_t count,
                            wi_sentence_terms *terms, bool textrank) {
  graph g = {0};
  const bool fits = make(&g, count, terms);
  if (fits && count > 0) {
    collect(&g, sentences, terms, textrank);
    rank(&g, scores);
    scale(scores, count);
  }
  destroy(&g);
  return fits;
}
