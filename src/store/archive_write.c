/* Adding, deleting and committing. */
#include "archive_data.h"
#include "status.h"

warta_status warta_archive_add(warta_archive *archive, const warta_document *document,
                               const warta_article *article, warta_error *error) {
  wi_status_clear(error);
  if (archive->options.mode == WARTA_ARCHIVE_READ || article->id.len == 0) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "mode, id");
  }
  if (!wi_batch_add(archive, document, article)) {
    (void)wi_db_no_memory(archive->db);
    return wi_archive_fail(archive, error);
  }
  const wi_batch *batch = &archive->batch;
  if (batch->count >= archive->options.batch_articles ||
      batch->bytes >= archive->options.batch_bytes) {
    return warta_archive_commit(archive, error);
  }
  return WARTA_OK;
}

warta_status warta_archive_delete(warta_archive *archive, warta_text id, int *found,
                                  warta_error *error) {
  uint32_t number = 0;
  *found = 0;
  wi_status_clear(error);
  if (archive->options.mode == WARTA_ARCHIVE_READ) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "mode");
  }
  /* What was added before it may be what is deleted, and is committed with it. */
  if (!wi_archive_begin_write(archive) || (archive->batch.count > 0 && !wi_batch_write(archive))) {
    return wi_archive_fail(archive, error);
  }
  wi_batch_clear(&archive->batch);
  if (!wi_archive_find_article(archive, (wi_str){id.text, id.len}, &number) ||
      (number != 0 && !wi_archive_remove(archive, number))) {
    return wi_archive_fail(archive, error);
  }
  wi_archive_forget_terms(archive);
  *found = number != 0;
  return WARTA_OK;
}

warta_status warta_archive_commit(warta_archive *archive, warta_error *error) {
  wi_status_clear(error);
  if (archive->batch.count > 0 && (!wi_archive_begin_write(archive) || !wi_batch_write(archive))) {
    return wi_archive_fail(archive, error);
  }
  if (archive->is_writing) {
    if (!wi_archive_store_counts(archive) || !wi_db_run(archive->db, WI_SQL_COMMIT)) {
      return wi_archive_fail(archive, error);
    }
    archive->is_writing = false;
  }
  wi_batch_clear(&archive->batch);
  return WARTA_OK;
}
