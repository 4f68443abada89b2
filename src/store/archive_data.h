/* What an archive holds, for the modules of the floor store. */
#ifndef WI_ARCHIVE_DATA_H
#define WI_ARCHIVE_DATA_H

#include <stdbool.h>
#include <stdint.h>

#include <warta/archive.h>

#include "arena.h"
#include "buf.h"
#include "database.h"
#include "record.h"
#include "runs.h"
#include "strmap.h"

/* The counts that the table meta keeps. */
typedef struct wi_archive_counts {
  uint32_t articles;
  uint32_t next_article;
  uint32_t next_term;
  uint32_t next_segment;
  uint64_t body_units; /* of all articles now in the archive */
  uint64_t title_units;
} wi_archive_counts;

/* Of each article, at its number. */
typedef struct wi_length {
  uint16_t body; /* content terms, at most UINT16_MAX */
  uint8_t title;
  uint8_t is_live;
  float norms[2]; /* of the parts of its vector, by warta_vector_part (norms.h) */
} wi_length;

/* A term that was looked up, kept for the next article that has it. */
typedef struct wi_known_term {
  uint32_t number; /* 0: empty */
  uint32_t df;
  wi_str text;
} wi_known_term;

typedef struct wi_known_count {
  uint32_t number; /* 0: no article ever had it */
  uint32_t df; /* articles where it stands */
  uint32_t in_long_forms; /* articles where it is a word of a long form */
} wi_known_count;

/* An article of the open batch. */
typedef struct wi_draft {
  char *names; /* all of its texts, one behind the other */
  warta_article article;
  wi_record record; /* terms are numbers in the batch's vocabulary */
  uint64_t *shingles;
  size_t shingle_count;
  bool is_replaced; /* by a later one of the batch */
} wi_draft;

typedef struct wi_batch {
  wi_strmap terms;
  wi_strmap ids; /* to the place of the last draft of that id */
  uint32_t *places;
  size_t places_capacity;
  wi_draft *drafts;
  size_t count;
  size_t capacity;
  size_t bytes;
} wi_batch;

struct warta_archive {
  wi_db *db;
  const warta_analyzer *analyzer;
  warta_archive_options options;
  bool keeps_text;
  bool is_writing; /* a transaction to write in is open */
  wi_archive_counts counts;
  wi_segment *segments; /* in order of articles */
  size_t segment_count;
  size_t segment_capacity;
  wi_length *lengths; /* by number of article; NULL until they are asked for */
  size_t length_count;
  wi_known_term *known; /* by number; NULL until a term is asked for */
  size_t known_count;
  wi_arena known_texts;
  wi_strmap looked_up; /* terms that were asked for by their text */
  wi_known_count *looked_up_counts;
  size_t looked_up_capacity;
  bool has_drift; /* norms.h */
  double drift_least;
  double drift_most;
  wi_batch batch;
  wi_record record; /* scratch */
  wi_buf bytes; /* scratch */
};

enum { WI_LENGTH_ROWS = 333, WI_LENGTH_BYTES = 12 };

/* A number of the table meta; more than `most` is damage. */
bool wi_archive_get_number(wi_db *db, const char *name, uint64_t most, uint64_t *out);
/* Reads counts and segments anew, and forgets what was known before. */
bool wi_archive_load(warta_archive *archive);
bool wi_archive_load_segments(warta_archive *archive);
bool wi_archive_store_counts(warta_archive *archive);
/* A transaction to read in is open after it: the reader's own, or the writer's. */
bool wi_archive_begin_read(warta_archive *archive);
bool wi_archive_begin_write(warta_archive *archive);
/* The failure as a status; whatever was open is thrown away. */
warta_status wi_archive_fail(warta_archive *archive, warta_error *error);

bool wi_archive_load_lengths(warta_archive *archive);
/* lengths may be those of new articles behind all others; writes the blocks of [first, last]. */
bool wi_archive_store_lengths(warta_archive *archive, uint32_t first, uint32_t last);

/* The record of an article in archive->record. False with no failure set: there is none, *is_there
 * is false. */
bool wi_archive_read_record(warta_archive *archive, uint32_t number, bool *is_there);

/* Forgets what is remembered of terms: their frequencies have changed. */
void wi_archive_forget_terms(warta_archive *archive);
/* As wi_archive_find_term, and remembered for the next time. */
bool wi_archive_look_up_term(warta_archive *archive, wi_str text, wi_known_count *out);
/* All is 0 if the archive does not know the term. */
bool wi_archive_find_term(warta_archive *archive, wi_str text, wi_known_count *out);
/* Adds to how many articles have the term. */
bool wi_archive_count_term(warta_archive *archive, uint32_t number, int64_t more,
                           int64_t more_in_long_forms);
/* The text is borrowed until the next call of any of these two. */
bool wi_archive_term(warta_archive *archive, uint32_t number, wi_str *text, uint32_t *df);

bool wi_archive_find_article(warta_archive *archive, wi_str id, uint32_t *number);
/* Everything but the counts of meta, which stay in the archive until they are stored. */
bool wi_archive_remove(warta_archive *archive, uint32_t number);

/* *out is owned; NULL if there is no such article. */
bool wi_archive_make_document(warta_document **out, warta_archive *archive, uint32_t number,
                              bool *is_there);
/* A table of as many articles as the archive, without terms. */
warta_status wi_archive_open_df(warta_df **out, const warta_archive *archive, warta_error *error);
/* Enters the terms of archive->record into the table, with their counts. */
bool wi_archive_count_record(warta_archive *archive, warta_df *df);
/* Enters the document's terms into the table, with their counts in the archive. */
bool wi_archive_count_terms(warta_archive *archive, warta_df *df, const warta_document *document);

void wi_batch_free(wi_batch *batch);
void wi_batch_clear(wi_batch *batch);
/* Gathers a copy of the article. */
bool wi_batch_add(warta_archive *archive, const warta_document *document,
                  const warta_article *article);
/* Writes all drafts; within a transaction. */
bool wi_batch_write(warta_archive *archive);

/* Merges segments until no eight neighbours are of one size. */
bool wi_merge_segments(warta_archive *archive);

#endif
