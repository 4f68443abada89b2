#include "status.h"

#include <stdio.h>
#include <string.h>

typedef struct message_row {
  warta_message id;
  warta_status status;
  const char *text; /* detail is set behind it after ": " */
} message_row;

static const message_row message_rows[] = {
    {WARTA_MSG_NONE, WARTA_OK, ""},
    {WARTA_MSG_OUT_OF_MEMORY, WARTA_ERR_MEMORY, "out of memory"},
    {WARTA_MSG_OPTION_RANGE, WARTA_ERR_ARGUMENT, "option out of range"},
    {WARTA_MSG_TEXT_TOO_LONG, WARTA_ERR_LIMIT, "text is longer than the limit in bytes"},
    {WARTA_MSG_BAD_UTF8, WARTA_ERR_ENCODING, "malformed UTF-8"},
    {WARTA_MSG_LIST_LINE, WARTA_ERR_DATA, "bad list"},
    {WARTA_MSG_DICTIONARY_BROKEN, WARTA_ERR_DATA, "dictionary is damaged or of another release"},
    {WARTA_MSG_DF_HEADER, WARTA_ERR_DATA, "no #warta-df header"},
    {WARTA_MSG_DF_LINE, WARTA_ERR_DATA, "bad document-frequency file"},
    {WARTA_MSG_FINGERPRINT, WARTA_ERR_MISMATCH, "made with other rules, lists or options"},
    {WARTA_MSG_ICU, WARTA_ERR_INTERNAL, "ICU failed"},
    {WARTA_MSG_STOPPED, WARTA_ERR_STOPPED, "stopped by the callback"},
    {WARTA_MSG_COUNT_TOO_LARGE, WARTA_ERR_LIMIT, "a count is over its limit"},
    {WARTA_MSG_ARCHIVE_MISSING, WARTA_ERR_MISSING, "no such archive"},
    {WARTA_MSG_ARCHIVE_FOREIGN, WARTA_ERR_DATA, "not an archive, or its first bytes are damaged"},
    {WARTA_MSG_ARCHIVE_VERSION, WARTA_ERR_DATA, "an archive of another version of warta"},
    {WARTA_MSG_ARCHIVE_DAMAGED, WARTA_ERR_DATA, "the archive is damaged"},
    {WARTA_MSG_ARCHIVE_BUSY, WARTA_ERR_BUSY, "another writes to the archive"},
    {WARTA_MSG_ARCHIVE_FORBIDDEN, WARTA_ERR_FILE, "the archive may not be opened or written"},
    {WARTA_MSG_ARCHIVE_FILE, WARTA_ERR_FILE, "the archive could not be read or written"},
    {WARTA_MSG_ARCHIVE_NO_ARTICLE, WARTA_ERR_MISSING, "no such article in the archive"},
    {WARTA_MSG_ARCHIVE_SQLITE, WARTA_ERR_INTERNAL, "SQLite failed"},
};

static const message_row *find_row(warta_message message) {
  for (size_t i = 0; i < sizeof message_rows / sizeof message_rows[0]; i++) {
    if (message_rows[i].id == message) {
      return &message_rows[i];
    }
  }
  return &message_rows[0];
}

static void copy_text(char *to, size_t size, const char *from) {
  const size_t len = strlen(from);
  const size_t kept = len < size ? len : size - 1;
  memcpy(to, from, kept);
  to[kept] = '\0';
}

static warta_status fail(warta_error *error, warta_message message, const char *detail,
                         size_t offset, size_t line) {
  const message_row *row = find_row(message);
  if (error == NULL) {
    return row->status;
  }
  memset(error, 0, sizeof *error);
  error->status = row->status;
  error->message_id = message;
  error->offset = offset;
  error->line = line;
  copy_text(error->detail, sizeof error->detail, detail == NULL ? "" : detail);
  if (line > 0) {
    snprintf(error->message, sizeof error->message, "line %zu: %s%s%s", line, row->text,
             detail == NULL ? "" : ": ", error->detail);
  } else {
    snprintf(error->message, sizeof error->message, "%s%s%s", row->text, detail == NULL ? "" : ": ",
             error->detail);
  }
  return row->status;
}

warta_status wi_status_fail(warta_error *error, warta_message message, const char *detail) {
  return fail(error, message, detail, 0, 0);
}

warta_status wi_status_fail_at(warta_error *error, warta_message message, const char *detail,
                               size_t offset) {
  return fail(error, message, detail, offset, 0);
}

warta_status wi_status_fail_line(warta_error *error, warta_message message, const char *detail,
                                 size_t line) {
  return fail(error, message, detail, 0, line);
}

warta_status wi_status_no_memory(warta_error *error) {
  return fail(error, WARTA_MSG_OUT_OF_MEMORY, NULL, 0, 0);
}

void wi_status_clear(warta_error *error) {
  if (error != NULL) {
    memset(error, 0, sizeof *error);
  }
}

const char *warta_status_text(warta_status status) {
  switch (status) {
  case WARTA_OK:
    return "ok";
  case WARTA_ERR_ARGUMENT:
    return "argument out of range";
  case WARTA_ERR_MEMORY:
    return "out of memory";
  case WARTA_ERR_LIMIT:
    return "limit reached";
  case WARTA_ERR_ENCODING:
    return "malformed UTF-8";
  case WARTA_ERR_DATA:
    return "bad data";
  case WARTA_ERR_MISMATCH:
    return "made with other rules, lists or options";
  case WARTA_ERR_INTERNAL:
    return "internal error";
  case WARTA_ERR_STOPPED:
    return "stopped by the callback";
  case WARTA_ERR_MISSING:
    return "no such file or article";
  case WARTA_ERR_BUSY:
    return "another writes to the archive";
  case WARTA_ERR_FILE:
    return "the system could not read or write";
  }
  return "unknown status";
}
