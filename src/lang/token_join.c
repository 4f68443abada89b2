#include "token_join.h"

#include <stdbool.h>
#include <string.h>

#include "token_shape.h"
#include "utf8.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* No numeral in a heading is longer, and no name need be read to its end. */
enum { ROMAN_MAX = 8, NAME_MAX = 64 };

/* Behind these words a single capital counts, and is no initial: kuartal I. Dia, gedung A. Kami */
static const char *const counted[] = {
    "kuartal",   "triwulan",   "semester", "tahap",    "babak",     "gedung",    "blok",
    "golongan",  "kelas",      "tipe",     "type",     "vitamin",   "hepatitis", "grup",
    "group",     "seri",       "kategori", "paket",    "opsi",      "bab",       "pasal",
    "huruf",     "poin",       "plan",     "zona",     "divisi",    "sila",      "komisi",
    "jilid",     "ring",       "lajur",    "angkatan", "lantai",    "rencana",   "faksi",
    "tim",       "kloter",     "gate",     "pintu",    "terminal",  "peron",     "jalur",
    "nilai",     "peringkat",  "rhesus",   "darah",    "influenza", "perang",    "dunia",
    "bagian",    "lampiran",   "ayat",     "titik",    "kamar",     "ruang",     "sim",
    "liga",      "level",      "eselon",   "tingkat",  "jenis",     "pangkat",   "serie",
    "titan",     "pelabuhan",  "dermaga",  "wilayah",  "daerah",    "kodam",     "korwil",
    "prioritas", "berinisial", "inisial"};

typedef struct joiner {
  wi_token *items;
  size_t count;
  wi_str text;
  const wi_dictionary *dictionary;
} joiner;

/* What was found at a token: how many tokens belong to it, and the list's flags. */
typedef struct match {
  size_t tokens; /* 0: nothing */
  uint32_t flags;
} match;

static bool is_stop(const joiner *join, size_t i) {
  return i < join->count && join->items[i].end == join->items[i].start + 1 &&
         join->text.ptr[join->items[i].start] == '.';
}

static bool is_stop_glued(const joiner *join, size_t i) {
  return is_stop(join, i) && join->items[i].start == join->items[i - 1].end;
}

static bool is_lettered(const wi_token *token) {
  return token->type == WARTA_TOKEN_WORD || token->type == WARTA_TOKEN_ACRONYM ||
         token->type == WARTA_TOKEN_HYPHENATED;
}

/* The longest entry of the list that begins here: a . n . -> a.n. */
static match find_listed(const joiner *join, size_t i) {
  const size_t max = wi_dictionary_abbreviation_max(join->dictionary);
  const size_t start = join->items[i].start;
  match best = {0, 0};
  for (size_t j = i + 1; j < join->count && join->items[j].start == join->items[j - 1].end &&
                         join->items[j].end - start <= max;
       j++) {
    uint32_t flags = 0;
    if (is_stop(join, j) &&
        wi_dictionary_abbreviation(join->dictionary,
                                   wi_str_slice(join->text, start, join->items[j].end), &flags)) {
      best = (match){j + 1 - i, flags};
    }
  }
  return best;
}

static bool is_single_capital(const joiner *join, size_t i) {
  if (i >= join->count || !is_lettered(&join->items[i])) {
    return false;
  }
  const wi_str word = wi_token_str(join->text, &join->items[i]);
  size_t at = 0;
  return wi_utf8_is_upper(wi_utf8_next(word, &at)) && at == word.len;
}

/* True if the tokens stand in different paragraphs: two line ends between them. */
static bool has_blank_line(const joiner *join, size_t i, size_t j) {
  int lines = 0;
  for (size_t at = join->items[i].end; at < join->items[j].start && lines < 2; at++) {
    lines += join->text.ptr[at] == '\n';
  }
  return lines >= 2;
}

/* Roman numerals of kings and wars stand behind a name: Paku Buwono X. Setelah */
static bool is_numeral_of_name(const joiner *join, size_t i) {
  const char letter = join->text.ptr[join->items[i].start];
  return (letter == 'V' || letter == 'X') && i > 0 &&
         (join->items[i - 1].flags & WARTA_TOKEN_CAPITALISED) != 0 &&
         is_lettered(&join->items[i - 1]);
}

static bool is_number(const joiner *join, size_t i) {
  return i < join->count && join->items[i].type == WARTA_TOKEN_NUMBER;
}

/* The parts of a number that was written with blanks: XI. before B., B. behind XI. before 02.00 */
static bool is_numbering(const joiner *join, size_t i) {
  const size_t start = join->items[i].start;
  if (is_single_capital(join, i)) {
    size_t roman = start >= 2 ? start - 2 : 0;
    while (roman > 0 && strchr("IVXLC", join->text.ptr[roman - 1]) != NULL &&
           join->text.ptr[roman - 1] != '\0' && start - roman < ROMAN_MAX) {
      roman--;
    }
    return start >= 4 && join->text.ptr[start - 1] == ' ' && join->text.ptr[start - 2] == '.' &&
           roman + 2 < start && is_number(join, i + 2);
  }
  return wi_token_is_roman(wi_token_str(join->text, &join->items[i])) &&
         is_single_capital(join, i + 2) && i + 3 < join->count && is_stop_glued(join, i + 3) &&
         is_number(join, i + 4);
}

bool wi_token_is_function_word(const wi_dictionary *dictionary, wi_str text,
                               const wi_token *token) {
  char folded[NAME_MAX];
  const wi_str word = wi_token_str(text, token);
  if (!is_lettered(token) || (token->flags & WARTA_TOKEN_ALL_CAPS) != 0 || word.len < 2 ||
      word.len > NAME_MAX) {
    return false;
  }
  for (size_t k = 0; k < word.len; k++) {
    folded[k] = word.ptr[k] >= 'A' && word.ptr[k] <= 'Z' ? (char)(word.ptr[k] | 0x20) : word.ptr[k];
  }
  return wi_dictionary_stop(dictionary, (wi_str){folded, word.len}) == WARTA_STOP_FUNCTION;
}

static bool is_function_word(const joiner *join, size_t i) {
  return wi_token_is_function_word(join->dictionary, join->text, &join->items[i]);
}

/* A single capital and its stop before a capital, Miranda S. Goeltom; or several in a row, D.W. */
static match find_initials(const joiner *join, size_t i) {
  size_t j = i;
  while (is_single_capital(join, j) && is_stop_glued(join, j + 1) &&
         (j == i || join->items[j].start == join->items[j - 1].end)) {
    j += 2;
  }
  const size_t letters = (j - i) / 2;
  const size_t before = i > 0 ? i - 1 : 0;
  if (letters == 0) {
    return (match){0, 0};
  }
  if (letters > 1) {
    const bool ends = j < join->count && is_function_word(join, j);
    return (match){j - i, ends ? WI_ABBREVIATION_ENDS : 0U};
  }
  if (i > 0 && is_number(join, i - 1)) {
    return (match){0, 0}; /* Rp5 M. Polisi, kelas 5 A. Ketua */
  }
  if (j >= join->count || has_blank_line(join, j - 1, j) ||
      (i > 0 &&
       wi_token_in(wi_token_str(join->text, &join->items[before]), counted, COUNT(counted)))) {
    return (match){0, 0};
  }
  const wi_token *next = &join->items[j];
  if (next->type >= WARTA_TOKEN_PUNCTUATION) {
    const bool is_list =
        next->start == join->items[j - 1].end && join->text.ptr[next->start] == ',';
    return (match){is_list ? 2U : 0U, 0};
  }
  if ((next->flags & WARTA_TOKEN_CAPITALISED) == 0) {
    return (match){next->type < WARTA_TOKEN_NUMBER ? 2U : 0U, 0};
  }
  return (match){is_numeral_of_name(join, i) || is_function_word(join, j) ? 0U : 2U, 0};
}

/* A capitalised word that no list of words knows, or two: RS. Borromeus, RS. Santo Borromeus; but:
 * di RS. Korban meninggal */
static bool precedes_name(const joiner *join, size_t i) {
  char folded[NAME_MAX];
  wi_root root;
  if (i >= join->count || !is_lettered(&join->items[i]) ||
      (join->items[i].flags & WARTA_TOKEN_CAPITALISED) == 0) {
    return false;
  }
  const wi_str word = wi_token_str(join->text, &join->items[i]);
  for (size_t k = 0; k < word.len && k < NAME_MAX; k++) {
    folded[k] = word.ptr[k] >= 'A' && word.ptr[k] <= 'Z' ? (char)(word.ptr[k] | 0x20) : word.ptr[k];
  }
  const wi_str key = {folded, word.len < NAME_MAX ? word.len : NAME_MAX};
  const bool is_double = i + 1 < join->count && is_lettered(&join->items[i + 1]) &&
                         (join->items[i + 1].flags & WARTA_TOKEN_CAPITALISED) != 0;
  return wi_dictionary_stop(join->dictionary, key) == WARTA_STOP_NONE &&
         (is_double || !wi_dictionary_root(join->dictionary, key, &root));
}

static match find_match(const joiner *join, size_t i) {
  if (!is_lettered(&join->items[i]) && join->items[i].type != WARTA_TOKEN_CURRENCY) {
    return (match){0, 0};
  }
  if (i + 1 >= join->count || !is_stop_glued(join, i + 1)) {
    return (match){0, 0};
  }
  match found = find_listed(join, i);
  if (found.tokens > 0 &&
      ((found.flags & WI_ABBREVIATION_NAME) == 0 || precedes_name(join, i + 2))) {
    return found;
  }
  found = find_initials(join, i);
  return found.tokens == 0 && is_numbering(join, i) ? (match){2, 0} : found;
}

static uint8_t ends_of(const match *found) {
  return (found->flags & WI_ABBREVIATION_ENDS) != 0 ? 1 : 0;
}

static void mark_cut(wi_token_array *tokens, size_t i, const match *found) {
  for (size_t j = i; j < i + found->tokens; j += 2) {
    tokens->items[j].type = WARTA_TOKEN_ABBREVIATION;
    tokens->items[j].ends = ends_of(found);
    tokens->notes[j] |= WI_NOTE_LOOK;
  }
}

static wi_token joined(const joiner *join, size_t i, const match *found) {
  wi_token token = join->items[i];
  token.end = join->items[i + found->tokens - 1].end;
  token.type = WARTA_TOKEN_ABBREVIATION;
  token.word = WI_NO_WORD;
  token.ends = ends_of(found);
  if (found->tokens > 2) {
    token.flags &= (uint8_t) ~(unsigned)WARTA_TOKEN_ALL_CAPS;
  }
  return token;
}

/* The first token from i on that stands before a glued stop: nothing else can begin a match. */
static size_t next_before_stop(const wi_token_array *tokens, const joiner *join, size_t i) {
  size_t stop = wi_token_next_noted(tokens, i + 1, WI_NOTE_STOP);
  while (stop < join->count && !is_stop_glued(join, stop)) {
    stop = wi_token_next_noted(tokens, stop + 1, WI_NOTE_STOP);
  }
  return stop < join->count ? stop - 1 : join->count;
}

void wi_token_join(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary,
                   warta_choice stop) {
  const joiner join = {tokens->items, tokens->count, text, dictionary};
  size_t kept = 0;
  for (size_t i = 0; i < join.count;) {
    const size_t next = next_before_stop(tokens, &join, i);
    kept = wi_token_move(tokens, kept, i, next);
    i = next;
    if (i == join.count) {
      break;
    }
    const match found = find_match(&join, i);
    if (found.tokens == 0) {
      kept = wi_token_move(tokens, kept, i, i + 1);
      i++;
    } else if (stop == WARTA_KEEP) {
      tokens->notes[kept] = WI_NOTE_LOOK;
      tokens->items[kept++] = joined(&join, i, &found);
      i += found.tokens;
    } else {
      mark_cut(tokens, i, &found);
      kept = wi_token_move(tokens, kept, i, i + found.tokens);
      i += found.tokens;
    }
  }
  tokens->count = kept;
}
