#include "trees.h"

#include <string.h>

#include "hash.h"
#include "status.h"

static const char HEAD[] = "#warta-trees 1 scale=";

enum { DEPTH_MAX = 64, NODES_MAX = 250, SCALE_MAX = 1 << 20 };

typedef struct compiler {
  wi_buf *out;
  size_t head_at; /* of the block, in out */
  wi_trees_head head;
  size_t line;
  wi_tree_node nodes[NODES_MAX + 1]; /* the tree at hand, its head first */
  size_t count;
  struct {
    size_t node;
    bool is_high; /* the low branch is done */
  } open[DEPTH_MAX];
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

/* "0:2" or "=91". */
static bool read_node(const compiler *c, wi_str word, wi_tree_node *out) {
  wi_str rest = word;
  *out = (wi_tree_node){WI_TREE_LEAF, 0, 0};
  if (word.len > 0 && word.ptr[0] == '=') {
    return read_number(wi_str_slice(word, 1, word.len), -INT16_MAX, INT16_MAX, &out->value);
  }
  int16_t kind = 0;
  if (!read_number(wi_str_cut(&rest, ':'), 0, (int32_t)c->head.name_count - 1, &kind) ||
      rest.ptr == NULL) {
    return false;
  }
  out->kind = (uint8_t)kind;
  return read_number(rest, -INT16_MAX, INT16_MAX, &out->value);
}

/* A leaf ends low branches, whose high branch is next, and high branches, and with them the splits
 * that they belong to. */
static void end_branches(compiler *c) {
  while (c->depth > 0) {
    const size_t node = c->open[c->depth - 1].node;
    if (!c->open[c->depth - 1].is_high) {
      c->open[c->depth - 1].is_high = true;
      c->nodes[node].high = (uint8_t)(c->count - node);
      return;
    }
    c->depth--;
  }
}

static const char *read_tree(compiler *c, wi_str line) {
  wi_str rest = line;
  c->count = 1;
  c->depth = 0;
  while (rest.len > 0) {
    const wi_str word = wi_str_cut(&rest, ' ');
    wi_tree_node node = {0};
    if (c->count > 1 && c->depth == 0) {
      return "more nodes than the tree has";
    }
    if (c->count > NODES_MAX || !read_node(c, word, &node)) {
      return c->count > NODES_MAX ? "tree too large" : "not a split or a leaf";
    }
    c->nodes[c->count++] = node;
    if (node.kind == WI_TREE_LEAF) {
      end_branches(c);
    } else if (c->depth == DEPTH_MAX) {
      return "tree too deep";
    } else {
      c->open[c->depth].node = c->count - 1;
      c->open[c->depth++].is_high = false;
    }
  }
  c->nodes[0] = (wi_tree_node){WI_TREE_HEAD, 0, (int16_t)c->count};
  return c->depth > 0 ? "tree cut off" : NULL;
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
  const wi_str bytes = {(const char *)c->nodes, c->count * sizeof c->nodes[0]};
  return wi_buf_append(c->out, bytes) ? WARTA_OK : wi_status_no_memory(error);
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

warta_status wi_trees_compile(wi_buf *out, wi_str text, warta_error *error) {
  compiler c = {.out = out, .head_at = out->len};
  if (!wi_buf_append(out, (wi_str){(const char *)&c.head, sizeof c.head})) {
    return wi_status_no_memory(error);
  }
  const warta_status status = compile_lines(&c, text, error);
  memcpy(out->ptr + c.head_at, &c.head, sizeof c.head);
  return status;
}

/* Every branch leads on and stays in the tree, so that every walk ends in a leaf. */
static bool is_sound_tree(const wi_trees *trees, size_t from, size_t end) {
  for (size_t i = from; i < end; i++) {
    const wi_tree_node *node = &trees->nodes[i];
    if (node->kind != WI_TREE_LEAF &&
        (node->kind >= trees->head.name_count || node->high < 2 || node->high >= end - i)) {
      return false;
    }
  }
  return true;
}

bool wi_trees_open(wi_trees *out, wi_str block) {
  if (block.len < sizeof out->head || (block.len - sizeof out->head) % sizeof(wi_tree_node) != 0) {
    return false;
  }
  memcpy(&out->head, block.ptr, sizeof out->head);
  out->nodes = (const void *)(block.ptr + sizeof out->head);
  out->count = (block.len - sizeof out->head) / sizeof(wi_tree_node);
  if (out->head.scale == 0 || out->head.name_count > WI_TREE_NAMES_MAX) {
    return false;
  }
  for (size_t at = 0; at < out->count;) {
    const wi_tree_node *head = &out->nodes[at];
    if (head->kind != WI_TREE_HEAD || head->value < 2 || (size_t)head->value > out->count - at ||
        !is_sound_tree(out, at + 1, at + (size_t)head->value)) {
      return false;
    }
    at += (size_t)head->value;
  }
  return true;
}

static int32_t leaf_of(const wi_tree_node *node, const int32_t *numbers) {
  while (node->kind != WI_TREE_LEAF) {
    node += numbers[node->kind] <= node->value ? 1 : node->high;
  }
  return node->value;
}

double wi_trees_sum(const wi_trees *trees, const int32_t *numbers) {
  int64_t sum = 0;
  for (size_t at = 0; at < trees->count; at += (size_t)trees->nodes[at].value) {
    sum += leaf_of(&trees->nodes[at + 1], numbers);
  }
  return (double)sum / (double)trees->head.scale;
}
