/* Why a word has its stem: every analysis with the terms of its score, and the rule that decided.
 */
#include <stdbool.h>
#include <string.h>

#include "doubling.h"
#include "mem.h"
#include "status.h"
#include "stem_data.h"

enum { ROWS_MAX = WI_ANALYSES_MAX + 1 };

struct wi_stem_rows {
  warta_stem_analysis rows[ROWS_MAX];
  warta_stem_part parts[ROWS_MAX][WI_TERM_COUNT];
  char roots[ROWS_MAX][WI_ANALYSES_WORD_MAX];
  char word[WI_ANALYSES_WORD_MAX];
};

static const char *const rule_texts[WI_RULE_COUNT] = {
    [WI_RULE_NONE] = "no stemmer",
    [WI_RULE_SNOWBALL] = "Snowball",
    [WI_RULE_TOO_LONG] = "too long for a word",
    [WI_RULE_EXCEPTION] = "in the list of exceptions",
    [WI_RULE_SCORE] = "highest score, then the longer root",
    [WI_RULE_BOUND] = "highest score; its root is in the list of exceptions",
    [WI_RULE_LICENCE] = "capitals: highest score among the licensed",
    [WI_RULE_CAUTIOUS] = "no root is known: the cautious rules",
    [WI_RULE_NO_ANALYSIS] = "no analysis",
    [WI_RULE_NAME] = "capitals, and no licensed analysis: left as a name",
    [WI_RULE_WHOLE] = "in the list as it is, with its hyphen",
    [WI_RULE_HYPHEN] = "only the hyphenated affix taken off",
    [WI_RULE_HALF] = "one half of a doubling",
    [WI_RULE_PREPOSITION] = "di is the preposition, written together with the word",
    [WI_RULE_RESPELT] = "a common misspelling of what is taken apart here",
};

static const char *const term_names[WI_TERM_COUNT] = {
    [WI_TERM_CLASSES] = "classes",      [WI_TERM_WORD] = "word",
    [WI_TERM_CLITIC] = "clitic",        [WI_TERM_LICENSED] = "licensed",
    [WI_TERM_NO_CLASSES] = "unaffixed", [WI_TERM_CONFIX] = "confix",
    [WI_TERM_PREFIXES] = "prefixes",    [WI_TERM_SUFFIX] = "suffix",
    [WI_TERM_SHORT] = "short",          [WI_TERM_SHAPE] = "shape",
    [WI_TERM_PERSON] = "person",        [WI_TERM_PARTICLE] = "particle",
    [WI_TERM_K_BEFORE_AN] = "k-an",     [WI_TERM_BARE_KE] = "bare-ke",
    [WI_TERM_COMMAND] = "command",      [WI_TERM_BASE] = "base",
};

static const char *const suffixes[] = {"", "-kan", "-an", "-i"};
static const char *const possessives[] = {"-nya", "-ku", "-mu", ""};
static const char *const particles[] = {"-lah", "-kah", "-tah", "-pun", ""};

static warta_text text_of(const char *text) {
  return (warta_text){text, strlen(text)};
}

static warta_text root_of(char *to, const wi_analysis *a, wi_str word) {
  const size_t len = (size_t)(a->end - a->start);
  memcpy(to, word.ptr + a->start, len);
  if (a->letter != 0) {
    to[0] = a->letter;
  }
  return (warta_text){to, len};
}

static void fill_row(wi_stem_rows *all, size_t index, const wi_analysis *a, wi_str word) {
  int32_t terms[WI_TERM_COUNT];
  warta_stem_analysis *row = &all->rows[index];
  *row = (warta_stem_analysis){.prefixes = text_of(wi_affix_sequence(a->sequence)->name),
                               .root = root_of(all->roots[index], a, word),
                               .suffix = text_of(suffixes[a->suffix]),
                               .possessive = text_of(possessives[a->possessive]),
                               .particle = text_of(particles[a->particle]),
                               .score = a->score,
                               .is_listed = 1,
                               .is_licensed = a->licensed,
                               .parts = all->parts[index]};
  wi_analysis_terms(a, word, terms);
  for (int term = 0; term < WI_TERM_COUNT; term++) {
    if (terms[term] != 0) {
      all->parts[index][row->part_count++] = (warta_stem_part){term_names[term], terms[term]};
    }
  }
}

/* The cautious rules' proposal is told without a score: it is not weighed against the others. */
static void fill_proposal(wi_stem_rows *all, size_t index, const wi_analysis *a, wi_str word) {
  fill_row(all, index, a, word);
  all->rows[index].score = 0;
  all->rows[index].is_listed = 0;
  all->rows[index].part_count = 0;
}

static bool is_better(const wi_analysis *a, const wi_analysis *than) {
  return a->score != than->score ? a->score > than->score
                                 : a->end - a->start > than->end - than->start;
}

/* The indices, best first; what is equal stays in the order found. */
static void sort_analyses(const wi_analyses *analyses, size_t order[WI_ANALYSES_MAX]) {
  for (size_t i = 0; i < analyses->count; i++) {
    size_t at = i;
    for (; at > 0 && is_better(&analyses->items[i], &analyses->items[order[at - 1]]); at--) {
      order[at] = order[at - 1];
    }
    order[at] = i;
  }
}

static void fill_rows(const wi_stemmer *s, wi_str word, warta_stem_explanation *out) {
  size_t order[WI_ANALYSES_MAX];
  sort_analyses(&s->analyses, order);
  for (size_t i = 0; i < s->analyses.count; i++) {
    const wi_analysis *a = &s->analyses.items[order[i]];
    fill_row(s->rows, i, a, word);
    s->rows->rows[i].is_chosen = a == s->chosen;
  }
  out->count = s->analyses.count;
  if (s->analyses.has_unknown) {
    fill_proposal(s->rows, out->count, &s->analyses.unknown, word);
    s->rows->rows[out->count++].is_chosen = s->chosen == &s->analyses.unknown;
  }
  out->analyses = s->rows->rows;
  out->word = (warta_text){word.ptr, word.len};
}

/* What the analyses are of: what the stemmer took apart, or what it would have without an
 * exception. Empty if nothing can be. */
static wi_str taken_word(const wi_stemmer *s, wi_str word, char *to) {
  if (word.len == 0 || word.len > WI_ANALYSES_WORD_MAX) {
    return (wi_str){0};
  }
  const wi_str joined = wi_doubling_join(to, s->dictionary, word);
  if (joined.len > 0) {
    return joined;
  }
  memcpy(to, word.ptr, word.len);
  return (wi_str){to, word.len};
}

warta_status wi_stemmer_explain(wi_stemmer *stemmer, wi_str word, wi_stem_case context,
                                warta_stem_explanation *out, warta_error *error) {
  *out = (warta_stem_explanation){{"", 0, WARTA_STEM_UNCHANGED}, "", {"", 0}, NULL, 0};
  if (stemmer->rows == NULL) {
    stemmer->rows = wi_mem_new(1, sizeof *stemmer->rows);
    if (stemmer->rows == NULL) {
      return wi_status_no_memory(error);
    }
  }
  wi_stem_result result;
  const warta_status status = wi_stemmer_stem(stemmer, word, context, &result, error);
  if (status != WARTA_OK) {
    return status;
  }
  out->result = (warta_stem_result){result.stem.ptr, result.stem.len, result.how};
  out->rule = rule_texts[result.rule];
  out->word = (warta_text){word.ptr, word.len};
  if (stemmer->kind != WARTA_STEMMER_ROOTS) {
    return WARTA_OK;
  }
  wi_str taken = {stemmer->rows->word, stemmer->taken_len};
  if (taken.len > 0) {
    memcpy(stemmer->rows->word, stemmer->word, taken.len);
    if (stemmer->chosen != NULL && stemmer->chosen->letter != 0) {
      stemmer->rows->word[stemmer->chosen->start] = stemmer->covered;
    }
  } else {
    taken = taken_word(stemmer, word, stemmer->rows->word);
    wi_analyses_find(&stemmer->analyses, stemmer->dictionary, taken);
  }
  if (taken.len > 0) {
    fill_rows(stemmer, taken, out);
  }
  return WARTA_OK;
}
