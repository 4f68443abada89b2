#include "sampled.h"

#include "document_data.h"
#include "hash.h"
#include "mem.h"
#include "shingles.h"

bool wi_sampled_shingles(uint64_t **out, size_t *count, const warta_document *document) {
  uint64_t *terms = wi_mem_new(document->unit_count, sizeof *terms);
  uint64_t *hashes = wi_mem_new(document->unit_count, sizeof *hashes);
  *out = hashes;
  *count = 0;
  if (terms == NULL || hashes == NULL) {
    wi_mem_free(terms);
    wi_mem_free(hashes);
    *out = NULL;
    return false;
  }
  size_t used = 0;
  for (size_t i = 0; i < document->unit_count; i++) {
    if (wi_document_is_content(document, &document->units[i])) {
      terms[used++] = wi_hash_stable(wi_document_term_text(document, document->units[i].term));
    }
  }
  const wi_shingle_set set = {
      hashes, wi_shingle_collect(hashes, (wi_term_run){terms, used}, WI_SHINGLE_TERMS)};
  *count = wi_shingle_sample(&set);
  wi_mem_free(terms);
  return true;
}
