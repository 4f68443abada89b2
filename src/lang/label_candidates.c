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

static void add_word(wi_label_line *line, wi_label_marks *marks, const wi_labeller *labeller,
                     const wi_label_word *word) {
  const wi_word_filter *filter = &labeller->filter.words[word->mark];
  const uint64_t is_needed = word->is_needed;
  marks->flags |= word->flags;
  marks->words[word->mark / 64] |= is_needed << word->mark % 64;
  for (size_t i = 0; i < WI_FILTER_NEEDS; i++) {
    line->needed[i] |= filter->needed[i] & (0 - is_needed);
  }
  line->scopes |= word->scopes & WI_SCOPE_BIT(END);
}

/* Reads the pieces [first, last) of a line's `count`, and marks the ends of sentences. */
static void read_marks(wi_label_line *line, wi_label_marks *marks, const line_pieces *from,
                       size_t first, size_t last) {
  const uint32_t words = WI_PIECE_WORD | WI_PIECE_NUMBER | WI_PIECE_URL | WI_PIECE_TAG;
  const uint32_t capitals = WI_PIECE_CAPITAL | WI_PIECE_NUMBER | WI_PIECE_TAG;
  uint32_t all = 0;
  uint32_t word_count = 0;
  uint32_t capital_count = 0;
  for (size_t i = first; i < last; i++) {
    wi_piece *piece = &from->pieces[i];
    if ((piece->flags & WI_PIECE_STOP) != 0 && wi_piece_ends(from->pieces, i, from->count)) {
      piece->flags |= WI_PIECE_ENDS;
    }
    all |= piece->flags;
    word_count += (piece->flags & words) != 0;
    capital_count += (piece->flags & capitals) != 0;
    if (piece->word != 0) {
      const wi_label_word *word = &from->labeller->words[piece->word];
      add_word(line, marks, from->labeller, word);
      line->scopes |= wi_label_may_stand_inside(from->text, piece) ? word->scopes : 0;
    }
  }
  line->words += word_count;
  line->capitals += capital_count;
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
  for (uint32_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    const bool may = (labeller->image.open_flags[scope] & out->all.flags) != 0;
    out->scopes |= (uint32_t)may << scope;
    if (wi_filter_need(scope) < WI_FILTER_NEEDS) {
      out->needed[wi_filter_need(scope)] |=
          wi_filter_flags(labeller->filter.scopes[scope].needed, out->all.flags);
    }
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

/* The rules of the scope among those that may begin with the word. */
static void take_named(wi_label_candidates *from, wi_label_scope scope, uint32_t word) {
  const wi_labeller *labeller = from->labeller;
  const uint32_t *last = labeller->items + labeller->starts[word + 1];
  from->next = labeller->items + labeller->starts[word];
  while (from->next < last && *from->next < labeller->image.scopes[scope]) {
    from->next++;
  }
  from->end = from->next;
  while (from->end < last && *from->end < labeller->image.scopes[scope + 1]) {
    from->end++;
  }
}

/* The open rules of the scope that the piece may begin, and the line needs. */
static uint64_t open_bits(const wi_labeller *labeller, wi_label_scope scope,
                          const wi_label_line *line, uint32_t flags) {
  const uint64_t bits = wi_filter_flags(labeller->filter.scopes[scope].first, flags);
  const size_t need = wi_filter_need(scope);
  if (need < WI_FILTER_NEEDS) {
    return bits & line->needed[need];
  }
  return bits != 0 && holds(&line->all, &labeller->image.gates[scope]) ? bits : 0;
}

bool wi_label_candidates_at(wi_label_candidates *out, const wi_labeller *labeller,
                            wi_label_scope scope, const wi_label_place *place) {
  const wi_label_line *line = place->line;
  const uint32_t number = place->piece->word;
  const wi_label_word *word = &labeller->words[number];
  const uint32_t flags = place->piece->flags | word->flags | WI_PIECE_ANY;
  const uint64_t bits = open_bits(labeller, scope, line, flags);
  const bool is_named = (word->scopes & ((uint32_t)1 << scope)) != 0;
  if (bits == 0 && !is_named) {
    return false;
  }
  *out = (wi_label_candidates){.labeller = labeller,
                               .line = line,
                               .is_near = place->at <= WI_LABEL_MARKUP,
                               .flags = flags,
                               .ending = &line->all,
                               .filter = &labeller->filter.scopes[scope],
                               .open = labeller->open + labeller->image.opens[scope],
                               .last = labeller->open + labeller->image.opens[scope + 1],
                               .bits = bits};
  if (is_named) {
    take_named(out, scope, number);
  }
  return true;
}

static wi_label_marks marks_of(const wi_labeller *labeller, const wi_piece *piece) {
  const wi_label_word *word = &labeller->words[piece->word];
  wi_label_marks marks = {.flags = piece->flags | word->flags | WI_PIECE_ANY};
  marks.words[word->mark / 64] = (uint64_t)word->is_needed << word->mark % 64;
  return marks;
}

/* The open rules that the last two pieces may end. */
static void filter_ends(wi_label_candidates *from, const wi_piece *pieces, size_t count) {
  const wi_labeller *labeller = from->labeller;
  const wi_label_filter *filter = &labeller->filter;
  const wi_label_word *last = &labeller->words[pieces[count - 1].word];
  uint64_t bits =
      wi_filter_flags(from->filter->last, pieces[count - 1].flags | last->flags | WI_PIECE_ANY);
  from->bits &= bits | (last->is_needed != 0 ? filter->words[last->mark].last : 0);
  if (count > 1 && from->bits != 0) {
    const wi_label_word *word = &labeller->words[pieces[count - 2].word];
    bits =
        wi_filter_flags(from->filter->before, pieces[count - 2].flags | word->flags | WI_PIECE_ANY);
    from->bits &= bits | (word->is_needed != 0 ? filter->words[word->mark].before : 0);
  }
}

void wi_label_take_all(wi_label_candidates *from, wi_label_ending *ending, const wi_piece *pieces,
                       size_t count) {
  filter_ends(from, pieces, count);
  ending->last = marks_of(from->labeller, &pieces[count - 1]);
  from->ending = &ending->last;
  if (count > 1) {
    ending->before = marks_of(from->labeller, &pieces[count - 2]);
    from->before = &ending->before;
  }
}

static const uint32_t *first_open(const wi_label_candidates *from) {
  return from->open + wi_bits_lowest(from->bits) + from->behind;
}

static bool may_open(const wi_label_candidates *from) {
  const wi_label_rule *rule = &from->labeller->rules[*first_open(from)];
  return (rule->first_flags & from->flags) != 0 && may_match(from, rule);
}

static void drop_open(wi_label_candidates *from) {
  const uint64_t last = (uint64_t)1 << WI_FILTER_LAST_BIT;
  if (from->bits == last && first_open(from) + 1 < from->last) {
    from->behind++;
  } else {
    from->bits &= from->bits - 1;
  }
}

const wi_label_rule *wi_label_next(wi_label_candidates *from) {
  const wi_label_rule *rules = from->labeller->rules;
  for (;;) {
    while (from->bits != 0 && !may_open(from)) {
      drop_open(from);
    }
    const bool has_named = from->next < from->end;
    if (from->bits == 0 && !has_named) {
      return NULL;
    }
    if (from->bits != 0 && (!has_named || *first_open(from) <= *from->next)) {
      const uint32_t open = *first_open(from);
      if (has_named && open == *from->next) {
        from->next++;
      }
      drop_open(from);
      return &rules[open];
    }
    const uint32_t named = *from->next;
    from->next++;
    if (may_match(from, &rules[named])) {
      return &rules[named];
    }
  }
}
