#include "label_glued.h"

#include <stdbool.h>

/* Titles are shorter, in pieces, and no shorter than this. */
enum { TITLE_MAX = 30, TITLE_MIN = 3 };

/* Titles quote no more pieces than this. */
enum { QUOTE_MAX = 9 };

/* Words that begin sentences and end no title. */
static const char *const starters[] = {
    "sebelumnya",  "adapun",   "namun",     "meski",  "meskipun", "walau",       "walaupun",
    "sementara",   "selain",   "menurut",   "ia",     "dia",      "mereka",      "kami",
    "jika",        "bila",     "apabila",   "karena", "kemudian", "selanjutnya", "berdasarkan",
    "sebagian",    "seperti",  "setelah",   "sejak",  "bahkan",   "padahal",     "sehingga",
    "lalu",        "terkait",  "diketahui", "selama", "adanya",   "dikatakan",   "dijelaskan",
    "sebagaimana", "lebih",    "hal",       "begitu", "oleh",     "pihaknya",    "kendati",
    "untuk",       "dalam",    "pada",      "dengan", "saat",     "kedua",       "tidak",
    "akibat",      "ketika",   "sebab",     "tetapi", "tapi",     "maka",        "itu",
    "salah",       "sejumlah", "beberapa",  "para",   "seorang",  "pihak",       "di",
    "dari",        "atas",     "sesuai",    "hingga", "sampai",   "usai",        "ada",
    "apalagi",     "akhirnya", "artinya",   "dengan", "guna",     "demi",        "agar",
    "berikut",     "hasil",    "semua",     "setiap", "seluruh",  "tak",         "ini",
    "kata",        "ujar",     "tambahnya", "yang",   "serta",    "hanya",       "sedangkan",
    "kini",        "saya",     "kita",      "jadi"};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static bool is_in(wi_str text, const wi_piece *piece, const char *const *list, size_t count) {
  const wi_str word = wi_piece_str(text, piece);
  for (size_t i = 0; i < count; i++) {
    const wi_str entry = wi_str_of(list[i]);
    size_t at = 0;
    while (at < word.len && at < entry.len && wi_piece_lower(word.ptr[at]) == entry.ptr[at]) {
      at++;
    }
    if (at == word.len && at == entry.len) {
      return true;
    }
  }
  return false;
}

static bool is_small(const wi_piece *piece) {
  const uint32_t others =
      WI_PIECE_CAPITAL | WI_PIECE_NUMBER | WI_PIECE_DOMAIN | WI_PIECE_URL | WI_PIECE_TAG;
  return (piece->flags & WI_PIECE_WORD) != 0 && (piece->flags & others) == 0;
}

/* "Alasan jalan desa cepat rusak": half of the title's words are small, so a capital is a name's or
 * a sentence's. */
static bool is_in_small_letters(const wi_piece *pieces, size_t count) {
  size_t small = 0;
  size_t large = 0;
  for (size_t i = 1; i < count; i++) {
    small += is_small(&pieces[i]);
    large += (pieces[i].flags & WI_PIECE_CAPITAL) != 0;
  }
  return small > large;
}

/* "... pada 2030 Apabila merchant menolak", "... Karet Sebelumnya, Direktur": a word that begins
 * sentences, in a capital that no title gives it, and the sentence goes on in small letters. */
static bool opens_sentence(wi_str text, const wi_piece *pieces, size_t i, size_t count) {
  if ((pieces[i].flags & WI_PIECE_CAPITAL) == 0 || (pieces[i].flags & WI_PIECE_CAPS) != 0 ||
      i + 1 >= count || !is_in(text, &pieces[i], starters, COUNT(starters))) {
    return false;
  }
  return is_small(&pieces[i + 1]) || text.ptr[pieces[i + 1].start] == ',' ||
         is_in_small_letters(pieces, i);
}

/* "... untuk Natal 2025 “Homili akan disesuaikan dengan ...": quoted speech, longer than what
 * titles quote. */
static bool opens_speech(const wi_piece *pieces, size_t i, size_t count) {
  const bool opens = (pieces[i].flags & WI_PIECE_QUOTE) != 0 &&
                     (pieces[i].flags & WI_PIECE_GLUED) == 0 && i + 1 < count &&
                     (pieces[i + 1].flags & WI_PIECE_GLUED) != 0;
  for (size_t k = i + 1; opens && k <= i + QUOTE_MAX; k++) {
    if (k >= count || (pieces[k].flags & WI_PIECE_QUOTE) != 0) {
      return false;
    }
  }
  return opens;
}

size_t wi_glued_title_length(wi_str text, const wi_piece *pieces, size_t count) {
  const size_t most = count < TITLE_MAX ? count : TITLE_MAX;
  for (size_t i = 0; i < most; i++) {
    if ((pieces[i].flags & WI_PIECE_ENDS) != 0) {
      /* ... Pinjaman Online? Simak */
      return text.ptr[pieces[i].start] == '?' && i >= TITLE_MIN ? i + 1 : 0;
    }
    if (i >= TITLE_MIN &&
        (opens_sentence(text, pieces, i, count) || opens_speech(pieces, i, count))) {
      return i;
    }
  }
  return 0;
}
