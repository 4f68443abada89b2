#include "label_finder.h"
#include "label_glued.h"

/* "... tahap dua. Baca juga: Judul Berita Lain Namun hingga kini ..." */
static const wi_label_rule *match_glued(const wi_finder *find, size_t i, size_t *taken) {
  if (!wi_finder_has(find, i, WI_PIECE_CAPITAL) || !wi_finder_begins_sentence(find, i)) {
    return NULL;
  }
  const wi_label_rule *rule = wi_finder_match_longest(find, WI_SCOPE_GLUED, i, taken);
  if (rule == NULL || i + *taken >= find->last) {
    return NULL;
  }
  const size_t title = i + *taken;
  const size_t len =
      wi_glued_title_length(find->text, wi_finder_piece(find, title), find->last - title);
  *taken += len;
  return len > 0 ? rule : NULL;
}

void wi_label_find_inside(wi_finder *find) {
  const uint32_t scopes = WI_SCOPE_BIT(INLINE) | WI_SCOPE_BIT(BETWEEN) | WI_SCOPE_BIT(GLUED);
  if (!wi_finder_may_hold(find, scopes)) {
    return;
  }
  for (size_t i = find->first; i < find->last; i++) {
    size_t len = 0;
    if (!wi_finder_has(find, i, WI_PIECE_CAPITAL | WI_PIECE_OPEN) ||
        !wi_finder_may_begin(find, scopes, i)) {
      continue;
    }
    const wi_label_rule *rule = wi_finder_match_longest(find, WI_SCOPE_INLINE, i, &len);
    if (rule == NULL && wi_finder_begins_sentence(find, i)) {
      rule = wi_finder_match_longest(find, WI_SCOPE_BETWEEN, i, &len);
    }
    if (rule == NULL) {
      rule = match_glued(find, i, &len);
    }
    if (rule != NULL && i + len <= find->last) {
      wi_finder_add(find, rule, i, i + len);
      i += len - 1;
    }
  }
}
