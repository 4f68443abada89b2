#include "label_glued.h"

#include <stdbool.h>
#include <string.h>

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

/* "... untuk Milenial  Heliantopo menjelaskan": two blanks where a line break was, but not those
 * inside a sentence before an apposition ("Direktur Utama  SMF, Ananta"). */
static bool opens_paragraph(wi_str text, const wi_piece *pieces, size_t i, size_t count) {
  const size_t gap = i > 0 ? pieces[i].start - pieces[i - 1].end : 0;
  bool is_blank = gap >= 2;
  for (size_t at = pieces[i].start - gap; is_blank && at < pieces[i].start; at++) {
    is_blank = text.ptr[at] == ' ';
  }
  return is_blank && i > TITLE_MIN && i + 1 < count && text.ptr[pieces[i + 1].start] != ',' &&
         (pieces[i].flags & (WI_PIECE_CAPITAL | WI_PIECE_QUOTE)) != 0;
}

/* Small words of a title whose other words have capitals. */
static const char *const links[] = {"dan",  "di",   "ke",     "dari",   "untuk", "pada", "dengan",
                                    "yang", "atau", "bagi",   "dalam",  "oleh",  "soal", "vs",
                                    "bak",  "agar", "hingga", "sampai", "usai",  "lewat"};

static bool is_title_case(wi_str text, const wi_piece *pieces, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (is_small(&pieces[i]) && !is_in(text, &pieces[i], links, COUNT(links))) {
      return false;
    }
  }
  return true;
}

/* menambahkan, berharap, ditemui: a verb in small letters */
static bool is_verb(wi_str text, const wi_piece *piece) {
  enum { SHORTEST = 6 };
  const wi_str word = wi_piece_str(text, piece);
  return is_small(piece) && word.len >= SHORTEST &&
         (wi_str_starts(word, WI_STR("me")) || wi_str_starts(word, WI_STR("ber")) ||
          wi_str_starts(word, WI_STR("di")) || wi_str_starts(word, WI_STR("ter")));
}

static bool is_letter(char c) {
  const char small = (char)(c | 0x20);
  return (small >= 'a' && small <= 'z') || (unsigned char)c >= 0x80;
}

/* The bytes from piece `first` to piece `last` stand a little before the title, as words. */
static bool is_known_name(wi_str text, const wi_piece *pieces, size_t first, size_t last) {
  enum { REACH = 2048 };
  const wi_str name = wi_str_slice(text, pieces[first].start, pieces[last].end);
  const size_t end = pieces[0].start;
  size_t at = end > REACH ? end - REACH : 0;
  while (at + name.len < end) {
    const char *found = memchr(text.ptr + at, name.ptr[0], end - name.len - at);
    if (found == NULL) {
      return false;
    }
    at = (size_t)(found - text.ptr);
    if ((at == 0 || !is_letter(text.ptr[at - 1])) && !is_letter(text.ptr[at + name.len]) &&
        wi_str_equal(wi_str_slice(text, at, at + name.len), name)) {
      return true;
    }
    at++;
  }
  return false;
}

/* "AMI memprediksi", "Sri Mulyani menuturkan": behind a title in capitals, a name before a verb. */
static bool is_subject(wi_str text, const wi_piece *pieces, size_t i, size_t count) {
  return (pieces[i].flags & WI_PIECE_CAPITAL) != 0 && i + 1 < count &&
         is_verb(text, &pieces[i + 1]) && is_title_case(text, pieces, i);
}

/* Where the name begins that ends at i, if the article has spoken of it; else 0. */
static size_t subject_start(wi_str text, const wi_piece *pieces, size_t i) {
  enum { WORDS = 3 };
  if (!is_known_name(text, pieces, i, i)) {
    return 0;
  }
  size_t first = i;
  while (first > 0 && i - first < WORDS && is_known_name(text, pieces, first - 1, i)) {
    first--;
  }
  return first >= TITLE_MIN ? first : 0;
}

size_t wi_glued_title_length(wi_str text, const wi_piece *pieces, size_t count) {
  const size_t most = count < TITLE_MAX ? count : TITLE_MAX;
  for (size_t i = 0; i < most; i++) {
    if ((pieces[i].flags & WI_PIECE_ENDS) != 0) {
      /* ... Pinjaman Online? Simak */
      return text.ptr[pieces[i].start] == '?' && i >= TITLE_MIN ? i + 1 : 0;
    }
    if (i < TITLE_MIN) {
      continue;
    }
    if (opens_sentence(text, pieces, i, count) || opens_speech(pieces, i, count) ||
        opens_paragraph(text, pieces, i, count)) {
      return i;
    }
    if (is_subject(text, pieces, i, count)) {
      return subject_start(text, pieces, i);
    }
  }
  return 0;
}
