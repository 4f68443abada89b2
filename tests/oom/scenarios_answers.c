/* Scenarios of the answers that stand on several documents, or explain. */
#include "scenarios.h"

#include <stdio.h>
#include <string.h>

enum { ARTICLES = 4 };

static const char cut[] =
    "Banjir Rendam Pasar\n\nBanjir merendam pasar di Kecamatan Benjeng, Sabtu (10/1/2026). "
    "Pedagang-pedagang mengungsikan barang dagangannya ke tempat yang lebih tinggi.\n\n"
    "Warga menunggu bantuan pemerintah. Pemerintah membangun tanggul baru.\n";
static const char counts[] = "#warta-df 1 documents=3 fingerprint=0123456789abcdef\n"
                             "banjir\t2\ncabai\t1\npasar\t3\n";

/* Articles of which two are near-copies. */
typedef struct articles {
  const warta_document *rows[ARTICLES];
  warta_document *owned[ARTICLES];
} articles;

static warta_status articles_open(articles *out, warta_session *session) {
  const char *const texts[ARTICLES] = {scenario_article, scenario_other, cut, scenario_article};
  warta_status status = WARTA_OK;
  *out = (articles){{NULL}, {NULL}};
  for (size_t i = 0; status == WARTA_OK && i < ARTICLES; i++) {
    status =
        warta_document_analyze(&out->owned[i], session, texts[i], strlen(texts[i]), NULL, NULL);
    out->rows[i] = out->owned[i];
  }
  return status;
}

static void articles_free(articles *a) {
  for (size_t i = 0; i < ARTICLES; i++) {
    warta_document_free(a->owned[i]);
  }
}

warta_status explained_stems(result *r, const warta_analyzer *analyzer, warta_session *session) {
  static const char *const words[] = {"membangunkan", "pedagang-pedagang", "Diponegoro",
                                      "mempertanggungjawabkan", "kesepakatannya"};
  (void)analyzer;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    warta_stem_explanation why;
    const warta_status status = warta_stem_explain(&why, session, words[i], strlen(words[i]), NULL);
    if (status != WARTA_OK) {
      return status;
    }
    tell_bytes(r, why.rule, strlen(why.rule));
    for (size_t j = 0; j < why.count; j++) {
      tell_bytes(r, why.analyses[j].root.text, why.analyses[j].root.len);
      tell_number(r, why.analyses[j].score);
    }
  }
  return WARTA_OK;
}

static warta_status tell_parts(result *r, const warta_document *document, const warta_df *df) {
  warta_keyword_options options = WARTA_KEYWORD_OPTIONS_INIT;
  warta_keyword_list *list = NULL;
  options.limit = 3;
  options.max_words = 2;
  const warta_status status = warta_keywords(&list, document, df, &options, NULL);
  for (size_t i = 0; list != NULL && i < warta_keywords_count(list); i++) {
    const warta_keyword_parts parts = warta_keywords_parts(list, i);
    tell_number(r, parts.form + parts.idf);
    tell_number(r, parts.total);
  }
  warta_keywords_free(list);
  return status;
}

warta_status keyword_parts(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  warta_document *document = NULL;
  warta_df *df = NULL;
  (void)analyzer;
  options.title = text_of("Pasar Benjeng Banjir");
  warta_status status = warta_document_analyze(&document, session, scenario_article,
                                               strlen(scenario_article), &options, NULL);
  if (status == WARTA_OK) {
    status = warta_df_read(&df, counts, sizeof counts - 1, NULL);
  }
  if (status == WARTA_OK) {
    status = tell_parts(r, document, df);
  }
  warta_df_free(df);
  warta_document_free(document);
  return status;
}

static void tell_list(result *r, warta_summary_list *list) {
  for (size_t i = 0; list != NULL && i < warta_summary_count(list); i++) {
    const warta_summary_sentence row = warta_summary_at(list, i);
    tell_number(r, (double)row.document * 10000 + (double)row.sentence * 100 + row.rank);
    tell_number(r, row.score);
  }
  warta_summary_free(list);
}

static warta_status summary_of(result *r, warta_session *session,
                               const warta_summary_options *options) {
  warta_document *document = NULL;
  warta_summary_list *list = NULL;
  warta_status status = warta_document_analyze(&document, session, scenario_article,
                                               strlen(scenario_article), NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_summary(&list, document, NULL, options, NULL);
  }
  tell_list(r, list);
  warta_document_free(document);
  return status;
}

static warta_status renew_answers(result *r, warta_session *session, warta_keyword_list *keywords,
                                  warta_summary_list *summary) {
  warta_document *document = NULL;
  warta_status status = warta_document_analyze(&document, session, scenario_other,
                                               strlen(scenario_other), NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_keywords_renew(keywords, document, NULL, NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_summary_renew(summary, document, NULL, NULL, NULL);
  }
  for (size_t i = 0; status == WARTA_OK && i < warta_keywords_count(keywords); i++) {
    tell_number(r, warta_keywords_at(keywords, i).score);
  }
  for (size_t i = 0; status == WARTA_OK && i < warta_summary_count(summary); i++) {
    tell_number(r, warta_summary_at(summary, i).score);
  }
  warta_document_free(document);
  return status;
}

/* Lists of one article that are renewed with another. */
warta_status renewed(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_document *document = NULL;
  warta_keyword_list *keywords = NULL;
  warta_summary_list *summary = NULL;
  (void)analyzer;
  warta_status status = warta_document_analyze(&document, session, "Warga desa.", 11, NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_keywords(&keywords, document, NULL, NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_summary(&summary, document, NULL, NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = renew_answers(r, session, keywords, summary);
  }
  warta_keywords_free(keywords);
  warta_summary_free(summary);
  warta_document_free(document);
  return status;
}

warta_status textrank(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  (void)analyzer;
  options.method = WARTA_SUMMARY_TEXTRANK;
  options.sentences = 2;
  return summary_of(r, session, &options);
}

warta_status lexrank(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  (void)analyzer;
  options.method = WARTA_SUMMARY_LEXRANK;
  options.ratio = 0.5;
  return summary_of(r, session, &options);
}

/* One tree over all features, as text. */
static warta_status weights_open(warta_summary_weights **out) {
  char text[2048];
  size_t len = (size_t)snprintf(text, sizeof text, "#warta-trees 1 scale=1000\n");
  for (size_t i = 0; i < warta_summary_feature_count(); i++) {
    len += (size_t)snprintf(text + len, sizeof text - len, "%s%s", i > 0 ? " " : "",
                            warta_summary_feature_name(i));
  }
  len += (size_t)snprintf(text + len, sizeof text - len, "\n0:0 =100 0:1 =200 0:2 =300 =330\n");
  return warta_summary_weights_read(out, text, len, NULL);
}

warta_status own_weights(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  warta_summary_weights *weights = NULL;
  (void)analyzer;
  warta_status status = weights_open(&weights);
  if (status == WARTA_OK) {
    options.weights = weights;
    options.words = 20;
    status = summary_of(r, session, &options);
  }
  warta_summary_weights_free(weights);
  return status;
}

warta_status explained_summary(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_document *document = NULL;
  warta_summary_table *table = NULL;
  (void)analyzer;
  warta_status status = warta_document_analyze(&document, session, scenario_article,
                                               strlen(scenario_article), NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_summary_explain(&table, document, NULL, NULL, NULL);
  }
  for (size_t i = 0; table != NULL && i < warta_summary_table_count(table); i++) {
    const warta_summary_row row = warta_summary_table_at(table, i);
    tell_number(r, row.score);
    for (size_t j = 0; j < warta_summary_feature_count(); j++) {
      tell_number(r, row.values[j]);
    }
  }
  warta_summary_table_free(table);
  warta_document_free(document);
  return status;
}

warta_status together(result *r, const warta_analyzer *analyzer, warta_session *session) {
  articles a;
  warta_summary_list *list = NULL;
  (void)analyzer;
  warta_status status = articles_open(&a, session);
  if (status == WARTA_OK) {
    status = warta_summary_together(&list, a.rows, ARTICLES, NULL, NULL, NULL);
  }
  tell_list(r, list);
  articles_free(&a);
  return status;
}

static warta_status tell_vector(result *r, const warta_document *document, const char *weighting) {
  warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
  warta_vocab *vocab = NULL;
  warta_vector *vector = NULL;
  options.weighting = text_of(weighting);
  warta_status status = warta_vocab_open(&vocab, NULL);
  if (status == WARTA_OK) {
    status = warta_vector_build_with(&vector, vocab, document, &options, NULL);
  }
  for (size_t i = 0; vector != NULL && i < warta_vector_count(vector); i++) {
    tell_number(r, warta_vector_at(vector, i).weight);
  }
  warta_vector_free(vector);
  warta_vocab_free(vocab);
  return status;
}

warta_status weightings(result *r, const warta_analyzer *analyzer, warta_session *session) {
  static const char *const names[] = {"log-tf", "bm25", "pivoted", "atn", "bpc", "Lnu"};
  articles a;
  (void)analyzer;
  warta_status status = articles_open(&a, session);
  for (size_t i = 0; status == WARTA_OK && i < sizeof names / sizeof names[0]; i++) {
    status = tell_vector(r, a.rows[i % ARTICLES], names[i]);
  }
  articles_free(&a);
  return status;
}

static warta_status index_fill(warta_index *index, warta_vocab *vocab, const articles *a) {
  warta_status status = WARTA_OK;
  for (size_t i = 0; status == WARTA_OK && i < ARTICLES; i++) {
    warta_vector *vector = NULL;
    status = warta_vector_build(&vector, vocab, a->rows[i], NULL, NULL);
    if (status == WARTA_OK) {
      status = warta_index_add(index, vector, NULL);
    }
    warta_vector_free(vector);
  }
  return status;
}

/* Two tables, as two threads would have them: one does all, and the other takes it over. */
static warta_status tell_neighbours(result *r, const warta_index *index) {
  warta_neighbours *one = NULL;
  warta_neighbours *all = NULL;
  warta_neighbour rows[ARTICLES];
  warta_status status = warta_neighbours_open(&one, index, NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_neighbours_open(&all, index, NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_neighbours_run(one, 0, warta_neighbours_task_count(one), NULL);
  }
  if (status == WARTA_OK) {
    status = warta_neighbours_merge(all, one, NULL);
  }
  for (uint32_t i = 0; status == WARTA_OK && i < ARTICLES; i++) {
    const size_t count = warta_neighbours_of(all, i, rows, ARTICLES);
    for (size_t j = 0; j < count; j++) {
      tell_number(r, rows[j].article * 10.0 + rows[j].score);
    }
  }
  warta_neighbours_free(one);
  warta_neighbours_free(all);
  return status;
}

static warta_status tell_pairs(result *r, const warta_index *index) {
  warta_best_pairs *one = NULL;
  warta_best_pairs *all = NULL;
  size_t count = 0;
  warta_status status = warta_best_pairs_open(&one, index, NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_best_pairs_open(&all, index, NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_best_pairs_run(one, 0, warta_best_pairs_task_count(one), NULL);
  }
  if (status == WARTA_OK) {
    status = warta_best_pairs_merge(all, one, NULL);
  }
  const warta_pair *rows = status == WARTA_OK ? warta_best_pairs_list(all, &count) : NULL;
  for (size_t i = 0; i < count; i++) {
    tell_number(r, rows[i].a * 10.0 + rows[i].b + rows[i].score);
  }
  warta_best_pairs_free(one);
  warta_best_pairs_free(all);
  return status;
}

static warta_status renumber_and_read(result *r, warta_index *index) {
  static const uint32_t order[ARTICLES] = {1, 0, 3, 2};
  warta_neighbours *table = NULL;
  warta_neighbour_reader *reader = NULL;
  warta_neighbour rows[ARTICLES];
  warta_status status = warta_index_renumber(index, order, ARTICLES, NULL);
  if (status == WARTA_OK) {
    status = warta_neighbours_open(&table, index, NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_neighbours_run(table, 0, 1, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_neighbour_reader_open(&reader, table, NULL);
  }
  if (status == WARTA_OK) {
    tell_number(r, (double)warta_neighbour_reader_of(reader, 0, rows, ARTICLES));
  }
  warta_neighbour_reader_free(reader);
  warta_neighbours_free(table);
  return status;
}

static warta_status index_and_tell(result *r, const articles *a, warta_vocab *vocab) {
  warta_index *index = NULL;
  warta_shared_term terms[4];
  warta_status status = warta_index_open(&index, vocab, NULL);
  if (status == WARTA_OK) {
    status = index_fill(index, vocab, a);
  }
  if (status == WARTA_OK) {
    tell_number(r, warta_index_score(index, 0, 2));
    tell_number(r, (double)warta_index_shared(index, 0, 1, terms, 4));
    status = tell_neighbours(r, index);
  }
  if (status == WARTA_OK) {
    status = tell_pairs(r, index);
  }
  if (status == WARTA_OK) {
    status = renumber_and_read(r, index);
  }
  warta_index_free(index);
  return status;
}

warta_status neighbours(result *r, const warta_analyzer *analyzer, warta_session *session) {
  articles a;
  warta_vocab *vocab = NULL;
  (void)analyzer;
  warta_status status = articles_open(&a, session);
  if (status == WARTA_OK) {
    status = warta_vocab_open(&vocab, NULL);
  }
  if (status == WARTA_OK) {
    status = index_and_tell(r, &a, vocab);
  }
  warta_vocab_free(vocab);
  articles_free(&a);
  return status;
}

static warta_status copies_fill(warta_nearcopy *set, const articles *a) {
  static const char *const ids[ARTICLES] = {"d", "c", "b", "a"};
  static const char *const dates[ARTICLES] = {"2026-01-10", "", "2026-01-09T08:00", "kemarin"};
  warta_status status = WARTA_OK;
  for (size_t i = 0; status == WARTA_OK && i < ARTICLES; i++) {
    status = warta_nearcopy_add(set, a->rows[i], text_of(ids[i]), text_of(dates[i]), NULL);
  }
  return status == WARTA_OK ? warta_nearcopy_find(set, NULL) : status;
}

static void tell_copies(result *r, const warta_nearcopy *set) {
  for (size_t i = 0; i < warta_nearcopy_count(set); i++) {
    const warta_copy_pair pair = warta_nearcopy_at(set, i);
    tell_number(r, pair.a * 1000.0 + pair.b * 100.0 + pair.group * 10.0 + (double)pair.verdict);
    tell_number(r, pair.contained_a + pair.contained_b + pair.cosine);
  }
  for (uint32_t group = 1; group <= warta_nearcopy_group_count(set); group++) {
    tell_number(r, warta_nearcopy_original(set, group));
  }
}

warta_status nearcopies(result *r, const warta_analyzer *analyzer, warta_session *session) {
  articles a;
  warta_nearcopy *set = NULL;
  (void)analyzer;
  warta_status status = articles_open(&a, session);
  if (status == WARTA_OK) {
    status = warta_nearcopy_open(&set, NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = copies_fill(set, &a);
  }
  if (status == WARTA_OK) {
    tell_copies(r, set);
  }
  warta_nearcopy_free(set);
  articles_free(&a);
  return status;
}
