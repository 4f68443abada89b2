/* The analyzer: rules, dictionary and word lists, opened once and shared by all threads.
 *
 * It never changes after it is open. Sessions (warta/session.h) do the work, one per thread.
 */
#ifndef WARTA_ANALYZER_H
#define WARTA_ANALYZER_H

#include <stddef.h>
#include <stdint.h>

#include <warta/export.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

typedef struct warta_analyzer warta_analyzer;

typedef enum warta_stemmer {
  WARTA_STEMMER_ROOTS = 0, /* affix analysis verified by the root list (default) */
  WARTA_STEMMER_SNOWBALL = 1, /* libstemmer's "indonesian", as it is */
  WARTA_STEMMER_NONE = 2
} warta_stemmer;

typedef enum warta_choice { WARTA_KEEP = 0, WARTA_CUT = 1 } warta_choice;

/* A text of the caller's, not NUL-terminated; {NULL, 0} is none. */
typedef struct warta_text {
  const char *text;
  size_t len;
} warta_text;

/* The lists have the form of the files in dict/, in UTF-8; a line with '-' before it takes away.
 * Their bytes are read at open and copied where needed. */
typedef struct warta_analyzer_options {
  size_t struct_size;
  warta_stemmer stemmer;
  warta_choice abbreviation_stop; /* "Dr." one token, or "Dr" and "." */
  warta_choice clitics; /* "bukunya" one token, or "buku" and "nya" */
  int labels_off; /* not 0: every line counts as article text */
  int strict; /* not 0: malformed UTF-8 is an error, not repaired */
  warta_text stopwords;
  warta_text roots;
  warta_text exceptions;
  warta_text abbreviations;
  warta_text label_patterns;
  int plain; /* not 0: the slow path, for comparison: ICU's own iterator over the same rules, and
                every word folded and stemmed anew. The results are the same. Since 0.2. */
} warta_analyzer_options;

#define WARTA_ANALYZER_OPTIONS_INIT                                                                \
  {                                                                                                \
    sizeof(warta_analyzer_options), WARTA_STEMMER_ROOTS, WARTA_KEEP, WARTA_KEEP, 0, 0, {0, 0},     \
        {0, 0}, {0, 0}, {0, 0}, {0, 0}, 0                                                          \
  }

/* *out is owned: free it with warta_analyzer_free, after its sessions. options may be NULL.
 * Opening also warms ICU: a cold ICU 72 can crash when memory runs out, a warm one cannot.
 * Errors: WARTA_ERR_ARGUMENT, WARTA_ERR_DATA (a list's line), WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_analyzer_open(warta_analyzer **out,
                                                              const warta_analyzer_options *options,
                                                              warta_error *error);

/* NULL is allowed. No session may be in use. */
WARTA_EXPORT void warta_analyzer_free(warta_analyzer *analyzer);

/* A number that changes with everything that can change a term: break rules, dictionary, lists,
 * Unicode version, options. Files of counts carry it. */
WARTA_EXPORT uint64_t warta_analyzer_fingerprint(const warta_analyzer *analyzer);

WARTA_END_DECLS

#endif
