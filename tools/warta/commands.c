#include "commands.h"

#include "message.h"
#include "options.h"

#include <string.h>

#define INPUT                                                                                      \
  OPTION_FROM, OPTION_ID_FIELD, OPTION_TITLE_FIELD, OPTION_TEXT_FIELD, OPTION_DATE_FIELD,          \
      OPTION_SOURCE_FIELD, OPTION_ENCODING, OPTION_STRICT, OPTION_MAX_ERRORS, OPTION_JOBS,         \
      OPTION_PROGRESS
#define OUTPUT OPTION_OUTPUT, OPTION_LINE_BUFFERED
#define STEMS OPTION_STEMMER, OPTION_ROOTS, OPTION_EXCEPTIONS
#define RULES                                                                                      \
  STEMS, OPTION_STOPWORDS, OPTION_ABBREVIATIONS, OPTION_LABEL_PATTERNS, OPTION_ABBR_STOP,          \
      OPTION_CLITICS, OPTION_PLAIN
#if WARTA_ARCHIVE
#define AGAINST OPTION_ARCHIVE, OPTION_ADD, OPTION_WAIT,
#else
#define AGAINST
#endif
#define MANNERS OPTION_QUIET, OPTION_COLOR, OPTION_LANG, OPTION_HELP, OPTION_END

static const unsigned char summarize_options[] = {
    OPTION_WORDS,  OPTION_SENTENCES, OPTION_RATIO,
    OPTION_METHOD, OPTION_WEIGHTS,   OPTION_TOGETHER,
    OPTION_LIMIT,  OPTION_MAX_WORDS, OPTION_BACKGROUND,
    OPTION_FORMAT, OUTPUT,           INPUT,
    RULES,         OPTION_LABELS,    MANNERS};
static const unsigned char keywords_options[] = {OPTION_LIMIT,  OPTION_MAX_WORDS, OPTION_BACKGROUND,
                                                 OPTION_FORMAT, OUTPUT,           INPUT,
                                                 RULES,         OPTION_LABELS,    MANNERS};
static const unsigned char similar_options[] = {OPTION_TOP,
                                                OPTION_MIN,
                                                OPTION_QUERY,
                                                OPTION_PAIRS,
                                                OPTION_EXPLAIN,
                                                AGAINST OPTION_WEIGHTING,
                                                OPTION_BACKGROUND,
                                                OPTION_FORMAT,
                                                OUTPUT,
                                                INPUT,
                                                RULES,
                                                OPTION_LABELS,
                                                MANNERS};
static const unsigned char dedup_options[] = {
    OPTION_BACKGROUND, AGAINST OPTION_FORMAT, OUTPUT, INPUT, RULES, OPTION_LABELS, MANNERS};
static const unsigned char cluster_options[] = {
#if WARTA_ARCHIVE
    OPTION_OF_ARCHIVE, OPTION_ADD_FIRST, OPTION_WAIT,
#endif
    OPTION_STORY_MIN,  OPTION_WINDOW,    OPTION_BACKGROUND, OPTION_FORMAT, OUTPUT, INPUT, RULES,
    OPTION_LABELS,     MANNERS};
static const unsigned char vectors_options[] = {
    OPTION_WEIGHTING, OPTION_BACKGROUND, OPTION_FORMAT, OUTPUT, INPUT, RULES, OPTION_LABELS,
    MANNERS};
static const unsigned char article_options[] = {OPTION_FORMAT, OUTPUT,        INPUT,
                                                RULES,         OPTION_LABELS, MANNERS};
/* Without --labels keep: nothing would be left to do. */
static const unsigned char labels_options[] = {OPTION_FORMAT, OUTPUT, INPUT, RULES, MANNERS};
static const unsigned char stem_options[] = {
    STEMS, OPTION_FORMAT, OUTPUT, OPTION_ENCODING, OPTION_STRICT, OPTION_MAX_ERRORS, MANNERS};
/* Those of words and of articles: each kind of explanation reads its own. */
static const unsigned char explain_options[] = {OPTION_EXPLAIN_SENTENCES,
                                                OPTION_EXPLAIN_KEYWORDS,
                                                OPTION_KEYWORD,
                                                OPTION_MAX_WORDS,
                                                OPTION_METHOD,
                                                OPTION_WEIGHTS,
                                                OPTION_BACKGROUND,
                                                OPTION_FORMAT,
                                                OUTPUT,
                                                INPUT,
                                                RULES,
                                                OPTION_LABELS,
                                                MANNERS};
static const unsigned char df_options[] = {OUTPUT, INPUT, RULES, OPTION_LABELS, MANNERS};
static const unsigned char df_merge_options[] = {OPTION_OUTPUT, MANNERS};
#if WARTA_ARCHIVE
static const unsigned char index_add_options[] = {
    OPTION_WITHOUT_TEXT, OPTION_BATCH, OPTION_WAIT, INPUT, RULES, OPTION_LABELS, MANNERS};
/* All that the actions know. */
static const unsigned char index_options[] = {
    OPTION_WITHOUT_TEXT, OPTION_BATCH, OPTION_WAIT, OPTION_FORMAT, OUTPUT, INPUT, RULES,
    OPTION_LABELS,       MANNERS};
static const unsigned char index_delete_options[] = {OPTION_WAIT, RULES, OPTION_LABELS, MANNERS};
static const unsigned char index_read_options[] = {OPTION_FORMAT, OUTPUT, RULES, OPTION_LABELS,
                                                   MANNERS};
static const unsigned char search_options[] = {
    OPTION_QUERIES,  OPTION_HITS,       OPTION_FORMAT,   OUTPUT,        OPTION_FROM,
    OPTION_ID_FIELD, OPTION_TEXT_FIELD, OPTION_ENCODING, OPTION_STRICT, OPTION_MAX_ERRORS,
    RULES,           OPTION_LABELS,     MANNERS};
#endif
static const unsigned char plain_options[] = {OPTION_FORMAT, OPTION_OUTPUT, MANNERS};
static const unsigned char completion_options[] = {OPTION_OUTPUT, OPTION_LANG, OPTION_HELP,
                                                   OPTION_END};
static const unsigned char help_options[] = {OPTION_LANG, OPTION_HELP, OPTION_END};

#define ARTICLES "[FILE|DIR|-]..."

const command command_table[] = {
    {"summarize",
     "ringkas",
     cmd_summarize,
     ARTICLES,
     {"headline, the sentences that carry the article, keywords",
      "judul, kalimat yang memuat inti artikel, kata kunci"},
     summarize_options},
    {"keywords",
     "katakunci",
     cmd_keywords,
     ARTICLES,
     {"ranked key phrases", "frasa kunci menurut peringkat"},
     keywords_options},
    {"similar",
     "mirip",
     cmd_similar,
     ARTICLES,
     {"pairs of articles by similarity", "pasangan artikel menurut kemiripan"},
     similar_options},
    {"dedup",
     "duplikat",
     cmd_dedup,
     ARTICLES,
     {"near-copies, cut or edited, in groups with their original",
      "salinan, dipotong atau disunting, per kelompok dengan aslinya"},
     dedup_options},
#if WARTA_ARCHIVE
    {"index",
     "indeks",
     cmd_index,
     "add|delete|list|check DB [FILE|DIR|-]...",
     {"articles of an archive, to be searched", "artikel dalam arsip, untuk dicari"},
     index_options},
    {"index add",
     "indeks tambah",
     cmd_index_add,
     "DB [FILE|DIR|-]...",
     {"adds articles to an archive, in place of those with the same id",
      "menambah artikel ke arsip, menggantikan yang id-nya sama"},
     index_add_options},
    {"index delete",
     "indeks hapus",
     cmd_index_delete,
     "DB ID...",
     {"takes articles out of an archive", "mengeluarkan artikel dari arsip"},
     index_delete_options},
    {"index list",
     "indeks daftar",
     cmd_index_list,
     "DB",
     {"the articles of an archive", "artikel dalam arsip"},
     index_read_options},
    {"index check",
     "indeks periksa",
     cmd_index_check,
     "DB",
     {"verifies every byte of an archive that counts", "memeriksa seluruh isi arsip"},
     index_read_options},
    {"search",
     "cari",
     cmd_search,
     "DB [QUERY]...",
     {"articles of an archive that answer a query", "artikel dalam arsip yang menjawab kueri"},
     search_options},
#endif
    {"cluster",
     "kelompok",
     cmd_cluster,
     ARTICLES,
     {"groups of articles that tell one story", "kelompok artikel yang menceritakan hal yang sama"},
     cluster_options},
    {"vectors",
     "vektor",
     cmd_vectors,
     ARTICLES,
     {"weighted terms of each article", "istilah berbobot tiap artikel"},
     vectors_options},
    {"tokens",
     "token",
     cmd_tokens,
     ARTICLES,
     {"typed tokens", "token beserta jenisnya"},
     article_options},
    {"sentences",
     "kalimat",
     cmd_sentences,
     ARTICLES,
     {"sentences, headline and headings", "kalimat, judul, dan subjudul"},
     article_options},
    {"clean",
     "bersih",
     cmd_clean,
     ARTICLES,
     {"the article without what is not article", "artikel tanpa yang bukan artikel"},
     article_options},
    {"labels",
     "label",
     cmd_labels,
     ARTICLES,
     {"spans that are not article text, and by which rule",
      "bagian yang bukan teks artikel, dan menurut aturan apa"},
     labels_options},
    {"stem",
     "akar",
     cmd_stem,
     "[WORD]...",
     {"stems of words (arguments, or one a line)", "akar kata (argumen, atau satu per baris)"},
     stem_options},
    {"explain",
     "jelaskan",
     cmd_explain,
     "[WORD]...",
     {"every analysis of a word, and the rule that decided",
      "semua analisis sebuah kata, dan aturan yang menentukan"},
     explain_options},
    {"df",
     "df",
     cmd_df,
     ARTICLES,
     {"document frequencies of the input", "frekuensi dokumen masukan"},
     df_options},
    {"df merge",
     "df merge",
     cmd_df_merge,
     "FILE...",
     {"adds files of document frequencies", "menjumlahkan berkas frekuensi dokumen"},
     df_merge_options},
    {"df info",
     "df info",
     cmd_df_info,
     "FILE...",
     {"documents, terms and fingerprint of such files",
      "dokumen, istilah, dan sidik berkas tersebut"},
     plain_options},
    {"completion",
     "pelengkap",
     cmd_completion,
     "bash|zsh|fish",
     {"completion of commands and options for a shell",
      "pelengkap perintah dan opsi untuk sebuah shell"},
     completion_options},
    {"version",
     "versi",
     cmd_version,
     "",
     {"versions of warta and of what it stands on", "versi warta dan landasannya"},
     plain_options},
    {"help",
     "bantuan",
     cmd_help,
     "[COMMAND]",
     {"this overview, or a command's options", "ikhtisar ini, atau opsi sebuah perintah"},
     help_options},
};

const size_t command_count = sizeof command_table / sizeof command_table[0];

/* "df merge" against the words "df", "merge": 2; "df" against them: 1; else 0. */
static size_t words_taken(const char *name, char *const *words, size_t count) {
  const char *space = strchr(name, ' ');
  const size_t first = space == NULL ? strlen(name) : (size_t)(space - name);
  if (strlen(words[0]) != first || memcmp(words[0], name, first) != 0) {
    return 0;
  }
  if (space == NULL) {
    return 1;
  }
  return count > 1 && strcmp(words[1], space + 1) == 0 ? 2 : 0;
}

const command *command_find(char *const *words, size_t count, size_t *taken) {
  const command *found = NULL;
  *taken = 0;
  for (size_t i = 0; i < command_count; i++) {
    const command *c = &command_table[i];
    size_t matched = words_taken(c->name, words, count);
    if (matched == 0) {
      matched = words_taken(c->alias, words, count);
    }
    if (matched > *taken) {
      *taken = matched;
      found = c;
    }
  }
  return found;
}

void command_tell_unknown(const char *word) {
  const char *names[2 * sizeof command_table / sizeof command_table[0]];
  for (size_t i = 0; i < command_count; i++) {
    names[2 * i] = command_table[i].name;
    names[2 * i + 1] = command_table[i].alias;
  }
  const char *nearest = options_nearest(word, names, 2 * command_count);
  message_error(NULL, MESSAGE_NO_PLACE,
                nearest == NULL ? MSG_UNKNOWN_COMMAND : MSG_UNKNOWN_COMMAND_NEAR, word, nearest);
}

void command_write_help(output *o, const command *c) {
  output_text(o, message_text(MSG_HELP_USAGE));
  output_text(o, ": warta ");
  output_text(o, c->name);
  output_char(o, ' ');
  if (c->options[0] != OPTION_LANG) {
    output_text(o, message_text(MSG_HELP_SOME_OPTIONS));
    output_char(o, ' ');
  }
  output_text(o, c->operands);
  output_char(o, '\n');
  if (strcmp(c->name, c->alias) != 0) {
    output_text(o, message_text(MSG_HELP_ALIAS));
    output_text(o, ": warta ");
    output_text(o, c->alias);
    output_char(o, '\n');
  }
  output_text(o, "\n");
  output_text(o, c->help[message_language()]);
  output_text(o, "\n\n");
  output_text(o, message_text(MSG_HELP_OPTIONS));
  output_text(o, ":\n");
  options_write_help(o, c->options);
}

static void write_padded(output *o, const char *text, size_t width) {
  output_text(o, text);
  for (size_t used = strlen(text); used < width; used++) {
    output_char(o, ' ');
  }
}

/* The longest, "index delete" and "indeks periksa", and two spaces. */
enum { NAME_WIDTH = 14, ALIAS_WIDTH = 16 };

void command_write_overview(output *o) {
  output_text(o, message_text(MSG_HELP_PURPOSE));
  output_text(o, "\n\n");
  output_text(o, message_text(MSG_HELP_USAGE));
  output_text(o, ": ");
  output_text(o, message_text(MSG_HELP_SYNOPSIS));
  output_text(o, "\n\n");
  output_text(o, message_text(MSG_HELP_COMMANDS));
  output_text(o, ":\n");
  for (size_t i = 0; i < command_count; i++) {
    const command *c = &command_table[i];
    const bool has_alias = strcmp(c->name, c->alias) != 0;
    output_text(o, "  ");
    write_padded(o, c->name, NAME_WIDTH);
    write_padded(o, has_alias ? c->alias : "", ALIAS_WIDTH);
    output_text(o, c->help[message_language()]);
    output_char(o, '\n');
  }
  output_char(o, '\n');
  output_text(o, message_text(MSG_HELP_MORE));
  output_char(o, '\n');
}
