#include "unit_classes.h"

#include <stddef.h>

#include "initials.h"
#include "name_lists.h"
#include "name_roles.h"
#include "name_runs.h"

/* How a term is written where its place asks for no capital. */
typedef struct term_case {
  uint32_t capital;
  uint32_t small;
  uint32_t asked; /* the unit whose role was asked for last, plus 1; 0: none */
  wi_name_role role; /* its role */
  uint32_t first; /* with a capital that its place asks for */
} term_case;

/* A sentence all of whose words are capitalised, but for words like "di", says nothing of names: a
 * headline set as text (Kasus DBD di Makassar Naik Dua Kali Lipat), or shouting. Shorter ones are
 * left alone. */
enum { SHOUTED_WORDS = 5 };

static bool is_ascii_letter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Two letters at least, or letters and digits (B20, 5G). */
static bool has_letters(wi_str text) {
  size_t letters = 0;
  bool digit = false;
  for (size_t i = 0; i < text.len && letters < 2; i++) {
    const unsigned char byte = (unsigned char)text.ptr[i];
    /* Lead bytes of two and more: near enough to letters beyond ASCII. */
    letters += is_ascii_letter(byte) || byte >= 0xC3;
    digit = digit || (byte >= '0' && byte <= '9');
  }
  return letters >= 2 || (letters == 1 && digit);
}

static bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

/* A space was lost: dataBloomberg, sebenarnyaPDIP. macOS, iPhone and McLaren are words; behind a
 * capital (YouTube) only an acronym of some length shows it. */
static bool is_glued_words(wi_str text) {
  enum { SHORT_PREFIX = 2, LONG_ACRONYM = 3 };
  const size_t from = text.len > 0 && is_capital(text.ptr[0]);
  size_t small = from;
  while (small < text.len && text.ptr[small] >= 'a' && text.ptr[small] <= 'z') {
    small++;
  }
  size_t capitals = small;
  while (capitals < text.len && is_capital(text.ptr[capitals])) {
    capitals++;
  }
  const bool is_acronym = capitals == text.len && capitals - small >= LONG_ACRONYM;
  const bool is_title = capitals == small + 1 && capitals < text.len && text.ptr[capitals] >= 'a' &&
                        text.ptr[capitals] <= 'z';
  return small - from > SHORT_PREFIX && (is_acronym || (is_title && from == 0));
}

static bool is_word_type(uint8_t type) {
  return type == WARTA_TOKEN_WORD || type == WARTA_TOKEN_REDUPLICATION ||
         type == WARTA_TOKEN_HYPHENATED || type == WARTA_TOKEN_ACRONYM;
}

static bool is_body(const warta_document *document, const wi_unit *unit) {
  return unit->sentence != WARTA_NO_SENTENCE &&
         document->sentences[unit->sentence].kind == WARTA_SENTENCE_BODY;
}

/* An opening quote or a colon asks for a capital as the beginning of a sentence does. */
static bool asks_capital(wi_str mark) {
  return wi_str_starts(mark, WI_STR("\"")) || wi_str_starts(mark, WI_STR("'")) ||
         wi_str_starts(mark, WI_STR(":")) || wi_str_starts(mark, WI_STR("\xE2\x80\x9C")) ||
         wi_str_starts(mark, WI_STR("\xE2\x80\x98"));
}

static bool stands_first(const warta_document *document, size_t index) {
  const wi_unit *unit = &document->units[index];
  if (unit->flags & WARTA_TOKEN_SENTENCE_START) {
    return true;
  }
  return index > 0 && document->units[index - 1].term == WI_NO_TERM &&
         asks_capital(wi_document_unit_text(document, &document->units[index - 1]));
}

static bool is_shouted(const warta_document *document, const wi_sentence *sentence) {
  uint32_t words = 0;
  for (uint32_t i = sentence->first; i < sentence->last; i++) {
    const wi_unit *unit = &document->units[i];
    const bool is_small = (unit->flags & WARTA_TOKEN_CAPITALISED) == 0;
    if (!is_word_type(unit->type) || (is_small && unit->stop == WARTA_STOP_FUNCTION)) {
      continue;
    }
    if (is_small) {
      return false;
    }
    words++;
  }
  return words >= SHOUTED_WORDS;
}

/* "Tanya:", "Jawab:" and "Syarat:" before what they announce say nothing of the subject; a person
 * before what he or she says does. */
static bool is_announcement(const warta_document *document, size_t index) {
  const wi_unit *unit = &document->units[index];
  const wi_unit *next = unit + 1;
  return (unit->flags & WARTA_TOKEN_SENTENCE_START) != 0 && index + 1 < document->unit_count &&
         next->sentence == unit->sentence &&
         wi_str_equal(wi_document_unit_text(document, next), WI_STR(":")) &&
         unit->type != WARTA_TOKEN_ACRONYM && !wi_name_is_pure(document, unit);
}

static void count_case(const warta_document *document, size_t index, term_case *cases) {
  const wi_unit *unit = &document->units[index];
  if (unit->term == WI_NO_TERM) {
    return;
  }
  if (stands_first(document, index)) {
    cases[unit->term].first += (unit->flags & WARTA_TOKEN_CAPITALISED) != 0;
  } else if (unit->flags & WARTA_TOKEN_CAPITALISED) {
    cases[unit->term].capital++;
  } else {
    cases[unit->term].small++;
  }
}

static void count_cases(const warta_document *document, term_case *cases) {
  for (size_t s = 0; s < document->sentence_count; s++) {
    const wi_sentence *sentence = &document->sentences[s];
    if (sentence->kind != WARTA_SENTENCE_BODY || is_shouted(document, sentence)) {
      continue;
    }
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
      count_case(document, i, cases);
    }
  }
}

/* Capitals that only the place asks for count if the word is a name elsewhere in the article, or
 * begins sentences again and again and is no word of the language: Cady. */
static bool is_name(const warta_document *document, const term_case *cases, size_t index) {
  const wi_unit *unit = &document->units[index];
  if (!(unit->flags & WARTA_TOKEN_CAPITALISED)) {
    return false;
  }
  if ((unit->flags & WARTA_TOKEN_ALL_CAPS) || !stands_first(document, index)) {
    return true;
  }
  const term_case *seen = &cases[unit->term];
  return seen->capital > seen->small || (seen->first > 1 && seen->capital == 0 &&
                                         seen->small == 0 && wi_name_is_pure(document, unit));
}

/* Not "Kehadiran Eddy", "Langkah Facebook". */
static bool may_head_name(wi_name_role role) {
  return role != WI_ROLE_NONE && role <= WI_ROLE_GIVEN;
}

/* Kepala Otorita IKN, Kōichi Hagiuda: a first word that heads a name, or is nothing but one. */
static void mark_first_words(const warta_document *document, const term_case *cases,
                             wi_unit_role *roles) {
  for (size_t i = 0; i + 1 < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (!roles[i + 1].is_name || roles[i].is_name || roles[i].kind != WI_UNIT_CONTENT ||
        !is_body(document, unit) || !(unit->flags & WARTA_TOKEN_CAPITALISED) ||
        unit->sentence != document->units[i + 1].sentence) {
      continue;
    }
    const bool is_pure = cases[unit->term].small == 0 && wi_name_is_pure(document, unit);
    roles[i].is_name = is_pure || may_head_name((wi_name_role)roles[i].role);
  }
}

/* Direktur Jenderal, Jalan KH Ahmad Dahlan; but Divisi Humas Polri Kombes Martinus Sitompul. */
static bool keeps_rank(const wi_unit_role *roles, size_t i) {
  if (i == 0 || !roles[i - 1].is_name) {
    return false;
  }
  const bool opens_run = i == 1 || !roles[i - 2].is_name;
  return roles[i - 1].role == WI_ROLE_OFFICE || (roles[i - 1].role == WI_ROLE_BODY && opens_run);
}

/* A rank before a person is no part of the name: AKBP Moch Faruk, Prof Ir Arthur Pinaria. */
static void drop_ranks(const warta_document *document, wi_unit_role *roles) {
  bool leads = false; /* to a name, over what stands between */
  for (size_t i = document->unit_count; i-- > 0;) {
    const bool is_rank = roles[i].is_name && roles[i].role == WI_ROLE_RANK;
    if (is_rank && leads && !keeps_rank(roles, i)) {
      roles[i] = (wi_unit_role){.kind = WI_UNIT_BREAK};
      continue;
    }
    leads = roles[i].is_name || (leads && document->units[i].type == WARTA_TOKEN_ABBREVIATION);
  }
}

static bool has_prefix(wi_str word, wi_str prefix) {
  if (word.len <= prefix.len) {
    return false;
  }
  return (word.ptr[0] | 0x20) == prefix.ptr[0] &&
         wi_str_starts(wi_str_slice(word, 1, word.len), wi_str_slice(prefix, 1, prefix.len));
}

/* What ter- makes of people: terdakwa, tersangka. */
static bool is_person(wi_str term) {
  static const wi_str TERMS[] = {{"dakwa", 5}, {"sangka", 6}, {"pidana", 6}, {"lapor", 5},
                                 {"duga", 4},  {"hukum", 5},  {"gugat", 5}};
  for (size_t i = 0; i < sizeof TERMS / sizeof TERMS[0]; i++) {
    if (wi_str_equal(term, TERMS[i])) {
      return true;
    }
  }
  return false;
}

/* A form with me- or di- is an action, and no head of what an article is about: menjaga, dipangkas.
 * One with ber- or ter- may say of a thing how it is: daerah tertinggal. Where the stem begins so
 * itself, it is none: media, dinas, berita. */
static wi_unit_class class_of(const warta_document *document, const wi_unit *unit, uint8_t role) {
  static const struct {
    wi_str prefix;
    wi_unit_class kind;
  } ROWS[] = {{{"me", 2}, WI_UNIT_VERB},
              {{"di", 2}, WI_UNIT_VERB},
              {{"ber", 3}, WI_UNIT_STATE},
              {{"ter", 3}, WI_UNIT_STATE}};
  const wi_str word = wi_document_unit_text(document, unit);
  const char first = (char)(word.ptr[0] | 0x20);
  if (role == WI_ROLE_QUALITY || role == WI_ROLE_GENERAL) {
    return role == WI_ROLE_QUALITY ? WI_UNIT_STATE : WI_UNIT_GENERAL;
  }
  if (first != 'm' && first != 'd' && first != 'b' && first != 't') {
    return WI_UNIT_CONTENT;
  }
  const wi_str term = wi_document_term_text(document, unit->term);
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    if (has_prefix(word, ROWS[i].prefix) && !has_prefix(term, ROWS[i].prefix)) {
      const bool names_person = ROWS[i].kind == WI_UNIT_STATE && is_person(term);
      return names_person ? WI_UNIT_CONTENT : ROWS[i].kind;
    }
  }
  return WI_UNIT_CONTENT;
}

static void mark_verbs(const warta_document *document, wi_unit_role *roles) {
  for (size_t i = 0; i < document->unit_count; i++) {
    if (roles[i].kind == WI_UNIT_CONTENT && !roles[i].is_name) {
      roles[i].kind = (uint8_t)class_of(document, &document->units[i], roles[i].role);
    }
  }
}

/* "orang" is a stop word and "tua" tells how something is, but "orang tua" are parents. */
static void mark_pairs(const warta_document *document, wi_unit_role *roles) {
  for (size_t i = 0; i + 1 < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->sentence == WARTA_NO_SENTENCE || unit->sentence != unit[1].sentence ||
        unit->type != WARTA_TOKEN_WORD || unit[1].type != WARTA_TOKEN_WORD ||
        (roles[i].is_name && roles[i + 1].is_name) || !wi_name_is_pair(document, unit)) {
      continue;
    }
    for (size_t part = i; part <= i + 1; part++) {
      roles[part].kind = WI_UNIT_CONTENT;
      roles[part].role = WI_ROLE_PAIR;
    }
  }
}

/* Letters that are no word of the language and no name are debris, too. */
static wi_name_role read_role(const warta_document *document, const wi_unit *unit) {
  const wi_str text = wi_document_unit_text(document, unit);
  return has_letters(text) && !is_glued_words(text) ? wi_name_role_of(document, unit)
                                                    : WI_ROLE_DEBRIS;
}

/* Words come back, and so do their roles. */
static wi_name_role role_of(const warta_document *document, size_t index, term_case *cases) {
  const wi_unit *unit = &document->units[index];
  term_case *row = &cases[unit->term];
  if (row->asked == 0 ||
      !wi_str_equal(wi_document_unit_text(document, unit),
                    wi_document_unit_text(document, &document->units[row->asked - 1]))) {
    row->role = read_role(document, unit);
    row->asked = (uint32_t)index + 1;
  }
  return row->role;
}

/* Returns the roles that there are, as bits. */
static uint32_t mark_words(const warta_document *document, term_case *cases, wi_unit_role *roles) {
  uint32_t seen = 0;
  for (size_t i = 0; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (!wi_document_is_content(document, unit) || !is_word_type(unit->type)) {
      continue;
    }
    const wi_name_role role = role_of(document, i, cases);
    if (role == WI_ROLE_DEBRIS || role == WI_ROLE_MEASURE || is_announcement(document, i)) {
      continue;
    }
    seen |= UINT32_C(1) << role;
    roles[i].kind = WI_UNIT_CONTENT;
    roles[i].role = (uint8_t)role;
    roles[i].is_name = is_body(document, unit) && is_name(document, cases, i);
  }
  for (size_t s = 0; s < document->sentence_count; s++) {
    const wi_sentence *sentence = &document->sentences[s];
    if (!is_shouted(document, sentence)) {
      continue;
    }
    for (uint32_t i = sentence->first; i < sentence->last; i++) {
      roles[i].is_name = false;
    }
  }
  return seen;
}

/* "dan" joins two names (Indonesia dan Jepang) or stands within one (Kementerian Kelautan dan
 * Perikanan). Within one, ordinary words stand at its sides, and the left one is not the first. */
static bool joins_within_name(const warta_document *document, const wi_unit_role *roles, size_t i) {
  wi_root root;
  if (i < 2 || roles[i - 2].kind != WI_UNIT_CONTENT || !roles[i - 2].is_name) {
    return false;
  }
  for (size_t side = i - 1; side <= i + 1; side += 2) {
    const wi_unit *unit = &document->units[side];
    if (unit->type == WARTA_TOKEN_ACRONYM ||
        !wi_dictionary_root(document->analyzer->dictionary,
                            wi_document_term_text(document, unit->term), &root)) {
      return false;
    }
  }
  return true;
}

static bool is_named(const wi_unit_role *role) {
  return role->kind == WI_UNIT_CONTENT && role->is_name;
}

static bool is_between(const wi_unit_role *roles, size_t i) {
  return is_named(&roles[i - 1]) && is_named(&roles[i + 1]);
}

/* Where the row of small words ends that begins here: Copa del Rey, Rosa de la Cruz, Bridge for
 * Cities. */
static size_t links_end(const warta_document *document, size_t i) {
  size_t end = i;
  while (end < document->unit_count &&
         (document->units[end].flags & WARTA_TOKEN_CAPITALISED) == 0 &&
         wi_name_role_of(document, &document->units[end]) == WI_ROLE_LINK) {
    end++;
  }
  return end;
}

static bool is_digits(uint8_t type) {
  return type == WARTA_TOKEN_NUMBER || type == WARTA_TOKEN_DOCUMENT_NUMBER;
}

/* Nomor 17, No. 5, ayat (1). */
static bool is_counter(const warta_document *document, const wi_unit_role *roles, size_t i) {
  return roles[i].role == WI_ROLE_COUNTER ||
         wi_str_equal(wi_document_unit_text(document, &document->units[i]), WI_STR("No."));
}

/* Undang-Undang Nomor 11 Tahun 2020: the unit holds a name and its numbers together. */
static bool joins_number(const warta_document *document, const wi_unit_role *roles, size_t i) {
  const wi_unit *unit = &document->units[i];
  if (!is_digits(unit[1].type)) {
    return false;
  }
  const wi_str word = wi_document_unit_text(document, unit);
  const bool is_year = wi_str_equal(word, WI_STR("Tahun")) || wi_str_equal(word, WI_STR("tahun"));
  return is_counter(document, roles, i) || (is_year && i > 1 && roles[i - 1].kind == WI_UNIT_TAIL &&
                                            is_counter(document, roles, i - 2));
}

/* Komisi XI, Eselon I, Blok A: the letters number what stands before them. One other letter before
 * a name is an initial. */
static bool is_roman(const warta_document *document, const wi_unit_role *roles, size_t i) {
  const wi_unit *unit = &document->units[i];
  const wi_str word = wi_document_unit_text(document, unit);
  const bool is_last = i + 1 == document->unit_count || !is_named(&roles[i + 1]);
  const bool is_joined = i + 1 < document->unit_count &&
                         wi_str_equal(wi_document_unit_text(document, unit + 1), WI_STR("-"));
  const bool is_letter =
      word.len == 1 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z' && !is_joined; /* U - 23 */
  for (size_t c = 0; c < word.len; c++) {
    if (word.ptr[c] != 'I' && word.ptr[c] != 'V' && word.ptr[c] != 'X') {
      return is_letter && unit->type == WARTA_TOKEN_WORD &&
             (is_last || unit[1].type == WARTA_TOKEN_ACRONYM);
    }
  }
  return is_word_type(unit->type);
}

/* Pilkada 2018, Pasal 28H; not 16.195 or 2,5, nor the score 2-1. */
static bool is_plain_number(wi_str text) {
  enum { LONGEST = 4 };
  bool plain = text.len <= LONGEST;
  for (size_t i = 0; i < text.len; i++) {
    plain = plain && text.ptr[i] != '.' && text.ptr[i] != ',' && text.ptr[i] != '-';
  }
  return plain;
}

/* Capaian dan Evaluasi 1 Tahun Pemerintahan; Persib 10 juta. */
static bool counts_next(const warta_document *document, size_t i) {
  const wi_unit *next = &document->units[i + 1];
  return i + 1 < document->unit_count && next->sentence == next[-1].sentence &&
         (wi_name_role_of(document, next) == WI_ROLE_MEASURE || next->stop == WARTA_STOP_NUMBER);
}

/* Liga 1, but not the goals of a match: Arsenal 2 - 1 Chelsea. */
static bool is_tail_number(const warta_document *document, const wi_unit_role *roles, size_t i) {
  const wi_unit *unit = &document->units[i];
  if (!is_digits(unit->type)) {
    return is_roman(document, roles, i);
  }
  const bool is_score = i + 2 < document->unit_count && unit[2].type == WARTA_TOKEN_NUMBER &&
                        wi_str_equal(wi_document_unit_text(document, unit + 1), WI_STR("-"));
  return !is_score &&
         (is_counter(document, roles, i - 1) ||
          (is_plain_number(wi_document_unit_text(document, unit)) && !counts_next(document, i)));
}

/* Stop words that end names: Timur Tengah, Pasal Satu. */
static bool ends_names(const warta_document *document, const wi_unit *unit) {
  return (unit->stop == WARTA_STOP_NUMBER && is_word_type(unit->type)) ||
         wi_str_equal(wi_document_unit_text(document, unit), WI_STR("Tengah"));
}

/* Timur Tengah, Kementerian Dalam Negeri, Kantor Bersama 4: a stop word with a capital inside a
 * sentence. */
static bool is_stop_in_name(const warta_document *document, const wi_unit_role *roles, size_t i) {
  const wi_unit *unit = &document->units[i];
  const bool capital = (unit->flags & WARTA_TOKEN_CAPITALISED) != 0 &&
                       (unit->flags & WARTA_TOKEN_ALL_CAPS) == 0 &&
                       (unit->stop == WARTA_STOP_FUNCTION || unit->stop == WARTA_STOP_NUMBER);
  return capital && (ends_names(document, unit) || is_between(roles, i) ||
                     document->units[i + 1].type == WARTA_TOKEN_NUMBER);
}

static bool is_link(const warta_document *document, const wi_unit_role *roles, size_t i) {
  const wi_unit *unit = &document->units[i];
  return (unit->type == WARTA_TOKEN_ABBREVIATION && unit->words == 1) ||
         (wi_str_equal(wi_document_unit_text(document, unit), WI_STR("dan")) &&
          joins_within_name(document, roles, i));
}

/* What the unit at i is to the name before it; nothing: WI_UNIT_BREAK. */
static wi_unit_class class_between(const warta_document *document, const wi_unit_role *roles,
                                   size_t i) {
  const wi_unit *unit = &document->units[i];
  const bool is_last = i + 1 == document->unit_count;
  if (!is_last && joins_number(document, roles, i)) {
    return WI_UNIT_LINK;
  }
  if (roles[i].kind != WI_UNIT_BREAK) {
    return WI_UNIT_BREAK;
  }
  if (is_tail_number(document, roles, i)) {
    return WI_UNIT_TAIL;
  }
  if (is_last || !is_named(&roles[i - 1])) {
    return WI_UNIT_BREAK;
  }
  if (is_stop_in_name(document, roles, i)) {
    return ends_names(document, unit) ? WI_UNIT_TAIL : WI_UNIT_LINK;
  }
  return is_between(roles, i) && is_link(document, roles, i) ? WI_UNIT_LINK : WI_UNIT_BREAK;
}

static void mark_between(const warta_document *document, wi_unit_role *roles) {
  for (size_t i = 1; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (!roles[i - 1].is_name || unit->sentence == WARTA_NO_SENTENCE ||
        unit->sentence != unit[-1].sentence) {
      continue;
    }
    const size_t list = wi_name_list_join(document, roles, i);
    if (list > 0) {
      i = list;
      continue;
    }
    const size_t end = links_end(document, i);
    if (end > i && end < document->unit_count && is_named(&roles[i - 1]) && is_named(&roles[end])) {
      for (; i < end; i++) {
        roles[i] = (wi_unit_role){.kind = WI_UNIT_LINK, .is_name = true};
      }
      continue;
    }
    const wi_unit_class kind = class_between(document, roles, i);
    if (kind != WI_UNIT_BREAK) {
      roles[i] = (wi_unit_role){.kind = (uint8_t)kind, .role = roles[i].role, .is_name = true};
    }
  }
}

/* "Nomor 79" by itself names nothing, and "Pasal 31 ayat" is cut off. */
static void mark_counters(const warta_document *document, wi_unit_role *roles) {
  for (size_t i = 0; i < document->unit_count; i++) {
    const bool is_capital = (document->units[i].flags & WARTA_TOKEN_CAPITALISED) != 0;
    const bool is_before_number =
        i + 1 < document->unit_count &&
        (is_digits(document->units[i + 1].type) || document->units[i + 1].term == WI_NO_TERM);
    if (roles[i].kind != WI_UNIT_BREAK && roles[i].role == WI_ROLE_COUNTER &&
        (is_capital || is_before_number)) {
      roles[i].kind = WI_UNIT_LINK;
    }
  }
}

static void drop_initials(const warta_document *document, const bool *initials,
                          wi_unit_role *roles) {
  for (size_t i = 0; i < document->unit_count; i++) {
    const wi_unit *unit = &document->units[i];
    if (unit->term != WI_NO_TERM && initials[unit->term] &&
        (unit->flags & WARTA_TOKEN_ALL_CAPS) != 0 && unit->words == 1) {
      roles[i] = (wi_unit_role){.kind = WI_UNIT_BREAK};
    }
  }
}

wi_unit_role *wi_unit_roles_make(const warta_document *document, wi_arena *arena) {
  wi_unit_role *roles = wi_arena_new(arena, document->unit_count, sizeof *roles);
  term_case *cases = wi_arena_new(arena, document->terms.count, sizeof *cases);
  const bool *initials = wi_initials_find(document, arena);
  if (roles == NULL || cases == NULL || initials == NULL) {
    return NULL;
  }
  count_cases(document, cases);
  const uint32_t seen = mark_words(document, cases, roles);
  drop_initials(document, initials, roles);
  mark_first_words(document, cases, roles);
  if ((seen & UINT32_C(1) << WI_ROLE_RANK) != 0) {
    drop_ranks(document, roles);
  }
  mark_verbs(document, roles);
  mark_pairs(document, roles);
  if ((seen & UINT32_C(1) << WI_ROLE_COUNTER) != 0) {
    mark_counters(document, roles);
  }
  mark_between(document, roles);
  return roles;
}
