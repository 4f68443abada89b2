#include "article.h"
#include "commands.h"
#include "number.h"

#include <string.h>

typedef struct place {
  run *r;
  const record *rec;
} place;

static warta_text surface_of(const place *p, const warta_token *token) {
  return (warta_text){p->rec->text.text + token->start, token->end - token->start};
}

static void write_tsv(const place *p, const warta_token *token) {
  output *o = p->r->out;
  const warta_text surface = surface_of(p, token);
  tsv_field(o, p->rec->id.text, p->rec->id.len);
  tsv_tab(o);
  if (token->sentence != WARTA_NO_SENTENCE) {
    tsv_count(o, token->sentence);
  }
  tsv_tab(o);
  tsv_count(o, token->start);
  tsv_tab(o);
  tsv_count(o, token->end);
  tsv_tab(o);
  tsv_text(o, warta_token_type_name(token->type));
  tsv_tab(o);
  tsv_field(o, surface.text, surface.len);
  tsv_tab(o);
  tsv_field(o, token->norm, token->norm_len);
  tsv_tab(o);
  tsv_field(o, token->term, token->term_len);
  tsv_tab(o);
  tsv_text(o, warta_stop_group_name(token->stop));
  tsv_tab(o);
  tsv_text(o, warta_label_name(token->label));
  tsv_tab(o);
  if (token->has_value) {
    char value[NUMBER_SIZE];
    number_write_short(value, token->value);
    tsv_text(o, value);
  }
  tsv_row_end(o);
}

static void write_json(const place *p, const warta_token *token) {
  json *j = &p->r->json;
  json_element(j);
  json_open(j, '{');
  if (token->sentence != WARTA_NO_SENTENCE) {
    json_name(j, "sentence");
    json_count(j, token->sentence);
  }
  json_name(j, "start");
  json_count(j, token->start);
  json_name(j, "end");
  json_count(j, token->end);
  json_name(j, "type");
  json_text(j, warta_token_type_name(token->type));
  run_json_member(p->r, "surface", surface_of(p, token));
  run_json_member(p->r, "norm", (warta_text){token->norm, token->norm_len});
  run_json_member(p->r, "stem", (warta_text){token->term, token->term_len});
  json_name(j, "stop");
  json_text(j, warta_stop_group_name(token->stop));
  json_name(j, "label");
  json_text(j, warta_label_name(token->label));
  if (token->has_value) {
    json_name(j, "value");
    json_short(j, token->value);
  }
  json_close(j, '}');
}

enum { SURFACE_WIDTH = 26, STEM_WIDTH = 20, TYPE_WIDTH = 16 };

static void write_text(const place *p, const warta_token *token) {
  const text_style *style = &p->r->style;
  const char *type = warta_token_type_name(token->type);
  const char *stop = warta_stop_group_name(token->stop);
  const warta_text surface = surface_of(p, token);
  output_text(style->out, "  ");
  text_cell(style, surface.text, surface.len, SURFACE_WIDTH);
  output_char(style->out, ' ');
  text_cell(style, token->term, token->term_len, STEM_WIDTH);
  output_char(style->out, ' ');
  text_paint_start(style, PAINT_FAINT);
  output_text(style->out, type);
  const char *more = token->label != WARTA_LABEL_NONE ? warta_label_name(token->label) : stop;
  if (*more != '\0') {
    text_spaces(style, strlen(type) < TYPE_WIDTH ? TYPE_WIDTH - strlen(type) : 1);
    output_text(style->out, more);
  }
  text_paint_end(style);
  output_char(style->out, '\n');
}

static warta_status write_token(void *payload, const warta_token *token) {
  const place *p = payload;
  if (run_is_tsv(p->r)) {
    write_tsv(p, token);
  } else if (run_is_json(p->r)) {
    write_json(p, token);
  } else {
    write_text(p, token);
  }
  return WARTA_OK;
}

static bool tokens_of(run *r, const record *rec, const warta_document *document, void *payload) {
  place p = {r, rec};
  warta_error error;
  (void)payload;
  if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", rec->id);
    json_name(&r->json, "tokens");
    json_open(&r->json, '[');
  } else if (!run_is_tsv(r)) {
    article_write_head(r, rec, document);
    output_char(r->out, '\n');
  }
  const bool is_good = run_check(
      r, rec, warta_tokens(r->session, rec->text.text, rec->text.len, write_token, &p, &error),
      &error);
  if (run_is_json(r)) {
    json_close(&r->json, ']');
    run_object_end(r);
  }
  output_result_end(r->out);
  return is_good;
}

int cmd_tokens(run *r, char **operands, size_t count) {
  r->skips_analysis = r->options->format != FORMAT_TEXT; /* only the head of the text shows more */
  return run_whole(r, operands, count,
                   "doc sentence start end type surface norm stem stop label value", tokens_of);
}
