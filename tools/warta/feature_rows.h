/* The features behind a score, one after the other, in each format: for keywords and sentences. */
#ifndef FEATURE_ROWS_H
#define FEATURE_ROWS_H

#include "run.h"

#include <stddef.h>
#include <stdint.h>

typedef struct feature_set {
  size_t count;
  const char *(*name)(size_t index);
} feature_set;

/* Names of columns, parted by blanks, with a NUL: those given, then one for each feature. */
void feature_columns(buffer *out, const char *columns, const feature_set *set);

/* The fields of a TSV row behind the others, and the row's end. */
void feature_fields(run *r, const feature_set *set, const int32_t *values);

/* The member "features" of an object, and the object's end. */
void feature_members(run *r, const feature_set *set, const int32_t *values);

/* Below what they belong to, faint: the score, and those features that are not 0. */
void feature_line(run *r, const feature_set *set, const int32_t *values, double score);

/* Around the rows of an article: its object and the array of that name, or its head. */
void feature_rows_begin(run *r, const record *rec, const warta_document *document,
                        const char *name);
void feature_rows_end(run *r);

#endif
