#include "wordlist.h"

wi_wordlist wi_wordlist_make(wi_str text) {
  const wi_str mark = WI_STR("\xEF\xBB\xBF");
  wi_wordlist list = {.rest = text};
  if (wi_str_starts(text, mark)) {
    list.rest = wi_str_slice(text, mark.len, text.len);
  }
  return list;
}

bool wi_wordlist_next(wi_wordlist *list, wi_str *line) {
  while (list->rest.ptr != NULL && list->rest.len > 0) {
    *line = wi_str_trim(wi_str_cut(&list->rest, '\n'));
    list->line++;
    if (line->len > 0 && line->ptr[0] != '#') {
      return true;
    }
  }
  return false;
}

wi_str wi_wordlist_content(wi_str line) {
  return wi_str_trim(wi_str_cut(&line, '#'));
}

bool wi_wordlist_section(wi_str line, wi_str *name) {
  if (line.len < 2 || line.ptr[0] != '[' || line.ptr[line.len - 1] != ']') {
    return false;
  }
  *name = wi_str_trim(wi_str_slice(line, 1, line.len - 1));
  return true;
}

bool wi_wordlist_word(wi_str *rest, wi_str *word) {
  *rest = wi_str_trim(*rest);
  size_t end = 0;
  while (end < rest->len && !wi_str_is_space(rest->ptr[end])) {
    end++;
  }
  *word = wi_str_slice(*rest, 0, end);
  *rest = wi_str_slice(*rest, end, rest->len);
  return end > 0;
}

bool wi_wordlist_takes_away(wi_str *word) {
  if (word->len == 0 || (word->ptr[0] != '-' && word->ptr[0] != '+')) {
    return false;
  }
  const bool minus = word->ptr[0] == '-';
  *word = wi_str_slice(*word, 1, word->len);
  return minus;
}
