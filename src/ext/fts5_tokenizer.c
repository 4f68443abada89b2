/* The analyzer as a tokenizer of SQLite's FTS5:
 *
 *   CREATE VIRTUAL TABLE news USING fts5(title, body, tokenize = "warta");
 *
 * Options, each a name and a value behind `warta`, the first value being the default:
 *
 *   stemmer  roots | snowball | none
 *   stop     keep | skip     words of the stop list
 *   labels   keep | skip     spans that are not article text (bylines, "Baca juga", captions); only
 *                            for columns that hold whole articles
 *
 * At one place of the index stand the stem, the written form in lower case, and of a hyphenated
 * word its parts, the last two as synonyms (FTS5_TOKEN_COLOCATED): "mengukur" is found by ukur and
 * by mengukur, "Soekarno-Hatta" by hatta. A word of a query asks for its stem or its written form,
 * since the same word may have another stem in a text: after a capital it may be a name. The
 * beginning of a word (bendung*) is taken as it is written.
 *
 * Thread rule: that of the connection, which SQLite guards; each table of each connection has an
 * analyzer and a session of its own.
 */
#include <warta/warta.h>

#include <sqlite3ext.h>

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* SQLite's own SQLITE_EXTENSION_INIT1 would keep its table of functions in a writable global. Its
 * macros look for this name, so here it is a parameter or a local. */
typedef const sqlite3_api_routines sqlite_calls;

typedef struct tokenizer {
  sqlite_calls *calls;
  warta_analyzer *analyzer;
  warta_session *session;
  bool skips_stop_words;
  bool skips_labels;
  bool is_running;
} tokenizer;

typedef int (*token_fn)(void *payload, int flags, const char *token, int len, int start, int end);

/* One call of xTokenize. */
typedef struct run {
  const tokenizer *self;
  token_fn fn;
  void *payload;
  bool is_query;
  size_t count; /* words so far */
  size_t prefix; /* the word whose beginning is asked for; SIZE_MAX: none */
  int code; /* what fn returned */
} run;

/* A word with many hyphens must not flood one place of the index. */
enum { PARTS_MOST = 8, PART_LEAST_BYTES = 3 };

static int code_of(warta_status status) {
  switch (status) {
  case WARTA_OK:
    return SQLITE_OK;
  case WARTA_ERR_MEMORY:
    return SQLITE_NOMEM;
  case WARTA_ERR_LIMIT:
    return SQLITE_TOOBIG;
  case WARTA_ERR_ARGUMENT:
  case WARTA_ERR_ENCODING:
  case WARTA_ERR_DATA:
  case WARTA_ERR_MISMATCH:
  case WARTA_ERR_INTERNAL:
  case WARTA_ERR_STOPPED:
  case WARTA_ERR_MISSING:
  case WARTA_ERR_BUSY:
  case WARTA_ERR_FILE:
    return SQLITE_ERROR;
  }
  return SQLITE_ERROR;
}

static bool is_outside_article(warta_label_kind kind) {
  return kind != WARTA_LABEL_NONE && kind != WARTA_LABEL_TITLE && kind != WARTA_LABEL_HEADING;
}

/* What is asked for is never left out as a byline. */
static bool is_indexed(const run *r, const warta_token *token) {
  if (token->term_len == 0 || (r->self->skips_stop_words && token->stop != WARTA_STOP_NONE)) {
    return false;
  }
  return r->is_query || !r->self->skips_labels || !is_outside_article(token->label);
}

/* xTokenize takes texts below 2 GiB, so that places fit; FTS5 cuts tokens at 32 KiB. */
static warta_status emit(run *r, int flags, warta_text word, const warta_token *token) {
  const int len = word.len < INT_MAX ? (int)word.len : INT_MAX;
  r->code = r->fn(r->payload, flags, word.text, len, (int)token->start, (int)token->end);
  return r->code == SQLITE_OK ? WARTA_OK : WARTA_ERR_STOPPED;
}

static bool is_same(warta_text a, warta_text b) {
  return a.len == b.len && memcmp(a.text, b.text, a.len) == 0;
}

static bool is_among(const warta_text *words, size_t count, warta_text word) {
  for (size_t i = 0; i < count; i++) {
    if (is_same(words[i], word)) {
      return true;
    }
  }
  return false;
}

/* The parts of "soekarno-hatta" behind what already stands at the place; returns how many words do.
 * Very short ones (di- in "di-upload") would only be noise. */
static size_t add_parts(warta_text *words, size_t count, warta_text norm) {
  size_t start = 0;
  for (size_t at = 0; at <= norm.len && count < PARTS_MOST; at++) {
    if (at < norm.len && norm.text[at] != '-') {
      continue;
    }
    const warta_text part = {norm.text + start, at - start};
    start = at + 1;
    if (part.len >= PART_LEAST_BYTES && !is_among(words, count, part)) {
      words[count++] = part;
    }
  }
  return count;
}

static warta_status on_word(void *payload, const warta_token *token) {
  run *r = payload;
  if (!is_indexed(r, token)) {
    return WARTA_OK;
  }
  const warta_text term = {token->term, token->term_len};
  const warta_text norm = {token->norm, token->norm_len};
  const bool is_prefix = r->count++ == r->prefix;
  warta_text words[PARTS_MOST + 2] = {is_prefix ? norm : term};
  size_t count = 1;
  if (!is_among(words, count, norm)) {
    words[count++] = norm;
  }
  if (token->type == WARTA_TOKEN_HYPHENATED && !r->is_query) {
    count = add_parts(words, count, norm);
  }
  warta_status status = emit(r, 0, words[0], token);
  for (size_t i = 1; i < count && status == WARTA_OK; i++) {
    status = emit(r, FTS5_TOKEN_COLOCATED, words[i], token);
  }
  return status;
}

static warta_status count_word(void *payload, const warta_token *token) {
  run *r = payload;
  r->count += is_indexed(r, token);
  return WARTA_OK;
}

static warta_status run_all(run *r, int flags, const char *text, size_t len) {
  warta_session *session = r->self->session;
  if ((flags & FTS5_TOKENIZE_PREFIX) != 0) {
    const warta_status status = warta_tokens(session, text, len, count_word, r, NULL);
    if (status != WARTA_OK) {
      return status;
    }
    r->prefix = r->count > 0 ? r->count - 1 : SIZE_MAX;
    r->count = 0;
  }
  return warta_tokens(session, text, len, on_word, r, NULL);
}

static int tokenize(Fts5Tokenizer *handle, void *payload, int flags, const char *text, int len,
                    token_fn fn) {
  tokenizer *self = (tokenizer *)handle;
  run r = {self, fn, payload, (flags & FTS5_TOKENIZE_QUERY) != 0, 0, SIZE_MAX, SQLITE_OK};
  if (text == NULL || len <= 0) {
    return SQLITE_OK;
  }
  if (self->is_running) { /* from within its own callback: the session is in use */
    return SQLITE_MISUSE;
  }
  self->is_running = true;
  const warta_status status = run_all(&r, flags, text, (size_t)len);
  self->is_running = false;
  return r.code != SQLITE_OK ? r.code : code_of(status);
}

static void delete_tokenizer(Fts5Tokenizer *handle) {
  tokenizer *self = (tokenizer *)handle;
  if (self == NULL) {
    return;
  }
  sqlite_calls *sqlite3_api = self->calls;
  warta_session_free(self->session);
  warta_analyzer_free(self->analyzer);
  sqlite3_free(self);
}

/* 0 or 1: which of two names the value is; -1: neither. */
static int choice(sqlite_calls *sqlite3_api, const char *value, const char *first,
                  const char *second) {
  if (sqlite3_stricmp(value, first) == 0) {
    return 0;
  }
  return sqlite3_stricmp(value, second) == 0 ? 1 : -1;
}

static bool set_stemmer(sqlite_calls *sqlite3_api, warta_analyzer_options *options,
                        const char *value) {
  static const struct {
    const char *name;
    warta_stemmer stemmer;
  } NAMES[] = {{"roots", WARTA_STEMMER_ROOTS},
               {"snowball", WARTA_STEMMER_SNOWBALL},
               {"none", WARTA_STEMMER_NONE}};
  for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
    if (sqlite3_stricmp(value, NAMES[i].name) == 0) {
      options->stemmer = NAMES[i].stemmer;
      return true;
    }
  }
  return false;
}

static bool set_option(tokenizer *self, warta_analyzer_options *options, const char *name,
                       const char *value) {
  sqlite_calls *sqlite3_api = self->calls;
  if (sqlite3_stricmp(name, "stemmer") == 0) {
    return set_stemmer(sqlite3_api, options, value);
  }
  const int chosen = choice(sqlite3_api, value, "keep", "skip");
  if (sqlite3_stricmp(name, "stop") == 0) {
    self->skips_stop_words = chosen == 1;
    return chosen >= 0;
  }
  if (sqlite3_stricmp(name, "labels") == 0) {
    self->skips_labels = chosen == 1;
    return chosen >= 0;
  }
  return false;
}

/* FTS5 takes no message from a constructor, so SQLite's log gets it. */
static int set_options(tokenizer *self, warta_analyzer_options *options, const char **words,
                       int count) {
  sqlite_calls *sqlite3_api = self->calls;
  for (int i = 0; i < count; i += 2) {
    const char *value = i + 1 < count ? words[i + 1] : "";
    if (!set_option(self, options, words[i], value)) {
      sqlite3_log(SQLITE_ERROR, "tokenizer warta: no option \"%s %s\"", words[i], value);
      return SQLITE_ERROR;
    }
  }
  return SQLITE_OK;
}

static int open_tokenizer(tokenizer *self, const char **words, int count) {
  sqlite_calls *sqlite3_api = self->calls;
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  warta_error error;
  const int code = set_options(self, &options, words, count);
  if (code != SQLITE_OK) {
    return code;
  }
  options.labels_off = !self->skips_labels;
  warta_status status = warta_analyzer_open(&self->analyzer, &options, &error);
  if (status == WARTA_OK) {
    status = warta_session_open(&self->session, self->analyzer, &error);
  }
  if (status != WARTA_OK) {
    sqlite3_log(code_of(status), "tokenizer warta: %s", error.message);
  }
  return code_of(status);
}

static int create_tokenizer(void *context, const char **words, int count, Fts5Tokenizer **out) {
  sqlite_calls *sqlite3_api = context;
  *out = NULL;
  tokenizer *self = sqlite3_malloc64(sizeof *self);
  if (self == NULL) {
    return SQLITE_NOMEM;
  }
  *self = (tokenizer){.calls = sqlite3_api};
  const int code = open_tokenizer(self, words, count);
  if (code != SQLITE_OK) {
    delete_tokenizer((Fts5Tokenizer *)self);
    return code;
  }
  *out = (Fts5Tokenizer *)self;
  return SQLITE_OK;
}

/* FTS5 hands its interface out through a query; NULL: there is no FTS5. */
static int find_fts5(fts5_api **out, sqlite3 *db, sqlite_calls *sqlite3_api) {
  sqlite3_stmt *query = NULL;
  *out = NULL;
  int code = sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &query, NULL);
  if (code == SQLITE_OK) {
    code = sqlite3_bind_pointer(query, 1, (void *)out, "fts5_api_ptr", NULL);
  }
  if (code == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW) {
    code = SQLITE_OK;
  }
  const int closing = sqlite3_finalize(query);
  return code == SQLITE_OK ? closing : code;
}

/* The name that SQLite makes of warta_fts5.so. */
WARTA_EXPORT int sqlite3_wartafts_init(sqlite3 *db, char **message,
                                       const sqlite3_api_routines *sqlite3_api);

int sqlite3_wartafts_init(sqlite3 *db, char **message, const sqlite3_api_routines *sqlite3_api) {
  static const fts5_tokenizer CALLS = {create_tokenizer, delete_tokenizer, tokenize};
  fts5_api *fts5 = NULL;
  const int code = find_fts5(&fts5, db, sqlite3_api);
  if (code == SQLITE_NOMEM) {
    return code;
  }
  if (fts5 == NULL || fts5->iVersion < 2) {
    *message = sqlite3_mprintf("the tokenizer warta needs an SQLite with FTS5");
    return SQLITE_ERROR;
  }
  fts5_tokenizer calls = CALLS; /* copied by FTS5 */
  return fts5->xCreateTokenizer(fts5, "warta", (void *)(uintptr_t)sqlite3_api, &calls, NULL);
}
