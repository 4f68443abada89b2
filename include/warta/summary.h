/* The sentences that carry an article. */
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
  WARTA_SUMMARY_DEFAULT = 0, /* the best there is in this release */
  WARTA_SUMMARY_LEAD = 1, /* the first sentences */
  WARTA_SUMMARY_CENTROID = 2, /* the sentences nearest to the whole article's vector */
  WARTA_SUMMARY_BLEND = 3 /* centroid and headline, weighted by place: the default */
} warta_summary_method;

typedef struct warta_summary_options {
  size_t struct_size;
  warta_summary_method method;
  uint32_t words; /* whole sentences nearest to so many words; 0: no word budget */
  uint32_t sentences; /* at most so many sentences; 0: no limit */
  double ratio; /* share of the article's words, over 0 to 1; 0: not used */
} warta_summary_options;

/* Where several bounds are given, each holds; where none is, the summary has about 65 words. The
 * best sentence is always chosen, then the next best, up to the first that would pass a bound or
 * take the summary farther from its number of words. */
#define WARTA_SUMMARY_OPTIONS_INIT                                                                 \
  { sizeof(warta_summary_options), WARTA_SUMMARY_DEFAULT, 0, 0, 0.0 }

/* Owned: free with warta_summary_free. It must not outlive the document. */
typedef struct warta_summary_list warta_summary_list;

typedef struct warta_summary_sentence {
  size_t sentence; /* index into the document's sentences */
  uint32_t rank; /* 1: chosen first */
  double score; /* 0 to 1 */
} warta_summary_sentence;

/* Chosen sentences in text order. background may be NULL: the built-in table. A document with a
 * word in it has a summary; asking for more than there is gives all. Errors: WARTA_ERR_ARGUMENT,
 * WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_summary(warta_summary_list **out,
                                                        const warta_document *document,
                                                        const warta_df *background,
                                                        const warta_summary_options *options,
                                                        warta_error *error);
WARTA_EXPORT void warta_summary_free(warta_summary_list *list);
WARTA_EXPORT size_t warta_summary_count(const warta_summary_list *list);
WARTA_EXPORT warta_summary_sentence warta_summary_at(const warta_summary_list *list, size_t index);

WARTA_END_DECLS

#endif
