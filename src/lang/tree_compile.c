#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "status.h"
#include "trees.h"

static const char HEAD[] = "#warta-trees 1 scale=";

enum { SCALE_MAX = 1 << 20 };

/* A split, and the number that it asks for. */
typedef struct named_split {
  wi_tree_split split;
  uint16_t name;
} named_split;

/* A split whose branches are being read. */
typedef struct open_split {
  named_split row;
  unsigned first_leaf;
  bool is_high; /* the low branch is done */
} open_split;

typedef struct compiler {
  wi_trees_head head;
  wi_buf splits; /* named_split */
  wi_buf leaves; /* wi_tree_leaves */
  size_t line;
  wi_tree_leaves tree; /* the one at hand */
  unsigned leaf_count;
  named_split done[WI_TREE_LEAVES]; /* its splits whose low branch is known */
  size_t done_count;
  open_split open[WI_TREE_LEAVES];
  size_t depth;
} compiler;

static bool read_number(wi_str text, int32_t least, int32_t most, int16_t *out) {
  const bool is_negative = text.len > 0 && text.ptr[0] == '-';
  uint32_t size = 0;
  if (!wi_str_to_u32(wi_str_slice(text, is_negative, text.len), &size) || size > INT16_MAX) {
    return false;
  }
  const int32_t number = is_negative ? -(int32_t)size : (int32_t)size;
  *out = (int16_t)number;
  return number >= least && number <= most;
}

/* "0:2". */
static bool read_split(const compiler *c, wi_str word, named_split *out) {
  wi_str rest = word;
  int16_t name = 0;
  if (!read_number(wi_str_cut(&rest, ':'), 0, (int32_t)c->head.name_count - 1, &name) ||
      rest.ptr == NULL) {
    return false;
  }
  out->name = (uint16_t)name;
  out->split.tree = (uint16_t)c->head.tree_count;
  return read_number(rest, -INT16_MAX, INT16_MAX - 1, &out->split.limit);
}

/* A leaf ends low branches, whose high branch is next, and high branches, and with them the splits
 * that they belong to. */
static void end_branches(compiler *c) {
  while (c->depth > 0) {
    open_split *open = &c->open[c->depth - 1];
    if (!open->is_high) {
      const unsigned low = (1U << c->leaf_count) - (1U << open->first_leaf);
      open->row.split.kept = (uint16_t)~low;
      open->is_high = true;
      c->done[c->done_count++] = open->row;
      return;
    }
    c->depth--;
  }
}

/* Static text: what is wrong with the node. */
static const char *read_node(compiler *c, wi_str word) {
  static const char *const WRONG = "not a split or a leaf";
  open_split open = {.first_leaf = c->leaf_count};
  int16_t leaf = 0;
  if (c->leaf_count == WI_TREE_LEAVES) {
    return "tree of more than 16 leaves";
  }
  if (word.len > 0 && word.ptr[0] == '=') {
    if (!read_number(wi_str_slice(word, 1, word.len), -INT16_MAX, INT16_MAX, &leaf)) {
      return WRONG;
    }
    c->tree.parts[wi_tree_leaf_place(1U << c->leaf_count)] = leaf;
    c->leaf_count++;
    end_branches(c);
    return NULL;
  }
  if (!read_split(c, word, &open.row)) {
    return WRONG;
  }
  if (c->depth == WI_TREE_LEAVES - 1) {
    return "tree of more than 16 leaves";
  }
  c->open[c->depth++] = open;
  return NULL;
}

static const char *read_tree(compiler *c, wi_str line) {
  wi_str rest = line;
  c->depth = 0;
  c->leaf_count = 0;
  c->done_count = 0;
  memset(&c->tree, 0, sizeof c->tree);
  while (rest.len > 0) {
    const wi_str word = wi_str_cut(&rest, ' ');
    if (c->leaf_count > 0 && c->depth == 0) {
      return "more nodes than the tree has";
    }
    const char *fault = read_node(c, word);
    if (fault != NULL) {
      return fault;
    }
  }
  return c->depth > 0 ? "tree cut off" : c->head.tree_count == UINT16_MAX ? "too many trees" : NULL;
}

static bool read_head(compiler *c, wi_str line) {
  const wi_str head = {HEAD, sizeof HEAD - 1};
  return wi_str_starts(line, head) &&
         wi_str_to_u32(wi_str_slice(line, head.len, line.len), &c->head.scale) &&
         c->head.scale > 0 && c->head.scale <= SCALE_MAX;
}

static bool read_names(compiler *c, wi_str line) {
  wi_str rest = line;
  c->head.names = wi_hash_stable(line);
  while (rest.len > 0) {
    (void)wi_str_cut(&rest, ' ');
    c->head.name_count++;
  }
  return c->head.name_count > 0 && c->head.name_count <= WI_TREE_NAMES_MAX;
}

static bool append(wi_buf *out, const void *bytes, size_t len) {
  return wi_buf_append(out, (wi_str){bytes, len});
}

static warta_status compile_line(compiler *c, wi_str line, warta_error *error) {
  if (c->head.name_count == 0) {
    return read_names(c, line)
               ? WARTA_OK
               : wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "too many names", c->line);
  }
  const char *fault = read_tree(c, line);
  if (fault != NULL) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, fault, c->line);
  }
  c->head.tree_count++;
  return append(&c->leaves, &c->tree, sizeof c->tree) &&
                 append(&c->splits, c->done, c->done_count * sizeof c->done[0])
             ? WARTA_OK
             : wi_status_no_memory(error);
}

static warta_status compile_lines(compiler *c, wi_str text, warta_error *error) {
  wi_str rest = text;
  c->line = 1;
  if (!read_head(c, wi_str_trim(wi_str_cut(&rest, '\n')))) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "no head #warta-trees 1 scale=N", 1);
  }
  while (rest.len > 0) {
    const wi_str line = wi_str_trim(wi_str_cut(&rest, '\n'));
    c->line++;
    if (line.len == 0 || line.ptr[0] == '#') {
      continue;
    }
    const warta_status status = compile_line(c, line, error);
    if (status != WARTA_OK) {
      return status;
    }
  }
  return c->head.name_count > 0
             ? WARTA_OK
             : wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "no line of names", c->line);
}

/* By number, then from the lowest limit up; the rest so that the same text gives the same bytes. */
static int by_limit(const void *left, const void *right) {
  const named_split *a = left;
  const named_split *b = right;
  if (a->name != b->name) {
    return a->name < b->name ? -1 : 1;
  }
  if (a->split.limit != b->split.limit) {
    return a->split.limit < b->split.limit ? -1 : 1;
  }
  if (a->split.tree != b->split.tree) {
    return a->split.tree < b->split.tree ? -1 : 1;
  }
  return (a->split.kept > b->split.kept) - (a->split.kept < b->split.kept);
}

static bool write_block(compiler *c, wi_buf *out) {
  named_split *rows = (void *)c->splits.ptr;
  uint32_t first[WI_TREE_NAMES_MAX + 1] = {0};
  const size_t count = c->splits.len / sizeof *rows;
  c->head.split_count = (uint32_t)count;
  if (count > 1) {
    qsort(rows, count, sizeof *rows, by_limit);
  }
  for (size_t i = 0; i < count; i++) {
    first[rows[i].name + 1]++;
  }
  for (uint32_t name = 0; name < c->head.name_count; name++) {
    first[name + 1] += first[name];
  }
  bool fits = append(out, &c->head, sizeof c->head) &&
              append(out, first, (c->head.name_count + 1) * sizeof *first) &&
              wi_buf_append(out, wi_buf_str(&c->leaves));
  for (size_t i = 0; i < count && fits; i++) {
    fits = append(out, &rows[i].split, sizeof rows[i].split);
  }
  return fits;
}

warta_status wi_trees_compile(wi_buf *out, wi_str text, warta_error *error) {
  compiler c = {.splits = wi_buf_make(out->max), .leaves = wi_buf_make(out->max)};
  warta_status status = compile_lines(&c, text, error);
  if (status == WARTA_OK && !write_block(&c, out)) {
    status = wi_status_no_memory(error);
  }
  wi_buf_free(&c.splits);
  wi_buf_free(&c.leaves);
  return status;
}
