#include "cluster_rows.h"
#include "commands.h"
#include "exits.h"
#include "message.h"

#include <stdlib.h>

typedef cluster_set state;

static void free_state(state *s) {
  for (size_t i = 0; i < s->count; i++) {
    free(s->rows[i].id);
    free(s->rows[i].title);
  }
  free(s->rows);
  warta_clusters_free(s->clusters);
  warta_vocab_free(s->vocab);
}

static void open_state(run *r, state *s) {
  warta_cluster_options options = WARTA_CLUSTER_OPTIONS_INIT;
  warta_error error;
  options.min = r->options->story_min;
  options.window = r->options->window;
  run_check(r, NULL, warta_vocab_open(&s->vocab, &error), &error);
  run_check(r, NULL, warta_clusters_open(&s->clusters, s->vocab, &options, &error), &error);
}

/* What the library must know of the article. */
static bool add_article(run *r, const record *rec, const warta_document *document, state *s) {
  warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
  warta_vector *vector = NULL;
  warta_keyword_list *keywords = NULL;
  warta_error error;
  options.background = r->background;
  bool is_good =
      run_check(r, rec, warta_vector_build_with(&vector, s->vocab, document, &options, &error),
                &error) &&
      run_check(r, rec, warta_keywords(&keywords, document, r->background, NULL, &error), &error);
  if (is_good) {
    const warta_cluster_article row = {rec->id, rec->date, vector, keywords};
    is_good = run_check(r, rec, warta_clusters_add(s->clusters, &row, &error), &error);
  }
  warta_keywords_free(keywords);
  warta_vector_free(vector);
  return is_good;
}

static bool keep_article(run *r, const record *rec, const warta_document *document, void *payload) {
  state *s = payload;
  const warta_text title = warta_document_title(document);
  if (!add_article(r, rec, document, s)) {
    return false;
  }
  if (s->count == s->room) {
    s->room = s->room == 0 ? 64 : s->room * 2;
    s->rows = memory_resize(s->rows, s->room, sizeof *s->rows);
  }
  s->rows[s->count++] = (cluster_row){memory_copy(rec->id.text, rec->id.len), rec->id.len,
                                      memory_copy(title.text, title.len), title.len};
  return true;
}

static int find_groups(run *r, state *s) {
  warta_error error;
  run_check(r, NULL, warta_clusters_find(s->clusters, &error), &error);
  const uint32_t count = warta_clusters_count(s->clusters);
  for (uint32_t i = 0; i < count; i++) {
    const warta_cluster group = warta_clusters_at(s->clusters, i);
    cluster_write(r, s, &group, (size_t)i + 1);
  }
  if (r->options->format == FORMAT_TEXT && s->count > 0) {
    if (count > 0) {
      cluster_write_total(r, s);
    } else {
      message_warn(NULL, MESSAGE_NO_PLACE, MSG_WORD_NO_GROUPS, NULL, NULL);
    }
  }
  return count > 0 ? EXIT_DONE : EXIT_NOTHING_FOUND;
}

int cmd_cluster(run *r, char **operands, size_t count) {
  state s = {NULL, NULL, NULL, 0, 0};
  int code = run_open_analyzer(r);
  if (code == EXIT_DONE) {
    code = run_open_background(r);
  }
  if (code == EXIT_DONE) {
    open_state(r, &s);
    run_open_output(r);
    run_results_begin(r, "cluster doc score keywords date title");
    code = run_in_turn(r, operands, count, keep_article, &s);
    if (code == EXIT_DONE || code == EXIT_PARTLY_DONE) {
      const int found = find_groups(r, &s);
      code = code == EXIT_DONE ? found : code;
    }
    run_results_end(r);
  }
  free_state(&s);
  return run_finish(r, code);
}
