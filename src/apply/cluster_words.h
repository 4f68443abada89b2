/* The keywords of many articles, and from them those of a group. */
#ifndef WI_CLUSTER_WORDS_H
#define WI_CLUSTER_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/keywords.h>

#include "strmap.h"

/* A keyword of an article. */
typedef struct wi_cluster_word {
  uint32_t form; /* as it is written */
  float score;
} wi_cluster_word;

typedef struct wi_cluster_words {
  wi_strmap forms;
  wi_strmap folded;
  uint32_t *folded_of; /* by form */
  size_t folded_capacity;
  wi_cluster_word *rows; /* article after article */
  size_t count;
  size_t capacity;
} wi_cluster_words;

wi_cluster_words wi_cluster_words_make(void);
void wi_cluster_words_free(wi_cluster_words *words);

/* Keeps the keywords of one more article. False: no memory. */
bool wi_cluster_words_add(wi_cluster_words *words, const warta_keyword_list *list);

/* The rows of one article. */
typedef struct wi_cluster_range {
  size_t start;
  size_t end;
} wi_cluster_range;

/* Writes at most `limit` phrases of the articles, those with the largest sum of scores times
 * mentions first (what many speak of, rather than few and loud), ties by bytes; none that stands in
 * another or has another in it. Each in the form that most articles write, borrowed until the words
 * are freed. Returns how many; SIZE_MAX: no memory. */
size_t wi_cluster_words_best(warta_text *out, size_t limit, const wi_cluster_words *words,
                             const wi_cluster_range *articles, size_t count);

#endif
