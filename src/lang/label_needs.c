#include "label_draft.h"
#include "pieces.h"

static bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* How little it says that a line holds it; a rule is tried only on lines that hold what it needs.
 * These were weighed by eye on news: a word of three letters and more is rare, a comma is not. */
enum {
  COST_WORD = 1,
  COST_SHORT = 8,
  COST_MARK = 25,
  COST_CLASS = 40,
  COST_COMMON = 60,
  COST_MAX = 2000
};

enum { ENDINGS_MAX = 40 };

static size_t cost_of_mark(char mark) {
  switch (mark) {
  case '.':
  case ',':
    return COST_COMMON;
  case '/':
  case ':':
  case '|':
    return COST_SHORT;
  default:
    return COST_MARK;
  }
}

static size_t cost_of(wi_pattern_taker taker) {
  if (taker.literal.ptr != NULL && taker.literal.len <= WI_LABEL_WORD_MAX) {
    const char last = taker.literal.ptr[taker.literal.len - 1];
    if (taker.literal.len == 1 && !is_letter(last)) {
      return cost_of_mark(last);
    }
    return taker.literal.len < 3 ? COST_SHORT : COST_WORD;
  }
  switch (taker.flags) {
  case WI_PIECE_URL:
  case WI_PIECE_TAG:
  case WI_PIECE_DOMAIN:
  case WI_PIECE_MONTH:
  case WI_PIECE_DAY:
    return COST_SHORT;
  case WI_PIECE_DASH:
  case WI_PIECE_NUMBER:
  case WI_PIECE_CAPS:
    return COST_CLASS;
  default:
    return COST_MAX;
  }
}

/* What it says that a line passes the point: little, if it is much. */
static size_t cost_of_point(const wi_pattern *pattern, size_t point) {
  wi_pattern_taker taker;
  size_t at = 0;
  size_t cost = 0;
  while (wi_pattern_taker_next(pattern, point, &at, &taker)) {
    cost += cost_of(taker);
  }
  return cost;
}

/* Takes out the cheapest point of those that at most `reach` pieces stand before; the count of
 * points if every line may pass those that are left. */
static size_t take_cheapest(const wi_pattern *pattern, size_t *costs, size_t reach) {
  const size_t points = wi_pattern_point_count(pattern);
  size_t best = points;
  size_t least = COST_MAX;
  for (size_t point = 0; point < points; point++) {
    if (costs[point] < least &&
        (reach == WI_PATTERN_NONE || wi_pattern_reach(pattern, point) <= reach)) {
      best = point;
      least = costs[point];
    }
  }
  if (best < points) {
    costs[best] = COST_MAX;
  }
  return best;
}

/* Adds a taker to what a line must hold. */
static bool mark_taker(wi_label_draft *draft, wi_pattern_taker taker, wi_label_marks *out) {
  uint32_t number = 0;
  if (taker.literal.ptr == NULL) {
    out->flags |= taker.flags;
    return true;
  }
  if (!wi_label_draft_number(draft, taker.literal, &number)) {
    return false;
  }
  if (number == 0) { /* too long to have a number: it may be anything */
    out->flags |= WI_PIECE_ANY;
    return true;
  }
  wi_label_word *word = &draft->words[number];
  if (word->is_needed == 0) {
    word->is_needed = 1;
    word->mark = (uint16_t)(draft->mark_count++ % WI_LABEL_MARKS_MAX);
  }
  out->words[word->mark / 64] |= (uint64_t)1 << word->mark % 64;
  return true;
}

/* Sets what a line must hold to pass the point. */
static bool mark_point(wi_label_draft *draft, const wi_pattern *pattern, size_t point,
                       wi_label_marks *out) {
  if (point == wi_pattern_point_count(pattern)) {
    out->flags = WI_PIECE_ANY;
    return true;
  }
  wi_pattern_taker taker;
  size_t at = 0;
  bool done = true;
  while (done && wi_pattern_taker_next(pattern, point, &at, &taker)) {
    done = mark_taker(draft, taker, out);
  }
  return done;
}

typedef bool (*taker_fn)(const wi_pattern *pattern, size_t *at, wi_pattern_taker *out);

/* Marks what one of the last pieces may be; any piece, if it may be so much that it tells little.
 */
static bool mark_ending(wi_label_draft *draft, const wi_pattern *pattern, taker_fn next,
                        wi_label_marks *out) {
  wi_pattern_taker taker;
  size_t literals = 0;
  for (size_t at = 0; next(pattern, &at, &taker);) {
    literals += taker.literal.ptr != NULL;
  }
  if (literals > ENDINGS_MAX) {
    out->flags = WI_PIECE_ANY;
    return true;
  }
  bool done = true;
  for (size_t at = 0; done && next(pattern, &at, &taker);) {
    done = mark_taker(draft, taker, out);
  }
  return done;
}

/* What stands before the last piece is asked where a match must take all pieces, and only there. */
static bool mark_end(wi_label_draft *draft, const wi_pattern *pattern, wi_label_rule *rule) {
  const uint32_t whole = WI_SCOPE_BIT(LINE) | WI_SCOPE_BIT(HEAD) | WI_SCOPE_BIT(END);
  return mark_ending(draft, pattern, wi_pattern_last_next, &rule->last) &&
         (((uint32_t)1 << rule->scope & whole) == 0 ||
          mark_ending(draft, pattern, wi_pattern_before_next, &rule->before));
}

static bool mark_needs(wi_label_draft *draft, const wi_pattern *pattern, wi_label_rule *rule) {
  const size_t near = WI_LABEL_NEAR - WI_LABEL_MARKUP - 1;
  size_t costs[WI_PATTERN_POINTS_MAX] = {0};
  size_t near_costs[WI_PATTERN_POINTS_MAX] = {0};
  for (size_t point = 0; point < wi_pattern_point_count(pattern); point++) {
    costs[point] = cost_of_point(pattern, point);
    near_costs[point] = point == 0 ? COST_MAX : costs[point];
  }
  if ((rule->first_flags & WI_PIECE_ANY) == 0) {
    costs[0] = COST_MAX; /* asked for anyway, but for a star, which begins with anything */
  }
  bool done = mark_end(draft, pattern, rule);
  for (size_t i = 0; i < WI_LABEL_NEEDS && done; i++) {
    done =
        mark_point(draft, pattern, take_cheapest(pattern, costs, WI_PATTERN_NONE), &rule->needs[i]);
  }
  return done && mark_point(draft, pattern, take_cheapest(pattern, near_costs, near), &rule->near);
}

/* The words and flags that a rule may begin with; a word too long to have a number is any piece. */
static bool mark_first(wi_label_draft *draft, const wi_pattern *pattern, wi_label_rule *rule) {
  wi_pattern_taker taker;
  size_t at = 0;
  while (wi_pattern_taker_next(pattern, 0, &at, &taker)) {
    uint32_t number = 0;
    if (taker.literal.ptr != NULL && !wi_label_draft_number(draft, taker.literal, &number)) {
      return false;
    }
    if (number > 0) {
      draft->words[number].scopes |= (uint32_t)1 << rule->scope;
    } else {
      rule->first_flags |= taker.literal.ptr != NULL ? (uint32_t)WI_PIECE_ANY : taker.flags;
    }
  }
  return true;
}

bool wi_label_draft_mark(wi_label_draft *draft, wi_rule_draft *rule) {
  return mark_first(draft, rule->pattern, &rule->rule) &&
         mark_needs(draft, rule->pattern, &rule->rule);
}
