/* The tables of an archive, and every statement that is made on them. */
#ifndef WI_SCHEMA_H
#define WI_SCHEMA_H

#include "database.h"

/* Before the first table is made. */
const char *wi_schema_settings(void);
const char *wi_schema_tables(void);
/* Fills the table meta of a new archive; binds its fingerprint, and 1 if it keeps texts. */
const char *wi_schema_meta(void);
/* For each connection that writes. */
const char *wi_schema_writer_settings(void);
/* NUL-terminated behind its length. */
wi_str wi_schema_statement(wi_sql which);
/* What the system's errno says of a file that could not be opened. */
warta_message wi_schema_open_failure(int reason);

#endif
