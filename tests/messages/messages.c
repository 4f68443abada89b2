/* Each message, option and command speaks English and Indonesian, with the same arguments. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "message.h"
#include "option_table.h"

static unsigned passed;
static unsigned failed;

static void judge(bool is_good, const char *kind, size_t index, const char *what) {
  passed += is_good;
  failed += !is_good;
  if (!is_good) {
    printf("FAILED %s %zu: %s\n", kind, index, what);
  }
}

static bool is_said(const char *text) {
  return text != NULL && text[0] != '\0';
}

/* Both hold {1} and {2}, or both do not. */
static bool have_same_arguments(const char *english, const char *indonesian) {
  static const char *const marks[] = {"{1}", "{2}"};
  for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
    if ((strstr(english, marks[i]) != NULL) != (strstr(indonesian, marks[i]) != NULL)) {
      return false;
    }
  }
  return true;
}

static void check_pair(const char *kind, size_t index, const char *english,
                       const char *indonesian) {
  judge(is_said(english), kind, index, "no English");
  judge(is_said(indonesian), kind, index, "no Indonesian");
  if (is_said(english) && is_said(indonesian)) {
    judge(have_same_arguments(english, indonesian), kind, index, "other arguments");
  }
}

static void check_messages(void) {
  for (message_id id = 0; id < MSG_COUNT; id++) {
    message_setup(LANGUAGE_ENGLISH, false);
    const char *english = message_text(id);
    message_setup(LANGUAGE_INDONESIAN, false);
    check_pair("message", id, english, message_text(id));
  }
}

int main(void) {
  check_messages();
  for (size_t i = OPTION_END + 1; i < OPTION_COUNT; i++) {
    check_pair("option", i, option_table[i].help[0], option_table[i].help[1]);
  }
  for (size_t i = 0; i < command_count; i++) {
    check_pair("command", i, command_table[i].help[0], command_table[i].help[1]);
    judge(is_said(command_table[i].alias), "command", i, "no Indonesian name");
  }
  printf("%u passed, %u failed\n", passed, failed);
  return failed > 0 || passed == 0;
}
