#include "message.h"

#include "codepoint.h"
#include "detail.h"
#include "exits.h"
#include "number.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* What the whole program shares: how it speaks. Set once, before any work. */
static struct {
  language lang;
  bool quiet;
  bool shows_progress;
} manner;

static const char *const texts[MSG_COUNT][2] = {
    [MSG_NO_MEMORY] = {"out of memory (give fewer or shorter articles at a time)",
                       "memori habis (beri artikel lebih sedikit atau lebih pendek sekaligus)"},
    [MSG_NO_COMMAND] = {"no command given (see 'warta help')",
                        "perintah tidak diberikan (lihat 'warta help')"},
    [MSG_UNKNOWN_COMMAND] = {"unknown command '{1}' (see 'warta help')",
                             "perintah '{1}' tidak dikenal (lihat 'warta help')"},
    [MSG_UNKNOWN_COMMAND_NEAR] = {"unknown command '{1}' (did you mean '{2}'?)",
                                  "perintah '{1}' tidak dikenal (maksud Anda '{2}'?)"},
    [MSG_UNKNOWN_OPTION] = {"unknown option '{1}' (see 'warta {2} --help')",
                            "opsi '{1}' tidak dikenal (lihat 'warta {2} --help')"},
    [MSG_UNKNOWN_OPTION_NEAR] = {"unknown option '{1}' (did you mean '{2}'?)",
                                 "opsi '{1}' tidak dikenal (maksud Anda '{2}'?)"},
    [MSG_OPTION_NEEDS_VALUE] = {"option '{1}' needs a value (write {1} {2})",
                                "opsi '{1}' memerlukan nilai (tulis {1} {2})"},
    [MSG_OPTION_TAKES_NONE] = {"option '{1}' takes no value (write only {1})",
                               "opsi '{1}' tidak menerima nilai (tulis {1} saja)"},
    [MSG_OPTION_BAD_VALUE] = {"'{1}' is not known (use one of: {2})",
                              "'{1}' tidak dikenal (pakai salah satu: {2})"},
    [MSG_OPTION_BAD_COUNT] = {"'{1}' is not a whole number that fits (use {2})",
                              "'{1}' bukan bilangan bulat yang sesuai (pakai {2})"},
    [MSG_OPTION_BAD_REAL] = {"'{1}' is not a number that fits (use {2}, with a dot)",
                             "'{1}' bukan bilangan yang sesuai (pakai {2}, dengan titik)"},
    [MSG_OPTIONS_CLASH] = {"'{1}' and '{2}' do not go together (leave one out)",
                           "'{1}' dan '{2}' tidak dapat digabung (hilangkan salah satu)"},
    [MSG_TOO_MANY_OPERANDS] = {"unexpected argument '{1}' (see 'warta {2} --help')",
                               "argumen '{1}' tidak diharapkan (lihat 'warta {2} --help')"},
    [MSG_NEEDS_FILES] = {"no file given (see 'warta {1} --help')",
                         "berkas tidak diberikan (lihat 'warta {1} --help')"},
    [MSG_UNKNOWN_ENCODING] = {"character set '{1}' is not known (see 'iconv --list')",
                              "set karakter '{1}' tidak dikenal (lihat 'iconv --list')"},
    [MSG_STDIN_HINT] = {"reading standard input (end with Ctrl-D; see 'warta {1} --help')",
                        "membaca masukan standar (akhiri dengan Ctrl-D; lihat 'warta {1} --help')"},
    [MSG_NO_SUCH_FILE] = {"no such file (check the name)", "berkas tidak ada (periksa namanya)"},
    [MSG_NOT_ALLOWED] = {"may not be read (check its permissions)",
                         "tidak boleh dibaca (periksa izinnya)"},
    [MSG_CANNOT_OPEN] = {"cannot be opened: {1} (check the file)",
                         "tidak dapat dibuka: {1} (periksa berkasnya)"},
    [MSG_CANNOT_READ] = {"cannot be read: {1} (check the file and its disk)",
                         "tidak dapat dibaca: {1} (periksa berkas dan diskanya)"},
    [MSG_EMPTY_FOLDER] = {"no file in this folder (names that begin with a dot are left out)",
                          "tidak ada berkas di folder ini (nama berawalan titik dilewati)"},
    [MSG_IS_FOLDER] = {"is a folder (give a file)", "adalah folder (beri berkas)"},
    [MSG_HTML] = {"HTML is not read (make it plain text first, for example with 'w3m -dump')",
                  "HTML tidak dibaca (jadikan teks biasa dahulu, misalnya dengan 'w3m -dump')"},
    [MSG_TOO_LONG] = {"longer than the limit of {1} bytes (split it)",
                      "lebih panjang daripada batas {1} bita (pecahlah)"},
    [MSG_BAD_UTF8] =
        {"malformed UTF-8 (repair it, name its character set with --encoding, or leave "
         "out --strict)",
         "UTF-8 tidak sah (perbaiki, sebut set karakternya dengan --encoding, atau "
         "hilangkan --strict)"},
    [MSG_BAD_UTF8_COUNT] = {"malformed UTF-8 read as U+FFFD, first here, in all: {1} (name the "
                            "character set with --encoding)",
                            "UTF-8 tidak sah dibaca sebagai U+FFFD, pertama di sini, semuanya: {1} "
                            "(sebut set karakternya dengan --encoding)"},
    [MSG_BAD_ENCODING_COUNT] =
        {"malformed {2} read as U+FFFD, first here, in all: {1} (check --encoding)",
         "{2} tidak sah dibaca sebagai U+FFFD, pertama di sini, semuanya: {1} (periksa "
         "--encoding)"},
    [MSG_READ_AS_WINDOWS_1252] =
        {"not UTF-8, read as windows-1252 (name another character set with "
         "--encoding)",
         "bukan UTF-8, dibaca sebagai windows-1252 (sebut set karakter "
         "lain dengan --encoding)"},
    [MSG_NOT_JSON] = {"not JSON: {1} (one object a line; for plain text use --from text)",
                      "bukan JSON: {1} (satu objek per baris; untuk teks biasa pakai --from text)"},
    [MSG_NOT_JSON_OBJECT] = {"not a JSON object (one object a line, {\"id\": .., \"text\": ..})",
                             "bukan objek JSON (satu objek per baris, {\"id\": .., \"text\": ..})"},
    [MSG_NO_TEXT_FIELD] = {"no field '{1}' (name the field of the text with --text-field)",
                           "tidak ada ruas '{1}' (sebut ruas teksnya dengan --text-field)"},
    [MSG_FIELD_NOT_TEXT] = {"field '{1}' is not a string (write it in quotes)",
                            "ruas '{1}' bukan string (tulis dalam tanda kutip)"},
    [MSG_TOO_MANY_ERRORS] = {"{1} bad records, ended (repair them or raise --max-errors)",
                             "{1} rekaman rusak, dihentikan (perbaiki atau naikkan --max-errors)"},
    [MSG_CANNOT_CREATE] = {"cannot be created: {1} (check the folder and its permissions)",
                           "tidak dapat dibuat: {1} (periksa folder dan izinnya)"},
    [MSG_CANNOT_WRITE] = {"cannot be written: {1} (the output is not complete)",
                          "tidak dapat ditulis: {1} (keluaran tidak lengkap)"},
    [MSG_LIST_LINE] = {"bad line in a list: {1} (see the files of dict/ for the form)",
                       "baris daftar rusak: {1} (lihat bentuknya pada berkas di dict/)"},
    [MSG_OPTION_RANGE] = {"option out of range: {1} (see --help)",
                          "opsi di luar batas: {1} (lihat --help)"},
    [MSG_DICTIONARY_BROKEN] = {"the dictionary is broken: {1} (install warta again)",
                               "kamus rusak: {1} (pasang ulang warta)"},
    [MSG_DF_HEADER] = {"not a file of document frequencies (make one with 'warta df')",
                       "bukan berkas frekuensi dokumen (buat dengan 'warta df')"},
    [MSG_DF_LINE] = {"bad line in a file of document frequencies: {1} (make it again)",
                     "baris berkas frekuensi dokumen rusak: {1} (buat ulang)"},
    [MSG_FINGERPRINT] = {"made with other rules, lists or options: {1} (make it again with 'warta "
                         "df')",
                         "dibuat dengan aturan, daftar, atau opsi lain: {1} (buat ulang dengan "
                         "'warta df')"},
    [MSG_INTERNAL] = {"internal error: {1} (please report it)",
                      "kesalahan dalam: {1} (mohon dilaporkan)"},
    [MSG_COUNT_TOO_LARGE] = {"a count is too large: {1} (split the input)",
                             "hitungan terlalu besar: {1} (pecahlah masukannya)"},
    [MSG_PAIR_LINE] = {"not a pair (write ID, a tab, ID)", "bukan pasangan (tulis ID, tab, ID)"},
    [MSG_UNKNOWN_ID] = {"no article with the id '{1}' (ids are the fields, or the names as given)",
                        "tidak ada artikel dengan id '{1}' (id adalah ruasnya, atau nama seperti "
                        "diberikan)"},
    [MSG_DOUBLE_ID] = {"more than one article has this id, the first is taken (make ids unique)",
                       "id ini dimiliki beberapa artikel, yang pertama dipakai (buat id unik)"},
    [MSG_TOO_MANY_PAIRS] = {"more than {1} pairs (keep fewer with --top or --min)",
                            "lebih dari {1} pasangan (sisakan sedikit dengan --top atau --min)"},
    [MSG_QUERY_COUNT] = {"a query is one article, here are {1} (give one)",
                         "kueri adalah satu artikel, di sini {1} (beri satu)"},
    [MSG_ARCHIVE_MISSING] = {"no such archive (make one with 'warta index add')",
                             "arsip tidak ada (buat dengan 'warta index add')"},
    [MSG_ARCHIVE_FOREIGN] = {"not an archive of warta, or its first bytes are damaged (check "
                             "the name)",
                             "bukan arsip warta, atau bita pertamanya rusak (periksa namanya)"},
    [MSG_ARCHIVE_VERSION] =
        {"an archive of another version of warta (use that one, or make it anew)",
         "arsip dari versi warta lain (pakai versi itu, atau buat baru)"},
    [MSG_ARCHIVE_DAMAGED] = {"the archive is damaged: {1} (restore a copy, or make it anew)",
                             "arsip rusak: {1} (pulihkan salinannya, atau buat baru)"},
    [MSG_ARCHIVE_BUSY] = {"another program is writing to the archive (try again, or raise --wait)",
                          "program lain sedang menulis ke arsip (coba lagi, atau naikkan --wait)"},
    [MSG_ARCHIVE_FORBIDDEN] = {"the archive may not be opened or written (check its permissions)",
                               "arsip tidak boleh dibuka atau ditulis (periksa izinnya)"},
    [MSG_ARCHIVE_FILE] = {"the archive could not be read or written: {1} (check the disk)",
                          "arsip tidak dapat dibaca atau ditulis: {1} (periksa diskanya)"},
    [MSG_ARCHIVE_FINGERPRINT] =
        {"the archive was made with other rules, lists or options: {1} (give "
         "the same options, or make it anew)",
         "arsip dibuat dengan aturan, daftar, atau opsi lain: {1} (beri opsi "
         "yang sama, atau buat baru)"},
    [MSG_ARCHIVE_UNKNOWN_ID] = {"no article with the id '{1}' (see 'warta index list')",
                                "tidak ada artikel dengan id '{1}' (lihat 'warta index list')"},
    [MSG_ARCHIVE_NO_ID] = {"an article without an id (name the field with --id-field)",
                           "artikel tanpa id (sebut ruasnya dengan --id-field)"},
    [MSG_NEEDS_ARCHIVE] = {"no archive given (see 'warta {1} --help')",
                           "arsip tidak diberikan (lihat 'warta {1} --help')"},
    [MSG_NEEDS_IDS] = {"no id given (see 'warta {1} --help')",
                       "id tidak diberikan (lihat 'warta {1} --help')"},
    [MSG_ARCHIVE_KEEPS] = {"this archive was made with texts (--without-text is for new ones)",
                           "arsip ini dibuat dengan teks (--without-text untuk yang baru)"},
    [MSG_WORD_KEYWORDS] = {"Keywords", "Kata kunci"},
    [MSG_WORD_WORDS] = {"words", "kata"},
    [MSG_WORD_WORD] = {"word", "kata"},
    [MSG_WORD_NOTHING_ALIKE] = {"No two articles share a term.",
                                "Tidak ada dua artikel yang berbagi istilah."},
    [MSG_WORD_NO_COPIES] = {"No near-copies.", "Tidak ada salinan."},
    [MSG_WORD_NO_GROUPS] = {"No two articles tell one story.",
                            "Tidak ada dua artikel dengan cerita yang sama."},
    [MSG_WORD_ORIGINAL] = {"Original", "Asli"},
    [MSG_WORD_FOLLOWUPS] = {"Shared background", "Latar yang sama"},
    [MSG_WORD_DOCUMENTS] = {"documents", "dokumen"},
    [MSG_WORD_DOCUMENT] = {"document", "dokumen"},
    [MSG_WORD_ARTICLES] = {"articles", "artikel"},
    [MSG_WORD_ARTICLE] = {"article", "artikel"},
    [MSG_WORD_NO_HITS] = {"No article found.", "Tidak ada artikel ditemukan."},
    [MSG_WORD_NO_FAULTS] = {"nothing is wrong", "tidak ada yang salah"},
    [MSG_WORD_FAULTS] = {"faults", "kesalahan"},
    [MSG_WORD_FAULT] = {"fault", "kesalahan"},
    [MSG_WORD_TERMS] = {"terms", "istilah"},
    [MSG_WORD_TERM] = {"term", "istilah"},
    [MSG_WORD_FINGERPRINT] = {"fingerprint", "sidik"},
    [MSG_WORD_SCORE] = {"score", "skor"},
    [MSG_WORD_GROUPS] = {"Groups", "Kelompok"},
    [MSG_WORD_IN_GROUPS] = {"articles in them", "artikel di dalamnya"},
    [MSG_WORD_ALONE] = {"alone", "sendiri"},
    [MSG_WORD_MB_A_SECOND] = {" MB/s", " MB/dtk"},
    [MSG_WORD_LEFT] = {"left", "lagi"},
    [MSG_HELP_USAGE] = {"Usage", "Pemakaian"},
    [MSG_HELP_SYNOPSIS] = {"warta COMMAND [options] [FILE|DIR|-]...",
                           "warta PERINTAH [opsi] [FILE|DIR|-]..."},
    [MSG_HELP_SOME_OPTIONS] = {"[options]", "[opsi]"},
    [MSG_HELP_COMMANDS] = {"Commands", "Perintah"},
    [MSG_HELP_OPTIONS] = {"Options", "Opsi"},
    [MSG_HELP_ALIAS] = {"Also", "Juga"},
    [MSG_HELP_MORE] = {"'warta COMMAND --help' tells the options of a command.",
                       "'warta PERINTAH --help' menerangkan opsi sebuah perintah."},
    [MSG_HELP_PURPOSE] = {"Reads Indonesian news and says what it is about.",
                          "Membaca berita berbahasa Indonesia dan menyebutkan isinya."},
};

void message_setup(language lang, bool quiet) {
  manner.lang = lang;
  manner.quiet = quiet;
}

language message_language(void) {
  return manner.lang;
}

const char *message_text(message_id id) {
  return texts[id][manner.lang];
}

const char *message_counted(message_id many, size_t count) {
  return message_text(count == 1 ? (message_id)(many + 1) : many);
}

/* A line is put together here and written at once: no heap, so that it works without memory
 * (which is told after message_write_diverted). */
typedef struct line {
  char bytes[1024];
  size_t len;
} line;

/* Each thread of a pool has its own, so that messages can be put in the order of the input. */
static _Thread_local buffer *diverted;

buffer *message_divert(buffer *to) {
  buffer *before = diverted;
  diverted = to;
  return before;
}

static void write_all(const char *bytes, size_t len) {
  size_t at = 0;
  while (at < len) {
    const ssize_t written = write(STDERR_FILENO, bytes + at, len - at);
    if (written < 0 && errno != EINTR) {
      break; /* nobody to tell */
    }
    at += written > 0 ? (size_t)written : 0;
  }
}

void message_write(const char *bytes, size_t len) {
  if (manner.shows_progress && len > 0) {
    message_progress(NULL, 0, true);
  }
  write_all(bytes, len);
}

/* "\r" and "erase to the end of the line": any terminal knows them. */
void message_progress(const char *text, size_t len, bool is_terminal) {
  static const char erase[] = "\r\x1B[K";
  if (is_terminal) {
    write_all(erase, manner.shows_progress || len > 0 ? sizeof erase - 1 : 0);
  }
  write_all(text, len);
  if (!is_terminal && len > 0) {
    write_all("\n", 1);
  }
  manner.shows_progress = is_terminal && len > 0;
}

void message_write_diverted(void) {
  const buffer *said = diverted;
  diverted = NULL;
  if (said != NULL) {
    message_write(said->data, said->len);
  }
}

static void line_flush(line *l) {
  if (diverted != NULL) {
    buffer_add(diverted, l->bytes, l->len);
  } else {
    message_write(l->bytes, l->len);
  }
  l->len = 0;
}

static void line_add(line *l, const char *bytes, size_t len) {
  for (size_t i = 0; i < len; i++) {
    if (l->len == sizeof l->bytes) {
      line_flush(l);
    }
    l->bytes[l->len++] = bytes[i];
  }
}

/* Text from outside: control characters must not reach the terminal. */
static void line_add_foreign(line *l, const char *text) {
  static const char hex[] = "0123456789ABCDEF";
  const size_t len = strlen(text);
  for (size_t at = 0; at < len;) {
    uint32_t value;
    bool malformed;
    const size_t step = codepoint_next(text + at, len - at, &value, &malformed);
    if (malformed) {
      line_add(l, "\xEF\xBF\xBD", 3);
    } else if (codepoint_is_control(value)) {
      for (size_t i = 0; i < step; i++) {
        const unsigned char byte = (unsigned char)text[at + i];
        const char escaped[4] = {'\\', 'x', hex[byte >> 4], hex[byte & 15]};
        line_add(l, escaped, 4);
      }
    } else {
      line_add(l, text + at, step);
    }
    at += step;
  }
}

static void line_add_filled(line *l, const char *text, const char *first, const char *second) {
  for (; *text != '\0'; text++) {
    if (text[0] == '{' && (text[1] == '1' || text[1] == '2') && text[2] == '}') {
      const char *argument = text[1] == '1' ? first : second;
      line_add_foreign(l, argument == NULL ? "" : argument);
      text += 2;
    } else {
      line_add(l, text, 1);
    }
  }
}

void message_error(const char *name, size_t place, message_id id, const char *first,
                   const char *second) {
  line l = {.len = 0};
  line_add(&l, "warta: ", 7);
  if (name != NULL) {
    line_add_foreign(&l, *name == '\0' ? "''" : name);
    if (place != MESSAGE_NO_PLACE) {
      char digits[NUMBER_SIZE];
      number_write_count(digits, place);
      line_add(&l, ":", 1);
      line_add(&l, digits, strlen(digits));
    }
    line_add(&l, ": ", 2);
  }
  line_add_filled(&l, message_text(id), first, second);
  line_add(&l, "\n", 1);
  line_flush(&l);
}

void message_warn(const char *name, size_t place, message_id id, const char *first,
                  const char *second) {
  if (!manner.quiet) {
    message_error(name, place, id, first, second);
  }
}

static int exit_code_of(warta_status status) {
  switch (status) {
  case WARTA_OK:
    return EXIT_DONE;
  case WARTA_ERR_ARGUMENT:
    return EXIT_USAGE;
  case WARTA_ERR_MEMORY:
    return EXIT_NO_MEMORY;
  case WARTA_ERR_LIMIT:
  case WARTA_ERR_ENCODING:
  case WARTA_ERR_DATA:
  case WARTA_ERR_MISMATCH:
    return EXIT_BAD_DATA;
  case WARTA_ERR_INTERNAL:
  case WARTA_ERR_STOPPED:
    return EXIT_INTERNAL;
  case WARTA_ERR_MISSING:
    return EXIT_NO_INPUT;
  case WARTA_ERR_BUSY:
    return EXIT_LOCKED;
  case WARTA_ERR_FILE:
    return EXIT_READ_WRITE;
  }
  return EXIT_INTERNAL;
}

static message_id message_of(warta_message id) {
  switch (id) {
  case WARTA_MSG_OUT_OF_MEMORY:
    return MSG_NO_MEMORY;
  case WARTA_MSG_OPTION_RANGE:
    return MSG_OPTION_RANGE;
  case WARTA_MSG_TEXT_TOO_LONG:
    return MSG_TOO_LONG;
  case WARTA_MSG_BAD_UTF8:
    return MSG_BAD_UTF8;
  case WARTA_MSG_LIST_LINE:
    return MSG_LIST_LINE;
  case WARTA_MSG_DICTIONARY_BROKEN:
    return MSG_DICTIONARY_BROKEN;
  case WARTA_MSG_DF_HEADER:
    return MSG_DF_HEADER;
  case WARTA_MSG_DF_LINE:
    return MSG_DF_LINE;
  case WARTA_MSG_FINGERPRINT:
    return MSG_FINGERPRINT;
  case WARTA_MSG_COUNT_TOO_LARGE:
    return MSG_COUNT_TOO_LARGE;
  case WARTA_MSG_ARCHIVE_MISSING:
    return MSG_ARCHIVE_MISSING;
  case WARTA_MSG_ARCHIVE_FOREIGN:
    return MSG_ARCHIVE_FOREIGN;
  case WARTA_MSG_ARCHIVE_VERSION:
    return MSG_ARCHIVE_VERSION;
  case WARTA_MSG_ARCHIVE_DAMAGED:
    return MSG_ARCHIVE_DAMAGED;
  case WARTA_MSG_ARCHIVE_BUSY:
    return MSG_ARCHIVE_BUSY;
  case WARTA_MSG_ARCHIVE_FORBIDDEN:
    return MSG_ARCHIVE_FORBIDDEN;
  case WARTA_MSG_ARCHIVE_FILE:
    return MSG_ARCHIVE_FILE;
  case WARTA_MSG_ARCHIVE_NO_ARTICLE:
  case WARTA_MSG_ARCHIVE_SQLITE:
  case WARTA_MSG_NONE:
  case WARTA_MSG_ICU:
  case WARTA_MSG_STOPPED:
    break;
  }
  return MSG_INTERNAL;
}

int message_library_error(const char *name, const warta_error *error) {
  const message_id id = message_of(error->message_id);
  size_t place = MESSAGE_NO_PLACE;
  if (error->line > 0) {
    place = error->line;
  } else if (id == MSG_BAD_UTF8) {
    place = error->offset;
  }
  const bool bare = id == MSG_INTERNAL && error->detail[0] == '\0';
  char room[DETAIL_BYTES];
  message_error(name, place, id, bare ? error->message : detail_text(room, error->detail), NULL);
  return id == MSG_ARCHIVE_FORBIDDEN ? EXIT_NOT_ALLOWED : exit_code_of(error->status);
}
