/* Words to stems. */
#ifndef WARTA_STEM_H
#define WARTA_STEM_H

#include <stddef.h>

#include <warta/analyzer.h>
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
 * capitalised it may be a name, and only a root that licenses this very form lets it be cut; -ku,
 * -mu and a bare -i stay on it even then.
 * Errors: WARTA_ERR_MEMORY, WARTA_ERR_LIMIT (a word over 1 GiB). */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_stem(warta_stem_result *out, warta_session *session,
                                                     const char *word, size_t len,
                                                     warta_error *error);

/* One term of an analysis's score, in hundredths; the name is static ("licensed", "confix"). */
typedef struct warta_stem_part {
  const char *name;
  int value;
} warta_stem_part;

/* One way to take a word apart, outermost prefix first. Affixes are written with hyphens and as
 * dictionaries name them: meN- with all its shapes is "me-". Empty: none. */
typedef struct warta_stem_analysis {
  warta_text prefixes; /* "me-per-" */
  warta_text root;
  warta_text suffix; /* "-kan" */
  warta_text possessive; /* "-nya" */
  warta_text particle; /* "-lah" */
  int score; /* in hundredths: the sum of the parts */
  int is_listed; /* not 0: the root is in the list; 0: the cautious rules' proposal */
  int is_licensed; /* not 0: the root's own entry tells of this form */
  int is_chosen; /* not 0: the stem comes from it */
  const warta_stem_part *parts;
  size_t part_count;
} warta_stem_analysis;

/* Why a word has its stem. All texts and rows are borrowed until the session's next call. */
typedef struct warta_stem_explanation {
  warta_stem_result result; /* as warta_stem gives it */
  const char *rule; /* what decided, in English; static */
  warta_text word; /* what was taken apart: the word folded, its doubling undone */
  const warta_stem_analysis *analyses; /* best first; ties as they were found */
  size_t count;
} warta_stem_explanation;

/* Every analysis of a word and the rule that decided; the word is taken as warta_stem takes it.
 * Without analyses with the stemmers WARTA_STEMMER_SNOWBALL and WARTA_STEMMER_NONE. Keeps about 14
 * KiB in the session. Errors: as warta_stem. Since 0.1. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_stem_explain(warta_stem_explanation *out,
                                                             warta_session *session,
                                                             const char *word, size_t len,
                                                             warta_error *error);

/* "exception", "root", "rule", "snowball" or "unchanged"; static. */
WARTA_EXPORT const char *warta_stem_how_name(warta_stem_how how);

WARTA_END_DECLS

#endif
