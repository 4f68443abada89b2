#include "name_lists.h"

#include <stdbool.h>

static bool may_be_field(const warta_document *document, const wi_unit_role *roles, size_t i) {
  const uint8_t role = roles[i].role;
  return roles[i].kind == WI_UNIT_CONTENT && roles[i].is_name &&
         document->units[i].type != WARTA_TOKEN_ACRONYM &&
         (role == WI_ROLE_NONE || role == WI_ROLE_GENERAL || role == WI_ROLE_QUALITY);
}

/* What a ministry is for: Perdagangan. */
static bool is_field(const warta_document *document, const wi_unit_role *roles, size_t i) {
  wi_root root;
  const wi_unit *unit = &document->units[i];
  return may_be_field(document, roles, i) &&
         wi_dictionary_root(document->analyzer->dictionary,
                            wi_document_term_text(document, unit->term), &root);
}

static bool is_comma(const warta_document *document, size_t i) {
  return wi_str_equal(wi_document_unit_text(document, &document->units[i]), WI_STR(","));
}

/* A body or an office opens the run that ends here. */
static bool is_in_body(const wi_unit_role *roles, size_t i) {
  while (i > 0 && roles[i - 1].is_name) {
    i--;
  }
  return roles[i].role == WI_ROLE_BODY || roles[i].role == WI_ROLE_OFFICE;
}

/* Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi: the "dan" of a list of ordinary words
 * in the name of a body, whose first comma stands at i; 0: it parts names. */
static size_t list_end(const warta_document *document, const wi_unit_role *roles, size_t i) {
  enum { REACH = 12 };
  const uint32_t sentence = document->units[i].sentence;
  if (!is_field(document, roles, i - 1) || !is_in_body(roles, i - 1)) {
    return 0;
  }
  for (size_t at = i; at + 1 < document->unit_count && at < i + REACH; at++) {
    const wi_unit *unit = &document->units[at];
    const bool is_last =
        wi_str_equal(wi_document_unit_text(document, &document->units[at]), WI_STR("dan"));
    if (unit->sentence != sentence) {
      return 0;
    }
    if (is_last) {
      return is_field(document, roles, at + 1) ? at : 0;
    }
    if (!is_comma(document, at) && !may_be_field(document, roles, at)) {
      return 0;
    }
  }
  return 0;
}

/* Marks the commas and the "dan" from `i` to `end`. */
static void join_list(const warta_document *document, wi_unit_role *roles, size_t i, size_t end) {
  for (; i <= end; i++) {
    if (is_comma(document, i) || i == end) {
      roles[i] = (wi_unit_role){.kind = WI_UNIT_LINK, .is_name = true};
    }
  }
}

size_t wi_name_list_join(const warta_document *document, wi_unit_role *roles, size_t i) {
  const size_t end = is_comma(document, i) ? list_end(document, roles, i) : 0;
  if (end > 0) {
    join_list(document, roles, i, end);
  }
  return end;
}
