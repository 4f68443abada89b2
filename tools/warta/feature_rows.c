#include "feature_rows.h"

#include "article.h"
#include "message.h"
#include "number.h"

enum { INDENT = 4, DIGITS = 3 };

void feature_columns(buffer *out, const char *columns, const feature_set *set) {
  buffer_add_text(out, columns);
  for (size_t i = 0; i < set->count; i++) {
    buffer_add_char(out, ' ');
    buffer_add_text(out, set->name(i));
  }
  buffer_add_char(out, '\0');
}

void feature_fields(run *r, const feature_set *set, const int32_t *values) {
  for (size_t i = 0; i < set->count; i++) {
    tsv_tab(r->out);
    tsv_whole(r->out, values[i]);
  }
  tsv_row_end(r->out);
}

void feature_members(run *r, const feature_set *set, const int32_t *values) {
  json_name(&r->json, "features");
  json_open(&r->json, '{');
  for (size_t i = 0; i < set->count; i++) {
    json_name(&r->json, set->name(i));
    json_whole(&r->json, values[i]);
  }
  json_close(&r->json, '}');
  json_close(&r->json, '}');
}

void feature_line(run *r, const feature_set *set, const int32_t *values, double score) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  const text_paint faint = PAINT_FAINT;
  char digits[NUMBER_SIZE];
  number_write(digits, score, DIGITS, '.');
  text_line_add_text(&line, message_text(MSG_WORD_SCORE));
  text_line_add_text(&line, " ");
  text_line_add_text(&line, digits);
  for (size_t i = 0; i < set->count; i++) {
    if (values[i] != 0) {
      number_write_whole(digits, values[i]);
      text_line_add_text(&line, " \xC2\xB7 ");
      text_line_add_text(&line, set->name(i));
      text_line_add_text(&line, " ");
      text_line_add_text(&line, digits);
    }
  }
  output_text(r->out, "    ");
  text_wrap(&r->style, &line, INDENT, &faint);
  text_line_free(&line);
}

void feature_rows_begin(run *r, const record *rec, const warta_document *document,
                        const char *name) {
  if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", rec->id);
    json_name(&r->json, name);
    json_open(&r->json, '[');
  } else if (!run_is_tsv(r)) {
    article_write_head(r, rec, document);
  }
}

void feature_rows_end(run *r) {
  if (run_is_json(r)) {
    json_close(&r->json, ']');
    run_object_end(r);
  } else {
    output_result_end(r->out);
  }
}
