/* What all calls of a summary begin with: are the options in their ranges? */
#ifndef WI_SUMMARY_OPTIONS_H
#define WI_SUMMARY_OPTIONS_H

#include <warta/summary.h>

/* WARTA_ERR_ARGUMENT, and *error filled, if not. */
warta_status wi_summary_options_check(const warta_summary_options *options, warta_error *error);

#endif
