#include <warta/cluster.h>

#include <stdlib.h>
#include <string.h>

#include "cluster_rank.h"
#include "cluster_words.h"
#include "day.h"
#include "index.h"
#include "linkage.h"
#include "mem.h"
#include "status.h"
#include "vector.h"

typedef struct row {
  char *id;
  size_t id_len;
  uint32_t number; /* in order of adding */
  int32_t day;
  wi_cluster_range words;
} row;

typedef struct group {
  size_t members; /* the first, in the set's members */
  size_t count;
  size_t keywords; /* the first, in the set's keywords */
  size_t keyword_count;
  int32_t first;
  int32_t last;
} group;

struct warta_clusters {
  warta_cluster_options options;
  const warta_vocab *vocab;
  warta_index *index; /* its numbers are places in rows */
  row *rows; /* in order of adding, and by id once no more may come */
  bool is_closed;
  size_t count;
  size_t capacity;
  wi_cluster_words words;
  warta_cluster_member *members; /* group after group */
  group *groups;
  uint32_t group_count;
  warta_text *keywords;
};

static warta_status check_options(const warta_cluster_options *options, warta_error *error) {
  if (!(options->min > 0.0 && options->min <= 1.0)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "min");
  }
  if (options->neighbours == 0) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "neighbours");
  }
  return WARTA_OK;
}

warta_status warta_clusters_open(warta_clusters **out, const warta_vocab *vocab,
                                 const warta_cluster_options *options, warta_error *error) {
  static const warta_cluster_options DEFAULTS = WARTA_CLUSTER_OPTIONS_INIT;
  *out = NULL;
  wi_status_clear(error);
  const warta_cluster_options *chosen = options == NULL ? &DEFAULTS : options;
  const warta_status status = check_options(chosen, error);
  if (status != WARTA_OK) {
    return status;
  }
  warta_clusters *set = wi_mem_new(1, sizeof *set);
  if (set == NULL) {
    return wi_status_no_memory(error);
  }
  if (warta_index_open(&set->index, vocab, error) != WARTA_OK) {
    wi_mem_free(set);
    return wi_status_no_memory(error);
  }
  set->options = *chosen;
  set->vocab = vocab;
  set->words = wi_cluster_words_make();
  *out = set;
  return WARTA_OK;
}

static void forget_groups(warta_clusters *set) {
  wi_mem_free(set->members);
  wi_mem_free(set->groups);
  wi_mem_free(set->keywords);
  set->members = NULL;
  set->groups = NULL;
  set->keywords = NULL;
  set->group_count = 0;
}

void warta_clusters_free(warta_clusters *set) {
  if (set == NULL) {
    return;
  }
  forget_groups(set);
  for (size_t i = 0; i < set->count; i++) {
    wi_mem_free(set->rows[i].id);
  }
  wi_mem_free(set->rows);
  wi_cluster_words_free(&set->words);
  warta_index_free(set->index);
  wi_mem_free(set);
}

static char *copy_id(warta_text id) {
  char *copy = wi_mem_new(id.len, 1);
  if (copy != NULL && id.len > 0) {
    memcpy(copy, id.text, id.len);
  }
  return copy;
}

static warta_status check_article(const warta_clusters *set, const warta_cluster_article *article,
                                  warta_error *error) {
  if (set->is_closed) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "an article after the groups");
  }
  if (article->vector->vocab != set->vocab || article->vector->is_unbounded) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "a vector of another vocabulary or norm");
  }
  if (set->count >= INT32_MAX) {
    return wi_status_fail(error, WARTA_MSG_COUNT_TOO_LARGE, "articles");
  }
  return WARTA_OK;
}

/* The index comes last, as it takes nothing back. */
static bool add_row(warta_clusters *set, const warta_cluster_article *article) {
  row r = {.id_len = article->id.len, .number = (uint32_t)set->count};
  if (!wi_mem_grow(&set->rows, &set->capacity, set->count, sizeof *set->rows)) {
    return false;
  }
  r.id = copy_id(article->id);
  r.day = wi_day_read((wi_str){article->date.text, article->date.len});
  r.words.start = set->words.count;
  if (r.id == NULL ||
      (article->keywords != NULL && !wi_cluster_words_add(&set->words, article->keywords)) ||
      warta_index_add(set->index, article->vector, NULL) != WARTA_OK) {
    set->words.count = r.words.start;
    wi_mem_free(r.id);
    return false;
  }
  r.words.end = set->words.count;
  set->rows[set->count++] = r;
  return true;
}

warta_status warta_clusters_add(warta_clusters *set, const warta_cluster_article *article,
                                warta_error *error) {
  wi_status_clear(error);
  const warta_status status = check_article(set, article, error);
  if (status != WARTA_OK) {
    return status;
  }
  return add_row(set, article) ? WARTA_OK : wi_status_no_memory(error);
}

static int by_id(const void *left, const void *right) {
  const row *a = left;
  const row *b = right;
  const int order = wi_str_compare((wi_str){a->id, a->id_len}, (wi_str){b->id, b->id_len});
  return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

/* From here on numbers go by ids, so that ties do not depend on the order of adding. */
static warta_status close_set(warta_clusters *set, warta_error *error) {
  if (set->is_closed) {
    return WARTA_OK;
  }
  uint32_t *order = wi_mem_new(set->count, sizeof *order);
  if (order == NULL) {
    return wi_status_no_memory(error);
  }
  if (set->count > 1) {
    qsort(set->rows, set->count, sizeof *set->rows, by_id);
  }
  for (size_t i = 0; i < set->count; i++) {
    order[i] = set->rows[i].number;
  }
  const warta_status status = warta_index_renumber(set->index, order, set->count, error);
  set->is_closed = status == WARTA_OK;
  wi_mem_free(order);
  return status;
}

warta_status warta_clusters_neighbours(warta_neighbours **out, warta_clusters *set,
                                       warta_error *error) {
  warta_neighbour_options options = WARTA_NEIGHBOUR_OPTIONS_INIT;
  *out = NULL;
  wi_status_clear(error);
  const warta_status status = close_set(set, error);
  if (status != WARTA_OK) {
    return status;
  }
  options.top = set->options.neighbours;
  options.min = set->options.min;
  return warta_neighbours_open(out, set->index, &options, error);
}

static int by_pair(const void *left, const void *right) {
  const wi_linkage_pair *a = left;
  const wi_linkage_pair *b = right;
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  return (a->b > b->b) - (a->b < b->b);
}

typedef struct pair_list {
  wi_linkage_pair *rows;
  size_t count;
  size_t capacity;
} pair_list;

/* Each pair once, whichever of the two has the other among its nearest. */
static void sort_pairs(pair_list *pairs) {
  size_t kept = 0;
  if (pairs->count > 1) {
    qsort(pairs->rows, pairs->count, sizeof *pairs->rows, by_pair);
  }
  for (size_t i = 0; i < pairs->count; i++) {
    if (kept == 0 || by_pair(&pairs->rows[kept - 1], &pairs->rows[i]) != 0) {
      pairs->rows[kept++] = pairs->rows[i];
    }
  }
  pairs->count = kept;
}

static bool list_pairs(pair_list *pairs, const warta_clusters *set, const warta_neighbours *table) {
  const size_t size = set->options.neighbours < set->count ? set->options.neighbours : set->count;
  warta_neighbour *rows = wi_mem_new(size, sizeof *rows);
  bool is_done = rows != NULL;
  for (uint32_t i = 0; is_done && i < set->count; i++) {
    const size_t found = warta_neighbours_of(table, i, rows, size);
    for (size_t k = 0; is_done && k < found && k < size; k++) {
      const uint32_t other = rows[k].article;
      is_done = wi_mem_grow(&pairs->rows, &pairs->capacity, pairs->count, sizeof *pairs->rows);
      if (is_done) {
        pairs->rows[pairs->count++] = i < other ? (wi_linkage_pair){i, other, rows[k].score}
                                                : (wi_linkage_pair){other, i, rows[k].score};
      }
    }
  }
  wi_mem_free(rows);
  sort_pairs(pairs);
  return is_done;
}

/* Places of articles by group; of one group by place. */
static bool find_roots(uint32_t *roots, const warta_clusters *set, const warta_neighbours *table) {
  wi_linkage_plan plan = {set->index, NULL, set->options.min, set->options.window};
  pair_list pairs = {NULL, 0, 0};
  int32_t *days = wi_mem_new(set->count, sizeof *days);
  bool is_done = days != NULL && list_pairs(&pairs, set, table);
  for (size_t i = 0; is_done && i < set->count; i++) {
    days[i] = set->rows[i].day;
  }
  plan.days = days;
  is_done = is_done && wi_linkage_run(roots, &plan, pairs.rows, pairs.count);
  wi_mem_free(pairs.rows);
  wi_mem_free(days);
  return is_done;
}

/* An article and where it ended. */
typedef struct placed {
  uint32_t root;
  uint32_t size; /* of its group */
  uint32_t place;
} placed;

static int by_group(const void *left, const void *right) {
  const placed *a = left;
  const placed *b = right;
  if (a->size != b->size) {
    return a->size > b->size ? -1 : 1;
  }
  if (a->root != b->root) {
    return a->root < b->root ? -1 : 1;
  }
  return (a->place > b->place) - (a->place < b->place);
}

/* Those in groups first, the largest groups first; returns how many they are. */
static size_t sort_places(placed *out, const uint32_t *roots, uint32_t *sizes, size_t count) {
  size_t grouped = 0;
  for (size_t i = 0; i < count; i++) {
    sizes[roots[i]]++;
  }
  for (size_t i = 0; i < count; i++) {
    out[i] = (placed){roots[i], sizes[roots[i]], (uint32_t)i};
    grouped += sizes[roots[i]] > 1;
  }
  if (count > 1) {
    qsort(out, count, sizeof *out, by_group);
  }
  return grouped;
}

/* What the results are made with. */
typedef struct scratch {
  uint32_t *roots;
  uint32_t *sizes;
  placed *places;
  wi_cluster_ranked *ranked;
  wi_cluster_range *words;
  double *spread;
} scratch;

static bool open_scratch(scratch *room, const warta_clusters *set) {
  room->roots = wi_mem_new(set->count, sizeof *room->roots);
  room->sizes = wi_mem_new(set->count, sizeof *room->sizes);
  room->places = wi_mem_new(set->count, sizeof *room->places);
  room->ranked = wi_mem_new(set->count, sizeof *room->ranked);
  room->words = wi_mem_new(set->count, sizeof *room->words);
  room->spread = wi_mem_new(wi_index_terms(set->index), sizeof *room->spread);
  return room->roots != NULL && room->sizes != NULL && room->places != NULL &&
         room->ranked != NULL && room->words != NULL && room->spread != NULL;
}

static void close_scratch(scratch *room) {
  wi_mem_free(room->roots);
  wi_mem_free(room->sizes);
  wi_mem_free(room->places);
  wi_mem_free(room->ranked);
  wi_mem_free(room->words);
  wi_mem_free(room->spread);
}

static bool make_room(warta_clusters *set, size_t grouped) {
  size_t keywords = 0;
  set->members = wi_mem_new(grouped, sizeof *set->members);
  set->groups = wi_mem_new(grouped / 2, sizeof *set->groups);
  set->keywords = wi_mem_multiply(grouped / 2, set->options.keywords, &keywords)
                      ? wi_mem_new(keywords, sizeof *set->keywords)
                      : NULL;
  return set->members != NULL && set->groups != NULL && set->keywords != NULL;
}

static void add_member(warta_clusters *set, group *g, const wi_cluster_ranked *ranked) {
  warta_cluster_member *member = &set->members[g->members + g->count++];
  member->article = set->rows[ranked->article].number;
  member->score = ranked->score;
  wi_day_write(member->date, ranked->day);
  if (ranked->day != WI_DAY_NONE) {
    g->first = g->first == WI_DAY_NONE || ranked->day < g->first ? ranked->day : g->first;
    g->last = ranked->day > g->last ? ranked->day : g->last;
  }
}

/* places: those of one group. */
static bool add_group(warta_clusters *set, const placed *places, scratch *room) {
  const size_t size = places[0].size;
  const group *before = set->group_count == 0 ? NULL : &set->groups[set->group_count - 1];
  group g = {.first = WI_DAY_NONE, .last = WI_DAY_NONE};
  if (before != NULL) {
    g.members = before->members + before->count;
    g.keywords = before->keywords + before->keyword_count;
  }
  for (size_t i = 0; i < size; i++) {
    const row *r = &set->rows[places[i].place];
    room->ranked[i] = (wi_cluster_ranked){places[i].place, r->day, 0.0};
    room->words[i] = r->words;
  }
  wi_cluster_rank(room->ranked, size, &(wi_cluster_spread){set->index, room->spread});
  for (size_t i = 0; i < size; i++) {
    add_member(set, &g, &room->ranked[i]);
  }
  g.keyword_count = wi_cluster_words_best(set->keywords + g.keywords, set->options.keywords,
                                          &set->words, room->words, size);
  if (g.keyword_count == SIZE_MAX) {
    return false;
  }
  if (g.keyword_count == 0) {
    g.keyword_count =
        wi_cluster_terms(set->keywords + g.keywords, set->options.keywords,
                         &(wi_cluster_spread){set->index, room->spread}, room->ranked, size);
  }
  set->groups[set->group_count++] = g;
  return true;
}

static bool make_groups(warta_clusters *set, scratch *room) {
  const size_t grouped = sort_places(room->places, room->roots, room->sizes, set->count);
  bool is_done = make_room(set, grouped);
  for (size_t at = 0; is_done && at < grouped; at += room->places[at].size) {
    is_done = add_group(set, room->places + at, room);
  }
  return is_done;
}

warta_status warta_clusters_join(warta_clusters *set, const warta_neighbours *table,
                                 warta_error *error) {
  scratch room = {NULL, NULL, NULL, NULL, NULL, NULL};
  wi_status_clear(error);
  if (!set->is_closed || wi_neighbours_index(table) != set->index) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "a table of other articles");
  }
  forget_groups(set);
  const bool is_done =
      open_scratch(&room, set) && find_roots(room.roots, set, table) && make_groups(set, &room);
  close_scratch(&room);
  if (!is_done) {
    forget_groups(set);
    return wi_status_no_memory(error);
  }
  return WARTA_OK;
}

warta_status warta_clusters_find(warta_clusters *set, warta_error *error) {
  warta_neighbours *table = NULL;
  warta_status status = warta_clusters_neighbours(&table, set, error);
  if (status == WARTA_OK) {
    status = warta_neighbours_run(table, 0, warta_neighbours_task_count(table), error);
  }
  if (status == WARTA_OK) {
    status = warta_clusters_join(set, table, error);
  }
  warta_neighbours_free(table);
  return status;
}

uint32_t warta_clusters_count(const warta_clusters *set) {
  return set->group_count;
}

warta_cluster warta_clusters_at(const warta_clusters *set, uint32_t index) {
  const group *g = &set->groups[index];
  warta_cluster out = {.members = set->members + g->members,
                       .count = g->count,
                       .keywords = set->keywords + g->keywords,
                       .keyword_count = g->keyword_count};
  wi_day_write(out.first, g->first);
  wi_day_write(out.last, g->last);
  return out;
}
