/* Every suite of the unit tests, one a module. */
#ifndef SUITES_H
#define SUITES_H

void suite_acronyms(void);
void suite_affix(void);
void suite_archive(void);
void suite_arena(void);
void suite_buf(void);
void suite_cluster(void);
void suite_day(void);
void suite_df(void);
void suite_dictionary(void);
void suite_document(void);
void suite_fold(void);
void suite_index(void);
void suite_keywords(void);
void suite_known(void);
void suite_label(void);
void suite_label_structure(void);
void suite_mem(void);
void suite_memo(void);
void suite_nearcopy(void);
void suite_packed(void);
void suite_pattern(void);
void suite_record(void);
void suite_sentence_features(void);
void suite_sentences(void);
void suite_shingles(void);
void suite_similarity(void);
void suite_sixteen(void);
void suite_sixteen_plain(void);
void suite_status(void);
void suite_stem(void);
void suite_str(void);
void suite_strmap(void);
void suite_summary(void);
void suite_token_shape(void);
void suite_token_kinds(void);
void suite_token_value(void);
void suite_tokens(void);
void suite_trees(void);
void suite_utf8(void);
void suite_varint(void);
void suite_vector(void);
void suite_weight(void);

#endif
