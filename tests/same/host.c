/* The library inside a program that has set its locale, as many have: prints what every scenario of
 * tests/oom finds. */
#include "scenarios.h"

#include <locale.h>
#include <stdio.h>

int main(void) {
  static result found;
  warta_analyzer *analyzer = NULL;
  warta_session *session = NULL;
  (void)setlocale(LC_ALL, "");
  if (warta_analyzer_open(&analyzer, NULL, NULL) != WARTA_OK ||
      warta_session_open(&session, analyzer, NULL) != WARTA_OK) {
    return 1;
  }
  printf("%.2f\n", 0.5); /* shows that the locale was taken; not compared */
  for (size_t i = 0; i < scenario_count; i++) {
    found.len = 0;
    if (scenario_table[i].run(&found, analyzer, session) != WARTA_OK) {
      return 1;
    }
    printf("%s\n", scenario_table[i].name);
    fwrite(found.bytes, 1, found.len, stdout);
  }
  warta_session_free(session);
  warta_analyzer_free(analyzer);
  return 0;
}
