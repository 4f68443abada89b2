#include <warta/label.h>

#include "label_finder.h"
#include "pattern.h"

/* Quotes and brackets that close behind a stop. */
enum { CLOSING_MAX = 4 };

void wi_finder_add(wi_finder *find, const wi_label_rule *rule, size_t first, size_t last) {
  const wi_label label = {wi_finder_piece(find, first)->start, wi_finder_piece(find, last - 1)->end,
                          rule->kind, wi_labeller_name(find->labeller, rule)};
  find->no_memory = find->no_memory || !wi_label_push(&find->scratch->inner, label);
}

size_t wi_finder_match(const wi_finder *find, const wi_label_rule *rule, size_t first,
                       size_t last) {
  if (first >= last || !wi_pattern_may_begin(wi_labeller_pattern(find->labeller, rule), find->text,
                                             wi_finder_piece(find, first))) {
    return WI_PATTERN_NONE;
  }
  return wi_pattern_match(wi_labeller_pattern(find->labeller, rule), find->text,
                          wi_finder_piece(find, first), last - first);
}

bool wi_finder_candidates(wi_label_candidates *out, const wi_finder *find, wi_label_scope scope,
                          size_t piece) {
  const wi_label_place place = {&find->line, wi_finder_piece(find, piece), piece};
  return wi_label_candidates_at(out, find->labeller, scope, &place);
}

/* What is never as long as a paragraph; captions, notices and lists of tags may be. */
static bool is_short_kind(uint8_t kind) {
  return kind != WARTA_LABEL_CAPTION && kind != WARTA_LABEL_NOTICE && kind != WARTA_LABEL_CREDIT &&
         kind != WARTA_LABEL_TAGS && kind != WARTA_LABEL_OTHER;
}

const wi_label_rule *wi_finder_match_all(const wi_finder *find, wi_label_scope scope, size_t first,
                                         size_t last) {
  if (first >= last || !wi_finder_may_begin(find, (uint32_t)1 << scope, first)) {
    return NULL;
  }
  wi_label_candidates from;
  if (!wi_finder_candidates(&from, find, scope, first)) {
    return NULL;
  }
  wi_label_ending ending;
  wi_label_take_all(&from, &ending, wi_finder_piece(find, first), last - first);
  const wi_label_rule *rule = NULL;
  while ((rule = wi_label_next(&from)) != NULL) {
    if (find->line.words > WI_START_WORDS_MAX && scope <= WI_SCOPE_HEAD &&
        is_short_kind(rule->kind)) {
      continue;
    }
    if (wi_finder_match(find, rule, first, last) == last - first) {
      return rule;
    }
  }
  return NULL;
}

const wi_label_rule *wi_finder_match_longest(const wi_finder *find, wi_label_scope scope,
                                             size_t first, size_t *taken) {
  const wi_label_rule *best = NULL;
  const size_t count = find->pieces.count;
  const size_t last = count - first > WI_LINE_PIECES_MAX ? first + WI_LINE_PIECES_MAX : count;
  *taken = 0;
  if (first >= count || !wi_finder_may_begin(find, (uint32_t)1 << scope, first)) {
    return NULL;
  }
  wi_label_candidates from;
  if (!wi_finder_candidates(&from, find, scope, first)) {
    return NULL;
  }
  const wi_label_rule *rule = NULL;
  while ((rule = wi_label_next(&from)) != NULL) {
    const size_t len = wi_finder_match(find, rule, first, last);
    if (len != WI_PATTERN_NONE && len > *taken) {
      best = rule;
      *taken = len;
    }
  }
  return best;
}

bool wi_finder_begins_sentence(const wi_finder *find, size_t i) {
  const size_t first = find->first;
  const size_t least = i - first > CLOSING_MAX ? i - CLOSING_MAX : first;
  while (i > least && wi_finder_has(find, i - 1, WI_PIECE_QUOTE | WI_PIECE_CLOSE)) {
    i--;
  }
  return i == first || wi_finder_has(find, i - 1, WI_PIECE_STOP);
}
