#include "stem_words.h"

#include "message.h"

#include <stddef.h>
#include <string.h>

static const struct {
  const char *english;
  const char *indonesian;
} words[] = {
    /* what decided */
    {"no stemmer", "tanpa pemotong imbuhan"},
    {"Snowball", "Snowball"},
    {"too long for a word", "terlalu panjang untuk sebuah kata"},
    {"in the list of exceptions", "ada di daftar pengecualian"},
    {"highest score, then the longer root", "nilai tertinggi, lalu akar yang lebih panjang"},
    {"highest score; its root is in the list of exceptions",
     "nilai tertinggi; akarnya ada di daftar pengecualian"},
    {"capitals: highest score among the licensed",
     "huruf besar: nilai tertinggi di antara yang dibenarkan entrinya"},
    {"no root is known: the cautious rules", "akarnya tidak dikenal: aturan hati-hati"},
    {"no analysis", "tidak ada uraian"},
    {"capitals, and no licensed analysis: left as a name",
     "huruf besar, dan tidak ada uraian yang dibenarkan: dibiarkan sebagai nama"},
    {"in the list as it is, with its hyphen", "terdaftar apa adanya, dengan tanda hubungnya"},
    {"only the hyphenated affix taken off", "hanya imbuhan bertanda hubung yang dilepas"},
    {"di is the preposition, written together with the word",
     "di adalah kata depan yang ditulis serangkai"},
    {"a common misspelling of what is taken apart here",
     "salah tulis yang lazim dari kata yang diuraikan di sini"},
    /* how */
    {"exception", "pengecualian"},
    {"root", "akar"},
    {"rule", "aturan"},
    {"snowball", "snowball"},
    {"unchanged", "tetap"},
    /* kinds of analysis */
    {"licensed", "dibenarkan"},
    {"listed", "terdaftar"},
    {"proposed", "diusulkan"},
    /* terms of the score */
    {"classes", "kelas"},
    {"word", "kata utuh"},
    {"clitic", "klitik"},
    {"unaffixed", "tak berimbuhan"},
    {"confix", "konfiks"},
    {"prefixes", "awalan"},
    {"suffix", "akhiran"},
    {"short", "pendek"},
    {"shape", "bentuk"},
    {"person", "-ku/-mu"},
    {"particle", "partikel"},
    {"k-an", "k-an"},
    {"bare-ke", "ke-/ku- lepas"},
    {"command", "perintah"},
    {"base", "dasar"},
};

const char *stem_words(const char *english) {
  if (message_language() == LANGUAGE_INDONESIAN) {
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
      if (strcmp(words[i].english, english) == 0) {
        return words[i].indonesian;
      }
    }
  }
  return english;
}
