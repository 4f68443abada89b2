/* Labels: spans in text order that do not overlap, each with a name and a rule. */
#include "fuzz_session.h"

static void check_sentences(const warta_document *document, size_t len) {
  size_t end = 0;
  char line[64];
  for (size_t i = 0; i < warta_document_sentence_count(document); i++) {
    const warta_sentence sentence = warta_document_sentence(document, i);
    MUST(sentence.start >= end && sentence.end > sentence.start && sentence.end <= len);
    end = sentence.end;
    const size_t whole = warta_document_sentence_text(document, i, NULL, 0);
    MUST(warta_document_sentence_text(document, i, line, sizeof line) == whole);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  warta_document *document = NULL;
  const char *text = (const char *)data;
  size_t end = 0;
  MUST(warta_document_analyze(&document, the_session(), text, len, NULL, NULL) == WARTA_OK);
  for (size_t i = 0; i < warta_document_label_count(document); i++) {
    const warta_label label = warta_document_label(document, i);
    MUST(label.start >= end && label.end > label.start && label.end <= len);
    MUST(*warta_label_name(label.kind) != '\0');
    MUST(label.rule != NULL && *label.rule != '\0');
    end = label.end;
  }
  check_sentences(document, len);
  MUST(warta_document_malformed_count(document) <= len);
  warta_document_free(document);
  return 0;
}
