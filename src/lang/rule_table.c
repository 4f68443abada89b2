#include "rule_table.h"

#include <string.h>

/* So that sizes can be added without overflow; numbers of states are 16 bits wide anyway. */
enum { STATES_MAX = 0xFFFF, COLUMNS_MAX = 0xFF, DIFFERENT_MAX = 0xFFFF };

static bool states_are_sound(const wi_rule_table *table, uint32_t states) {
  const uint32_t cells = states * table->width;
  for (uint32_t i = 0; i < cells; i++) {
    if (table->next[i] >= states) {
      return false;
    }
  }
  return true;
}

static bool columns_are_sound(const wi_rule_table *table, uint32_t blocks) {
  for (uint32_t i = 0; i < WI_RULE_BLOCKS; i++) {
    if (table->blocks[i] >= blocks) {
      return false;
    }
  }
  for (uint32_t i = 0; i < blocks * WI_RULE_BLOCK; i++) {
    if (table->columns[i] >= table->width) {
      return false;
    }
  }
  return true;
}

bool wi_rule_table_open(wi_rule_table *out, wi_str section) {
  wi_rule_table_head head;
  *out = (wi_rule_table){0};
  if (section.len < sizeof head || (uintptr_t)section.ptr % sizeof(uint32_t) != 0) {
    return false;
  }
  memcpy(&head, section.ptr, sizeof head);
  if (head.states < 2 || head.states > STATES_MAX || head.columns == 0 ||
      head.columns > COLUMNS_MAX || head.blocks > DIFFERENT_MAX) {
    return false;
  }
  const size_t cells = (size_t)head.states * head.columns;
  const size_t needed = sizeof head + (cells + WI_RULE_BLOCKS) * sizeof(uint16_t) +
                        (size_t)head.blocks * WI_RULE_BLOCK + head.states;
  if (section.len != needed) {
    return false;
  }
  wi_rule_table table = {.width = head.columns};
  table.next = (const uint16_t *)(const void *)(section.ptr + sizeof head);
  table.blocks = table.next + cells;
  table.columns = (const uint8_t *)(table.blocks + WI_RULE_BLOCKS);
  table.tags = table.columns + (size_t)head.blocks * WI_RULE_BLOCK;
  if (!states_are_sound(&table, head.states) || !columns_are_sound(&table, head.blocks)) {
    return false;
  }
  *out = table;
  return true;
}
