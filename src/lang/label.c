#include "label.h"

#include <string.h>

#include "hash.h"
#include "label_glued.h"
#include "label_lines.h"
#include "label_pieces.h"
#include "label_rules.h"
#include "label_structure.h"
#include "mem.h"
#include "status.h"

/* A longer line is a paragraph and no line pattern is tried on it. */
#define LINE_PIECES_MAX 140
/* A link title, a byline, with its label. */
#define START_WORDS_MAX 34
#define REST_WORDS_MAX 80
/* A standfirst that shares a line with the dateline is not longer than this. */
#define STANDFIRST_PIECES_MAX 70
/* What stands behind a mere place, "Jakarta -", is a sentence and not the end of a heading. */
#define SENTENCE_PIECES_MIN 6
/* Parts of a line at its end: "Baca juga: ... Pewarta: ... Editor: ..." */
#define CHAIN_MAX 24
#define END_PIECES_MAX 14
#define HEADING_SIGNS_MAX 6
/* Quotes and brackets that close behind a stop. */
#define CLOSING_MAX 4

typedef struct finder {
  const wi_labeller *labeller;
  wi_str text;
  wi_label_scratch *scratch;
  wi_piece_array pieces; /* of the line: a view into those of the scratch */
  wi_label_line line; /* what its pieces are */
  uint32_t words; /* of the line */
  wi_line_array *lines;
  wi_label_array *inner;
  bool no_memory;
} finder;

/* The line at hand: its pieces [first, last) are what no markup and no rule has taken yet. */
typedef struct current {
  wi_line line;
  size_t first;
  size_t last;
} current;

typedef struct marker {
  size_t at;
  const wi_label_rule *rule;
  bool rest;
} marker;

void wi_label_array_free(wi_label_array *array) {
  wi_mem_free(array->items);
  *array = (wi_label_array){0};
}

static bool push(wi_label_array *array, wi_label label) {
  if (!wi_mem_grow(&array->items, &array->capacity, array->count, sizeof label)) {
    return false;
  }
  array->items[array->count++] = label;
  return true;
}

static const wi_piece *piece_at(const finder *find, size_t i) {
  return &find->pieces.items[i];
}

static bool has(const finder *find, size_t i, uint32_t flags) {
  return (find->pieces.items[i].flags & flags) != 0;
}

/* A span over the pieces [first, last) of the line. */
static void add_inner(finder *find, const wi_label_rule *rule, size_t first, size_t last) {
  const wi_label label = {piece_at(find, first)->start, piece_at(find, last - 1)->end, rule->kind,
                          rule->name};
  find->no_memory = find->no_memory || !push(find->inner, label);
}

static size_t match(const finder *find, const wi_label_rule *rule, size_t first, size_t last) {
  if (first >= last || !wi_pattern_may_begin(rule->pattern, find->text, piece_at(find, first))) {
    return WI_PATTERN_NONE;
  }
  return wi_pattern_match(rule->pattern, find->text, piece_at(find, first), last - first);
}

static wi_label_candidates candidates_at(const finder *find, wi_label_scope scope, size_t piece) {
  return wi_label_candidates_at(find->labeller, scope, &find->line, piece_at(find, piece), piece);
}

/* Whether a rule of one of the scopes, a bit for each, may begin at a piece: for most, none may. */
static bool may_begin(const finder *find, uint32_t scopes, size_t piece) {
  return (wi_label_scopes(find->labeller, piece_at(find, piece)) & scopes) != 0;
}

#define SCOPE(name) ((uint32_t)1 << WI_SCOPE_##name)

/* What is never as long as a paragraph; captions, notices and lists of tags may be. */
static bool is_short_kind(uint8_t kind) {
  return kind != WARTA_LABEL_CAPTION && kind != WARTA_LABEL_NOTICE && kind != WARTA_LABEL_CREDIT &&
         kind != WARTA_LABEL_TAGS && kind != WARTA_LABEL_OTHER;
}

/* The rule of a scope that takes exactly the pieces [first, last). */
static const wi_label_rule *match_all(const finder *find, wi_label_scope scope, size_t first,
                                      size_t last) {
  if (first >= last) {
    return NULL;
  }
  wi_label_candidates from = candidates_at(find, scope, first);
  wi_label_end_with(&from, piece_at(find, last - 1));
  const wi_label_rule *rule = NULL;
  while ((rule = wi_label_next(&from)) != NULL) {
    if (find->words > START_WORDS_MAX && scope <= WI_SCOPE_HEAD && is_short_kind(rule->kind)) {
      continue;
    }
    if (match(find, rule, first, last) == last - first) {
      return rule;
    }
  }
  return NULL;
}

/* The rule of a scope whose match is the longest from `first` on; *taken gets its pieces. */
static const wi_label_rule *match_longest(const finder *find, wi_label_scope scope, size_t first,
                                          size_t *taken) {
  const wi_label_rule *best = NULL;
  const size_t count = find->pieces.count;
  const size_t last = count - first > LINE_PIECES_MAX ? first + LINE_PIECES_MAX : count;
  *taken = 0;
  if (first >= count) {
    return NULL;
  }
  wi_label_candidates from = candidates_at(find, scope, first);
  const wi_label_rule *rule = NULL;
  while ((rule = wi_label_next(&from)) != NULL) {
    const size_t len = match(find, rule, first, last);
    if (len != WI_PATTERN_NONE && len > *taken) {
      best = rule;
      *taken = len;
    }
  }
  return best;
}

/* --- whole lines ------------------------------------------------------------------------------ */

static bool label_line(const finder *find, current *now) {
  if (now->last - now->first > LINE_PIECES_MAX) {
    return false;
  }
  const wi_label_rule *rule = match_all(find, WI_SCOPE_HEAD, now->first, now->last);
  if (rule != NULL) {
    now->line.head = rule->kind;
  } else {
    rule = match_all(find, WI_SCOPE_LINE, now->first, now->last);
  }
  if (rule == NULL && now->first > 0) {
    rule = match_all(find, WI_SCOPE_LINE, 0, find->pieces.count);
  }
  if (rule == NULL) {
    return false;
  }
  now->line.kind = rule->kind;
  now->line.rule = rule->name;
  return true;
}

/* --- parts at the end of a line --------------------------------------------------------------- */

/* Behind a stop, with quotes and brackets closed, or at the line's beginning. */
static bool is_between_sentences(const finder *find, size_t first, size_t i) {
  const size_t least = i - first > CLOSING_MAX ? i - CLOSING_MAX : first;
  while (i > least && has(find, i - 1, WI_PIECE_QUOTE | WI_PIECE_CLOSE)) {
    i--;
  }
  return i == first || has(find, i - 1, WI_PIECE_STOP);
}

/* "... maksimal.(Z-10)": initials, agencies and stars behind the last stop. */
static void label_end(finder *find, current *now) {
  const size_t least =
      now->last - now->first > END_PIECES_MAX ? now->last - END_PIECES_MAX : now->first;
  for (size_t i = least; i < now->last; i++) {
    if (!may_begin(find, SCOPE(END), i) || !is_between_sentences(find, now->first, i)) {
      continue;
    }
    const wi_label_rule *rule = match_all(find, WI_SCOPE_END, i, now->last);
    if (rule == NULL) {
      continue;
    }
    if (i == now->first) {
      now->line.kind = rule->kind;
      now->line.rule = rule->name;
    } else {
      add_inner(find, rule, i, now->last);
      now->last = i;
    }
    now->line.flags |= WI_LINE_END_MARK;
    return;
  }
}

typedef struct start_match {
  size_t len; /* the pieces that the pattern takes */
  bool rest; /* sentences may follow */
} start_match;

/* A rule of the scopes from TAIL to `widest` that begins at piece i. */
static const wi_label_rule *match_start(const finder *find, const current *now, size_t i,
                                        wi_label_scope widest, start_match *out) {
  const size_t last = now->last - i > LINE_PIECES_MAX ? i + LINE_PIECES_MAX : now->last;
  static const wi_label_scope order[] = {WI_SCOPE_REST, WI_SCOPE_TAIL, WI_SCOPE_START};
  for (size_t k = 0; k < sizeof order / sizeof order[0]; k++) {
    const wi_label_scope scope = order[k];
    if (scope > widest) {
      continue;
    }
    wi_label_candidates from = candidates_at(find, scope, i);
    const wi_label_rule *rule = NULL;
    while ((rule = wi_label_next(&from)) != NULL) {
      const size_t len = match(find, rule, i, last);
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
static size_t find_markers(const finder *find, const current *now, marker *markers) {
  size_t count = 0;
  bool chained = false;
  for (size_t i = now->first; i < now->last; i++) {
    if (!chained && !may_begin(find, SCOPE(TAIL) | SCOPE(START) | SCOPE(REST), i)) {
      continue;
    }
    const bool begins = is_between_sentences(find, now->first, i);
    if (i > now->first && !has(find, i, WI_PIECE_CAPITAL | WI_PIECE_OPEN) &&
        find->text.ptr[piece_at(find, i)->start] != '\xC2') {
      continue;
    }
    start_match found = {0, false};
    const wi_label_scope widest = begins || chained ? WI_SCOPE_REST : WI_SCOPE_TAIL;
    const wi_label_rule *rule = match_start(find, now, i, widest, &found);
    if (rule != NULL) {
      markers[count++ % CHAIN_MAX] = (marker){i, rule, found.rest};
      i += found.len > 0 ? found.len - 1 : 0; /* "Pilihan Editor:" is no byline */
    }
    chained = rule != NULL || (chained && !begins);
  }
  return count;
}

/* Whether [from, to) may be one part: short, and no sentence ends inside it. */
static bool is_part(const finder *find, const marker *part, size_t to) {
  size_t words = 0;
  for (size_t i = part->at; i < to; i++) {
    words += has(find, i, WI_PIECE_WORD | WI_PIECE_NUMBER);
    const char byte = find->text.ptr[piece_at(find, i)->start];
    if (!part->rest && i + 1 < to && has(find, i, WI_PIECE_ENDS) && byte != '?' && byte != '!') {
      return false;
    }
  }
  return words <= (part->rest ? REST_WORDS_MAX : START_WORDS_MAX);
}

/* "... usai. Baca juga: Judul Lain Ketua lalu pulang." Titles end without a full stop: here a
 * sentence of the article follows on the title. */
static bool may_hold_sentence(const finder *find, const current *now, const marker *part,
                              size_t to) {
  size_t len = 0;
  if (part->rule->kind == WARTA_LABEL_RELATED &&
      match_longest(find, WI_SCOPE_BETWEEN, part->at, &len) != NULL && part->at + len < to) {
    return true; /* Simak Video 'Judul': Ketua lalu pulang */
  }
  return part->rule->kind == WARTA_LABEL_RELATED && part->at > now->first &&
         has(find, to - 1, WI_PIECE_STOP) && find->text.ptr[piece_at(find, to - 1)->start] == '.';
}

/* The chain of parts that reaches the line's end; the whole line if it begins with one. True: text
 * is left before it. */
static bool label_chain(finder *find, current *now) {
  marker markers[CHAIN_MAX];
  const size_t found = find_markers(find, now, markers);
  const size_t oldest = found > CHAIN_MAX ? found - CHAIN_MAX : 0;
  size_t from = found;
  size_t to = now->last;
  bool one_kind = true;
  while (from > oldest && is_part(find, &markers[(from - 1) % CHAIN_MAX], to) &&
         !may_hold_sentence(find, now, &markers[(from - 1) % CHAIN_MAX], to)) {
    from--;
    to = markers[from % CHAIN_MAX].at;
    one_kind = one_kind &&
               markers[from % CHAIN_MAX].rule->kind == markers[(found - 1) % CHAIN_MAX].rule->kind;
  }
  if (from == found) {
    return false;
  }
  const bool whole = to == now->first;
  if (whole) {
    now->line.kind = markers[from % CHAIN_MAX].rule->kind;
    now->line.rule = markers[from % CHAIN_MAX].rule->name;
    now->line.flags |= one_kind ? 0 : (uint32_t)WI_LINE_PARTS;
  }
  for (size_t i = from; i < found && !(whole && one_kind); i++) {
    const size_t end = i + 1 < found ? markers[(i + 1) % CHAIN_MAX].at : now->last;
    add_inner(find, markers[i % CHAIN_MAX].rule, markers[i % CHAIN_MAX].at, end);
  }
  for (size_t i = from; i < found; i++) {
    const uint8_t kind = markers[i % CHAIN_MAX].rule->kind;
    if (kind == WARTA_LABEL_BYLINE || kind == WARTA_LABEL_CREDIT) {
      now->line.flags |= WI_LINE_END_MARK;
    }
  }
  now->last = to;
  return !whole;
}

/* --- datelines -------------------------------------------------------------------------------- */

/* The sentence behind a dateline begins with a capital, a digit or a quote, or there is none. */
static bool opens_sentence(const finder *find, size_t i, size_t last) {
  return i >= last ||
         has(find, i, WI_PIECE_CAPITAL | WI_PIECE_NUMBER | WI_PIECE_QUOTE | WI_PIECE_TAG);
}

static void take_dateline(finder *find, current *now, const wi_label_rule *rule, size_t last) {
  if (last >= now->last && now->first == 0) {
    now->line.kind = rule->kind;
    now->line.rule = rule->name;
  } else {
    add_inner(find, rule, now->first, last);
  }
  now->line.flags |= WI_LINE_DATELINE;
  now->first = last;
}

/* "... di Indonesia Jakarta (ANTARA) -": the place of a dateline stands behind no preposition. */
static bool is_behind_preposition(const finder *find, size_t i) {
  static const char *const prepositions[] = {"di", "ke", "dari", "dan", "untuk", "pada"};
  for (size_t k = 0; k < sizeof prepositions / sizeof prepositions[0]; k++) {
    if (wi_str_equal(wi_piece_str(find->text, piece_at(find, i - 1)), wi_str_of(prepositions[k]))) {
      return true;
    }
  }
  return false;
}

/* "... persatuan Jakarta (ANTARA) - Anggota": a standfirst that lost its line break. */
static void label_glued_standfirst(finder *find, current *now) {
  const size_t end = now->first + STANDFIRST_PIECES_MAX;
  for (size_t i = now->first + 5; i < now->last && i < end; i++) {
    size_t len = 0;
    if (!has(find, i, WI_PIECE_CAPITAL) || is_behind_preposition(find, i)) {
      continue;
    }
    const wi_label_rule *rule = match_longest(find, WI_SCOPE_LEAD, i, &len);
    if (rule == NULL || !has(find, i + len - 1, WI_PIECE_DASH) || i + len + 8 > now->last ||
        !opens_sentence(find, i + len, now->last)) {
      continue;
    }
    wi_label label = {piece_at(find, now->first)->start, piece_at(find, i - 1)->end,
                      WARTA_LABEL_STANDFIRST, "structure:standfirst before the dateline"};
    find->no_memory = find->no_memory || !push(find->inner, label);
    now->first = i;
    add_inner(find, rule, i, i + len);
    now->first = i + len;
    now->line.flags |= WI_LINE_DATELINE;
    return;
  }
}

static void label_dateline(finder *find, current *now) {
  size_t len = 0;
  const wi_label_rule *rule = match_longest(find, WI_SCOPE_LEAD, now->first, &len);
  if (rule != NULL && opens_sentence(find, now->first + len, now->last)) {
    take_dateline(find, now, rule, now->first + len);
    return;
  }
  rule = match_longest(find, WI_SCOPE_FIRST, now->first, &len);
  const size_t behind = now->last - now->first - len;
  if (rule != NULL && (behind == 0 || behind >= SENTENCE_PIECES_MIN) &&
      opens_sentence(find, now->first + len, now->last)) {
    take_dateline(find, now, rule, now->first + len);
    now->line.flags |= WI_LINE_DATELINE_WEAK;
    return;
  }
  if (find->lines->count == 0 && now->last - now->first > 60) {
    label_glued_standfirst(find, now);
  }
}

/* --- anywhere in a line ----------------------------------------------------------------------- */

/* "... tahap dua. Baca juga: Judul Berita Lain Namun hingga kini ..." */
static const wi_label_rule *match_glued(const finder *find, const current *now, size_t i,
                                        size_t *taken) {
  if (!has(find, i, WI_PIECE_CAPITAL) || !is_between_sentences(find, now->first, i)) {
    return NULL;
  }
  const wi_label_rule *rule = match_longest(find, WI_SCOPE_GLUED, i, taken);
  if (rule == NULL || i + *taken >= now->last) {
    return NULL;
  }
  const size_t title = i + *taken;
  const size_t len = wi_glued_title_length(find->text, piece_at(find, title), now->last - title);
  *taken += len;
  return len > 0 ? rule : NULL;
}

static void label_inside(finder *find, const current *now) {
  for (size_t i = now->first; i < now->last; i++) {
    size_t len = 0;
    const wi_label_rule *rule = NULL;
    if (!may_begin(find, SCOPE(INLINE) | SCOPE(BETWEEN) | SCOPE(GLUED), i)) {
      continue;
    }
    if (has(find, i, WI_PIECE_CAPITAL | WI_PIECE_OPEN)) {
      rule = match_longest(find, WI_SCOPE_INLINE, i, &len);
    }
    if (rule == NULL && has(find, i, WI_PIECE_CAPITAL | WI_PIECE_OPEN) &&
        is_between_sentences(find, now->first, i)) {
      rule = match_longest(find, WI_SCOPE_BETWEEN, i, &len);
    }
    if (rule == NULL) {
      rule = match_glued(find, now, i, &len);
    }
    if (rule != NULL && i + len <= now->last) {
      add_inner(find, rule, i, i + len);
      i += len - 1;
    }
  }
}

/* "## Judul": the signs are a span of their own. Returns where the visible text begins. */
static size_t skip_mark(wi_str text, size_t start, size_t end) {
  size_t at = start;
  while (at < end && text.ptr[at] == '#') {
    at++;
  }
  if (at == start || at - start > HEADING_SIGNS_MAX || at >= end ||
      !wi_str_is_space(text.ptr[at])) {
    return start;
  }
  while (at < end && wi_str_is_space(text.ptr[at])) {
    at++;
  }
  return at;
}

/* "Nama Menteri X di Y. Menteri X di Y.": a picture's text and its alternative text in one line. */
static bool is_doubled(const finder *find, const current *now) {
  const wi_str text = find->text;
  for (size_t i = now->first; i + 5 < now->last; i++) {
    if (!has(find, i, WI_PIECE_ENDS)) {
      continue;
    }
    const wi_str tail = wi_str_slice(text, piece_at(find, i + 1)->start, now->line.end);
    const wi_str front = wi_str_slice(text, now->line.start, piece_at(find, i)->end);
    if (wi_str_ends(front, tail)) {
      return true;
    }
  }
  return false;
}

static void label_doubled(const finder *find, current *now) {
  if (now->last - now->first <= LINE_PIECES_MAX && is_doubled(find, now)) {
    now->line.kind = WARTA_LABEL_CAPTION;
    now->line.rule = "structure:sentence twice in a line";
  }
}

static bool read_line(finder *find, size_t start, size_t end) {
  const size_t shown = skip_mark(find->text, start, end);
  const size_t inner = find->inner->count;
  const wi_label_part line = {find->text, shown, end};
  if (!wi_label_pieces_take(&find->pieces, find->scratch, find->labeller, line)) {
    return false;
  }
  if (find->pieces.count == 0) {
    return true;
  }
  wi_label_line_read(&find->line, find->labeller, find->pieces.items, find->pieces.count);
  current now = {wi_line_read(find->text, shown, end, &find->pieces), 0, 0};
  find->words = now.line.words;
  if (find->lines->count < WI_LINES_HASHED) {
    now.line.hash = wi_hash_stable(wi_str_slice(find->text, shown, end));
  }
  now.line.flags |= shown > start ? (uint32_t)WI_LINE_MARK : 0;
  now.line.mark = (uint32_t)start;
  wi_line_window(find->text, &find->pieces, &now.first, &now.last);
  if (!label_line(find, &now)) {
    label_end(find, &now);
    if (now.line.kind == WARTA_LABEL_NONE && label_chain(find, &now)) {
      label_end(find, &now); /* pungkasnya. (Nama Orang) Artikel ini telah tayang di ... */
    }
    if (now.last > now.first && now.line.kind == WARTA_LABEL_NONE) {
      label_dateline(find, &now);
    }
    if (now.line.kind == WARTA_LABEL_NONE) {
      label_doubled(find, &now);
      label_inside(find, &now);
    }
  }
  wi_label_sort(find->inner, inner);
  now.line.first_inner = (uint32_t)inner;
  now.line.inner_count = (uint32_t)(find->inner->count - inner);
  wi_line_array *lines = find->lines;
  if (find->no_memory ||
      !wi_mem_grow(&lines->items, &lines->capacity, lines->count, sizeof now.line)) {
    return false;
  }
  lines->items[lines->count++] = now.line;
  return true;
}

static bool read_lines(finder *find) {
  size_t at = 0;
  size_t start = 0;
  size_t end = 0;
  while (wi_line_next(find->text, &at, &start, &end)) {
    if (!read_line(find, start, end)) {
      return false;
    }
  }
  return true;
}

static wi_label mark_label(wi_str text, const wi_line *line) {
  wi_label label = {line->mark, line->mark, WARTA_LABEL_OTHER, "structure:heading sign"};
  while (text.ptr[label.end] == '#') {
    label.end++;
  }
  return label;
}

/* The # signs before a line, then its own span or the spans inside it. */
static bool write_line(const finder *find, const wi_line *line, wi_label_array *out) {
  if (line->mark < line->start && !push(out, mark_label(find->text, line))) {
    return false;
  }
  if (line->kind != WARTA_LABEL_NONE && (line->flags & WI_LINE_PARTS) == 0) {
    return push(out, (wi_label){line->start, line->end, line->kind, line->rule});
  }
  for (size_t i = 0; i < line->inner_count; i++) {
    const wi_label *label = &find->inner->items[line->first_inner + i];
    const bool dropped =
        label->kind == WARTA_LABEL_DATELINE && (line->flags & WI_LINE_DATELINE) == 0;
    if (!dropped && !push(out, *label)) {
      return false;
    }
  }
  return true;
}

static bool write_labels(const finder *find, wi_label_array *out) {
  for (size_t i = 0; i < find->lines->count; i++) {
    if (!write_line(find, &find->lines->items[i], out)) {
      return false;
    }
  }
  return true;
}

warta_status wi_labels_find(const wi_labeller *labeller, wi_str text, wi_label_scratch *scratch,
                            wi_label_array *out, warta_error *error) {
  finder find = {.labeller = labeller,
                 .text = text,
                 .scratch = scratch,
                 .lines = &scratch->lines,
                 .inner = &scratch->inner};
  scratch->next = 0;
  scratch->lines.count = 0;
  scratch->inner.count = 0;
  if (!read_lines(&find)) {
    return wi_status_no_memory(error);
  }
  wi_structure_label(find.lines);
  return write_labels(&find, out) ? WARTA_OK : wi_status_no_memory(error);
}
