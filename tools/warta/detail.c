#include "detail.h"

#include "message.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Details that end in a number are without it here, and so is what stands before a colon: the name
 * of a list. */
static const char *const details[][2] = {
    /* lists: src/lang/entries.c, label_compile.c, src/text/pattern.c, trees */
    {"'(' without ')'", "'(' tanpa ')'"},
    {"')' without '('", "')' tanpa '('"},
    {"'<' without '>'", "'<' tanpa '>'"},
    {"'?' or '+' behind nothing", "'?' atau '+' tanpa apa pun di depannya"},
    {"'\\' at the end", "'\\' di akhir"},
    {"'{' without '}'", "'{' tanpa '}'"},
    {"a pattern needs: kind scope pattern", "pola memerlukan: jenis cakupan pola"},
    {"a weight needs: feature, number with three decimals",
     "bobot memerlukan: ciri, bilangan dengan tiga desimal"},
    {"empty entry", "entri kosong"},
    {"empty pattern", "pola kosong"},
    {"entry longer than 254 bytes", "entri lebih panjang daripada 254 bita"},
    {"entry longer than 255 bytes", "entri lebih panjang daripada 255 bita"},
    {"label pattern: unknown kind", "pola label: jenis tidak dikenal"},
    {"label pattern: unknown scope", "pola label: cakupan tidak dikenal"},
    {"made for other features of sentences: train them anew",
     "dibuat untuk ciri kalimat yang lain: latih ulang"},
    {"more nodes than the tree has", "simpul lebih banyak daripada pohonnya"},
    {"nested too deep", "bersarang terlalu dalam"},
    {"no abbreviation: it holds a bracket or the like",
     "bukan singkatan: berisi tanda kurung atau sejenisnya"},
    {"no head #warta-trees 1 scale=N", "tanpa kepala #warta-trees 1 scale=N"},
    {"no line of names", "tanpa baris nama"},
    {"no pattern", "tanpa pola"},
    {"no such kind of label", "jenis label itu tidak ada"},
    {"no such section", "bagian itu tidak ada"},
    {"no such way of affixing (dict/README.md lists them)",
     "cara pengimbuhan itu tidak ada (daftarnya di dict/README.md)"},
    {"no word: it holds a sign or space", "bukan kata: berisi tanda atau spasi"},
    {"not UTF-8", "bukan UTF-8"},
    {"not a split or a leaf", "bukan cabang atau daun"},
    {"pattern too long", "pola terlalu panjang"},
    {"the pattern matches nothing at all", "pola tidak cocok dengan apa pun"},
    {"too many alternatives", "terlalu banyak pilihan"},
    {"too many names", "terlalu banyak nama"},
    {"too many trees", "pohon terlalu banyak"},
    {"tree cut off", "pohon terpotong"},
    {"tree of more than 16 leaves", "pohon dengan lebih dari 16 daun"},
    {"unknown class in <>", "kelas tidak dikenal dalam <>"},
    {"unknown name in {}", "nama tidak dikenal dalam {}"},
    {"write (word)? for a word that may be missing",
     "tulis (kata)? untuk kata yang boleh tidak ada"},
    /* document frequencies: src/model/df_text.c */
    {"bad escape", "urutan \\ tidak sah"},
    {"bad number", "bilangan tidak sah"},
    {"control character in a term", "karakter kendali dalam istilah"},
    {"count is 0 or over the number of documents", "hitungan 0 atau melebihi banyaknya dokumen"},
    {"cut off: no line end", "terpotong: tanpa akhir baris"},
    {"empty term", "istilah kosong"},
    {"no tab", "tanpa tab"},
    {"not sorted", "tidak terurut"},
    {"term twice", "istilah ganda"},
    {"the built-in table is not written", "tabel bawaan tidak ditulis"},
    {"the built-in table is read only", "tabel bawaan hanya untuk dibaca"},
    /* the dictionary, and what it holds */
    {"break rules", "aturan pemenggalan"},
    {"break rules: unknown tag", "aturan pemenggalan: tanda tidak dikenal"},
    {"known words", "kata yang dikenal"},
    {"label rules", "aturan label"},
    {"summary weights of other features", "bobot ringkasan untuk ciri lain"},
    /* options and limits */
    {"a table of other articles", "tabel untuk artikel lain"},
    {"a vector of another vocabulary", "vektor dengan kosakata lain"},
    {"a vector of another vocabulary or norm", "vektor dengan kosakata atau norma lain"},
    {"an article after the groups", "artikel setelah kelompok"},
    {"articles", "artikel"},
    {"articles of one term", "artikel dari satu istilah"},
    {"documents", "dokumen"},
    {"documents of several analyzers", "dokumen dari beberapa penganalisis"},
    {"limit is not from 1 to 10000", "limit tidak dari 1 sampai 10000"},
    {"max_words is not from 1 to 8", "max_words tidak dari 1 sampai 8"},
    {"ratio is not from 0 to 1", "ratio tidak dari 0 sampai 1"},
    {"tables of other options", "tabel dengan opsi lain"},
    /* archives: what of them is damaged, and what their check finds */
    {"a block of postings", "blok kemunculan"},
    {"a block of shingles", "blok runtun istilah"},
    {"a length without its article", "panjang tanpa artikelnya,"},
    {"a page with a wrong checksum", "halaman dengan jumlah periksa yang salah"},
    {"a term is missing before", "ada istilah hilang sebelum"},
    {"a term of an article is missing", "istilah sebuah artikel hilang"},
    {"an article without its names", "artikel tanpa namanya"},
    {"an article without its record", "artikel tanpa catatannya"},
    {"an article without its text", "artikel tanpa teksnya"},
    {"articles without a segment before", "ada artikel tanpa segmen sebelum"},
    {"articles without a segment behind", "ada artikel tanpa segmen sesudah"},
    {"epoch", "epoch"},
    {"fingerprint", "sidik"},
    {"keys out of order", "kunci tidak terurut"},
    {"lengths", "panjang"},
    {"no record of article", "tidak ada catatan artikel"},
    {"postings are not those of article", "kemunculan tidak sesuai dengan artikel"},
    {"segments", "segmen"},
    {"shingles are not those of article", "runtun istilah tidak sesuai dengan artikel"},
    {"tables", "tabel"},
    {"terms", "istilah"},
    {"terms are missing behind", "ada istilah hilang sesudah"},
    {"the file is empty", "berkasnya kosong"},
    {"the record of an article", "catatan sebuah artikel"},
    {"two terms with one text", "dua istilah dengan satu teks"},
    {"wrong count of articles:", "hitungan artikel salah:"},
    {"wrong count of records:", "hitungan catatan salah:"},
    {"wrong count of texts:", "hitungan teks salah:"},
    {"wrong frequency of term", "frekuensi salah pada istilah"},
    {"wrong length of article", "panjang salah pada artikel"},
    {"wrong norm of article", "norma salah pada artikel"},
    {"wrong sum of headlines' lengths:", "jumlah panjang judul salah:"},
    {"wrong sum of lengths:", "jumlah panjang salah:"},
    /* SQLite's own (sqlite3_errstr) */
    {"access permission denied", "izin akses ditolak"},
    {"attempt to write a readonly database", "basis data hanya untuk dibaca"},
    {"database disk image is malformed", "berkas basis data rusak"},
    {"database is locked", "basis data terkunci"},
    {"database or disk is full", "basis data atau diska penuh"},
    {"disk I/O error", "diska gagal dibaca atau ditulis"},
    {"file is not a database", "berkas bukan basis data"},
    {"unable to open database file", "berkas basis data tidak dapat dibuka"},
};

enum { FINGERPRINT_DIGITS = 16 };

static const char *look_up(const char *english, size_t len) {
  for (size_t i = 0; i < sizeof details / sizeof details[0]; i++) {
    if (strlen(details[i][0]) == len && memcmp(details[i][0], english, len) == 0) {
      return details[i][1];
    }
  }
  return NULL;
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* "wrong norm of article 5" */
static const char *with_number(char room[DETAIL_BYTES], const char *english) {
  size_t len = strlen(english);
  while (len > 0 && is_digit(english[len - 1])) {
    len--;
  }
  const char *found = len > 0 ? look_up(english, len - 1) : NULL;
  if (found == NULL || english[len] == '\0' || english[len - 1] != ' ') {
    return NULL;
  }
  snprintf(room, DETAIL_BYTES, "%s %s", found, english + len);
  return room;
}

/* "stopwords: empty entry" */
static const char *behind_name(char room[DETAIL_BYTES], const char *english) {
  const char *colon = strstr(english, ": ");
  const char *found = colon == NULL ? NULL : look_up(colon + 2, strlen(colon + 2));
  if (found == NULL) {
    return NULL;
  }
  snprintf(room, DETAIL_BYTES, "%.*s: %s", (int)(colon - english), english, found);
  return room;
}

/* Two fingerprints: "F, not G", "F and G". */
static const char *with_fingerprints(char room[DETAIL_BYTES], const char *english) {
  static const char *const words[][2] = {{", not ", ", bukan "}, {" and ", " dan "}};
  const size_t first = strspn(english, "0123456789abcdef");
  for (size_t i = 0; i < sizeof words / sizeof words[0] && first == FINGERPRINT_DIGITS; i++) {
    const size_t len = strlen(words[i][0]);
    if (strncmp(english + first, words[i][0], len) == 0) {
      snprintf(room, DETAIL_BYTES, "%.*s%s%s", FINGERPRINT_DIGITS, english, words[i][1],
               english + first + len);
      return room;
    }
  }
  return NULL;
}

const char *detail_text(char room[DETAIL_BYTES], const char *english) {
  if (message_language() == LANGUAGE_ENGLISH) {
    return english;
  }
  const char *found = look_up(english, strlen(english));
  if (found == NULL) {
    found = with_number(room, english);
  }
  if (found == NULL) {
    found = behind_name(room, english);
  }
  if (found == NULL) {
    found = with_fingerprints(room, english);
  }
  return found == NULL ? english : found;
}

const char *detail_errno(int error) {
  static const struct {
    int error;
    const char *text;
  } rows[] = {
      {EACCES, "izin ditolak"},
      {EAGAIN, "sumber daya sementara tidak tersedia"},
      {EBADF, "pengenal berkas tidak sah"},
      {EBUSY, "sedang dipakai"},
      {EDQUOT, "kuota diska habis"},
      {EEXIST, "berkas sudah ada"},
      {EFBIG, "berkas terlalu besar"},
      {EINTR, "terputus oleh sinyal"},
      {EINVAL, "argumen tidak sah"},
      {EIO, "diska gagal dibaca atau ditulis"},
      {EISDIR, "adalah folder"},
      {ELOOP, "terlalu banyak tautan simbolis"},
      {EMFILE, "terlalu banyak berkas terbuka"},
      {ENAMETOOLONG, "nama berkas terlalu panjang"},
      {ENFILE, "terlalu banyak berkas terbuka dalam sistem"},
      {ENODEV, "perangkat tidak ada"},
      {ENOENT, "berkas atau folder tidak ada"},
      {ENOMEM, "memori habis"},
      {ENOSPC, "tidak ada ruang tersisa pada diska"},
      {ENOTDIR, "bukan folder"},
      {ENXIO, "perangkat atau alamat tidak ada"},
      {EPERM, "operasi tidak diizinkan"},
      {EPIPE, "pipa terputus"},
      {EROFS, "sistem berkas hanya untuk dibaca"},
      {ETXTBSY, "berkas program sedang berjalan"},
      {EXDEV, "melintasi sistem berkas"},
  };
  for (size_t i = 0; message_language() == LANGUAGE_INDONESIAN && i < sizeof rows / sizeof rows[0];
       i++) {
    if (rows[i].error == error) {
      return rows[i].text;
    }
  }
  return strerror(error);
}
