#include <warta/label.h>

#include "label_finder.h"

/* A standfirst that shares a line with the dateline is not longer than this. */
enum { STANDFIRST_PIECES_MAX = 70 };
/* What stands behind a mere place, "Jakarta -", is a sentence and not the end of a heading. */
enum { SENTENCE_PIECES_MIN = 6 };

/* The sentence behind a dateline begins with a capital, a digit or a quote, or there is none. */
static bool opens_sentence(const wi_finder *find, size_t i, size_t last) {
  return i >= last ||
         wi_finder_has(find, i, WI_PIECE_CAPITAL | WI_PIECE_NUMBER | WI_PIECE_QUOTE | WI_PIECE_TAG);
}

static void take_dateline(wi_finder *find, const wi_label_rule *rule, size_t last) {
  if (last >= find->last && find->first == 0) {
    wi_finder_name(find, rule);
  } else {
    wi_finder_add(find, rule, find->first, last);
  }
  find->now.flags |= WI_LINE_DATELINE;
  find->first = last;
}

/* "... di Indonesia Jakarta (ANTARA) -": the place of a dateline stands behind no preposition. */
static bool is_behind_preposition(const wi_finder *find, size_t i) {
  static const char *const prepositions[] = {"di", "ke", "dari", "dan", "untuk", "pada"};
  for (size_t k = 0; k < sizeof prepositions / sizeof prepositions[0]; k++) {
    if (wi_str_equal(wi_piece_str(find->text, wi_finder_piece(find, i - 1)),
                     wi_str_of(prepositions[k]))) {
      return true;
    }
  }
  return false;
}

/* "... persatuan Jakarta (ANTARA) - Anggota": a standfirst that lost its line break. */
static void label_glued_standfirst(wi_finder *find) {
  const size_t end = find->first + STANDFIRST_PIECES_MAX;
  for (size_t i = find->first + 5; i < find->last && i < end; i++) {
    size_t len = 0;
    if (!wi_finder_has(find, i, WI_PIECE_CAPITAL) ||
        !wi_finder_may_begin(find, WI_SCOPE_BIT(LEAD), i) || is_behind_preposition(find, i)) {
      continue;
    }
    const wi_label_rule *rule = wi_finder_match_longest(find, WI_SCOPE_LEAD, i, &len);
    if (rule == NULL || !wi_finder_has(find, i + len - 1, WI_PIECE_DASH) ||
        i + len + 8 > find->last || !opens_sentence(find, i + len, find->last)) {
      continue;
    }
    wi_label label = {wi_finder_piece(find, find->first)->start, wi_finder_piece(find, i - 1)->end,
                      WARTA_LABEL_STANDFIRST, "structure:standfirst before the dateline"};
    find->no_memory = find->no_memory || !wi_label_push(&find->scratch->inner, label);
    find->first = i;
    wi_finder_add(find, rule, i, i + len);
    find->first = i + len;
    find->now.flags |= WI_LINE_DATELINE;
    return;
  }
}

void wi_label_find_dateline(wi_finder *find) {
  size_t len = 0;
  const wi_label_rule *rule = wi_finder_match_longest(find, WI_SCOPE_LEAD, find->first, &len);
  if (rule != NULL && opens_sentence(find, find->first + len, find->last)) {
    take_dateline(find, rule, find->first + len);
    return;
  }
  rule = wi_finder_match_longest(find, WI_SCOPE_FIRST, find->first, &len);
  const size_t behind = find->last - find->first - len;
  if (rule != NULL && (behind == 0 || behind >= SENTENCE_PIECES_MIN) &&
      opens_sentence(find, find->first + len, find->last)) {
    take_dateline(find, rule, find->first + len);
    find->now.flags |= WI_LINE_DATELINE_WEAK;
    return;
  }
  if (find->scratch->lines.count == 0 && find->last - find->first > 60) {
    label_glued_standfirst(find);
  }
}
