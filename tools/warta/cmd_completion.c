/* Completion scripts for shells, written from the tables of commands and options. */
#include "commands.h"
#include "exits.h"
#include "message.h"
#include "option_table.h"

#include <string.h>

static bool has_words(const command *c) {
  return strchr(c->name, ' ') != NULL;
}

static bool has_alias(const command *c) {
  return strcmp(c->name, c->alias) != 0;
}

static bool takes_file(const option *row) {
  return row->kind == KIND_NAME &&
         (strstr(row->argument, "FILE") != NULL || strcmp(row->argument, "DB") == 0);
}

/* "text|tsv" with something else between; of "auto|NAME" only what is written so. */
static void write_choices(output *o, const char *argument, const char *between) {
  bool is_first = true;
  while (*argument != '\0') {
    const size_t len = strcspn(argument, "|");
    if (argument[0] < 'A' || argument[0] > 'Z') {
      output_text(o, is_first ? "" : between);
      output_bytes(o, argument, len);
      is_first = false;
    }
    argument += len + (argument[len] == '|');
  }
}

static bool has_choices(const option *row) {
  return row->argument != NULL && strchr(row->argument, '|') != NULL;
}

/* Inside single quotes of a shell. */
static void write_quoted(output *o, const char *text, const char *quote) {
  for (; *text != '\0'; text++) {
    if (*text == '\'') {
      output_text(o, quote);
    } else {
      output_char(o, *text);
    }
  }
}

/* --format|-f */
static void write_option_pattern(output *o, const option *row) {
  output_text(o, "--");
  output_text(o, row->name);
  if (row->letter != 0) {
    output_text(o, "|-");
    output_char(o, row->letter);
  }
}

/* Two commands may have options of one name: the first one's case serves both, and there is none
 * where the other is a flag, as what stands behind it may be a file. */
static bool has_value_case(size_t index) {
  for (size_t i = OPTION_END + 1; i < OPTION_COUNT; i++) {
    if (strcmp(option_table[i].name, option_table[index].name) == 0 &&
        (i < index || option_table[i].kind == KIND_FLAG)) {
      return false;
    }
  }
  return option_table[index].kind != KIND_FLAG;
}

/* The cases of options with a value, for bash and zsh. */
static void write_value_cases(output *o, const char *begin, const char *end, const char *files) {
  for (size_t i = OPTION_END + 1; i < OPTION_COUNT; i++) {
    const option *row = &option_table[i];
    if (!has_value_case(i)) {
      continue;
    }
    output_text(o, "  ");
    write_option_pattern(o, row);
    output_text(o, ") ");
    if (has_choices(row)) {
      output_text(o, begin);
      write_choices(o, row->argument, " ");
      output_text(o, end);
    }
    if (takes_file(row)) {
      output_text(o, files);
    }
    output_text(o, "return ;;\n");
  }
}

/* Pattern of "COMMAND NEXT-WORD": "'df merge'*|'df gabung'*" before the shorter "'df '*". */
static void write_command_pattern(output *o, const command *c) {
  const char *const behind = has_words(c) ? "'*" : " '*";
  output_text(o, "  '");
  output_text(o, c->name);
  output_text(o, behind);
  if (has_alias(c)) {
    output_text(o, "|'");
    output_text(o, c->alias);
    output_text(o, behind);
  }
  output_text(o, ") ");
}

typedef void (*options_fn)(output *o, const unsigned char *options);

/* Names of two words first: a shell takes the first pattern that fits. */
static void write_command_cases(output *o, options_fn write_options) {
  for (int pass = 0; pass < 2; pass++) {
    for (size_t i = 0; i < command_count; i++) {
      const command *c = &command_table[i];
      if (has_words(c) == (pass == 0)) {
        write_command_pattern(o, c);
        write_options(o, c->options);
        output_text(o, " ;;\n");
      }
    }
  }
}

static void write_bash_options(output *o, const unsigned char *options) {
  output_text(o, "words='");
  for (size_t i = 0; options[i] != OPTION_END; i++) {
    output_text(o, i > 0 ? " --" : "--");
    output_text(o, option_table[options[i]].name);
  }
  output_text(o, "'");
}

static void write_bash_commands(output *o) {
  for (size_t i = 0; i < command_count; i++) {
    const command *c = &command_table[i];
    if (!has_words(c)) {
      output_text(o, i > 0 ? " " : "");
      output_text(o, c->name);
      output_text(o, has_alias(c) ? " " : "");
      output_text(o, has_alias(c) ? c->alias : "");
    }
  }
}

static void write_bash(output *o) {
  output_text(o, "# bash completion for warta: source <(warta completion bash)\n"
                 "_warta() {\n"
                 "  local word=${COMP_WORDS[COMP_CWORD]} words=\n"
                 "  COMPREPLY=()\n"
                 "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                 "    words='");
  write_bash_commands(o);
  output_text(o, "'\n"
                 "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
                 "    return\n"
                 "  fi\n"
                 "  case ${COMP_WORDS[COMP_CWORD - 1]} in\n");
  write_value_cases(o, "mapfile -t COMPREPLY < <(compgen -W '", "' -- \"$word\"); ",
                    "mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- \"$word\"); ");
  output_text(o, "  esac\n"
                 "  if [[ $word != -* ]]; then\n"
                 "    mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
                 "    return\n"
                 "  fi\n"
                 "  case \"${COMP_WORDS[1]} ${COMP_WORDS[2]-} \" in\n");
  write_command_cases(o, write_bash_options);
  output_text(o, "  esac\n"
                 "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
                 "}\n"
                 "complete -o filenames -F _warta warta\n");
}

/* 'name:what it does' */
static void write_zsh_row(output *o, const char *mark, const char *name, const char *help) {
  output_text(o, " '");
  output_text(o, mark);
  output_text(o, name);
  output_char(o, ':');
  write_quoted(o, help, "'\\''");
  output_char(o, '\'');
}

static void write_zsh_options(output *o, const unsigned char *options) {
  output_text(o, "found=(");
  for (; *options != OPTION_END; options++) {
    const option *row = &option_table[*options];
    write_zsh_row(o, "--", row->name, row->help[message_language()]);
  }
  output_text(o, " )");
}

static void write_zsh(output *o) {
  output_text(o, "#compdef warta\n"
                 "# zsh completion for warta: warta completion zsh >DIR/_warta, DIR in $fpath\n"
                 "_warta() {\n"
                 "  local -a found\n"
                 "  if (( CURRENT == 2 )); then\n"
                 "    found=(");
  for (size_t i = 0; i < command_count; i++) {
    const command *c = &command_table[i];
    if (!has_words(c)) {
      write_zsh_row(o, "", c->name, c->help[message_language()]);
      if (has_alias(c)) {
        write_zsh_row(o, "", c->alias, c->help[message_language()]);
      }
    }
  }
  output_text(o, " )\n"
                 "    _describe command found\n"
                 "    return\n"
                 "  fi\n"
                 "  case $words[CURRENT-1] in\n");
  write_value_cases(o, "compadd -- ", "; ", "_files; ");
  output_text(o, "  esac\n"
                 "  if [[ $PREFIX != -* ]]; then\n"
                 "    _files\n"
                 "    return\n"
                 "  fi\n"
                 "  case \"$words[2] $words[3] \" in\n");
  write_command_cases(o, write_zsh_options);
  output_text(
      o, "  esac\n"
         "  _describe -o option found\n"
         "}\n"
         "if [ \"$funcstack[1]\" = _warta ]; then _warta \"$@\"; else compdef _warta warta; fi\n");
}

static void write_fish_help(output *o, const char *help) {
  output_text(o, " -d '");
  write_quoted(o, help, "\\'");
  output_text(o, "'\n");
}

/* The condition that the command stands on the line. */
static void write_fish_seen(output *o, const command *c) {
  const size_t first = strcspn(c->name, " ");
  output_text(o, "complete -c warta -n '__fish_seen_subcommand_from ");
  output_bytes(o, c->name, first);
  if (has_words(c)) {
    output_text(o, "; and __fish_seen_subcommand_from");
    output_text(o, c->name + first);
  } else if (has_alias(c)) {
    output_char(o, ' ');
    output_text(o, c->alias);
  }
  output_char(o, '\'');
}

static void write_fish_option(output *o, const command *c, const option *row) {
  write_fish_seen(o, c);
  output_text(o, " -l ");
  output_text(o, row->name);
  if (row->letter != 0) {
    output_text(o, " -s ");
    output_char(o, row->letter);
  }
  if (row->kind != KIND_FLAG) {
    output_text(o, takes_file(row) ? " -r -F" : " -x");
  }
  if (has_choices(row)) {
    output_text(o, " -a '");
    write_choices(o, row->argument, " ");
    output_char(o, '\'');
  }
  write_fish_help(o, row->help[message_language()]);
}

static void write_fish(output *o) {
  output_text(o, "# fish completion for warta: warta completion fish | source\n");
  for (size_t i = 0; i < command_count; i++) {
    const command *c = &command_table[i];
    for (int alias = 0; alias <= (has_alias(c) && !has_words(c)); alias++) {
      output_text(o, "complete -c warta -n ");
      output_text(o, has_words(c) ? "'__fish_seen_subcommand_from " : "__fish_use_subcommand");
      if (has_words(c)) {
        output_bytes(o, c->name, strcspn(c->name, " "));
        output_char(o, '\'');
      }
      output_text(o, has_words(c) ? " -a" : " -f -a ");
      output_text(o, alias ? c->alias : has_words(c) ? strchr(c->name, ' ') : c->name);
      write_fish_help(o, c->help[message_language()]);
    }
    for (size_t at = 0; c->options[at] != OPTION_END; at++) {
      write_fish_option(o, c, &option_table[c->options[at]]);
    }
  }
}

int cmd_completion(run *r, char **operands, size_t count) {
  static const struct {
    const char *name;
    void (*write)(output *o);
  } shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
  for (size_t i = 0; count == 1 && i < sizeof shells / sizeof shells[0]; i++) {
    if (strcmp(operands[0], shells[i].name) == 0) {
      run_open_output(r);
      shells[i].write(r->out);
      return run_finish(r, EXIT_DONE);
    }
  }
  message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTION_BAD_VALUE, count == 0 ? "" : operands[count - 1],
                "bash|zsh|fish");
  return EXIT_USAGE;
}
