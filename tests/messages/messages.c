/* Each message, option and command speaks English and Indonesian, with the same arguments; and so
 * does each detail of the library that stands, a line each, on standard input. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "detail.h"
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

/* A name of a member of the options needs no translation. */
static bool is_name(const char *detail) {
  return strspn(detail, "abcdefghijklmnopqrstuvwxyz_, ") == strlen(detail) &&
         (strchr(detail, ' ') == NULL || strstr(detail, ", ") != NULL);
}

/* Alone, behind the name of a list, and before a number. */
static void check_detail(const char *detail, size_t index) {
  static const char *const PARTS[][2] = {{"", ""}, {"roots: ", ""}, {"", " 17"}};
  for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++) {
    char whole[300];
    char room[DETAIL_BYTES];
    snprintf(whole, sizeof whole, "%s%s%s", PARTS[i][0], detail, PARTS[i][1]);
    message_setup(LANGUAGE_ENGLISH, false);
    const bool is_english = strcmp(detail_text(room, whole), whole) == 0;
    message_setup(LANGUAGE_INDONESIAN, false);
    const bool is_other = is_name(detail) || strcmp(detail_text(room, whole), whole) != 0;
    judge(is_english && is_other, whole, index, "no Indonesian detail");
  }
}

static void check_fingerprints(void) {
  char room[DETAIL_BYTES];
  message_setup(LANGUAGE_INDONESIAN, false);
  const char *bad = detail_text(room, "0123456789abcdef, not 0123456789abcdee");
  judge(strcmp(bad, "0123456789abcdef, bukan 0123456789abcdee") == 0, "detail", 0, bad);
  bad = detail_text(room, "0123456789abcdef and 0123456789abcdee");
  judge(strcmp(bad, "0123456789abcdef dan 0123456789abcdee") == 0, "detail", 1, bad);
}

static void check_details(void) {
  char line[300];
  size_t count = 0;
  while (fgets(line, sizeof line, stdin) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    check_detail(line, count++);
  }
  judge(count > 80, "details", count, "too few of them are found");
}

int main(void) {
  check_messages();
  check_details();
  check_fingerprints();
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
