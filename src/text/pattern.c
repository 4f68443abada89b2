#include "pattern.h"

#include <string.h>

#include "mem.h"
#include "pattern_steps.h"

/* Groups and defines may stand in each other so deep. */
#define DEPTH_MAX 12
#define ALTERNATIVES_MAX 320

typedef struct parser {
  draft *draft;
  wi_pattern_defines defines;
  const char *why;
  unsigned depth;
} parser;

typedef struct reader {
  wi_str source;
  size_t at;
} reader;

static bool fail(parser *parse, const char *why) {
  if (parse->why == NULL) {
    parse->why = why;
  }
  return false;
}

static bool emit(parser *parse, step item) {
  draft *to = parse->draft;
  if (to->count >= WI_PATTERN_STEPS_MAX) {
    return fail(parse, "pattern too long");
  }
  to->steps[to->count++] = item;
  return true;
}

/* Puts a split before step `at`; targets inside what moves go with it. */
static bool insert_split(parser *parse, size_t at) {
  draft *to = parse->draft;
  if (!emit(parse, (step){.kind = STEP_JUMP})) {
    return false;
  }
  memmove(to->steps + at + 1, to->steps + at, (to->count - 1 - at) * sizeof to->steps[0]);
  for (size_t i = at + 1; i < to->count; i++) {
    step *moved = &to->steps[i];
    if (moved->kind == STEP_SPLIT || moved->kind == STEP_JUMP) {
      moved->to = (uint16_t)(moved->to + (moved->to >= at));
      moved->other = (uint16_t)(moved->other + (moved->other >= at));
    }
  }
  to->steps[at] = (step){.kind = STEP_SPLIT, .to = (uint16_t)(at + 1)};
  return true;
}

static bool is_special(char byte) {
  return byte == '(' || byte == ')' || byte == '|' || byte == '<' || byte == '{' || byte == '*' ||
         byte == '?' || byte == '+' || byte == '\\';
}

static bool emit_literal(parser *parse, wi_str literal, bool exact) {
  draft *to = parse->draft;
  if (literal.len > POOL_MAX - to->pool_len) {
    return fail(parse, "pattern too long");
  }
  step item = {.kind = exact ? STEP_EXACT : STEP_WORD,
               .literal = (uint16_t)to->pool_len,
               .literal_len = (uint16_t)literal.len};
  for (size_t i = 0; i < literal.len; i++) {
    to->pool[to->pool_len++] = exact ? literal.ptr[i] : wi_piece_lower(literal.ptr[i]);
  }
  return emit(parse, item);
}

/* Words and marks up to the next special character or space: the pieces of the source. */
static bool parse_literals(parser *parse, reader *read) {
  const size_t start = read->at;
  while (read->at < read->source.len && !is_special(read->source.ptr[read->at]) &&
         !wi_str_is_space(read->source.ptr[read->at])) {
    read->at++;
  }
  wi_piece_array pieces = {0};
  bool ok = wi_pieces_cut(&pieces, read->source, start, read->at);
  for (size_t i = 0; ok && i < pieces.count; i++) {
    const bool exact = (pieces.items[i].flags & WI_PIECE_CAPS) != 0;
    ok = emit_literal(parse, wi_piece_str(read->source, &pieces.items[i]), exact);
  }
  wi_piece_array_free(&pieces);
  return ok;
}

static bool parse_class(parser *parse, reader *read) {
  static const char *const names[] = {"any",   "name",  "caps",   "word",  "number",
                                      "month", "day",   "domain", "url",   "tag",
                                      "dash",  "short", "image",  "title", "proper"};
  wi_str rest = wi_str_slice(read->source, read->at + 1, read->source.len);
  const wi_str name = wi_str_cut(&rest, '>');
  if (rest.ptr == NULL) {
    return fail(parse, "'<' without '>'");
  }
  read->at += name.len + 2;
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    if (wi_str_equal(name, wi_str_of(names[i]))) {
      const step item = {.kind = STEP_CLASS, .class_of = (uint8_t)i};
      const size_t at = parse->draft->count;
      return emit(parse, item) &&
             (i != CLASS_TITLE ||
              emit(parse,
                   (step){.kind = STEP_SPLIT, .to = (uint16_t)at, .other = (uint16_t)(at + 2)}));
    }
  }
  return fail(parse, "unknown class in <>");
}

/* Groups and defines nest; DEPTH_MAX bounds how deep. NOLINTBEGIN(misc-no-recursion) */
static bool parse_alternatives(parser *parse, reader *read);

static bool parse_nested(parser *parse, reader *read) {
  if (parse->depth >= DEPTH_MAX) {
    return fail(parse, "nested too deep");
  }
  parse->depth++;
  const bool ok = parse_alternatives(parse, read);
  parse->depth--;
  return ok;
}

static bool parse_define(parser *parse, reader *read) {
  wi_str rest = wi_str_slice(read->source, read->at + 1, read->source.len);
  const wi_str name = wi_str_cut(&rest, '}');
  if (rest.ptr == NULL) {
    return fail(parse, "'{' without '}'");
  }
  read->at += name.len + 2;
  for (size_t i = 0; i < parse->defines.count; i++) {
    if (wi_str_equal(parse->defines.items[i].name, name)) {
      reader inner = {parse->defines.items[i].source, 0};
      return parse_nested(parse, &inner) &&
             (inner.at == inner.source.len || fail(parse, "')' without '('"));
    }
  }
  return fail(parse, "unknown name in {}");
}

static bool parse_group(parser *parse, reader *read) {
  read->at++;
  if (!parse_nested(parse, read)) {
    return false;
  }
  if (read->at >= read->source.len) {
    return fail(parse, "'(' without ')'");
  }
  read->at++;
  return true;
}

/* '*' by itself: any pieces. Several are the mark "***". */
static bool parse_anything(parser *parse, reader *read) {
  const size_t at = parse->draft->count;
  const size_t start = read->at;
  while (read->at < read->source.len && read->source.ptr[read->at] == '*') {
    read->at++;
  }
  if (read->at - start > 1) {
    return emit_literal(parse, wi_str_slice(read->source, start, read->at), true);
  }
  return emit(parse,
              (step){.kind = STEP_SPLIT, .to = (uint16_t)(at + 1), .other = (uint16_t)(at + 3)}) &&
         emit(parse, (step){.kind = STEP_CLASS, .class_of = CLASS_ANY}) &&
         emit(parse, (step){.kind = STEP_JUMP, .to = (uint16_t)at});
}

static bool parse_atom(parser *parse, reader *read) {
  switch (read->source.ptr[read->at]) {
  case '(':
    return parse_group(parse, read);
  case '<':
    return parse_class(parse, read);
  case '{':
    return parse_define(parse, read);
  case '*':
    return parse_anything(parse, read);
  case '\\':
    if (read->at + 1 >= read->source.len) {
      return fail(parse, "'\\' at the end");
    }
    read->at += 2;
    return emit_literal(parse, wi_str_slice(read->source, read->at - 1, read->at), true);
  case '?':
  case '+':
    return fail(parse, "'?' or '+' behind nothing");
  default:
    return parse_literals(parse, read);
  }
}

/* "comments?" would make the whole word optional, which nobody expects. */
static bool ends_in_word(const reader *read) {
  const unsigned char before = (unsigned char)wi_piece_lower(read->source.ptr[read->at - 1]);
  return (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
}

/* A ?, + or * directly behind the steps from `start` on. */
static bool parse_count(parser *parse, reader *read, size_t start) {
  draft *to = parse->draft;
  const char mark = read->at < read->source.len ? read->source.ptr[read->at] : '\0';
  if ((mark != '?' && mark != '+' && mark != '*') || to->count == start) {
    return true;
  }
  if (ends_in_word(read)) {
    return fail(parse, "write (word)? for a word that may be missing");
  }
  read->at++;
  if (mark == '+') {
    return emit(
        parse,
        (step){.kind = STEP_SPLIT, .to = (uint16_t)start, .other = (uint16_t)(to->count + 1)});
  }
  if (!insert_split(parse, start)) {
    return false;
  }
  if (mark == '*' && !emit(parse, (step){.kind = STEP_JUMP, .to = (uint16_t)start})) {
    return false;
  }
  to->steps[start].other = (uint16_t)to->count;
  return true;
}

/* A point of the pattern's own sequence, which no match can go around. */
static void note_point(const parser *parse, size_t step_number) {
  draft *to = parse->draft;
  if (parse->depth == 0 && to->point_count < WI_PATTERN_POINTS_MAX) {
    to->points[to->point_count++] = (uint16_t)step_number;
  }
}

/* Up to '|', ')' or the end. A word of several pieces takes its count as a whole. */
static bool parse_sequence(parser *parse, reader *read) {
  while (read->at < read->source.len) {
    const char byte = read->source.ptr[read->at];
    if (byte == '|' || byte == ')') {
      break;
    }
    if (wi_str_is_space(byte)) {
      read->at++;
      continue;
    }
    const size_t start = parse->draft->count;
    const bool anything = byte == '*';
    note_point(parse, start);
    if (!parse_atom(parse, read) || (!anything && !parse_count(parse, read, start))) {
      return false;
    }
  }
  return true;
}

static bool parse_alternatives(parser *parse, reader *read) {
  draft *to = parse->draft;
  uint16_t jumps[ALTERNATIVES_MAX];
  size_t jump_count = 0;
  size_t start = to->count;
  if (!parse_sequence(parse, read)) {
    return false;
  }
  while (read->at < read->source.len && read->source.ptr[read->at] == '|') {
    read->at++;
    to->has_choice = to->has_choice || parse->depth == 0;
    if (jump_count == ALTERNATIVES_MAX) {
      return fail(parse, "too many alternatives");
    }
    if (!insert_split(parse, start) || !emit(parse, (step){.kind = STEP_JUMP})) {
      return false;
    }
    jumps[jump_count++] = (uint16_t)(to->count - 1);
    to->steps[start].other = (uint16_t)to->count;
    start = to->count;
    if (!parse_sequence(parse, read)) {
      return false;
    }
  }
  for (size_t i = 0; i < jump_count; i++) {
    to->steps[jumps[i]].to = (uint16_t)to->count;
  }
  return true;
}
/* NOLINTEND(misc-no-recursion) */

static bool parse_source(parser *parse, wi_str source) {
  draft *to = parse->draft;
  reader read = {source, 0};
  bool ok = parse_alternatives(parse, &read);
  if (ok && read.at < source.len) {
    ok = fail(parse, "')' without '('");
  }
  if (to->has_choice) {
    to->point_count = 1; /* a choice of sequences has its beginning only */
    to->points[0] = 0;
  }
  if (ok && to->count == 0) {
    ok = fail(parse, "empty pattern");
  }
  if (ok) {
    to->steps[to->count++] = (step){.kind = STEP_MATCH};
  }
  return ok;
}

static wi_pattern_result parse_all(wi_pattern **out, parser *parse, wi_str source,
                                   const char **why) {
  if (!parse_source(parse, source)) {
    *why = parse->why != NULL ? parse->why : "";
    return parse->why != NULL ? WI_PATTERN_WRONG : WI_PATTERN_NO_MEMORY;
  }
  wi_pattern *pattern = wi_pattern_of(parse->draft);
  if (pattern == NULL) {
    return WI_PATTERN_NO_MEMORY;
  }
  if (wi_pattern_match(pattern, (wi_str){"", 0}, NULL, 0) == 0) {
    wi_pattern_free(pattern);
    *why = "the pattern matches nothing at all";
    return WI_PATTERN_WRONG;
  }
  *out = pattern;
  return WI_PATTERN_OK;
}

/* The arrays are made as large as a pattern may be. */
wi_pattern_result wi_pattern_compile(wi_pattern **out, wi_str source, wi_pattern_defines defines,
                                     const char **why) {
  draft to = {.steps = wi_mem_resize(NULL, WI_PATTERN_STEPS_MAX + 1, sizeof(step)),
              .pool = wi_mem_resize(NULL, POOL_MAX, 1)};
  parser parse = {&to, defines, NULL, 0};
  wi_pattern_result result = WI_PATTERN_NO_MEMORY;
  *out = NULL;
  *why = "";
  if (to.steps != NULL && to.pool != NULL) {
    result = parse_all(out, &parse, source, why);
  }
  wi_mem_free(to.steps);
  wi_mem_free(to.pool);
  return result;
}
