/* What the program says on standard error, in English and Indonesian.
 *
 * The form is `warta: NAME:OFFSET: what is wrong (what to do)`. Texts hold {1} and {2} for their
 * arguments, so that the languages may order them as they like. */
#ifndef MESSAGE_H
#define MESSAGE_H

#include "buffer.h"

#include <stdbool.h>
#include <stddef.h>

#include <warta/status.h>

typedef enum language { LANGUAGE_ENGLISH = 0, LANGUAGE_INDONESIAN = 1 } language;

typedef enum message_id {
  MSG_NO_MEMORY,
  MSG_NO_COMMAND,
  MSG_UNKNOWN_COMMAND,
  MSG_UNKNOWN_COMMAND_NEAR,
  MSG_UNKNOWN_OPTION,
  MSG_UNKNOWN_OPTION_NEAR,
  MSG_OPTION_NEEDS_VALUE,
  MSG_OPTION_TAKES_NONE,
  MSG_OPTION_BAD_VALUE,
  MSG_OPTION_BAD_COUNT,
  MSG_OPTION_BAD_REAL,
  MSG_OPTIONS_CLASH,
  MSG_TOO_MANY_OPERANDS,
  MSG_NEEDS_FILES,
  MSG_UNKNOWN_ENCODING,
  MSG_STDIN_HINT,
  MSG_NO_SUCH_FILE,
  MSG_NOT_ALLOWED,
  MSG_CANNOT_OPEN,
  MSG_CANNOT_READ,
  MSG_EMPTY_FOLDER,
  MSG_IS_FOLDER,
  MSG_HTML,
  MSG_TOO_LONG,
  MSG_BAD_UTF8,
  MSG_BAD_UTF8_COUNT,
  MSG_BAD_ENCODING_COUNT,
  MSG_READ_AS_WINDOWS_1252,
  MSG_NOT_JSON,
  MSG_NOT_JSON_OBJECT,
  MSG_NO_TEXT_FIELD,
  MSG_FIELD_NOT_TEXT,
  MSG_TOO_MANY_ERRORS,
  MSG_CANNOT_CREATE,
  MSG_CANNOT_WRITE,
  MSG_LIST_LINE,
  MSG_OPTION_RANGE,
  MSG_DICTIONARY_BROKEN,
  MSG_DF_HEADER,
  MSG_DF_LINE,
  MSG_FINGERPRINT,
  MSG_INTERNAL,
  MSG_COUNT_TOO_LARGE,
  MSG_PAIR_LINE,
  MSG_UNKNOWN_ID,
  MSG_DOUBLE_ID,
  MSG_TOO_MANY_PAIRS,
  MSG_QUERY_COUNT,
  MSG_ARCHIVE_MISSING,
  MSG_ARCHIVE_FOREIGN,
  MSG_ARCHIVE_VERSION,
  MSG_ARCHIVE_DAMAGED,
  MSG_ARCHIVE_BUSY,
  MSG_ARCHIVE_FORBIDDEN,
  MSG_ARCHIVE_FILE,
  MSG_ARCHIVE_FINGERPRINT,
  MSG_ARCHIVE_UNKNOWN_ID,
  MSG_ARCHIVE_NO_ID,
  MSG_NEEDS_ARCHIVE,
  MSG_NEEDS_IDS,
  MSG_ARCHIVE_KEEPS,
  /* words of the text format */
  MSG_WORD_KEYWORDS,
  MSG_WORD_WORDS, /* behind the word for many stands that for one */
  MSG_WORD_WORD,
  MSG_WORD_NOTHING_ALIKE,
  MSG_WORD_NO_COPIES,
  MSG_WORD_NO_GROUPS,
  MSG_WORD_ORIGINAL,
  MSG_WORD_FOLLOWUPS,
  MSG_WORD_DOCUMENTS,
  MSG_WORD_DOCUMENT,
  MSG_WORD_ARTICLES,
  MSG_WORD_ARTICLE,
  MSG_WORD_NO_HITS,
  MSG_WORD_NO_FAULTS,
  MSG_WORD_FAULTS,
  MSG_WORD_FAULT,
  MSG_WORD_TERMS,
  MSG_WORD_TERM,
  MSG_WORD_FINGERPRINT,
  MSG_WORD_SCORE,
  MSG_WORD_GROUPS,
  MSG_WORD_IN_GROUPS,
  MSG_WORD_ALONE,
  MSG_WORD_MB_A_SECOND,
  MSG_WORD_LEFT,
  MSG_HELP_USAGE,
  MSG_HELP_SYNOPSIS,
  MSG_HELP_SOME_OPTIONS,
  MSG_HELP_COMMANDS,
  MSG_HELP_OPTIONS,
  MSG_HELP_ALIAS,
  MSG_HELP_MORE,
  MSG_HELP_PURPOSE,
  MSG_COUNT
} message_id;

#define MESSAGE_NO_PLACE ((size_t)-1)

void message_setup(language lang, bool quiet);
language message_language(void);

/* What this thread says is added to `to` instead of being written; NULL: written again. Returns
 * what was set before. */
buffer *message_divert(buffer *to);

/* Writes what was diverted before; and what this thread has diverted, as the program ends. */
void message_write(const char *bytes, size_t len);
void message_write_diverted(void);

/* One line that the next of its kind replaces on a terminal, and that any message or a length of 0
 * takes away; elsewhere a line like others. */
void message_progress(const char *text, size_t len, bool is_terminal);

/* The text of a message in the language in use, arguments not filled in. */
const char *message_text(message_id id);

/* The word for so many of them, as "words" and "word". */
const char *message_counted(message_id many, size_t count);

/* NAME may be NULL; the offset (or line) may be MESSAGE_NO_PLACE. Control characters in NAME and in
 * the arguments are shown as \xHH. Warnings are silent after --quiet. */
void message_error(const char *name, size_t place, message_id id, const char *first,
                   const char *second);
void message_warn(const char *name, size_t place, message_id id, const char *first,
                  const char *second);

/* The library's error in the language in use; `name` is the record or file at fault. Returns the
 * exit code that fits. */
int message_library_error(const char *name, const warta_error *error);

#endif
