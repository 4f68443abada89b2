/* The articles of an archive one by one. */
#include <string.h>

#include "archive_data.h"
#include "mem.h"
#include "status.h"

static warta_text text_of(wi_str bytes) {
  return (warta_text){bytes.ptr, bytes.len};
}

/* Columns id, title, date, source, words from `first` on. */
static void fill_row(warta_archive_row *row, wi_statement *from, int first) {
  row->article.id = text_of(wi_sql_column(from, first));
  row->article.title = text_of(wi_sql_column(from, first + 1));
  row->article.date = text_of(wi_sql_column(from, first + 2));
  row->article.source = text_of(wi_sql_column(from, first + 3));
  row->words = (uint32_t)wi_sql_column_number(from, first + 4);
}

/* Its text, which is borrowed until the statement is used again. */
static bool fill_text(warta_archive *archive, warta_archive_row *row, wi_statement **text) {
  *text = NULL;
  if (!archive->keeps_text) {
    return true;
  }
  wi_statement *get = wi_sql_use(archive->db, WI_SQL_TEXT_GET);
  wi_sql_number(get, 1, row->number);
  const wi_step step = wi_sql_step(get);
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE && wi_db_damaged(archive->db, "an article without its text");
  }
  row->article.text = text_of(wi_sql_column(get, 0));
  *text = get;
  return true;
}

/* Who gets the rows, and what was said to the last. */
typedef struct receiver {
  warta_archive_fn fn;
  void *payload;
  bool wants_text;
  warta_status said;
} receiver;

static bool hand_over(warta_archive *archive, warta_archive_row *row, receiver *to) {
  wi_statement *text = NULL;
  if (to->wants_text && !fill_text(archive, row, &text)) {
    return false;
  }
  to->said = to->fn(to->payload, row);
  wi_sql_end(text);
  return true;
}

warta_status warta_archive_each(warta_archive *archive, int with_text, warta_archive_fn fn,
                                void *payload, warta_error *error) {
  wi_status_clear(error);
  if (!wi_archive_begin_read(archive)) {
    return wi_archive_fail(archive, error);
  }
  receiver to = {fn, payload, with_text != 0, WARTA_OK};
  wi_statement *all = wi_sql_use(archive->db, WI_SQL_ARTICLE_NEXT);
  wi_sql_number(all, 1, 0);
  wi_step step = wi_sql_step(all);
  for (; step == WI_STEP_ROW && to.said == WARTA_OK; step = wi_sql_step(all)) {
    warta_archive_row row = {0};
    row.number = (uint32_t)wi_sql_column_number(all, 0);
    fill_row(&row, all, 1);
    if (!hand_over(archive, &row, &to)) {
      step = WI_STEP_FAILED;
      break;
    }
    if (to.said != WARTA_OK) {
      break;
    }
  }
  if (step == WI_STEP_FAILED) {
    wi_sql_end(all);
    return wi_archive_fail(archive, error);
  }
  wi_sql_end(all);
  return to.said;
}

static warta_status no_article(warta_error *error) {
  return wi_status_fail(error, WARTA_MSG_ARCHIVE_NO_ARTICLE, NULL);
}

warta_status warta_archive_look(warta_archive *archive, uint32_t number, warta_archive_fn fn,
                                void *payload, warta_error *error) {
  warta_archive_row row = {0};
  receiver to = {fn, payload, true, WARTA_OK};
  wi_status_clear(error);
  if (!wi_archive_begin_read(archive)) {
    return wi_archive_fail(archive, error);
  }
  wi_statement *names = wi_sql_use(archive->db, WI_SQL_ARTICLE_NAMES);
  wi_sql_number(names, 1, number);
  const wi_step step = wi_sql_step(names);
  if (step == WI_STEP_DONE) {
    return no_article(error);
  }
  bool is_done = step == WI_STEP_ROW;
  if (is_done) {
    row.number = number;
    fill_row(&row, names, 0);
    is_done = hand_over(archive, &row, &to);
    wi_sql_end(names);
  }
  return is_done ? to.said : wi_archive_fail(archive, error);
}

warta_status warta_archive_find(uint32_t *out, warta_archive *archive, warta_text id,
                                warta_error *error) {
  *out = 0;
  wi_status_clear(error);
  if (!wi_archive_begin_read(archive) ||
      !wi_archive_find_article(archive, (wi_str){id.text, id.len}, out)) {
    return wi_archive_fail(archive, error);
  }
  return WARTA_OK;
}
