#include "commands.h"
#include "exits.h"

int cmd_help(run *r, char **operands, size_t count) {
  const command *about = NULL;
  size_t taken = 0;
  if (count > 0) {
    about = command_find(operands, count, &taken);
    if (about == NULL) {
      command_tell_unknown(operands[0]);
      return EXIT_USAGE;
    }
  }
  run_open_output(r);
  if (about == NULL) {
    command_write_overview(r->out);
  } else {
    command_write_help(r->out, about);
  }
  return run_finish(r, EXIT_DONE);
}
