/* What `warta explain` explains: one file for each kind, called by cmd_explain. Each opens what it
 * needs (run_open_analyzer ...), writes its results, finishes, and returns the exit code. */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "run.h"

#include <stddef.h>

/* The operands are words; without any, standard input has one a line. */
int explain_words(run *r, char **operands, size_t count);

/* The operands are articles: the score and the features of each sentence of theirs. */
int explain_sentences(run *r, char **operands, size_t count);

/* The operands are articles: the score and the features of all that may be a keyword of theirs. */
int explain_keywords(run *r, char **operands, size_t count);

/* The operands are articles: the parts of the score of the keyword that --keyword names. */
int explain_keyword(run *r, char **operands, size_t count);

#endif
