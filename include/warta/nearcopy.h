/* Near-copies: which articles are the same report, cut or edited, and which only repeat background.
 *
 * Compared are runs of three content terms (stems in order, stop words and labelled parts left
 * out), so that changed function words, verbs of saying, datelines, bylines and links put in
 * between hide nothing. An article is contained in another by the share of its terms that stand in
 * such runs of the other.
 *
 *   copy      the one is contained in the other, and they are about as long
 *   cut       the shorter is contained in the longer
 *   followup  they share wording, but not the news: another headline and lead over the same
 *             background, other terms that weigh, other numbers in the same form, or too little
 *
 * Articles are candidates if they share two of their sampled runs: those whose hash is in the
 * lowest quarter, and at least the 32 lowest (A. Broder, "On the resemblance and containment of
 * documents", 1997; its mod m and bottom s together). Candidates are then compared exactly.
 */
#ifndef WARTA_NEARCOPY_H
#define WARTA_NEARCOPY_H

#include <stddef.h>
#include <stdint.h>

#include <warta/df.h>
#include <warta/document.h>
#include <warta/export.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

/* A collection of articles to be compared; one thread at a time. */
typedef struct warta_nearcopy warta_nearcopy;

typedef struct warta_nearcopy_options {
  size_t struct_size;
  const warta_df *background; /* for the cosine; NULL: built in. Borrowed until the free */
  double copy; /* contained so far to be a copy or cut, or to 0.6 but for 4 terms; 0 to 1 */
  double shared; /* contained at least so far to be a row at all; 0 to 1 */
} warta_nearcopy_options;

/* Wire copies that were cut by 60 % and had 80 % of their common verbs changed are contained to .71
 * at least; articles on the same event by different reporters to less than .5 as a rule. */
#define WARTA_NEARCOPY_OPTIONS_INIT                                                                \
  { sizeof(warta_nearcopy_options), 0, 0.72, 0.5 }

/* *out is owned: free it with warta_nearcopy_free. options may be NULL. Errors: WARTA_ERR_ARGUMENT,
 * WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_nearcopy_open(warta_nearcopy **out,
                                                              const warta_nearcopy_options *options,
                                                              warta_error *error);
/* NULL is allowed. */
WARTA_EXPORT void warta_nearcopy_free(warta_nearcopy *set);

/* Adds an article; its number is the count before. What is needed of document and id is copied,
 * about 25 bytes for each content term. The id orders results, whatever the order of adding; equal
 * ids stay in the order of adding. The date may be {NULL, 0}; it is understood if it begins as
 * 2026-01-29T10:42, 29/1/2026 or 29 Januari 2026 10.42 (the time may be missing, and zones are not
 * looked at), and any other form is no date. All documents must be
 * of one analyzer. Errors: WARTA_ERR_MEMORY, WARTA_ERR_LIMIT (2^31 articles). */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_nearcopy_add(warta_nearcopy *set,
                                                             const warta_document *document,
                                                             warta_text id, warta_text date,
                                                             warta_error *error);

typedef enum warta_copy_verdict {
  WARTA_COPY = 1,
  WARTA_COPY_CUT = 2,
  WARTA_COPY_FOLLOWUP = 3
} warta_copy_verdict;

/* "copy", "cut", "followup"; static. */
WARTA_EXPORT const char *warta_copy_verdict_name(warta_copy_verdict verdict);

typedef struct warta_copy_pair {
  uint32_t a; /* numbers of articles; a has the smaller id */
  uint32_t b;
  uint32_t group; /* from 1; 0 for a followup between articles of no common group */
  warta_copy_verdict verdict;
  double contained_a; /* share of a's content terms that stand in runs of b */
  double contained_b;
  double cosine; /* of the whole articles: warta_similarity with opening_share 0 */
} warta_copy_pair;

/* Compares the articles added so far. Pairs of a group come together, groups in order of their
 * smallest id; the pairs without a group come last. Time: that of sorting the sampled runs, about
 * 40 an article, and of comparing the candidates. A run that stands in more than 32 articles joins
 * each of them with the next one only, so that a thousand copies give a thousand pairs and one
 * group, not half a million pairs. Errors: WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_nearcopy_find(warta_nearcopy *set,
                                                              warta_error *error);

/* What the last warta_nearcopy_find found; 0 before it. */
WARTA_EXPORT size_t warta_nearcopy_count(const warta_nearcopy *set);
WARTA_EXPORT warta_copy_pair warta_nearcopy_at(const warta_nearcopy *set, size_t index);
WARTA_EXPORT size_t warta_nearcopy_candidate_count(const warta_nearcopy *set);

/* Copies and cuts joined to groups; group from 1 to the count. The original has the earliest date,
 * without dates the most words, and among equals the smallest id. */
WARTA_EXPORT uint32_t warta_nearcopy_group_count(const warta_nearcopy *set);
WARTA_EXPORT uint32_t warta_nearcopy_original(const warta_nearcopy *set, uint32_t group);

WARTA_END_DECLS

#endif
