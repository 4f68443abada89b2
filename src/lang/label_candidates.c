#include "label_candidates.h"

void wi_label_number(const wi_labeller *labeller, wi_str text, wi_piece *pieces, size_t count) {
  for (size_t i = 0; i < count; i++) {
    pieces[i].word = wi_labeller_word(labeller, wi_piece_str(text, &pieces[i]));
  }
}

typedef struct line_pieces {
  const wi_labeller *labeller;
  wi_str text;
  wi_piece *pieces;
  size_t count;
} line_pieces;

static void add_word(wi_label_line *line, wi_label_marks *marks, const wi_label_word *word) {
  marks->flags |= word->flags;
  marks->words[word->mark / 64] |= (uint64_t)word->is_needed << word->mark % 64;
  line->scopes |= word->scopes & WI_SCOPE_BIT(END);
}

/* Reads the pieces [first, last) of a line's `count`, and marks the ends of sentences. */
static void read_marks(wi_label_line *line, wi_label_marks *marks, const line_pieces *from,
                       size_t first, size_t last) {
  const uint32_t words = WI_PIECE_WORD | WI_PIECE_NUMBER | WI_PIECE_URL | WI_PIECE_TAG;
  const uint32_t capitals = WI_PIECE_CAPITAL | WI_PIECE_NUMBER | WI_PIECE_TAG;
  uint32_t all = 0;
  for (size_t i = first; i < last; i++) {
    wi_piece *piece = &from->pieces[i];
    if ((piece->flags & WI_PIECE_STOP) != 0 && wi_piece_ends(from->pieces, i, from->count)) {
      piece->flags |= WI_PIECE_ENDS;
    }
    all |= piece->flags;
    line->words += (piece->flags & words) != 0;
    line->capitals += (piece->flags & capitals) != 0;
    if (piece->word != 0) {
      const wi_label_word *word = &from->labeller->words[piece->word];
      add_word(line, marks, word);
      line->scopes |= wi_label_may_stand_inside(from->text, piece) ? word->scopes : 0;
    }
  }
  marks->flags |= all;
}

/* What may begin the line, behind its markup, needs no capital. */
static uint32_t first_scopes(const wi_labeller *labeller, const wi_piece *pieces, size_t count) {
  uint32_t scopes = 0;
  for (size_t i = 0; i <= WI_LABEL_MARKUP && i < count; i++) {
    scopes |= labeller->words[pieces[i].word].scopes;
  }
  return scopes;
}

void wi_label_line_read(wi_label_line *out, const wi_labeller *labeller, wi_str text,
                        const wi_piece_array *pieces) {
  const size_t count = pieces->count;
  const size_t near = count < WI_LABEL_NEAR ? count : WI_LABEL_NEAR;
  const line_pieces from = {labeller, text, pieces->items, count};
  *out = (wi_label_line){.near.flags = WI_PIECE_ANY,
                         .scopes = first_scopes(labeller, pieces->items, count)};
  read_marks(out, &out->near, &from, 0, near);
  out->all = out->near;
  read_marks(out, &out->all, &from, near, count);
  out->near_summary = wi_label_summary(&out->near);
  out->all_summary = wi_label_summary(&out->all);
  for (size_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    const bool may = (labeller->image.open_flags[scope] & out->all.flags) != 0;
    out->scopes |= (uint32_t)may << scope;
  }
}

static bool holds(const wi_label_marks *marks, const wi_label_marks *needs) {
  uint64_t both = marks->flags & needs->flags;
  for (int i = 0; i < WI_LABEL_MARK_WORDS; i++) {
    both |= marks->words[i] & needs->words[i];
  }
  return both != 0;
}

static bool may_match(const wi_label_candidates *from, const wi_label_rule *rule) {
  return holds(from->ending, &rule->last) &&
         (from->before == NULL || holds(from->before, &rule->before)) &&
         holds(&from->line->all, &rule->needs[0]) && holds(&from->line->all, &rule->needs[1]) &&
         holds(&from->line->all, &rule->needs[2]) &&
         (!from->is_near || holds(&from->line->near, &rule->near));
}

wi_label_candidates wi_label_candidates_at(const wi_labeller *labeller, wi_label_scope scope,
                                           const wi_label_line *line, const wi_piece *piece,
                                           size_t at) {
  const uint32_t bit = (uint32_t)1 << scope;
  const wi_label_word *word = &labeller->words[piece->word];
  wi_label_candidates from = {.labeller = labeller,
                              .line = line,
                              .is_near = at <= WI_LABEL_MARKUP,
                              .flags = piece->flags | word->flags | WI_PIECE_ANY,
                              .ending = &line->all,
                              .ending_summary = line->all_summary};
  from.last = labeller->open + labeller->image.opens[scope + 1];
  from.open = holds(&line->all, &labeller->image.gates[scope])
                  ? labeller->open + labeller->image.opens[scope]
                  : from.last;
  if ((word->scopes & bit) != 0) {
    from.next = labeller->items + labeller->starts[piece->word];
    from.end = labeller->items + labeller->starts[piece->word + 1];
    while (from.next < from.end && *from.next < labeller->image.scopes[scope]) {
      from.next++;
    }
    const uint32_t *end = from.next;
    while (end < from.end && *end < labeller->image.scopes[scope + 1]) {
      end++;
    }
    from.end = end;
  }
  return from;
}

static wi_label_marks marks_of(const wi_labeller *labeller, const wi_piece *piece) {
  const wi_label_word *word = &labeller->words[piece->word];
  wi_label_marks marks = {.flags = piece->flags | word->flags | WI_PIECE_ANY};
  marks.words[word->mark / 64] = (uint64_t)word->is_needed << word->mark % 64;
  return marks;
}

void wi_label_take_all(wi_label_candidates *from, wi_label_ending *ending, const wi_piece *pieces,
                       size_t count) {
  ending->last = marks_of(from->labeller, &pieces[count - 1]);
  from->ending = &ending->last;
  from->ending_summary = wi_label_summary(&ending->last);
  if (count > 1) {
    ending->before = marks_of(from->labeller, &pieces[count - 2]);
    from->before = &ending->before;
    from->before_summary = wi_label_summary(&ending->before);
  }
}

/* Most rules fail at the first look. */
static bool may_open(const wi_label_candidates *from, const wi_label_open *open) {
  const wi_label_line *line = from->line;
  return ((open->need_flags & line->all.flags) | (open->need_summary & line->all_summary)) != 0 &&
         (open->first_flags & from->flags) != 0 &&
         ((from->ending->flags & open->last_flags) | (from->ending_summary & open->last_summary)) !=
             0 &&
         (from->before == NULL || ((from->before->flags & open->before_flags) |
                                   (from->before_summary & open->before_summary)) != 0) &&
         (!from->is_near || ((open->near_flags & line->near.flags) |
                             (open->near_summary & line->near_summary)) != 0) &&
         may_match(from, &from->labeller->rules[open->rule]);
}

const wi_label_rule *wi_label_next(wi_label_candidates *from) {
  const wi_label_rule *rules = from->labeller->rules;
  for (;;) {
    while (from->open < from->last && !may_open(from, from->open)) {
      from->open++;
    }
    const bool has_open = from->open < from->last;
    const bool has_named = from->next < from->end;
    if (!has_open && !has_named) {
      return NULL;
    }
    if (has_open && (!has_named || from->open->rule <= *from->next)) {
      if (has_named && from->open->rule == *from->next) {
        from->next++;
      }
      return &rules[from->open++->rule];
    }
    const uint32_t named = *from->next;
    from->next++;
    if (may_match(from, &rules[named])) {
      return &rules[named];
    }
  }
}
