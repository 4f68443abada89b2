/* The patterns of dict/labels.txt, compiled and sorted by scope.
 */
#ifndef WI_LABEL_RULES_H
#define WI_LABEL_RULES_H

#include <warta/status.h>

#include "dictionary.h"
#include "label.h"
#include "pattern.h"

/* Where a pattern is looked for; described in dict/labels.txt. */
typedef enum wi_label_scope {
  WI_SCOPE_LINE,
  WI_SCOPE_HEAD,
  WI_SCOPE_TAIL,
  WI_SCOPE_START,
  WI_SCOPE_REST,
  WI_SCOPE_END,
  WI_SCOPE_INLINE,
  WI_SCOPE_BETWEEN,
  WI_SCOPE_GLUED,
  WI_SCOPE_LEAD,
  WI_SCOPE_FIRST,
  WI_SCOPE_COUNT
} wi_label_scope;

typedef struct wi_label_rule {
  wi_pattern *pattern;
  char *name; /* "related:baca juga" */
  uint8_t kind;
} wi_label_rule;

/* The rules of a scope by the first byte, lower-cased, of the piece they may begin with. */
typedef struct wi_label_index {
  uint32_t starts[257];
  uint16_t *items; /* numbers of rules, rising; those of byte b: [starts[b], starts[b + 1]) */
} wi_label_index;

struct wi_labeller {
  wi_label_rule *rules[WI_SCOPE_COUNT]; /* in the order of the file */
  size_t counts[WI_SCOPE_COUNT];
  size_t capacities[WI_SCOPE_COUNT];
  wi_label_index indexes[WI_SCOPE_COUNT];
};

#endif
