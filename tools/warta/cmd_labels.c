#include "article.h"
#include "commands.h"

#include <string.h>

static void write_tsv(run *r, const record *rec, const warta_document *document) {
  for (size_t i = 0; i < warta_document_label_count(document); i++) {
    const warta_label label = warta_document_label(document, i);
    tsv_field(r->out, rec->id.text, rec->id.len);
    tsv_tab(r->out);
    tsv_count(r->out, label.start);
    tsv_tab(r->out);
    tsv_count(r->out, label.end);
    tsv_tab(r->out);
    tsv_text(r->out, warta_label_name(label.kind));
    tsv_tab(r->out);
    tsv_text(r->out, label.rule == NULL ? "" : label.rule);
    tsv_tab(r->out);
    tsv_field(r->out, rec->text.text + label.start, label.end - label.start);
    tsv_row_end(r->out);
  }
  output_result_end(r->out);
}

static void write_json(run *r, const record *rec, const warta_document *document) {
  run_object_begin(r);
  run_json_member(r, "id", rec->id);
  json_name(&r->json, "labels");
  json_open(&r->json, '[');
  for (size_t i = 0; i < warta_document_label_count(document); i++) {
    const warta_label label = warta_document_label(document, i);
    json_element(&r->json);
    json_open(&r->json, '{');
    json_name(&r->json, "start");
    json_count(&r->json, label.start);
    json_name(&r->json, "end");
    json_count(&r->json, label.end);
    json_name(&r->json, "kind");
    json_text(&r->json, warta_label_name(label.kind));
    json_name(&r->json, "rule");
    json_text(&r->json, label.rule == NULL ? "" : label.rule);
    run_json_member(r, "text", (warta_text){rec->text.text + label.start, label.end - label.start});
    json_close(&r->json, '}');
  }
  json_close(&r->json, ']');
  run_object_end(r);
}

enum { KIND_WIDTH = 12 };

static void write_text(run *r, const record *rec, const warta_document *document) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  article_write_head(r, rec, document);
  output_text(r->out, warta_document_label_count(document) > 0 ? "\n" : "");
  for (size_t i = 0; i < warta_document_label_count(document); i++) {
    const warta_label label = warta_document_label(document, i);
    const char *name = warta_label_name(label.kind);
    output_text(r->out, "  ");
    text_paint_start(&r->style, PAINT_KEYWORD);
    text_cell(&r->style, name, strlen(name), KIND_WIDTH);
    text_paint_end(&r->style);
    text_line_clear(&line);
    text_line_add(&line, rec->text.text + label.start, label.end - label.start, false);
    text_wrap(&r->style, &line, KIND_WIDTH + 2, NULL);
  }
  output_result_end(r->out);
  text_line_free(&line);
}

static bool labels_of(run *r, const record *rec, const warta_document *document, void *payload) {
  (void)payload;
  if (run_is_tsv(r)) {
    write_tsv(r, rec, document);
  } else if (run_is_json(r)) {
    write_json(r, rec, document);
  } else {
    write_text(r, rec, document);
  }
  return true;
}

int cmd_labels(run *r, char **operands, size_t count) {
  return run_whole(r, operands, count, "doc start end kind rule text", labels_of);
}
