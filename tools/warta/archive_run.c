#include "archive_run.h"

#include "commands.h"
#include "detail.h"
#include "exits.h"
#include "message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int archive_run_error(const char *path, const warta_error *error) {
  if (error->message_id == WARTA_MSG_FINGERPRINT) {
    char room[DETAIL_BYTES];
    message_error(path, MESSAGE_NO_PLACE, MSG_ARCHIVE_FINGERPRINT, detail_text(room, error->detail),
                  NULL);
    return EXIT_BAD_DATA;
  }
  return message_library_error(path, error);
}

/* A file that may not be made is none that is there: SQLite only tells the latter. */
static int why_not_made(const char *path) {
  const char *slash = strrchr(path, '/');
  const size_t len = slash == NULL ? 0 : (size_t)(slash - path) + 1;
  char *folder = memory_copy(len == 0 ? "." : path, len == 0 ? 1 : len);
  const int error = access(folder, W_OK) == 0 ? ENOENT : errno;
  free(folder);
  return error;
}

int archive_run_open(warta_archive **out, run *r, const char *path, warta_archive_mode mode) {
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  warta_error error;
  options.mode = mode;
  options.leaves_text_out = r->options->without_text != 0;
  options.wait = r->options->wait * 1000;
  options.batch_articles = r->options->batch;
  if (warta_archive_open(out, path, r->analyzer, &options, &error) == WARTA_OK) {
    return EXIT_DONE;
  }
  if (mode == WARTA_ARCHIVE_CREATE && error.status == WARTA_ERR_MISSING) {
    message_error(path, MESSAGE_NO_PLACE, MSG_CANNOT_CREATE, detail_errno(why_not_made(path)),
                  NULL);
    return EXIT_CANNOT_CREATE;
  }
  return archive_run_error(path, &error);
}

warta_article archive_run_article(const record *rec, const warta_document *document) {
  const warta_text title = rec->title.len > 0 ? rec->title : warta_document_title(document);
  return (warta_article){rec->id, title, rec->text, rec->date, rec->source};
}

int archive_run_operands(const run *r, char **operands, size_t count, size_t most) {
  if (count == 0) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_NEEDS_ARCHIVE, r->command->name, NULL);
    return EXIT_USAGE;
  }
  if (count > most) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_TOO_MANY_OPERANDS, operands[most], r->command->name);
    return EXIT_USAGE;
  }
  return EXIT_DONE;
}

bool archive_run_check(run *r, archive_question *q, const record *rec, warta_status status,
                       const warta_error *error) {
  if (status != WARTA_OK && error->message_id >= WARTA_MSG_ARCHIVE_MISSING) {
    q->code = archive_run_error(q->path, error);
    r->counts.stopped = true;
    return false;
  }
  return run_check(r, rec, status, error);
}
