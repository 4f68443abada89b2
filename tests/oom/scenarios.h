/* What the library is asked for while memory runs out. */
#ifndef SCENARIOS_H
#define SCENARIOS_H

#include <stddef.h>

#include <warta/warta.h>

enum { RESULT_SIZE = 1 << 16 };

/* What a scenario found out, as text, so that two runs can be compared. */
typedef struct result {
  size_t len;
  char bytes[RESULT_SIZE];
} result;

/* Frees all that it opened, also when it fails. */
typedef warta_status (*scenario_fn)(result *r, const warta_analyzer *analyzer,
                                    warta_session *session);

typedef struct scenario {
  const char *name;
  scenario_fn run;
  int opens; /* opens break iterators of its own */
} scenario;

/* What scenarios share. */
extern const char scenario_article[];
extern const char scenario_other[];
warta_text text_of(const char *text);
void tell_bytes(result *r, const char *bytes, size_t len);
void tell_number(result *r, double number); /* all bits, and no locale */

/* The answers that stand on several documents, or explain. */
warta_status explained_stems(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status keyword_parts(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status renewed(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status textrank(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status lexrank(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status own_weights(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status explained_summary(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status together(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status weightings(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status neighbours(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status nearcopies(result *r, const warta_analyzer *analyzer, warta_session *session);

#ifdef WITH_ARCHIVE
warta_status archive_write(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status archive_merge(result *r, const warta_analyzer *analyzer, warta_session *session);
warta_status archive_read(result *r, const warta_analyzer *analyzer, warta_session *session);
#endif

extern const scenario scenario_table[];
extern const size_t scenario_count;

#endif
