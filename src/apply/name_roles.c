#include "name_roles.h"

/* In bytes; the list has none that is longer. */
enum { LONGEST_WORD = 24 };

static void put_lower(char *out, wi_str word) {
  for (size_t i = 0; i < word.len; i++) {
    const char c = word.ptr[i];
    out[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
}

wi_name_role wi_name_role_of(const warta_document *document, const wi_unit *unit) {
  char lower[LONGEST_WORD];
  const wi_str word = wi_document_unit_text(document, unit);
  if (word.len > sizeof lower) {
    return WI_ROLE_NONE;
  }
  put_lower(lower, word);
  return wi_dictionary_role(document->analyzer->dictionary, (wi_str){lower, word.len});
}

bool wi_name_is_pair(const warta_document *document, const wi_unit *unit) {
  char lower[LONGEST_WORD];
  const wi_str first = wi_document_unit_text(document, unit);
  const wi_str second = wi_document_unit_text(document, unit + 1);
  const size_t len = first.len + 1 + second.len;
  if (len > sizeof lower) {
    return false;
  }
  put_lower(lower, first);
  lower[first.len] = '_';
  put_lower(lower + first.len + 1, second);
  return wi_dictionary_role(document->analyzer->dictionary, (wi_str){lower, len}) == WI_ROLE_PAIR;
}
