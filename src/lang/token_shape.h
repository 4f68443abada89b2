/* From a piece of the break rules to tokens: types it, or cuts it where it only looks like one.
 *
 * Looks at the bytes of the piece alone, so the same chunk always gives the same tokens.
 */
#ifndef WI_TOKEN_SHAPE_H
#define WI_TOKEN_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"
#include "tokens.h"

/* What has to be looked into. */
typedef enum wi_shape {
  WI_SHAPE_PLAIN, /* nothing: the type is right as it is */
  WI_SHAPE_WORD, /* word or acronym; Moody's loses its 's */
  WI_SHAPE_CHAIN, /* anak-anak, ke-5, Januari-September */
  WI_SHAPE_DOTTED, /* detik.com, kota.Video */
  WI_SHAPE_PATH, /* detik.com/berita */
  WI_SHAPE_UNIT, /* 18x, 50juta, 5km */
  WI_SHAPE_COUNTED, /* 1990-an, 03-Oct, 14-Mei */
  WI_SHAPE_CURRENCY, /* Rp140 */
  WI_SHAPE_TO_CURRENCY, /* juta-Rp140 */
  WI_SHAPE_SIGN, /* US$ */
  WI_SHAPE_FROM_TO, /* 10:30-12:00, 19:4-6 */
  WI_SHAPE_GRADE, /* AA+ */
  WI_SHAPE_DEGREE, /* °C, °Celsius */
  WI_SHAPE_REPLACED /* U+FFFD: as written, or malformed bytes */
} wi_shape;

/* What a piece with this tag of dict/tokens.rules is. False: there is no such tag. */
bool wi_token_tag(uint32_t tag, warta_token_type *type, wi_shape *shape);

/* Longer words in capitals are shouting, not acronyms. */
enum { WI_ACRONYM_MAX = 6 };

/* A growing array and the text that its tokens point into. */
typedef struct wi_token_sink {
  wi_token_array *out;
  wi_str text;
} wi_token_sink;

/* Appends one token, its flags set. False: no memory. */
bool wi_token_push(const wi_token_sink *sink, size_t start, size_t end, warta_token_type type);
/* Appends the tokens of the piece [start, end). False: no memory. */
bool wi_token_shape(const wi_token_sink *sink, size_t start, size_t end, warta_token_type type,
                    wi_shape shape);

/* The bytes of a token. */
wi_str wi_token_str(wi_str text, const wi_token *token);
/* Compares with a list of words in small ASCII letters, without regard to case. */
bool wi_token_in(wi_str word, const char *const *list, size_t count);
/* ribu, juta, miliar, triliun and their short forms. */
bool wi_token_is_scale(wi_str word);
/* Januari ... Desember. */
bool wi_token_is_month(wi_str word);
/* A hyphen, or the en dash that stands for one between figures. */
bool wi_token_is_dash(wi_str word);
/* XIV, in capitals. */
bool wi_token_is_roman(wi_str word);

#endif
