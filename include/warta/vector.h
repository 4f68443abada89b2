/* Documents as weighted term vectors over a shared vocabulary. */
#ifndef WARTA_VECTOR_H
#define WARTA_VECTOR_H

#include <stddef.h>
#include <stdint.h>

#include <warta/df.h>
#include <warta/document.h>
#include <warta/export.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

/* A vocabulary gives each term a number, in order of first use. Owned; one writer at a time. */
typedef struct warta_vocab warta_vocab;
WARTA_EXPORT WARTA_NODISCARD warta_status warta_vocab_open(warta_vocab **out, warta_error *error);
WARTA_EXPORT void warta_vocab_free(warta_vocab *vocab);

/* A vector is owned; free with warta_vector_free. The vocabulary must outlive it. */
typedef struct warta_vector warta_vector;

/* As warta_vector_build_with, with the defaults but for the background. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_vector_build(warta_vector **out, warta_vocab *vocab,
                                                             const warta_document *document,
                                                             const warta_df *background,
                                                             warta_error *error);

/* A term's tf is its mentions, each weighed by its place, summed before anything else is done
 * with them (the fields of Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple
 * weighted fields", 2004). The weight is then a local part of tf, times a global part of df,
 * divided by a norm. A part is named by a letter of SMART (Salton and Buckley 1988; the table in
 * Manning, Raghavan and Schuetze, "Introduction to Information Retrieval", 6.4.3):
 *
 *   local   n  tf                 l  1 + ln tf      a  0.5 + 0.5 tf / max tf
 *           b  1                  L  (1 + ln tf) / (1 + ln mean tf)
 *   global  n  1                  t  ln(N / df)     p  max(0, ln((N - df) / df))
 *           s  ln((1 + N) / (1 + df)) + 1, at most WARTA_IDF_MAX: smoothed as in scikit-learn, and
 *              capped so that terms that the background does not know cannot run away
 *   norm    n  1                  c  L2 length      u  0.8 * 115 + 0.2 * different terms
 *
 * or all three by one name:
 *
 *   log-tf  lsc, the default
 *   bm25    tf * 2.2 / (tf + 1.2 * (0.25 + 0.75 * length / 180)) * ln(1 + (N - df + 0.5) / (df +
 *           0.5)) (Robertson and Zaragoza 2009; k1 1.2, b 0.75), then L2 length: two articles are
 *           compared, and neither is the query
 *   pivoted Lsu (Singhal, Buckley and Mitra 1996, slope 0.2)
 *
 * 180 and 115 are the mean terms and different terms of a news article. With t, p and r a term
 * that the background does not know counts as one of df 1. Only norm c gives scores from 0 to 1.
 *
 * A vector has two parts: the whole article, and its opening (headline, weighed as in the whole,
 * and first mentions), each with a norm of its own. With norm c the likeness of two articles is
 * then
 *
 *   (1 - opening_share) * cosine of the wholes + opening_share * cosine of the openings
 *
 * which one product of the two vectors gives exactly. Follow-ups reprint the background of what
 * came before under a new opening: the wholes of two such articles are alike, the openings are not.
 * A part without a term leaves its share to the other. Norms n and u have no opening part. */
typedef struct warta_vector_options {
  size_t struct_size;
  warta_text weighting; /* "log-tf", "bm25", "pivoted" or three letters; {NULL, 0}: log-tf */
  const warta_df *background; /* NULL: the built-in table of the document's analyzer */
  double title_weight; /* of a mention in the headline; 0 to 100 */
  double lead_weight; /* of a mention in opening or lead; 0 to 100 */
  double body_weight; /* of any other mention; 0 to 100 */
  double opening_share; /* of the opening part in a score; 0 to 1 */
} warta_vector_options;

/* Round numbers from 324 graded pairs of news articles. A headline says in ten words what the
 * article says in two hundred: without a weight of its own it is lost. A larger share of the
 * opening parts events of one story better, and copies from follow-ups less well. */
#define WARTA_VECTOR_OPTIONS_INIT                                                                  \
  { sizeof(warta_vector_options), {0, 0}, 0, 2.0, 1.5, 1.0, 0.15 }

/* 1 if there is such a weighting; empty is the default. */
WARTA_EXPORT int warta_weighting_is_known(warta_text name);

/* *out is owned: free it with warta_vector_free. The vocabulary learns the document's terms and
 * must outlive the vector. options may be NULL. A term whose weight is 0 is no entry. Errors:
 * WARTA_ERR_ARGUMENT (an unknown weighting, a weight out of its range), WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status
warta_vector_build_with(warta_vector **out, warta_vocab *vocab, const warta_document *document,
                        const warta_vector_options *options, warta_error *error);

/* An article's terms by field, as warta_document_field_terms gives them or an archive kept them. */
typedef struct warta_field_terms {
  const warta_field_term *rows; /* borrowed for the call; each term once, in any order */
  size_t count;
  const warta_analyzer
      *analyzer; /* for its built-in background; may be NULL if the options name one */
} warta_field_terms;

/* The vector of stored terms; the same as that of the document they were taken from. Errors: as
 * warta_vector_build_with. */
WARTA_EXPORT WARTA_NODISCARD warta_status
warta_vector_build_from(warta_vector **out, warta_vocab *vocab, const warta_field_terms *terms,
                        const warta_vector_options *options, warta_error *error);
/* NULL is allowed. */
WARTA_EXPORT void warta_vector_free(warta_vector *vector);

#define WARTA_IDF_MAX 5.0

typedef enum warta_vector_part { WARTA_PART_WHOLE = 0, WARTA_PART_OPENING = 1 } warta_vector_part;

typedef struct warta_vector_entry {
  const char *term; /* borrowed until the vocabulary is freed; not NUL-terminated */
  size_t len;
  uint32_t tf; /* mentions in the part, headline and all, each counted as one */
  double weight;
  warta_vector_part part;
} warta_vector_entry;

/* Entries in order of the vocabulary's numbers; of one term that of the whole comes first. */
WARTA_EXPORT size_t warta_vector_count(const warta_vector *vector);
WARTA_EXPORT warta_vector_entry warta_vector_at(const warta_vector *vector, size_t index);

WARTA_END_DECLS

#endif
