#include "label_draft.h"

#include <string.h>

#include "mem.h"
#include "packed.h"
#include "pieces.h"

/* The image being written: the parts one behind the other, each from a multiple of eight on. */
typedef struct writer {
  const wi_label_draft *draft;
  wi_label_image image;
  wi_buf parts[WI_LABEL_PART_COUNT];
} writer;

static bool append(wi_buf *out, const void *bytes, size_t size) {
  return wi_buf_append(out, (wi_str){bytes, size});
}

/* Rules refer to what is appended for them: the pattern's block, and the name. */
static bool write_rules(writer *to) {
  for (size_t i = 0; i < to->draft->count; i++) {
    const wi_rule_draft *from = &to->draft->rules[i];
    wi_label_rule rule = from->rule;
    rule.pattern = (uint32_t)to->parts[WI_LABEL_PATTERNS].len;
    rule.name = (uint32_t)to->parts[WI_LABEL_CHARACTERS].len;
    if (!append(&to->parts[WI_LABEL_PATTERNS], from->pattern, wi_pattern_size(from->pattern)) ||
        !append(&to->parts[WI_LABEL_CHARACTERS], from->name, strlen(from->name) + 1) ||
        !append(&to->parts[WI_LABEL_RULES], &rule, sizeof rule)) {
      return false;
    }
    to->image.counts[WI_LABEL_RULES]++;
  }
  return true;
}

static void note_scopes(writer *to) {
  size_t rule = 0;
  for (size_t scope = 0; scope <= WI_SCOPE_COUNT; scope++) {
    while (rule < to->draft->count && to->draft->rules[rule].rule.scope < scope) {
      rule++;
    }
    to->image.scopes[scope] = (uint32_t)rule;
  }
}

/* Every line that one of the scope's open rules matches holds something of this: what the rule
 * needs, or else what it begins with. */
static void widen_gate(wi_label_marks *gate, const wi_label_rule *rule) {
  const wi_label_marks *need = &rule->needs[0];
  if ((need->flags & WI_PIECE_ANY) != 0) {
    gate->flags |= rule->first_flags;
    return;
  }
  gate->flags |= need->flags;
  for (size_t i = 0; i < WI_LABEL_MARK_WORDS; i++) {
    gate->words[i] |= need->words[i];
  }
}

/* The rules that may begin with a class have a list of their own. */
static bool write_open(writer *to) {
  for (size_t scope = 0; scope < WI_SCOPE_COUNT; scope++) {
    to->image.opens[scope] = to->image.counts[WI_LABEL_OPEN];
    for (size_t i = to->image.scopes[scope]; i < to->image.scopes[scope + 1]; i++) {
      const wi_label_rule *rule = &to->draft->rules[i].rule;
      const uint32_t number = (uint32_t)i;
      if (rule->first_flags == 0) {
        continue;
      }
      if (!append(&to->parts[WI_LABEL_OPEN], &number, sizeof number)) {
        return false;
      }
      to->image.counts[WI_LABEL_OPEN]++;
      to->image.open_flags[scope] |= rule->first_flags;
      widen_gate(&to->image.gates[scope], rule);
    }
  }
  to->image.opens[WI_SCOPE_COUNT] = to->image.counts[WI_LABEL_OPEN];
  return true;
}

static void note_length(wi_label_image *image, wi_str word) {
  const size_t bit = word.len < 31 ? word.len : 31;
  image->lengths[(unsigned char)word.ptr[0]] |= (uint32_t)1 << bit;
}

static bool write_words(writer *to) {
  const wi_strmap *vocabulary = &to->draft->vocabulary;
  wi_buf *characters = &to->parts[WI_LABEL_CHARACTERS];
  const wi_label_word none = {0};
  bool done = append(&to->parts[WI_LABEL_WORDS], &none, sizeof none);
  for (uint32_t id = 0; id < vocabulary->count && done; id++) {
    const wi_str key = wi_strmap_key(vocabulary, id);
    wi_label_word word = to->draft->words[id + 1];
    word.key = (uint32_t)characters->len;
    note_length(&to->image, key);
    done = wi_buf_push(characters, (char)(uint8_t)key.len) && wi_buf_append(characters, key) &&
           append(&to->parts[WI_LABEL_WORDS], &word, sizeof word);
  }
  to->image.counts[WI_LABEL_WORDS] = vocabulary->count + 1;
  return done;
}

/* At most half of the slots are taken. */
static bool write_slots(writer *to) {
  const wi_strmap *vocabulary = &to->draft->vocabulary;
  size_t count = 2;
  while (count < 2 * (size_t)vocabulary->count) {
    count *= 2;
  }
  uint16_t *slots = wi_mem_new(count, sizeof *slots);
  if (slots == NULL) {
    return false;
  }
  for (uint32_t id = 0; id < vocabulary->count; id++) {
    size_t slot = (size_t)wi_packed_hash(wi_strmap_key(vocabulary, id)) & (count - 1);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (count - 1);
    }
    slots[slot] = (uint16_t)(id + 1);
  }
  const bool done = append(&to->parts[WI_LABEL_SLOTS], slots, count * sizeof *slots);
  to->image.counts[WI_LABEL_SLOTS] = (uint32_t)count;
  wi_mem_free(slots);
  return done;
}

/* Counts the rules of each word, or, where items has room, writes them. */
static void fill_index(const wi_label_draft *draft, uint32_t *at, uint32_t *items) {
  for (size_t i = 0; i < draft->count; i++) {
    wi_pattern_taker taker;
    size_t next = 0;
    while (wi_pattern_taker_next(draft->rules[i].pattern, 0, &next, &taker)) {
      char bytes[WI_LABEL_WORD_MAX];
      if (taker.literal.ptr == NULL || taker.literal.len > sizeof bytes) {
        continue;
      }
      for (size_t k = 0; k < taker.literal.len; k++) {
        bytes[k] = wi_piece_lower(taker.literal.ptr[k]);
      }
      const uint32_t id = wi_strmap_find(&draft->vocabulary, (wi_str){bytes, taker.literal.len});
      if (id != WI_STRMAP_NONE && items != NULL) {
        items[at[id + 1]] = (uint32_t)i;
      }
      at[id == WI_STRMAP_NONE ? 0 : id + 1]++;
    }
  }
}

static bool write_index(writer *to) {
  const size_t words = to->image.counts[WI_LABEL_WORDS];
  uint32_t *starts = wi_mem_new(words + 1, sizeof *starts);
  uint32_t *at = wi_mem_new(words, sizeof *at);
  uint32_t *items = NULL;
  uint32_t total = 0;
  if (starts != NULL && at != NULL) {
    fill_index(to->draft, at, NULL);
    for (size_t word = 1; word < words; word++) {
      starts[word] = total;
      total += at[word];
      at[word] = starts[word];
    }
    starts[words] = total;
    items = wi_mem_new(total, sizeof *items);
  }
  bool done = items != NULL;
  if (done) {
    fill_index(to->draft, at, items);
    done = append(&to->parts[WI_LABEL_STARTS], starts, (words + 1) * sizeof *starts) &&
           append(&to->parts[WI_LABEL_ITEMS], items, total * sizeof *items);
  }
  to->image.counts[WI_LABEL_STARTS] = (uint32_t)words + 1;
  to->image.counts[WI_LABEL_ITEMS] = total;
  wi_mem_free(items);
  wi_mem_free(at);
  wi_mem_free(starts);
  return done;
}

static bool pad(wi_buf *out, size_t start) {
  bool done = true;
  while (done && (out->len - start) % sizeof(uint64_t) != 0) {
    done = wi_buf_push(out, '\0');
  }
  return done;
}

static bool assemble(writer *to, wi_buf *out) {
  const size_t start = out->len;
  to->image.counts[WI_LABEL_PATTERNS] = (uint32_t)to->parts[WI_LABEL_PATTERNS].len;
  bool done = wi_buf_push(&to->parts[WI_LABEL_CHARACTERS], '\0'); /* whatever is read, it ends */
  to->image.counts[WI_LABEL_CHARACTERS] = (uint32_t)to->parts[WI_LABEL_CHARACTERS].len;
  done = done && append(out, &to->image, sizeof to->image) && pad(out, start);
  for (size_t part = 0; part < WI_LABEL_PART_COUNT && done; part++) {
    to->image.offsets[part] = (uint32_t)(out->len - start);
    done = wi_buf_append(out, wi_buf_str(&to->parts[part])) && pad(out, start);
  }
  if (done) {
    memcpy(out->ptr + start, &to->image, sizeof to->image);
  }
  return done;
}

bool wi_label_draft_write(const wi_label_draft *draft, wi_buf *out) {
  writer to = {.draft = draft};
  for (size_t part = 0; part < WI_LABEL_PART_COUNT; part++) {
    to.parts[part] = wi_buf_make(UINT32_MAX);
  }
  note_scopes(&to);
  const bool done = write_rules(&to) && write_open(&to) && write_words(&to) && write_slots(&to) &&
                    write_index(&to) && assemble(&to, out);
  for (size_t part = 0; part < WI_LABEL_PART_COUNT; part++) {
    wi_buf_free(&to.parts[part]);
  }
  return done;
}
