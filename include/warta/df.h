/* Document frequencies: in how many documents a term stands. They add, merge and save. */
#ifndef WARTA_DF_H
#define WARTA_DF_H

#include <stddef.h>
#include <stdint.h>

#include <warta/analyzer.h>
#include <warta/document.h>
#include <warta/export.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

typedef struct warta_df warta_df;

/* An empty table with the analyzer's fingerprint. *out is owned: free with warta_df_free. One
 * writer, or any number of readers. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_df_open(warta_df **out,
                                                        const warta_analyzer *analyzer,
                                                        warta_error *error);

/* The table that is built in (origin and counts: dict/background.tsv), read only: a view that costs
 * next to nothing. *out is owned; the analyzer must outlive it. Adding to it is
 * WARTA_ERR_ARGUMENT; it is exempt from the fingerprint. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_df_open_builtin(warta_df **out,
                                                                const warta_analyzer *analyzer,
                                                                warta_error *error);

/* NULL is allowed. */
WARTA_EXPORT void warta_df_free(warta_df *df);

/* Counts each term of the document once. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_df_add(warta_df *df, const warta_document *document,
                                                       warta_error *error);

/* Adds all counts of `from` to `df`. Merging commutes: the written bytes do not depend on the order
 * or grouping. Errors: WARTA_ERR_MISMATCH (other fingerprint), WARTA_ERR_LIMIT (a count over
 * 2^32-1), WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_df_merge(warta_df *df, const warta_df *from,
                                                         warta_error *error);

/* Reads the text form: "#warta-df 1 documents=N fingerprint=F", then lines term<TAB>df sorted by
 * bytes. *out is owned. Errors: WARTA_ERR_DATA with the line, WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_df_read(warta_df **out, const char *text,
                                                        size_t len, warta_error *error);

/* A file must be of the analyzer that uses it; WARTA_ERR_MISMATCH if not. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_df_check(const warta_df *df,
                                                         const warta_analyzer *analyzer,
                                                         warta_error *error);

/* Gets the pieces of the text form, in order; anything but WARTA_OK ends the writing. */
typedef warta_status (*warta_write_fn)(void *payload, const char *bytes, size_t len);
WARTA_EXPORT WARTA_NODISCARD warta_status warta_df_write(const warta_df *df, warta_write_fn fn,
                                                         void *payload, warta_error *error);

WARTA_EXPORT uint32_t warta_df_documents(const warta_df *df);
WARTA_EXPORT uint32_t warta_df_terms(const warta_df *df);
WARTA_EXPORT uint64_t warta_df_fingerprint(const warta_df *df);

/* In how many documents the term stands; 0 if in none. */
WARTA_EXPORT uint32_t warta_df_lookup(const warta_df *df, const char *term, size_t len);

WARTA_END_DECLS

#endif
