#include "token_items.h"

#include <string.h>

#include "token_shape.h"

/* Stops between an item's number and the next one's; digits of a number; items that make a list. */
enum { REACH = 4, DIGITS_MAX = 2, ITEMS_MIN = 3 };

typedef struct item_reader {
  wi_token_array *tokens;
  wi_str text;
  size_t cuts; /* tokens that have WI_NOTE_ITEM */
} item_reader;

static bool has_line_end(const item_reader *in, size_t from, size_t to) {
  return memchr(in->text.ptr + from, '\n', to - from) != NULL;
}

/* How many digits the token ends in that are the number; 0 if it is another, or has more before. */
static size_t number_at_end(wi_str word, unsigned number) {
  size_t digits = 0;
  unsigned value = 0;
  unsigned weight = 1;
  while (digits < word.len && digits <= DIGITS_MAX && word.ptr[word.len - 1 - digits] >= '0' &&
         word.ptr[word.len - 1 - digits] <= '9') {
    value += weight * (unsigned)(word.ptr[word.len - 1 - digits] - '0');
    weight *= 10;
    digits++;
  }
  return digits <= DIGITS_MAX && value == number && number > 0 ? digits : 0;
}

static bool is_word(const wi_token *token) {
  return token->type == WARTA_TOKEN_WORD || token->type == WARTA_TOKEN_ACRONYM ||
         token->type == WARTA_TOKEN_HYPHENATED || token->type == WARTA_TOKEN_REDUPLICATION;
}

/* Gambir2 before its stop, or 2 behind a bracket that is glued to it. */
static bool is_glued_number(const item_reader *in, size_t i, unsigned number) {
  const wi_token *token = &in->tokens->items[i];
  const wi_str word = wi_token_str(in->text, token);
  const size_t digits = number_at_end(word, number);
  if (digits == 0) {
    return false;
  }
  if (token->type == WARTA_TOKEN_NUMBER) {
    return digits == word.len && i > 0 && in->text.ptr[token->start - 1] == ')' && token->start > 0;
  }
  return is_word(token) && word.len >= digits + 2;
}

static bool opens_item(const item_reader *in, size_t stop) {
  const wi_token *next = &in->tokens->items[stop + 1];
  return stop + 1 < in->tokens->count && (next->flags & WARTA_TOKEN_CAPITALISED) != 0 &&
         next->start > in->tokens->items[stop].end;
}

static bool is_glued_stop(const item_reader *in, size_t stop) {
  return stop > 0 && in->tokens->items[stop].start == in->tokens->items[stop - 1].end;
}

/* The stop behind the next item's number; count if there is none near, on this line. */
static size_t find_next(const item_reader *in, size_t stop, unsigned number) {
  const size_t none = in->tokens->count;
  const size_t from = in->tokens->items[stop].end;
  for (int n = 0; n < REACH; n++) {
    stop = wi_token_next_noted(in->tokens, stop + 1, WI_NOTE_STOP);
    if (stop >= none || has_line_end(in, from, in->tokens->items[stop].start)) {
      return none;
    }
    if (is_glued_stop(in, stop) && opens_item(in, stop) && is_glued_number(in, stop - 1, number)) {
      return stop;
    }
  }
  return none;
}

static void note_items(item_reader *in, size_t stop) {
  const size_t none = in->tokens->count;
  unsigned number = 2;
  size_t next = find_next(in, stop, number);
  if (next == none || find_next(in, next, ITEMS_MIN) == none) {
    return;
  }
  while (next < none) {
    in->tokens->notes[next - 1] |= WI_NOTE_ITEM | WI_NOTE_LOOK;
    in->cuts++;
    next = find_next(in, next, ++number);
  }
}

static bool push_cut(const wi_token_sink *sink, const wi_token *token) {
  size_t cut = token->end;
  while (cut > token->start && sink->text.ptr[cut - 1] >= '0' && sink->text.ptr[cut - 1] <= '9') {
    cut--;
  }
  const bool ok = wi_token_push(sink, token->start, cut, (warta_token_type)token->type) &&
                  wi_token_push(sink, cut, token->end, WARTA_TOKEN_NUMBER);
  if (ok) {
    sink->out->items[sink->out->count - 1].ends = 1;
  }
  return ok;
}

/* Appends the tokens [from, to) as they are. */
static bool copy(wi_token_array *out, const wi_token_array *tokens, size_t from, size_t to) {
  if (from == to) {
    return true;
  }
  if (!wi_token_array_reserve(out, to - from)) {
    return false;
  }
  memcpy(out->items + out->count, tokens->items + from, (to - from) * sizeof *out->items);
  memcpy(out->notes + out->count, tokens->notes + from, to - from);
  out->count += to - from;
  return true;
}

static bool cut_noted(wi_token_array *tokens, wi_str text) {
  wi_token_array out = {0};
  const wi_token_sink sink = {&out, text};
  bool ok = true;
  for (size_t i = 0; ok && i < tokens->count;) {
    const size_t item = wi_token_next_noted(tokens, i, WI_NOTE_ITEM);
    ok = copy(&out, tokens, i, item) &&
         (item == tokens->count || push_cut(&sink, &tokens->items[item]));
    i = item + 1;
  }
  if (!ok) {
    wi_token_array_free(&out);
    return false;
  }
  wi_token_array_free(tokens);
  *tokens = out;
  return true;
}

bool wi_token_cut_items(wi_token_array *tokens, wi_str text) {
  item_reader in = {tokens, text, 0};
  for (size_t stop = wi_token_next_noted(tokens, 1, WI_NOTE_STOP); stop < tokens->count;
       stop = wi_token_next_noted(tokens, stop + 1, WI_NOTE_STOP)) {
    if (is_glued_stop(&in, stop) &&
        wi_str_equal(wi_token_str(text, &tokens->items[stop - 1]), WI_STR("1"))) {
      note_items(&in, stop);
    }
  }
  return in.cuts == 0 || cut_noted(tokens, text);
}
