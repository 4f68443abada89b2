/* What every fallible call returns, and the detail of a failure.
 *
 * Functions that can fail return warta_status: WARTA_OK is 0, errors are negative. Their optional
 * last parameter, a warta_error, is the caller's own, is never allocated, and may be NULL. On
 * failure every out parameter is NULL or zero and nothing leaks.
 */
#ifndef WARTA_STATUS_H
#define WARTA_STATUS_H

#include <stddef.h>

#include <warta/export.h>

WARTA_BEGIN_DECLS

typedef enum warta_status {
  WARTA_OK = 0,
  WARTA_ERR_ARGUMENT = -1, /* an option or argument is out of its range */
  WARTA_ERR_MEMORY = -2, /* no memory; the handle stays usable */
  WARTA_ERR_LIMIT = -3, /* a named limit is reached; nothing was cut off */
  WARTA_ERR_ENCODING = -4, /* malformed UTF-8 in strict mode; offset names the byte */
  WARTA_ERR_DATA = -5, /* a word list or frequency file is broken; line names the place */
  WARTA_ERR_MISMATCH = -6, /* made with other rules, lists or options */
  WARTA_ERR_INTERNAL = -7, /* ICU or Snowball failed in a way that should not happen */
  WARTA_ERR_STOPPED = -8, /* a callback asked to stop */
  WARTA_ERR_MISSING = -9, /* no such file, or no such article */
  WARTA_ERR_BUSY = -10, /* another writes to the archive, and the wait is over */
  WARTA_ERR_FILE = -11 /* the system could not read or write, or does not allow it */
} warta_status;

/* Names the message, for translation; numbers are never reused. */
typedef enum warta_message {
  WARTA_MSG_NONE = 0,
  WARTA_MSG_OUT_OF_MEMORY = 1,
  WARTA_MSG_OPTION_RANGE = 2, /* detail: the option */
  WARTA_MSG_TEXT_TOO_LONG = 3, /* detail: the limit in bytes */
  WARTA_MSG_BAD_UTF8 = 4, /* offset: the byte */
  WARTA_MSG_LIST_LINE = 5, /* line; detail: what is wrong with it */
  WARTA_MSG_DICTIONARY_BROKEN = 6, /* detail: which part */
  WARTA_MSG_DF_HEADER = 7, /* line 1 is not a #warta-df header */
  WARTA_MSG_DF_LINE = 8, /* line; detail: what is wrong with it */
  WARTA_MSG_FINGERPRINT = 9, /* detail: the two fingerprints */
  WARTA_MSG_ICU = 10, /* detail: ICU's error name */
  WARTA_MSG_STOPPED = 11,
  WARTA_MSG_COUNT_TOO_LARGE = 12, /* detail: what was counted */
  WARTA_MSG_ARCHIVE_MISSING = 13, /* no such file */
  WARTA_MSG_ARCHIVE_FOREIGN = 14, /* not an archive, or its first bytes are damaged */
  WARTA_MSG_ARCHIVE_VERSION = 15, /* of another version of warta */
  WARTA_MSG_ARCHIVE_DAMAGED = 16, /* detail: where */
  WARTA_MSG_ARCHIVE_BUSY = 17,
  WARTA_MSG_ARCHIVE_FORBIDDEN = 18, /* detail: what the system says */
  WARTA_MSG_ARCHIVE_FILE = 19, /* detail: what the system says */
  WARTA_MSG_ARCHIVE_NO_ARTICLE = 20,
  WARTA_MSG_ARCHIVE_SQLITE = 21 /* detail: what SQLite says, where it should not */
} warta_message;

typedef struct warta_error {
  warta_status status;
  warta_message message_id;
  size_t offset; /* byte offset into the input, where input is at fault; else 0 */
  size_t line; /* line of a list or frequency file, from 1; else 0 */
  char detail[96]; /* the part of the message that is not fixed; NUL-terminated */
  char message[192]; /* the whole message in English, NUL-terminated */
} warta_error;

/* The name of a status in plain words ("out of memory"); static, never NULL. */
WARTA_EXPORT const char *warta_status_text(warta_status status);

WARTA_END_DECLS

#endif
