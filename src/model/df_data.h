/* What a table of document frequencies holds: for df, its text form (df_text) and archives. */
#ifndef WI_DF_DATA_H
#define WI_DF_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/df.h>

#include "dictionary.h"
#include "str.h"
#include "strmap.h"

struct warta_df {
  const wi_dictionary *builtin; /* NULL but in the read-only view of the built-in table */
  uint64_t fingerprint;
  uint32_t documents;
  wi_strmap terms;
  uint32_t *counts; /* by term; 0 only after a call that ran out of memory */
  size_t capacity;
};

/* Adds `more` documents to the term; a new one begins at 0. False: no memory, nothing changed. */
bool wi_df_count(warta_df *df, wi_str term, uint32_t more);

/* WARTA_ERR_MISMATCH with both numbers in the detail. */
warta_status wi_df_fail_fingerprint(uint64_t have, uint64_t want, warta_error *error);

#endif
