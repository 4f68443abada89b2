/* Runs a fuzz target over files: the kept seeds are ordinary tests in every build. In the preset
 * `fuzz` libFuzzer stands in the place of this file, and takes the same arguments. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

static unsigned char *read_file(const char *path, size_t *len) {
  FILE *file = fopen(path, "rb");
  unsigned char *bytes = malloc(1);
  unsigned char chunk[4096];
  size_t got;
  *len = 0;
  if (file == NULL || bytes == NULL) {
    perror(path);
    exit(1);
  }
  while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
    /* To the byte, so that a read behind the end is seen by the sanitizers. */
    unsigned char *more = realloc(bytes, *len + got);
    if (more == NULL) {
      exit(1);
    }
    bytes = more;
    for (size_t i = 0; i < got; i++) {
      bytes[*len + i] = chunk[i];
    }
    *len += got;
  }
  (void)fclose(file);
  return bytes;
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    size_t len;
    unsigned char *bytes = read_file(argv[i], &len);
    /* stderr: the target's own messages go there as well, and the last name is the one at fault. */
    (void)fprintf(stderr, "replay: %s\n", argv[i]);
    (void)LLVMFuzzerTestOneInput(bytes, len);
    free(bytes);
  }
  return 0;
}
