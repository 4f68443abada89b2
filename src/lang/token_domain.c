#include "token_domain.h"

#include <stdbool.h>

#include "token_shape.h"
#include "utf8.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* Ends of domain names. Those of the first list stand only before ".id": kompas.co.id */
static const char *const second_levels[] = {"ac", "go",   "or",  "web", "sch",
                                            "my", "desa", "mil", "biz"};
static const char *const top_levels[] = {"com", "net",  "org",    "id",   "co",  "info", "tv", "me",
                                         "io",  "news", "online", "site", "ly",  "be",   "gl", "ai",
                                         "dev", "xyz",  "gov",    "edu",  "my",  "sg",   "uk", "au",
                                         "us",  "int",  "asia",   "app",  "live"};

/* com or COM; a sentence may begin with Com */
static bool is_one_case(wi_str label) {
  bool has_small = false;
  bool has_capital = false;
  for (size_t i = 0; i < label.len; i++) {
    has_small = has_small || (label.ptr[i] >= 'a' && label.ptr[i] <= 'z');
    has_capital = has_capital || (label.ptr[i] >= 'A' && label.ptr[i] <= 'Z');
  }
  return !has_small || !has_capital;
}

static bool is_id(wi_str label) {
  static const char *const id[] = {"id"};
  return wi_token_in(label, id, COUNT(id));
}

static bool is_capital(wi_str text, size_t at) {
  return at < text.len && wi_utf8_is_upper(wi_utf8_next(text, &at));
}

size_t wi_domain_end(wi_str text, size_t at, size_t end) {
  size_t stop = at;
  while (stop < end && text.ptr[stop] != '.') {
    stop++;
  }
  const wi_str label = wi_str_slice(text, at, stop);
  if (label.len < 2 || label.len > 6 || !is_one_case(label)) {
    return 0;
  }
  const bool is_top = wi_token_in(label, top_levels, COUNT(top_levels));
  if (stop + 2 < end && is_id(wi_str_slice(text, stop + 1, stop + 3)) &&
      (stop + 3 == end || text.ptr[stop + 3] == '.') &&
      (is_top || wi_token_in(label, second_levels, COUNT(second_levels)))) {
    return stop + 3;
  }
  return is_top ? stop : 0;
}

size_t wi_domain_start(wi_str text, size_t from, size_t dot) {
  size_t at = dot;
  for (;;) {
    while (at > from && text.ptr[at - 1] != '.') {
      at--;
    }
    if (at <= from || is_capital(text, at)) {
      return at;
    }
    at--;
  }
}
