#include "commands.h"
#include "exits.h"
#include "message.h"
#include "number.h"

#include <string.h>

enum { ROWS = 6, NAME_WIDTH = 12 };

static void write_rows(run *r, const char *const rows[ROWS][2]) {
  if (run_is_json(r)) {
    run_object_begin(r);
  }
  for (size_t i = 0; i < ROWS; i++) {
    if (run_is_tsv(r)) {
      tsv_text(r->out, rows[i][0]);
      tsv_tab(r->out);
      tsv_text(r->out, rows[i][1]);
      tsv_row_end(r->out);
    } else if (run_is_json(r)) {
      json_name(&r->json, rows[i][0]);
      json_text(&r->json, rows[i][1]);
    } else {
      text_cell(&r->style, rows[i][0], strlen(rows[i][0]), NAME_WIDTH);
      output_text(r->out, rows[i][1]);
      output_char(r->out, '\n');
    }
  }
  if (run_is_json(r)) {
    run_object_end(r);
  }
}

int cmd_version(run *r, char **operands, size_t count) {
  if (count > 0) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_TOO_MANY_OPERANDS, operands[0], "version");
    return EXIT_USAGE;
  }
  const int code = run_open_analyzer(r);
  if (code != EXIT_DONE) {
    return code;
  }
  char fingerprint[NUMBER_SIZE];
  number_write_hex(fingerprint, warta_analyzer_fingerprint(r->analyzer));
  const char *const rows[ROWS][2] = {{"warta", warta_version()},
                                     {"icu", warta_version_icu()},
                                     {"unicode", warta_version_unicode()},
                                     {"snowball", warta_version_snowball()},
                                     {"dictionary", warta_version_dictionary()},
                                     {"fingerprint", fingerprint}};
  run_open_output(r);
  run_results_begin(r, "name version");
  write_rows(r, rows);
  run_results_end(r);
  return run_finish(r, EXIT_DONE);
}
