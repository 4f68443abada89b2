/* Reads the entries of the word lists: the same form for the files of dict/ and for users' lists.
 *
 * tools/dictc compiles with it, the dictionary lays users' lists over the compiled one with it.
 * The forms are described in dict/README.md.
 */
#ifndef WI_ENTRIES_H
#define WI_ENTRIES_H

#include <stdbool.h>
#include <stdint.h>

#include <warta/status.h>

#include "dictionary.h"
#include "str.h"

/* One entry; its text is borrowed until the callback returns. */
typedef struct wi_entry {
  size_t line;
  bool takes_away;
  wi_str word; /* the key, folded; of a label pattern: its kind */
  wi_str value; /* exceptions: the stem; label patterns: the scope */
  wi_str pattern; /* label patterns */
  uint32_t number; /* stopwords: warta_stop_group; roles: wi_name_role; units: wi_unit_word; keyword
                    * weights: wi_keyword_set; abbreviations: flags */
  int32_t weight; /* keyword weights: thousandths */
  wi_root root; /* roots */
} wi_entry;

/* Anything but WARTA_OK ends the reading. */
typedef warta_status (*wi_entry_fn)(void *payload, const wi_entry *entry, warta_error *error);

/* Calls fn for each entry in order. Errors: WARTA_ERR_DATA with the line, WARTA_ERR_MEMORY, or what
 * fn returned. */
warta_status wi_entries_read(wi_list_kind kind, wi_str text, wi_entry_fn fn, void *payload,
                             warta_error *error);

/* Sets the list's name before the detail of a broken line ("roots: empty entry"), so that a caller
 * who gave several lists knows which one it is. */
void wi_entries_name_list(wi_list_kind kind, warta_error *error);

/* Adds the licences, and counts those that are new. */
void wi_entries_merge_root(wi_root *root, const wi_root *more);

/* Writes the key of an abbreviation into key, which has room for literal.len + 1 bytes; returns its
 * length. exact: case matters. */
size_t wi_entries_abbreviation_key(char *key, wi_str literal, bool exact);

#endif
