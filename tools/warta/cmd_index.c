#include "archive_run.h"
#include "commands.h"
#include "detail.h"
#include "exits.h"
#include "message.h"
#include "number.h"

#include <string.h>

/* The archive and its name, for messages. */
typedef struct state {
  warta_archive *archive;
  const char *path;
  int code; /* of what ended the run */
} state;

int cmd_index(run *r, char **operands, size_t count) {
  if (count == 0) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_NEEDS_ARCHIVE, r->command->name, NULL);
  } else {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTION_BAD_VALUE, operands[0],
                  "add|delete|list|check");
  }
  return EXIT_USAGE;
}

/* A failure of the archive ends the run: its open batch is lost, and the next would be as well. */
static bool end_run(run *r, state *s, const warta_error *error) {
  s->code = archive_run_error(s->path, error);
  r->counts.stopped = true;
  return false;
}

static bool add_article(run *r, const record *rec, const warta_document *document, void *payload) {
  state *s = payload;
  warta_error error;
  const warta_article names = archive_run_article(rec, document);
  if (names.id.len == 0) {
    message_error(rec->name, MESSAGE_NO_PLACE, MSG_ARCHIVE_NO_ID, NULL, NULL);
    tally_bad(&r->counts, EXIT_BAD_DATA);
    return false;
  }
  return warta_archive_add(s->archive, document, &names, &error) == WARTA_OK ||
         end_run(r, s, &error);
}

static int finish_writing(state *s, int code) {
  warta_error error;
  if (s->code != EXIT_DONE) {
    return s->code;
  }
  return warta_archive_commit(s->archive, &error) == WARTA_OK ? code
                                                              : archive_run_error(s->path, &error);
}

int cmd_index_add(run *r, char **operands, size_t count) {
  state s = {NULL, NULL, EXIT_DONE};
  int code = archive_run_operands(r, operands, count, (size_t)-1);
  if (code == EXIT_DONE) {
    code = run_open_analyzer(r);
  }
  if (code == EXIT_DONE) {
    s.path = operands[0];
    code = archive_run_open(&s.archive, r, s.path, WARTA_ARCHIVE_CREATE);
  }
  if (code == EXIT_DONE && r->options->without_text != 0 && warta_archive_keeps_text(s.archive)) {
    message_warn(s.path, MESSAGE_NO_PLACE, MSG_ARCHIVE_KEEPS, NULL, NULL);
  }
  if (code == EXIT_DONE) {
    run_open_output(r);
    code = finish_writing(&s, run_in_turn(r, operands + 1, count - 1, add_article, &s));
  }
  warta_archive_free(s.archive);
  return run_finish(r, code);
}

static bool delete_article(run *r, state *s, const char *id) {
  int found = 0;
  warta_error error;
  if (warta_archive_delete(s->archive, (warta_text){id, strlen(id)}, &found, &error) != WARTA_OK) {
    return end_run(r, s, &error);
  }
  if (found == 0) {
    message_error(s->path, MESSAGE_NO_PLACE, MSG_ARCHIVE_UNKNOWN_ID, id, NULL);
    tally_bad(&r->counts, EXIT_NO_INPUT);
  } else {
    tally_good(&r->counts);
  }
  return true;
}

int cmd_index_delete(run *r, char **operands, size_t count) {
  state s = {NULL, NULL, EXIT_DONE};
  int code = archive_run_operands(r, operands, count, (size_t)-1);
  if (code == EXIT_DONE && count == 1) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_NEEDS_IDS, r->command->name, NULL);
    code = EXIT_USAGE;
  }
  if (code == EXIT_DONE) {
    code = run_open_analyzer(r);
  }
  if (code == EXIT_DONE) {
    s.path = operands[0];
    code = archive_run_open(&s.archive, r, s.path, WARTA_ARCHIVE_WRITE);
  }
  if (code == EXIT_DONE) {
    for (size_t i = 1; i < count && !r->counts.stopped; i++) {
      (void)delete_article(r, &s, operands[i]);
    }
    code = finish_writing(&s, tally_exit_code(&r->counts));
  }
  warta_archive_free(s.archive);
  return code;
}

/* Opens what the two commands that only read need. */
static int open_to_read(run *r, state *s, char **operands, size_t count) {
  int code = archive_run_operands(r, operands, count, 1);
  if (code == EXIT_DONE) {
    code = run_open_analyzer(r);
  }
  if (code == EXIT_DONE) {
    s->path = operands[0];
    code = archive_run_open(&s->archive, r, s->path, WARTA_ARCHIVE_READ);
  }
  return code;
}

static void tsv_part(run *r, warta_text text) {
  tsv_field(r->out, text.text == NULL ? "" : text.text, text.len);
  tsv_tab(r->out);
}

static void json_part(run *r, const char *name, warta_text text) {
  if (text.text != NULL) {
    run_json_member(r, name, text);
  }
}

static void write_text_row(run *r, const warta_archive_row *row) {
  text_paint_start(&r->style, PAINT_TITLE);
  text_cell(&r->style, row->article.id.text, row->article.id.len, 0);
  text_paint_end(&r->style);
  const warta_text parts[] = {row->article.title, row->article.date, row->article.source};
  for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
    if (parts[i].len > 0) {
      output_text(r->out, " \xC2\xB7 ");
      text_cell(&r->style, parts[i].text, parts[i].len, 0);
    }
  }
  output_char(r->out, '\n');
}

static warta_status write_row(void *payload, const warta_archive_row *row) {
  run *r = payload;
  if (run_is_tsv(r)) {
    tsv_part(r, row->article.id);
    tsv_part(r, row->article.title);
    tsv_part(r, row->article.date);
    tsv_part(r, row->article.source);
    tsv_count(r->out, row->words);
    tsv_row_end(r->out);
  } else if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", row->article.id);
    json_part(r, "title", row->article.title);
    json_part(r, "date", row->article.date);
    json_part(r, "source", row->article.source);
    json_name(&r->json, "words");
    json_count(&r->json, row->words);
    run_object_end(r);
  } else {
    write_text_row(r, row);
  }
  output_result_end(r->out);
  return WARTA_OK;
}

int cmd_index_list(run *r, char **operands, size_t count) {
  state s = {NULL, NULL, EXIT_DONE};
  warta_error error;
  int code = open_to_read(r, &s, operands, count);
  if (code == EXIT_DONE) {
    run_open_output(r);
    run_results_begin(r, "doc title date source words");
    if (warta_archive_each(s.archive, 0, write_row, r, &error) != WARTA_OK) {
      code = archive_run_error(s.path, &error);
    }
    run_results_end(r);
  }
  warta_archive_free(s.archive);
  return run_finish(r, code);
}

static void write_fault(void *payload, const char *text) {
  run *r = payload;
  const warta_text fault = {text, strlen(text)};
  if (run_is_tsv(r)) {
    tsv_field(r->out, fault.text, fault.len);
    tsv_row_end(r->out);
  } else if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "fault", fault);
    run_object_end(r);
  } else {
    char room[DETAIL_BYTES];
    const char *said = detail_text(room, text);
    text_cell(&r->style, said, strlen(said), 0);
    output_char(r->out, '\n');
  }
  output_result_end(r->out);
}

static void write_verdict(run *r, const state *s, size_t faults) {
  text_cell(&r->style, s->path, strlen(s->path), 0);
  output_text(r->out, ": ");
  text_count(&r->style, warta_archive_count(s->archive), 0);
  output_char(r->out, ' ');
  output_text(r->out, message_counted(MSG_WORD_ARTICLES, warta_archive_count(s->archive)));
  output_text(r->out, ", ");
  if (faults == 0) {
    output_text(r->out, message_text(MSG_WORD_NO_FAULTS));
  } else {
    text_count(&r->style, faults, 0);
    output_char(r->out, ' ');
    output_text(r->out, message_counted(MSG_WORD_FAULTS, faults));
  }
  output_char(r->out, '\n');
}

/* Faults are results, and so is their being none; the code tells them apart. */
int cmd_index_check(run *r, char **operands, size_t count) {
  state s = {NULL, NULL, EXIT_DONE};
  warta_error error;
  size_t faults = 0;
  int code = open_to_read(r, &s, operands, count);
  if (code == EXIT_DONE) {
    run_open_output(r);
    run_results_begin(r, "fault");
    if (warta_archive_check(s.archive, write_fault, r, &faults, &error) != WARTA_OK) {
      code = archive_run_error(s.path, &error);
    } else if (r->options->format == FORMAT_TEXT) {
      write_verdict(r, &s, faults);
    }
    run_results_end(r);
  }
  if (code == EXIT_DONE && faults > 0) {
    output_close(r->out); /* what is wrong must be seen */
    r->out = NULL;
    code = EXIT_BAD_DATA;
  }
  warta_archive_free(s.archive);
  return run_finish(r, code);
}
