#include "scenarios.h"

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

const char scenario_article[] =
    "Banjir Merendam Pasar Benjeng\n\nPenulis: Sri Lestari\nBaca juga: Harga Cabai Naik\n\n"
    "GRESIK, KabarNusa - Banjir merendam pasar di Kecamatan Benjeng, Sabtu (10/1/2026). "
    "Pedagang-pedagang mengungsikan barang dagangannya ke tempat yang lebih tinggi.\n\n"
    "Badan Penanggulangan Bencana Daerah (BPBD) membuka posko. \"BPBD menyiapkan 1.200 paket "
    "senilai "
    "Rp140 triliun,\" kata Dr. H. Sri \xE2\x80\x9CLestari\xE2\x80\x9D, Kamis.\n\n"
    "Warga menunggu bantuan pemerintah. Pemerintah membangun tanggul baru.\n\nFoto: warga\n";
const char scenario_other[] = "Harga Cabai Naik\n\nHarga cabai naik di pasar Benjeng. Pedagang "
                              "mengatakan pasokan berkurang karena banjir merendam sawah.\n";
static const char odd[] = "caf\xC3\xA9 cafe\xCC\x81 \xFF\xC3 anak\xE2\x80\x91"
                          "anak a\xCC\xA3\xCC\x81\xCC\x82\xCC\x83 \xE5\x8D\xB0\xE5\xB0\xBC "
                          "\xE0\xB8\x82\xE0\xB9\x88\xE0\xB8\xB2\xE0\xB8\xA7 \xF0\x9F\x91\x8D x\0y.";
static const char counts[] = "#warta-df 1 documents=3 fingerprint=0123456789abcdef\n"
                             "banjir\t2\ncabai\t1\npasar\t3\n";

void tell_bytes(result *r, const char *bytes, size_t len) {
  const size_t room = RESULT_SIZE - r->len;
  const size_t part = len < room ? len : room;
  if (part > 0) {
    memcpy(r->bytes + r->len, bytes, part);
  }
  r->len += part;
}

void tell_number(result *r, double number) {
  char digits[32];
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  const int len = snprintf(digits, sizeof digits, " %016" PRIx64 "\n", bits);
  tell_bytes(r, digits, (size_t)len);
}

static warta_status on_token(void *payload, const warta_token *token) {
  tell_bytes(payload, token->term, token->term_len);
  tell_number(payload, (double)(token->start * 1000 + token->type * 50 + token->stop));
  return WARTA_OK;
}

static warta_status open_default(result *r, const warta_analyzer *analyzer,
                                 warta_session *session) {
  warta_analyzer *own = NULL;
  (void)analyzer;
  (void)session;
  const warta_status status = warta_analyzer_open(&own, NULL, NULL);
  tell_number(r, own == NULL ? 0 : (double)(warta_analyzer_fingerprint(own) >> 16));
  warta_analyzer_free(own);
  return status;
}

warta_text text_of(const char *text) {
  return (warta_text){text, strlen(text)};
}

/* An analyzer of the scenario's own, opened with these options, and its tokens. */
static warta_status tokens_with(result *r, const warta_analyzer_options *options) {
  warta_analyzer *own = NULL;
  warta_session *inner = NULL;
  warta_status status = warta_analyzer_open(&own, options, NULL);
  if (status == WARTA_OK) {
    status = warta_session_open(&inner, own, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_tokens(inner, scenario_article, strlen(scenario_article), on_token, r, NULL);
  }
  warta_session_free(inner);
  warta_analyzer_free(own);
  return status;
}

static warta_status open_with_lists(result *r, const warta_analyzer *analyzer,
                                    warta_session *session) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  (void)analyzer;
  (void)session;
  options.stopwords = text_of("+bappenas\n-lanjut\n");
  options.roots = text_of("benjeng\nsapu\n");
  options.exceptions = text_of("dagangannya = dagang\n");
  options.abbreviations = text_of("Kec.\n");
  options.label_patterns = text_of("ad line beli kini *\nbyline line oleh <name>+\n");
  options.clitics = WARTA_CUT;
  return tokens_with(r, &options);
}

static warta_status with_stemmer(result *r, warta_stemmer stemmer) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  options.stemmer = stemmer;
  options.labels_off = 1;
  options.abbreviation_stop = WARTA_CUT;
  return tokens_with(r, &options);
}

static warta_status snowball(result *r, const warta_analyzer *analyzer, warta_session *session) {
  (void)analyzer;
  (void)session;
  return with_stemmer(r, WARTA_STEMMER_SNOWBALL);
}

static warta_status no_stemmer(result *r, const warta_analyzer *analyzer, warta_session *session) {
  (void)analyzer;
  (void)session;
  return with_stemmer(r, WARTA_STEMMER_NONE);
}

static warta_status open_session(result *r, const warta_analyzer *analyzer,
                                 warta_session *session) {
  warta_session *own = NULL;
  (void)session;
  const warta_status status = warta_session_open(&own, analyzer, NULL);
  tell_number(r, own != NULL);
  warta_session_free(own);
  return status;
}

static warta_status tokens(result *r, const warta_analyzer *analyzer, warta_session *session) {
  (void)analyzer;
  return warta_tokens(session, scenario_article, strlen(scenario_article), on_token, r, NULL);
}

static warta_status odd_tokens(result *r, const warta_analyzer *analyzer, warta_session *session) {
  (void)analyzer;
  return warta_tokens(session, odd, sizeof odd - 1, on_token, r, NULL);
}

static warta_status stems(result *r, const warta_analyzer *analyzer, warta_session *session) {
  static const char *const words[] = {"membangunkan",    "pedagang-pedagang",
                                      "dagangannya",     "Cafe\xCC\x81",
                                      "\xC4\xB0stanbul", "mempertanggungjawabkan"};
  (void)analyzer;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    warta_stem_result stem;
    const warta_status status = warta_stem(&stem, session, words[i], strlen(words[i]), NULL);
    if (status != WARTA_OK) {
      return status;
    }
    tell_bytes(r, stem.stem, stem.len);
    tell_number(r, stem.how);
  }
  return WARTA_OK;
}

static void tell_document(result *r, const warta_document *document) {
  char line[512];
  for (size_t i = 0; i < warta_document_sentence_count(document); i++) {
    const size_t len = warta_document_sentence_text(document, i, line, sizeof line);
    tell_bytes(r, line, len < sizeof line ? len : sizeof line);
  }
  for (size_t i = 0; i < warta_document_term_count(document); i++) {
    const warta_term term = warta_document_term(document, i);
    tell_bytes(r, term.text, term.len);
    tell_number(r, term.count);
  }
  tell_number(r, (double)warta_document_label_count(document));
  tell_number(r, (double)warta_document_acronym_count(document));
}

static warta_status analyze(result *r, warta_session *session, const char *text, size_t len) {
  warta_document *document = NULL;
  const warta_status status = warta_document_analyze(&document, session, text, len, NULL, NULL);
  if (status == WARTA_OK) {
    tell_document(r, document);
  }
  warta_document_free(document);
  return status;
}

static warta_status document(result *r, const warta_analyzer *analyzer, warta_session *session) {
  (void)analyzer;
  return analyze(r, session, scenario_article, strlen(scenario_article));
}

static warta_status odd_document(result *r, const warta_analyzer *analyzer,
                                 warta_session *session) {
  (void)analyzer;
  return analyze(r, session, odd, sizeof odd - 1);
}

static warta_status empty_document(result *r, const warta_analyzer *analyzer,
                                   warta_session *session) {
  (void)analyzer;
  return analyze(r, session, "", 0);
}

static warta_status many_sentences(result *r, const warta_analyzer *analyzer,
                                   warta_session *session) {
  static char text[20000];
  (void)analyzer;
  for (size_t i = 0; i + 8 <= sizeof text; i += 8) {
    memcpy(text + i, "Banjir. ", 8);
    text[i + 5] = (char)('a' + i / 8 % 26);
  }
  return analyze(r, session, text, sizeof text);
}

static warta_status titled(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  warta_document *one = NULL;
  (void)analyzer;
  options.title = text_of("Pemerintah Membangun Tanggul");
  const warta_status status =
      warta_document_analyze(&one, session, scenario_other, strlen(scenario_other), &options, NULL);
  if (status == WARTA_OK) {
    tell_document(r, one);
  }
  warta_document_free(one);
  return status;
}

/* Labels of every kind that stands around an article, and the acronyms in it. */
static warta_status furniture(result *r, const warta_analyzer *analyzer, warta_session *session) {
  static const char page[] =
      "Beranda / Daerah\n\nIbu Kota Nusantara (IKN) Dibuka\n\nOleh: Sri Lestari - Rabu, 7 Januari "
      "2026 10:42 WIB\n\nADVERTISEMENT\n\nJAKARTA - Otorita IKN membuka jalan. Foto: Dok. Humas\n\n"
      "Baca juga: Harga Cabai NaikBaca juga: Banjir\n\nKata Badan Nasional Penanggulangan Bencana "
      "(BNPB), warga aman.\n\nBagikan ke Facebook Twitter WhatsApp\n\nHalaman 1 2 3\n\nTag: "
      "banjir, "
      "cabai\n\nPenulis: Sri Lestari\nEditor: H. Budi\n\n#banjir #cabai\n\nCopyright 2026 "
      "KabarNusa\n";
  warta_document *one = NULL;
  (void)analyzer;
  const warta_status status =
      warta_document_analyze(&one, session, page, sizeof page - 1, NULL, NULL);
  for (size_t i = 0; one != NULL && i < warta_document_label_count(one); i++) {
    const warta_label label = warta_document_label(one, i);
    tell_bytes(r, label.rule, strlen(label.rule));
    tell_number(r, (double)label.start * 100 + (double)label.kind);
  }
  for (size_t i = 0; one != NULL && i < warta_document_acronym_count(one); i++) {
    tell_number(r, (double)warta_document_acronym(one, i).long_start);
  }
  warta_document_free(one);
  return status;
}

/* Refused with their line, unless memory ran out first. */
static warta_status broken_lists(result *r, const warta_analyzer *analyzer,
                                 warta_session *session) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer *own = NULL;
  warta_error error;
  (void)analyzer;
  (void)session;
  options.stopwords = text_of("+ada\n-lanjut\n");
  options.exceptions = text_of("membaca = baca\n= baca\n");
  const warta_status status = warta_analyzer_open(&own, &options, &error);
  warta_analyzer_free(own);
  tell_number(r, (double)error.line);
  return status == WARTA_ERR_DATA ? WARTA_OK : status;
}

/* The answers all begin with a document, which they get without a failure only if n is large. */
typedef warta_status (*answer_fn)(result *r, const warta_analyzer *analyzer,
                                  const warta_document *document);

static warta_status answer(result *r, const warta_analyzer *analyzer, warta_session *session,
                           answer_fn fn) {
  warta_document *one = NULL;
  warta_status status =
      warta_document_analyze(&one, session, scenario_article, strlen(scenario_article), NULL, NULL);
  if (status == WARTA_OK) {
    status = fn(r, analyzer, one);
  }
  warta_document_free(one);
  return status;
}

static warta_status tell_keywords(result *r, const warta_analyzer *analyzer,
                                  const warta_document *document) {
  warta_keyword_list *list = NULL;
  (void)analyzer;
  const warta_status status = warta_keywords(&list, document, NULL, NULL, NULL);
  for (size_t i = 0; list != NULL && i < warta_keywords_count(list); i++) {
    const warta_keyword row = warta_keywords_at(list, i);
    tell_bytes(r, row.text, row.len);
    tell_number(r, row.score);
  }
  warta_keywords_free(list);
  return status;
}

static warta_status keywords(result *r, const warta_analyzer *analyzer, warta_session *session) {
  return answer(r, analyzer, session, tell_keywords);
}

static warta_status tell_summary(result *r, const warta_document *document,
                                 warta_summary_method method) {
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  warta_summary_list *list = NULL;
  options.method = method;
  options.words = 30;
  const warta_status status = warta_summary(&list, document, NULL, &options, NULL);
  for (size_t i = 0; list != NULL && i < warta_summary_count(list); i++) {
    const warta_summary_sentence row = warta_summary_at(list, i);
    tell_number(r, (double)row.sentence * 100 + row.rank);
    tell_number(r, row.score);
  }
  warta_summary_free(list);
  return status;
}

static warta_status tell_lead(result *r, const warta_analyzer *a, const warta_document *document) {
  (void)a;
  return tell_summary(r, document, WARTA_SUMMARY_LEAD);
}

static warta_status tell_centroid(result *r, const warta_analyzer *a,
                                  const warta_document *document) {
  (void)a;
  return tell_summary(r, document, WARTA_SUMMARY_CENTROID);
}

static warta_status tell_blend(result *r, const warta_analyzer *a, const warta_document *document) {
  (void)a;
  return tell_summary(r, document, WARTA_SUMMARY_TRAINED);
}

static warta_status lead(result *r, const warta_analyzer *analyzer, warta_session *session) {
  return answer(r, analyzer, session, tell_lead);
}

static warta_status centroid(result *r, const warta_analyzer *analyzer, warta_session *session) {
  return answer(r, analyzer, session, tell_centroid);
}

static warta_status blend(result *r, const warta_analyzer *analyzer, warta_session *session) {
  return answer(r, analyzer, session, tell_blend);
}

static warta_status keep_piece(void *payload, const char *bytes, size_t len) {
  tell_bytes(payload, bytes, len);
  return WARTA_OK;
}

static warta_status tell_df(result *r, const warta_analyzer *analyzer,
                            const warta_document *document) {
  warta_df *df = NULL;
  warta_status status = warta_df_open(&df, analyzer, NULL);
  if (status == WARTA_OK) {
    status = warta_df_add(df, document, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_df_write(df, keep_piece, r, NULL);
  }
  warta_df_free(df);
  return status;
}

static warta_status df_of_document(result *r, const warta_analyzer *analyzer,
                                   warta_session *session) {
  return answer(r, analyzer, session, tell_df);
}

static warta_status df_merge(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_df *one = NULL;
  warta_df *two = NULL;
  (void)analyzer;
  (void)session;
  warta_status status = warta_df_read(&one, counts, sizeof counts - 1, NULL);
  if (status == WARTA_OK) {
    status = warta_df_read(&two, counts, sizeof counts - 1, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_df_merge(one, two, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_df_write(one, keep_piece, r, NULL);
  }
  warta_df_free(one);
  warta_df_free(two);
  return status;
}

static warta_status df_builtin(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_df *df = NULL;
  (void)session;
  const warta_status status = warta_df_open_builtin(&df, analyzer, NULL);
  tell_number(r, df == NULL ? 0 : warta_df_lookup(df, "banjir", 6));
  warta_df_free(df);
  return status;
}

static warta_status df_broken(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_df *df = NULL;
  warta_error error;
  (void)analyzer;
  (void)session;
  const warta_status status = warta_df_read(&df, counts, sizeof counts - 3, &error);
  tell_number(r, (double)error.line);
  warta_df_free(df);
  return status == WARTA_ERR_DATA ? WARTA_OK : status;
}

static warta_status df_mismatch(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_df *df = NULL;
  warta_df *own = NULL;
  (void)session;
  warta_status status = warta_df_read(&df, counts, sizeof counts - 1, NULL);
  if (status == WARTA_OK) {
    status = warta_df_open(&own, analyzer, NULL);
  }
  if (status == WARTA_OK) {
    tell_number(r, (double)warta_df_documents(df) * 100 + warta_df_terms(df));
    tell_number(r, (double)warta_df_check(df, analyzer, NULL));
    tell_number(r, (double)warta_df_merge(df, own, NULL));
    tell_number(r, (double)warta_df_terms(df));
  }
  warta_df_free(own);
  warta_df_free(df);
  return status;
}

static warta_status tell_similarity(result *r, const warta_document *a, const warta_document *b) {
  warta_vocab *vocab = NULL;
  warta_vector *one = NULL;
  warta_vector *two = NULL;
  warta_shared_term rows[8];
  warta_status status = warta_vocab_open(&vocab, NULL);
  if (status == WARTA_OK) {
    status = warta_vector_build(&one, vocab, a, NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = warta_vector_build(&two, vocab, b, NULL, NULL);
  }
  if (status == WARTA_OK) {
    tell_number(r, warta_similarity(one, two));
    tell_number(r, (double)warta_similarity_shared(one, two, rows, 8));
  }
  warta_vector_free(one);
  warta_vector_free(two);
  warta_vocab_free(vocab);
  return status;
}

static warta_status similarity(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_document *a = NULL;
  warta_document *b = NULL;
  (void)analyzer;
  warta_status status =
      warta_document_analyze(&a, session, scenario_article, strlen(scenario_article), NULL, NULL);
  if (status == WARTA_OK) {
    status =
        warta_document_analyze(&b, session, scenario_other, strlen(scenario_other), NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = tell_similarity(r, a, b);
  }
  warta_document_free(a);
  warta_document_free(b);
  return status;
}

/* An article under two names and another one: a group of two, and one alone. */
static warta_status add_to_groups(warta_clusters *set, warta_vocab *vocab,
                                  const warta_document *one, const char *id) {
  warta_vector *vector = NULL;
  warta_keyword_list *list = NULL;
  warta_status status = warta_vector_build(&vector, vocab, one, NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_keywords(&list, one, NULL, NULL, NULL);
  }
  if (status == WARTA_OK) {
    const warta_cluster_article row = {text_of(id), text_of("29 Jan 2026"), vector, list};
    status = warta_clusters_add(set, &row, NULL);
  }
  warta_keywords_free(list);
  warta_vector_free(vector);
  return status;
}

static void tell_groups(result *r, const warta_clusters *set) {
  for (uint32_t i = 0; i < warta_clusters_count(set); i++) {
    const warta_cluster row = warta_clusters_at(set, i);
    tell_bytes(r, row.first, strlen(row.first));
    for (size_t k = 0; k < row.count; k++) {
      tell_number(r, (double)row.members[k].article + row.members[k].score / 2.0);
    }
    for (size_t k = 0; k < row.keyword_count; k++) {
      tell_bytes(r, row.keywords[k].text, row.keywords[k].len);
    }
  }
}

static warta_status group_articles(result *r, const warta_document *a, const warta_document *b) {
  warta_vocab *vocab = NULL;
  warta_clusters *set = NULL;
  warta_status status = warta_vocab_open(&vocab, NULL);
  if (status == WARTA_OK) {
    status = warta_clusters_open(&set, vocab, NULL, NULL);
  }
  for (int i = 0; i < 3 && status == WARTA_OK; i++) {
    static const char *const IDS[] = {"a", "b", "c"};
    status = add_to_groups(set, vocab, i == 1 ? b : a, IDS[i]);
  }
  if (status == WARTA_OK) {
    status = warta_clusters_find(set, NULL);
  }
  if (status == WARTA_OK) {
    tell_groups(r, set);
  }
  warta_clusters_free(set);
  warta_vocab_free(vocab);
  return status;
}

static warta_status groups(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_document *a = NULL;
  warta_document *b = NULL;
  (void)analyzer;
  warta_status status =
      warta_document_analyze(&a, session, scenario_article, strlen(scenario_article), NULL, NULL);
  if (status == WARTA_OK) {
    status =
        warta_document_analyze(&b, session, scenario_other, strlen(scenario_other), NULL, NULL);
  }
  if (status == WARTA_OK) {
    status = group_articles(r, a, b);
  }
  warta_document_free(a);
  warta_document_free(b);
  return status;
}

const scenario scenario_table[] = {
    {"open an analyzer", open_default, 1},
    {"open with all lists, clitics cut", open_with_lists, 1},
    {"snowball, labels off", snowball, 1},
    {"no stemmer", no_stemmer, 1},
    {"open a session", open_session, 1},
    {"tokens", tokens, 0},
    {"tokens of odd text", odd_tokens, 0},
    {"stems", stems, 0},
    {"document", document, 0},
    {"document of odd text", odd_document, 0},
    {"empty document", empty_document, 0},
    {"document of 2500 sentences", many_sentences, 0},
    {"document with a title apart", titled, 0},
    {"keywords", keywords, 0},
    {"summary: lead", lead, 0},
    {"summary: centroid", centroid, 0},
    {"summary: blend", blend, 0},
    {"df: add and write", df_of_document, 0},
    {"df: read, merge, write", df_merge, 0},
    {"df: built in", df_builtin, 0},
    {"df: broken file", df_broken, 0},
    {"vectors and similarity", similarity, 0},
    {"text with page furniture", furniture, 0},
    {"broken lists", broken_lists, 0},
    {"df: of another analyzer", df_mismatch, 0},
    {"stems explained", explained_stems, 0},
    {"keywords: parts, own counts", keyword_parts, 0},
    {"summary: textrank", textrank, 0},
    {"keywords and summary renewed", renewed, 0},
    {"summary: lexrank", lexrank, 0},
    {"summary: weights of the caller", own_weights, 0},
    {"summary: explained", explained_summary, 0},
    {"summary: several together", together, 0},
    {"vectors: every weighting", weightings, 0},
    {"index and neighbours", neighbours, 0},
    {"near-copies", nearcopies, 0},
    {"groups of articles", groups, 0},
#ifdef WITH_ARCHIVE
    {"archive: add, replace, delete, ask, check", archive_write, 0},
    {"archive: batches that are merged", archive_merge, 0},
    {"archive: rows, documents, vectors, frequencies", archive_read, 0},
#endif
};

const size_t scenario_count = sizeof scenario_table / sizeof scenario_table[0];
