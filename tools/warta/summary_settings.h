/* The options of summaries as the library takes them; --weights is read here. */
#ifndef SUMMARY_SETTINGS_H
#define SUMMARY_SETTINGS_H

#include "run.h"

typedef struct summary_settings {
  warta_summary_options options;
  warta_summary_weights *weights; /* NULL: built in */
} summary_settings;

/* Opens all that a run needs, the output last, and writes what stands before the results (`columns`
 * is the TSV header). Free the settings in any case. */
int summary_settings_begin(summary_settings *out, run *r, const char *columns);
void summary_settings_free(summary_settings *s);

#endif
