#include "sentence_rows.h"

#include "article.h"

void sentence_rows_write_tsv(run *r, const record *rec, const warta_document *document) {
  buffer scratch = {NULL, 0, 0};
  for (size_t i = 0; i < warta_document_sentence_count(document); i++) {
    const warta_sentence sentence = warta_document_sentence(document, i);
    const warta_text text = article_sentence(document, i, &scratch);
    tsv_field(r->out, rec->id.text, rec->id.len);
    tsv_tab(r->out);
    tsv_count(r->out, sentence.start);
    tsv_tab(r->out);
    tsv_count(r->out, sentence.end);
    tsv_tab(r->out);
    tsv_text(r->out, article_sentence_kind(sentence.kind));
    tsv_tab(r->out);
    tsv_field(r->out, text.text, text.len);
    tsv_row_end(r->out);
  }
  output_result_end(r->out);
  buffer_free(&scratch);
}

void sentence_rows_write_json(run *r, const record *rec, const warta_document *document) {
  buffer scratch = {NULL, 0, 0};
  run_object_begin(r);
  run_json_member(r, "id", rec->id);
  run_json_member(r, "title", warta_document_title(document));
  json_name(&r->json, "sentences");
  json_open(&r->json, '[');
  for (size_t i = 0; i < warta_document_sentence_count(document); i++) {
    const warta_sentence sentence = warta_document_sentence(document, i);
    json_element(&r->json);
    json_open(&r->json, '{');
    json_name(&r->json, "start");
    json_count(&r->json, sentence.start);
    json_name(&r->json, "end");
    json_count(&r->json, sentence.end);
    json_name(&r->json, "kind");
    json_text(&r->json, article_sentence_kind(sentence.kind));
    run_json_member(r, "text", article_sentence(document, i, &scratch));
    json_close(&r->json, '}');
  }
  json_close(&r->json, ']');
  run_object_end(r);
  buffer_free(&scratch);
}
