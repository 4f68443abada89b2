/* Looking document frequencies up, in a table of the caller's or in the built-in one. */
#ifndef WI_DF_H
#define WI_DF_H

#include <stdint.h>

#include <warta/df.h>

#include "dictionary.h"
#include "str.h"

/* A table, or the built-in one of an analyzer where table is NULL. */
typedef struct wi_df_view {
  const warta_df *table;
  const wi_dictionary *builtin;
} wi_df_view;

/* One of the two may be NULL. */
wi_df_view wi_df_view_make(const warta_df *background, const warta_analyzer *analyzer);
uint32_t wi_df_view_documents(const wi_df_view *view);
uint32_t wi_df_view_lookup(const wi_df_view *view, wi_str term);

#endif
