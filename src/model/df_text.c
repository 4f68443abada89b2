#include "df_data.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "mem.h"
#include "status.h"
#include "utf8.h"

static const char HEAD[] = "#warta-df 1 documents=";
static const char HEAD_FINGERPRINT[] = " fingerprint=";

/* Pieces of about this size go to the writer at once. */
enum { WRITE_BYTES = 1 << 16 };

/* Terms come from words and hold no such bytes; but a table must not be broken by one that does.
 * Other control characters are written as \xHH. */
static bool append_term(wi_buf *out, wi_str term) {
  static const char HEX[] = "0123456789abcdef";
  static const char PLAIN[] = "\t\n\r\\";
  static const char LETTERS[] = "tnr\\";
  bool fits = true;
  for (size_t i = 0; i < term.len && fits; i++) {
    const unsigned char byte = (unsigned char)term.ptr[i];
    const char *known = byte == 0 ? NULL : strchr(PLAIN, byte);
    if (known != NULL) {
      const char escaped[] = {'\\', LETTERS[known - PLAIN]};
      fits = wi_buf_append(out, (wi_str){escaped, sizeof escaped});
    } else if (byte < ' ' || byte == 0x7F) {
      const char escaped[] = {'\\', 'x', HEX[byte >> 4], HEX[byte & 15]};
      fits = wi_buf_append(out, (wi_str){escaped, sizeof escaped});
    } else {
      fits = wi_buf_push(out, term.ptr[i]);
    }
  }
  return fits;
}

typedef struct sorted_row {
  wi_str term; /* as it is written */
  uint32_t df;
} sorted_row;

static int by_bytes(const void *left, const void *right) {
  const sorted_row *a = left;
  const sorted_row *b = right;
  return wi_str_compare(a->term, b->term);
}

/* Lines are sorted as they are written, escapes and all, so that sort(1) in the C locale agrees.
 * *count rows; NULL without memory. The escaped terms lie in the arena. */
static sorted_row *sort_rows(const warta_df *df, wi_arena *arena, size_t *count) {
  sorted_row *rows = wi_mem_new(df->terms.count, sizeof *rows);
  wi_buf escaped = wi_buf_make(SIZE_MAX);
  bool fits = rows != NULL;
  *count = 0;
  for (uint32_t id = 0; id < df->terms.count && fits; id++) {
    if (df->counts[id] == 0) {
      continue;
    }
    wi_buf_clear(&escaped);
    fits = append_term(&escaped, wi_strmap_key(&df->terms, id));
    const wi_str term = fits ? wi_arena_copy(arena, wi_buf_str(&escaped)) : (wi_str){NULL, 0};
    fits = fits && term.ptr != NULL;
    rows[(*count)++] = (sorted_row){term, df->counts[id]};
  }
  wi_buf_free(&escaped);
  if (!fits) {
    wi_mem_free(rows);
    return NULL;
  }
  if (*count > 1) {
    qsort(rows, *count, sizeof *rows, by_bytes);
  }
  return rows;
}

typedef struct writer {
  wi_buf out;
  warta_write_fn fn;
  void *payload;
} writer;

static warta_status flush(writer *to, warta_error *error) {
  const warta_status status = to->fn(to->payload, to->out.ptr, to->out.len);
  wi_buf_clear(&to->out);
  if (status != WARTA_OK) {
    wi_status_fail(error, WARTA_MSG_STOPPED, NULL);
    if (error != NULL) {
      error->status = status;
    }
  }
  return status;
}

static bool append_row(wi_buf *out, const sorted_row *row) {
  char digits[16];
  const int len = snprintf(digits, sizeof digits, "\t%" PRIu32 "\n", row->df);
  return wi_buf_append(out, row->term) && wi_buf_append(out, (wi_str){digits, (size_t)len});
}

static warta_status write_rows(writer *to, const sorted_row *rows, size_t count,
                               warta_error *error) {
  for (size_t i = 0; i < count; i++) {
    if (!append_row(&to->out, &rows[i])) {
      return wi_status_no_memory(error);
    }
    if (to->out.len >= WRITE_BYTES) {
      const warta_status status = flush(to, error);
      if (status != WARTA_OK) {
        return status;
      }
    }
  }
  return to->out.len > 0 ? flush(to, error) : WARTA_OK;
}

warta_status warta_df_write(const warta_df *df, warta_write_fn fn, void *payload,
                            warta_error *error) {
  wi_status_clear(error);
  if (df->builtin != NULL) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "the built-in table is not written");
  }
  char head[80];
  const int len = snprintf(head, sizeof head, "%s%" PRIu32 "%s%016" PRIx64 "\n", HEAD,
                           df->documents, HEAD_FINGERPRINT, df->fingerprint);
  wi_arena arena = {NULL};
  size_t count = 0;
  sorted_row *rows = sort_rows(df, &arena, &count);
  writer to = {wi_buf_make(SIZE_MAX), fn, payload};
  warta_status status = WARTA_OK;
  if (rows == NULL || !wi_buf_append(&to.out, (wi_str){head, (size_t)len})) {
    status = wi_status_no_memory(error);
  } else {
    status = write_rows(&to, rows, count, error);
  }
  wi_buf_free(&to.out);
  wi_mem_free(rows);
  wi_arena_free(&arena);
  return status;
}

static int hex_value(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* One escape behind its backslash; the bytes it takes, or 0 if it is none. */
static size_t read_escape(wi_str rest, char *byte) {
  static const char LETTERS[] = "tnr\\";
  static const char PLAIN[] = "\t\n\r\\";
  const char *known = rest.len == 0 || rest.ptr[0] == '\0' ? NULL : strchr(LETTERS, rest.ptr[0]);
  if (known != NULL) {
    *byte = PLAIN[known - LETTERS];
    return 1;
  }
  if (rest.len < 3 || rest.ptr[0] != 'x' || hex_value(rest.ptr[1]) < 0 ||
      hex_value(rest.ptr[2]) < 0) {
    return 0;
  }
  *byte = (char)(hex_value(rest.ptr[1]) * 16 + hex_value(rest.ptr[2]));
  return 3;
}

typedef struct reader {
  warta_df *df;
  wi_str last; /* the term of the line before, as written */
  wi_buf term; /* the term at hand without its escapes */
  size_t line;
} reader;

static warta_status fail_line(const reader *from, const char *what, warta_error *error) {
  return wi_status_fail_line(error, WARTA_MSG_DF_LINE, what, from->line);
}

static warta_status read_term(reader *from, wi_str written, warta_error *error) {
  wi_buf_clear(&from->term);
  for (size_t i = 0; i < written.len; i++) {
    char byte = written.ptr[i];
    if ((unsigned char)byte < ' ' || byte == 0x7F) {
      return fail_line(from, "control character in a term", error);
    }
    if (byte == '\\') {
      const size_t used = read_escape(wi_str_slice(written, i + 1, written.len), &byte);
      if (used == 0) {
        return fail_line(from, "bad escape", error);
      }
      i += used;
    }
    if (!wi_buf_push(&from->term, byte)) {
      return wi_status_no_memory(error);
    }
  }
  return WARTA_OK;
}

static warta_status read_line(reader *from, wi_str line, warta_error *error) {
  wi_str rest = line;
  const wi_str written = wi_str_cut(&rest, '\t');
  uint32_t count = 0;
  if (rest.ptr == NULL) {
    return fail_line(from, "no tab", error);
  }
  if (written.len == 0) {
    return fail_line(from, "empty term", error);
  }
  if (!wi_str_to_u32(rest, &count) || (rest.len > 1 && rest.ptr[0] == '0')) {
    return fail_line(from, "bad number", error);
  }
  if (count == 0 || count > from->df->documents) {
    return fail_line(from, "count is 0 or over the number of documents", error);
  }
  if (from->last.ptr != NULL && wi_str_compare(from->last, written) >= 0) {
    return fail_line(from, wi_str_equal(from->last, written) ? "term twice" : "not sorted", error);
  }
  from->last = written;
  const warta_status status = read_term(from, written, error);
  if (status != WARTA_OK) {
    return status;
  }
  size_t first = 0;
  if (wi_utf8_count_bad(wi_buf_str(&from->term), &first) > 0) {
    return fail_line(from, "not UTF-8", error);
  }
  const uint32_t known = from->df->terms.count;
  if (!wi_df_count(from->df, wi_buf_str(&from->term), count)) {
    return wi_status_no_memory(error);
  }
  /* Two spellings of one term, by escapes that were not needed. */
  return from->df->terms.count == known ? fail_line(from, "term twice", error) : WARTA_OK;
}

static bool read_head(warta_df *df, wi_str line) {
  const wi_str head = {HEAD, sizeof HEAD - 1};
  const wi_str mark = {HEAD_FINGERPRINT, sizeof HEAD_FINGERPRINT - 1};
  if (!wi_str_starts(line, head)) {
    return false;
  }
  wi_str rest = wi_str_slice(line, head.len, line.len);
  const wi_str documents = wi_str_cut(&rest, ' ');
  if (rest.ptr == NULL || !wi_str_to_u32(documents, &df->documents)) {
    return false;
  }
  /* The space that was cut off belongs to the mark. */
  rest = (wi_str){rest.ptr - 1, rest.len + 1};
  return wi_str_starts(rest, mark) &&
         wi_str_to_hex64(wi_str_slice(rest, mark.len, rest.len), &df->fingerprint);
}

static warta_status read_text(reader *from, wi_str text, warta_error *error) {
  wi_str rest = text;
  from->line = 1;
  if (!read_head(from->df, wi_str_cut(&rest, '\n'))) {
    return wi_status_fail_line(error, WARTA_MSG_DF_HEADER, NULL, 1);
  }
  while (rest.len > 0) {
    from->line++;
    const wi_str line = wi_str_cut(&rest, '\n');
    if (rest.ptr == NULL) {
      return fail_line(from, "cut off: no line end", error);
    }
    const warta_status status = read_line(from, line, error);
    if (status != WARTA_OK) {
      return status;
    }
  }
  return WARTA_OK;
}

warta_status warta_df_read(warta_df **out, const char *text, size_t len, warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_df *df = wi_mem_new(1, sizeof *df);
  if (df == NULL) {
    return wi_status_no_memory(error);
  }
  df->terms = wi_strmap_make();
  reader from = {.df = df, .term = wi_buf_make(SIZE_MAX)};
  const warta_status status = read_text(&from, (wi_str){text, len}, error);
  wi_buf_free(&from.term);
  if (status != WARTA_OK) {
    warta_df_free(df);
    return status;
  }
  *out = df;
  return WARTA_OK;
}
