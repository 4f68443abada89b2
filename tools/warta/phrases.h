/* Keywords as several commands ask for and write them. */
#ifndef PHRASES_H
#define PHRASES_H

#include "run.h"

/* r->keywords, by --limit, --max-words and --background. False after a message. */
bool phrases_find(run *r, const record *rec, const warta_document *document);

/* The member "keywords" of an article's object. */
void phrases_write_json(run *r, const warta_keyword_list *keywords);

#endif
