/* Sums of small decision trees over whole numbers: the form of trained weights.
 *
 * As text (dict/summary-weights.txt, --weights FILE):
 *
 *     #warta-trees 1 scale=8192
 *     place behind words                the names of the numbers, which count from 0
 *     0:2 2:13 =91 =-14 =3              a tree a line: a split, its low branch, its high branch
 *
 * "0:2" asks whether number 0 is at most 2 (low) or more (high); "=91" is a leaf. Lines that begin
 * with '#' behind the first are comments. The sum is that of one leaf of each tree, by the scale.
 *
 * In the compiled dictionary: wi_trees_head, then the nodes in the order of the text, a node of the
 * kind WI_TREE_HEAD before each tree.
 */
#ifndef WI_TREES_H
#define WI_TREES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/status.h>

#include "buf.h"
#include "str.h"

enum { WI_TREE_LEAF = 255, WI_TREE_HEAD = 254, WI_TREE_NAMES_MAX = 250 };

typedef struct wi_tree_node {
  uint8_t kind; /* the number that is asked for, or one of the above */
  uint8_t high; /* of a split: nodes from here to its high branch; the low one is next */
  int16_t value; /* of a split: the limit; of a leaf: its part of the sum; of a head: nodes */
} wi_tree_node;

typedef struct wi_trees_head {
  uint64_t names; /* wi_hash_stable of the line of names */
  uint32_t scale;
  uint32_t name_count;
} wi_trees_head;

typedef struct wi_trees {
  wi_trees_head head;
  const wi_tree_node *nodes;
  size_t count;
} wi_trees;

/* Appends the compiled form to out. Errors: WARTA_ERR_DATA with the line, WARTA_ERR_MEMORY. */
warta_status wi_trees_compile(wi_buf *out, wi_str text, warta_error *error);

/* Looks at a compiled block, aligned to 8 bytes, which must stay. False if it is damaged: after
 * true, no walk can leave it or go on for ever. */
bool wi_trees_open(wi_trees *out, wi_str block);

/* The sum for these numbers, name_count of them. Same numbers, same bits, on any machine. */
double wi_trees_sum(const wi_trees *trees, const int32_t *numbers);

#endif
