#include "article.h"
#include "explain.h"
#include "number.h"

#include <string.h>

/* More than any article has; the library's own limit. */
enum { EVERY_KEYWORD = 10000, DIGITS = 4 };

static char to_lower(char c) {
  return (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
}

/* Equal but for the case of ASCII letters and for white space. */
static bool is_same(const char *a, size_t a_len, const char *b, size_t b_len) {
  size_t i = 0;
  size_t k = 0;
  while (i < a_len && k < b_len) {
    const char left = a[i] == '\n' || a[i] == '\t' || a[i] == '\r' ? ' ' : to_lower(a[i]);
    if (left != to_lower(b[k])) {
      return false;
    }
    do {
      i++;
    } while (left == ' ' && i < a_len && strchr(" \t\r\n", a[i]) != NULL);
    k++;
  }
  return i == a_len && k == b_len;
}

/* A keyword is meant by the form shown or by any form that stands in the text. */
static bool is_meant(const warta_keyword *keyword, const record *rec, const char *phrase) {
  const size_t len = strlen(phrase);
  if (is_same(keyword->text, keyword->len, phrase, len)) {
    return true;
  }
  for (uint32_t i = 0; i < keyword->count; i++) {
    const warta_span span = keyword->spans[i];
    if (is_same(rec->text.text + span.start, span.end - span.start, phrase, len)) {
      return true;
    }
  }
  return false;
}

typedef struct part {
  const char *name;
  double value;
} part;

enum { PART_COUNT = 7 };

/* All but the last multiply to it. */
static void list_parts(const warta_keyword_parts *parts, part *rows) {
  rows[0] = (part){"frequency", parts->frequency};
  rows[1] = (part){"idf", parts->idf};
  rows[2] = (part){"position", parts->position};
  rows[3] = (part){"name", parts->name};
  rows[4] = (part){"form", parts->form};
  rows[5] = (part){"headline", parts->headline};
  rows[6] = (part){"total", parts->total};
}

static void write_number(run *r, double value, char point) {
  char digits[NUMBER_SIZE];
  number_write(digits, value, DIGITS, point);
  output_text(r->out, digits);
}

static void write_tsv(run *r, const record *rec, const warta_keyword *keyword, size_t rank,
                      const part *rows) {
  tsv_field(r->out, rec->id.text, rec->id.len);
  tsv_tab(r->out);
  tsv_field(r->out, keyword->text, keyword->len);
  tsv_tab(r->out);
  tsv_count(r->out, rank);
  tsv_tab(r->out);
  tsv_score(r->out, keyword->score);
  tsv_tab(r->out);
  tsv_count(r->out, keyword->count);
  for (size_t i = 0; i < PART_COUNT; i++) {
    tsv_tab(r->out);
    write_number(r, rows[i].value, '.');
  }
  tsv_row_end(r->out);
}

static void write_json(run *r, const warta_keyword *keyword, size_t rank, const part *rows) {
  run_json_member(r, "keyword", (warta_text){keyword->text, keyword->len});
  json_name(&r->json, "rank");
  json_count(&r->json, rank);
  json_name(&r->json, "score");
  json_score(&r->json, keyword->score);
  json_name(&r->json, "count");
  json_count(&r->json, keyword->count);
  for (size_t i = 0; i < PART_COUNT; i++) {
    json_name(&r->json, rows[i].name);
    json_score(&r->json, rows[i].value);
  }
}

enum { NAME_WIDTH = 12 };

static void write_text(run *r, const warta_keyword *keyword, size_t rank, const part *rows) {
  output_text(r->out, "\n  ");
  text_paint_start(&r->style, PAINT_KEYWORD);
  text_cell(&r->style, keyword->text, keyword->len, 0);
  text_paint_end(&r->style);
  text_count(&r->style, rank, 6);
  output_text(r->out, ".  ");
  text_number(&r->style, keyword->score, 2);
  output_char(r->out, '\n');
  for (size_t i = 0; i < PART_COUNT; i++) {
    output_text(r->out, i >= 1 && i < PART_COUNT - 1 ? "  \xC3\x97 "
                        : i == PART_COUNT - 1        ? "  = "
                                                     : "    ");
    text_cell(&r->style, rows[i].name, strlen(rows[i].name), NAME_WIDTH);
    text_number(&r->style, rows[i].value, DIGITS);
    output_char(r->out, '\n');
  }
}

typedef struct finding {
  warta_keyword_list *list; /* owned */
  size_t index; /* of the keyword, or the list's count */
  bool is_listed; /* among the keywords, not only among what they say better */
} finding;

/* The rank is 0 if a better keyword says the same. */
static void write_found(run *r, const record *rec, const finding *found) {
  const warta_keyword keyword = warta_keywords_at(found->list, found->index);
  const warta_keyword_parts parts = warta_keywords_parts(found->list, found->index);
  const size_t rank = found->is_listed ? found->index + 1 : 0;
  part rows[PART_COUNT];
  list_parts(&parts, rows);
  if (run_is_tsv(r)) {
    write_tsv(r, rec, &keyword, rank, rows);
  } else if (run_is_json(r)) {
    write_json(r, &keyword, rank, rows);
  } else {
    write_text(r, &keyword, rank, rows);
  }
}

static bool find_in(run *r, const record *rec, const warta_document *document, uint32_t doubles,
                    finding *out) {
  warta_keyword_options options = WARTA_KEYWORD_OPTIONS_INIT;
  warta_error error;
  options.limit = EVERY_KEYWORD;
  options.max_words = r->options->max_words;
  options.doubles = doubles;
  *out = (finding){NULL, 0, doubles == 0};
  if (!run_check(r, rec, warta_keywords(&out->list, document, r->background, &options, &error),
                 &error)) {
    return false;
  }
  while (out->index < warta_keywords_count(out->list)) {
    const warta_keyword keyword = warta_keywords_at(out->list, out->index);
    if (is_meant(&keyword, rec, r->options->keyword)) {
      break;
    }
    out->index++;
  }
  return true;
}

static bool is_found(const finding *f) {
  return f->index < warta_keywords_count(f->list);
}

static bool find(run *r, const record *rec, const warta_document *document, finding *out) {
  if (!find_in(r, rec, document, 0, out)) {
    return false;
  }
  if (is_found(out)) {
    return true;
  }
  warta_keywords_free(out->list);
  return find_in(r, rec, document, 1, out);
}

/* A phrase that cannot be a keyword has no row, and an object without parts. */
static bool explain(run *r, const record *rec, const warta_document *document, void *payload) {
  const char *phrase = r->options->keyword;
  finding found;
  (void)payload;
  if (!find(r, rec, document, &found)) {
    return false;
  }
  if (run_is_json(r)) {
    run_object_begin(r);
    run_json_member(r, "id", rec->id);
    run_json_member(r, "phrase", (warta_text){phrase, strlen(phrase)});
  } else if (!run_is_tsv(r)) {
    article_write_head(r, rec, document);
  }
  if (is_found(&found)) {
    write_found(r, rec, &found);
  }
  if (run_is_json(r)) {
    run_object_end(r);
  } else {
    output_result_end(r->out);
  }
  warta_keywords_free(found.list);
  return true;
}

int explain_keyword(run *r, char **operands, size_t count) {
  return run_whole(r, operands, count,
                   "doc keyword rank score count frequency idf position name form headline total",
                   explain);
}
