/* The program's arguments: NUL ends each; the first byte chooses the command. */
#include "fuzz.h"
#include "option_table.h"
#include "commands.h"

#include <string.h>

enum { ARGUMENTS_MOST = 24 };

/* Once: every message, option and command speaks both languages. */
static void check_tables(void) {
  for (int lang = 0; lang < 2; lang++) {
    message_setup((language)lang, false);
    for (int id = 0; id < MSG_COUNT; id++) {
      MUST(message_text((message_id)id) != NULL && *message_text((message_id)id) != '\0');
    }
    for (size_t i = OPTION_END + 1; i < OPTION_COUNT; i++) {
      MUST(option_table[i].name != NULL && *option_table[i].help[lang] != '\0');
    }
    for (size_t i = 0; i < command_count; i++) {
      MUST(*command_table[i].help[lang] != '\0');
    }
  }
  message_setup(LANGUAGE_ENGLISH, false);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  static int is_checked;
  if (!is_checked) {
    is_checked = 1;
    check_tables();
  }
  const command *c = &command_table[fuzz_take(&data, &len) % command_count];
  char *arguments[ARGUMENTS_MOST + 1];
  int count = 0;
  size_t taken;
  settings s;
  char *bytes = malloc(len + 1);
  MUST(bytes != NULL);
  memcpy(bytes, data, len);
  bytes[len] = '\0';
  for (size_t at = 0; at < len && count < ARGUMENTS_MOST; at += strlen(bytes + at) + 1) {
    arguments[count++] = bytes + at;
  }
  arguments[count] = NULL;
  settings_init(&s);
  if (count > 0) {
    const command *found = command_find(arguments, (size_t)count, &taken);
    MUST(found == NULL ? taken == 0 : taken >= 1 && taken <= (size_t)count);
    if (found == NULL) {
      command_tell_unknown(arguments[0]);
    }
  }
  const language lang = options_find_language(arguments, count);
  MUST(lang == LANGUAGE_ENGLISH || lang == LANGUAGE_INDONESIAN);
  const int left = options_parse(&s, c->options, c->name, arguments, count);
  MUST(left >= -1 && left <= count);
  if (left >= 0) {
    MUST(s.limit >= 1 && s.limit <= 10000 && s.max_words >= 1 && s.max_words <= 8);
    MUST(s.ratio >= 0 && s.ratio <= 1 && s.min >= 0 && s.min <= 1);
    MUST(s.format >= FORMAT_TEXT && s.format <= FORMAT_JSONL);
  }
  free(bytes);
  return 0;
}
