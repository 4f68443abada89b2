/* The program's input: JSON lines, plain text and every character set, through a pipe. */
#include "fuzz.h"
#include "input.h"

#include <unistd.h>

enum { PIPE_HOLDS = 60000 };

static void give_as_stdin(const uint8_t *data, size_t len) {
  int ends[2];
  MUST(pipe(ends) == 0);
  MUST(write(ends[1], data, len) == (ssize_t)len);
  MUST(close(ends[1]) == 0);
  MUST(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
  MUST(close(ends[0]) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  static const char *const encodings[4] = {NULL, NULL, "UTF-16LE", "SHIFT_JIS"};
  const unsigned options = fuzz_take(&data, &len);
  static const char *const ids[2] = {"id", ""};
  settings s;
  tally counts = {0};
  record rec;
  warta_text line;
  if (len > PIPE_HOLDS) {
    return 0;
  }
  settings_init(&s);
  s.from = 1 + options % 3;
  s.strict = (options >> 2) & 1;
  s.encoding = encodings[(options >> 3) & 3];
  s.id_field = ids[(options >> 5) & 1];
  counts.strict = s.strict != 0;
  give_as_stdin(data, len);
  input *in = input_open(&s, &counts, NULL, 0);
  if ((options & 0x40) != 0) {
    while (input_next_line(in, &line)) {
      MUST(line.len == 0 || line.text != NULL);
    }
  } else {
    while (input_next(in, &rec)) {
      MUST(rec.name != NULL && rec.id.text != NULL && rec.text.text != NULL);
      MUST(rec.text.len <= 4 * len + 4);
    }
  }
  input_close(in);
  return 0;
}
