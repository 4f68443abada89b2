#include "summary_settings.h"

#include "exits.h"
#include "message.h"

static warta_summary_method method_of(const settings *s) {
  switch (s->method) {
  case METHOD_LEAD:
    return WARTA_SUMMARY_LEAD;
  case METHOD_CENTROID:
    return WARTA_SUMMARY_CENTROID;
  case METHOD_TEXTRANK:
    return WARTA_SUMMARY_TEXTRANK;
  case METHOD_LEXRANK:
    return WARTA_SUMMARY_LEXRANK;
  case METHOD_TRAINED:
    return WARTA_SUMMARY_TRAINED;
  default:
    return WARTA_SUMMARY_DEFAULT;
  }
}

static int read_weights(summary_settings *out, const char *path) {
  buffer bytes = {NULL, 0, 0};
  warta_error error;
  int code = input_read_file(&bytes, path);
  if (code == EXIT_DONE &&
      warta_summary_weights_read(&out->weights, bytes.data, bytes.len, &error) != WARTA_OK) {
    code = message_library_error(path, &error);
    code = error.status == WARTA_ERR_DATA ? EXIT_CONFIGURATION : code;
  }
  buffer_free(&bytes);
  return code;
}

int summary_settings_begin(summary_settings *out, run *r, const char *columns) {
  const settings *s = r->options;
  const warta_summary_options defaults = WARTA_SUMMARY_OPTIONS_INIT;
  *out = (summary_settings){defaults, NULL};
  int code = s->weights == NULL ? EXIT_DONE : read_weights(out, s->weights);
  if (code == EXIT_DONE) {
    code = run_open_analyzer(r);
  }
  if (code == EXIT_DONE) {
    code = run_open_background(r);
  }
  if (code != EXIT_DONE) {
    return code;
  }
  out->options.method = method_of(s);
  out->options.words = s->words;
  out->options.sentences = s->sentences;
  out->options.ratio = s->ratio;
  out->options.weights = out->weights;
  run_open_output(r);
  run_results_begin(r, columns);
  return EXIT_DONE;
}

void summary_settings_free(summary_settings *s) {
  warta_summary_weights_free(s->weights);
}
