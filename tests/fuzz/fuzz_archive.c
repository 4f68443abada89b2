/* A damaged archive: an error, or the answers of the archive as it was; never a wrong one. */
#include "fuzz.h"

#include <warta/archive.h>

#include <string.h>
#include <unistd.h>

enum { ARTICLES = 3, ANSWER = 4096 };

/* What an archive says, as text. */
typedef struct answer {
  size_t len;
  char bytes[ANSWER];
} answer;

static struct {
  warta_analyzer *analyzer;
  warta_session *session;
  char folder[32];
  char path[48];
  uint8_t *bytes; /* the file as it was made */
  size_t len;
  answer right;
} room;

static void tell(answer *a, const char *text, size_t len) {
  const size_t left = sizeof a->bytes - a->len;
  const size_t part = len < left ? len : left;
  if (part > 0) {
    memcpy(a->bytes + a->len, text, part);
  }
  a->len += part;
}

static warta_text text_of(const char *text) {
  return (warta_text){text, strlen(text)};
}

static void fill(warta_archive *archive) {
  static const char *const texts[ARTICLES] = {
      "Banjir merendam pasar Benjeng. Pedagang mengungsikan dagangan.",
      "Harga cabai naik di pasar induk. Petani kekurangan pasokan cabai.",
      "Timnas menang atas tamunya. Pelatih memuji para pemain muda."};
  static const char *const ids[ARTICLES] = {"a", "b", "c"};
  for (size_t i = 0; i < ARTICLES; i++) {
    const warta_article article = {
        text_of(ids[i]), text_of(ids[i]), text_of(texts[i]), {NULL, 0}, {NULL, 0}};
    warta_document *document = NULL;
    MUST(warta_document_analyze(&document, room.session, texts[i], strlen(texts[i]), NULL, NULL) ==
         WARTA_OK);
    MUST(warta_archive_add(archive, document, &article, NULL) == WARTA_OK);
    warta_document_free(document);
  }
  MUST(warta_archive_commit(archive, NULL) == WARTA_OK);
}

static warta_status on_row(void *payload, const warta_archive_row *row) {
  tell(payload, row->article.id.text, row->article.id.len);
  tell(payload, row->article.text.text, row->article.text.len);
  return WARTA_OK;
}

static void on_fault(void *payload, const char *text) {
  (void)payload;
  MUST(*text != '\0');
}

static warta_status search(warta_archive *archive, answer *a) {
  warta_archive_hits *hits = NULL;
  const warta_status status =
      warta_archive_search(&hits, archive, room.session, text_of("banjir pasar"), 10, NULL);
  MUST((hits != NULL) == (status == WARTA_OK));
  for (size_t i = 0; hits != NULL && i < warta_archive_hits_count(hits); i++) {
    const warta_archive_hit hit = warta_archive_hits_at(hits, i);
    tell(a, hit.id, hit.id_len);
    tell(a, (const char *)&hit.score, sizeof hit.score);
  }
  warta_archive_hits_free(hits);
  return status;
}

static warta_status read_document(warta_archive *archive, answer *a) {
  warta_document *document = NULL;
  const warta_status status = warta_archive_document(&document, archive, 2, NULL);
  for (size_t i = 0; document != NULL && i < warta_document_term_count(document); i++) {
    const warta_term term = warta_document_term(document, i);
    tell(a, term.text, term.len);
  }
  warta_document_free(document);
  return status;
}

/* Everything that can be asked; WARTA_OK: *a holds all the answers. */
static warta_status ask(answer *a) {
  warta_archive *archive = NULL;
  size_t faults = 0;
  a->len = 0;
  warta_status status = warta_archive_open(&archive, room.path, room.analyzer, NULL, NULL);
  MUST((archive != NULL) == (status == WARTA_OK));
  if (status == WARTA_OK) {
    status = search(archive, a);
  }
  if (status == WARTA_OK) {
    status = warta_archive_each(archive, 1, on_row, a, NULL);
  }
  if (status == WARTA_OK) {
    status = read_document(archive, a);
  }
  if (archive != NULL) {
    (void)!warta_archive_check(archive, on_fault, NULL, &faults, NULL);
  }
  warta_archive_free(archive);
  return status;
}

static void write_file(const uint8_t *bytes, size_t len) {
  FILE *file = fopen(room.path, "wb");
  MUST(file != NULL && fwrite(bytes, 1, len, file) == len);
  MUST(fclose(file) == 0);
}

static void read_file(void) {
  FILE *file = fopen(room.path, "rb");
  MUST(file != NULL && fseek(file, 0, SEEK_END) == 0);
  room.len = (size_t)ftell(file);
  room.bytes = malloc(room.len);
  MUST(room.bytes != NULL && fseek(file, 0, SEEK_SET) == 0);
  MUST(fread(room.bytes, 1, room.len, file) == room.len && fclose(file) == 0);
}

static void leave(void) {
  (void)unlink(room.path);
  (void)rmdir(room.folder);
}

static void make_room(void) {
  warta_archive *archive = NULL;
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  options.mode = WARTA_ARCHIVE_CREATE;
  (void)strcpy(room.folder, "/tmp/warta-fuzz-XXXXXX");
  MUST(mkdtemp(room.folder) != NULL && atexit(leave) == 0);
  (void)snprintf(room.path, sizeof room.path, "%s/a.db", room.folder);
  MUST(warta_analyzer_open(&room.analyzer, NULL, NULL) == WARTA_OK);
  MUST(warta_session_open(&room.session, room.analyzer, NULL) == WARTA_OK);
  MUST(warta_archive_open(&archive, room.path, room.analyzer, &options, NULL) == WARTA_OK);
  fill(archive);
  warta_archive_free(archive);
  read_file();
  MUST(ask(&room.right) == WARTA_OK && room.right.len > 0);
}

/* First byte 0: the rest is the file. 1: the archive, cut off. Else: bytes of it changed, three
 * bytes each: where, and by what. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  static answer found;
  if (room.analyzer == NULL) {
    make_room();
  }
  const unsigned kind = fuzz_take(&data, &len);
  size_t kept = room.len;
  uint8_t *copy = malloc(room.len);
  MUST(copy != NULL);
  memcpy(copy, room.bytes, room.len);
  if (kind == 1 && len >= 2) {
    kept = ((size_t)data[0] << 8 | data[1]) * room.len >> 16;
  }
  for (; kind > 1 && len >= 3; data += 3, len -= 3) {
    copy[((size_t)data[0] << 8 | data[1]) * room.len >> 16] ^= data[2];
  }
  if (kind == 0) {
    write_file(data, len);
  } else {
    write_file(copy, kept);
  }
  const warta_status status = ask(&found);
  if (status == WARTA_OK && kind > 0) {
    MUST(found.len == room.right.len && memcmp(found.bytes, room.right.bytes, found.len) == 0);
  }
  free(copy);
  return 0;
}
