#include "commands.h"
#include "explain.h"

/* What is asked for is told by an option; without one, words are explained. */
int cmd_explain(run *r, char **operands, size_t count) {
  if (r->options->explain_sentences != 0) {
    return explain_sentences(r, operands, count);
  }
  if (r->options->explain_keywords != 0) {
    return explain_keywords(r, operands, count);
  }
  if (r->options->keyword != NULL) {
    return explain_keyword(r, operands, count);
  }
  return explain_words(r, operands, count);
}
