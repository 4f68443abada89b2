/* Tokens as events: the primitive on which the document and every tool above it stand. */
#ifndef WARTA_TOKEN_H
#define WARTA_TOKEN_H

#include <stddef.h>
#include <stdint.h>

#include <warta/export.h>
#include <warta/label.h>
#include <warta/session.h>
#include <warta/status.h>
#include <warta/stem.h>

WARTA_BEGIN_DECLS

typedef enum warta_token_type {
  WARTA_TOKEN_WORD = 1,
  WARTA_TOKEN_REDUPLICATION = 2, /* anak-anak, berlari-lari, kawan-kawannya */
  WARTA_TOKEN_HYPHENATED = 3, /* non-migas, di-upload, se-Indonesia */
  WARTA_TOKEN_ACRONYM = 4, /* IKN, KPK */
  WARTA_TOKEN_ABBREVIATION = 5, /* Dr., No., an initial */
  WARTA_TOKEN_CLITIC = 6, /* -nya cut off its host (clitics = WARTA_CUT) */
  WARTA_TOKEN_NUMBER = 10, /* 65,1; without a value 2-1, 4-3-3, 0812-3456-7890, 19:4-6 */
  WARTA_TOKEN_AMOUNT = 11, /* the number of an amount of money: 140 in Rp140 triliun */
  WARTA_TOKEN_CURRENCY = 12, /* Rp, USD; US and $ of US$ */
  WARTA_TOKEN_SCALE = 13, /* triliun in Rp140 triliun, T in Rp1,5T */
  WARTA_TOKEN_PERCENT = 14, /* the number before % or persen */
  WARTA_TOKEN_ORDINAL = 15, /* ke-5, 1990-an */
  WARTA_TOKEN_DATE = 16, /* 29/1/2026, 29/1 in brackets; "29 Januari 2026" is its three parts */
  WARTA_TOKEN_TIME = 17, /* 10:42, 10.42 behind pukul or before WIB */
  WARTA_TOKEN_DOCUMENT_NUMBER = 18, /* 34/PMK.011/2007 */
  WARTA_TOKEN_URL = 20,
  WARTA_TOKEN_EMAIL = 21,
  WARTA_TOKEN_DOMAIN = 22,
  WARTA_TOKEN_HANDLE = 23,
  WARTA_TOKEN_HASHTAG = 24,
  WARTA_TOKEN_PUNCTUATION = 30,
  WARTA_TOKEN_SYMBOL = 31,
  WARTA_TOKEN_EMOJI = 32,
  WARTA_TOKEN_INVALID = 33 /* a malformed part of the UTF-8, one token for each */
} warta_token_type;

enum {
  WARTA_TOKEN_CAPITALISED = 1 << 0, /* begins with a capital */
  WARTA_TOKEN_ALL_CAPS = 1 << 1, /* two letters or more, all capitals */
  WARTA_TOKEN_SENTENCE_START = 1 << 2, /* first word of its sentence */
  WARTA_TOKEN_GLUED = 1 << 3, /* no white space before it */
  WARTA_TOKEN_SPEAKER = 1 << 4 /* says who speaks, in an interview: Tanya: Jawab: */
};

/* Why a word is on the stop list; 0 is not at all. The groups are those of dict/stopwords.txt. */
typedef enum warta_stop_group {
  WARTA_STOP_NONE = 0,
  WARTA_STOP_FUNCTION = 1, /* yang, di, dan */
  WARTA_STOP_REPORTING = 2, /* kata, ujar, menurut */
  WARTA_STOP_FILLER = 3, /* news filler: lanjut, selain, terkait */
  WARTA_STOP_TIME = 4, /* hari, senin, wib: time words */
  WARTA_STOP_NUMBER = 5, /* satu, puluh, juta */
  WARTA_STOP_USER = 6 /* a '+word' of the user's list */
} warta_stop_group;

#define WARTA_NO_SENTENCE ((uint32_t)-1)

/* norm and term are borrowed until the callback returns and are not NUL-terminated. */
typedef struct warta_token {
  size_t start; /* bytes into the caller's text, half-open */
  size_t end;
  warta_token_type type;
  unsigned flags; /* WARTA_TOKEN_CAPITALISED ... */
  uint32_t sentence; /* from 0 in text order; WARTA_NO_SENTENCE inside labelled spans */
  warta_label_kind label; /* what the token's span is, if it is not article text */
  warta_stop_group stop;
  const char *norm; /* folded: NFC, case folded, typographic signs plain */
  size_t norm_len;
  const char *term; /* what is counted: the stem of norm; empty for punctuation and symbols */
  size_t term_len;
  warta_stem_how how;
  int has_value; /* 0: none, and value is 0 */
  double value;
} warta_token;

/* warta_token.value is a number as Indonesian writes it: a decimal comma (65,1) and stops between
 * thousands (1.500.000). A stop before any other count of digits is a decimal point (4.5), and
 * where both signs stand, the last one is the point (1,500.50).
 *
 * - number, amount: times the scale behind it. The amount in "Rp1,5 triliun" is worth 1.5e12, the
 *   number in "2 juta orang" 2e6, both numbers in "Rp9-10 triliun" have their scale.
 * - scale: what it multiplies by, 1e12 for triliun.
 * - percent: as written, 4.71 for "4,71 persen".
 * - ordinal: 5 for ke-5, 14 for ke-XIV, 1990 for 1990-an.
 *
 * All other types have none; nor has a number of more than 15 digits, or one with its signs in
 * other places (180.254.8.5). It is the double nearest to the decimal number. Since 0.1. */

/* Returns WARTA_OK to go on; anything else ends the run and is returned by warta_tokens. */
typedef warta_status (*warta_token_fn)(void *payload, const warta_token *token);

/* Calls fn for every token of the text in order. Memory: about 64 bytes a token until it returns.
 * Errors: WARTA_ERR_LIMIT (text over WARTA_TEXT_MAX bytes), WARTA_ERR_ENCODING (strict mode),
 * WARTA_ERR_MEMORY, or what fn returned. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_tokens(warta_session *session, const char *text,
                                                       size_t len, warta_token_fn fn, void *payload,
                                                       warta_error *error);

#define WARTA_TEXT_MAX ((size_t)1 << 30)

/* "word", "document-number"; static. */
WARTA_EXPORT const char *warta_token_type_name(warta_token_type type);

/* "function", "reporting"; "" for WARTA_STOP_NONE; static. */
WARTA_EXPORT const char *warta_stop_group_name(warta_stop_group group);

WARTA_END_DECLS

#endif
