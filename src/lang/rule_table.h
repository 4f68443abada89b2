/* The break rules as one table that a byte loop can run: made by dictc from ICU's compiled rules.
 *
 * Form, in the byte order of the machine: wi_rule_table_head, then u16 next[states * columns] (the
 * number of the next state; state 0 stops, state 1 begins), u16 blocks[], one for
 * each WI_RULE_BLOCK code points (the number of its columns), u8 columns[], WI_RULE_BLOCK a block,
 * and u8 tags[states] (0: a piece may not end here). dictc writes an empty section where it does
 * not know the form of ICU's table; then ICU's own iterator runs.
 *
 * dictc also proves what chunk.h and scan.h build on and stops the build where it does not hold.
 */
#ifndef WI_RULE_TABLE_H
#define WI_RULE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

enum {
  WI_RULE_BLOCK = 128, /* code points */
  WI_RULE_BLOCKS = 0x110000 / 128,
  WI_RULE_NOTHING = 90 /* the tag of white space and of what nobody sees */
};

/* A known core: ASCII letters, one of the leads before them perhaps, and tails behind them, up to
 * white space. Proved: the letters are one piece with the tag of a word, and each lead and tail one
 * with the tag of punctuation. */
#define WI_RULE_LEADS "\"("
#define WI_RULE_TAILS ",.\"):;?!"
enum { WI_RULE_WORD = 200, WI_RULE_PUNCTUATION = 160 };

typedef struct wi_rule_table_head {
  uint32_t states;
  uint32_t columns;
  uint32_t blocks; /* different ones */
  uint32_t reserved;
} wi_rule_table_head;

typedef struct wi_rule_table {
  const uint16_t *next;
  const uint16_t *blocks;
  const uint8_t *columns;
  const uint8_t *tags;
  uint32_t width; /* columns of a state */
} wi_rule_table;

/* False if the section is empty or damaged: after true, no look-up can leave it. It must be aligned
 * to 4 bytes. Time linear in the section. */
bool wi_rule_table_open(wi_rule_table *out, wi_str section);

/* The column of a code point. */
static inline uint8_t wi_rule_column(const wi_rule_table *table, uint32_t c) {
  return table
      ->columns[(uint32_t)table->blocks[c / WI_RULE_BLOCK] * WI_RULE_BLOCK + c % WI_RULE_BLOCK];
}

#endif
