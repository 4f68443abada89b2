/* Articles to be added, gathered in memory. */
#include <string.h>

#include "archive_data.h"
#include "mem.h"
#include "sampled.h"

static void free_draft(wi_draft *draft) {
  wi_mem_free(draft->names);
  wi_mem_free(draft->shingles);
  wi_record_free(&draft->record);
}

void wi_batch_clear(wi_batch *batch) {
  for (size_t i = 0; i < batch->count; i++) {
    free_draft(&batch->drafts[i]);
  }
  batch->count = 0;
  batch->bytes = 0;
  wi_strmap_reset(&batch->terms);
  wi_strmap_reset(&batch->ids);
}

void wi_batch_free(wi_batch *batch) {
  wi_batch_clear(batch);
  wi_strmap_free(&batch->terms);
  wi_strmap_free(&batch->ids);
  wi_mem_free(batch->places);
  wi_mem_free(batch->drafts);
}

static bool number_in_batch(void *payload, wi_str term, uint32_t *number) {
  wi_batch *batch = payload;
  return wi_strmap_add(&batch->terms, term, number);
}

static warta_text move_text(char **to, warta_text from) {
  if (from.text == NULL) {
    return from;
  }
  char *copy = *to;
  if (from.len > 0) {
    memcpy(copy, from.text, from.len);
  }
  *to += from.len;
  return (warta_text){copy, from.len};
}

static bool copy_names(wi_draft *draft, const warta_article *from, bool keeps_text) {
  const warta_text none = {NULL, 0};
  const warta_text text = keeps_text ? from->text : none;
  draft->names =
      wi_mem_new(from->id.len + from->title.len + text.len + from->date.len + from->source.len, 1);
  if (draft->names == NULL) {
    return false;
  }
  char *to = draft->names;
  draft->article.id = move_text(&to, from->id);
  draft->article.title = move_text(&to, from->title);
  draft->article.text = move_text(&to, text);
  draft->article.date = move_text(&to, from->date);
  draft->article.source = move_text(&to, from->source);
  return true;
}

/* A later article of the same id takes the place of the one before. */
static bool note_id(wi_batch *batch, wi_str id) {
  uint32_t known = 0;
  const uint32_t before = batch->ids.count;
  if (!wi_strmap_add(&batch->ids, id, &known)) {
    return false;
  }
  if (known < before) {
    batch->drafts[batch->places[known]].is_replaced = true;
  } else if (!wi_mem_grow(&batch->places, &batch->places_capacity, known, sizeof *batch->places)) {
    return false;
  }
  batch->places[known] = (uint32_t)batch->count;
  return true;
}

bool wi_batch_add(warta_archive *archive, const warta_document *document,
                  const warta_article *article) {
  wi_batch *batch = &archive->batch;
  if (!wi_mem_grow(&batch->drafts, &batch->capacity, batch->count, sizeof *batch->drafts)) {
    return false;
  }
  wi_draft draft = {0};
  const bool is_done = copy_names(&draft, article, archive->keeps_text) &&
                       wi_record_of_document(&draft.record, document, number_in_batch, batch) &&
                       wi_sampled_shingles(&draft.shingles, &draft.shingle_count, document) &&
                       note_id(batch, (wi_str){draft.article.id.text, draft.article.id.len});
  if (!is_done) {
    free_draft(&draft);
    return false;
  }
  batch->bytes += article->text.len;
  batch->drafts[batch->count++] = draft;
  return true;
}
