#include "cluster_rows.h"

#include "message.h"
#include "number.h"

#include <string.h>

cluster_row *cluster_keep(cluster_set *s, warta_text id, warta_text title) {
  if (s->count == s->room) {
    s->room = s->room == 0 ? 64 : s->room * 2;
    s->rows = memory_resize(s->rows, s->room, sizeof *s->rows);
  }
  s->rows[s->count] = (cluster_row){memory_copy(id.text, id.len),
                                    id.len,
                                    memory_copy(title.text, title.len),
                                    title.len,
                                    0,
                                    false};
  return &s->rows[s->count++];
}

bool cluster_is_wanted(const cluster_set *s, const warta_cluster *group) {
  bool is_wanted = !s->asks;
  for (size_t i = 0; i < group->count && !is_wanted; i++) {
    is_wanted = s->rows[group->members[i].article].is_asked;
  }
  return is_wanted;
}

static warta_text id_of(const cluster_set *s, const warta_cluster_member *member) {
  const cluster_row *row = &s->rows[member->article];
  return (warta_text){row->id, row->id_len};
}

static warta_text title_of(const cluster_set *s, const warta_cluster_member *member) {
  const cluster_row *row = &s->rows[member->article];
  return (warta_text){row->title, row->title_len};
}

static void tsv_cell(run *r, warta_text text) {
  tsv_field(r->out, text.text, text.len);
}

static void write_tsv(run *r, const cluster_set *s, const warta_cluster *group, size_t number) {
  for (size_t i = 0; i < group->count; i++) {
    const warta_cluster_member *member = &group->members[i];
    tsv_count(r->out, number);
    tsv_tab(r->out);
    tsv_cell(r, id_of(s, member));
    tsv_tab(r->out);
    tsv_score(r->out, member->score);
    tsv_tab(r->out);
    for (size_t k = 0; k < group->keyword_count; k++) {
      output_text(r->out, k > 0 ? ", " : "");
      tsv_cell(r, group->keywords[k]);
    }
    tsv_tab(r->out);
    tsv_text(r->out, member->date);
    tsv_tab(r->out);
    tsv_cell(r, title_of(s, member));
    tsv_row_end(r->out);
  }
}

static void json_keywords(run *r, const warta_cluster *group) {
  json_name(&r->json, "keywords");
  json_open(&r->json, '[');
  for (size_t i = 0; i < group->keyword_count; i++) {
    json_element(&r->json);
    json_string(&r->json, group->keywords[i].text, group->keywords[i].len);
  }
  json_close(&r->json, ']');
}

static void json_date(run *r, const char *name, const char *date) {
  if (*date != '\0') {
    json_name(&r->json, name);
    json_text(&r->json, date);
  }
}

static void write_json(run *r, const cluster_set *s, const warta_cluster *group, size_t number) {
  run_object_begin(r);
  json_name(&r->json, "cluster");
  json_count(&r->json, number);
  run_json_member(r, "title", title_of(s, &group->members[0]));
  json_keywords(r, group);
  json_date(r, "first", group->first);
  json_date(r, "last", group->last);
  json_name(&r->json, "articles");
  json_open(&r->json, '[');
  for (size_t i = 0; i < group->count; i++) {
    const warta_cluster_member *member = &group->members[i];
    json_element(&r->json);
    json_open(&r->json, '{');
    run_json_member(r, "id", id_of(s, member));
    json_name(&r->json, "score");
    json_score(&r->json, member->score);
    json_date(r, "date", member->date);
    run_json_member(r, "title", title_of(s, member));
    json_close(&r->json, '}');
  }
  json_close(&r->json, ']');
  run_object_end(r);
}

static void add_count(text_line *line, size_t count) {
  char digits[NUMBER_SIZE];
  number_write_count(digits, count);
  text_line_add_text(line, digits);
}

static void add_named(text_line *line, message_id word, size_t count) {
  text_line_add_text(line, message_text(word));
  text_line_add_text(line, ": ");
  add_count(line, count);
}

/* "3 articles · 2026-01-29 – 2026-01-31" */
static void write_extent(run *r, const warta_cluster *group, unsigned indent) {
  static const text_paint FAINT = PAINT_FAINT;
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  add_count(&line, group->count);
  text_line_add_text(&line, " ");
  text_line_add_text(&line, message_counted(MSG_WORD_ARTICLES, group->count));
  if (group->first[0] != '\0') {
    text_line_add_text(&line, " \xC2\xB7 ");
    text_line_add_text(&line, group->first);
    if (strcmp(group->first, group->last) != 0) {
      text_line_add_text(&line, " \xE2\x80\x93 ");
      text_line_add_text(&line, group->last);
    }
  }
  text_spaces(&r->style, indent);
  text_wrap(&r->style, &line, indent, &FAINT);
  text_line_free(&line);
}

static void write_keywords(run *r, const warta_cluster *group, unsigned indent) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  for (size_t i = 0; i < group->keyword_count; i++) {
    text_line_add_text(&line, i > 0 ? " " : "");
    text_line_add_whole(&line, group->keywords[i].text, group->keywords[i].len, true);
    if (i + 1 < group->keyword_count) {
      text_line_add_whole(&line, " \xC2\xB7", 3, false);
    }
  }
  if (group->keyword_count > 0) {
    text_spaces(&r->style, indent);
    text_wrap(&r->style, &line, indent, NULL);
  }
  text_line_free(&line);
}

/* The headline if there is one, else the id: "Banjir merendam pasar" or "a.txt". */
static void write_name(run *r, const cluster_set *s, const warta_cluster_member *member,
                       unsigned indent, const text_paint *paint) {
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  const warta_text title = title_of(s, member);
  const warta_text name = title.len > 0 ? title : id_of(s, member);
  text_line_add(&line, name.text, name.len, false);
  text_wrap(&r->style, &line, indent, paint);
  text_line_free(&line);
}

enum { INDENT = 5, SCORE_WIDTH = 6, DATE_WIDTH = 12 };

/* Score, date if any member has one, id; below it the headline. */
static void write_member(run *r, const cluster_set *s, const warta_cluster *group, size_t i) {
  const warta_cluster_member *member = &group->members[i];
  const warta_text id = id_of(s, member);
  text_spaces(&r->style, INDENT);
  text_number(&r->style, member->score, 2);
  text_spaces(&r->style, 2);
  if (group->first[0] != '\0') {
    text_cell(&r->style, member->date, strlen(member->date), DATE_WIDTH);
  }
  text_cell(&r->style, id.text, id.len, 0);
  output_char(r->out, '\n');
  if (title_of(s, member).len > 0) {
    text_spaces(&r->style, INDENT + SCORE_WIDTH);
    write_name(r, s, member, INDENT + SCORE_WIDTH, NULL);
  }
}

static void write_text(run *r, const cluster_set *s, const warta_cluster *group, size_t number) {
  static const text_paint TITLE = PAINT_TITLE;
  run_result_begin(r);
  text_count(&r->style, number, INDENT - 2);
  text_spaces(&r->style, 2);
  write_name(r, s, &group->members[0], INDENT, &TITLE);
  write_extent(r, group, INDENT);
  write_keywords(r, group, INDENT);
  for (size_t i = 0; i < group->count; i++) {
    write_member(r, s, group, i);
  }
}

void cluster_write(run *r, const cluster_set *s, const warta_cluster *group, size_t number) {
  if (run_is_tsv(r)) {
    write_tsv(r, s, group, number);
  } else if (run_is_json(r)) {
    write_json(r, s, group, number);
  } else {
    write_text(r, s, group, number);
  }
  output_result_end(r->out);
}

void cluster_write_total(run *r, const cluster_set *s) {
  static const text_paint FAINT = PAINT_FAINT;
  text_line line = {{NULL, 0, 0}, {NULL, 0, 0}};
  size_t grouped = 0;
  const uint32_t count = warta_clusters_count(s->clusters);
  for (uint32_t i = 0; i < count; i++) {
    grouped += warta_clusters_at(s->clusters, i).count;
  }
  run_result_begin(r);
  add_named(&line, MSG_WORD_GROUPS, count);
  text_line_add_text(&line, " \xC2\xB7 ");
  add_named(&line, MSG_WORD_IN_GROUPS, grouped);
  text_line_add_text(&line, " \xC2\xB7 ");
  add_named(&line, MSG_WORD_ALONE, s->count - grouped);
  text_wrap(&r->style, &line, 0, &FAINT);
  text_line_free(&line);
  output_result_end(r->out);
}
