#if WARTA_ARCHIVE
#include "archive_copies.h"
#endif
#include "commands.h"
#include "exits.h"
#include "message.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct state {
  warta_nearcopy *set; /* NULL before the first article */
  warta_text *ids; /* owned, by number */
  size_t count;
  size_t room;
  bool *is_known; /* by number: of the archive, of which no pair by itself is told */
#if WARTA_ARCHIVE
  archive_copies archive;
#endif
} state;

static void free_state(state *s) {
  for (size_t i = 0; i < s->count; i++) {
    free((void *)(uintptr_t)s->ids[i].text);
  }
  free(s->ids);
  free(s->is_known);
#if WARTA_ARCHIVE
  archive_copies_free(&s->archive);
#endif
  warta_nearcopy_free(s->set);
}

/* Opened with the first article: with --background self the frequencies are whole only then. */
static void open_set(run *r, state *s) {
  warta_nearcopy_options options = WARTA_NEARCOPY_OPTIONS_INIT;
  warta_error error;
  options.background = r->background;
  run_check(r, NULL, warta_nearcopy_open(&s->set, &options, &error), &error);
}

static bool add_to_set(run *r, state *s, const record *rec, const warta_document *document,
                       bool is_known) {
  warta_error error;
  if (s->set == NULL) {
    open_set(r, s);
  }
  if (!run_check(r, rec, warta_nearcopy_add(s->set, document, rec->id, rec->date, &error),
                 &error)) {
    return false;
  }
  if (s->count == s->room) {
    s->room = s->room == 0 ? 64 : s->room * 2;
    s->ids = memory_resize(s->ids, s->room, sizeof *s->ids);
    s->is_known = memory_resize(s->is_known, s->room, sizeof *s->is_known);
  }
  s->is_known[s->count] = is_known;
  s->ids[s->count++] = (warta_text){memory_copy(rec->id.text, rec->id.len), rec->id.len};
  return true;
}

#if WARTA_ARCHIVE
static bool keep_known(run *r, const record *rec, const warta_document *document, void *payload) {
  return add_to_set(r, payload, rec, document, true);
}
#endif

static bool keep_article(run *r, const record *rec, const warta_document *document, void *payload) {
  state *s = payload;
  if (!add_to_set(r, s, rec, document, false)) {
    return false;
  }
#if WARTA_ARCHIVE
  return r->options->archive == NULL || archive_copies_find(&s->archive, r, rec, document, s);
#else
  return true;
#endif
}

static void tsv_id(run *r, warta_text id) {
  tsv_field(r->out, id.text, id.len);
  tsv_tab(r->out);
}

static void write_tsv(run *r, const state *s, const warta_copy_pair *row, warta_text original) {
  tsv_count(r->out, row->group);
  tsv_tab(r->out);
  tsv_id(r, s->ids[row->a]);
  tsv_id(r, s->ids[row->b]);
  tsv_text(r->out, warta_copy_verdict_name(row->verdict));
  tsv_tab(r->out);
  tsv_score(r->out, row->contained_a);
  tsv_tab(r->out);
  tsv_score(r->out, row->contained_b);
  tsv_tab(r->out);
  tsv_score(r->out, row->cosine);
  tsv_tab(r->out);
  tsv_field(r->out, original.text, original.len);
  tsv_row_end(r->out);
}

static void json_number(run *r, const char *name, double value) {
  json_name(&r->json, name);
  json_score(&r->json, value);
}

static void write_json(run *r, const state *s, const warta_copy_pair *row, warta_text original) {
  run_object_begin(r);
  json_name(&r->json, "group");
  json_count(&r->json, row->group);
  run_json_member(r, "a", s->ids[row->a]);
  run_json_member(r, "b", s->ids[row->b]);
  json_name(&r->json, "verdict");
  json_text(&r->json, warta_copy_verdict_name(row->verdict));
  json_number(r, "contained_a", row->contained_a);
  json_number(r, "contained_b", row->contained_b);
  json_number(r, "cosine", row->cosine);
  run_json_member(r, "original", original);
  run_object_end(r);
}

/* Where a group begins, its original; below it the pairs with what stands in what. */
static void write_text(run *r, const state *s, const warta_copy_pair *row, bool begins_group,
                       warta_text original) {
  if (begins_group) {
    output_text(r->out, r->results > 0 ? "\n" : "");
    text_paint_start(&r->style, PAINT_TITLE);
    output_text(r->out, message_text(row->group > 0 ? MSG_WORD_ORIGINAL : MSG_WORD_FOLLOWUPS));
    if (row->group > 0) {
      output_text(r->out, ": ");
      text_cell(&r->style, original.text, original.len, 0);
    }
    text_paint_end(&r->style);
    output_char(r->out, '\n');
  }
  const warta_text a = s->ids[row->a];
  const warta_text b = s->ids[row->b];
  const char *verdict = warta_copy_verdict_name(row->verdict);
  output_text(r->out, "  ");
  text_cell(&r->style, verdict, strlen(verdict), 10);
  text_number(&r->style, row->contained_a, 2);
  output_text(r->out, "  ");
  text_number(&r->style, row->contained_b, 2);
  output_text(r->out, "  ");
  text_cell(&r->style, a.text, a.len, 0);
  output_text(r->out, "  \xE2\x86\x94  ");
  text_cell(&r->style, b.text, b.len, 0);
  output_char(r->out, '\n');
  r->results++;
}

/* Returns how many there were. */
static size_t write_pairs(run *r, const state *s) {
  const warta_text none = {NULL, 0};
  uint32_t last = UINT32_MAX;
  size_t count = 0;
  for (size_t i = 0; i < warta_nearcopy_count(s->set); i++) {
    const warta_copy_pair row = warta_nearcopy_at(s->set, i);
    if (s->is_known[row.a] && s->is_known[row.b]) {
      continue;
    }
    count++;
    const warta_text original =
        row.group == 0 ? none : s->ids[warta_nearcopy_original(s->set, row.group)];
    if (run_is_tsv(r)) {
      write_tsv(r, s, &row, original);
    } else if (run_is_json(r)) {
      write_json(r, s, &row, original);
    } else {
      write_text(r, s, &row, row.group != last, original);
    }
    last = row.group;
    output_result_end(r->out);
  }
  return count;
}

static int find_copies(run *r, state *s) {
  warta_error error;
  if (s->set == NULL) {
    return EXIT_NOTHING_FOUND;
  }
  run_check(r, NULL, warta_nearcopy_find(s->set, &error), &error);
  if (write_pairs(r, s) > 0) {
    return EXIT_DONE;
  }
  if (r->options->format == FORMAT_TEXT && !r->counts.stopped) {
    message_warn(NULL, MESSAGE_NO_PLACE, MSG_WORD_NO_COPIES, NULL, NULL);
  }
  return EXIT_NOTHING_FOUND;
}

static int open_archive(run *r, state *s) {
#if WARTA_ARCHIVE
  if (r->options->archive != NULL && run_background_is_self(r)) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTIONS_CLASH, "--archive", "--background self");
    return EXIT_USAGE;
  }
  return r->options->archive == NULL ? EXIT_DONE : archive_copies_open(&s->archive, r, keep_known);
#else
  (void)r;
  (void)s;
  return EXIT_DONE;
#endif
}

static int finish_archive(state *s, int code) {
#if WARTA_ARCHIVE
  return archive_copies_finish(&s->archive, code);
#else
  (void)s;
  return code;
#endif
}

int cmd_dedup(run *r, char **operands, size_t count) {
  state s = {0};
  int code = run_open_analyzer(r);
  if (code == EXIT_DONE) {
    code = run_open_background(r);
  }
  if (code == EXIT_DONE) {
    code = open_archive(r, &s);
  }
  if (code == EXIT_DONE) {
    run_open_output(r);
    run_results_begin(r, "group a b verdict contained_a contained_b cosine original");
    code = run_in_turn(r, operands, count, keep_article, &s);
    if (code == EXIT_DONE || code == EXIT_PARTLY_DONE) {
      const int found = find_copies(r, &s);
      code = code == EXIT_DONE ? found : code;
    }
    run_results_end(r);
    code = finish_archive(&s, code);
  }
  free_state(&s);
  return run_finish(r, code);
}
