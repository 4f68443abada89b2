#include "equal_texts.h"

#include <stdbool.h>
#include <string.h>

/* What stands between, before and behind words; broken UTF-8 among it. */
static const char *const signs[] = {" ",
                                    " ",
                                    " ",
                                    "\n",
                                    "\n\n",
                                    "\t",
                                    "\r\n",
                                    "\v",
                                    "\f",
                                    "  ",
                                    ".",
                                    ",",
                                    ":",
                                    ";",
                                    "?",
                                    "!",
                                    "\"",
                                    "'",
                                    "(",
                                    ")",
                                    "[",
                                    "]",
                                    "-",
                                    "--",
                                    "/",
                                    "@",
                                    "#",
                                    "%",
                                    "&",
                                    "*",
                                    "+",
                                    "=",
                                    "_",
                                    "|",
                                    "~",
                                    "`",
                                    "``",
                                    "''",
                                    "$",
                                    "<",
                                    ">",
                                    "{",
                                    "}",
                                    "...",
                                    "\\",
                                    "^",
                                    "\xC2\xA0",
                                    "\xE2\x80\xAF",
                                    "\xC2\x85",
                                    "\xE2\x80\xA8",
                                    "\xE3\x80\x80",
                                    "\xE2\x80\x8B",
                                    "\xE2\x80\x8D",
                                    "\xE2\x80\x8E",
                                    "\xC2\xAD",
                                    "\xEF\xBB\xBF",
                                    "\xE2\x81\xA0",
                                    "\xCC\x81",
                                    "\xCC\xA3",
                                    "\xEF\xB8\x8F",
                                    "\xE2\x83\xA3",
                                    "\xE2\x80\x93",
                                    "\xE2\x80\x94",
                                    "\xE2\x80\x9C",
                                    "\xE2\x80\x9D",
                                    "\xE2\x80\x98",
                                    "\xE2\x80\x99",
                                    "\xE2\x80\xA6",
                                    "\xE2\x80\xA2",
                                    "\xC2\xA9",
                                    "\xC2\xB2",
                                    "\xC2\xBD",
                                    "\xF0\x9F\x91\xA8",
                                    "\xF0\x9F\x87\xAE",
                                    "\xF0\x9F\x8F\xBD",
                                    "\xF0\x9F\xAB\xBF",
                                    "\xE5\x8D\xB0\xE5\xB0\xBC",
                                    "\xE3\x82\xAB",
                                    "\xED\x95\x9C",
                                    "\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2",
                                    "\xE1\x9E\x81",
                                    "\xE0\xBA\x81",
                                    "\xE1\x80\x80",
                                    "\xD7\xA9",
                                    "\xD8\xA7",
                                    "\xE0\xA4\x95",
                                    "\xC3\xA9",
                                    "\xC3\x89",
                                    "\xC4\xB0",
                                    "\xC3\x9F",
                                    "\xCE\xA3",
                                    "\xD0\x96",
                                    "\xE2\x85\xA3",
                                    "\xEF\xBC\xA1",
                                    "\xEF\xBF\xBD",
                                    "\xFF",
                                    "\xC3",
                                    "\xE2\x80",
                                    "\xF0\x9F",
                                    "\xED\xA0\x80",
                                    "\xC0\x80",
                                    "\x80",
                                    "\x01",
                                    "\x7F",
                                    "\xF4\x90\x80\x80"};

static const char *const words[] = {"di",
                                    "dan",
                                    "yang",
                                    "Baca",
                                    "juga",
                                    "IKN",
                                    "WIBBaca",
                                    "a",
                                    "A",
                                    "I",
                                    "Rp",
                                    "Rp140",
                                    "Rp9-10",
                                    "US$",
                                    "www",
                                    "www.kabar.id",
                                    "https://kabar.id/a?b",
                                    "kota.Video",
                                    "detik.com",
                                    "detik.com/berita",
                                    "anak-anak",
                                    "berlari-lari",
                                    "ke-5",
                                    "1990-an",
                                    "2016",
                                    "65,1",
                                    "1.500.000",
                                    "10:42",
                                    "10:30-12:00",
                                    "29/1/2026",
                                    "34/PMK.011/2007",
                                    "18x",
                                    "50juta",
                                    "triliun",
                                    "persen",
                                    "%",
                                    "Dr",
                                    "No",
                                    "dll",
                                    "Tbk",
                                    "S",
                                    "AA+",
                                    "O-",
                                    "@kabar_kita",
                                    "#banjir",
                                    "redaksi@kabar.co.id",
                                    "Qur'an",
                                    "Moody's",
                                    "O'Neil",
                                    "COVID-19",
                                    "APBN-P",
                                    "SCROLL TO CONTINUE WITH CONTENT",
                                    "Foto",
                                    "Editor",
                                    "Penulis",
                                    "Pewarta",
                                    "Simak",
                                    "JAKARTA",
                                    "KOMPAS.com",
                                    "Jakarta",
                                    "Senin",
                                    "Maret",
                                    "memper",
                                    "kannya",
                                    "iPhone",
                                    "McDonald",
                                    "kEPADA",
                                    "nya",
                                    "lah",
                                    "se",
                                    "ber",
                                    "&nbsp;",
                                    "&#8220;",
                                    "CuSO4",
                                    "kira2",
                                    "XIV",
                                    "HTTP://X",
                                    "Www",
                                    "http",
                                    "##",
                                    "**",
                                    "1)",
                                    "Boeing 737-800"};

static uint64_t next(texts *from) {
  from->state ^= from->state << 13; /* xorshift64 */
  from->state ^= from->state >> 7;
  from->state ^= from->state << 17;
  return from->state >> 11;
}

static size_t below(texts *from, size_t count) {
  return (size_t)(next(from) % count);
}

#define PICK(from, list) (list)[below(from, sizeof(list) / sizeof((list)[0]))]

/* Lengths about which a table or a word of the machine ends. */
static size_t letters(texts *from, char *out) {
  static const unsigned char lengths[] = {1,  2,  3,  7,  8,  9,  14, 15, 16, 17,
                                          24, 31, 32, 33, 62, 63, 64, 65, 255};
  const size_t len = PICK(from, lengths);
  const size_t kind = below(from, 6);
  for (size_t i = 0; i < len; i++) {
    const char small = (char)('a' + below(from, 26));
    const int is_capital = kind == 0 || (kind == 1 && i == 0) || (kind == 2 && below(from, 4) == 0);
    out[i] = is_capital ? (char)(small - 'a' + 'A') : small;
  }
  return len;
}

static size_t put(char *out, const char *text) {
  const size_t len = strlen(text);
  memcpy(out, text, len);
  return len;
}

/* A part of the files: whole words of the lists, and what stands between them. */
static size_t part(texts *from, char *out) {
  const size_t most = from->words_len < 120 ? from->words_len : 120;
  const size_t len = 1 + below(from, most);
  memcpy(out, from->words + below(from, from->words_len - len + 1), len);
  return len;
}

static bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* A word of the files in some case, with marks about it: a known core, or nearly one. */
static size_t dressed(texts *from, char *out) {
  static const char *const leads[] = {"", "", "", "\"", "(", "\"(", "'"};
  static const char *const tails[] = {"",   "",   "",    ",",    ".",    ".\"",
                                      "),", "?!", "...", "!!!!", "\",.", ":"};
  size_t len = put(out, PICK(from, leads));
  size_t at = from->words_len == 0 ? 0 : below(from, from->words_len);
  const size_t kind = below(from, 5);
  while (at > 0 && is_letter(from->words[at - 1])) {
    at--;
  }
  for (size_t i = 0; i < 40 && at < from->words_len && is_letter(from->words[at]); i++, at++) {
    const bool is_capital =
        kind == 0 || (kind == 1 && i == 0) || (kind == 2 && below(from, 4) == 0);
    out[len++] = (char)(is_capital ? from->words[at] & ~0x20 : from->words[at]);
  }
  return len + put(out + len, PICK(from, tails));
}

static size_t code_point(texts *from, char *out) {
  const size_t c = 0x80 + below(from, 0x10FF80);
  if (c < 0x800) {
    out[0] = (char)(0xC0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  const size_t len = c < 0x10000 ? 3 : 4; /* surrogates are broken UTF-8, and welcome */
  out[0] = (char)(c < 0x10000 ? 0xE0 | c >> 12 : 0xF0 | c >> 18);
  for (size_t i = 1; i < len; i++) {
    out[i] = (char)(0x80 | (c >> 6 * (len - 1 - i) & 0x3F));
  }
  return len;
}

size_t texts_next(texts *from, char *out) {
  /* most are short: a seam is found by many beginnings and ends rather than by length */
  const size_t wanted = below(from, 20) == 0 ? TEXT_MAX - 300 : 1 + below(from, 90);
  const size_t spaces = 1 + below(from, 4);
  size_t len = 0;
  while (len < wanted) {
    switch (below(from, 10)) {
    case 0:
    case 1:
      len += put(out + len, PICK(from, words));
      break;
    case 2:
      len += letters(from, out + len);
      break;
    case 3:
      len += from->words_len > 0 ? part(from, out + len) : 0;
      break;
    case 4:
      len += below(from, 8) == 0 ? code_point(from, out + len) : put(out + len, PICK(from, signs));
      break;
    case 5:
      len += put(out + len, below(from, spaces) == 0 ? PICK(from, signs) : " ");
      break;
    case 6:
      out[len++] = (char)(below(from, 6) == 0 ? below(from, 256) : below(from, 128));
      break;
    case 7:
      len += dressed(from, out + len);
      break;
    default:
      out[len++] = ' ';
    }
  }
  return len;
}
