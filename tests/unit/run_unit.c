/* Runs every suite, prints CUnit's report, and closes with `N passed, N failed`. */
#include <stdio.h>
#include <stdlib.h>

#include <CUnit/Basic.h>

#include "suites.h"

int main(void) {
  if (CU_initialize_registry() != CUE_SUCCESS) {
    return EXIT_FAILURE;
  }
  suite_acronyms();
  suite_affix();
  suite_arena();
  suite_buf();
  suite_chunk_memo();
  suite_cluster();
  suite_day();
  suite_df();
  suite_dictionary();
  suite_document();
  suite_fold();
  suite_index();
  suite_keywords();
  suite_known();
  suite_label();
  suite_label_structure();
  suite_mem();
  suite_memo();
  suite_nearcopy();
  suite_packed();
  suite_pattern();
  suite_sentence_features();
  suite_sentences();
  suite_shingles();
  suite_similarity();
  suite_sixteen();
  suite_sixteen_plain();
  suite_status();
  suite_stem();
  suite_str();
  suite_strmap();
  suite_summary();
  suite_token_shape();
  suite_token_kinds();
  suite_token_table();
  suite_token_value();
  suite_tokens();
  suite_trees();
  suite_utf8();
  suite_vector();
  suite_weight();
#if WARTA_ARCHIVE
  suite_archive();
  suite_archive_check();
  suite_archive_limits();
  suite_record();
  suite_varint();
#endif
  CU_basic_set_mode(CU_BRM_NORMAL);
  const CU_ErrorCode ran = CU_basic_run_tests();
  const unsigned tests = CU_get_number_of_tests_run();
  const unsigned failed = CU_get_number_of_tests_failed();
  CU_cleanup_registry();
  printf("\nunit: %u passed, %u failed\n", tests - failed, failed);
  return ran == CUE_SUCCESS && failed == 0 && tests > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
