/* Lengths of articles' vectors, kept beside the articles so that a query need not look at all of
 * them.
 *
 * A vector's length depends on the document frequencies, which change with every batch. So lengths
 * are kept by the frequencies of one moment, the epoch, whose rarest terms are not listed: their
 * idf is the cap. How far the idf of any term has moved since bounds how far any length has
 * (drift), and that is enough to leave out all but the nearest articles, which are then scored
 * exactly. When the drift grows large, the next batch begins a new epoch. */
#ifndef WI_NORMS_H
#define WI_NORMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "archive_data.h"

enum { WI_PARTS = 2 }; /* of a vector: warta_vector_part */

typedef struct wi_common_term {
  uint32_t term;
  uint32_t df;
} wi_common_term;

/* The terms whose idf is below the cap, by number. */
typedef struct wi_epoch {
  uint32_t articles;
  wi_common_term *terms;
  size_t count;
  size_t capacity;
} wi_epoch;

void wi_epoch_free(wi_epoch *epoch);
/* That of the file; with no articles if there is none yet. */
bool wi_epoch_load(warta_archive *archive, wi_epoch *out);
double wi_epoch_idf(const wi_epoch *epoch, uint32_t term);
void wi_epoch_norms(const wi_epoch *epoch, const wi_record *record, const wi_record_count *counts,
                    float norms[WI_PARTS]);

/* Any length of now, divided by that of the epoch, lies between these two. */
typedef struct wi_drift {
  double least;
  double most;
} wi_drift;
bool wi_epoch_drift(warta_archive *archive, const wi_epoch *epoch, wi_drift *out);

/* Begins a new epoch if lengths may have moved too far; within a transaction. */
bool wi_norms_renew(warta_archive *archive, const wi_epoch *epoch);

/* 1 + ln tf of each part, as the default vectors have it. */
void wi_norms_local(const wi_record_count *count, double local[WI_PARTS]);

#endif
