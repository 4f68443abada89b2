#include "break_table.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "rule_table.h"
#include "str.h"

#include <unicode/ucptrie.h>

/* ICU's RBBIDataHeader (rbbidata.h, format 6) and its RBBIStateTable. */
enum { RBBI_MAGIC = 0xb1a0, RBBI_FORMAT = 6 };
enum { STATE_START = 1, COLUMN_END = 1, ROW_HEAD = 3 };
enum { FLAG_LOOK_AHEAD = 1, FLAG_BEGIN = 2, FLAG_BYTES = 4 };
enum { STATES_MAX = 4096, LAST_CODE_POINT = 0x10FFFF };

typedef struct rbbi_head {
  uint32_t magic;
  uint8_t format[4];
  uint32_t length;
  uint32_t columns;
  uint32_t forward;
  uint32_t forward_len;
  uint32_t reverse;
  uint32_t reverse_len;
  uint32_t trie;
  uint32_t trie_len;
  uint32_t rule_source;
  uint32_t rule_source_len;
  uint32_t statuses;
  uint32_t statuses_len;
} rbbi_head;

typedef struct rbbi_table {
  uint32_t states;
  uint32_t row_len;
  uint32_t dictionary_start;
  uint32_t look_ahead;
  uint32_t flags;
} rbbi_table;

/* The table being made. */
typedef struct table {
  const source *from;
  uint32_t states;
  uint32_t columns;
  uint16_t next[STATES_MAX][256]; /* numbers of states */
  uint8_t tags[STATES_MAX];
  uint8_t column_of[LAST_CODE_POINT + 1];
} table;

static wi_str part(wi_str all, uint32_t offset, uint32_t len) {
  return offset <= all.len && len <= all.len - offset
             ? wi_str_slice(all, offset, (size_t)offset + len)
             : (wi_str){NULL, 0};
}

static bool unknown(const source *rules, const char *why) {
  fprintf(stderr, "dictc: %s: %s: ICU's own iterator will run, which is slower\n", rules->path,
          why);
  return false;
}

/* The largest tag of a group of rules: u32 count, then that many, rising. */
static uint32_t tag_of(wi_str statuses, uint32_t index) {
  uint32_t count = 0;
  uint32_t tag = 0;
  const wi_str head = part(statuses, index * 4, 4);
  if (head.ptr == NULL) {
    return UINT32_MAX;
  }
  memcpy(&count, head.ptr, sizeof count);
  const wi_str last = part(statuses, (index + count) * 4, 4);
  if (last.ptr == NULL) {
    return UINT32_MAX;
  }
  memcpy(&tag, last.ptr, sizeof tag);
  return tag;
}

static uint16_t cell(const char *row, size_t i, bool is_bytes) {
  uint16_t value = 0;
  if (is_bytes) {
    return (uint8_t)row[i];
  }
  memcpy(&value, row + i * sizeof value, sizeof value);
  return value;
}

/* Rows: whether it accepts, its look-ahead, its tags; then the next state for each column. */
static bool read_states(table *t, wi_str rows, uint32_t row_len, bool is_bytes, wi_str statuses) {
  const size_t cell_size = is_bytes ? 1 : sizeof(uint16_t);
  for (uint32_t state = 0; state < t->states; state++) {
    const wi_str row = part(rows, state * row_len, row_len);
    if (row.ptr == NULL || row.len < (ROW_HEAD + t->columns) * cell_size) {
      return false;
    }
    const uint16_t accepting = cell(row.ptr, 0, is_bytes);
    const uint32_t tag = accepting == 0 ? 0 : tag_of(statuses, cell(row.ptr, 2, is_bytes));
    if (accepting > 1 || cell(row.ptr, 1, is_bytes) != 0 || tag > UINT8_MAX ||
        (accepting == 1 && tag == 0)) {
      return false;
    }
    t->tags[state] = (uint8_t)tag;
    for (uint32_t column = 0; column < t->columns; column++) {
      const uint16_t next = cell(row.ptr, ROW_HEAD + column, is_bytes);
      if (next >= t->states || (column == COLUMN_END && next != 0)) {
        return false;
      }
      t->next[state][column] = next;
    }
  }
  return true;
}

static bool read_columns(table *t, wi_str trie) {
  UErrorCode status = U_ZERO_ERROR;
  UCPTrie *columns = ucptrie_openFromBinary(UCPTRIE_TYPE_FAST, UCPTRIE_VALUE_BITS_ANY, trie.ptr,
                                            (int32_t)trie.len, NULL, &status);
  if (U_FAILURE(status)) {
    return false;
  }
  bool ok = true;
  for (int32_t c = 0; c <= LAST_CODE_POINT && ok; c++) {
    const uint32_t column = ucptrie_get(columns, c);
    ok = column < t->columns;
    t->column_of[c] = (uint8_t)column;
  }
  ucptrie_close(columns);
  return ok;
}

/* False, with a message, if the form is not the one that is known here. */
static bool read_table(table *t, wi_str all) {
  rbbi_head head;
  rbbi_table rows;
  const wi_str first = part(all, 0, sizeof head);
  if (first.ptr == NULL) {
    return unknown(t->from, "too short");
  }
  memcpy(&head, first.ptr, sizeof head);
  const wi_str forward = part(all, head.forward, head.forward_len);
  if (head.magic != RBBI_MAGIC || head.format[0] != RBBI_FORMAT || forward.len < sizeof rows) {
    return unknown(t->from, "no table of ICU's format 6");
  }
  memcpy(&rows, forward.ptr, sizeof rows);
  t->states = rows.states;
  t->columns = head.columns;
  if ((rows.flags & (FLAG_LOOK_AHEAD | FLAG_BEGIN)) != 0 || rows.dictionary_start < head.columns ||
      rows.states < 2) {
    return unknown(t->from, "a rule looks ahead or asks for a dictionary");
  }
  if (rows.states > STATES_MAX || head.columns > UINT8_MAX) {
    return unknown(t->from, "too many states or columns");
  }
  const bool is_bytes = (rows.flags & FLAG_BYTES) != 0;
  if (!read_states(t, wi_str_slice(forward, sizeof rows, forward.len), rows.row_len, is_bytes,
                   part(all, head.statuses, head.statuses_len)) ||
      !read_columns(t, part(all, head.trie, head.trie_len))) {
    return unknown(t->from, "rules with look-ahead, or a table of another form");
  }
  return true;
}

/* --- the proofs ------------------------------------------------------------------------------- */

static const char white[] = "\t\n\v\f\r ";

typedef struct state_set {
  bool has[STATES_MAX];
} state_set;

static uint16_t step_on(const table *t, uint32_t state, char byte) {
  return t->next[state][t->column_of[(unsigned char)byte]];
}

static bool broken(const table *t, const char *what, char byte) {
  char text[120];
  (void)snprintf(text, sizeof text, "%s (at the byte 0x%02X)", what, (unsigned)(unsigned char)byte);
  return source_fail(t->from->path, 0, text);
}

/* Adds all that the bytes lead to from the set, again and again; 0 is no state. */
static void close_over(const table *t, state_set *set, const char *bytes) {
  for (bool grows = true; grows;) {
    grows = false;
    for (uint32_t state = STATE_START; state < t->states; state++) {
      for (const char *byte = bytes; set->has[state] && *byte != '\0'; byte++) {
        const uint16_t next = step_on(t, state, *byte);
        grows = grows || (next != 0 && !set->has[next]);
        set->has[next] = set->has[next] || next != 0;
      }
    }
  }
}

static bool accepts_any(const table *t, const state_set *set) {
  for (uint32_t state = STATE_START; state < t->states; state++) {
    if (set->has[state] && t->tags[state] != 0) {
      return true;
    }
  }
  return false;
}

/* All states that can be reached by anything from those in the set. */
static void close_over_all(const table *t, state_set *set) {
  for (bool grows = true; grows;) {
    grows = false;
    for (uint32_t state = STATE_START; state < t->states; state++) {
      for (uint32_t column = 0; set->has[state] && column < t->columns; column++) {
        const uint16_t next = t->next[state][column];
        grows = grows || (next != 0 && !set->has[next]);
        set->has[next] = set->has[next] || next != 0;
      }
    }
  }
}

/* Every character begins a piece: no text is left without one. */
static bool prove_all_begin(const table *t) {
  for (uint32_t c = 0; c <= LAST_CODE_POINT; c++) {
    if (t->tags[t->next[STATE_START][t->column_of[c]]] == 0) {
      return source_fail(t->from->path, 0, "a character begins no piece");
    }
  }
  return true;
}

/* Pieces that begin with white space are nothing wherever they are cut, and take only characters
 * that would be nothing by themselves: so it does not matter where a chunk's first or last
 * characters of that kind go. `blank` gets their states. */
static bool prove_white(const table *t, state_set *blank) {
  for (const char *byte = white; *byte != '\0'; byte++) {
    blank->has[step_on(t, STATE_START, *byte)] = true;
  }
  for (uint32_t column = 0; column < t->columns; column++) {
    const uint16_t alone = t->next[STATE_START][column];
    const bool is_taken = t->next[step_on(t, STATE_START, ' ')][column] != 0;
    blank->has[alone] = blank->has[alone] || (alone != 0 && is_taken);
  }
  close_over_all(t, blank);
  for (uint32_t state = STATE_START; state < t->states; state++) {
    if (blank->has[state] && t->tags[state] != WI_RULE_NOTHING) {
      return source_fail(t->from->path, 0, "a rule goes on behind white space");
    }
    for (uint32_t column = 0; column < t->columns; column++) {
      if (blank->has[state] && t->next[state][column] != 0 &&
          !blank->has[t->next[STATE_START][column]]) {
        return source_fail(t->from->path, 0, "white space takes what is visible");
      }
    }
  }
  return true;
}

/* No piece that holds a visible character ends in or behind ASCII white space: what a chunk becomes
 * depends on its bytes alone. */
static bool prove_chunks(const table *t, const state_set *blank) {
  static state_set reached;
  static state_set behind;
  reached.has[STATE_START] = true;
  close_over_all(t, &reached);
  reached.has[STATE_START] = false;
  for (const char *byte = white; *byte != '\0'; byte++) {
    for (uint32_t state = STATE_START; state < t->states; state++) {
      const uint16_t next = reached.has[state] && !blank->has[state] ? step_on(t, state, *byte) : 0;
      behind.has[next] = behind.has[next] || next != 0;
    }
  }
  close_over_all(t, &behind);
  return !accepts_any(t, &behind) ||
         source_fail(t->from->path, 0, "a rule crosses white space: see the head of the rules");
}

/* The bytes behind a known core lead nowhere: neither its piece nor a lead's or tail's goes on. */
static bool prove_ends(const table *t, const state_set *ends, const char *bytes, const char *what) {
  static state_set behind;
  for (const char *byte = bytes; *byte != '\0'; byte++) {
    memset(&behind, 0, sizeof behind);
    for (uint32_t state = STATE_START; state < t->states; state++) {
      const uint16_t next = ends->has[state] ? step_on(t, state, *byte) : 0;
      behind.has[next] = behind.has[next] || next != 0;
    }
    close_over(t, &behind, WI_RULE_TAILS "\t\n\v\f\r ");
    if (accepts_any(t, &behind)) {
      return broken(t, what, *byte);
    }
  }
  return true;
}

static bool prove_core(const table *t) {
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  static state_set words;
  memset(&words, 0, sizeof words);
  words.has[STATE_START] = true;
  close_over(t, &words, letters);
  words.has[STATE_START] = false;
  for (uint32_t state = STATE_START; state < t->states; state++) {
    if (words.has[state] && t->tags[state] != WI_RULE_WORD) {
      return source_fail(t->from->path, 0, "letters are not always a word");
    }
  }
  if (!prove_ends(t, &words, WI_RULE_TAILS, "a rule takes a mark behind letters")) {
    return false;
  }
  for (const char *mark = WI_RULE_LEADS WI_RULE_TAILS; *mark != '\0'; mark++) {
    static state_set marks;
    memset(&marks, 0, sizeof marks);
    marks.has[step_on(t, STATE_START, *mark)] = true;
    if (t->tags[step_on(t, STATE_START, *mark)] != WI_RULE_PUNCTUATION) {
      return broken(t, "a mark is no punctuation", *mark);
    }
    if (!prove_ends(t, &marks, WI_RULE_TAILS, "a rule joins marks") ||
        (strchr(WI_RULE_LEADS, *mark) != NULL &&
         !prove_ends(t, &marks, letters, "a rule joins a mark and a letter"))) {
      return false;
    }
  }
  return true;
}

static bool prove(const table *t) {
  static state_set blank;
  return prove_all_begin(t) && prove_white(t, &blank) && prove_chunks(t, &blank) && prove_core(t);
}

/* --- writing ---------------------------------------------------------------------------------- */

static bool append(wi_buf *section, const void *bytes, size_t len) {
  return wi_buf_append(section, (wi_str){bytes, len});
}

static bool write_states(const table *t, wi_buf *section) {
  bool ok = true;
  for (uint32_t state = 0; state < t->states && ok; state++) {
    for (uint32_t column = 0; column < t->columns && ok; column++) {
      ok = append(section, &t->next[state][column], sizeof t->next[state][column]);
    }
  }
  return ok;
}

/* The number of each block of code points; equal blocks share one. Returns how many there are. */
static uint32_t number_blocks(const table *t, uint16_t *numbers, const uint8_t **different) {
  uint32_t count = 0;
  for (uint32_t block = 0; block < WI_RULE_BLOCKS; block++) {
    const uint8_t *columns = t->column_of + (size_t)block * WI_RULE_BLOCK;
    uint32_t same = 0;
    while (same < count && memcmp(different[same], columns, WI_RULE_BLOCK) != 0) {
      same++;
    }
    different[same] = columns;
    count += same == count;
    numbers[block] = (uint16_t)same;
  }
  return count;
}

static bool write_table(const table *t, wi_buf *section) {
  static uint16_t numbers[WI_RULE_BLOCKS];
  static const uint8_t *different[WI_RULE_BLOCKS];
  const wi_rule_table_head head = {t->states, t->columns, number_blocks(t, numbers, different), 0};
  bool ok = append(section, &head, sizeof head) && write_states(t, section) &&
            append(section, numbers, sizeof numbers);
  for (uint32_t block = 0; block < head.blocks && ok; block++) {
    ok = append(section, different[block], WI_RULE_BLOCK);
  }
  return (ok && append(section, t->tags, t->states)) || source_fail(t->from->path, 0, "no memory");
}

bool break_table_write(const source *rules, wi_buf *section) {
  static table t; /* large, and one is enough */
  uint16_t header = 0; /* ICU's data header, as lists_write_break_rules has checked it */
  t.from = rules;
  memcpy(&header, rules->bytes, sizeof header);
  const wi_str all = source_text(rules);
  if (!read_table(&t, wi_str_slice(all, header, all.len))) {
    return true;
  }
  return prove(&t) && write_table(&t, section);
}
