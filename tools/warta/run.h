/* What every command needs: analyzer, session, background and output; and the loop over articles.
 */
#ifndef RUN_H
#define RUN_H

#include "input.h"
#include "json.h"
#include "options.h"
#include "output.h"
#include "tally.h"
#include "text.h"
#include "tsv.h"

#include <stdbool.h>
#include <stddef.h>

#include <warta/warta.h>

typedef struct command command;

typedef struct run {
  const command *command;
  settings *options;
  warta_analyzer *analyzer;
  warta_session *session;
  /* Of the article at hand; the next one takes their memory. */
  warta_document *document;
  warta_keyword_list *keywords;
  warta_summary_list *summary;
  const warta_df *background; /* what own_background is, once it is whole */
  warta_df *own_background; /* built in, of --background FILE, or of the input itself */
  output *out;
  text_style style;
  json json;
  tally counts;
  size_t results; /* written so far; JSON arrays and blank lines between articles need it */
  bool skips_analysis; /* the command wants the records only: its document is NULL */
  bool is_worker; /* of a stream: its output is put in order elsewhere */
} run;

/* Each returns EXIT_DONE, or another code after a message. */
int run_open_analyzer(run *r);
int run_open_background(run *r); /* not for "self" */
void run_open_output(run *r); /* last, when nothing else can fail */
bool run_background_is_self(const run *r);

/* --weighting: EXIT_USAGE after a message if there is no such name. */
int run_check_weighting(const run *r);
warta_text run_weighting(const run *r);

/* Closes the output, or throws it away if the code says that nothing was done. Returns the code. */
int run_finish(run *r, int code);
void run_free(run *r);
/* Frees what is kept from article to article. */
void run_free_answers(run *r);

/* True if the status is WARTA_OK. Else tells it; a lack of memory or an internal error ends the
 * program, anything else counts the record as bad. */
bool run_check(run *r, const record *rec, warta_status status, const warta_error *error);

/* Analyses each article of the paths and calls fn, which returns whether it went well. fn may run
 * in several threads at once, each with a run of its own, and must only read the payload; results
 * come out in the order of the input. With --background self all articles are read first. Returns
 * the exit code. */
typedef bool (*article_fn)(run *r, const record *rec, const warta_document *document,
                           void *payload);
int run_articles(run *r, char **paths, size_t count, article_fn fn, void *payload);

/* The same for what collects: fn is called in this thread with r itself, one article after the
 * other; only the analysis runs in several. */
int run_in_turn(run *r, char **paths, size_t count, article_fn fn, void *payload);

/* Reads and analyses all articles of the paths, then calls fn once with those that are good.
 * Returns the exit code. */
typedef struct article article; /* stream.h */
typedef bool (*articles_fn)(run *r, const article *articles, size_t count, void *payload);
int run_all(run *r, char **paths, size_t count, articles_fn fn, void *payload);

/* Opens, runs the articles, finishes: all that most commands do. `columns` is the TSV header. */
int run_whole(run *r, char **paths, size_t count, const char *columns, article_fn fn);

/* Around the results: array brackets, "v" and what names the record; TSV header. */
void run_results_begin(run *r, const char *columns);
void run_results_end(run *r);
/* Before each result that has a form of its own (an object, the text of an article): what stands
 * between it and the last. */
void run_result_begin(run *r);
void run_object_begin(run *r);
void run_object_end(run *r);
void run_json_member(run *r, const char *name, warta_text value);

bool run_is_json(const run *r);
bool run_is_tsv(const run *r);

#endif
