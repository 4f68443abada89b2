/* Words to stems. */
#ifndef WARTA_STEM_H
#define WARTA_STEM_H

#include <stddef.h>

#include <warta/export.h>
#include <warta/session.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

typedef enum warta_stem_how {
  WARTA_STEM_UNCHANGED = 0,
  WARTA_STEM_EXCEPTION = 1, /* a line of dict/exceptions.txt or of the user's list */
  WARTA_STEM_ROOT = 2, /* affixes taken off, and the root is in the list (or the word itself) */
  WARTA_STEM_RULE = 3, /* affixes taken off an unknown root by the cautious rules */
  WARTA_STEM_SNOWBALL = 4
} warta_stem_how;

typedef struct warta_stem_result {
  const char *stem; /* folded; borrowed until the session's next call; not NUL-terminated */
  size_t len;
  warta_stem_how how;
} warta_stem_result;

/* The stem of one word, UTF-8. The word is taken as standing inside a sentence: if it is
 * capitalised it may be a name, and only a root that licenses this very form lets it be cut.
 * Errors: WARTA_ERR_MEMORY, WARTA_ERR_LIMIT (a word over 1 GiB). */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_stem(warta_stem_result *out, warta_session *session,
                                                     const char *word, size_t len,
                                                     warta_error *error);

/* "exception", "root", "rule", "snowball" or "unchanged"; static. */
WARTA_EXPORT const char *warta_stem_how_name(warta_stem_how how);

WARTA_END_DECLS

#endif
