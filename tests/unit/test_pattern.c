#include "pattern.h"

#include "buf.h"
#include "check.h"
#include "suites.h"

/* The pieces that the longest match from the beginning takes; WI_PATTERN_NONE without one. */
static size_t taken(const char *source, const char *line) {
  static const wi_pattern_define defines[] = {
      {{"date", 4}, {"(<day> ,)? <number> <month> <number>", 36}}};
  const wi_str text = wi_str_of(line);
  wi_piece_array pieces = {0};
  wi_pattern *pattern = NULL;
  const char *why = NULL;
  const wi_pattern_defines known = {defines, 1};
  CU_ASSERT_EQUAL_FATAL(wi_pattern_compile(&pattern, wi_str_of(source), known, &why),
                        WI_PATTERN_OK);
  CU_ASSERT_TRUE_FATAL(wi_pieces_cut(&pieces, text, 0, text.len));
  const size_t count = wi_pattern_match(pattern, text, pieces.items, pieces.count);
  if (count != WI_PATTERN_NONE && pieces.count > 0) {
    CU_ASSERT_TRUE(wi_pattern_may_begin(pattern, text, &pieces.items[0]));
  }
  wi_piece_array_free(&pieces);
  wi_pattern_free(pattern);
  return count;
}

static void matches_from_the_left(void) {
  static const struct {
    const char *pattern;
    const char *line;
    size_t taken;
  } rows[] = {
      {"baca juga :", "Baca Juga: Harga cabai", 3},
      {"baca juga :", "baca\xC2\xA0juga :", 3},
      {"baca juga :", "Ia baca juga: buku", WI_PATTERN_NONE},
      {"ADVERTISEMENT", "ADVERTISEMENT", 1},
      {"ADVERTISEMENT", "advertisement", WI_PATTERN_NONE},
      {"(penulis|editor) :?", "Editor Sri", 1},
      {"(penulis|editor) :?", "Penulis: Sri", 2},
      {"(penulis|editor|reporter foto)", "Reporter foto", 2},
      {"<name>+ , <domain> <dash>", "Wai Ngapu, KABARNUSA.com -", 5},
      {"<name>+ , <domain> <dash>", "Wai Ngapu, katanya -", WI_PATTERN_NONE},
      {"<proper> <name>", "Wai NGAPU", 2},
      {"<proper> <name>", "HR Muslim", WI_PATTERN_NONE},
      {"{date}", "Senin, 1 Maret 2021", 5},
      {"{date} <number> wib", "1 Maret 2021 10:42 WIB", 5},
      {"\\( <short> (/ <short>)* \\)", "(lar/wid)", 5},
      {"\\( <short> (/ <short>)* \\)", "(seterusnya)", WI_PATTERN_NONE},
      {"* \\( foto : * \\)", "Warga antre. (Foto: Humas)", 8},
      {"***", "***", 1},
      {"simak <title>", "Simak video ini", 3},
      {"simak <title>", "Simak video. Lalu pulang", 2},
      {"<tag>+", "#banjir #gresik lama", 2},
      {"<url>", "https://lensa.example/a?b=1", 1},
      {"<image>", "https://lensa.example/a.jpg", 1},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    check_number(rows[i].line, taken(rows[i].pattern, rows[i].line), rows[i].taken);
  }
}

static void refuses_what_is_wrong(void) {
  static const char *const rows[] = {"",       "(baca", "baca)",     "<nama",  "<nama>", "{tidak}",
                                     "(a|b)*", "?baca", "komentar?", "baca {", "\\"};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    wi_pattern *pattern = NULL;
    const char *why = NULL;
    const wi_pattern_defines none = {NULL, 0};
    check_number(rows[i], wi_pattern_compile(&pattern, wi_str_of(rows[i]), none, &why),
                 WI_PATTERN_WRONG);
    CU_ASSERT_PTR_NULL(pattern);
    CU_ASSERT_TRUE(why != NULL && why[0] != '\0');
  }
}

/* Whatever a user's list holds, a pattern stays small, and the reason is told. */
static void refuses_what_is_too_large(void) {
  static const struct {
    const char *unit;
    size_t times;
  } rows[] = {{"baca ", 1200},
              {"<word>* ", 500},
              {"a | ", 400},
              {"(", 300},
              {"banjirmerendampasarbenjengdikabupatengresik ", 250},
              {"(a b)? ", 400}};
  const wi_pattern_defines none = {NULL, 0};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    wi_buf source = wi_buf_make(1 << 16);
    wi_pattern *pattern = NULL;
    const char *why = NULL;
    for (size_t n = 0; n < rows[i].times; n++) {
      CU_ASSERT_TRUE(wi_buf_append(&source, wi_str_of(rows[i].unit)));
    }
    CU_ASSERT_TRUE(wi_buf_push(&source, 'a'));
    check_number(rows[i].unit, wi_pattern_compile(&pattern, wi_buf_str(&source), none, &why),
                 WI_PATTERN_WRONG);
    CU_ASSERT_TRUE(pattern == NULL && why != NULL && why[0] != '\0');
    wi_buf_free(&source);
  }
}

static void refuses_defines_that_name_each_other(void) {
  static const wi_pattern_define defines[] = {{{"a", 1}, {"x {b}", 5}}, {{"b", 1}, {"{a}", 3}}};
  const wi_pattern_defines known = {defines, 2};
  wi_pattern *pattern = NULL;
  const char *why = NULL;
  CU_ASSERT_EQUAL(wi_pattern_compile(&pattern, WI_STR("{a}"), known, &why), WI_PATTERN_WRONG);
}

static void cuts_domains_numbers_and_marks(void) {
  static const struct {
    const char *line;
    size_t pieces;
  } rows[] = {
      {"KOMPAS.com 29/1/2026 10:42", 3}, {"anak-anak Ma'ruf", 2}, {"kota.Video", 3},
      {"17:50 WIBBaca juga", 4},         {"-- ...", 2},           {"\xFF\xFE", 2},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const wi_str text = wi_str_of(rows[i].line);
    wi_piece_array pieces = {0};
    CU_ASSERT_TRUE_FATAL(wi_pieces_cut(&pieces, text, 0, text.len));
    check_number(rows[i].line, pieces.count, rows[i].pieces);
    wi_piece_array_free(&pieces);
  }
}

/* The points that every match passes, each with what it takes: words, or "<" for a class. */
static void tells_what_a_match_needs(void) {
  static const struct {
    const char *pattern;
    const char *points;
    size_t reach_of_last; /* pieces before it */
  } rows[] = {
      {"baca juga :", "baca;juga;:;", 2},
      {"(penulis|editor) (foto)? :", "penulis editor;foto :;:;", 2},
      {"* dok . <name>", "< dok;dok;.;<;", WI_PATTERN_NONE},
      {"<name>+ <dash>", "<;<;", WI_PATTERN_NONE},
      {"baca juga|simak", "baca simak;", 0},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const wi_pattern_defines none = {NULL, 0};
    wi_pattern *pattern = NULL;
    const char *why = NULL;
    char found[256] = "";
    CU_ASSERT_EQUAL_FATAL(wi_pattern_compile(&pattern, wi_str_of(rows[i].pattern), none, &why),
                          WI_PATTERN_OK);
    const size_t points = wi_pattern_point_count(pattern);
    for (size_t point = 0; point < points; point++) {
      wi_pattern_taker taker;
      size_t at = 0;
      bool is_first = true;
      while (wi_pattern_taker_next(pattern, point, &at, &taker)) {
        const size_t len = strlen(found);
        (void)snprintf(found + len, sizeof found - len, "%s%.*s", is_first ? "" : " ",
                       taker.literal.ptr == NULL ? 1 : (int)taker.literal.len,
                       taker.literal.ptr == NULL ? "<" : taker.literal.ptr);
        is_first = false;
      }
      (void)strncat(found, ";", sizeof found - strlen(found) - 1);
    }
    check_text(wi_str_of(found), rows[i].points);
    check_number(rows[i].pattern, wi_pattern_reach(pattern, points - 1), rows[i].reach_of_last);
    wi_pattern_free(pattern);
  }
}

void suite_pattern(void) {
  CU_pSuite suite = CU_add_suite("pattern", NULL, NULL);
  CU_add_test(suite, "matches from the left, the longest", matches_from_the_left);
  CU_add_test(suite, "refuses what is wrong and says why", refuses_what_is_wrong);
  CU_add_test(suite, "refuses what is too large", refuses_what_is_too_large);
  CU_add_test(suite, "refuses defines that name each other", refuses_defines_that_name_each_other);
  CU_add_test(suite, "tells what a match needs", tells_what_a_match_needs);
  CU_add_test(suite, "cuts domains, numbers and marks", cuts_domains_numbers_and_marks);
}
