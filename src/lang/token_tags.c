#include "token_shape.h"

/* The tags of dict/tokens.rules, and what each piece is. */
typedef struct tag_row {
  uint8_t type; /* warta_token_type; 0: no such tag */
  uint8_t shape; /* wi_shape */
} tag_row;

enum { TAG_COUNT = 256 };

static const tag_row tag_rows[TAG_COUNT] = {
    [1] = {WARTA_TOKEN_SYMBOL, WI_SHAPE_PLAIN},
    [31] = {WARTA_TOKEN_SYMBOL, WI_SHAPE_PLAIN},
    [100] = {WARTA_TOKEN_NUMBER, WI_SHAPE_PLAIN},
    [101] = {WARTA_TOKEN_NUMBER, WI_SHAPE_PLAIN},
    [103] = {WARTA_TOKEN_NUMBER, WI_SHAPE_UNIT},
    [104] = {WARTA_TOKEN_NUMBER, WI_SHAPE_COUNTED},
    [110] = {WARTA_TOKEN_DATE, WI_SHAPE_PLAIN},
    [111] = {WARTA_TOKEN_TIME, WI_SHAPE_PLAIN},
    [112] = {WARTA_TOKEN_NUMBER, WI_SHAPE_FROM_TO},
    [130] = {WARTA_TOKEN_DOCUMENT_NUMBER, WI_SHAPE_PLAIN},
    [140] = {WARTA_TOKEN_URL, WI_SHAPE_PLAIN},
    [141] = {WARTA_TOKEN_URL, WI_SHAPE_PATH},
    [142] = {WARTA_TOKEN_EMAIL, WI_SHAPE_PLAIN},
    [143] = {WARTA_TOKEN_HANDLE, WI_SHAPE_PLAIN},
    [144] = {WARTA_TOKEN_HASHTAG, WI_SHAPE_PLAIN},
    [160] = {WARTA_TOKEN_PUNCTUATION, WI_SHAPE_PLAIN},
    [161] = {WARTA_TOKEN_SYMBOL, WI_SHAPE_PLAIN},
    [165] = {WARTA_TOKEN_EMOJI, WI_SHAPE_PLAIN},
    [170] = {WARTA_TOKEN_INVALID, WI_SHAPE_REPLACED},
    [200] = {WARTA_TOKEN_WORD, WI_SHAPE_WORD},
    [201] = {WARTA_TOKEN_WORD, WI_SHAPE_DOTTED},
    [202] = {WARTA_TOKEN_WORD, WI_SHAPE_PLAIN},
    [203] = {WARTA_TOKEN_WORD, WI_SHAPE_PLAIN},
    [204] = {WARTA_TOKEN_WORD, WI_SHAPE_GRADE},
    [205] = {WARTA_TOKEN_SYMBOL, WI_SHAPE_DEGREE},
    [210] = {WARTA_TOKEN_HYPHENATED, WI_SHAPE_CHAIN},
    [220] = {WARTA_TOKEN_CURRENCY, WI_SHAPE_SIGN},
    [221] = {WARTA_TOKEN_CURRENCY, WI_SHAPE_CURRENCY},
    [222] = {WARTA_TOKEN_CURRENCY, WI_SHAPE_TO_CURRENCY},
};

bool wi_token_tag(uint32_t tag, warta_token_type *type, wi_shape *shape) {
  if (tag >= TAG_COUNT || tag_rows[tag].type == 0) {
    return false;
  }
  *type = (warta_token_type)tag_rows[tag].type;
  *shape = (wi_shape)tag_rows[tag].shape;
  return true;
}
