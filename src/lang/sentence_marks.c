#include "sentence_marks.h"

#include "utf8.h"

typedef struct entity {
  const char *name;
  int side; /* as that of a sign: 1 opens, -1 closes, 0 either */
} entity;

/* Quotes as HTML writes them. */
static const entity quotes[] = {{"&quot;", 0},  {"&#34;", 0},   {"&#39;", 0},    {"&apos;", 0},
                                {"&ldquo;", 1}, {"&#8220;", 1}, {"&rdquo;", -1}, {"&#8221;", -1},
                                {"&lsquo;", 1}, {"&#8216;", 1}, {"&rsquo;", -1}, {"&#8217;", -1},
                                {"&laquo;", 1}, {"&raquo;", -1}};

static const entity *find_quote(wi_str text, const wi_token *token) {
  const wi_str name = wi_str_slice(text, token->start, token->end);
  for (size_t i = 0; name.len > 4 && name.ptr[0] == '&' && i < sizeof quotes / sizeof quotes[0];
       i++) {
    if (wi_str_equal(name, wi_str_of(quotes[i].name))) {
      return &quotes[i];
    }
  }
  return NULL;
}

bool wi_mark_is_blank(wi_str text, const wi_token *token) {
  const wi_str name = wi_str_slice(text, token->start, token->end);
  return token->type == WARTA_TOKEN_SYMBOL && name.len > 4 && name.ptr[0] == '&' &&
         (wi_str_equal(name, WI_STR("&nbsp;")) || wi_str_equal(name, WI_STR("&#160;")) ||
          wi_str_equal(name, WI_STR("&amp;nbsp;")));
}

wi_mark wi_mark_of(wi_str text, const wi_token *token) {
  if (token->type != WARTA_TOKEN_PUNCTUATION && token->type != WARTA_TOKEN_SYMBOL) {
    return WI_MARK_TEXT;
  }
  size_t at = token->start;
  const uint32_t c = wi_utf8_next(text, &at);
  if (at != token->end) {
    if (c == '&' && find_quote(text, token) != NULL) {
      return WI_MARK_QUOTE;
    }
    return c == '`' || c == '\'' ? WI_MARK_QUOTE : c == '-' ? WI_MARK_BULLET : WI_MARK_OTHER;
  }
  switch (c) {
  case '.':
    return WI_MARK_STOP;
  case '?':
  case '!':
  case 0x203C: /* doubled marks, and the same in wide form */
  case 0x2047:
  case 0x2048:
  case 0x2049:
  case 0xFF01:
  case 0xFF1F:
    return WI_MARK_STRONG;
  case 0x2026:
    return WI_MARK_DOTS;
  case '"':
  case '\'':
  case '`':
  case 0xAB:
  case 0xBB:
    return WI_MARK_QUOTE;
  case '(':
  case '[':
    return WI_MARK_OPENING;
  case ')':
  case ']':
    return WI_MARK_CLOSING;
  case '-':
  case '*':
  case 0xB7:
  case 0x2013:
  case 0x2014:
  case 0x2022:
  case 0x25CF:
  case 0x25AA:
  case 0x25A0:
    return WI_MARK_BULLET;
  default:
    return c >= 0x2018 && c <= 0x201F ? WI_MARK_QUOTE : WI_MARK_OTHER;
  }
}

/* The way a typographic sign looks by itself: 1 opens, -1 closes, 0 either. */
static int quote_side(wi_str text, const wi_token *token) {
  size_t at = token->start;
  const uint32_t c = wi_utf8_next(text, &at);
  const entity *quote = c == '&' ? find_quote(text, token) : NULL;
  if (quote != NULL) {
    return quote->side;
  }
  switch (c) {
  case 0x2018:
  case 0x201A:
  case 0x201C:
  case 0x201E:
  case 0xAB:
  case '`':
    return 1;
  case 0x2019:
  case 0x201D:
  case 0xBB:
    return -1;
  default:
    return at != token->end ? -1 : 0; /* '' is LaTeX's closing quote */
  }
}

bool wi_mark_quote_opens(const wi_token_array *tokens, wi_str text, size_t i, bool is_inside) {
  const wi_token *token = &tokens->items[i];
  const bool left = (token->flags & WARTA_TOKEN_GLUED) != 0;
  const bool right = i + 1 < tokens->count && (tokens->items[i + 1].flags & WARTA_TOKEN_GLUED) != 0;
  if (left != right) {
    return right && wi_mark_of(text, &tokens->items[i + 1]) != WI_MARK_STOP;
  }
  const int side = quote_side(text, token);
  return side != 0 ? side > 0 : !is_inside;
}
