#include "labeller.h"

#include <string.h>

#include <warta/label.h>

#include "label_compile.h"
#include "mem.h"
#include "packed.h"
#include "status.h"

static const size_t item_sizes[WI_LABEL_PART_COUNT] = {
    [WI_LABEL_RULES] = sizeof(wi_label_rule),
    [WI_LABEL_OPEN] = sizeof(uint32_t),
    [WI_LABEL_WORDS] = sizeof(wi_label_word),
    [WI_LABEL_STARTS] = sizeof(uint32_t),
    [WI_LABEL_ITEMS] = sizeof(uint32_t),
    [WI_LABEL_SLOTS] = sizeof(uint16_t),
    [WI_LABEL_PATTERNS] = 1,
    [WI_LABEL_CHARACTERS] = 1,
};

static bool parts_are_inside(const wi_label_image *image, size_t size) {
  for (size_t part = 0; part < WI_LABEL_PART_COUNT; part++) {
    const size_t offset = image->offsets[part];
    if (offset > size || offset % sizeof(uint64_t) != 0 ||
        image->counts[part] > (size - offset) / item_sizes[part]) {
      return false;
    }
  }
  const size_t slots = image->counts[WI_LABEL_SLOTS];
  return image->counts[WI_LABEL_WORDS] > 0 && image->counts[WI_LABEL_CHARACTERS] > 0 &&
         slots > image->counts[WI_LABEL_WORDS] && (slots & (slots - 1)) == 0 &&
         image->counts[WI_LABEL_STARTS] == image->counts[WI_LABEL_WORDS] + 1;
}

static const void *part_at(const char *block, const wi_label_image *image, wi_label_part part) {
  return block + image->offsets[part];
}

static void point_to_parts(wi_labeller *labeller, const char *block) {
  const wi_label_image *image = &labeller->image;
  labeller->rules = part_at(block, image, WI_LABEL_RULES);
  labeller->open = part_at(block, image, WI_LABEL_OPEN);
  labeller->words = part_at(block, image, WI_LABEL_WORDS);
  labeller->starts = part_at(block, image, WI_LABEL_STARTS);
  labeller->items = part_at(block, image, WI_LABEL_ITEMS);
  labeller->slots = part_at(block, image, WI_LABEL_SLOTS);
  labeller->patterns = part_at(block, image, WI_LABEL_PATTERNS);
  labeller->characters = part_at(block, image, WI_LABEL_CHARACTERS);
}

static bool rules_are_sound(const wi_labeller *labeller) {
  const wi_label_image *image = &labeller->image;
  const size_t patterns = image->counts[WI_LABEL_PATTERNS];
  for (size_t i = 0; i < image->counts[WI_LABEL_RULES]; i++) {
    const wi_label_rule *rule = &labeller->rules[i];
    if (rule->name >= image->counts[WI_LABEL_CHARACTERS] || rule->pattern >= patterns ||
        rule->pattern % sizeof(uint64_t) != 0 || rule->kind > WARTA_LABEL_OTHER ||
        rule->scope >= WI_SCOPE_COUNT ||
        !wi_pattern_is_sound(wi_labeller_pattern(labeller, rule), patterns - rule->pattern)) {
      return false;
    }
  }
  for (size_t i = 0; i < image->counts[WI_LABEL_OPEN]; i++) {
    if (labeller->open[i] >= image->counts[WI_LABEL_RULES]) {
      return false;
    }
  }
  return labeller->characters[image->counts[WI_LABEL_CHARACTERS] - 1] == '\0';
}

static bool scopes_are_sound(const wi_label_image *image) {
  bool sound = image->scopes[WI_SCOPE_COUNT] <= image->counts[WI_LABEL_RULES] &&
               image->opens[WI_SCOPE_COUNT] <= image->counts[WI_LABEL_OPEN];
  for (size_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    sound = sound && image->scopes[scope] <= image->scopes[scope + 1] &&
            image->opens[scope] <= image->opens[scope + 1];
  }
  return sound;
}

static bool words_are_sound(const wi_labeller *labeller) {
  const wi_label_image *image = &labeller->image;
  const size_t characters = image->counts[WI_LABEL_CHARACTERS];
  const size_t words = image->counts[WI_LABEL_WORDS];
  bool sound = labeller->starts[words] <= image->counts[WI_LABEL_ITEMS];
  size_t empty = 0;
  for (size_t i = 0; i < words && sound; i++) {
    const uint32_t key = labeller->words[i].key;
    sound = labeller->words[i].mark < WI_LABEL_MARKS_MAX && labeller->words[i].is_needed <= 1 &&
            key < characters && (uint8_t)labeller->characters[key] < characters - key &&
            labeller->starts[i] <= labeller->starts[i + 1];
  }
  for (size_t i = 0; i < image->counts[WI_LABEL_ITEMS]; i++) {
    sound = sound && labeller->items[i] < image->counts[WI_LABEL_RULES];
  }
  for (size_t i = 0; i < image->counts[WI_LABEL_SLOTS]; i++) {
    sound = sound && labeller->slots[i] < words;
    empty += labeller->slots[i] == 0;
  }
  return sound && empty > 0; /* else a search would never end */
}

/* Every number that a look-up follows is looked at once: about a hundred thousand instructions. */
static bool open_image(wi_labeller *labeller, wi_str block) {
  if (block.len < sizeof labeller->image || (uintptr_t)block.ptr % sizeof(uint64_t) != 0) {
    return false;
  }
  memcpy(&labeller->image, block.ptr, sizeof labeller->image);
  if (!parts_are_inside(&labeller->image, block.len)) {
    return false;
  }
  point_to_parts(labeller, block.ptr);
  if (!scopes_are_sound(&labeller->image) || !rules_are_sound(labeller) ||
      !words_are_sound(labeller)) {
    return false;
  }
  wi_label_filter_make(&labeller->filter, &labeller->image, labeller->open, labeller->rules);
  return true;
}

warta_status wi_labeller_open_image(wi_labeller **out, wi_str image, warta_error *error) {
  *out = NULL;
  wi_labeller *labeller = wi_mem_new(1, sizeof *labeller);
  if (labeller == NULL) {
    return wi_status_no_memory(error);
  }
  labeller->own = wi_buf_make(UINT32_MAX);
  if (!open_image(labeller, image)) {
    wi_labeller_free(labeller);
    return wi_status_fail(error, WARTA_MSG_DICTIONARY_BROKEN, "label rules");
  }
  *out = labeller;
  return WARTA_OK;
}

warta_status wi_labeller_open(wi_labeller **out, const wi_dictionary *dictionary,
                              warta_error *error) {
  const wi_label_source *source = wi_dictionary_label_source(dictionary);
  if (source == NULL) {
    return wi_labeller_open_image(out, wi_dictionary_label_image(dictionary), error);
  }
  *out = NULL;
  wi_buf own = wi_buf_make(UINT32_MAX);
  warta_status status = wi_label_compile(&own, source, error);
  if (status == WARTA_OK) {
    status = wi_labeller_open_image(out, wi_buf_str(&own), error);
  }
  if (status == WARTA_OK && *out != NULL) {
    (*out)->own = own;
  } else {
    wi_buf_free(&own);
  }
  return status;
}

void wi_labeller_free(wi_labeller *labeller) {
  if (labeller != NULL) {
    wi_buf_free(&labeller->own);
    wi_mem_free(labeller);
  }
}

static bool is_key(const char *key, const char *word, size_t len) {
  return (uint8_t)key[0] == len && memcmp(key + 1, word, len) == 0;
}

uint32_t wi_labeller_word(const wi_labeller *labeller, wi_str word) {
  char bytes[WI_LABEL_WORD_MAX];
  const unsigned char first = (unsigned char)wi_piece_lower(word.ptr[0]);
  const uint32_t bit = (uint32_t)1 << (word.len < 31 ? word.len : 31);
  if (word.len > WI_LABEL_WORD_MAX || (labeller->image.lengths[first] & bit) == 0) {
    return 0;
  }
  for (size_t i = 0; i < word.len; i++) {
    bytes[i] = wi_piece_lower(word.ptr[i]);
  }
  const size_t mask = labeller->image.counts[WI_LABEL_SLOTS] - (size_t)1;
  size_t slot = (size_t)wi_packed_hash((wi_str){bytes, word.len}) & mask;
  while (labeller->slots[slot] != 0) {
    const uint32_t number = labeller->slots[slot];
    if (is_key(labeller->characters + labeller->words[number].key, bytes, word.len)) {
      return number;
    }
    slot = (slot + 1) & mask;
  }
  return 0;
}
