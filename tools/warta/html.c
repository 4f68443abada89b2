#include "html.h"

#include "codepoint.h"

#include <string.h>

/* Past the byte-order mark and white space. */
static size_t skip_space(const char *text, size_t len) {
  size_t at = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  while (at < len && strchr(" \t\r\n\f", text[at]) != NULL && text[at] != '\0') {
    at++;
  }
  return at;
}

/* After the name of a tag: "<p>", "<div class", but not "<penulis" for "<p". */
static bool ends_name(const char *text, size_t len, size_t at) {
  return at == len || (text[at] != '\0' && strchr(" \t\r\n\f>/", text[at]) != NULL);
}

bool html_is(const char *text, size_t len) {
  static const char *const names[] = {
      "!doctype", "html", "head", "body", "meta", "title", "div",   "p",      "article",
      "section",  "main", "h1",   "h2",   "span", "table", "style", "script", "link",
      "header",   "nav",  "br",   "a",    "img",  "ul",    "strong"};
  const size_t at = skip_space(text, len);
  if (at >= len || text[at] != '<') {
    return false;
  }
  const char *name = text + at + 1;
  const size_t left = len - at - 1;
  if ((left >= 4 && memcmp(name, "?xml", 4) == 0) || (left >= 3 && memcmp(name, "!--", 3) == 0)) {
    return true;
  }
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    const size_t name_len = strlen(names[i]);
    if (codepoint_starts_with(name, left, names[i]) && ends_name(name, left, name_len)) {
      return true;
    }
  }
  return false;
}
