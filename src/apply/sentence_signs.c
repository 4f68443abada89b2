#include "sentence_signs.h"

#include <string.h>

#include "str.h"

static const int32_t THOUSAND = 1000;

/* Asked of every word, so length and first letter are looked at before all letters are. */
static bool is_one_of(wi_str word, const wi_str *words, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (word.len == words[i].len && word.ptr[0] == words[i].ptr[0] &&
        wi_str_equal(word, words[i])) {
      return true;
    }
  }
  return false;
}

#define IS_ONE_OF(word, words) is_one_of(word, words, sizeof(words) / sizeof(words)[0])

static bool is_demonstrative(wi_str word) {
  static const wi_str WORDS[] = {{"ini", 3}, {"itu", 3}, {"tersebut", 8}, {"begitu", 6}};
  const char first = word.ptr[0];
  return word.len > 2 && (first == 'i' || first == 't' || first == 'b') && IS_ONE_OF(word, WORDS);
}

static bool is_speaker(wi_str word) {
  static const wi_str WORDS[] = {{"saya", 4}, {"aku", 3},  {"kami", 4},
                                 {"kita", 4}, {"anda", 4}, {"kamu", 4}};
  return word.len <= 4 && IS_ONE_OF(word, WORDS);
}

/* Points to somebody or something in a sentence before, or goes on with it: "Ia menambahkan ...",
 * "Hal itu ...", "Yakni ...". */
static bool leads_back(wi_str word) {
  static const wi_str WORDS[] = {
      {"ia", 2},          {"dia", 3},      {"mereka", 6},      {"beliau", 6},   {"hal", 3},
      {"itu", 3},         {"ujarnya", 7},  {"katanya", 7},     {"tuturnya", 8}, {"imbuhnya", 8},
      {"menurutnya", 10}, {"keduanya", 8}, {"sebelumnya", 10}, {"yakni", 5},    {"yaitu", 5},
      {"apalagi", 7},     {"akibatnya", 9}};
  return IS_ONE_OF(word, WORDS);
}

/* The same behind a first word: "Namun, ia ...", "Salah satunya ...", "Pertemuan itu ...". */
static bool leads_back_second(wi_str word) {
  static const wi_str WORDS[] = {{"ia", 2},     {"dia", 3},     {"mereka", 6},
                                 {"beliau", 6}, {"dirinya", 7}, {"satunya", 7}};
  return is_demonstrative(word) || IS_ONE_OF(word, WORDS);
}

/* Text in hard lines has line ends inside sentences; there a paragraph ends at an empty line. */
static bool has_hard_lines(const warta_document *document, const wi_sentence_row *rows,
                           size_t count) {
  for (size_t i = 0; i < count; i++) {
    const wi_sentence *sentence = &document->sentences[rows[i].sentence];
    if (memchr(document->text.ptr + sentence->start, '\n', sentence->end - sentence->start) !=
        NULL) {
      return true;
    }
  }
  return false;
}

static size_t line_ends(const warta_document *document, size_t from, size_t to) {
  size_t found = 0;
  for (size_t i = from; i < to; i++) {
    found += document->text.ptr[i] == '\n';
  }
  return found;
}

typedef struct quotation {
  bool is_open;
  size_t since; /* the row that it was opened in */
} quotation;

static bool is_space_at(wi_str text, size_t at) {
  return at >= text.len || wi_str_is_space(text.ptr[at]);
}

/* A mark that stands at one side of a word tells by this what it is, and typographic ones by
 * themselves; any other opens and closes in turns. */
static bool opens(const quotation *state, wi_str text, size_t at, size_t len) {
  const bool left = at > 0 && !is_space_at(text, at - 1) && text.ptr[at - 1] != '(';
  const bool right = !is_space_at(text, at + len);
  if (len > 1) {
    return text.ptr[at + 2] == '\x9C';
  }
  return left == right ? !state->is_open : right;
}

/* The letters and signs of a unit that is no word. False: a quotation ends that did not begin. */
static bool follow_marks(quotation *state, wi_str text, const wi_unit *unit, size_t row) {
  bool is_sound = true;
  for (size_t i = unit->start; i < unit->end; i++) {
    const wi_str rest = wi_str_slice(text, i, unit->end);
    const bool is_typographic =
        wi_str_starts(rest, WI_STR("\xE2\x80\x9C")) || wi_str_starts(rest, WI_STR("\xE2\x80\x9D"));
    if (text.ptr[i] != '"' && !is_typographic) {
      continue;
    }
    const bool is_opening = opens(state, text, i, is_typographic ? 3 : 1);
    const bool is_inch = i > 0 && text.ptr[i - 1] >= '0' && text.ptr[i - 1] <= '9';
    is_sound = is_sound && (is_opening || state->is_open || is_inch);
    state->since = is_opening ? row : state->since;
    state->is_open = is_opening;
  }
  return is_sound;
}

typedef struct sign_counts {
  int32_t content;
  int32_t quoted;
  int32_t seen; /* words so far */
  int32_t capitals_led; /* of the first two words, capitalised ones */
} sign_counts;

static void count_type(int32_t *values, const wi_unit *unit) {
  const int type = unit->type;
  values[WI_FEATURE_NUMBERS] += type >= WARTA_TOKEN_NUMBER && type <= WARTA_TOKEN_DOCUMENT_NUMBER;
  values[WI_FEATURE_MONEY] += type == WARTA_TOKEN_AMOUNT || type == WARTA_TOKEN_PERCENT;
  values[WI_FEATURE_DATES] +=
      type == WARTA_TOKEN_DATE || type == WARTA_TOKEN_TIME || unit->stop == WARTA_STOP_TIME;
  values[WI_FEATURE_LONG_FORMS] += type == WARTA_TOKEN_ACRONYM;
  values[WI_FEATURE_REPORTING] += unit->stop == WARTA_STOP_REPORTING;
}

enum { WORD_MAX = 16 };

/* As written, in small letters; the term would be the stem. Longer words are cut: none is asked
 * for. */
static wi_str small_letters(char *out, const warta_document *document, const wi_unit *unit) {
  const size_t all = unit->end - unit->start;
  const size_t len = all < WORD_MAX ? all : WORD_MAX;
  for (size_t i = 0; i < len; i++) {
    const char byte = document->text.ptr[unit->start + i];
    out[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
  }
  return (wi_str){out, len};
}

/* What the first two words tell of the sentence. */
static void read_opening(int32_t *values, sign_counts *counts, const warta_document *document,
                         const wi_unit *unit) {
  char small[WORD_MAX];
  const wi_str word = small_letters(small, document, unit);
  if (counts->seen == 0) {
    values[WI_FEATURE_FIRST_STOP] = unit->stop;
    values[WI_FEATURE_LEANS_BACK] = leads_back(word);
  }
  counts->capitals_led +=
      (unit->flags & WARTA_TOKEN_CAPITALISED) != 0 && unit->stop == WARTA_STOP_NONE;
  values[WI_FEATURE_FIRST_NAME] = counts->capitals_led == 2;
  values[WI_FEATURE_LEANS_BACK] |= counts->seen == 1 && leads_back_second(word);
}

static void count_word(wi_sentence_row *row, sign_counts *counts, const warta_document *document,
                       const wi_unit *unit) {
  int32_t *values = row->values;
  const wi_str term = wi_document_term_text(document, unit->term);
  const bool is_capital = (unit->flags & WARTA_TOKEN_CAPITALISED) != 0;
  if (counts->seen < 2) {
    read_opening(values, counts, document, unit);
  }
  if (counts->seen > 0 && is_capital && unit->stop == WARTA_STOP_NONE) {
    values[WI_FEATURE_NAMES] += (int32_t)unit->words;
  }
  values[WI_FEATURE_DEMONSTRATIVES] += is_demonstrative(term);
  values[WI_FEATURE_PRONOUNS] += is_speaker(term);
  count_type(values, unit);
  counts->content += unit->stop == WARTA_STOP_NONE ? (int32_t)unit->words : 0;
  counts->seen += (int32_t)unit->words;
}

/* By themselves: "Sebab, ...". */
static bool is_connective(wi_str word) {
  static const wi_str WORDS[] = {
      {"namun", 5},    {"tapi", 4},        {"tetapi", 6}, {"sebab", 5},   {"sehingga", 8},
      {"kemudian", 8}, {"lalu", 4},        {"bahkan", 6}, {"padahal", 7}, {"sedangkan", 9},
      {"alhasil", 7},  {"sebaliknya", 10}, {"lantas", 6}, {"makanya", 7}, {"selanjutnya", 11}};
  return IS_ONE_OF(word, WORDS);
}

/* Behind a first word that also begins clauses: "Meski demikian, ...", "Oleh karena itu, ...",
 * "Sementara tiga lainnya ...". */
static bool is_connective_rest(wi_str word) {
  static const wi_str WORDS[] = {{"demikian", 8}, {"begitu", 6}, {"lainnya", 7}};
  return IS_ONE_OF(word, WORDS);
}

bool wi_sentence_goes_on(const warta_document *document, const wi_sentence *sentence) {
  enum { REACH = 3 };
  int seen = 0;
  for (uint32_t i = sentence->first; i < sentence->last && seen < REACH; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->term == WI_NO_TERM) {
      continue;
    }
    char small[WORD_MAX];
    const wi_str word = small_letters(small, document, unit);
    const bool is_late = seen == REACH - 1 && (wi_str_equal(word, WI_STR("itu")) ||
                                               wi_str_equal(word, WI_STR("lainnya")));
    if ((seen == 0 && is_connective(word)) || (seen == 1 && is_connective_rest(word)) || is_late) {
      return true;
    }
    seen++;
  }
  return false;
}

static int32_t share(int32_t part, int32_t whole) {
  return whole > 0 ? (int32_t)((int64_t)part * THOUSAND / whole) : 0;
}

/* Closing quotes and brackets may stand behind the mark; none is longer than three bytes. */
static bool ends_with(const warta_document *document, const wi_sentence *sentence, char mark) {
  enum { CLOSER_BYTES = 4 };
  for (uint32_t back = 1; back <= CLOSER_BYTES && back <= sentence->end - sentence->start; back++) {
    const char byte = document->text.ptr[sentence->end - back];
    if (byte == mark) {
      return true;
    }
    if ((byte >= 'a' && byte <= 'z') || byte == '.') {
      return false;
    }
  }
  return false;
}

static void read_units(wi_sentence_row *rows, size_t at, const warta_document *document,
                       quotation *state) {
  wi_sentence_row *row = &rows[at];
  const wi_sentence *sentence = &document->sentences[row->sentence];
  sign_counts counts = {0, 0, 0, 0};
  for (uint32_t i = sentence->first; i < sentence->last; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->sentence != row->sentence) {
      continue;
    }
    const wi_str text = wi_document_unit_text(document, unit);
    if (unit->term == WI_NO_TERM) {
      if (!follow_marks(state, document->text, unit, at)) {
        row->values[WI_FEATURE_OPENS_QUOTED] = WI_OPENS_LOST;
      }
      row->values[WI_FEATURE_BRACKETS] += text.len > 0 && text.ptr[0] == '(';
    } else {
      if (counts.seen == 0) {
        row->values[WI_FEATURE_OPENS_QUOTED] = state->is_open;
      }
      counts.quoted += state->is_open ? (int32_t)unit->words : 0;
      count_word(row, &counts, document, unit);
    }
  }
  row->values[WI_FEATURE_CONTENT] = share(counts.content, counts.seen);
  row->values[WI_FEATURE_QUOTED] = share(counts.quoted, counts.seen);
  row->values[WI_FEATURE_NAMES_SHARE] = share(row->values[WI_FEATURE_NAMES], counts.seen);
  row->values[WI_FEATURE_QUESTION] = ends_with(document, sentence, '?');
  row->values[WI_FEATURE_UNFINISHED] = !ends_with(document, sentence, '.') &&
                                       !ends_with(document, sentence, '?') &&
                                       !ends_with(document, sentence, '!');
}

typedef struct layout {
  int32_t paragraph;
  int32_t in_paragraph;
  int32_t words;
  int32_t headings;
  uint32_t next; /* sentence whose heading is not counted yet */
} layout;

static void count_headings(layout *at, const warta_document *document, uint32_t until) {
  for (; at->next < until; at->next++) {
    at->headings += document->sentences[at->next].kind == WARTA_SENTENCE_HEADING;
  }
}

static void fill_paragraph_rests(wi_sentence_row *rows, size_t count) {
  for (size_t i = count; i-- > 0;) {
    const bool is_last = i + 1 == count || rows[i].values[WI_FEATURE_PARAGRAPH] !=
                                               rows[i + 1].values[WI_FEATURE_PARAGRAPH];
    rows[i].values[WI_FEATURE_PARAGRAPH_REST] =
        is_last ? 0 : rows[i + 1].values[WI_FEATURE_PARAGRAPH_REST] + 1;
  }
}

/* A quotation goes on into the next paragraph if that begins with a mark again. One that does not,
 * nor ends, has lost its end: all that is sure to be quoted is the sentence it begins in. */
static void end_paragraph(wi_sentence_row *rows, size_t count, wi_str next, quotation *state) {
  const bool goes_on =
      wi_str_starts(next, WI_STR("\"")) || wi_str_starts(next, WI_STR("\xE2\x80\x9C"));
  if (state->is_open && !goes_on) {
    for (size_t i = state->since + 1; i < count; i++) {
      rows[i].values[WI_FEATURE_OPENS_QUOTED] = 0;
      rows[i].values[WI_FEATURE_ENDS_QUOTED] = 0;
      rows[i].values[WI_FEATURE_QUOTED] = 0;
    }
  }
  state->is_open = false;
}

static void fill_totals(wi_sentence_row *rows, size_t count, const layout *end) {
  const int32_t sentences = (int32_t)count;
  for (size_t i = 0; i < count; i++) {
    int32_t *values = rows[i].values;
    values[WI_FEATURE_BEHIND] = sentences - 1 - (int32_t)i;
    values[WI_FEATURE_PLACE_SHARE] = share((int32_t)i, sentences - 1);
    values[WI_FEATURE_SENTENCES] = sentences;
    values[WI_FEATURE_PARAGRAPHS] = end->paragraph + 1;
    values[WI_FEATURE_ARTICLE_WORDS] = end->words;
    values[WI_FEATURE_LENGTH_RATIO] = (int32_t)((int64_t)values[WI_FEATURE_WORDS] * sentences *
                                                THOUSAND / (end->words > 0 ? end->words : 1));
    values[WI_FEATURE_WORDS_PREVIOUS] = i > 0 ? rows[i - 1].values[WI_FEATURE_WORDS] : 0;
    values[WI_FEATURE_WORDS_NEXT] = i + 1 < count ? rows[i + 1].values[WI_FEATURE_WORDS] : 0;
  }
}

void wi_sentence_signs_fill(wi_sentence_row *rows, size_t count, const warta_document *document) {
  const size_t breaks = has_hard_lines(document, rows, count) ? 2 : 1;
  layout at = {0, 0, 0, 0, 0};
  quotation state = {false, 0};
  size_t end = count > 0 ? document->sentences[rows[0].sentence].start : 0;
  for (size_t i = 0; i < count; i++) {
    int32_t *values = rows[i].values;
    const wi_sentence *sentence = &document->sentences[rows[i].sentence];
    if (line_ends(document, end, sentence->start) >= breaks) {
      at.paragraph++;
      at.in_paragraph = 0;
      end_paragraph(rows, i, wi_str_slice(document->text, sentence->start, sentence->end), &state);
    }
    count_headings(&at, document, rows[i].sentence);
    values[WI_FEATURE_PLACE] = (int32_t)i;
    values[WI_FEATURE_PARAGRAPH] = at.paragraph;
    values[WI_FEATURE_IN_PARAGRAPH] = at.in_paragraph++;
    values[WI_FEATURE_WORDS] = (int32_t)sentence->words;
    values[WI_FEATURE_WORDS_BEFORE] = at.words;
    values[WI_FEATURE_HEADINGS] = at.headings;
    read_units(rows, i, document, &state);
    values[WI_FEATURE_ENDS_QUOTED] = state.is_open;
    at.words += (int32_t)sentence->words;
    end = sentence->end;
  }
  end_paragraph(rows, count, WI_STR(""), &state);
  fill_paragraph_rests(rows, count);
  fill_totals(rows, count, &at);
}
