#include "name_roles.h"

/* In bytes; the list has none that is longer. */
enum { LONGEST_WORD = 24 };

wi_name_role wi_name_role_of(const warta_document *document, const wi_unit *unit) {
  char lower[LONGEST_WORD];
  const wi_str word = wi_str_slice(document->text, unit->start, unit->end);
  if (word.len > sizeof lower) {
    return WI_ROLE_NONE;
  }
  for (size_t i = 0; i < word.len; i++) {
    const char c = word.ptr[i];
    lower[i] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  return wi_dictionary_role(document->analyzer->dictionary, (wi_str){lower, word.len});
}
