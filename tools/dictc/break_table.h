/* ICU's compiled break rules to the table of rule_table.h, and the proofs about it. */
#ifndef DICTC_BREAK_TABLE_H
#define DICTC_BREAK_TABLE_H

#include <stdbool.h>

#include "buf.h"
#include "source.h"

/* Appends the table; nothing, with a line on standard error, if ICU's form is not known. False: a
 * rule breaks what the reader of chunks builds on (told on standard error), or no memory. */
bool break_table_write(const source *rules, wi_buf *section);

#endif
