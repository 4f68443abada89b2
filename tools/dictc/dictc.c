/* dictc: compiles the dictionary of warta from hunspell-id and the files of dict/. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "break_table.h"
#include "buf.h"
#include "dictionary_format.h"
#include "hash.h"
#include "lists.h"
#include "roots.h"
#include "source.h"

enum { SECTION_MAX = 1 << 28 };

typedef enum input {
  INPUT_DIC,
  INPUT_AFF,
  INPUT_ROOTS,
  INPUT_EXCEPTIONS,
  INPUT_STOPWORDS,
  INPUT_ROLES,
  INPUT_UNITS,
  INPUT_ABBREVIATIONS,
  INPUT_LABELS,
  INPUT_BACKGROUND,
  INPUT_SUMMARY,
  INPUT_KEYWORDS,
  INPUT_BREAK_RULES,
  INPUT_COUNT
} input;

#define OWN_FILE "it belongs to the source tree"
#define HUNSPELL "install the package hunspell-id"

typedef struct option {
  const char *name;
  const char *hint;
} option;

static const option options[INPUT_COUNT] = {
    [INPUT_DIC] = {"--dic", HUNSPELL},
    [INPUT_AFF] = {"--aff", HUNSPELL},
    [INPUT_ROOTS] = {"--roots", OWN_FILE},
    [INPUT_EXCEPTIONS] = {"--exceptions", OWN_FILE},
    [INPUT_STOPWORDS] = {"--stopwords", OWN_FILE},
    [INPUT_ROLES] = {"--roles", OWN_FILE},
    [INPUT_UNITS] = {"--units", OWN_FILE},
    [INPUT_ABBREVIATIONS] = {"--abbreviations", OWN_FILE},
    [INPUT_LABELS] = {"--labels", OWN_FILE},
    [INPUT_BACKGROUND] = {"--background", OWN_FILE},
    [INPUT_SUMMARY] = {"--summary-weights", OWN_FILE},
    [INPUT_KEYWORDS] = {"--keyword-weights", OWN_FILE},
    [INPUT_BREAK_RULES] = {"--break-rules", "make it from dict/tokens.rules with genbrk"},
};

typedef struct compiler {
  source inputs[INPUT_COUNT];
  wi_buf sections[WI_SECTION_COUNT];
  wi_format_meta meta;
} compiler;

/* Single words and hyphenated ones are counted in the origin: it names the word list's state. */
static bool write_origin(const compiler *c, wi_buf *out, uint32_t roots_count) {
  char line[128];
  uint32_t entries = 0;
  wi_str rest = source_text(&c->inputs[INPUT_DIC]);
  (void)wi_str_to_u32(wi_str_trim(wi_str_cut(&rest, '\n')), &entries);
  const int len = snprintf(line, sizeof line, "hunspell-id (id_ID.dic, %u entries), %u roots",
                           (unsigned)entries, (unsigned)roots_count);
  return len > 0 && wi_buf_append(out, (wi_str){line, (size_t)len});
}

static bool compile_roots(compiler *c) {
  roots r = roots_make();
  bool ok = roots_read_hunspell(&r, &c->inputs[INPUT_DIC], &c->inputs[INPUT_AFF]) &&
            roots_read_list(&r, &c->inputs[INPUT_ROOTS]) &&
            roots_write(&r, &c->sections[WI_SECTION_ROOTS], &c->sections[WI_SECTION_ROOT_KINDS]) &&
            write_origin(c, &c->sections[WI_SECTION_ORIGIN], r.words.count);
  roots_free(&r);
  return ok;
}

static bool compile_sections(compiler *c) {
  wi_buf *s = c->sections;
  const source *in = c->inputs;
  return compile_roots(c) &&
         lists_write_exceptions(&in[INPUT_EXCEPTIONS], &s[WI_SECTION_EXCEPTIONS],
                                &s[WI_SECTION_STEMS]) &&
         lists_write_stopwords(&in[INPUT_STOPWORDS], &s[WI_SECTION_STOPWORDS]) &&
         lists_write_roles(&in[INPUT_ROLES], &s[WI_SECTION_ROLES]) &&
         lists_write_units(&in[INPUT_UNITS], &s[WI_SECTION_UNITS]) &&
         lists_write_abbreviations(&in[INPUT_ABBREVIATIONS], &s[WI_SECTION_ABBREVIATIONS],
                                   &c->meta) &&
         lists_write_labels(&in[INPUT_LABELS], &s[WI_SECTION_LABELS], &s[WI_SECTION_LABEL_IMAGE],
                            &c->meta) &&
         lists_write_background(&in[INPUT_BACKGROUND], &s[WI_SECTION_BACKGROUND], &c->meta) &&
         lists_write_summary(&in[INPUT_SUMMARY], &s[WI_SECTION_SUMMARY]) &&
         lists_write_keyword_weights(&in[INPUT_KEYWORDS], &s[WI_SECTION_KEYWORDS]) &&
         lists_write_break_rules(&in[INPUT_BREAK_RULES], &s[WI_SECTION_BREAK_RULES]) &&
         break_table_write(&in[INPUT_BREAK_RULES], &s[WI_SECTION_RULE_TABLE]) &&
         wi_buf_append(&s[WI_SECTION_META], (wi_str){(const char *)&c->meta, sizeof c->meta});
}

static bool pad(wi_buf *out) {
  bool ok = true;
  while (ok && out->len % WI_FORMAT_ALIGNMENT != 0) {
    ok = wi_buf_push(out, '\0');
  }
  return ok;
}

static bool assemble(const compiler *c, wi_buf *out) {
  wi_format_head head = {
      .magic = WI_FORMAT_MAGIC, .version = WI_FORMAT_VERSION, .order = WI_FORMAT_ORDER};
  const size_t summed = offsetof(wi_format_head, sections);
  bool ok = wi_buf_append(out, (wi_str){(const char *)&head, sizeof head}) && pad(out);
  for (int i = 0; ok && i < WI_SECTION_COUNT; i++) {
    head.sections[i] = (wi_format_section){(uint32_t)out->len, (uint32_t)c->sections[i].len};
    ok = wi_buf_append(out, wi_buf_str(&c->sections[i])) && pad(out);
  }
  if (!ok) {
    return false;
  }
  memcpy(out->ptr, &head, sizeof head);
  head.checksum = wi_hash_stable((wi_str){out->ptr + summed, out->len - summed});
  memcpy(out->ptr, &head, sizeof head);
  return true;
}

static bool write_file(const char *path, wi_str bytes) {
  FILE *file = fopen(path, "wb");
  if (file == NULL) {
    return source_fail(path, 0, "cannot be written");
  }
  const bool written = fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
  const bool closed = fclose(file) == 0;
  return (written && closed) || source_fail(path, 0, "write error");
}

static bool compile(compiler *c, const char *paths[], const char *output) {
  bool ok = true;
  for (int i = 0; ok && i < INPUT_COUNT; i++) {
    ok = source_read(&c->inputs[i], paths[i], options[i].hint);
  }
  wi_buf out = wi_buf_make(SECTION_MAX);
  ok = ok && compile_sections(c);
  if (ok && !assemble(c, &out)) {
    ok = source_fail(output, 0, "no memory");
  }
  ok = ok && write_file(output, wi_buf_str(&out));
  wi_buf_free(&out);
  return ok;
}

static bool read_arguments(int argc, char **argv, const char *paths[], const char **output) {
  for (int at = 1; at + 1 < argc; at += 2) {
    bool known = strcmp(argv[at], "--output") == 0;
    if (known) {
      *output = argv[at + 1];
    }
    for (int i = 0; i < INPUT_COUNT; i++) {
      if (strcmp(argv[at], options[i].name) == 0) {
        paths[i] = argv[at + 1];
        known = true;
      }
    }
    if (!known) {
      return source_fail(argv[at], 0, "no such option");
    }
  }
  for (int i = 0; i < INPUT_COUNT; i++) {
    if (paths[i] == NULL) {
      return source_fail(options[i].name, 0, "option is missing");
    }
  }
  return *output != NULL || source_fail("--output", 0, "option is missing");
}

int main(int argc, char **argv) {
  const char *paths[INPUT_COUNT] = {NULL};
  const char *output = NULL;
  compiler c = {.meta = {0}};
  for (int i = 0; i < WI_SECTION_COUNT; i++) {
    c.sections[i] = wi_buf_make(SECTION_MAX);
  }
  const bool ok = read_arguments(argc, argv, paths, &output) && compile(&c, paths, output);
  for (int i = 0; i < INPUT_COUNT; i++) {
    source_free(&c.inputs[i]);
  }
  for (int i = 0; i < WI_SECTION_COUNT; i++) {
    wi_buf_free(&c.sections[i]);
  }
  return ok ? 0 : 1;
}
