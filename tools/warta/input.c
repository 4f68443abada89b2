#include "input.h"

#include "detail.h"
#include "encoding.h"
#include "exits.h"
#include "folder.h"
#include "html.h"
#include "json_read.h"
#include "number.h"
#include "reader.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <warta/token.h>

/* The fields of a record, in this order. */
enum { FIELD_ID, FIELD_TITLE, FIELD_TEXT, FIELD_DATE, FIELD_SOURCE, FIELDS };

struct input {
  const settings *options;
  tally *counts;
  char **pending; /* a stack: the next path is the last */
  size_t pending_count;
  char *path; /* of the open file; NULL if none */
  reader file;
  bool is_lines;
  size_t line;
  size_t closed_bytes; /* of the files before */
  buffer name; /* for messages, and the id of a line without one */
  buffer scratch; /* decoded bytes */
  buffer whole; /* lines of a file that had to be decoded as a whole */
  json_field fields[FIELDS];
  buffer strings; /* of the fields */
  void (*wait_fn)(void *payload);
  void *payload;
};

static void push(input *in, char *path) {
  in->pending = memory_resize(in->pending, in->pending_count + 1, sizeof *in->pending);
  in->pending[in->pending_count++] = path;
}

input *input_open(const settings *s, tally *t, char *const *paths, size_t count) {
  input *in = memory_new(1, sizeof *in);
  in->options = s;
  in->counts = t;
  in->file.fd = -1;
  in->fields[FIELD_ID].name = s->id_field;
  in->fields[FIELD_TITLE].name = s->title_field;
  in->fields[FIELD_TEXT].name = s->text_field;
  in->fields[FIELD_DATE].name = s->date_field;
  in->fields[FIELD_SOURCE].name = s->source_field;
  for (size_t i = count; i > 0; i--) {
    push(in, memory_copy(paths[i - 1], strlen(paths[i - 1])));
  }
  if (count == 0) {
    push(in, memory_copy("-", 1));
  }
  return in;
}

void input_on_wait(input *in, void (*fn)(void *payload), void *payload) {
  in->wait_fn = fn;
  in->payload = payload;
}

size_t input_bytes(const input *in) {
  return in->closed_bytes + in->file.total;
}

static void close_file(input *in) {
  in->closed_bytes += in->file.total;
  in->file.total = 0;
  reader_close(&in->file);
  free(in->path);
  in->path = NULL;
  in->is_lines = false;
  in->line = 0;
}

void input_close(input *in) {
  close_file(in);
  while (in->pending_count > 0) {
    free(in->pending[--in->pending_count]);
  }
  free(in->pending);
  buffer_free(&in->name);
  buffer_free(&in->scratch);
  buffer_free(&in->whole);
  buffer_free(&in->strings);
  free(in);
}

static int code_of_open_error(int error) {
  if (error == EACCES || error == EPERM) {
    return EXIT_NOT_ALLOWED;
  }
  return error == ENOENT || error == ENOTDIR || error == ELOOP ? EXIT_NO_INPUT : EXIT_READ_WRITE;
}

static int tell_open_error(const char *path, int error) {
  if (error == ENOMEM) {
    memory_fail(); /* opendir allocates */
  }
  const int code = code_of_open_error(error);
  if (code == EXIT_NO_INPUT) {
    message_error(path, MESSAGE_NO_PLACE, MSG_NO_SUCH_FILE, NULL, NULL);
  } else if (code == EXIT_NOT_ALLOWED) {
    message_error(path, MESSAGE_NO_PLACE, MSG_NOT_ALLOWED, NULL, NULL);
  } else {
    message_error(path, MESSAGE_NO_PLACE, MSG_CANNOT_OPEN, detail_errno(error), NULL);
  }
  return code;
}

static int tell_read_error(const char *path, const reader *r) {
  char digits[NUMBER_SIZE];
  if (r->too_long) {
    number_write_count(digits, WARTA_TEXT_MAX);
    message_error(path, MESSAGE_NO_PLACE, MSG_TOO_LONG, digits, NULL);
    return EXIT_BAD_DATA;
  }
  message_error(path, MESSAGE_NO_PLACE, MSG_CANNOT_READ, detail_errno(r->error), NULL);
  return EXIT_READ_WRITE;
}

static bool is_folder(int fd) {
  struct stat info;
  return fstat(fd, &info) == 0 && S_ISDIR(info.st_mode);
}

int input_read_file(buffer *out, const char *path) {
  reader r;
  const int error = reader_open(&r, path);
  if (error != 0) {
    return tell_open_error(path, error);
  }
  int code = EXIT_DONE;
  if (is_folder(r.fd)) {
    message_error(path, MESSAGE_NO_PLACE, MSG_IS_FOLDER, NULL, NULL);
    code = EXIT_NO_INPUT;
  } else if (!reader_fill_all(&r)) {
    code = tell_read_error(path, &r);
  } else {
    *out = r.bytes;
    r.bytes = (buffer){NULL, 0, 0};
  }
  reader_close(&r);
  return code;
}

static void open_folder(input *in) {
  folder_list list;
  const int error = folder_read(&list, in->path);
  if (error != 0) {
    tally_bad(in->counts, tell_open_error(in->path, error));
    return;
  }
  if (list.count == 0) {
    message_warn(in->path, MESSAGE_NO_PLACE, MSG_EMPTY_FOLDER, NULL, NULL);
  }
  for (size_t i = list.count; i > 0; i--) {
    push(in, list.paths[i - 1]);
    list.paths[i - 1] = NULL;
  }
  folder_free(&list);
}

/* '{' and then a name or '}': no article begins so. */
static bool looks_like_json(const char *bytes, size_t len) {
  size_t at = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  size_t brackets = 0;
  for (; at < len; at++) {
    const char c = bytes[at];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      continue;
    }
    if (brackets == 1) {
      return c == '"' || c == '}';
    }
    if (c != '{') {
      return false;
    }
    brackets++;
  }
  return false;
}

/* Tells what the decoding met; false if the bytes are refused (--strict). */
static bool accept_decoded(input *in, const decoded *d, const char *name) {
  char digits[NUMBER_SIZE];
  const bool is_guess = d->kind == ENCODING_WINDOWS_1252;
  if (in->options->strict != 0 && (d->bad_count > 0 || is_guess)) {
    message_error(name, d->bad_offset, MSG_BAD_UTF8, NULL, NULL);
    return false;
  }
  number_write_count(digits, d->bad_count);
  if (is_guess) {
    message_warn(name, d->bad_offset, MSG_READ_AS_WINDOWS_1252, NULL, NULL);
  } else if (d->bad_count > 0 && d->kind == ENCODING_UTF8) {
    message_warn(name, d->bad_offset, MSG_BAD_UTF8_COUNT, digits, NULL);
  } else if (d->bad_count > 0) {
    const char *charset = d->kind == ENCODING_NAMED ? in->options->encoding : "UTF-16/32";
    message_warn(name, d->bad_offset, MSG_BAD_ENCODING_COUNT, digits, charset);
  }
  return true;
}

/* Lines are decoded one by one, so that a stream flows; where a line's end is not one byte, or a
 * character set is named, the whole file is decoded first. */
static bool open_lines(input *in) {
  const bool by_line = in->options->encoding == NULL &&
                       encoding_detect(in->file.bytes.data, in->file.bytes.len) == ENCODING_UTF8;
  in->is_lines = true;
  if (by_line) {
    return true;
  }
  if (!reader_fill_all(&in->file)) {
    tally_bad(in->counts, tell_read_error(in->path, &in->file));
    return false;
  }
  decoded d;
  encoding_decode(&d, &in->whole, in->file.bytes.data, in->file.bytes.len, in->options->encoding);
  if (!accept_decoded(in, &d, in->path)) {
    tally_bad(in->counts, EXIT_BAD_DATA);
    return false;
  }
  if (d.text == in->whole.data) {
    const buffer swapped = in->file.bytes;
    in->file.bytes = in->whole;
    in->whole = swapped;
  }
  return true;
}

static bool read_plain(input *in, record *out) {
  if (!reader_fill_all(&in->file)) {
    tally_bad(in->counts, tell_read_error(in->path, &in->file));
    return false;
  }
  decoded d;
  const char *bytes = in->file.bytes.data == NULL ? "" : in->file.bytes.data;
  encoding_decode(&d, &in->scratch, bytes, in->file.bytes.len, in->options->encoding);
  if (!accept_decoded(in, &d, in->path)) {
    tally_bad(in->counts, EXIT_BAD_DATA);
    return false;
  }
  if (html_is(d.text, d.len)) {
    message_error(in->path, MESSAGE_NO_PLACE, MSG_HTML, NULL, NULL);
    tally_bad(in->counts, EXIT_BAD_DATA);
    return false;
  }
  *out = (record){.name = in->path, .id = {in->path, strlen(in->path)}, .text = {d.text, d.len}};
  return true;
}

static void set_line_name(input *in) {
  char digits[NUMBER_SIZE];
  number_write_count(digits, in->line);
  buffer_clear(&in->name);
  buffer_add_text(&in->name, in->path);
  buffer_add_char(&in->name, ':');
  buffer_add(&in->name, digits, strlen(digits) + 1);
}

/* A number as id, too: as it is written. */
static warta_text text_of(const json_field *field) {
  return field->is_there ? field->value : (warta_text){NULL, 0};
}

static bool bad_line(input *in, message_id id, const char *detail) {
  message_error(in->name.data, MESSAGE_NO_PLACE, id, detail, NULL);
  tally_bad(in->counts, EXIT_BAD_DATA);
  return false;
}

static bool is_blank(const char *bytes, size_t len) {
  for (size_t i = 0; i < len; i++) {
    if (bytes[i] == '\0' || strchr(" \t\r\n", bytes[i]) == NULL) {
      return false;
    }
  }
  return true;
}

static bool parse_line(input *in, const char *bytes, size_t len) {
  const char *why;
  const json_result result =
      json_read((warta_text){bytes, len}, in->fields, FIELDS, &in->strings, &why);
  if (result == JSON_WRONG) {
    return bad_line(in, MSG_NOT_JSON, why);
  }
  return result == JSON_OBJECT || bad_line(in, MSG_NOT_JSON_OBJECT, NULL);
}

static bool fill_record(input *in, record *out) {
  const settings *s = in->options;
  const json_field *fields = in->fields;
  if (!fields[FIELD_TEXT].is_there) {
    return bad_line(in, MSG_NO_TEXT_FIELD, s->text_field);
  }
  if (!fields[FIELD_TEXT].is_string) {
    return bad_line(in, MSG_FIELD_NOT_TEXT, s->text_field);
  }
  *out = (record){.name = in->name.data,
                  .id = text_of(&fields[FIELD_ID]),
                  .title = text_of(&fields[FIELD_TITLE]),
                  .text = fields[FIELD_TEXT].value,
                  .date = text_of(&fields[FIELD_DATE]),
                  .source = text_of(&fields[FIELD_SOURCE])};
  if (html_is(out->text.text, out->text.len)) {
    return bad_line(in, MSG_HTML, NULL);
  }
  if (out->text.len > WARTA_TEXT_MAX) {
    char digits[NUMBER_SIZE];
    number_write_count(digits, WARTA_TEXT_MAX);
    return bad_line(in, MSG_TOO_LONG, digits);
  }
  if (out->id.text == NULL) {
    out->id = (warta_text){in->name.data, strlen(in->name.data)};
  }
  return true;
}

/* False if there is no line left or the tally says stop. */
static bool next_decoded_line(input *in, decoded *d) {
  warta_text line;
  while (!in->counts->stopped && reader_next_line(&in->file, &line)) {
    in->line++;
    set_line_name(in);
    if (in->line == 1 && line.len >= 3 && memcmp(line.text, "\xEF\xBB\xBF", 3) == 0) {
      line = (warta_text){line.text + 3, line.len - 3};
    }
    encoding_decode(d, &in->scratch, line.text, line.len,
                    in->options->encoding == NULL ? NULL : "UTF-8");
    if (accept_decoded(in, d, in->name.data)) {
      return true;
    }
    tally_bad(in->counts, EXIT_BAD_DATA);
  }
  if (in->file.error != 0 || in->file.too_long) {
    tally_bad(in->counts, tell_read_error(in->path, &in->file));
  }
  return false;
}

static bool next_json_record(input *in, record *out) {
  decoded d;
  while (next_decoded_line(in, &d)) {
    if (!is_blank(d.text, d.len) && parse_line(in, d.text, d.len) && fill_record(in, out)) {
      return true;
    }
  }
  return false;
}

/* Opens the next path that is a file; false if there is none. */
static bool open_next(input *in) {
  while (!in->counts->stopped && in->pending_count > 0) {
    close_file(in);
    in->path = in->pending[--in->pending_count];
    const int error = reader_open(&in->file, in->path);
    in->file.wait_fn = in->wait_fn;
    in->file.payload = in->payload;
    if (error != 0) {
      tally_bad(in->counts, tell_open_error(in->path, error));
    } else if (is_folder(in->file.fd)) {
      open_folder(in);
    } else if (!reader_fill_start(&in->file)) {
      tally_bad(in->counts, tell_read_error(in->path, &in->file));
    } else {
      return true;
    }
  }
  return false;
}

static bool wants_json(const input *in) {
  if (in->options->from != FROM_AUTO) {
    return in->options->from == FROM_JSONL;
  }
  const buffer *start = &in->file.bytes;
  if (in->options->encoding == NULL && start->len > 0 &&
      encoding_detect(start->data, start->len) != ENCODING_UTF8) {
    buffer scratch = {NULL, 0, 0};
    decoded d;
    encoding_decode(&d, &scratch, start->data, start->len & ~(size_t)3, NULL);
    const bool is_json = looks_like_json(d.text, d.len);
    buffer_free(&scratch);
    return is_json;
  }
  return looks_like_json(start->data, start->len);
}

bool input_next(input *in, record *out) {
  while (!in->counts->stopped) {
    if (in->is_lines) {
      if (next_json_record(in, out)) {
        return true;
      }
      in->is_lines = false;
    }
    if (in->counts->stopped || !open_next(in)) {
      return false;
    }
    if (wants_json(in)) {
      in->is_lines = open_lines(in);
    } else if (read_plain(in, out)) {
      return true;
    }
  }
  return false;
}

bool input_next_line(input *in, warta_text *out) {
  decoded d;
  for (;;) {
    if (in->is_lines && next_decoded_line(in, &d)) {
      *out = (warta_text){d.text, d.len};
      return true;
    }
    in->is_lines = false;
    if (!open_next(in)) {
      return false;
    }
    in->is_lines = open_lines(in);
  }
}
