#include "token_shape.h"

#include "mem.h"
#include "token_domain.h"
#include "token_doubled.h"
#include "utf8.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static const char *const months[] = {"januari",  "februari", "maret",   "april",     "mei",
                                     "juni",     "juli",     "agustus", "september", "oktober",
                                     "november", "nopember", "desember"};
static const char *const short_months[] = {"jan", "feb", "mar", "apr", "may", "mei",
                                           "jun", "jul", "aug", "agu", "agt", "sep",
                                           "oct", "okt", "nov", "nop", "dec", "des"};
static const char *const scales[] = {"ribu",    "juta",   "miliar",   "milyar", "triliun",
                                     "trilyun", "biliun", "rb",       "jt",     "mlr",
                                     "mld",     "trl",    "trilliun", "miliard"};
/* What is cut off a number that it stands glued to: 5km, 50persen. */
static const char *const tails[] = {
    "persen", "orang",  "tahun",   "hari", "kali", "unit",  "detik",     "menit",     "jam",
    "minggu", "bulan",  "ekor",    "buah", "kilo", "km",    "cm",        "mm",        "meter",
    "kg",     "gr",     "gram",    "mg",   "ton",  "liter", "ltr",       "ml",        "cc",
    "ha",     "hektar", "hektare", "m2",   "m3",   "km2",   "m\xC2\xB2", "m\xC2\xB3", "km\xC2\xB2",
    "kw",     "mw",     "gw",      "kwh",  "mwh",  "gwh",   "kb",        "mb",        "gb",
    "tb",     "mbps",   "gbps",    "hz",   "khz",  "mhz",   "ghz",       "mph",       "bps"};
static const char *const clitics[] = {"nya", "lah", "kah", "pun", "ku", "mu"};

/* Bound forms: what stands behind their hyphen is no second name (Non-Migas, Al-Azhar). */
static const char *const bound[] = {
    "non",   "anti", "pra", "pasca", "pro",  "antar", "multi", "semi",  "sub", "super",
    "ultra", "eks",  "ex",  "mini",  "maha", "tuna",  "swa",   "nir",   "al",  "el",
    "as",    "ad",   "ar",  "ash",   "asy",  "at",    "an",    "az",    "co",  "se",
    "ke",    "di",   "ber", "ter",   "me",   "mem",   "men",   "meng",  "per", "inter",
    "hi",    "wi",   "lo",  "sci",   "self", "vice",  "intra", "trans", "re",  "post",
    "neo",   "bi",   "tri", "de",    "dwi",  "kontra"};

wi_str wi_token_str(wi_str text, const wi_token *token) {
  return wi_str_slice(text, token->start, token->end);
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool equal_folded(wi_str word, wi_str small) {
  if (word.len != small.len) {
    return false;
  }
  for (size_t i = 0; i < word.len; i++) {
    if (lower(word.ptr[i]) != lower(small.ptr[i])) {
      return false;
    }
  }
  return true;
}

bool wi_token_in(wi_str word, const char *const *list, size_t count) {
  const char first = word.len > 0 ? lower(word.ptr[0]) : '\0';
  for (size_t i = 0; i < count; i++) {
    if (list[i][0] == first && equal_folded(word, wi_str_of(list[i]))) {
      return true;
    }
  }
  return false;
}

bool wi_token_is_scale(wi_str word) {
  return wi_token_in(word, scales, COUNT(scales));
}

bool wi_token_is_dash(wi_str word) {
  return wi_str_equal(word, WI_STR("-")) || wi_str_equal(word, WI_STR("\xE2\x80\x93"));
}

bool wi_token_is_month(wi_str word) {
  return wi_token_in(word, months, COUNT(months));
}

static unsigned case_flags(wi_str word) {
  size_t letters = 0;
  bool capitals = true;
  unsigned flags = 0;
  for (size_t at = 0; at < word.len;) {
    if (word.ptr[at] >= 'a' && word.ptr[at] <= 'z') { /* most bytes of most words */
      capitals = false;
      at++;
      continue;
    }
    const bool first = at == 0;
    const uint32_t c = wi_utf8_next(word, &at);
    if (wi_utf8_is_upper(c)) {
      letters++;
      flags |= first ? WARTA_TOKEN_CAPITALISED : 0U;
    } else if (wi_utf8_is_letter(c)) {
      letters++;
      capitals = false;
    }
  }
  return flags | (capitals && letters >= 2 ? WARTA_TOKEN_ALL_CAPS : 0U);
}

static bool is_glued(wi_str text, size_t start) {
  size_t before = start;
  return start > 0 && !wi_utf8_is_space(wi_utf8_back(text, &before));
}

static uint8_t note_of(wi_str text, size_t start, size_t end, warta_token_type type) {
  const bool is_stop = end == start + 1 && text.ptr[start] == '.';
  return (uint8_t)(WI_NOTE_LOOK | (is_stop ? WI_NOTE_STOP : 0) |
                   (type == WARTA_TOKEN_NUMBER ? WI_NOTE_NUMBER : 0));
}

bool wi_token_push(const wi_token_sink *sink, size_t start, size_t end, warta_token_type type) {
  wi_token_array *out = sink->out;
  if (start >= end) {
    return true;
  }
  if (!wi_token_array_reserve(out, 1)) {
    return false;
  }
  out->notes[out->count] = note_of(sink->text, start, end, type);
  wi_token *token = &out->items[out->count++];
  const unsigned flags = case_flags(wi_str_slice(sink->text, start, end)) |
                         (is_glued(sink->text, start) ? WARTA_TOKEN_GLUED : 0U);
  *token = (wi_token){.start = (uint32_t)start,
                      .end = (uint32_t)end,
                      .sentence = WARTA_NO_SENTENCE,
                      .type = (uint8_t)type,
                      .flags = (uint8_t)flags,
                      .word = WI_NO_WORD};
  if (type == WARTA_TOKEN_WORD && (flags & WARTA_TOKEN_ALL_CAPS) != 0 &&
      end - start <= WI_ACRONYM_MAX) {
    token->type = WARTA_TOKEN_ACRONYM;
  }
  return true;
}

/* The length of a trailing 's, U+2019 too; 0 if there is none: Moody's -> Moody 's */
static size_t genitive_length(wi_str word) {
  if (word.len < 3 || lower(word.ptr[word.len - 1]) != 's') {
    return 0;
  }
  size_t at = word.len - 1;
  const uint32_t c = wi_utf8_back(word, &at);
  return at > 0 && (c == '\'' || c == 0x2019) ? word.len - at : 0;
}

static bool push_word(const wi_token_sink *sink, size_t start, size_t end) {
  const size_t cut = end - genitive_length(wi_str_slice(sink->text, start, end));
  return wi_token_push(sink, start, cut, WARTA_TOKEN_WORD) &&
         wi_token_push(sink, cut, end, WARTA_TOKEN_CLITIC);
}

/* ---- chains of words and hyphens ---- */

/* The next hyphen at or behind `at`: its place, and in *behind the place after it. */
static size_t find_hyphen(wi_str text, size_t at, size_t end, size_t *behind) {
  while (at < end) {
    const size_t start = at;
    const uint32_t c = wi_utf8_next(text, &at);
    if (c == '-' || c == 0x2010 || c == 0x2011) {
      *behind = at;
      return start;
    }
  }
  *behind = end;
  return end;
}

static uint32_t first_char(wi_str word) {
  size_t at = 0;
  return word.len == 0 ? WI_UTF8_BAD : wi_utf8_next(word, &at);
}

static bool is_capital(wi_str word) {
  return wi_utf8_is_upper(first_char(word));
}

static bool has_digit(wi_str word) {
  for (size_t at = 0; at < word.len;) {
    if (wi_utf8_is_digit(wi_utf8_next(word, &at))) {
      return true;
    }
  }
  return false;
}

/* AS is a country before a short name or one in small letters: AS-China, AS-RI; else it may be an
 * article in a headline in capitals: AS-SYAFIIYAH. */
static bool is_country(wi_str a, wi_str b) {
  return wi_str_equal(a, WI_STR("AS")) && is_capital(b) &&
         ((case_flags(b) & WARTA_TOKEN_ALL_CAPS) == 0 || b.len < WI_ACRONYM_MAX);
}

/* Two names are three tokens (Januari-September, Bapepam-LK), an acronym drops its clitic
 * (APBD-nya); all else is one word: APBN-P, COVID-19, Cris-K2, Non-Migas, hamba-Ku. */
static bool parts_names(wi_str a, wi_str b) {
  if (wi_utf8_is_digit(first_char(b)) && wi_token_is_scale(a)) {
    return true; /* 5 juta-10 juta */
  }
  if (!is_capital(a)) {
    return false;
  }
  if (is_country(a, b)) {
    return true;
  }
  if (wi_token_in(b, clitics, COUNT(clitics))) {
    return true;
  }
  if (wi_utf8_is_digit(first_char(b))) {
    return wi_token_is_month(a);
  }
  return is_capital(b) && a.len > 1 && b.len > 1 && !wi_token_is_doubled(a, b) && !has_digit(b) &&
         !wi_token_in(a, bound, COUNT(bound));
}

bool wi_token_is_roman(wi_str word) {
  for (size_t i = 0; i < word.len; i++) {
    if (word.ptr[i] != 'I' && word.ptr[i] != 'V' && word.ptr[i] != 'X' && word.ptr[i] != 'L' &&
        word.ptr[i] != 'C') {
      return false;
    }
  }
  return word.len > 0;
}

static warta_token_type chain_type(wi_str a, wi_str b) {
  if (equal_folded(a, WI_STR("ke")) && (wi_utf8_is_digit(first_char(b)) || wi_token_is_roman(b))) {
    return WARTA_TOKEN_ORDINAL;
  }
  return wi_token_is_doubled(a, b) ? WARTA_TOKEN_REDUPLICATION : WARTA_TOKEN_HYPHENATED;
}

static bool push_chain_part(const wi_token_sink *sink, size_t start, size_t end) {
  size_t behind = end;
  const size_t hyphen = find_hyphen(sink->text, start, end, &behind);
  if (hyphen == end) {
    return wi_utf8_is_digit(first_char(wi_str_slice(sink->text, start, end)))
               ? wi_token_push(sink, start, end, WARTA_TOKEN_NUMBER)
               : push_word(sink, start, end);
  }
  size_t after = end;
  const size_t next = find_hyphen(sink->text, behind, end, &after);
  return wi_token_push(
      sink, start, end,
      chain_type(wi_str_slice(sink->text, start, hyphen), wi_str_slice(sink->text, behind, next)));
}

static bool push_chain(const wi_token_sink *sink, size_t start, size_t end) {
  size_t kept = start;
  size_t left = start;
  size_t right = end;
  size_t hyphen = find_hyphen(sink->text, start, end, &right);
  while (hyphen < end) {
    size_t behind = end;
    const size_t next = find_hyphen(sink->text, right, end, &behind);
    const wi_str b = wi_str_slice(sink->text, right, next);
    if (parts_names(wi_str_slice(sink->text, left, hyphen), b)) {
      const bool is_clitic = !is_capital(b) && wi_token_in(b, clitics, COUNT(clitics));
      if (!push_chain_part(sink, kept, hyphen) ||
          !wi_token_push(sink, hyphen, right, WARTA_TOKEN_PUNCTUATION)) {
        return false;
      }
      if (is_clitic && next == end) {
        return wi_token_push(sink, right, end, WARTA_TOKEN_CLITIC);
      }
      kept = right;
    }
    left = right;
    hyphen = next;
    right = behind;
  }
  return push_chain_part(sink, kept, end);
}

/* ---- words around stops ---- */

static bool push_parts(const wi_token_sink *sink, size_t start, size_t end) {
  while (start < end) {
    size_t stop = start;
    while (stop < end && sink->text.ptr[stop] != '.') {
      stop++;
    }
    if (!push_chain(sink, start, stop) ||
        !wi_token_push(sink, stop, stop < end ? stop + 1 : end, WARTA_TOKEN_PUNCTUATION)) {
      return false;
    }
    start = stop + 1;
  }
  return true;
}

static bool push_dotted(const wi_token_sink *sink, size_t start, size_t end) {
  size_t kept = start;
  for (size_t at = start; at < end; at++) {
    if (sink->text.ptr[at] != '.') {
      continue;
    }
    const size_t stop = at > kept ? wi_domain_end(sink->text, at + 1, end) : 0;
    if (stop == 0) {
      continue;
    }
    const size_t name = wi_domain_start(sink->text, kept, at);
    if (!push_parts(sink, kept, name) || !wi_token_push(sink, name, stop, WARTA_TOKEN_DOMAIN)) {
      return false;
    }
    if (stop < end && !wi_token_push(sink, stop, stop + 1, WARTA_TOKEN_PUNCTUATION)) {
      return false;
    }
    kept = stop < end ? stop + 1 : end;
    at = stop;
  }
  return push_parts(sink, kept, end);
}

/* A piece that is no address after all: words and single signs. */
static bool push_shattered(const wi_token_sink *sink, size_t start, size_t end) {
  size_t run = start;
  for (size_t at = start; at < end;) {
    const size_t here = at;
    const uint32_t c = wi_utf8_next(sink->text, &at);
    if (wi_utf8_is_letter(c) || wi_utf8_is_digit(c) || c == '-' || c == '_') {
      continue;
    }
    if ((run < here && !push_chain(sink, run, here)) ||
        !wi_token_push(sink, here, at, WARTA_TOKEN_PUNCTUATION)) {
      return false;
    }
    run = at;
  }
  return run >= end || push_chain(sink, run, end);
}

static bool push_path(const wi_token_sink *sink, size_t start, size_t end) {
  size_t slash = start;
  size_t dot = start;
  while (sink->text.ptr[slash] != '/') {
    dot = sink->text.ptr[slash] == '.' ? slash : dot;
    slash++;
  }
  if (wi_domain_end(sink->text, dot + 1, slash) != slash) {
    return push_shattered(sink, start, end);
  }
  const size_t name = wi_domain_start(sink->text, start, dot);
  return push_parts(sink, start, name) && wi_token_push(sink, name, end, WARTA_TOKEN_URL);
}

/* ---- numbers with letters ---- */

static size_t letters_start(wi_str text, size_t start, size_t end) {
  size_t last = start;
  for (size_t at = start; at < end;) {
    const size_t here = at;
    if (wi_utf8_is_letter(wi_utf8_next(text, &at))) {
      return here;
    }
    last = at;
  }
  return last;
}

/* A unit may stand glued: 50persen, 5km, 3m; but 3M and 4G are names. */
static bool is_tail(wi_str word) {
  return wi_token_is_scale(word) || wi_token_in(word, tails, COUNT(tails)) ||
         wi_str_equal(word, WI_STR("m"));
}

/* 50juta -> 50 juta; 18x, 5H2O and 4G are words, 90an is a decade */
static bool push_unit(const wi_token_sink *sink, size_t start, size_t end) {
  const size_t cut = letters_start(sink->text, start, end);
  const wi_str tail = wi_str_slice(sink->text, cut, end);
  if (tail.len == 0) {
    return wi_token_push(sink, start, end, WARTA_TOKEN_NUMBER);
  }
  if (is_tail(tail)) {
    return wi_token_push(sink, start, cut, WARTA_TOKEN_NUMBER) &&
           wi_token_push(sink, cut, end, WARTA_TOKEN_WORD);
  }
  return wi_token_push(sink, start, end,
                       equal_folded(tail, WI_STR("an")) ? WARTA_TOKEN_ORDINAL : WARTA_TOKEN_WORD);
}

/* 1990-an is one; 03-Oct a date; 14-Mei three tokens; 5-kilo one */
static bool push_counted(const wi_token_sink *sink, size_t start, size_t end) {
  size_t behind = end;
  const size_t hyphen = find_hyphen(sink->text, start, end, &behind);
  const wi_str tail = wi_str_slice(sink->text, behind, end);
  if (equal_folded(tail, WI_STR("an"))) {
    return wi_token_push(sink, start, end, WARTA_TOKEN_ORDINAL);
  }
  if (is_capital(tail) && wi_token_in(tail, short_months, COUNT(short_months)) &&
      !equal_folded(tail, WI_STR("mei"))) {
    return wi_token_push(sink, start, end, WARTA_TOKEN_DATE);
  }
  if (is_capital(tail)) {
    return wi_token_push(sink, start, hyphen, WARTA_TOKEN_NUMBER) &&
           wi_token_push(sink, hyphen, behind, WARTA_TOKEN_PUNCTUATION) &&
           push_chain(sink, behind, end);
  }
  return wi_token_push(sink, start, end, WARTA_TOKEN_HYPHENATED);
}

static bool push_money(const wi_token_sink *sink, size_t start, size_t end) {
  size_t cut = start;
  while (cut < end && !(sink->text.ptr[cut] >= '0' && sink->text.ptr[cut] <= '9') &&
         (unsigned char)sink->text.ptr[cut] < 0x80) {
    cut++;
  }
  const bool has_scale = end - cut > 1 &&
                         (sink->text.ptr[end - 1] == 'T' || sink->text.ptr[end - 1] == 'M') &&
                         sink->text.ptr[end - 2] >= '0' && sink->text.ptr[end - 2] <= '9';
  if (!wi_token_push(sink, start, cut, WARTA_TOKEN_CURRENCY)) {
    return false;
  }
  if (has_scale) { /* Rp1,5T */
    return wi_token_push(sink, cut, end - 1, WARTA_TOKEN_NUMBER) &&
           wi_token_push(sink, end - 1, end, WARTA_TOKEN_WORD);
  }
  return push_unit(sink, cut, end);
}

/* Rp140, and both parts of Rp9-10 and Rp9-Rp10 */
static bool push_currency(const wi_token_sink *sink, size_t start, size_t end) {
  size_t behind = end;
  const size_t hyphen = find_hyphen(sink->text, start, end, &behind);
  return push_money(sink, start, hyphen) &&
         wi_token_push(sink, hyphen, behind, WARTA_TOKEN_PUNCTUATION) &&
         (behind == end || push_money(sink, behind, end));
}

/* juta-Rp10 -> juta - Rp 10 */
static bool push_to_currency(const wi_token_sink *sink, size_t start, size_t end) {
  size_t behind = end;
  const size_t hyphen = find_hyphen(sink->text, start, end, &behind);
  return push_word(sink, start, hyphen) &&
         wi_token_push(sink, hyphen, behind, WARTA_TOKEN_PUNCTUATION) &&
         push_money(sink, behind, end);
}

/* US$ -> US $, a name and a sign that stands for any dollar */
static bool push_sign(const wi_token_sink *sink, size_t start, size_t end) {
  size_t cut = start;
  while (cut < end && sink->text.ptr[cut] >= 'A' && sink->text.ptr[cut] <= 'Z') {
    cut++;
  }
  return wi_token_push(sink, start, cut, WARTA_TOKEN_CURRENCY) &&
         wi_token_push(sink, cut, end, WARTA_TOKEN_CURRENCY);
}

static size_t read_number(wi_str text, size_t at, size_t end) {
  size_t value = 0;
  while (at < end && text.ptr[at] >= '0' && text.ptr[at] <= '9') {
    value = value * 10 + (size_t)(text.ptr[at++] - '0');
  }
  return value;
}

/* 19:4-6 is one, chapter and verses, which rise; 10:30-12:00 and 10:30-12 are times */
static bool push_from_to(const wi_token_sink *sink, size_t start, size_t end) {
  const wi_str text = sink->text;
  size_t behind = end;
  size_t colon = start;
  const size_t hyphen = find_hyphen(text, start, end, &behind);
  while (text.ptr[colon] != ':') {
    colon++;
  }
  const size_t first = read_number(text, colon + 1, hyphen);
  const bool is_verse = end - behind <= 3 && first > 0 && first < read_number(text, behind, end);
  if (is_verse) {
    return wi_token_push(sink, start, end, WARTA_TOKEN_NUMBER);
  }
  return wi_token_push(sink, start, hyphen, WARTA_TOKEN_TIME) &&
         wi_token_push(sink, hyphen, behind, WARTA_TOKEN_PUNCTUATION) &&
         wi_token_push(sink, behind, end, end - behind > 3 ? WARTA_TOKEN_TIME : WARTA_TOKEN_NUMBER);
}

/* AA+ is one, A+B are three */
static bool push_grade(const wi_token_sink *sink, size_t start, size_t end) {
  const wi_str text = sink->text;
  size_t at = end;
  const uint32_t next = end < text.len ? wi_utf8_next(text, &at) : WI_UTF8_BAD;
  const char last = text.ptr[end - 1];
  if ((last == '+' || last == '-') && (wi_utf8_is_letter(next) || wi_utf8_is_digit(next))) {
    return wi_token_push(sink, start, end - 1, WARTA_TOKEN_WORD) &&
           wi_token_push(sink, end - 1, end,
                         last == '+' ? WARTA_TOKEN_SYMBOL : WARTA_TOKEN_PUNCTUATION);
  }
  return wi_token_push(sink, start, end, WARTA_TOKEN_WORD);
}

/* °C is one, as in print; °Celsius and °LS are a sign and a word */
static bool push_degree(const wi_token_sink *sink, size_t start, size_t end) {
  size_t cut = start;
  (void)wi_utf8_next(sink->text, &cut);
  const wi_str scale = wi_str_slice(sink->text, cut, end);
  if (wi_str_equal(scale, WI_STR("C")) || wi_str_equal(scale, WI_STR("F"))) {
    return wi_token_push(sink, start, end, WARTA_TOKEN_SYMBOL);
  }
  return wi_token_push(sink, start, cut, WARTA_TOKEN_SYMBOL) && push_word(sink, cut, end);
}

static bool push_replaced(const wi_token_sink *sink, size_t start, size_t end) {
  while (start < end) {
    size_t at = start;
    const uint32_t c = wi_utf8_next(sink->text, &at);
    if (!wi_token_push(sink, start, at,
                       c == WI_UTF8_BAD ? WARTA_TOKEN_INVALID : WARTA_TOKEN_SYMBOL)) {
      return false;
    }
    start = at;
  }
  return true;
}

bool wi_token_shape(const wi_token_sink *sink, size_t start, size_t end, warta_token_type type,
                    wi_shape shape) {
  switch (shape) {
  case WI_SHAPE_PLAIN:
    return wi_token_push(sink, start, end, type);
  case WI_SHAPE_WORD:
    return push_word(sink, start, end);
  case WI_SHAPE_CHAIN:
    return push_chain(sink, start, end);
  case WI_SHAPE_DOTTED:
    return push_dotted(sink, start, end);
  case WI_SHAPE_PATH:
    return push_path(sink, start, end);
  case WI_SHAPE_UNIT:
    return push_unit(sink, start, end);
  case WI_SHAPE_COUNTED:
    return push_counted(sink, start, end);
  case WI_SHAPE_CURRENCY:
    return push_currency(sink, start, end);
  case WI_SHAPE_TO_CURRENCY:
    return push_to_currency(sink, start, end);
  case WI_SHAPE_SIGN:
    return push_sign(sink, start, end);
  case WI_SHAPE_FROM_TO:
    return push_from_to(sink, start, end);
  case WI_SHAPE_GRADE:
    return push_grade(sink, start, end);
  case WI_SHAPE_DEGREE:
    return push_degree(sink, start, end);
  case WI_SHAPE_REPLACED:
    return push_replaced(sink, start, end);
  }
  return false;
}
