/* The label rules while they are compiled. Shared by what reads them (label_compile), finds what
 * each needs (label_needs) and writes the image (label_write).
 */
#ifndef WI_LABEL_DRAFT_H
#define WI_LABEL_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "label_image.h"
#include "pattern.h"
#include "strmap.h"

typedef struct wi_rule_draft {
  wi_pattern *pattern;
  char *name;
  wi_label_rule rule;
} wi_rule_draft;

typedef struct wi_label_draft {
  wi_rule_draft *rules;
  size_t count;
  size_t capacity;
  wi_strmap vocabulary; /* the words in small letters; their number is the id + 1 */
  wi_label_word *words; /* by number */
  size_t mark_count; /* words that some rule needs */
} wi_label_draft;

/* The number of a literal, new or known, letters in any case; 0 for one that is too long, or one
 * too many. False: no memory. */
bool wi_label_draft_number(wi_label_draft *draft, wi_str literal, uint32_t *number);

/* Sets what the rule may begin with, what a line must hold for it, and what it ends with. */
bool wi_label_draft_mark(wi_label_draft *draft, wi_rule_draft *rule);

/* Appends the image; the rules are sorted by scope. False: no memory. */
bool wi_label_draft_write(const wi_label_draft *draft, wi_buf *out);

#endif
