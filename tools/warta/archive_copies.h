/* `dedup --archive`: what of an archive may be a copy of an article. */
#ifndef ARCHIVE_COPIES_H
#define ARCHIVE_COPIES_H

#include "archive_run.h"
#include "buffer.h"
#include "run.h"

#include <stdbool.h>

/* Gets an article of the archive that may be a copy. False ends the run. */
typedef bool (*copy_candidate_fn)(run *r, const record *rec, const warta_document *document,
                                  void *payload);

/* Candidates are those of the moment when it was opened, also if articles are added meanwhile. */
typedef struct archive_copies {
  copy_candidate_fn fn;
  warta_archive *reader;
  warta_archive *writer; /* NULL without --add */
  const char *path;
  buffer given; /* a bit for each article that was handed over */
  int code; /* of what ended the run */
} archive_copies;

/* Opens --archive. Returns EXIT_DONE, or another code after a message. */
int archive_copies_open(archive_copies *from, run *r, copy_candidate_fn fn);
void archive_copies_free(archive_copies *from);
/* Commits what --add added; returns the code, or what went wrong. */
int archive_copies_finish(archive_copies *from, int code);

/* Calls fn for each article that may be a copy and was not handed over before; then adds the
 * article itself if --add says so. False if the run ends. */
bool archive_copies_find(archive_copies *from, run *r, const record *rec,
                         const warta_document *document, void *payload);

#endif
