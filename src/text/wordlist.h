/* Reads the plain word lists of dict/ and of users, line by line and word by word.
 *
 * '#' begins a comment: a whole line of any list, the rest of a line in a list of words. White
 * space around lines and words does not count. Both the dictionary compiler and the library read
 * with it, so a user's list has the form of the file in dict/.
 */
#ifndef WI_WORDLIST_H
#define WI_WORDLIST_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

typedef struct wi_wordlist {
  wi_str rest;
  size_t line; /* of the line given last, from 1 */
} wi_wordlist;

/* A byte order mark is passed over. */
wi_wordlist wi_wordlist_make(wi_str text);
/* The next line that is neither empty nor a comment, trimmed; false at the end. */
bool wi_wordlist_next(wi_wordlist *list, wi_str *line);

/* The part of the line before a comment, trimmed. */
wi_str wi_wordlist_content(wi_str line);
/* "[name]": true, and the name. */
bool wi_wordlist_section(wi_str line, wi_str *name);
/* Cuts the next word off *rest; false if there is none. */
bool wi_wordlist_word(wi_str *rest, wi_str *word);
/* Takes a leading '+' or '-' off *word; true if it was '-'. */
bool wi_wordlist_takes_away(wi_str *word);

#endif
