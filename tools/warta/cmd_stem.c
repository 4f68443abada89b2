#include "commands.h"
#include "exits.h"
#include "message.h"

#include <string.h>
#include <unistd.h>

enum { WORD_WIDTH = 26, STEM_WIDTH = 20 };

static void write_row(run *r, warta_text word, const warta_stem_result *stem) {
  const char *how = warta_stem_how_name(stem->how);
  if (run_is_tsv(r)) {
    tsv_field(r->out, word.text, word.len);
    tsv_tab(r->out);
    tsv_field(r->out, stem->stem, stem->len);
    tsv_tab(r->out);
    tsv_text(r->out, how);
    tsv_row_end(r->out);
  } else if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "word", word);
    run_json_member(r, "stem", (warta_text){stem->stem, stem->len});
    json_name(&r->json, "how");
    json_text(&r->json, how);
    run_object_end(r);
  } else {
    text_cell(&r->style, word.text, word.len, WORD_WIDTH);
    output_char(r->out, ' ');
    text_paint_start(&r->style, PAINT_KEYWORD);
    text_cell(&r->style, stem->stem, stem->len, STEM_WIDTH);
    text_paint_end(&r->style);
    output_char(r->out, ' ');
    text_paint_start(&r->style, PAINT_FAINT);
    output_text(r->out, how);
    text_paint_end(&r->style);
    output_char(r->out, '\n');
  }
  output_result_end(r->out);
}

static void stem_word(run *r, warta_text word, const char *name) {
  const record rec = {.name = name};
  warta_stem_result stem;
  warta_error error;
  if (run_check(r, &rec, warta_stem(&stem, r->session, word.text, word.len, &error), &error)) {
    write_row(r, word, &stem);
    tally_good(&r->counts);
  }
}

static void stem_lines(run *r) {
  if (isatty(STDIN_FILENO) == 1) {
    message_warn(NULL, MESSAGE_NO_PLACE, MSG_STDIN_HINT, r->command->name, NULL);
  }
  input *in = input_open(r->options, &r->counts, NULL, 0);
  warta_text word;
  while (input_next_line(in, &word)) {
    if (word.len > 0 && word.text[word.len - 1] == '\r') {
      word.len--;
    }
    stem_word(r, word, "-");
  }
  input_close(in);
}

int cmd_stem(run *r, char **operands, size_t count) {
  const int code = run_open_analyzer(r);
  if (code != EXIT_DONE) {
    return code;
  }
  run_open_output(r);
  run_results_begin(r, "word stem how");
  for (size_t i = 0; i < count && !r->counts.stopped; i++) {
    stem_word(r, (warta_text){operands[i], strlen(operands[i])}, operands[i]);
  }
  if (count == 0) {
    stem_lines(r);
  }
  run_results_end(r);
  return run_finish(r, tally_exit_code(&r->counts));
}
