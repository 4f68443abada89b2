/* The options: one table for the parser, for --help and for the checks of the man page. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "message.h"
#include "output.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Numbers of choices: the place in the option's list of names, from 1; 0 is "not given". */
enum { FROM_AUTO = 1, FROM_TEXT, FROM_JSONL };
enum { FORMAT_TEXT = 1, FORMAT_TSV, FORMAT_JSON, FORMAT_JSONL };
enum { COLOR_AUTO = 1, COLOR_ALWAYS, COLOR_NEVER };
enum { CHOICE_KEEP = 1, CHOICE_CUT };
enum { LABELS_SKIP = 1, LABELS_KEEP };
enum { METHOD_LEAD = 1, METHOD_CENTROID, METHOD_TEXTRANK, METHOD_LEXRANK, METHOD_TRAINED };
enum { STEMMER_ROOTS = 1, STEMMER_SNOWBALL, STEMMER_NONE };
enum { LANG_ENGLISH = 1, LANG_INDONESIAN };

enum { JOBS_MOST = 256 };

typedef struct settings {
  uint32_t from;
  const char *id_field;
  const char *title_field;
  const char *text_field;
  const char *date_field;
  const char *source_field;
  const char *encoding; /* NULL: by the rule */
  uint32_t strict;
  uint32_t max_errors; /* 0: none */
  uint32_t format;
  const char *output;
  uint32_t line_buffered;
  uint32_t limit;
  uint32_t words;
  uint32_t sentences;
  double ratio;
  uint32_t max_words;
  uint32_t method;
  const char *weights; /* NULL: built in */
  uint32_t together;
  uint32_t explain_sentences;
  uint32_t explain_keywords;
  const char *keyword; /* to explain; NULL: none */
  uint32_t top; /* 0: all */
  double min;
  double story_min;
  uint32_t window; /* days; UINT32_MAX: none */
  const char *query;
  const char *pairs;
  const char *archive; /* NULL: none */
  uint32_t add;
  const char *queries;
  uint32_t without_text;
  uint32_t batch;
  uint32_t wait; /* seconds */
  uint32_t explain;
  const char *weighting; /* NULL: log-tf */
  const char *background; /* NULL: built in */
  uint32_t stemmer;
  const char *stopwords;
  const char *roots;
  const char *exceptions;
  const char *abbreviations;
  const char *label_patterns;
  uint32_t jobs; /* 0: as many as there are processors */
  uint32_t abbr_stop;
  uint32_t clitics;
  uint32_t plain;
  uint32_t labels;
  uint32_t quiet;
  uint32_t progress;
  uint32_t color;
  uint32_t lang;
  uint32_t help;
} settings;

typedef enum option_id {
  OPTION_END, /* ends the list of a command */
  OPTION_FROM,
  OPTION_ID_FIELD,
  OPTION_TITLE_FIELD,
  OPTION_TEXT_FIELD,
  OPTION_DATE_FIELD,
  OPTION_SOURCE_FIELD,
  OPTION_ENCODING,
  OPTION_STRICT,
  OPTION_MAX_ERRORS,
  OPTION_FORMAT,
  OPTION_OUTPUT,
  OPTION_LINE_BUFFERED,
  OPTION_LIMIT,
  OPTION_WORDS,
  OPTION_SENTENCES,
  OPTION_RATIO,
  OPTION_MAX_WORDS,
  OPTION_METHOD,
  OPTION_WEIGHTS,
  OPTION_TOGETHER,
  OPTION_EXPLAIN_SENTENCES,
  OPTION_EXPLAIN_KEYWORDS,
  OPTION_KEYWORD,
  OPTION_TOP,
  OPTION_MIN,
  OPTION_STORY_MIN,
  OPTION_WINDOW,
  OPTION_OF_ARCHIVE,
  OPTION_ADD_FIRST,
  OPTION_QUERY,
  OPTION_PAIRS,
  OPTION_ARCHIVE,
  OPTION_ADD,
  OPTION_QUERIES,
  OPTION_HITS,
  OPTION_WITHOUT_TEXT,
  OPTION_BATCH,
  OPTION_WAIT,
  OPTION_EXPLAIN,
  OPTION_WEIGHTING,
  OPTION_BACKGROUND,
  OPTION_STEMMER,
  OPTION_STOPWORDS,
  OPTION_ROOTS,
  OPTION_EXCEPTIONS,
  OPTION_ABBREVIATIONS,
  OPTION_LABEL_PATTERNS,
  OPTION_ABBR_STOP,
  OPTION_CLITICS,
  OPTION_PLAIN,
  OPTION_LABELS,
  OPTION_JOBS,
  OPTION_QUIET,
  OPTION_PROGRESS,
  OPTION_COLOR,
  OPTION_LANG,
  OPTION_HELP,
  OPTION_COUNT
} option_id;

void settings_init(settings *s);

/* Takes the options out of the arguments, wherever they stand before "--", and leaves the others in
 * order at the front. `allowed` ends with OPTION_END. Returns the number left, or -1 after a
 * message about a usage error. */
int options_parse(settings *s, const unsigned char *allowed, const char *command, char **arguments,
                  int count);

/* The lines of --help. */
void options_write_help(output *o, const unsigned char *allowed);

/* The language for messages: --lang among the arguments, else LC_ALL, LC_MESSAGES, LANG. */
language options_find_language(char **arguments, int count);

/* The name in the list that is nearest to `word`, or NULL if none is near. */
const char *options_nearest(const char *word, const char *const *names, size_t count);

#endif
