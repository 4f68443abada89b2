#include "pieces.h"

#include <string.h>

#include "mem.h"
#include "utf8.h"

typedef struct cutter {
  wi_str text;
  size_t at;
  size_t end;
} cutter;

void wi_piece_array_free(wi_piece_array *array) {
  wi_mem_free(array->items);
  *array = (wi_piece_array){0};
}

static bool is_digit_byte(char byte) {
  return byte >= '0' && byte <= '9';
}

static bool is_alnum(uint32_t c) {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  return c != WI_UTF8_BAD && (wi_utf8_is_letter(c) || wi_utf8_is_digit(c));
}

static uint32_t peek(const cutter *cut, size_t at) {
  if (at >= cut->end) {
    return 0;
  }
  return wi_utf8_next(cut->text, &at);
}

static bool starts_with(const cutter *cut, const char *prefix) {
  size_t at = cut->at;
  for (; *prefix != '\0'; prefix++, at++) {
    if (at >= cut->end || wi_piece_lower(cut->text.ptr[at]) != *prefix) {
      return false;
    }
  }
  return true;
}

/* Ends of domains that outlets have; a list, because a lost space after a stop looks the same
 * (kota.Video). */
static bool is_domain_end(wi_str part) {
  static const char *const ends[] = {"com", "co",   "id",   "net", "org", "tv",
                                     "go",  "info", "news", "my",  "sg",  "ac"};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    const size_t len = strlen(ends[i]);
    size_t same = 0;
    while (same < len && same < part.len && wi_piece_lower(part.ptr[same]) == ends[i][same]) {
      same++;
    }
    if (same == len && part.len == len) {
      return true;
    }
  }
  return false;
}

/* The end of the letters and digits that begin at `at`. */
static size_t run_end(const cutter *cut, size_t at) {
  while (at < cut->end) {
    size_t next = at;
    if (!is_alnum(wi_utf8_next(cut->text, &next))) {
      break;
    }
    at = next;
  }
  return at < cut->end ? at : cut->end;
}

static bool joins_numbers(char byte) {
  return byte == '.' || byte == ',' || byte == ':' || byte == '/' || byte == '-';
}

/* Whether the mark at `at` joins what stands before and behind it to one piece. */
static bool is_joined(const cutter *cut, size_t at, bool number, bool *domain) {
  const char mark = cut->text.ptr[at];
  if (at + 1 >= cut->end || !is_alnum(peek(cut, at + 1))) {
    return false;
  }
  if ((mark == '.' || mark == ',') && at > 0 && is_digit_byte(cut->text.ptr[at - 1]) &&
      is_digit_byte(cut->text.ptr[at + 1])) {
    return true; /* Rp16.701 */
  }
  if (number && joins_numbers(mark) && is_digit_byte(cut->text.ptr[at + 1])) {
    return true;
  }
  if (mark == '-' || mark == '\'' || mark == '_') {
    return true;
  }
  if (mark == '.' && is_domain_end(wi_str_slice(cut->text, at + 1, run_end(cut, at + 1)))) {
    *domain = true;
    return true;
  }
  return false;
}

static uint32_t word_flags(const cutter *cut, size_t start, size_t end) {
  size_t upper = 0;
  size_t lower = 0;
  uint32_t flags = WI_PIECE_WORD;
  for (size_t at = start; at < end;) {
    const uint32_t c = wi_utf8_next(cut->text, &at);
    upper += wi_utf8_is_upper(c);
    lower += wi_utf8_is_lower(c);
  }
  if (wi_utf8_is_upper(peek(cut, start))) {
    flags |= WI_PIECE_CAPITAL;
  }
  if (upper >= 2 && lower == 0) {
    flags |= WI_PIECE_CAPS;
  }
  return flags;
}

/* "17:50 WIBBaca juga": a link that lost its line break begins inside the word. */
static size_t glued_link(const cutter *cut, size_t start, size_t end) {
  static const char *const openers[] = {"Baca", "Simak", "Lihat", "Tonton"};
  const wi_str word = wi_str_slice(cut->text, start, end);
  for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++) {
    const wi_str opener = wi_str_of(openers[i]);
    if (word.len > opener.len && wi_str_ends(word, opener)) {
      return end - opener.len;
    }
  }
  return end;
}

static uint32_t cut_word(cutter *cut) {
  const size_t start = cut->at;
  bool domain = false;
  bool number = is_digit_byte(cut->text.ptr[start]);
  size_t at = run_end(cut, start);
  for (size_t i = start; i < at; i++) {
    number = number && is_digit_byte(cut->text.ptr[i]);
  }
  while (at < cut->end && is_joined(cut, at, number, &domain)) {
    const size_t part = at + 1;
    at = run_end(cut, part);
    for (size_t i = part; i < at; i++) {
      number = number && is_digit_byte(cut->text.ptr[i]);
    }
  }
  at = glued_link(cut, start, at);
  cut->at = at;
  if (number) {
    return WI_PIECE_NUMBER;
  }
  return word_flags(cut, start, at) | (domain ? (uint32_t)WI_PIECE_DOMAIN : 0);
}

static void skip_to_space(cutter *cut) {
  while (cut->at < cut->end) {
    size_t next = cut->at;
    const uint32_t c = wi_utf8_next(cut->text, &next);
    if (wi_utf8_is_space(c) || c == ')' || c == ']' || (c >= 0x2013 && c <= 0x2015)) {
      break;
    }
    cut->at = next;
  }
}

static bool is_dash(uint32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

static bool is_stop(uint32_t c) {
  return c == '.' || c == '?' || c == '!' || c == 0x2026;
}

static bool is_quote(uint32_t c) {
  return c == '"' || c == '\'' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

/* Runs of the same class (--, ..., ***) are one piece. */
static uint32_t cut_mark(cutter *cut) {
  const uint32_t first = wi_utf8_next(cut->text, &cut->at);
  const bool repeats = is_dash(first) || is_stop(first) || first == '*' || first == '#' ||
                       first == '=' || first == '_';
  while (repeats && cut->at < cut->end) {
    size_t next = cut->at;
    const uint32_t c = wi_utf8_next(cut->text, &next);
    if (c != first && !(is_dash(first) && is_dash(c)) && !(is_stop(first) && is_stop(c))) {
      break;
    }
    cut->at = next;
  }
  if (is_dash(first)) {
    return WI_PIECE_DASH;
  }
  if (is_stop(first)) {
    return WI_PIECE_STOP;
  }
  if (first == '(' || first == '[') {
    return WI_PIECE_OPEN;
  }
  if (first == ')' || first == ']') {
    return WI_PIECE_CLOSE;
  }
  return is_quote(first) ? WI_PIECE_QUOTE : 0;
}

static uint32_t cut_piece(cutter *cut) {
  const char byte = cut->text.ptr[cut->at];
  if (is_alnum(peek(cut, cut->at))) {
    if (starts_with(cut, "http:/") || starts_with(cut, "https:/") || starts_with(cut, "www.")) {
      skip_to_space(cut);
      return WI_PIECE_URL;
    }
    return cut_word(cut);
  }
  if ((byte == '#' || byte == '@') && is_alnum(peek(cut, cut->at + 1))) {
    cut->at++;
    cut_word(cut);
    return WI_PIECE_TAG;
  }
  return cut_mark(cut);
}

/* H., Dr., No., Jl.: an initial or a short title does not end a sentence. */
static bool is_abbreviation(const wi_piece *piece) {
  const bool shorted = piece->end - piece->start <= 3 && (piece->flags & WI_PIECE_CAPITAL) != 0;
  return shorted && (piece->flags & WI_PIECE_CAPS) == 0;
}

static bool begins_sentence(const wi_piece *items, size_t i, size_t count) {
  while (i < count && (items[i].flags & (WI_PIECE_QUOTE | WI_PIECE_OPEN)) != 0) {
    i++;
  }
  return i < count && (items[i].flags & (WI_PIECE_CAPITAL | WI_PIECE_NUMBER | WI_PIECE_TAG)) != 0;
}

bool wi_piece_ends(const wi_piece *pieces, size_t i, size_t count) {
  const bool numbered = i == 1 && (pieces[0].flags & WI_PIECE_NUMBER) != 0;
  if (i == 0 || i + 1 >= count || numbered || is_abbreviation(&pieces[i - 1])) {
    return false;
  }
  size_t next = i + 1;
  while (next < count && (pieces[next].flags & WI_PIECE_GLUED) != 0 &&
         (pieces[next].flags & (WI_PIECE_QUOTE | WI_PIECE_CLOSE)) != 0) {
    next++;
  }
  return begins_sentence(pieces, next, count);
}

static void mark_ends(wi_piece *pieces, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if ((pieces[i].flags & WI_PIECE_STOP) != 0 && wi_piece_ends(pieces, i, count)) {
      pieces[i].flags |= WI_PIECE_ENDS;
    }
  }
}

bool wi_pieces_append(wi_piece_array *out, wi_str text, size_t start, size_t end) {
  cutter cut = {text, start, end};
  bool glued = false;
  while (cut.at < end) {
    size_t next = cut.at;
    if (wi_utf8_is_space(wi_utf8_next(text, &next))) {
      cut.at = next;
      glued = false;
      continue;
    }
    const size_t first = cut.at;
    const uint32_t flags = cut_piece(&cut);
    if (!wi_mem_grow(&out->items, &out->capacity, out->count, sizeof *out->items)) {
      return false;
    }
    out->items[out->count++] =
        (wi_piece){(uint32_t)first, (uint32_t)cut.at, flags | (glued ? WI_PIECE_GLUED : 0u), 0};
    glued = true;
  }
  return true;
}

bool wi_pieces_cut(wi_piece_array *out, wi_str text, size_t start, size_t end) {
  out->count = 0;
  if (!wi_pieces_append(out, text, start, end)) {
    return false;
  }
  mark_ends(out->items, out->count);
  return true;
}

/* --- months and days: closed lists that every date needs ------------------------------------- */

static bool is_listed(wi_str word, const char *const *list, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const size_t len = strlen(list[i]);
    size_t same = 0;
    while (same < len && same < word.len && wi_piece_lower(word.ptr[same]) == list[i][same]) {
      same++;
    }
    if (same == len && word.len == len) {
      return true;
    }
  }
  return false;
}

static const char *const months[] = {
    "januari",  "februari", "maret",    "april",    "mei",   "juni", "juli", "agustus", "september",
    "oktober",  "november", "desember", "jan",      "feb",   "mar",  "apr",  "jun",     "jul",
    "agu",      "agt",      "ags",      "agust",    "sep",   "sept", "okt",  "nov",     "des",
    "pebruari", "nopember", "january",  "february", "march", "may",  "june", "july",    "august",
    "october",  "december", "oct",      "dec",      "aug"};

static const char *const days[] = {
    "senin", "selasa", "rabu",    "kamis",     "jumat",    "jum'at", "sabtu",    "minggu",
    "ahad",  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

const char *const *wi_piece_months(size_t *count) {
  *count = sizeof months / sizeof months[0];
  return months;
}

const char *const *wi_piece_days(size_t *count) {
  *count = sizeof days / sizeof days[0];
  return days;
}

bool wi_piece_is_month(wi_str text, const wi_piece *piece) {
  return is_listed(wi_piece_str(text, piece), months, sizeof months / sizeof months[0]);
}

bool wi_piece_is_day(wi_str text, const wi_piece *piece) {
  return is_listed(wi_piece_str(text, piece), days, sizeof days / sizeof days[0]);
}

bool wi_piece_is_image(wi_str text, const wi_piece *piece) {
  static const char *const ends[] = {"jpg", "jpeg", "png", "webp", "gif"};
  for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
    if (wi_str_ends(wi_piece_str(text, piece), wi_str_of(ends[i]))) {
      return true;
    }
  }
  return false;
}
