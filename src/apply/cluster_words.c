#include "cluster_words.h"

#include <stdlib.h>

#include "exact_sum.h"
#include "fold.h"
#include "mem.h"

wi_cluster_words wi_cluster_words_make(void) {
  return (wi_cluster_words){wi_strmap_make(), wi_strmap_make(), NULL, 0, NULL, 0, 0};
}

void wi_cluster_words_free(wi_cluster_words *words) {
  wi_strmap_free(&words->forms);
  wi_strmap_free(&words->folded);
  wi_mem_free(words->folded_of);
  wi_mem_free(words->rows);
  *words = wi_cluster_words_make();
}

/* A form's folded form is found once. */
static bool fold_form(wi_cluster_words *words, uint32_t form) {
  wi_buf folded = wi_buf_make(SIZE_MAX);
  const bool is_done =
      wi_mem_grow(&words->folded_of, &words->folded_capacity, form, sizeof *words->folded_of) &&
      wi_fold(&folded, wi_strmap_key(&words->forms, form)) &&
      wi_strmap_add(&words->folded, wi_buf_str(&folded), &words->folded_of[form]);
  wi_buf_free(&folded);
  return is_done;
}

/* A phrase may be broken over two lines, or be set with wide spaces: one space stands for all. */
static bool add_form(wi_cluster_words *words, wi_str text, uint32_t *form) {
  wi_buf plain = wi_buf_make(SIZE_MAX);
  bool is_done = true;
  for (size_t i = 0; i < text.len && is_done; i++) {
    const bool is_space = wi_str_is_space(text.ptr[i]);
    if (!is_space || (plain.len > 0 && plain.ptr[plain.len - 1] != ' ')) {
      is_done = wi_buf_push(&plain, is_space ? ' ' : text.ptr[i]);
    }
  }
  is_done = is_done && wi_strmap_add(&words->forms, wi_buf_str(&plain), form);
  wi_buf_free(&plain);
  return is_done;
}

static bool add_word(wi_cluster_words *words, warta_keyword keyword) {
  const uint32_t known = words->forms.count;
  uint32_t form = 0;
  if (!wi_mem_grow(&words->rows, &words->capacity, words->count, sizeof *words->rows) ||
      !add_form(words, (wi_str){keyword.text, keyword.len}, &form)) {
    return false;
  }
  if (form >= known && !fold_form(words, form)) {
    return false;
  }
  words->rows[words->count++] = (wi_cluster_word){form, (float)keyword.score};
  return true;
}

bool wi_cluster_words_add(wi_cluster_words *words, const warta_keyword_list *list) {
  for (size_t i = 0; i < warta_keywords_count(list); i++) {
    if (!add_word(words, warta_keywords_at(list, i))) {
      return false;
    }
  }
  return true;
}

/* A keyword of a member; then, first of its like, a phrase of the group. */
typedef struct mention {
  uint32_t folded;
  uint32_t form;
  double score;
} mention;

typedef struct phrase {
  wi_str folded;
  wi_str form;
  double score;
} phrase;

/* By phrase, then by its form; by score at last, so that sums do not depend on the order. */
static int by_phrase(const void *left, const void *right) {
  const mention *a = left;
  const mention *b = right;
  if (a->folded != b->folded) {
    return a->folded < b->folded ? -1 : 1;
  }
  if (a->form != b->form) {
    return a->form < b->form ? -1 : 1;
  }
  return (a->score > b->score) - (a->score < b->score);
}

static int by_score(const void *left, const void *right) {
  const phrase *a = left;
  const phrase *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return wi_str_compare(a->folded, b->folded);
}

static size_t list_mentions(mention *out, const wi_cluster_words *words,
                            const wi_cluster_range *articles, size_t count) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = articles[i].start; k < articles[i].end; k++) {
      const wi_cluster_word row = words->rows[k];
      out[found++] = (mention){words->folded_of[row.form], row.form, (double)row.score};
    }
  }
  if (found > 1) {
    qsort(out, found, sizeof *out, by_phrase);
  }
  return found;
}

/* Of the mentions [*at, ...) of one phrase; *at moves behind them. */
static phrase gather(const wi_cluster_words *words, const mention *mentions, size_t count,
                     size_t *at) {
  const size_t start = *at;
  wi_exact_sum score = {0.0, 0.0};
  wi_str best = {NULL, 0};
  size_t most = 0;
  while (*at < count && mentions[*at].folded == mentions[start].folded) {
    const uint32_t form = mentions[*at].form;
    size_t times = 0;
    for (; *at < count && mentions[*at].form == form; times++, (*at)++) {
      wi_exact_add(&score, mentions[*at].score);
    }
    const wi_str text = wi_strmap_key(&words->forms, form);
    if (times > most || (times == most && wi_str_compare(text, best) < 0)) {
      most = times;
      best = text;
    }
  }
  return (phrase){wi_strmap_key(&words->folded, mentions[start].folded), best,
                  wi_exact_value(&score) * (double)(*at - start)};
}

/* Word by word: "menteri" stands in "menteri keuangan", "bank" does not in "perbankan". */
static bool stands_in(wi_str part, wi_str whole) {
  for (size_t at = 0; at + part.len <= whole.len; at++) {
    const bool begins = at == 0 || whole.ptr[at - 1] == ' ';
    const bool ends = at + part.len == whole.len || whole.ptr[at + part.len] == ' ';
    if (begins && ends && wi_str_equal(wi_str_slice(whole, at, at + part.len), part)) {
      return true;
    }
  }
  return false;
}

static bool says_the_same(const phrase *chosen, size_t count, wi_str folded) {
  for (size_t i = 0; i < count; i++) {
    if (stands_in(folded, chosen[i].folded) || stands_in(chosen[i].folded, folded)) {
      return true;
    }
  }
  return false;
}

/* Moves the chosen to the front. */
static size_t choose(phrase *phrases, size_t count, size_t limit) {
  size_t chosen = 0;
  for (size_t i = 0; i < count && chosen < limit; i++) {
    if (!says_the_same(phrases, chosen, phrases[i].folded)) {
      phrases[chosen++] = phrases[i];
    }
  }
  return chosen;
}

size_t wi_cluster_words_best(warta_text *out, size_t limit, const wi_cluster_words *words,
                             const wi_cluster_range *articles, size_t count) {
  size_t room = 0;
  for (size_t i = 0; i < count; i++) {
    room += articles[i].end - articles[i].start;
  }
  mention *mentions = wi_mem_new(room, sizeof *mentions);
  phrase *phrases = wi_mem_new(room, sizeof *phrases);
  size_t chosen = SIZE_MAX;
  if (mentions != NULL && phrases != NULL) {
    const size_t found = list_mentions(mentions, words, articles, count);
    size_t total = 0;
    for (size_t at = 0; at < found;) {
      phrases[total++] = gather(words, mentions, found, &at);
    }
    if (total > 1) {
      qsort(phrases, total, sizeof *phrases, by_score);
    }
    chosen = choose(phrases, total, limit);
    for (size_t i = 0; i < chosen; i++) {
      out[i] = (warta_text){phrases[i].form.ptr, phrases[i].form.len};
    }
  }
  wi_mem_free(mentions);
  wi_mem_free(phrases);
  return chosen;
}
