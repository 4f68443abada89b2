#include "token_figures.h"

#include <stdbool.h>

#include "token_beside.h"
#include "token_shape.h"

/* A score has at most so many digits a side; what stands before the hyphen of a telephone number,
 * and at least behind it; days and months. */
enum { SCORE_DIGITS = 3, AREA_MIN = 3, AREA_MAX = 4, LINE_MIN = 5, DAYS = 31, MONTHS = 12 };

/* What begins at a token: how many tokens are one figure, and its type. */
typedef struct figure {
  size_t tokens; /* 0: nothing */
  warta_token_type type;
} figure;

static const figure nothing = {0, WARTA_TOKEN_NUMBER};

/* The tokens of a run of numbers with a hyphen glued between each two: 1 for 5, 5 for 4-3-3 */
static size_t run_length(const wi_beside *in, size_t i) {
  size_t last = i;
  while (last + 2 < in->count && wi_beside_is_char(in, last + 1, '-') &&
         wi_beside_is_glued(in, last + 1) && wi_beside_is_glued(in, last + 2) &&
         in->items[last + 2].type == WARTA_TOKEN_NUMBER) {
    last += 2;
  }
  return last - i + 1;
}

/* The digits of token i as a number; false if it has other signs, or too many digits. */
static bool read_small(const wi_beside *in, size_t i, unsigned *out) {
  const wi_str digits = wi_token_str(in->text, &in->items[i]);
  *out = 0;
  for (size_t k = 0; k < digits.len; k++) {
    if (digits.ptr[k] < '0' || digits.ptr[k] > '9' || k == SCORE_DIGITS) {
      return false;
    }
    *out = *out * 10 + (unsigned)(digits.ptr[k] - '0');
  }
  return digits.len > 0;
}

static bool has_leading_nought(const wi_beside *in, size_t i) {
  const wi_str digits = wi_token_str(in->text, &in->items[i]);
  return digits.len > 1 && digits.ptr[0] == '0';
}

static bool is_money_or_clock(const wi_beside *in, size_t i) {
  const wi_unit_word kind = wi_beside_unit(in, i);
  return in->items[i].type == WARTA_TOKEN_CURRENCY || kind == WI_UNIT_CLOCK ||
         wi_beside_is_code(in, i, kind);
}

/* Money or a measure stands around it: it is a range, though it may fall (turun 10-5 persen). */
static bool has_unit(const wi_beside *in, size_t i) {
  const size_t behind = i + 3;
  if (i > 0 && is_money_or_clock(in, i - 1)) {
    return true;
  }
  if (behind >= in->count) {
    return false;
  }
  const wi_str word = wi_token_str(in->text, &in->items[behind]);
  const wi_unit_word kind = wi_beside_unit(in, behind);
  return kind == WI_UNIT_PERCENT || kind == WI_UNIT_CURRENCY || kind == WI_UNIT_ZONE ||
         wi_beside_is_char(in, behind, '%') || wi_beside_is_code(in, behind, kind) ||
         wi_token_is_scale(word) || wi_token_is_month(word);
}

/* A range rises, so 2-1 and 1-1 are scores; 1-3 is one behind a word that says so. */
static bool is_score(const wi_beside *in, size_t i) {
  unsigned ours = 0;
  unsigned theirs = 0;
  if (!read_small(in, i, &ours) || !read_small(in, i + 2, &theirs) || has_leading_nought(in, i) ||
      has_leading_nought(in, i + 2) || has_unit(in, i)) {
    return false;
  }
  if (ours >= theirs) {
    return true;
  }
  const wi_unit_word before = i > 0 ? wi_beside_unit(in, i - 1) : WI_UNIT_NONE;
  return before == WI_UNIT_SCORE ||
         (before == WI_UNIT_MATCH && !wi_beside_is(in, i + 3, WI_UNIT_COUNTED));
}

/* Boeing 737-800, ATR 42-300: the type of an aircraft is one number. */
static bool is_aircraft(const wi_beside *in, size_t i) {
  return i > 0 && wi_beside_is(in, i - 1, WI_UNIT_MAKER);
}

/* 021-57901234, 0274-562222 */
static bool is_telephone(const wi_beside *in, size_t i) {
  const wi_str area = wi_token_str(in->text, &in->items[i]);
  const wi_token *line = &in->items[i + 2];
  return area.ptr[0] == '0' && area.len >= AREA_MIN && area.len <= AREA_MAX &&
         line->end - line->start >= LINE_MIN;
}

/* A range has two ends, so more numbers in a row are one: 4-3-3, 0812-3456-7890. */
static figure find_run(const wi_beside *in, size_t i) {
  const size_t length = run_length(in, i);
  if (length > 3) {
    return (figure){length, WARTA_TOKEN_NUMBER};
  }
  if (length == 3 && is_aircraft(in, i)) {
    return (figure){length, WARTA_TOKEN_HYPHENATED};
  }
  return length == 3 && (is_telephone(in, i) || is_score(in, i))
             ? (figure){length, WARTA_TOKEN_NUMBER}
             : nothing;
}

/* A day and its month: Senin (20/5), tanggal 20/5 */
static figure find_day(const wi_beside *in, size_t i) {
  unsigned day = 0;
  unsigned month = 0;
  if (i == 0 || i + 2 >= in->count || !wi_beside_is_char(in, i + 1, '/') ||
      !wi_beside_is_glued(in, i + 1) || !wi_beside_is_glued(in, i + 2) ||
      in->items[i + 2].type != WARTA_TOKEN_NUMBER) {
    return nothing;
  }
  const bool is_in_brackets =
      wi_beside_is_char(in, i - 1, '(') && wi_beside_is_char(in, i + 3, ')');
  if (!is_in_brackets && !wi_beside_is(in, i - 1, WI_UNIT_DAY)) {
    return nothing;
  }
  const bool is_day = read_small(in, i, &day) && day >= 1 && day <= DAYS &&
                      read_small(in, i + 2, &month) && month >= 1 && month <= MONTHS;
  return is_day ? (figure){3, WARTA_TOKEN_DATE} : nothing;
}

static figure find_figure(const wi_beside *in, size_t i) {
  if (in->items[i].type != WARTA_TOKEN_NUMBER) {
    return nothing;
  }
  const figure run = find_run(in, i);
  return run.tokens > 0 ? run : find_day(in, i);
}

/* The first number at or behind i. */
static size_t next_number(const wi_token_array *tokens, size_t i) {
  return wi_token_next_noted(tokens, i, WI_NOTE_NUMBER);
}

static void join(wi_token_array *tokens, size_t kept, size_t i, const figure *found) {
  tokens->items[kept] = tokens->items[i];
  tokens->items[kept].end = tokens->items[i + found->tokens - 1].end;
  tokens->items[kept].type = (uint8_t)found->type;
  tokens->items[kept].word = WI_NO_WORD;
  tokens->notes[kept] = WI_NOTE_LOOK;
}

/* Nothing is moved before the first figure. */
void wi_token_figures(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary) {
  const wi_beside in = {tokens->items, tokens->count, text, dictionary};
  size_t kept = 0;
  for (size_t i = 0; i < in.count;) {
    const size_t next = next_number(tokens, i);
    kept = wi_token_move(tokens, kept, i, next);
    i = next;
    if (i == in.count) {
      break;
    }
    const figure found = find_figure(&in, i);
    if (found.tokens == 0) {
      kept = wi_token_move(tokens, kept, i, i + 1);
      i++;
      continue;
    }
    join(tokens, kept++, i, &found);
    i += found.tokens;
  }
  tokens->count = kept;
}
