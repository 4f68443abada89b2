#include "label_glued.h"

#include <stdbool.h>

/* Titles are shorter, in pieces, and no shorter than this. */
enum { TITLE_MAX = 30, TITLE_MIN = 3 };

/* Small words that keep their small letters among the capitals of a title. */
static const char *const particles[] = {"dan",  "di",     "ke",    "dari",   "yang",   "untuk",
                                        "pada", "dengan", "dalam", "atau",   "bagi",   "oleh",
                                        "saat", "usai",   "soal",  "hingga", "agar",   "vs",
                                        "tak",  "jadi",   "akan",  "demi",   "jelang", "per"};

/* Words that begin sentences and end no title. */
static const char *const starters[] = {
    "sebelumnya",  "adapun",  "namun",     "meski",  "meskipun", "walau",       "walaupun",
    "sementara",   "selain",  "menurut",   "ia",     "dia",      "mereka",      "kami",
    "jika",        "bila",    "apabila",   "karena", "kemudian", "selanjutnya", "berdasarkan",
    "sebagian",    "seperti", "setelah",   "sejak",  "bahkan",   "padahal",     "sehingga",
    "lalu",        "terkait", "diketahui", "selama", "adanya",   "dikatakan",   "dijelaskan",
    "sebagaimana", "lebih",   "hal",       "begitu", "oleh",     "pihaknya",    "kendati",
    "untuk",       "dalam",   "pada",      "dengan", "saat",     "kedua",       "tidak",
    "akibat",      "ketika",  "sebab",     "tetapi", "tapi",     "maka",        "itu"};

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

static bool is_large(const wi_piece *piece) {
  return (piece->flags & (WI_PIECE_CAPITAL | WI_PIECE_NUMBER)) != 0;
}

/* The first word in small letters that no title in capitals holds. */
static size_t find_small(wi_str text, const wi_piece *pieces, size_t count) {
  size_t i = 0;
  while (i < count && (pieces[i].flags & WI_PIECE_ENDS) == 0) {
    const bool is_inner = i + 1 < count && is_large(&pieces[i + 1]) &&
                          is_in(text, &pieces[i], particles, COUNT(particles));
    if (is_small(&pieces[i]) && !is_inner) {
      break;
    }
    i++;
  }
  return i;
}

size_t wi_glued_title_length(wi_str text, const wi_piece *pieces, size_t count) {
  const size_t most = count < TITLE_MAX ? count : TITLE_MAX;
  const size_t small = find_small(text, pieces, most);
  if (small == most || small <= TITLE_MIN) {
    return 0;
  }
  if ((pieces[small].flags & WI_PIECE_ENDS) != 0) {
    return small + 1; /* ... Pinjaman Online? Simak */
  }
  /* ... Terendam Banjir Sebelumnya, hujan */
  const bool has_comma = text.ptr[pieces[small - 1].start] == ',';
  const size_t word = has_comma ? small - 2 : small - 1;
  if ((pieces[word].flags & WI_PIECE_CAPITAL) == 0 || (pieces[word].flags & WI_PIECE_CAPS) != 0) {
    return 0;
  }
  if ((pieces[word - 1].flags & WI_PIECE_QUOTE) != 0) {
    /* a quote that opens, with a blank before it and none behind */
    const bool opens = (pieces[word - 1].flags & WI_PIECE_GLUED) == 0 &&
                       (pieces[word].flags & WI_PIECE_GLUED) != 0;
    return opens && word - 1 >= TITLE_MIN ? word - 1 : 0;
  }
  return word >= TITLE_MIN && is_in(text, &pieces[word], starters, COUNT(starters)) ? word : 0;
}
