/* An archive: analysed articles in one file, found again by words and by likeness.
 *
 * The file is an SQLite database, so that people may read it with tools of their own; only warta
 * may write to it. What is committed stays, however the machine fails: batches are transactions of
 * a write-ahead log, and each page carries a checksum that is looked at whenever the page is read,
 * so that a damaged file gives an error and never a wrong answer.
 *
 * Kept of an article are its id, headline, date and source, its text if wanted, and its terms in
 * the order of the text. Document frequencies are those of the articles now in the archive.
 *
 * A build may leave archives out (WARTA_ARCHIVE=OFF); then this header is not installed, which is
 * why warta.h does not include it. Since 0.2.
 */
#ifndef WARTA_ARCHIVE_H
#define WARTA_ARCHIVE_H

#include <stddef.h>
#include <stdint.h>

#include <warta/analyzer.h>
#include <warta/df.h>
#include <warta/document.h>
#include <warta/export.h>
#include <warta/session.h>
#include <warta/status.h>
#include <warta/vector.h>

WARTA_BEGIN_DECLS

/* One thread at a time may use an archive; open one for each thread. */
typedef struct warta_archive warta_archive;

typedef enum warta_archive_mode {
  WARTA_ARCHIVE_READ = 0, /* sees the articles of one moment, until warta_archive_refresh */
  WARTA_ARCHIVE_WRITE = 1,
  WARTA_ARCHIVE_CREATE = 2 /* as write; the file is made if it is not there */
} warta_archive_mode;

typedef struct warta_archive_options {
  size_t struct_size;
  warta_archive_mode mode;
  int leaves_text_out; /* of a new archive: not 0 keeps no texts */
  uint32_t wait; /* milliseconds that another writer is waited for */
  uint32_t batch_articles; /* articles of a transaction; 1 or more */
  size_t batch_bytes; /* and bytes of text; a larger article is a batch of its own */
} warta_archive_options;

#define WARTA_ARCHIVE_OPTIONS_INIT                                                                 \
  { sizeof(warta_archive_options), WARTA_ARCHIVE_READ, 0, 10000, 1000, (size_t)32 << 20 }

/* *out is owned: free it with warta_archive_free; the analyzer must outlive it. options may be
 * NULL. Errors: WARTA_ERR_MISSING (no such file), WARTA_ERR_DATA (no archive, a damaged or a newer
 * one), WARTA_ERR_MISMATCH (made with other rules, lists or options), WARTA_ERR_BUSY (another
 * writer), WARTA_ERR_FILE (the system refuses; `detail` says what), WARTA_ERR_ARGUMENT,
 * WARTA_ERR_MEMORY. All calls below may fail with these. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_open(warta_archive **out, const char *path,
                                                             const warta_analyzer *analyzer,
                                                             const warta_archive_options *options,
                                                             warta_error *error);

/* NULL is allowed. What was not committed is not in the archive. */
WARTA_EXPORT void warta_archive_free(warta_archive *archive);

/* Now the articles of this moment. Numbers of articles stay as long as the article does. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_refresh(warta_archive *archive,
                                                                warta_error *error);

/* What names an article. The id must not be empty; the others may be {NULL, 0}. */
typedef struct warta_article {
  warta_text id;
  warta_text title;
  warta_text text;
  warta_text date;
  warta_text source;
} warta_article;

/* Adds an article, in place of the one with the same id if there is one. All is copied, and written
 * when the batch is full: call warta_archive_commit after the last one. The document must be the
 * article's, of the archive's analyzer. After an error the open batch is thrown away. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_add(warta_archive *archive,
                                                            const warta_document *document,
                                                            const warta_article *article,
                                                            warta_error *error);

/* Takes an article out; *found is 0 if there was none of that id. Final with the commit. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_delete(warta_archive *archive,
                                                               warta_text id, int *found,
                                                               warta_error *error);

/* Writes what is open. When it returns WARTA_OK all of it is on the disk. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_commit(warta_archive *archive,
                                                               warta_error *error);

WARTA_EXPORT uint32_t warta_archive_count(const warta_archive *archive);
WARTA_EXPORT int warta_archive_keeps_text(const warta_archive *archive);

typedef struct warta_archive_row {
  uint32_t number; /* rises in order of adding, is never used again */
  warta_article article; /* borrowed until the callback returns */
  uint32_t words;
} warta_archive_row;

/* Anything but WARTA_OK ends the run and is returned. The archive must not be used meanwhile but
 * for warta_archive_document and warta_archive_vector. */
typedef warta_status (*warta_archive_fn)(void *payload, const warta_archive_row *row);

/* Calls fn for each article in order of numbers; texts only if asked for. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_each(warta_archive *archive, int with_text,
                                                             warta_archive_fn fn, void *payload,
                                                             warta_error *error);

/* Calls fn for one article, with its text if it is kept. WARTA_ERR_MISSING if there is none. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_look(warta_archive *archive,
                                                             uint32_t number, warta_archive_fn fn,
                                                             void *payload, warta_error *error);

/* The number of the article with this id; 0 if there is none. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_find(uint32_t *out, warta_archive *archive,
                                                             warta_text id, warta_error *error);

/* The article as a document again: its content terms in sentences and headline, without the text.
 * Vectors, near-copies and counts of it are those of the document that was added. *out is owned.
 * WARTA_ERR_MISSING if there is no such article. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_document(warta_document **out,
                                                                 warta_archive *archive,
                                                                 uint32_t number,
                                                                 warta_error *error);

/* A vector of any document, weighed by the document frequencies of the archive; options->background
 * is not looked at. As warta_vector_build_with otherwise. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_vector(
    warta_vector **out, warta_archive *archive, warta_vocab *vocab, const warta_document *document,
    const warta_vector_options *options, warta_error *error);

/* All document frequencies of the archive: takes memory for every term. *out is owned. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_df(warta_df **out, warta_archive *archive,
                                                           warta_error *error);

/* The articles that answer a query, or that are near a document; best first. */
typedef struct warta_archive_hits warta_archive_hits;

typedef struct warta_archive_hit {
  uint32_t number;
  double score;
  const char *id; /* borrowed until the hits are freed; not NUL-terminated */
  size_t id_len;
  const char *title; /* NULL if it has none */
  size_t title_len;
} warta_archive_hit;

WARTA_EXPORT size_t warta_archive_hits_count(const warta_archive_hits *hits);
WARTA_EXPORT warta_archive_hit warta_archive_hits_at(const warta_archive_hits *hits, size_t index);
/* NULL is allowed. */
WARTA_EXPORT void warta_archive_hits_free(warta_archive_hits *hits);

/* Ranks articles by the words of a query (BM25 over the terms of headline, lead and body), at most
 * `limit`, ties by id. A word is found by its stem, as it is or as it would be in small letters or
 * with a capital ("lukaku" finds Lukaku), beside its neighbour or joined with it by a hyphen ("al
 * khoziny" and "Al-Khoziny" find each other), and in the long form of an acronym: where an article
 * introduces "Ridwan Kamil (RK)", each mention of either is one of "rk", "ridwan" and "kamil".
 *
 * What stands in double quotes is a phrase that an article must have: its content terms one behind
 * the other in a sentence or in the headline, whatever stop words stand between them, acronyms read
 * as their short or long form; in several sentences if the phrase has as many. A phrase of stop
 * words alone asks for nothing. *out is owned. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_search(warta_archive_hits **out,
                                                               warta_archive *archive,
                                                               warta_session *session,
                                                               warta_text query, size_t limit,
                                                               warta_error *error);

typedef struct warta_archive_near_options {
  size_t struct_size;
  size_t top; /* 1 or more */
  double min; /* least score; 0 is never a hit */
  uint32_t without; /* this number is no hit: a document of the archive itself; 0: none */
} warta_archive_near_options;

#define WARTA_ARCHIVE_NEAR_OPTIONS_INIT                                                            \
  { sizeof(warta_archive_near_options), 10, 0.0, 0 }

/* The articles nearest to a document: exact, as warta_similarity of their vectors with the
 * frequencies of the archive; ties by id. *out is owned. */
WARTA_EXPORT WARTA_NODISCARD warta_status
warta_archive_near(warta_archive_hits **out, warta_archive *archive, const warta_document *document,
                   const warta_archive_near_options *options, warta_error *error);

/* Where numbers of articles are written to. */
typedef struct warta_archive_numbers {
  uint32_t *numbers;
  size_t size;
} warta_archive_numbers;

/* The articles that share sampled runs of terms with the document: those which warta_nearcopy
 * compares; of a run that stands in more than 32 articles only the last of them. Writes at most
 * room->size numbers, rising, and returns in *count how many there are. */
WARTA_EXPORT WARTA_NODISCARD warta_status
warta_archive_candidates(size_t *count, warta_archive *archive, const warta_document *document,
                         const warta_archive_numbers *room, warta_error *error);

/* Gets each fault that a check finds, as a line of text. */
typedef void (*warta_fault_fn)(void *payload, const char *text);

/* Verifies everything: every page's checksum, the database's structure, and each table against the
 * articles. *faults is how many were found. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_archive_check(warta_archive *archive,
                                                              warta_fault_fn fn, void *payload,
                                                              size_t *faults, warta_error *error);

WARTA_END_DECLS

#endif
