/* Sums of small decision trees over whole numbers: the form of trained weights.
 *
 * As text (dict/summary-weights.txt, --weights FILE):
 *
 *     #warta-trees 1 scale=8192
 *     place behind words                the names of the numbers, which count from 0
 *     0:2 2:13 =91 =-14 =3              a tree a line: a split, its low branch, its high branch
 *
 * "0:2" asks whether number 0 is at most 2 (low) or more (high); "=91" is a leaf, of which a tree
 * has at most 16. Lines that begin with '#' behind the first are comments. The sum is that of one
 * leaf of each tree, by the scale.
 *
 * Compiled for QuickScorer (Lucchese et al. 2015): no tree is walked down. A tree's leaves are the
 * bits of a word, the low branch's first. A split whose number is above its limit takes the leaves
 * of its low branch out; the lowest bit that is left is the leaf of the tree. So splits can be
 * looked at number by number, from the lowest limit up, and 16 rows of numbers side by side,
 * without a branch that depends on a tree. In the compiled dictionary, one behind the other:
 *
 *     wi_trees_head
 *     u32 first[name_count + 1]         splits of each number: from first[n] to first[n + 1]
 *     i16 leaves[tree_count][16]        where wi_tree_leaf_place says
 *     wi_tree_split splits[split_count]
 */
#ifndef WI_TREES_H
#define WI_TREES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/status.h>

#include "buf.h"
#include "str.h"

enum { WI_TREE_NAMES_MAX = 250, WI_TREE_LEAVES = 16, WI_TREE_LANES = 16 };

typedef struct wi_trees_head {
  uint64_t names; /* wi_hash_stable of the line of names */
  uint32_t scale;
  uint32_t name_count;
  uint32_t tree_count;
  uint32_t split_count;
} wi_trees_head;

typedef struct wi_tree_split {
  int16_t limit; /* below INT16_MAX, which stands for all numbers above */
  uint16_t kept; /* the leaves that are left if the number is above the limit */
  uint16_t tree;
} wi_tree_split;

typedef struct wi_tree_leaves {
  int16_t parts[WI_TREE_LEAVES];
} wi_tree_leaves;

typedef struct wi_trees {
  wi_trees_head head;
  const uint32_t *first;
  const wi_tree_leaves *leaves;
  const wi_tree_split *splits;
} wi_trees;

/* Of each row, the leaves of a tree that are left. */
typedef struct wi_tree_lanes {
  uint16_t left[WI_TREE_LANES];
} wi_tree_lanes;

/* Where a leaf lies among those of its tree, told by its bit alone: the upper four bits of its
 * product with a de Bruijn sequence are different for each. */
enum { WI_TREE_DE_BRUIJN = 0x09AF };
static inline unsigned wi_tree_leaf_place(unsigned bit) {
  return (bit * WI_TREE_DE_BRUIJN & 0xFFFFU) >> 12;
}

/* Appends the compiled form to out. Errors: WARTA_ERR_DATA with the line, WARTA_ERR_MEMORY. */
warta_status wi_trees_compile(wi_buf *out, wi_str text, warta_error *error);

/* Looks at a compiled block, aligned to 8 bytes, which must stay. False if it is damaged: after
 * true, nothing outside it is read. */
bool wi_trees_open(wi_trees *out, wi_str block);

/* The sums for `count` rows of numbers, 1 to WI_TREE_LANES rows, name_count numbers each; `scratch`
 * has one for each tree. Same numbers, same bits, on any machine. */
void wi_trees_sum(const wi_trees *trees, wi_tree_lanes *scratch, const int32_t *const *rows,
                  size_t count, double *sums);

#endif
