/* Sentences as rows and objects: the same for `sentences` and `clean`. */
#ifndef SENTENCE_ROWS_H
#define SENTENCE_ROWS_H

#include "run.h"

#define SENTENCE_COLUMNS "doc start end kind text"

void sentence_rows_write_tsv(run *r, const record *rec, const warta_document *document);
void sentence_rows_write_json(run *r, const record *rec, const warta_document *document);

#endif
