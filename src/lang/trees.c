#include "trees.h"

#include <string.h>

#include "sixteen.h"

static bool is_sound(const wi_trees *trees) {
  for (uint32_t name = 0; name < trees->head.name_count; name++) {
    if (trees->first[name] > trees->first[name + 1]) {
      return false;
    }
  }
  for (uint32_t i = 0; i < trees->head.split_count; i++) {
    if (trees->splits[i].tree >= trees->head.tree_count) {
      return false;
    }
  }
  return trees->first[trees->head.name_count] == trees->head.split_count;
}

bool wi_trees_open(wi_trees *out, wi_str block) {
  if (block.len < sizeof out->head) {
    return false;
  }
  memcpy(&out->head, block.ptr, sizeof out->head);
  const wi_trees_head *head = &out->head;
  if (head->scale == 0 || head->name_count > WI_TREE_NAMES_MAX || head->tree_count > UINT16_MAX) {
    return false;
  }
  const size_t first_bytes = (head->name_count + 1) * sizeof *out->first;
  const size_t leaf_bytes = head->tree_count * sizeof *out->leaves;
  const size_t left = block.len - sizeof *head;
  if (left < first_bytes + leaf_bytes ||
      (left - first_bytes - leaf_bytes) / sizeof *out->splits != head->split_count ||
      (left - first_bytes - leaf_bytes) % sizeof *out->splits != 0) {
    return false;
  }
  const char *at = block.ptr + sizeof *head;
  out->first = (const void *)at;
  out->leaves = (const void *)(at + first_bytes);
  out->splits = (const void *)(at + first_bytes + leaf_bytes);
  return is_sound(out);
}

static int16_t clamp(int32_t number) {
  return (int16_t)(number < INT16_MIN ? INT16_MIN : number > INT16_MAX ? INT16_MAX : number);
}

#if defined(WI_SIXTEEN_SSE2)

/* All lanes in two registers. From the loops below compilers make as good code only at times. */
typedef struct lanes {
  __m128i low;
  __m128i high;
} lanes;

static inline lanes load(const void *from) {
  const __m128i *registers = from;
  return (lanes){_mm_loadu_si128(registers), _mm_loadu_si128(registers + 1)};
}

static inline void store(void *to, lanes all) {
  __m128i *registers = to;
  _mm_storeu_si128(registers, all.low);
  _mm_storeu_si128(registers + 1, all.high);
}

/* Takes the leaves out that are not kept, where the number is above the limit. */
static inline __m128i split_half(__m128i left, __m128i numbers, __m128i limit, __m128i kept) {
  return _mm_andnot_si128(_mm_andnot_si128(kept, _mm_cmpgt_epi16(numbers, limit)), left);
}

static inline void split_lanes(wi_tree_lanes *to, lanes numbers, const wi_tree_split *split) {
  const __m128i limit = _mm_set1_epi16(split->limit);
  const __m128i kept = _mm_set1_epi16((int16_t)split->kept);
  const lanes left = load(to);
  store(to, (lanes){split_half(left.low, numbers.low, limit, kept),
                    split_half(left.high, numbers.high, limit, kept)});
}

/* Where the first leaf that is left lies, as wi_tree_leaf_place has it. */
static inline __m128i places_of(__m128i left) {
  const __m128i first = _mm_and_si128(left, _mm_sub_epi16(_mm_setzero_si128(), left));
  return _mm_srli_epi16(_mm_mullo_epi16(first, _mm_set1_epi16(WI_TREE_DE_BRUIJN)), 12);
}

static inline void find_places(uint16_t *places, const wi_tree_lanes *from) {
  const lanes left = load(from);
  store(places, (lanes){places_of(left.low), places_of(left.high)});
}

#else

typedef struct lanes {
  int16_t numbers[WI_TREE_LANES];
} lanes;

static inline lanes load(const void *from) {
  lanes all;
  memcpy(&all, from, sizeof all);
  return all;
}

static inline void split_lanes(wi_tree_lanes *to, lanes numbers, const wi_tree_split *split) {
  for (int lane = 0; lane < WI_TREE_LANES; lane++) {
    const uint16_t is_low = numbers.numbers[lane] > split->limit ? 0 : UINT16_MAX;
    to->left[lane] &= (uint16_t)(split->kept | is_low);
  }
}

static inline void find_places(uint16_t *places, const wi_tree_lanes *from) {
  for (int lane = 0; lane < WI_TREE_LANES; lane++) {
    const unsigned left = from->left[lane];
    places[lane] = (uint16_t)wi_tree_leaf_place(left & (0U - left));
  }
}

#endif

/* One number of all rows against all splits that ask for it. Limits rise: behind the largest of the
 * numbers no split takes anything out. */
static void ask(const wi_trees *trees, uint32_t name, const int16_t *numbers,
                wi_tree_lanes *scratch) {
  const lanes values = load(numbers);
  int16_t most = INT16_MIN;
  for (int lane = 0; lane < WI_TREE_LANES; lane++) {
    most = numbers[lane] > most ? numbers[lane] : most;
  }
  const wi_tree_split *end = trees->splits + trees->first[name + 1];
  for (const wi_tree_split *split = trees->splits + trees->first[name];
       split < end && split->limit < most; split++) {
    split_lanes(&scratch[split->tree], values, split);
  }
}

void wi_trees_sum(const wi_trees *trees, wi_tree_lanes *scratch, const int32_t *const *rows,
                  size_t count, double *sums) {
  int64_t totals[WI_TREE_LANES] = {0};
  memset(scratch, 0xFF, trees->head.tree_count * sizeof *scratch);
  for (uint32_t name = 0; name < trees->head.name_count; name++) {
    int16_t numbers[WI_TREE_LANES];
    for (size_t lane = 0; lane < WI_TREE_LANES; lane++) {
      numbers[lane] = clamp(rows[lane < count ? lane : 0][name]);
    }
    ask(trees, name, numbers, scratch);
  }
  for (uint32_t tree = 0; tree < trees->head.tree_count; tree++) {
    uint16_t places[WI_TREE_LANES];
    find_places(places, &scratch[tree]);
    for (size_t lane = 0; lane < count; lane++) {
      totals[lane] += trees->leaves[tree].parts[places[lane]];
    }
  }
  for (size_t lane = 0; lane < count; lane++) {
    sums[lane] = (double)totals[lane] / (double)trees->head.scale;
  }
}
