#include "lists.h"

#include <stdio.h>
#include <string.h>

#include "entries.h"
#include "label_compile.h"
#include "pack.h"
#include "packed.h"
#include "status.h"
#include "trees.h"

typedef struct target {
  pack table;
  wi_buf *bytes; /* stems, or label patterns */
  wi_label_source patterns;
  wi_format_meta *meta;
} target;

static warta_status refuse(const wi_entry *entry, const char *what, warta_error *error) {
  char detail[96];
  const int len = entry->word.len < 48 ? (int)entry->word.len : 48;
  (void)snprintf(detail, sizeof detail, "%.*s: %s", len, entry->word.ptr, what);
  return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, detail, entry->line);
}

/* Puts the entry with its value. It may stand twice (Lt.: floor and lieutenant) if both agree. */
static warta_status put_once(target *t, const wi_entry *entry, uint32_t value, warta_error *error) {
  if (entry->takes_away) {
    return refuse(entry, "nothing to take away from", error);
  }
  const uint32_t *known = pack_find(&t->table, entry->word);
  if (known != NULL && *known != value) {
    return refuse(entry, "stands twice, and differs", error);
  }
  return pack_put(&t->table, entry->word, value) ? WARTA_OK : wi_status_no_memory(error);
}

static bool read_list(target *t, const source *list, wi_list_kind kind, wi_entry_fn fn) {
  warta_error error = {0};
  t->table = pack_make();
  return wi_entries_read(kind, source_text(list), fn, t, &error) == WARTA_OK ||
         source_fail(list->path, error.line, error.detail);
}

static bool finish(target *t, bool ok, uint32_t width, wi_buf *table) {
  ok = ok && pack_write(&t->table, width, table);
  pack_free(&t->table);
  return ok;
}

static warta_status add_exception(void *payload, const wi_entry *entry, warta_error *error) {
  target *t = payload;
  const uint32_t offset = (uint32_t)t->bytes->len;
  if (!wi_buf_push(t->bytes, (char)(uint8_t)entry->value.len) ||
      !wi_buf_append(t->bytes, entry->value)) {
    return wi_status_no_memory(error);
  }
  return put_once(t, entry, offset, error);
}

bool lists_write_exceptions(const source *list, wi_buf *table, wi_buf *stems) {
  target t = {.bytes = stems};
  const bool ok = read_list(&t, list, WI_LIST_EXCEPTIONS, add_exception);
  return finish(&t, ok, sizeof(uint32_t), table);
}

static warta_status add_stopword(void *payload, const wi_entry *entry, warta_error *error) {
  if (entry->number == WARTA_STOP_USER) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "word before the first [section]",
                               entry->line);
  }
  return put_once(payload, entry, entry->number, error);
}

bool lists_write_stopwords(const source *list, wi_buf *table) {
  target t = {0};
  const bool ok = read_list(&t, list, WI_LIST_STOPWORDS, add_stopword);
  return finish(&t, ok, 1, table);
}

/* An entry of a list whose words all stand under a section. */
static warta_status add_kind(void *payload, const wi_entry *entry, warta_error *error) {
  if (entry->number == 0) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "word before the first [section]",
                               entry->line);
  }
  return put_once(payload, entry, entry->number, error);
}

bool lists_write_roles(const source *list, wi_buf *table) {
  target t = {0};
  const bool ok = read_list(&t, list, WI_LIST_ROLES, add_kind);
  return finish(&t, ok, 1, table);
}

bool lists_write_units(const source *list, wi_buf *table) {
  target t = {0};
  const bool ok = read_list(&t, list, WI_LIST_UNITS, add_kind);
  return finish(&t, ok, 1, table);
}

static warta_status add_abbreviation(void *payload, const wi_entry *entry, warta_error *error) {
  target *t = payload;
  if (entry->word.len > t->meta->abbreviation_max) {
    t->meta->abbreviation_max = (uint32_t)entry->word.len;
  }
  return put_once(t, entry, entry->number, error);
}

bool lists_write_abbreviations(const source *list, wi_buf *table, wi_format_meta *meta) {
  target t = {.meta = meta};
  const bool ok = read_list(&t, list, WI_LIST_ABBREVIATIONS, add_abbreviation);
  return finish(&t, ok, 1, table);
}

static bool append_piece(wi_buf *out, wi_str piece) {
  const uint16_t len = (uint16_t)piece.len;
  return wi_buf_append(out, (wi_str){(const char *)&len, sizeof len}) && wi_buf_append(out, piece);
}

static warta_status add_label(void *payload, const wi_entry *entry, warta_error *error) {
  target *t = payload;
  const wi_label_pattern pattern = {entry->word, entry->value, entry->pattern, entry->line};
  if (entry->takes_away) {
    return refuse(entry, "nothing to take away from", error);
  }
  t->meta->label_count++;
  return append_piece(t->bytes, entry->word) && append_piece(t->bytes, entry->value) &&
                 append_piece(t->bytes, entry->pattern) &&
                 wi_label_source_add(&t->patterns, pattern)
             ? WARTA_OK
             : wi_status_no_memory(error);
}

bool lists_write_labels(const source *list, wi_buf *section, wi_buf *image, wi_format_meta *meta) {
  target t = {.bytes = section, .meta = meta};
  warta_error error = {0};
  bool ok = read_list(&t, list, WI_LIST_LABEL_PATTERNS, add_label);
  if (ok && wi_label_compile(image, &t.patterns, &error) != WARTA_OK) {
    ok = source_fail(list->path, error.line, error.detail);
  }
  wi_label_source_free(&t.patterns);
  pack_free(&t.table);
  return ok;
}

/* "#warta-df 1 documents=N fingerprint=F" */
static bool read_df_head(wi_str line, wi_format_meta *meta) {
  const wi_str documents = WI_STR("#warta-df 1 documents=");
  const wi_str fingerprint = WI_STR("fingerprint=");
  if (!wi_str_starts(line, documents)) {
    return false;
  }
  wi_str rest = wi_str_slice(line, documents.len, line.len);
  const wi_str number = wi_str_cut(&rest, ' ');
  return wi_str_to_u32(number, &meta->background_documents) && rest.ptr != NULL &&
         wi_str_starts(rest, fingerprint) &&
         wi_str_to_hex64(wi_str_trim(wi_str_slice(rest, fingerprint.len, rest.len)),
                         &meta->background_fingerprint);
}

static bool read_df_line(pack *table, wi_str line, wi_str *before, uint32_t documents) {
  uint32_t df = 0;
  wi_str rest = line;
  const wi_str term = wi_str_cut(&rest, '\t');
  if (term.len == 0 || term.len > WI_PACKED_KEY_MAX || rest.ptr == NULL ||
      !wi_str_to_u32(rest, &df) || df > documents || wi_str_compare(*before, term) >= 0) {
    return false;
  }
  *before = term;
  return pack_put(table, term, df);
}

bool lists_write_background(const source *list, wi_buf *table, wi_format_meta *meta) {
  wi_str rest = source_text(list);
  wi_str before = {0};
  size_t number = 1;
  if (!read_df_head(wi_str_cut(&rest, '\n'), meta)) {
    return source_fail(list->path, 1, "no head line: #warta-df 1 documents=N fingerprint=F");
  }
  pack p = pack_make();
  bool ok = true;
  while (ok && rest.len > 0) {
    const wi_str line = wi_str_cut(&rest, '\n');
    number++;
    ok = (line.len > 0 && line.ptr[0] == '#') ||
         read_df_line(&p, line, &before, meta->background_documents);
    if (!ok) {
      source_fail(list->path, number, "not term<TAB>df, out of order, or over the documents");
    }
  }
  ok = ok && pack_write(&p, sizeof(uint32_t), table);
  pack_free(&p);
  return ok;
}

static warta_status add_weight(void *payload, const wi_entry *entry, warta_error *error) {
  char key[WI_PACKED_KEY_MAX];
  if (entry->number == 0 || entry->word.len >= sizeof key) {
    return refuse(entry, "before the first [section], or too long", error);
  }
  key[0] = (char)entry->number;
  memcpy(key + 1, entry->word.ptr, entry->word.len);
  wi_entry keyed = *entry;
  keyed.word = (wi_str){key, entry->word.len + 1};
  return put_once(payload, &keyed, (uint32_t)entry->weight, error);
}

bool lists_write_keyword_weights(const source *weights, wi_buf *table) {
  target t = {0};
  const bool ok = read_list(&t, weights, WI_LIST_KEYWORD_WEIGHTS, add_weight);
  return finish(&t, ok, sizeof(uint32_t), table);
}

bool lists_write_summary(const source *weights, wi_buf *section) {
  warta_error error = {0};
  return wi_trees_compile(section, source_text(weights), &error) == WARTA_OK ||
         source_fail(weights->path, error.line, error.detail);
}

/* ICU's data header (udata.h): u16 its size, then the magic bytes DA 27; "Brk " names the format.
 */
bool lists_write_break_rules(const source *rules, wi_buf *section) {
  enum { MAGIC_AT = 2, FORMAT_AT = 12, HEADER_MIN = 24 };
  uint16_t header = 0;
  if (rules->len < HEADER_MIN || memcmp(rules->bytes + MAGIC_AT, "\xDA\x27", 2) != 0 ||
      memcmp(rules->bytes + FORMAT_AT, "Brk ", 4) != 0) {
    return source_fail(rules->path, 0, "not compiled break rules (make them with genbrk)");
  }
  memcpy(&header, rules->bytes, sizeof header);
  if (header < HEADER_MIN || header >= rules->len) {
    return source_fail(rules->path, 0, "broken ICU data header");
  }
  const wi_str all = source_text(rules);
  return wi_buf_append(section, wi_str_slice(all, header, all.len));
}
