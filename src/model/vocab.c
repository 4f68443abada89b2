#include "vocab.h"

#include "mem.h"
#include "status.h"

warta_status warta_vocab_open(warta_vocab **out, warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_vocab *vocab = wi_mem_new(1, sizeof *vocab);
  if (vocab == NULL) {
    return wi_status_no_memory(error);
  }
  vocab->terms = wi_strmap_make();
  *out = vocab;
  return WARTA_OK;
}

void warta_vocab_free(warta_vocab *vocab) {
  if (vocab == NULL) {
    return;
  }
  wi_strmap_free(&vocab->terms);
  wi_mem_free(vocab->known);
  wi_mem_free(vocab);
}
