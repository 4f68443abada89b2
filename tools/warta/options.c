#include "options.h"

#include "buffer.h"
#include "encoding.h"
#include "number.h"
#include "option_table.h"

#include <stdlib.h>
#include <string.h>

void settings_init(settings *s) {
  *s = (settings){.from = FROM_AUTO,
                  .id_field = "id",
                  .title_field = "title",
                  .text_field = "text",
                  .date_field = "date",
                  .source_field = "source",
                  .format = FORMAT_TEXT,
                  .limit = 10,
                  .batch = 1000,
                  .wait = 10,
                  .max_words = 4,
                  .story_min = 0.36,
                  .window = UINT32_MAX,
                  .stemmer = STEMMER_ROOTS,
                  .abbr_stop = CHOICE_KEEP,
                  .clitics = CHOICE_KEEP,
                  .labels = LABELS_SKIP,
                  .color = COLOR_AUTO};
}

/* Damerau's distance (neighbours swapped count once) of two short names. */
enum { NAME_MOST = 40 };

static size_t least_of(size_t a, size_t b, size_t c) {
  const size_t ab = a < b ? a : b;
  return ab < c ? ab : c;
}

static size_t name_distance(const char *a, const char *b) {
  size_t rows[3][NAME_MOST + 1];
  const size_t la = strlen(a);
  const size_t lb = strlen(b);
  if (la > NAME_MOST || lb > NAME_MOST) {
    return NAME_MOST;
  }
  for (size_t j = 0; j <= lb; j++) {
    rows[0][j] = j;
  }
  for (size_t i = 1; i <= la; i++) {
    size_t *row = rows[i % 3];
    const size_t *above = rows[(i - 1) % 3];
    row[0] = i;
    for (size_t j = 1; j <= lb; j++) {
      const size_t cost = a[i - 1] != b[j - 1];
      row[j] = least_of(above[j] + 1, row[j - 1] + 1, above[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        const size_t swapped = rows[(i - 2) % 3][j - 2] + 1;
        row[j] = swapped < row[j] ? swapped : row[j];
      }
    }
  }
  return rows[la % 3][lb];
}

const char *options_nearest(const char *word, const char *const *names, size_t count) {
  const size_t len = strlen(word);
  size_t best = len < 5 ? 2 : 3; /* farther than a typing mistake is no suggestion */
  const char *nearest = NULL;
  for (size_t i = 0; i < count; i++) {
    const size_t distance = name_distance(word, names[i]);
    const bool continues = len >= 3 && strncmp(word, names[i], len) == 0;
    if (distance < best || (continues && nearest == NULL)) {
      best = distance < best ? distance : best;
      nearest = names[i];
    }
  }
  return nearest;
}

static int unknown_option(const char *given, const unsigned char *allowed, const char *command) {
  const char *names[OPTION_COUNT];
  size_t count = 0;
  char word[NAME_MOST + 1];
  const char *bare = given + strspn(given, "-");
  const size_t len = strcspn(bare, "=");
  for (; *allowed != OPTION_END; allowed++) {
    names[count++] = option_table[*allowed].name;
  }
  const char *nearest = NULL;
  if (len <= NAME_MOST && len > 0) {
    memcpy(word, bare, len);
    word[len] = '\0';
    nearest = options_nearest(word, names, count);
  }
  if (nearest == NULL) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_UNKNOWN_OPTION, given, command);
    return -1;
  }
  char suggestion[NAME_MOST + 3] = "--";
  memcpy(suggestion + 2, nearest, strlen(nearest) + 1);
  message_error(NULL, MESSAGE_NO_PLACE, MSG_UNKNOWN_OPTION_NEAR, given, suggestion);
  return -1;
}

static const option *find_option(const char *given, const unsigned char *allowed) {
  for (; *allowed != OPTION_END; allowed++) {
    const option *o = &option_table[*allowed];
    const size_t len = strlen(o->name);
    if (given[1] == '-' && strncmp(given + 2, o->name, len) == 0 &&
        (given[2 + len] == '\0' || given[2 + len] == '=')) {
      return o;
    }
    if (given[1] != '-' && given[1] == o->letter) {
      return o;
    }
  }
  return NULL;
}

/* The number of the choice, from 1; 0 if there is no such name. */
static uint32_t find_choice(const char *choices, const char *value) {
  const size_t len = strlen(value);
  for (uint32_t number = 1;; number++) {
    const size_t name_len = strcspn(choices, "|");
    if (name_len == len && memcmp(choices, value, len) == 0) {
      return number;
    }
    if (choices[name_len] == '\0') {
      return 0;
    }
    choices += name_len + 1;
  }
}

static void range_text(char out[2 * NUMBER_SIZE + 4], const option *o) {
  char least[NUMBER_SIZE];
  char most[NUMBER_SIZE];
  const bool whole = o->kind == KIND_COUNT;
  number_write(least, o->least, whole ? 0 : o->least > 0 ? 6 : 0, '.');
  number_write(most, o->most, 0, '.');
  const size_t len = strlen(least);
  memcpy(out, least, len);
  memcpy(out + len, "..", 2);
  memcpy(out + len + 2, most, strlen(most) + 1);
}

static bool set_number(const option *o, void *place, const char *value) {
  if (o->kind == KIND_COUNT) {
    uint32_t number;
    if (!number_read_count(value, &number) || number < o->least || number > o->most) {
      return false;
    }
    memcpy(place, &number, sizeof number);
    return true;
  }
  double number;
  if (!number_read_real(value, &number) || number < o->least || number > o->most) {
    return false;
  }
  memcpy(place, &number, sizeof number);
  return true;
}

static bool refuse_value(message_id id, const char *name, const char *value, const char *fitting) {
  buffer given = {NULL, 0, 0};
  buffer_add_text(&given, name);
  buffer_add_char(&given, ' ');
  buffer_add(&given, value, strlen(value) + 1);
  message_error(NULL, MESSAGE_NO_PLACE, id, given.data, fitting);
  buffer_free(&given);
  return false;
}

static bool set_option(settings *s, const option *o, const char *given, const char *value) {
  void *place = (char *)s + o->place;
  char range[2 * NUMBER_SIZE + 4];
  uint32_t number = 1;
  switch (o->kind) {
  case KIND_FLAG:
    memcpy(place, &number, sizeof number);
    return true;
  case KIND_ENCODING:
    if (strcmp(value, "auto") == 0) {
      value = NULL;
    } else if (!encoding_is_known(value)) {
      message_error(NULL, MESSAGE_NO_PLACE, MSG_UNKNOWN_ENCODING, value, NULL);
      return false;
    }
    memcpy(place, &value, sizeof value);
    return true;
  case KIND_NAME:
    memcpy(place, &value, sizeof value);
    return true;
  case KIND_CHOICE:
    number = find_choice(o->argument, value);
    memcpy(place, &number, sizeof number);
    return number != 0 || refuse_value(MSG_OPTION_BAD_VALUE, given, value, o->argument);
  case KIND_COUNT:
  case KIND_REAL:
    if (set_number(o, place, value)) {
      return true;
    }
    range_text(range, o);
    return refuse_value(o->kind == KIND_COUNT ? MSG_OPTION_BAD_COUNT : MSG_OPTION_BAD_REAL, given,
                        value, range);
  }
  return false;
}

/* The value behind "=", or behind the letter, or the next argument; NULL if there is none. */
static const char *find_value(const option *o, char **arguments, int count, int *at) {
  const char *given = arguments[*at];
  const char *equals = given[1] == '-' ? given + 2 + strlen(o->name) : given + 2;
  if (given[1] == '-' && *equals == '=') {
    return equals + 1;
  }
  if (*equals != '\0') {
    return equals; /* -n5 */
  }
  if (o->kind == KIND_FLAG || *at + 1 >= count) {
    return NULL;
  }
  (*at)++;
  return arguments[*at];
}

static bool parse_one(settings *s, const option *o, char **arguments, int count, int *at) {
  const char *value = find_value(o, arguments, count, at);
  char name[NAME_MOST + 3] = "--";
  memcpy(name + 2, o->name, strlen(o->name) + 1);
  if (o->kind == KIND_FLAG && value != NULL) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTION_TAKES_NONE, name, NULL);
    return false;
  }
  if (o->kind != KIND_FLAG && value == NULL) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTION_NEEDS_VALUE, name, o->argument);
    return false;
  }
  return set_option(s, o, name, value);
}

int options_parse(settings *s, const unsigned char *allowed, const char *command, char **arguments,
                  int count) {
  int kept = 0;
  for (int at = 0; at < count; at++) {
    char *given = arguments[at];
    if (strcmp(given, "--") == 0) {
      for (at++; at < count; at++) {
        arguments[kept++] = arguments[at];
      }
      break;
    }
    if (given[0] != '-' || given[1] == '\0') {
      arguments[kept++] = given;
      continue;
    }
    const option *o = find_option(given, allowed);
    if (o == NULL) {
      return unknown_option(given, allowed, command);
    }
    if (!parse_one(s, o, arguments, count, &at)) {
      return -1;
    }
  }
  return kept;
}

enum { HELP_COLUMN = 30 };

void options_write_help(output *o, const unsigned char *allowed) {
  const language lang = message_language();
  for (; *allowed != OPTION_END; allowed++) {
    const option *row = &option_table[*allowed];
    const char letter[] = {'-', row->letter, ',', ' ', '\0'};
    output_text(o, row->letter != 0 ? "  " : "      ");
    output_text(o, row->letter != 0 ? letter : "");
    output_text(o, "--");
    output_text(o, row->name);
    size_t used = 8 + strlen(row->name);
    if (row->argument != NULL) {
      output_char(o, ' ');
      output_text(o, row->argument);
      used += 1 + strlen(row->argument);
    }
    if (used + 2 > HELP_COLUMN) {
      output_char(o, '\n');
      used = 0;
    }
    for (; used < HELP_COLUMN; used++) {
      output_char(o, ' ');
    }
    output_text(o, row->help[lang]);
    output_char(o, '\n');
  }
}

language options_find_language(char **arguments, int count) {
  static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (int i = 0; i < count && arguments[i] != NULL && strcmp(arguments[i], "--") != 0; i++) {
    const char *value = NULL;
    if (strncmp(arguments[i], "--lang=", 7) == 0) {
      value = arguments[i] + 7;
    } else if (strcmp(arguments[i], "--lang") == 0 && i + 1 < count) {
      value = arguments[i + 1];
    }
    if (value != NULL) {
      return strcmp(value, "id") == 0 ? LANGUAGE_INDONESIAN : LANGUAGE_ENGLISH;
    }
  }
  for (size_t i = 0; i < sizeof variables / sizeof variables[0]; i++) {
    const char *value = getenv(variables[i]);
    if (value != NULL && *value != '\0') {
      const bool is_id = strncmp(value, "id", 2) == 0 && strchr("_.@", value[2]) != NULL;
      return is_id ? LANGUAGE_INDONESIAN : LANGUAGE_ENGLISH;
    }
  }
  return LANGUAGE_ENGLISH;
}
