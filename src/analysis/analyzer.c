#include <warta/analyzer.h>

#include <stdbool.h>
#include <stdint.h>

#include "analyzer_data.h"
#include "dictionary.h"
#include "fold.h"
#include "hash.h"
#include "label.h"
#include "mem.h"
#include "status.h"
#include "str.h"
#include "tokenizer.h"
#include "utf8.h"

/* The compiled dictionary, from libwarta-id. */
extern const unsigned char warta_id_data[];
extern const uint64_t warta_id_size;
extern const unsigned char warta_known_data[];
extern const uint64_t warta_known_size;

/* Changes when code changes what a term is; part of the fingerprint. */
enum { ANALYSIS_REVISION = 1 };

static warta_status check_options(const warta_analyzer_options *options, warta_error *error) {
  if (options->struct_size < sizeof *options) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "struct_size");
  }
  if ((unsigned)options->stemmer > WARTA_STEMMER_NONE) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "stemmer");
  }
  if ((unsigned)options->abbreviation_stop > WARTA_CUT) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "abbreviation_stop");
  }
  if ((unsigned)options->clitics > WARTA_CUT) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "clitics");
  }
  return WARTA_OK;
}

static warta_status add_lists(wi_dictionary *dictionary, const warta_analyzer_options *options,
                              warta_error *error) {
  const struct {
    wi_list_kind kind;
    warta_text list;
  } lists[] = {
      {WI_LIST_STOPWORDS, options->stopwords},
      {WI_LIST_ROOTS, options->roots},
      {WI_LIST_EXCEPTIONS, options->exceptions},
      {WI_LIST_ABBREVIATIONS, options->abbreviations},
      {WI_LIST_LABEL_PATTERNS, options->label_patterns},
  };
  for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
    if (lists[i].list.text == NULL) {
      continue;
    }
    const wi_str text = {lists[i].list.text, lists[i].list.len};
    const warta_status status = wi_dictionary_add_list(dictionary, lists[i].kind, text, error);
    if (status != WARTA_OK) {
      return status;
    }
  }
  return WARTA_OK;
}

static uint64_t make_fingerprint(const warta_analyzer *analyzer) {
  const char *unicode = wi_utf8_unicode_version();
  const uint64_t parts[] = {
      ANALYSIS_REVISION,
      wi_dictionary_fingerprint(analyzer->dictionary),
      wi_hash_stable(wi_str_of(unicode)),
      (uint64_t)analyzer->stemmer,
      (uint64_t)analyzer->abbreviation_stop,
      (uint64_t)analyzer->clitics,
      (uint64_t)(analyzer->labels_off != 0),
  };
  return wi_hash_stable((wi_str){(const char *)parts, sizeof parts});
}

/* A cold ICU 72 can crash or hang on an allocation that fails inside its first calls; so its data
 * is touched here, once, before anything is promised. */
static warta_status warm_icu(const warta_analyzer *analyzer, warta_error *error) {
  wi_buf out = wi_buf_make(64);
  const bool folded = wi_fold(&out, WI_STR("\xC3\x89"));
  wi_buf_free(&out);
  if (!folded) {
    return wi_status_no_memory(error);
  }
  wi_tokenizer *tokenizer = NULL;
  const warta_status status = wi_tokenizer_open(&tokenizer, analyzer->dictionary, error);
  wi_tokenizer_free(tokenizer);
  return status;
}

static warta_status open_parts(warta_analyzer *analyzer, const warta_analyzer_options *options,
                               warta_error *error) {
  warta_status status =
      wi_dictionary_open(&analyzer->dictionary, warta_id_data, (size_t)warta_id_size, error);
  if (status == WARTA_OK) {
    status = add_lists(analyzer->dictionary, options, error);
  }
  if (status == WARTA_OK) {
    analyzer->plain = analyzer->plain || wi_dictionary_rule_table(analyzer->dictionary) == NULL;
    status = wi_labeller_open(&analyzer->labeller, analyzer->dictionary, error);
  }
  if (status == WARTA_OK && !analyzer->plain && analyzer->stemmer == WARTA_STEMMER_ROOTS &&
      !wi_known_open(&analyzer->known, warta_known_data, (size_t)warta_known_size,
                     wi_dictionary_fingerprint(analyzer->dictionary))) {
    return wi_status_fail(error, WARTA_MSG_DICTIONARY_BROKEN, "known words");
  }
  return status == WARTA_OK ? warm_icu(analyzer, error) : status;
}

warta_status warta_analyzer_open(warta_analyzer **out, const warta_analyzer_options *options,
                                 warta_error *error) {
  const warta_analyzer_options defaults = WARTA_ANALYZER_OPTIONS_INIT;
  const warta_analyzer_options *chosen = options == NULL ? &defaults : options;
  *out = NULL;
  wi_status_clear(error);
  warta_status status = check_options(chosen, error);
  if (status != WARTA_OK) {
    return status;
  }
  warta_analyzer *analyzer = wi_mem_new(1, sizeof *analyzer);
  if (analyzer == NULL) {
    return wi_status_no_memory(error);
  }
  analyzer->stemmer = chosen->stemmer;
  analyzer->abbreviation_stop = chosen->abbreviation_stop;
  analyzer->clitics = chosen->clitics;
  analyzer->labels_off = chosen->labels_off;
  analyzer->strict = chosen->strict;
  analyzer->plain = chosen->plain != 0;
  status = open_parts(analyzer, chosen, error);
  if (status != WARTA_OK) {
    warta_analyzer_free(analyzer);
    return status;
  }
  analyzer->fingerprint = make_fingerprint(analyzer);
  *out = analyzer;
  return WARTA_OK;
}

void warta_analyzer_free(warta_analyzer *analyzer) {
  if (analyzer == NULL) {
    return;
  }
  wi_labeller_free(analyzer->labeller);
  wi_dictionary_free(analyzer->dictionary);
  wi_mem_free(analyzer);
}

uint64_t warta_analyzer_fingerprint(const warta_analyzer *analyzer) {
  return analyzer->fingerprint;
}
