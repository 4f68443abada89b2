#include "initials.h"

#include <stddef.h>
#include <stdint.h>

/* How far behind "berinisial" a list of initials and ages may go on, in units. */
enum { LIST_REACH = 40 };

/* RH, MAM: two to four capitals. */
static bool may_be_initials(const warta_document *document, size_t i) {
  enum { SHORTEST = 2, LONGEST = 4 };
  const wi_unit *unit = &document->units[i];
  const uint32_t len = unit->end - unit->start;
  return unit->term != WI_NO_TERM && unit->words == 1 && len >= SHORTEST && len <= LONGEST &&
         (unit->flags & WARTA_TOKEN_ALL_CAPS) != 0;
}

static bool announces(const warta_document *document, size_t i) {
  const uint32_t term = document->units[i].term;
  return term != WI_NO_TERM &&
         wi_str_equal(wi_document_term_text(document, term), WI_STR("inisial"));
}

/* "RH (24), DS (27), dan AM": behind the announcement nothing else stands between initials. */
static void mark_list(const warta_document *document, size_t i, bool *found) {
  const uint32_t sentence = document->units[i].sentence;
  const size_t most = i + LIST_REACH;
  for (i++; i < document->unit_count && i < most && document->units[i].sentence == sentence; i++) {
    const wi_unit *unit = &document->units[i];
    if (may_be_initials(document, i)) {
      found[unit->term] = true;
    } else if (unit->term != WI_NO_TERM && unit->type != WARTA_TOKEN_NUMBER &&
               unit->stop != WARTA_STOP_FUNCTION && unit->stop != WARTA_STOP_TIME &&
               !wi_str_equal(wi_document_unit_text(document, unit), WI_STR("alias"))) {
      return;
    }
  }
}

/* "YIK (31)": letters that no news had before, with an age of two digits. */
static bool has_age(const warta_document *document, size_t i) {
  enum { AGE_DIGITS = 2, KNOWN_FROM = 12 };
  const wi_dictionary *dictionary = document->analyzer->dictionary;
  const wi_unit *unit = &document->units[i];
  return i + 3 < document->unit_count &&
         wi_str_equal(wi_document_unit_text(document, unit + 1), WI_STR("(")) &&
         unit[2].type == WARTA_TOKEN_NUMBER &&
         wi_document_unit_text(document, unit + 2).len == AGE_DIGITS &&
         wi_str_equal(wi_document_unit_text(document, unit + 3), WI_STR(")")) &&
         wi_dictionary_background(dictionary, wi_document_term_text(document, unit->term)) <
             KNOWN_FROM;
}

bool *wi_initials_find(const warta_document *document, wi_arena *arena) {
  bool *found = wi_arena_new(arena, document->terms.count, sizeof *found);
  for (size_t i = 0; found != NULL && i < document->unit_count; i++) {
    if (announces(document, i)) {
      mark_list(document, i, found);
    } else if (may_be_initials(document, i) && has_age(document, i)) {
      found[document->units[i].term] = true;
    }
  }
  return found;
}
