/* The sentences that carry an article, or several articles together. */
#ifndef WARTA_SUMMARY_H
#define WARTA_SUMMARY_H

#include <stddef.h>
#include <stdint.h>

#include <warta/df.h>
#include <warta/document.h>
#include <warta/export.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

typedef enum warta_summary_method {
  WARTA_SUMMARY_DEFAULT = 0, /* the best there is in this release: trained */
  WARTA_SUMMARY_LEAD = 1, /* the first sentences */
  WARTA_SUMMARY_CENTROID = 2, /* the sentences nearest to the whole article's vector */
  WARTA_SUMMARY_TRAINED = 3, /* trees over features of a sentence, learned from summaries */
  WARTA_SUMMARY_TEXTRANK = 4, /* Mihalcea and Tarau 2004: words in common, by lengths */
  WARTA_SUMMARY_LEXRANK = 5 /* Erkan and Radev 2004, continuous: cosines of idf vectors */
} warta_summary_method;

/* Weights of the trained scorer. Read only: any number of threads may share them. */
typedef struct warta_summary_weights warta_summary_weights;

/* Reads weights from the form of dict/summary-weights.txt (which tools/train_summary.py makes).
 * *out is owned: free it with warta_summary_weights_free, after the calls that use it. Errors:
 * WARTA_ERR_DATA with the line, WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_summary_weights_read(warta_summary_weights **out,
                                                                     const char *text, size_t len,
                                                                     warta_error *error);
/* NULL is allowed. */
WARTA_EXPORT void warta_summary_weights_free(warta_summary_weights *weights);

typedef struct warta_summary_options {
  size_t struct_size;
  warta_summary_method method;
  uint32_t words; /* whole sentences nearest to so many words; 0: no word budget */
  uint32_t sentences; /* at most so many sentences; 0: no limit */
  double ratio; /* share of the words that may be chosen, over 0 to 1; 0: not used */
  const warta_summary_weights *weights; /* of the trained method; NULL: the built-in ones */
} warta_summary_options;

/* Where several bounds are given, each holds; where none is, the summary has about 65 words. The
 * best sentence is always chosen, then the next best, up to the first that would pass a bound or
 * take the summary farther from its number of words: exactly as near counts as nearer. With
 * the trained method a sentence that cannot stand alone (it has but a few words, or leads with
 * "Ia") waits until the one that it needs is chosen, unless it is better by far. A quotation of
 * several sentences is chosen as a whole where there is room; a piece of one, or a question, only
 * if without it the summary has less than three fifths of the words asked for, or too few
 * sentences. */
#define WARTA_SUMMARY_OPTIONS_INIT                                                                 \
  { sizeof(warta_summary_options), WARTA_SUMMARY_DEFAULT, 0, 0, 0.0, NULL }

/* Owned: free with warta_summary_free. It must not outlive the documents. */
typedef struct warta_summary_list warta_summary_list;

typedef struct warta_summary_sentence {
  size_t sentence; /* index into the document's sentences */
  uint32_t rank; /* 1: chosen first */
  double score; /* 0 to 1 */
  size_t document; /* index of the document it is from; 0 if there is but one */
} warta_summary_sentence;

/* Chosen sentences in text order. background may be NULL: the built-in table. A document with a
 * word in it has a summary; asking for more than there is gives
 * all. Errors: WARTA_ERR_ARGUMENT, WARTA_ERR_MEMORY. Time: linear, and sentences times their
 * logarithm. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_summary(warta_summary_list **out,
                                                        const warta_document *document,
                                                        const warta_df *background,
                                                        const warta_summary_options *options,
                                                        warta_error *error);

/* The same into a list that is there already and is emptied first, empty after an error too: its
 * memory is used again. Who reads many articles with one list asks for no more memory once it has
 * met the largest. Since: 0.1.0. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_summary_renew(warta_summary_list *list,
                                                              const warta_document *document,
                                                              const warta_df *background,
                                                              const warta_summary_options *options,
                                                              warta_error *error);

/* One summary of several documents (of one analyzer) on one matter: by document in the order given,
 * then in text order. A sentence counts for more if other documents say the same, and is left out
 * if a chosen one says it already. Without documents the list is empty. Errors: as above. Time:
 * units, times the sentences chosen. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_summary_together(
    warta_summary_list **out, const warta_document *const *documents, size_t count,
    const warta_df *background, const warta_summary_options *options, warta_error *error);

WARTA_EXPORT void warta_summary_free(warta_summary_list *list);
WARTA_EXPORT size_t warta_summary_count(const warta_summary_list *list);
WARTA_EXPORT warta_summary_sentence warta_summary_at(const warta_summary_list *list, size_t index);

/* Why: every sentence that may be chosen, in text order, with its score and what the trained method
 * looks at. Owned: free with warta_summary_table_free; it must not outlive the document. */
typedef struct warta_summary_table warta_summary_table;

/* The values are counts, or shares and likenesses in thousandths. */
typedef struct warta_summary_row {
  size_t sentence; /* index into the document's sentences */
  double score; /* 0 to 1, by the method of the options */
  const int32_t *values; /* one for each feature; borrowed until the table is freed */
} warta_summary_row;

/* Errors: as warta_summary. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_summary_explain(
    warta_summary_table **out, const warta_document *document, const warta_df *background,
    const warta_summary_options *options, warta_error *error);
WARTA_EXPORT void warta_summary_table_free(warta_summary_table *table);
WARTA_EXPORT size_t warta_summary_table_count(const warta_summary_table *table);
WARTA_EXPORT warta_summary_row warta_summary_table_at(const warta_summary_table *table,
                                                      size_t index);

/* "headline-cosine"; static. index < count. */
WARTA_EXPORT size_t warta_summary_feature_count(void);
WARTA_EXPORT const char *warta_summary_feature_name(size_t index);

WARTA_END_DECLS

#endif
