/* An article of the archive as a document again, and vectors weighed by the archive. */
#include <string.h>

#include "archive_data.h"
#include "df_data.h"
#include "document_data.h"
#include "mem.h"
#include "status.h"

static bool make_room(warta_document *document, const wi_record *record) {
  const size_t body = record->unit_count - record->title_count;
  const wi_long_forms *forms = &record->long_forms;
  const size_t terms = record->term_count + forms->word_count;
  document->units = wi_mem_new(body, sizeof *document->units);
  document->title_units = wi_mem_new(record->title_count, sizeof *document->title_units);
  document->sentences = wi_mem_new(record->sentence_count, sizeof *document->sentences);
  document->term_rows = wi_mem_new(terms, sizeof *document->term_rows);
  document->content = wi_mem_new((size_t)record->term_count + 1, sizeof *document->content);
  document->long_forms = wi_mem_new(forms->form_length, sizeof *document->long_forms);
  document->term_capacity = terms;
  return document->units != NULL && document->title_units != NULL && document->sentences != NULL &&
         document->term_rows != NULL && document->content != NULL && document->long_forms != NULL;
}

static wi_unit unit_of(uint32_t term, uint32_t sentence) {
  return (wi_unit){.term = term, .sentence = sentence, .type = WARTA_TOKEN_WORD, .words = 1};
}

static void fill_units(warta_document *document, const wi_record *record) {
  for (size_t i = 0; i < record->title_count; i++) {
    document->title_units[document->title_unit_count++] = unit_of(record->units[i], 0);
    document->term_rows[record->units[i]].title_count++;
  }
  size_t at = record->title_count;
  for (uint32_t i = 0; i < record->sentence_count; i++) {
    const uint32_t units = record->sentences[i] / 2;
    wi_sentence *sentence = &document->sentences[document->sentence_count++];
    sentence->kind = record->sentences[i] % 2 != 0 ? WARTA_SENTENCE_HEADING : WARTA_SENTENCE_BODY;
    sentence->first = (uint32_t)document->unit_count;
    sentence->last = sentence->first + units;
    for (uint32_t k = 0; k < units; k++) {
      const uint32_t term = record->units[at++];
      document->units[document->unit_count++] = unit_of(term, i);
      wi_document_count_content(document, term, at - record->title_count - 1);
    }
  }
}

/* The texts are of this archive's terms, so each is another. */
static bool add_terms(warta_archive *archive, warta_document *document) {
  for (size_t i = 0; i < archive->record.term_count; i++) {
    wi_str text = {NULL, 0};
    uint32_t df = 0;
    uint32_t id = 0;
    if (!wi_archive_term(archive, archive->record.terms[i], &text, &df)) {
      return false;
    }
    if (!wi_strmap_add(&document->terms, text, &id)) {
      return wi_db_no_memory(archive->db);
    }
    if (id != i) {
      return wi_db_damaged(archive->db, "two terms with one text");
    }
  }
  return true;
}

/* ids: by place in the record's long words, the document's number of the term. */
static bool number_long_words(warta_archive *archive, warta_document *document, uint32_t *ids) {
  const wi_long_forms *forms = &archive->record.long_forms;
  for (size_t i = 0; i < forms->word_count; i++) {
    wi_str text = {NULL, 0};
    uint32_t df = 0;
    if (!wi_archive_term(archive, forms->words[i], &text, &df)) {
      return false;
    }
    if (!wi_strmap_add(&document->terms, text, &ids[i])) {
      return wi_db_no_memory(archive->db);
    }
  }
  return true;
}

/* So that the document may be added to an archive again. */
static bool add_long_forms(warta_archive *archive, warta_document *document) {
  const wi_long_forms *forms = &archive->record.long_forms;
  if (forms->word_count == 0) {
    return true;
  }
  uint32_t *ids = wi_mem_new(forms->word_count, sizeof *ids);
  if (ids == NULL) {
    return wi_db_no_memory(archive->db);
  }
  const bool is_done = number_long_words(archive, document, ids);
  wi_long_form_view form;
  for (size_t at = 0; is_done && wi_long_forms_next(forms, &at, &form);) {
    uint32_t *own = document->long_forms + document->long_form_length;
    own[0] = form.term;
    own[1] = form.count;
    for (uint32_t k = 0; k < form.count; k++) {
      own[2 + k] = ids[form.words[k]];
    }
    document->long_form_length = at;
  }
  wi_mem_free(ids);
  return is_done;
}

bool wi_archive_make_document(warta_document **out, warta_archive *archive, uint32_t number,
                              bool *is_there) {
  *out = NULL;
  if (!wi_archive_read_record(archive, number, is_there)) {
    return false;
  }
  if (!*is_there) {
    return true;
  }
  warta_document *document = wi_mem_new(1, sizeof *document);
  if (document == NULL) {
    return wi_db_no_memory(archive->db);
  }
  document->analyzer = archive->analyzer;
  document->terms = wi_strmap_make();
  document->text = WI_STR("");
  document->words = archive->record.words;
  if (!make_room(document, &archive->record)) {
    warta_document_free(document);
    return wi_db_no_memory(archive->db);
  }
  if (!add_terms(archive, document) || !add_long_forms(archive, document)) {
    warta_document_free(document);
    return false;
  }
  fill_units(document, &archive->record);
  *out = document;
  return true;
}

warta_status warta_archive_document(warta_document **out, warta_archive *archive, uint32_t number,
                                    warta_error *error) {
  bool is_there = false;
  wi_status_clear(error);
  *out = NULL;
  if (!wi_archive_begin_read(archive) ||
      !wi_archive_make_document(out, archive, number, &is_there)) {
    return wi_archive_fail(archive, error);
  }
  return is_there ? WARTA_OK : wi_status_fail(error, WARTA_MSG_ARCHIVE_NO_ARTICLE, NULL);
}

warta_status wi_archive_open_df(warta_df **out, const warta_archive *archive, warta_error *error) {
  const warta_status status = warta_df_open(out, archive->analyzer, error);
  if (status == WARTA_OK) {
    (*out)->documents = archive->counts.articles;
  }
  return status;
}

bool wi_archive_count_terms(warta_archive *archive, warta_df *df, const warta_document *document) {
  for (uint32_t id = 0; id < document->terms.count; id++) {
    const wi_doc_term *row = &document->term_rows[id];
    const wi_str text = wi_document_term_text(document, id);
    wi_known_count known;
    if ((row->count == 0 && row->title_count == 0) || warta_df_lookup(df, text.ptr, text.len) > 0) {
      continue;
    }
    if (!wi_archive_look_up_term(archive, text, &known)) {
      return false;
    }
    if (known.df > 0 && !wi_df_count(df, text, known.df)) {
      return wi_db_no_memory(archive->db);
    }
  }
  return true;
}

bool wi_archive_count_record(warta_archive *archive, warta_df *df) {
  for (size_t i = 0; i < archive->record.term_count; i++) {
    wi_str text = {NULL, 0};
    uint32_t count = 0;
    if (!wi_archive_term(archive, archive->record.terms[i], &text, &count)) {
      return false;
    }
    if (warta_df_lookup(df, text.ptr, text.len) == 0 && !wi_df_count(df, text, count)) {
      return wi_db_no_memory(archive->db);
    }
  }
  return true;
}

warta_status warta_archive_vector(warta_vector **out, warta_archive *archive, warta_vocab *vocab,
                                  const warta_document *document,
                                  const warta_vector_options *options, warta_error *error) {
  static const warta_vector_options DEFAULTS = WARTA_VECTOR_OPTIONS_INIT;
  warta_vector_options chosen = options == NULL ? DEFAULTS : *options;
  warta_df *df = NULL;
  *out = NULL;
  wi_status_clear(error);
  if (!wi_archive_begin_read(archive)) {
    return wi_archive_fail(archive, error);
  }
  warta_status status = wi_archive_open_df(&df, archive, error);
  if (status == WARTA_OK && !wi_archive_count_terms(archive, df, document)) {
    status = wi_archive_fail(archive, error);
  }
  if (status == WARTA_OK) {
    chosen.background = df;
    status = warta_vector_build_with(out, vocab, document, &chosen, error);
  }
  warta_df_free(df);
  return status;
}

warta_status warta_archive_df(warta_df **out, warta_archive *archive, warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  if (!wi_archive_begin_read(archive)) {
    return wi_archive_fail(archive, error);
  }
  warta_df *df = NULL;
  const warta_status status = wi_archive_open_df(&df, archive, error);
  if (status != WARTA_OK) {
    return status;
  }
  wi_statement *all = wi_sql_use(archive->db, WI_SQL_TERM_NEXT);
  wi_sql_number(all, 1, 0);
  wi_step step = wi_sql_step(all);
  for (; step == WI_STEP_ROW; step = wi_sql_step(all)) {
    const int64_t count = wi_sql_column_number(all, 2);
    const bool is_whole = count >= 0 && count <= archive->counts.articles;
    if (!is_whole || (count > 0 && !wi_df_count(df, wi_sql_column(all, 1), (uint32_t)count))) {
      wi_sql_end(all);
      warta_df_free(df);
      (void)(is_whole ? wi_db_no_memory(archive->db) : wi_db_damaged(archive->db, "terms"));
      return wi_archive_fail(archive, error);
    }
  }
  if (step != WI_STEP_DONE) {
    warta_df_free(df);
    return wi_archive_fail(archive, error);
  }
  *out = df;
  return WARTA_OK;
}
