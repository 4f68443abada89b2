/* The table of commands: name, alias, what it does, its options. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "run.h"

#include <stddef.h>

/* Returns the exit code. The operands are what is left after the options. */
typedef int (*command_fn)(run *r, char **operands, size_t count);

struct command {
  const char *name; /* two words for an action of a command: "df merge" */
  const char *alias; /* Indonesian; the name itself if it is the same */
  command_fn run;
  const char *operands; /* as help shows them */
  const char *help[2];
  const unsigned char *options; /* ends with OPTION_END */
};

extern const command command_table[];
extern const size_t command_count;

/* By name or alias; the second word counts for commands with actions. *words is how many words of
 * the arguments the name took. NULL if there is none. */
const command *command_find(char *const *words, size_t count, size_t *taken);

/* Says that the word is no command, with the nearest name. */
void command_tell_unknown(const char *word);

void command_write_help(output *o, const command *c);
void command_write_overview(output *o);

int cmd_summarize(run *r, char **operands, size_t count);
int cmd_keywords(run *r, char **operands, size_t count);
int cmd_similar(run *r, char **operands, size_t count);
int cmd_vectors(run *r, char **operands, size_t count);
int cmd_tokens(run *r, char **operands, size_t count);
int cmd_sentences(run *r, char **operands, size_t count);
int cmd_clean(run *r, char **operands, size_t count);
int cmd_labels(run *r, char **operands, size_t count);
int cmd_stem(run *r, char **operands, size_t count);
int cmd_explain(run *r, char **operands, size_t count);
int cmd_cluster(run *r, char **operands, size_t count);
int cmd_dedup(run *r, char **operands, size_t count);
int cmd_df(run *r, char **operands, size_t count);
int cmd_df_merge(run *r, char **operands, size_t count);
int cmd_df_info(run *r, char **operands, size_t count);
#if WARTA_ARCHIVE
int cmd_index(run *r, char **operands, size_t count);
int cmd_index_add(run *r, char **operands, size_t count);
int cmd_index_delete(run *r, char **operands, size_t count);
int cmd_index_list(run *r, char **operands, size_t count);
int cmd_index_check(run *r, char **operands, size_t count);
int cmd_search(run *r, char **operands, size_t count);
#endif
int cmd_version(run *r, char **operands, size_t count);
int cmd_completion(run *r, char **operands, size_t count);
int cmd_help(run *r, char **operands, size_t count);

#endif
