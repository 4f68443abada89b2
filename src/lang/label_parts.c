#include <warta/label.h>

#include "label_finder.h"
#include "pattern.h"

/* Sentences may follow: "Dilarang keras ... Izin tertulis ..." */
enum { REST_WORDS_MAX = 80 };
/* Parts of a line at its end: "Baca juga: ... Pewarta: ... Editor: ..." */
enum { CHAIN_MAX = 24 };
enum { END_PIECES_MAX = 14 };

typedef struct marker {
  size_t at;
  const wi_label_rule *rule;
  bool rest;
} marker;

/* "... maksimal.(Z-10)" */
void wi_label_find_end(wi_finder *find) {
  if (!wi_finder_may_hold(find, WI_SCOPE_BIT(END))) {
    return;
  }
  const size_t least =
      find->last - find->first > END_PIECES_MAX ? find->last - END_PIECES_MAX : find->first;
  for (size_t i = least; i < find->last; i++) {
    if (!wi_finder_may_begin(find, WI_SCOPE_BIT(END), i) || !wi_finder_begins_sentence(find, i)) {
      continue;
    }
    const wi_label_rule *rule = wi_finder_match_all(find, WI_SCOPE_END, i, find->last);
    if (rule == NULL) {
      continue;
    }
    if (i == find->first) {
      wi_finder_name(find, rule);
    } else {
      wi_finder_add(find, rule, i, find->last);
      find->last = i;
    }
    find->now.flags |= WI_LINE_END_MARK;
    return;
  }
}

typedef struct start_match {
  size_t len; /* the pieces that the pattern takes */
  bool rest; /* sentences may follow */
} start_match;

/* A rule of the scopes from TAIL to `widest` that begins at piece i. */
static const wi_label_rule *match_start(const wi_finder *find, size_t i, wi_label_scope widest,
                                        start_match *out) {
  const size_t last = find->last - i > WI_LINE_PIECES_MAX ? i + WI_LINE_PIECES_MAX : find->last;
  static const wi_label_scope order[] = {WI_SCOPE_REST, WI_SCOPE_TAIL, WI_SCOPE_START};
  for (size_t k = 0; k < sizeof order / sizeof order[0]; k++) {
    const wi_label_scope scope = order[k];
    wi_label_candidates from;
    if (scope > widest || !wi_finder_candidates(&from, find, scope, i)) {
      continue;
    }
    const wi_label_rule *rule = NULL;
    while ((rule = wi_label_next(&from)) != NULL) {
      const size_t len = wi_finder_match(find, rule, i, last);
      if (len != WI_PATTERN_NONE) {
        *out = (start_match){len, scope == WI_SCOPE_REST};
        return rule;
      }
    }
  }
  return NULL;
}

/* Where parts begin: at the line's beginning, behind a stop, and within such a part. Only the last
 * CHAIN_MAX are kept, in a ring. */
static size_t find_markers(const wi_finder *find, marker *markers) {
  const uint32_t scopes = WI_SCOPE_BIT(TAIL) | WI_SCOPE_BIT(START) | WI_SCOPE_BIT(REST);
  size_t count = 0;
  bool chained = false;
  if (!wi_finder_may_hold(find, scopes)) {
    return 0;
  }
  for (size_t i = find->first; i < find->last; i++) {
    if ((i > find->first && !wi_label_may_stand_inside(find->text, wi_finder_piece(find, i))) ||
        (!chained && !wi_finder_may_begin(find, scopes, i))) {
      continue;
    }
    const bool begins = wi_finder_begins_sentence(find, i);
    start_match found = {0, false};
    const wi_label_scope widest = begins || chained ? WI_SCOPE_REST : WI_SCOPE_TAIL;
    const wi_label_rule *rule = match_start(find, i, widest, &found);
    if (rule != NULL) {
      markers[count++ % CHAIN_MAX] = (marker){i, rule, found.rest};
      i += found.len > 0 ? found.len - 1 : 0; /* "Pilihan Editor:" is no byline */
    }
    chained = rule != NULL || (chained && !begins);
  }
  return count;
}

/* Whether [from, to) may be one part: short, and no sentence ends inside it. */
static bool is_part(const wi_finder *find, const marker *part, size_t to) {
  size_t words = 0;
  for (size_t i = part->at; i < to; i++) {
    words += wi_finder_has(find, i, WI_PIECE_WORD | WI_PIECE_NUMBER);
    const char byte = wi_finder_byte(find, i);
    if (!part->rest && i + 1 < to && wi_finder_has(find, i, WI_PIECE_ENDS) && byte != '?' &&
        byte != '!') {
      return false;
    }
  }
  return words <= (part->rest ? REST_WORDS_MAX : WI_START_WORDS_MAX);
}

/* "... usai. Baca juga: Judul Lain Ketua lalu pulang." Titles end without a full stop: here a
 * sentence of the article follows on the title. */
static bool may_hold_sentence(const wi_finder *find, const marker *part, size_t to) {
  size_t len = 0;
  if (part->rule->kind == WARTA_LABEL_RELATED &&
      wi_finder_match_longest(find, WI_SCOPE_BETWEEN, part->at, &len) != NULL &&
      part->at + len < to) {
    return true; /* Simak Video 'Judul': Ketua lalu pulang */
  }
  return part->rule->kind == WARTA_LABEL_RELATED && part->at > find->first &&
         wi_finder_has(find, to - 1, WI_PIECE_STOP) && wi_finder_byte(find, to - 1) == '.';
}

bool wi_label_find_chain(wi_finder *find) {
  marker markers[CHAIN_MAX];
  const size_t found = find_markers(find, markers);
  const size_t oldest = found > CHAIN_MAX ? found - CHAIN_MAX : 0;
  size_t from = found;
  size_t to = find->last;
  bool one_kind = true;
  while (from > oldest && is_part(find, &markers[(from - 1) % CHAIN_MAX], to) &&
         !may_hold_sentence(find, &markers[(from - 1) % CHAIN_MAX], to)) {
    from--;
    to = markers[from % CHAIN_MAX].at;
    one_kind = one_kind &&
               markers[from % CHAIN_MAX].rule->kind == markers[(found - 1) % CHAIN_MAX].rule->kind;
  }
  if (from == found) {
    return false;
  }
  const bool whole = to == find->first;
  if (whole) {
    wi_finder_name(find, markers[from % CHAIN_MAX].rule);
    find->now.flags |= one_kind ? 0 : (uint32_t)WI_LINE_PARTS;
  }
  for (size_t i = from; i < found && !(whole && one_kind); i++) {
    const size_t end = i + 1 < found ? markers[(i + 1) % CHAIN_MAX].at : find->last;
    wi_finder_add(find, markers[i % CHAIN_MAX].rule, markers[i % CHAIN_MAX].at, end);
  }
  for (size_t i = from; i < found; i++) {
    const uint8_t kind = markers[i % CHAIN_MAX].rule->kind;
    if (kind == WARTA_LABEL_BYLINE || kind == WARTA_LABEL_CREDIT) {
      find->now.flags |= WI_LINE_END_MARK;
    }
  }
  find->last = to;
  return !whole;
}
