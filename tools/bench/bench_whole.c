/* The whole analysis of one text, by the fast path or the slow one, so that
 * tests/worst/never_slower.py can count both.
 *
 *   bench-whole fast|plain FILE    a document of the file's text, and how many terms it has
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <warta/warta.h>

static void stop(const char *what) {
  fprintf(stderr, "bench-whole: %s\n", what);
  exit(EXIT_FAILURE);
}

static char *read_file(const char *path, size_t *len) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    stop("cannot open the file");
  }
  const long size = ftell(file);
  char *text = size < 0 ? NULL : malloc((size_t)size + 1);
  if (text == NULL || fseek(file, 0, SEEK_SET) != 0 ||
      fread(text, 1, (size_t)size, file) != (size_t)size) {
    stop("cannot read the file");
  }
  (void)fclose(file);
  *len = (size_t)size;
  return text;
}

int main(int argc, char **argv) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer *analyzer = NULL;
  warta_session *session = NULL;
  warta_document *document = NULL;
  size_t len = 0;
  if (argc != 3 || (strcmp(argv[1], "fast") != 0 && strcmp(argv[1], "plain") != 0)) {
    stop("usage: bench-whole fast|plain FILE");
  }
  char *text = read_file(argv[2], &len);
  options.plain = strcmp(argv[1], "plain") == 0;
  if (warta_analyzer_open(&analyzer, &options, NULL) != WARTA_OK ||
      warta_session_open(&session, analyzer, NULL) != WARTA_OK ||
      warta_document_analyze(&document, session, text, len, NULL, NULL) != WARTA_OK) {
    stop("the analysis failed");
  }
  printf("%zu\n", warta_document_term_count(document));
  warta_document_free(document);
  warta_session_free(session);
  warta_analyzer_free(analyzer);
  free(text);
  return EXIT_SUCCESS;
}
