/* What the commands on archives share. */
#ifndef ARCHIVE_RUN_H
#define ARCHIVE_RUN_H

#include "run.h"

#include <warta/archive.h>

/* Opens the archive with the run's analyzer, which must be open. Returns EXIT_DONE, or another code
 * after a message. */
int archive_run_open(warta_archive **out, run *r, const char *path, warta_archive_mode mode);

/* An archive that articles or queries are held against. */
typedef struct archive_question {
  warta_archive *archive;
  const char *path;
  size_t found;
  int code; /* of what ended the run */
} archive_question;

/* As run_check, but what the archive says of an error ends the run. */
bool archive_run_check(run *r, archive_question *q, const record *rec, warta_status status,
                       const warta_error *error);

/* Tells the error of an archive; returns the exit code that fits. */
int archive_run_error(const char *path, const warta_error *error);

/* What names an article: the record's fields, with the headline that was found in the text if there
 * is no other. */
warta_article archive_run_article(const record *rec, const warta_document *document);

/* EXIT_USAGE after a message if no archive is given, or more operands than `most`. */
int archive_run_operands(const run *r, char **operands, size_t count, size_t most);

#endif
