#include "sentences.h"

#include <stdbool.h>

#include "mem.h"
#include "sentence_digest.h"
#include "sentence_lines.h"
#include "sentence_marks.h"
#include "status.h"
#include "token_join.h"
#include "token_shape.h"
#include "utf8.h"

enum {
  BRACKET_REACH = 12, /* a stop in brackets that close within so many tokens ends nothing */
  OPENER_REACH = 4, /* signs to pass over to find the word that a sentence begins with */
  PLAIN_WORD_MIN = 4, /* shorter words before a stop may be abbreviations that no list knows */
  COUNT_LENGTH = 3,
  NAME_MAX = 64 /* bytes of a word that are looked at */
};

/* The state of one walk over the tokens. */
typedef struct splitter {
  wi_sentence_array *out;
  wi_token_array *tokens;
  wi_str text;
  const wi_label_array *labels;
  const wi_dictionary *dictionary;
  size_t label; /* the label that may hold the token */
  bool is_open; /* a body sentence is growing */
  wi_sentence current; /* it */
  size_t last; /* its last token */
  uint32_t clip; /* the label behind it, which may begin inside that token (WIBBaca juga) */
  bool is_terminated; /* it has come to a stop; only closing signs may follow */
  size_t terminal; /* the token of that stop */
  bool is_quoted; /* inside quotes */
  size_t brackets; /* open brackets */
  bool is_bracketed; /* the sentence began with a bracket */
  bool has_word; /* not only signs yet */
  wi_paragraph paragraph;
  bool is_crossed; /* a labelled span stands between the sentence and the token */
} splitter;

void wi_sentence_array_free(wi_sentence_array *array) {
  wi_mem_free(array->items);
  *array = (wi_sentence_array){NULL, 0, 0};
}

static const wi_token *token_at(const splitter *s, size_t i) {
  return &s->tokens->items[i];
}

static bool is_glued(const splitter *s, size_t i) {
  return (token_at(s, i)->flags & WARTA_TOKEN_GLUED) != 0;
}

static bool is_char(const splitter *s, size_t i, char c) {
  return token_at(s, i)->end == token_at(s, i)->start + 1 &&
         s->text.ptr[token_at(s, i)->start] == c;
}

/* Where quotes were lost, '?' stands for them: ?Kami siap,? kata dia. */
static bool is_lost_quote(const splitter *s, size_t i) {
  if (!is_char(s, i, '?')) {
    return false;
  }
  if (is_glued(s, i)) {
    return i > 0 && is_char(s, i - 1, ',');
  }
  return i + 1 < s->tokens->count && is_glued(s, i + 1) && wi_token_is_word(token_at(s, i + 1));
}

static wi_mark mark_at(const splitter *s, size_t i) {
  const wi_mark mark = wi_mark_of(s->text, token_at(s, i));
  return mark == WI_MARK_STRONG && is_lost_quote(s, i) ? WI_MARK_QUOTE : mark;
}

/* ---- the sentences ---- */

static void mark_first_word(const splitter *s, const wi_sentence *sentence, uint32_t index) {
  for (size_t i = sentence->first; i < sentence->last; i++) {
    wi_token *token = &s->tokens->items[i];
    if (token->sentence == index && wi_token_is_word(token)) {
      token->flags |= (uint8_t)WARTA_TOKEN_SENTENCE_START;
      return;
    }
  }
}

static void count_words(splitter *s, wi_sentence *sentence, uint32_t index) {
  const bool is_body = sentence->kind == WARTA_SENTENCE_BODY;
  wi_token *end = s->tokens->items + sentence->last;
  uint32_t words = 0;
  for (wi_token *token = s->tokens->items + sentence->first; token < end; token++) {
    if (!is_body || token->label == WARTA_LABEL_NONE) {
      token->sentence = index;
      words += wi_token_is_word(token) != 0 ? 1U : 0U;
    }
  }
  sentence->words += words;
  mark_first_word(s, sentence, index);
}

static bool append(splitter *s, wi_sentence *sentence) {
  wi_sentence_array *out = s->out;
  if (!wi_mem_grow(&out->items, &out->capacity, out->count, sizeof *out->items)) {
    return false;
  }
  count_words(s, sentence, (uint32_t)out->count);
  out->items[out->count++] = *sentence;
  return true;
}

/* "... hari itu. Selengkapnya di sini": an item of a digest ends here. The walk may stand in that
 * label, or behind it. */
static bool is_before_link(const splitter *s) {
  size_t at = s->label;
  while (at > 0 && s->labels->items[at - 1].start >= s->current.end) {
    at--;
  }
  if (at == s->labels->count || s->labels->items[at].start < s->current.end) {
    return false;
  }
  const wi_str between = wi_str_slice(s->text, s->current.end, s->labels->items[at].start);
  return s->labels->items[at].kind == WARTA_LABEL_RELATED && wi_str_trim(between).len == 0;
}

/* The headline of a digest's item, and the sentence behind it. */
static bool append_item(splitter *s, size_t split) {
  wi_sentence headline = s->current;
  headline.kind = WARTA_SENTENCE_HEADING;
  headline.last = (uint32_t)split;
  headline.end = token_at(s, split - 1)->end;
  s->current.first = (uint32_t)split;
  s->current.start = token_at(s, split)->start;
  return append(s, &headline) && append(s, &s->current);
}

/* Quotes that stand behind a blank, though the sentence has ended: ... (menyerang). ' " */
static bool is_left_closer(const splitter *s) {
  const wi_sentence_array *out = s->out;
  if (s->has_word || out->count == 0 || out->items[out->count - 1].last != s->current.first ||
      out->items[out->count - 1].kind != WARTA_SENTENCE_BODY ||
      wi_lines_between(s->text, out->items[out->count - 1].end, s->current.start) > 0) {
    return false;
  }
  for (size_t i = s->current.first; i <= s->last; i++) {
    const wi_mark mark = mark_at(s, i);
    if (mark != WI_MARK_QUOTE && mark != WI_MARK_CLOSING) {
      return false;
    }
  }
  return true;
}

static bool append_closer(splitter *s) {
  wi_sentence *sentence = &s->out->items[s->out->count - 1];
  for (size_t i = s->current.first; i < s->current.last; i++) {
    s->tokens->items[i].sentence = (uint32_t)s->out->count - 1;
  }
  sentence->end = s->current.end;
  sentence->last = s->current.last;
  return true;
}

static bool close_sentence(splitter *s) {
  if (!s->is_open) {
    return true;
  }
  s->current.end = s->clip < token_at(s, s->last)->end ? s->clip : token_at(s, s->last)->end;
  s->current.last = (uint32_t)s->last + 1;
  s->is_open = false;
  s->is_terminated = false;
  if (is_left_closer(s)) {
    return append_closer(s);
  }
  const size_t split = is_before_link(s)
                           ? wi_digest_split(s->tokens, s->current.first, s->current.last, s->text)
                           : 0;
  return split == 0 ? append(s, &s->current) : append_item(s, split);
}

/* ---- what a sentence may begin with ---- */

/* The first token at or behind i that is no opening sign. */
static size_t skip_openers(const splitter *s, size_t i) {
  for (size_t n = 0; n < OPENER_REACH && i + 1 < s->tokens->count; n++, i++) {
    const wi_mark mark = mark_at(s, i);
    if (mark != WI_MARK_QUOTE && mark != WI_MARK_OPENING && mark != WI_MARK_BULLET) {
      break;
    }
  }
  return i;
}

static bool begins_lower(const splitter *s, size_t i) {
  const wi_token *token = token_at(s, skip_openers(s, i));
  size_t at = token->start;
  return wi_token_is_word(token) && token->type != WARTA_TOKEN_DOMAIN &&
         token->type != WARTA_TOKEN_URL && wi_utf8_is_lower(wi_utf8_next(s->text, &at));
}

static bool begins_capital(const splitter *s, size_t i) {
  return (token_at(s, skip_openers(s, i))->flags & WARTA_TOKEN_CAPITALISED) != 0;
}

static bool is_number(const wi_token *token) {
  return token->type == WARTA_TOKEN_NUMBER || token->type == WARTA_TOKEN_AMOUNT;
}

/* ---- what a stop means ---- */

/* The token before the stop; the stop itself if there is none. */
static size_t before_stop(const splitter *s) {
  return s->terminal > s->current.first ? s->terminal - 1 : s->terminal;
}

/* A whole word, or a number too long for that of a list, stands before the stop, so that it is no
 * unknown abbreviation's. */
static bool is_plain_word(const splitter *s, size_t i) {
  const wi_token *token = token_at(s, i);
  const size_t len = token->end - token->start;
  if (token->type == WARTA_TOKEN_NUMBER) {
    return len >= COUNT_LENGTH;
  }
  if (token->type == WARTA_TOKEN_ACRONYM && len >= 2) {
    return wi_token_is_roman(wi_token_str(s->text, token)); /* Perang Dunia II. edisi ini */
  }
  return (token->type == WARTA_TOKEN_WORD || token->type == WARTA_TOKEN_REDUPLICATION ||
          token->type == WARTA_TOKEN_CLITIC) &&
         (token->flags & WARTA_TOKEN_ALL_CAPS) == 0 && len >= PLAIN_WORD_MIN;
}

/* Apa itu? tanya dia: the quotes may be missing, the verb that quotes is not. */
static bool is_quoting_verb(wi_str word) {
  static const char *const verbs[] = {"kata",  "ujar",    "tanya", "ucap",  "tutur", "ungkap",
                                      "papar", "tegas",   "jelas", "sebut", "seru",  "teriak",
                                      "tulis", "pungkas", "imbuh", "tukas", "cetus", "cuit"};
  const size_t count = sizeof verbs / sizeof verbs[0];
  return wi_token_in(word, verbs, count) || /* tanya ends like ta-nya */
         (wi_str_ends(word, WI_STR("nya")) &&
          wi_token_in(wi_str_slice(word, 0, word.len - 3), verbs, count));
}

/* Small letters after a stop, by a slip of the pen: ... asal Italia. apakah ia datang */
static bool lower_word_begins(const splitter *s, size_t next) {
  static const char *const domains[] = {"com", "id", "co", "net", "org"};
  const wi_mark mark = mark_at(s, s->terminal);
  if (mark == WI_MARK_STOP && mark_at(s, next) == WI_MARK_BULLET && next + 1 < s->tokens->count &&
      !is_glued(s, next + 1)) {
    next++; /* ... membabi buta. - agak boros */
  }
  const wi_str word = wi_token_str(s->text, token_at(s, next));
  if (mark_at(s, next) != WI_MARK_TEXT || !is_plain_word(s, before_stop(s)) ||
      wi_token_in(word, domains, sizeof domains / sizeof domains[0]) || wi_token_is_scale(word)) {
    return false;
  }
  return mark == WI_MARK_STOP || (mark == WI_MARK_STRONG && !is_quoting_verb(word));
}

/* "1." and "a." at the head of a sentence number it, and "1." behind a colon: dua hal: 1. Nyeri */
static bool is_item_number(const splitter *s, size_t stop) {
  if (stop == s->current.first || mark_at(s, stop) != WI_MARK_STOP) {
    return false;
  }
  const wi_token *token = token_at(s, stop - 1);
  const size_t first = skip_openers(s, s->current.first);
  const bool is_behind_colon =
      stop - 1 > s->current.first && is_char(s, stop - 2, ':') && is_number(token);
  return (first == stop - 1 || is_behind_colon) && token->end - token->start <= 3 &&
         (is_number(token) || token->end - token->start == 1);
}

static bool bracket_closes_soon(const splitter *s, size_t i) {
  const size_t end = i + BRACKET_REACH < s->tokens->count ? i + BRACKET_REACH : s->tokens->count;
  for (size_t j = i; j < end; j++) {
    if (mark_at(s, j) == WI_MARK_CLOSING) {
      return true;
    }
  }
  return false;
}

/* An abbreviation's stop: joined to it, or cut off and glued behind it. */
static bool is_abbreviation(const splitter *s, size_t stop) {
  const wi_token *token = token_at(s, stop);
  if (token->type == WARTA_TOKEN_ABBREVIATION) {
    return true;
  }
  return stop > s->current.first && is_glued(s, stop) && mark_at(s, stop) == WI_MARK_STOP &&
         token_at(s, stop - 1)->type == WARTA_TOKEN_ABBREVIATION &&
         s->text.ptr[token_at(s, stop - 1)->end - 1] != '.';
}

/* True if the word is in a list of words, and so may begin a sentence though it is no name. */
static bool is_common_word(const splitter *s, size_t i) {
  char folded[NAME_MAX];
  wi_root root;
  const wi_str word = wi_token_str(s->text, token_at(s, i));
  const size_t len = word.len < NAME_MAX ? word.len : NAME_MAX;
  for (size_t k = 0; k < len; k++) {
    folded[k] = word.ptr[k] >= 'A' && word.ptr[k] <= 'Z' ? (char)(word.ptr[k] | 0x20) : word.ptr[k];
  }
  const wi_str key = {folded, len};
  return wi_dictionary_stop(s->dictionary, key) != WARTA_STOP_NONE ||
         wi_dictionary_root(s->dictionary, key, &root);
}

/* dll., Tbk. end a sentence before a capitalised word that is no abbreviation itself; inside quotes
 * not before a name: "... Red Willow LLC. Ignacio Colorado" */
static bool abbreviation_ends(const splitter *s, size_t next) {
  const wi_token *token = token_at(s, s->terminal);
  const wi_token *word = token_at(s, next);
  if (token->type != WARTA_TOKEN_ABBREVIATION) {
    token = token_at(s, s->terminal - 1);
  }
  const wi_str text = wi_token_str(s->text, word);
  const bool is_slashed = text.len == 3 && text.ptr[1] == '/'; /* Ltd. C/O PT Ciptadana */
  if (s->is_quoted && mark_at(s, next) == WI_MARK_TEXT && !is_common_word(s, next)) {
    return false;
  }
  const bool ends =
      token->ends != 0 ||
      wi_token_is_function_word(s->dictionary, s->text, word); /* dijabat Brigjen. Kemudian */
  return ends && !is_glued(s, next) && begins_capital(s, next) && !is_slashed &&
         mark_at(s, next) != WI_MARK_OPENING && word->type != WARTA_TOKEN_ABBREVIATION;
}

/* ... ucap UAS.UAS sebelumnya dikabarkan: the sentence goes on in small letters; but BBCA.JK naik
 */
static bool acronyms_part(const splitter *s, size_t left, size_t right) {
  enum { SHORTEST = 3 };
  const wi_token *a = token_at(s, left);
  const wi_token *b = token_at(s, right);
  return a->end - a->start >= SHORTEST && b->end - b->start >= SHORTEST &&
         right + 1 < s->tokens->count && !is_glued(s, right + 1) && begins_lower(s, right + 1);
}

/* kota.Video is two sentences, Node.js is none; a quote or a word may follow. */
static bool glued_stop_ends(const splitter *s, size_t next) {
  const size_t before = before_stop(s);
  const size_t word = skip_openers(s, next);
  if (!begins_capital(s, next) || mark_at(s, next) == WI_MARK_BULLET) {
    return false;
  }
  if (mark_at(s, s->terminal) != WI_MARK_STOP || s->last != s->terminal) {
    return true;
  }
  const wi_token *left = token_at(s, before);
  const wi_token *right = token_at(s, word);
  if (left->type >= WARTA_TOKEN_PUNCTUATION) {
    return mark_at(s, before) != WI_MARK_OTHER;
  }
  const bool is_shouted =
      (left->flags & WARTA_TOKEN_ALL_CAPS) != 0 && (right->flags & WARTA_TOKEN_ALL_CAPS) != 0;
  return left->end - left->start > 1 && (!is_shouted || acronyms_part(s, before, word));
}

/* True if the sentence ends before token `next`, on the same line. */
static bool ends_before(const splitter *s, size_t next) {
  const bool has_closer = s->last != s->terminal;
  if (is_abbreviation(s, s->terminal) && !has_closer) {
    return abbreviation_ends(s, next);
  }
  if (is_item_number(s, s->terminal)) {
    return false;
  }
  if (s->brackets > 0 && !s->is_bracketed && bracket_closes_soon(s, next)) {
    return false;
  }
  if (is_glued(s, next)) {
    return glued_stop_ends(s, next);
  }
  if (begins_lower(s, next)) {
    return !has_closer && lower_word_begins(s, next);
  }
  /* 2.904. 678: a number broken by a space */
  if (is_number(token_at(s, before_stop(s))) && is_number(token_at(s, next))) {
    return false;
  }
  return mark_at(s, next) != WI_MARK_OTHER;
}

/* ---- lines and paragraphs ---- */

static bool is_list_item(const splitter *s, size_t i) {
  if (mark_at(s, i) == WI_MARK_BULLET) {
    return true;
  }
  const wi_token *token = token_at(s, i);
  return i + 1 < s->tokens->count && token->end - token->start <= 3 &&
         (is_number(token) || token->end - token->start == 1) &&
         (mark_at(s, i + 1) == WI_MARK_STOP || mark_at(s, i + 1) == WI_MARK_CLOSING) &&
         is_glued(s, i + 1);
}

/* USD 4,31 / miliar; menunjukkan / tingkat: a blank line, or a span that is no article, cuts a
 * sentence in two if nothing has ended it and what comes goes on in small letters. */
static bool goes_on(const splitter *s, size_t next) {
  const wi_token *last = token_at(s, s->last);
  const wi_mark mark = mark_at(s, s->last);
  if (s->is_terminated || is_list_item(s, next)) {
    return false;
  }
  if (is_number(last) && wi_token_is_scale(wi_token_str(s->text, token_at(s, next)))) {
    return true;
  }
  const bool is_comma = mark == WI_MARK_OTHER && s->text.ptr[last->start] == ',';
  return begins_lower(s, next) && (mark == WI_MARK_TEXT || is_comma || mark == WI_MARK_CLOSING);
}

static bool line_ends_sentence(splitter *s, size_t next, int lines) {
  if (lines >= 2) {
    return !goes_on(s, next);
  }
  if (s->is_terminated && !is_abbreviation(s, s->terminal)) {
    return true;
  }
  if (is_list_item(s, next)) {
    return true;
  }
  return !goes_on(s, next) &&
         !wi_lines_are_wrapped(&s->paragraph, s->text, token_at(s, s->last)->start);
}

/* ... Gambir2. Kecamatan: the number was cut off, and begins an item. */
static bool begins_item(const wi_token *token) {
  return token->type == WARTA_TOKEN_NUMBER && token->ends != 0;
}

static bool is_boundary(splitter *s, size_t next, int lines) {
  if (begins_item(token_at(s, next))) {
    return true;
  }
  if (s->is_crossed) {
    return !goes_on(s, next);
  }
  if (lines > 0) {
    return line_ends_sentence(s, next, lines);
  }
  return s->is_terminated && s->has_word && ends_before(s, next);
}

/* ---- the walk ---- */

static void open_sentence(splitter *s, size_t i) {
  s->current = (wi_sentence){
      .start = token_at(s, i)->start, .first = (uint32_t)i, .kind = WARTA_SENTENCE_BODY};
  s->is_open = true;
  s->is_terminated = false;
  s->has_word = false;
  s->is_bracketed = mark_at(s, i) == WI_MARK_OPENING;
  s->brackets = 0;
}

/* A sign that belongs to the stop before it: more stops, closing quotes and brackets. */
static bool is_closer(const splitter *s, size_t i, wi_mark mark) {
  if (mark == WI_MARK_CLOSING) {
    return true;
  }
  if (mark == WI_MARK_QUOTE) {
    return !wi_mark_quote_opens(s->tokens, s->text, i, s->is_quoted);
  }
  return mark == WI_MARK_STOP || mark == WI_MARK_STRONG || mark == WI_MARK_DOTS;
}

static void note_mark(splitter *s, size_t i, wi_mark mark) {
  if (mark == WI_MARK_QUOTE) {
    s->is_quoted = wi_mark_quote_opens(s->tokens, s->text, i, s->is_quoted);
  } else if (mark == WI_MARK_OPENING) {
    s->brackets++;
  } else if (mark == WI_MARK_CLOSING && s->brackets > 0) {
    s->brackets--;
  }
}

/* After token i: has the sentence come to a stop? */
static void note_stop(splitter *s, size_t i, wi_mark mark) {
  const bool is_stop = mark == WI_MARK_STOP || mark == WI_MARK_STRONG || mark == WI_MARK_DOTS ||
                       (token_at(s, i)->type == WARTA_TOKEN_ABBREVIATION &&
                        s->text.ptr[token_at(s, i)->end - 1] == '.');
  if (is_stop) {
    s->is_terminated = true;
    s->terminal = i;
  } else if (s->is_terminated && !(mark == WI_MARK_QUOTE || mark == WI_MARK_CLOSING)) {
    s->is_terminated = false;
  }
}

/* A word that follows the last token on the same line, inside a sentence that has not come to a
 * stop: nine tokens in ten, and nothing to decide. */
static bool goes_straight_on(const splitter *s, const wi_token *token) {
  if (!s->is_open || s->is_terminated || s->is_crossed || token->type >= WARTA_TOKEN_PUNCTUATION ||
      token->type == WARTA_TOKEN_ABBREVIATION || token->ends != 0) {
    return false;
  }
  const uint32_t end = token_at(s, s->last)->end;
  return token->start == end || (token->start == end + 1 && s->text.ptr[end] == ' ');
}

/* Quiet tokens follow each other as they do: walks over all of them up to the next label. Returns
 * the token behind. */
static size_t walk_quiet(splitter *s, size_t i) {
  const wi_token_array *tokens = s->tokens;
  const uint32_t clip = s->label < s->labels->count ? s->labels->items[s->label].start : UINT32_MAX;
  size_t end = i + 1;
  while (end < tokens->count && tokens->notes[end] == 0 && tokens->items[end].start < clip) {
    end++;
  }
  s->clip = clip;
  s->has_word = true;
  s->last = end - 1;
  return end;
}

static bool walk_body(splitter *s, size_t i) {
  const wi_mark mark = mark_at(s, i);
  if (s->is_open) {
    const int lines = wi_lines_between(s->text, token_at(s, s->last)->end, token_at(s, i)->start);
    /* behind a span inside it, the stop still belongs to the sentence: pulang (Baca: Judul). */
    const bool stays =
        lines == 0 && (!s->is_crossed || mark == WI_MARK_STOP) && is_closer(s, i, mark);
    if (!stays && is_boundary(s, i, lines) && !close_sentence(s)) {
      return false;
    }
    s->is_quoted = s->is_quoted && lines < 2;
  }
  if (!s->is_open) {
    open_sentence(s, i);
  }
  const bool opens =
      mark == WI_MARK_QUOTE && wi_mark_quote_opens(s->tokens, s->text, i, s->is_quoted);
  note_mark(s, i, mark);
  note_stop(s, i, opens ? WI_MARK_OTHER : mark);
  s->clip = s->label < s->labels->count ? s->labels->items[s->label].start : UINT32_MAX;
  s->has_word = s->has_word || wi_token_is_word(token_at(s, i));
  s->last = i;
  s->is_crossed = false;
  return true;
}

/* The label that holds the token, or NULL. */
static const wi_label *find_label(splitter *s, size_t start) {
  while (s->label < s->labels->count && s->labels->items[s->label].end <= start) {
    s->label++;
  }
  if (s->label == s->labels->count || s->labels->items[s->label].start > start) {
    return NULL;
  }
  return &s->labels->items[s->label];
}

/* A title or heading is one sentence, whatever stands in it. Returns the token behind it. */
static bool walk_heading(splitter *s, const wi_label *label, size_t *i) {
  const bool is_title = label->kind == WARTA_LABEL_TITLE;
  wi_sentence heading = {.start = label->start,
                         .end = label->end,
                         .first = (uint32_t)*i,
                         .kind = is_title ? WARTA_SENTENCE_TITLE : WARTA_SENTENCE_HEADING};
  if (!close_sentence(s)) {
    return false;
  }
  while (*i < s->tokens->count && token_at(s, *i)->start < label->end) {
    s->tokens->items[(*i)++].label = label->kind;
  }
  heading.last = (uint32_t)*i;
  return append(s, &heading);
}

warta_status wi_sentences_find(wi_sentence_array *out, wi_token_array *tokens, wi_str text,
                               const wi_label_array *labels, const wi_dictionary *dictionary,
                               warta_error *error) {
  splitter s = {
      .out = out, .tokens = tokens, .text = text, .labels = labels, .dictionary = dictionary};
  bool has_memory = true;
  for (size_t i = 0; i < tokens->count && has_memory;) {
    const wi_label *label = find_label(&s, tokens->items[i].start);
    if (label == NULL && goes_straight_on(&s, &tokens->items[i])) {
      i = walk_quiet(&s, i);
    } else if (label == NULL && s.is_open && wi_mark_is_blank(text, &tokens->items[i])) {
      i++; /* pulang.&nbsp;Ketua */
    } else if (label == NULL) {
      has_memory = walk_body(&s, i++);
    } else if (label->kind == WARTA_LABEL_TITLE || label->kind == WARTA_LABEL_HEADING) {
      has_memory = walk_heading(&s, label, &i);
    } else {
      tokens->items[i++].label = label->kind;
      s.is_crossed = true;
    }
  }
  has_memory = has_memory && close_sentence(&s);
  return has_memory ? WARTA_OK : wi_status_no_memory(error);
}
