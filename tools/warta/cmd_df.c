#include "commands.h"
#include "exits.h"
#include "message.h"
#include "number.h"

#include <string.h>

static warta_status write_piece(void *payload, const char *bytes, size_t len) {
  output *o = payload;
  output_bytes(o, bytes, len);
  return WARTA_OK;
}

static void write_df(run *r, const warta_df *df) {
  warta_error error;
  run_check(r, NULL, warta_df_write(df, write_piece, r->out, &error), &error);
}

static bool count_terms(run *r, const record *rec, const warta_document *document, void *payload) {
  warta_df *df = payload;
  warta_error error;
  return run_check(r, rec, warta_df_add(df, document, &error), &error);
}

int cmd_df(run *r, char **operands, size_t count) {
  warta_df *df = NULL;
  warta_error error;
  int code = run_open_analyzer(r);
  if (code != EXIT_DONE) {
    return code;
  }
  run_check(r, NULL, warta_df_open(&df, r->analyzer, &error), &error);
  run_open_output(r);
  code = run_in_turn(r, operands, count, count_terms, df);
  if (code == EXIT_DONE || code == EXIT_PARTLY_DONE) {
    write_df(r, df);
  }
  warta_df_free(df);
  return run_finish(r, code);
}

/* *out is owned. */
static int read_df(warta_df **out, const char *path) {
  buffer bytes = {NULL, 0, 0};
  warta_error error;
  int code = input_read_file(&bytes, path);
  if (code == EXIT_DONE &&
      warta_df_read(out, bytes.data == NULL ? "" : bytes.data, bytes.len, &error) != WARTA_OK) {
    code = message_library_error(path, &error);
  }
  buffer_free(&bytes);
  return code;
}

static int needs_files(const run *r) {
  message_error(NULL, MESSAGE_NO_PLACE, MSG_NEEDS_FILES, r->command->name, NULL);
  return EXIT_USAGE;
}

static int merge_file(warta_df **sum, const char *path) {
  warta_df *df = NULL;
  warta_error error;
  int code = read_df(&df, path);
  if (code != EXIT_DONE) {
    return code;
  }
  if (*sum == NULL) {
    *sum = df;
    return EXIT_DONE;
  }
  if (warta_df_merge(*sum, df, &error) != WARTA_OK) {
    code = message_library_error(path, &error);
  }
  warta_df_free(df);
  return code;
}

/* All or nothing: a sum that leaves out a file would be a wrong number that looks right. */
int cmd_df_merge(run *r, char **operands, size_t count) {
  warta_df *sum = NULL;
  int code = count == 0 ? needs_files(r) : EXIT_DONE;
  for (size_t i = 0; i < count && code == EXIT_DONE; i++) {
    code = merge_file(&sum, operands[i]);
  }
  if (code == EXIT_DONE) {
    run_open_output(r);
    write_df(r, sum);
  }
  warta_df_free(sum);
  return run_finish(r, code);
}

static void write_info(run *r, const char *path, const warta_df *df) {
  char fingerprint[NUMBER_SIZE];
  number_write_hex(fingerprint, warta_df_fingerprint(df));
  if (run_is_tsv(r)) {
    tsv_text(r->out, path);
    tsv_tab(r->out);
    tsv_count(r->out, warta_df_documents(df));
    tsv_tab(r->out);
    tsv_count(r->out, warta_df_terms(df));
    tsv_tab(r->out);
    tsv_text(r->out, fingerprint);
    tsv_row_end(r->out);
  } else if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "file", (warta_text){path, strlen(path)});
    json_name(&r->json, "documents");
    json_count(&r->json, warta_df_documents(df));
    json_name(&r->json, "terms");
    json_count(&r->json, warta_df_terms(df));
    json_name(&r->json, "fingerprint");
    json_text(&r->json, fingerprint);
    run_object_end(r);
  } else {
    text_cell(&r->style, path, strlen(path), 0);
    output_text(r->out, ": ");
    text_count(&r->style, warta_df_documents(df), 0);
    output_char(r->out, ' ');
    output_text(r->out, message_counted(MSG_WORD_DOCUMENTS, warta_df_documents(df)));
    output_text(r->out, ", ");
    text_count(&r->style, warta_df_terms(df), 0);
    output_char(r->out, ' ');
    output_text(r->out, message_counted(MSG_WORD_TERMS, warta_df_terms(df)));
    output_text(r->out, ", ");
    output_text(r->out, message_text(MSG_WORD_FINGERPRINT));
    output_char(r->out, ' ');
    output_text(r->out, fingerprint);
    output_char(r->out, '\n');
  }
}

int cmd_df_info(run *r, char **operands, size_t count) {
  if (count == 0) {
    return needs_files(r);
  }
  run_open_output(r);
  run_results_begin(r, "file documents terms fingerprint");
  for (size_t i = 0; i < count; i++) {
    warta_df *df = NULL;
    const int code = read_df(&df, operands[i]);
    if (code == EXIT_DONE) {
      write_info(r, operands[i], df);
      tally_good(&r->counts);
    } else {
      tally_bad(&r->counts, code);
    }
    warta_df_free(df);
  }
  run_results_end(r);
  return run_finish(r, tally_exit_code(&r->counts));
}
