/* The roots: Debian's hunspell-id dictionary, then dict/roots.txt over it. */
#ifndef DICTC_ROOTS_H
#define DICTC_ROOTS_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "dictionary.h"
#include "source.h"
#include "strmap.h"

typedef struct root_row {
  wi_root root;
  bool removed;
} root_row;

typedef struct roots {
  wi_strmap words;
  root_row *rows; /* by id */
  size_t capacity;
} roots;

roots roots_make(void);
void roots_free(roots *r);

/* All print their own message and return false on broken input. */
bool roots_read_hunspell(roots *r, const source *dic, const source *aff);
bool roots_read_list(roots *r, const source *list);
/* Appends the packed table and the root kinds it points at. */
bool roots_write(const roots *r, wi_buf *table, wi_buf *kinds);

#endif
