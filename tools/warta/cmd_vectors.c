#include "article.h"
#include "commands.h"
#include "exits.h"

static const char *part_name(warta_vector_part part) {
  return part == WARTA_PART_OPENING ? "opening" : "whole";
}

static void write_tsv(run *r, const record *rec, const warta_vector *vector) {
  for (size_t i = 0; i < warta_vector_count(vector); i++) {
    const warta_vector_entry entry = warta_vector_at(vector, i);
    tsv_field(r->out, rec->id.text, rec->id.len);
    tsv_tab(r->out);
    tsv_field(r->out, entry.term, entry.len);
    tsv_tab(r->out);
    tsv_count(r->out, entry.tf);
    tsv_tab(r->out);
    tsv_score(r->out, entry.weight);
    tsv_tab(r->out);
    tsv_text(r->out, part_name(entry.part));
    tsv_row_end(r->out);
  }
  output_result_end(r->out);
}

static void write_json(run *r, const record *rec, const warta_vector *vector) {
  run_object_begin(r);
  run_json_member(r, "id", rec->id);
  json_name(&r->json, "terms");
  json_open(&r->json, '[');
  for (size_t i = 0; i < warta_vector_count(vector); i++) {
    const warta_vector_entry entry = warta_vector_at(vector, i);
    json_element(&r->json);
    json_open(&r->json, '{');
    run_json_member(r, "term", (warta_text){entry.term, entry.len});
    json_name(&r->json, "tf");
    json_count(&r->json, entry.tf);
    json_name(&r->json, "weight");
    json_score(&r->json, entry.weight);
    json_name(&r->json, "part");
    json_text(&r->json, part_name(entry.part));
    json_close(&r->json, '}');
  }
  json_close(&r->json, ']');
  run_object_end(r);
}

enum { TERM_WIDTH = 30 };

static void write_text(run *r, const record *rec, const warta_document *document,
                       const warta_vector *vector) {
  article_write_head(r, rec, document);
  output_char(r->out, '\n');
  for (size_t i = 0; i < warta_vector_count(vector); i++) {
    const warta_vector_entry entry = warta_vector_at(vector, i);
    output_text(r->out, "  ");
    text_cell(&r->style, entry.term, entry.len, TERM_WIDTH);
    text_count(&r->style, entry.tf, 5);
    output_text(r->out, "\xC3\x97  ");
    text_number(&r->style, entry.weight, 4);
    if (entry.part == WARTA_PART_OPENING) {
      output_text(r->out, "  ");
      output_text(r->out, part_name(entry.part));
    }
    output_char(r->out, '\n');
  }
  output_result_end(r->out);
}

/* A vocabulary for each article: memory does not grow with their number. */
static bool vector_of(run *r, const record *rec, const warta_document *document, void *payload) {
  warta_vocab *vocab = NULL;
  warta_vector *vector = NULL;
  warta_error error;
  warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
  (void)payload;
  options.background = r->background;
  options.weighting = run_weighting(r);
  run_check(r, NULL, warta_vocab_open(&vocab, &error), &error);
  const bool is_good = run_check(
      r, rec, warta_vector_build_with(&vector, vocab, document, &options, &error), &error);
  if (is_good && run_is_tsv(r)) {
    write_tsv(r, rec, vector);
  } else if (is_good && run_is_json(r)) {
    write_json(r, rec, vector);
  } else if (is_good) {
    write_text(r, rec, document, vector);
  }
  warta_vector_free(vector);
  warta_vocab_free(vocab);
  return is_good;
}

int cmd_vectors(run *r, char **operands, size_t count) {
  const int code = run_check_weighting(r);
  return code != EXIT_DONE ? code
                           : run_whole(r, operands, count, "doc term tf weight part", vector_of);
}
