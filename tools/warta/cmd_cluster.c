#include "cluster_archive.h"
#include "cluster_rows.h"
#include "commands.h"
#include "exits.h"
#include "message.h"
#include "table_search.h"

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
  if (!add_article(r, rec, document, s)) {
    return false;
  }
  (void)cluster_keep(s, rec->id, warta_document_title(document));
  return true;
}

static warta_status open_table(warta_neighbours **out, void *payload, warta_error *error) {
  state *s = payload;
  return warta_clusters_neighbours(out, s->clusters, error);
}

static int find_groups(run *r, state *s) {
  warta_error error;
  warta_neighbours *table = table_search_neighbours(r, open_table, s);
  run_check(r, NULL, warta_clusters_join(s->clusters, table, &error), &error);
  warta_neighbours_free(table);
  size_t count = 0;
  for (uint32_t i = 0; i < warta_clusters_count(s->clusters); i++) {
    const warta_cluster group = warta_clusters_at(s->clusters, i);
    if (cluster_is_wanted(s, &group)) {
      cluster_write(r, s, &group, ++count);
    }
  }
  if (r->options->format == FORMAT_TEXT && s->count > 0) {
    if (count > 0 && !s->asks) {
      cluster_write_total(r, s);
    } else if (count == 0) {
      message_warn(NULL, MESSAGE_NO_PLACE, MSG_WORD_NO_GROUPS, NULL, NULL);
    }
  }
  return count > 0 ? EXIT_DONE : EXIT_NOTHING_FOUND;
}

static int group_articles(run *r, state *s, char **operands, size_t count) {
  open_state(r, s);
  run_open_output(r);
  run_results_begin(r, "cluster doc score keywords date title");
  int code = r->options->archive != NULL ? cluster_read_archive(r, s, operands, count)
                                         : run_in_turn(r, operands, count, keep_article, s);
  if (code == EXIT_DONE || code == EXIT_PARTLY_DONE) {
    const int found = find_groups(r, s);
    code = code == EXIT_DONE ? found : code;
  }
  run_results_end(r);
  return code;
}

/* An archive has its own frequencies. */
static int check_archive(const run *r) {
  if (r->options->archive != NULL && r->options->background != NULL) {
    message_error(NULL, MESSAGE_NO_PLACE, MSG_OPTIONS_CLASH, "--archive", "--background");
    return EXIT_USAGE;
  }
  return EXIT_DONE;
}

int cmd_cluster(run *r, char **operands, size_t count) {
  state s = {NULL, NULL, NULL, 0, 0, false};
  int code = check_archive(r);
  if (code == EXIT_DONE) {
    code = run_open_analyzer(r);
  }
  if (code == EXIT_DONE) {
    code = run_open_background(r);
  }
  if (code == EXIT_DONE) {
    code = group_articles(r, &s, operands, count);
  }
  free_state(&s);
  return run_finish(r, code);
}
