/* The key phrases of a document. */
#ifndef WARTA_KEYWORDS_H
#define WARTA_KEYWORDS_H

#include <stddef.h>
#include <stdint.h>

#include <warta/df.h>
#include <warta/document.h>
#include <warta/export.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

typedef struct warta_keyword_options {
  size_t struct_size;
  uint32_t limit; /* at most so many phrases; 1 to 10000 */
  /* Words a phrase may have, 1 to 8. Not counted: what joins or numbers a name. */
  uint32_t max_words;
  uint32_t doubles; /* not 0: also what says the same as a better one, or stands in it */
} warta_keyword_options;

#define WARTA_KEYWORD_OPTIONS_INIT                                                                 \
  { sizeof(warta_keyword_options), 10, 4, 0 }

/* A ranked list; owned: free with warta_keywords_free. It must not outlive the document. */
typedef struct warta_keyword_list warta_keyword_list;

typedef struct warta_span {
  size_t start; /* bytes into the document's text, half-open */
  size_t end;
} warta_span;

typedef struct warta_keyword {
  const char *text; /* the commonest written form; borrowed until the list is freed */
  size_t len;
  double score; /* 0 to 1; the first has 1 */
  uint32_t count;
  /* Every occurrence in text order, `count` of them: of both forms of an acronym, and of a name
   * also where its short form stands for it. Without the office of a person that is shown. */
  const warta_span *spans;
} warta_keyword;

/* How a keyword came to its score: the six parts, multiplied, are the total. Each but the
 * headline's is e to the power of the sum of some features, each times its weight. */
typedef struct warta_keyword_parts {
  double frequency; /* how often and how widely the text speaks of it */
  double idf; /* rare words in it: capped inverse document frequencies */
  double position; /* where it stands first */
  double name; /* names, acronyms, places */
  double form; /* how many words, and of what kind */
  double headline; /* 1, or up to 2 with all words in the headline */
  double total;
  double score; /* the total, divided by that of the first keyword */
} warta_keyword_parts;

/* background may be NULL: the built-in table of the document's analyzer. A document with a word in
 * it has a keyword. Errors: WARTA_ERR_ARGUMENT, WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_keywords(warta_keyword_list **out,
                                                         const warta_document *document,
                                                         const warta_df *background,
                                                         const warta_keyword_options *options,
                                                         warta_error *error);
/* The same into a list that is there already and is emptied first, empty after an error too: its
 * memory is used again. Who reads many articles with one list asks for no more memory once it has
 * met the largest; what was borrowed from the list is gone. Since: 0.1.0. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_keywords_renew(warta_keyword_list *list,
                                                               const warta_document *document,
                                                               const warta_df *background,
                                                               const warta_keyword_options *options,
                                                               warta_error *error);
WARTA_EXPORT void warta_keywords_free(warta_keyword_list *list);
WARTA_EXPORT size_t warta_keywords_count(const warta_keyword_list *list);
WARTA_EXPORT warta_keyword warta_keywords_at(const warta_keyword_list *list, size_t index);

/* The parts of the score of a keyword; index < count. */
WARTA_EXPORT warta_keyword_parts warta_keywords_parts(const warta_keyword_list *list, size_t index);

/* The features of a keyword, in thousandths, one for each name below; "headlines" may be below 0.
 * Borrowed until the list is freed. index < count. */
WARTA_EXPORT const int32_t *warta_keywords_features(const warta_keyword_list *list, size_t index);

/* "idf-mean"; static. index < count. */
WARTA_EXPORT size_t warta_keyword_feature_count(void);
WARTA_EXPORT const char *warta_keyword_feature_name(size_t index);

WARTA_END_DECLS

#endif
