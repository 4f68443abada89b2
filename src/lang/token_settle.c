#include "tokens.h"

#include "status.h"
#include "token_clitics.h"
#include "token_figures.h"
#include "token_items.h"
#include "token_join.h"
#include "token_units.h"

warta_status wi_tokens_settle(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary,
                              const wi_token_options *options, warta_error *error) {
  if (!wi_token_cut_items(tokens, text)) {
    return wi_status_no_memory(error);
  }
  wi_token_join(tokens, text, dictionary, options->abbreviation_stop);
  wi_token_figures(tokens, text, dictionary);
  wi_token_units(tokens, text, dictionary);
  if (options->clitics == WARTA_CUT && !wi_token_cut_clitics(tokens, text, dictionary)) {
    return wi_status_no_memory(error);
  }
  return WARTA_OK;
}
