#include "label_filter.h"

#include <stddef.h>
#include <string.h>

#include "pieces.h"

enum { LAST = WI_FILTER_NEEDS, BEFORE };

static void let_flags(uint64_t *masks, uint32_t flags, uint64_t bit) {
  for (size_t i = 0; i < WI_FILTER_FLAGS; i++) {
    masks[i] |= (flags >> i & 1) != 0 ? bit : 0;
  }
}

/* member: the scope of a need, LAST or BEFORE. */
static void let_words(wi_label_filter *out, const wi_label_marks *marks, size_t member,
                      uint64_t bit) {
  for (size_t i = 0; i < WI_LABEL_MARK_WORDS; i++) {
    for (uint64_t rest = marks->words[i]; rest != 0; rest &= rest - 1) {
      wi_word_filter *word = &out->words[64 * i + wi_bits_lowest(rest)];
      uint64_t *masks[] = {&word->needed[0], &word->needed[1], &word->needed[2], &word->last,
                           &word->before};
      *masks[member] |= bit;
    }
  }
}

/* A piece has always WI_PIECE_ANY. */
static uint32_t end_flags(const wi_label_marks *marks, uint32_t scope) {
  return scope == WI_SCOPE_LINE ? marks->flags : (uint32_t)WI_PIECE_ANY;
}

static void let_rule(wi_label_filter *out, uint32_t scope, const wi_label_rule *rule,
                     uint64_t bit) {
  wi_flag_filter *flags = &out->scopes[scope];
  const size_t need = wi_filter_need(scope);
  let_flags(flags->first, rule->first_flags, bit);
  let_flags(flags->last, end_flags(&rule->last, scope), bit);
  let_flags(flags->before, end_flags(&rule->before, scope), bit);
  if (need < WI_FILTER_NEEDS) {
    let_flags(flags->needed, rule->needs[0].flags, bit);
    let_words(out, &rule->needs[0], need, bit);
  }
  if (scope == WI_SCOPE_LINE) {
    let_words(out, &rule->last, LAST, bit);
    let_words(out, &rule->before, BEFORE, bit);
  }
}

void wi_label_filter_make(wi_label_filter *out, const wi_label_image *image, const uint32_t *open,
                          const wi_label_rule *rules) {
  memset(out, 0, sizeof *out);
  for (uint32_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    for (uint32_t i = image->opens[scope]; i < image->opens[scope + 1]; i++) {
      const uint32_t number = i - image->opens[scope];
      const uint32_t bit = number < WI_FILTER_LAST_BIT ? number : WI_FILTER_LAST_BIT;
      let_rule(out, scope, &rules[open[i]], (uint64_t)1 << bit);
    }
  }
}
