/* warta: reads Indonesian news and says what it is about. */
#include "commands.h"
#include "exits.h"
#include "memory.h"
#include "message.h"
#include "options.h"
#include "output.h"
#include "run.h"

#include <string.h>

static void end_without_memory(void) {
  message_write_diverted();
  message_error(NULL, MESSAGE_NO_PLACE, MSG_NO_MEMORY, NULL, NULL);
  output_exit(EXIT_NO_MEMORY);
}

static int run_command(const command *c, char **arguments, int count) {
  settings options;
  settings_init(&options);
  const int left = options_parse(&options, c->options, c->name, arguments, count);
  if (left < 0) {
    return EXIT_USAGE;
  }
  message_setup(message_language(), options.quiet != 0);
  run r = {.command = c, .options = &options};
  r.counts.strict = options.strict != 0;
  r.counts.max_errors = options.max_errors;
  if (options.help != 0) {
    output *o = output_open(NULL, false);
    command_write_help(o, c);
    output_close(o);
    return EXIT_DONE;
  }
  if (options.add != 0 && options.archive == NULL) {
    message_error("--add", MESSAGE_NO_PLACE, MSG_NEEDS_ARCHIVE, c->name, NULL);
    return EXIT_USAGE;
  }
  const int code = c->run(&r, arguments, (size_t)left);
  run_finish(&r, code);
  run_free(&r);
  return code;
}

static bool is_one_of(const char *word, const char *a, const char *b) {
  return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

int main(int argc, char **argv) {
  static char help_word[] = "help";
  static char version_word[] = "version";
  output_prepare_process();
  memory_ends_with(end_without_memory);
  memory_prepare();
  message_setup(options_find_language(argv + (argc > 0), argc - (argc > 0)), false);
  /* `warta --lang id help` and `warta --help` read as people mean them. */
  int at = 1;
  while (at < argc && strncmp(argv[at], "--lang", 6) == 0) {
    at += argv[at][6] == '=' ? 1 : 2;
  }
  if (at >= argc) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_NO_COMMAND, NULL, NULL);
    return EXIT_USAGE;
  }
  if (is_one_of(argv[at], "--help", "-h")) {
    argv[at] = help_word;
  } else if (is_one_of(argv[at], "--version", "-V")) {
    argv[at] = version_word;
  }
  size_t taken;
  const command *c = command_find(argv + at, (size_t)(argc - at), &taken);
  if (c == NULL) {
    command_tell_unknown(argv[at]);
    return EXIT_USAGE;
  }
  at += (int)taken;
  return run_command(c, argv + at, argc - at);
}
