/* What all calls of a summary begin with: are the options in their ranges? */
#ifndef WI_SUMMARY_OPTIONS_H
#define WI_SUMMARY_OPTIONS_H

#include <warta/summary.h>

#include "sentence_scores.h"

/* WARTA_ERR_ARGUMENT, and *error filled, if not. */
warta_status wi_summary_options_check(const warta_summary_options *options, warta_error *error);

/* What the calls for one document begin with: checks the options and scores the sentences.
 * *scores as in wi_sentence_scores_make. */
warta_status wi_summary_score(wi_sentence_scores *scores, const warta_document *document,
                              const warta_df *background, const warta_summary_options *options,
                              warta_error *error);

#endif
