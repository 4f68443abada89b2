#include "roots.h"

#include <string.h>

#include "dictionary_format.h"
#include "entries.h"
#include "fold.h"
#include "mem.h"
#include "pack.h"
#include "packed.h"
#include "status.h"

/* A two-letter affix class as a number ("FLAG long"). */
enum { FLAG_LEN = 2, FLAG_SPACE = 1 << 16, WORD_MAX = 4 * WI_PACKED_KEY_MAX };

typedef struct classes {
  bool known[FLAG_SPACE]; /* defined in the .aff */
  uint64_t licence[FLAG_SPACE]; /* what the class licenses, or 0 */
} classes;

roots roots_make(void) {
  return (roots){.words = wi_strmap_make()};
}

void roots_free(roots *r) {
  wi_strmap_free(&r->words);
  wi_mem_free(r->rows);
  *r = (roots){0};
}

static root_row *put_root(roots *r, wi_str word) {
  const uint32_t before = r->words.count;
  uint32_t id = 0;
  if (!wi_mem_grow(&r->rows, &r->capacity, before, sizeof *r->rows) ||
      !wi_strmap_add(&r->words, word, &id)) {
    return NULL;
  }
  if (id == before) {
    r->rows[id] = (root_row){0};
  }
  return &r->rows[id];
}

static uint32_t flag_number(const char *flag) {
  return (uint32_t)(uint8_t)flag[0] << 8 | (uint8_t)flag[1];
}

/* "PFX B0 Y 2" defines the class B0. */
static bool read_classes(classes *c, const source *aff) {
  wi_str rest = source_text(aff);
  bool is_long = false;
  while (rest.ptr != NULL) {
    const wi_str line = wi_str_trim(wi_str_cut(&rest, '\n'));
    if (wi_str_equal(line, WI_STR("FLAG long"))) {
      is_long = true;
    }
    if ((wi_str_starts(line, WI_STR("PFX ")) || wi_str_starts(line, WI_STR("SFX "))) &&
        line.len > 6) {
      c->known[flag_number(line.ptr + 4)] = true;
    }
  }
  return is_long ||
         source_fail(aff->path, 0, "no line FLAG long: not the id_ID.aff of hunspell-id");
}

static bool map_licences(classes *c, const char *path) {
#define LICENCE_FLAGS(name, notation, flags) flags,
  static const char *const flags[] = {WI_LICENCES(LICENCE_FLAGS)};
#undef LICENCE_FLAGS
  for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
    for (const char *flag = flags[i]; *flag != '\0'; flag += FLAG_LEN) {
      if (!c->known[flag_number(flag)]) {
        return source_fail(path, 0, "an affix class is missing: not the id_ID.aff of hunspell-id");
      }
      c->licence[flag_number(flag)] = UINT64_C(1) << i;
    }
  }
  return true;
}

/* Counts each class once; other spellings of the word may have named it before. */
static void add_flags(root_row *row, const classes *c, wi_str flags) {
  for (size_t at = 0; at + FLAG_LEN <= flags.len; at += FLAG_LEN) {
    const uint32_t flag = flag_number(flags.ptr + at);
    if (c->known[flag]) {
      row->root.classes++;
      row->root.licences |= c->licence[flag];
    }
  }
}

/* Of the hyphenated entries, X-X is made of X (abah-abah: abah) if X is an entry too; the others
 * stay whole: sayur-mayur, kupu-kupu. Known only when all single words are in. */
static bool is_plain_doubling(const roots *r, wi_str word) {
  wi_str right = word;
  const wi_str left = wi_str_cut(&right, '-');
  return wi_str_equal(left, right) && wi_strmap_find(&r->words, left) != WI_STRMAP_NONE;
}

static bool add_line(roots *r, const classes *c, wi_str line, bool hyphenated, wi_buf *folded) {
  wi_str flags = line;
  const wi_str word = wi_str_trim(wi_str_cut(&flags, '/'));
  wi_buf_clear(folded);
  if (!wi_fold(folded, word)) {
    return false;
  }
  const bool has_hyphen = memchr(folded->ptr, '-', folded->len) != NULL;
  if (has_hyphen != hyphenated || (hyphenated && is_plain_doubling(r, wi_buf_str(folded)))) {
    return true;
  }
  root_row *row = put_root(r, wi_buf_str(folded));
  if (row != NULL && flags.ptr != NULL) {
    add_flags(row, c, wi_str_trim(flags));
  }
  return row != NULL;
}

static bool read_words(roots *r, const classes *c, const source *dic, bool hyphenated) {
  wi_str rest = source_text(dic);
  size_t number = 1;
  uint32_t declared = 0;
  wi_buf folded = wi_buf_make(WORD_MAX);
  bool ok = wi_str_to_u32(wi_str_trim(wi_str_cut(&rest, '\n')), &declared);
  if (!ok) {
    source_fail(dic->path, 1, "the first line is not the number of words");
  }
  while (ok && rest.ptr != NULL) {
    const wi_str line = wi_str_trim(wi_str_cut(&rest, '\n'));
    number++;
    if (line.len == 0 || line.ptr[0] == '/') {
      continue;
    }
    ok = line.len <= WI_PACKED_KEY_MAX && add_line(r, c, line, hyphenated, &folded);
    if (!ok) {
      source_fail(dic->path, number, "word too long, or no memory");
    }
  }
  wi_buf_free(&folded);
  return ok;
}

bool roots_read_hunspell(roots *r, const source *dic, const source *aff) {
  classes *c = wi_mem_new(1, sizeof *c);
  if (c == NULL) {
    return source_fail(dic->path, 0, "no memory");
  }
  const bool ok = read_classes(c, aff) && map_licences(c, aff->path) &&
                  read_words(r, c, dic, false) && read_words(r, c, dic, true);
  wi_mem_free(c);
  return ok;
}

static warta_status add_entry(void *payload, const wi_entry *entry, warta_error *error) {
  roots *r = payload;
  if (entry->takes_away && wi_strmap_find(&r->words, entry->word) == WI_STRMAP_NONE) {
    return wi_status_fail_line(error, WARTA_MSG_LIST_LINE, "takes away a word that is no root",
                               entry->line);
  }
  root_row *row = put_root(r, entry->word);
  if (row == NULL) {
    return wi_status_no_memory(error);
  }
  /* To a root of hunspell's list the line adds ways of affixing. */
  row->removed = entry->takes_away;
  wi_entries_merge_root(&row->root, &entry->root);
  return WARTA_OK;
}

bool roots_read_list(roots *r, const source *list) {
  warta_error error = {0};
  return wi_entries_read(WI_LIST_ROOTS, source_text(list), add_entry, r, &error) == WARTA_OK ||
         source_fail(list->path, error.line, error.detail);
}

/* The index of the row's kind; new kinds are appended. Linear in the kinds, some 2000. */
static bool find_kind(wi_buf *kinds, const root_row *row, uint32_t *index) {
  char record[WI_ROOT_KIND_SIZE];
  const uint32_t most = UINT8_MAX;
  memcpy(record, &row->root.licences, sizeof row->root.licences);
  record[sizeof row->root.licences] =
      (char)(uint8_t)(row->root.classes < most ? row->root.classes : most);
  const size_t count = kinds->len / WI_ROOT_KIND_SIZE;
  for (size_t i = 0; i < count; i++) {
    if (memcmp(kinds->ptr + i * WI_ROOT_KIND_SIZE, record, sizeof record) == 0) {
      *index = (uint32_t)i;
      return true;
    }
  }
  *index = (uint32_t)count;
  return count <= UINT16_MAX && wi_buf_append(kinds, (wi_str){record, sizeof record});
}

bool roots_write(const roots *r, wi_buf *table, wi_buf *kinds) {
  pack p = pack_make();
  bool ok = true;
  for (uint32_t id = 0; ok && id < r->words.count; id++) {
    uint32_t index = 0;
    if (!r->rows[id].removed) {
      ok = find_kind(kinds, &r->rows[id], &index) &&
           pack_put(&p, wi_strmap_key(&r->words, id), index);
    }
  }
  ok = ok && pack_write(&p, sizeof(uint16_t), table);
  pack_free(&p);
  return ok;
}
