/* A file system for SQLite that puts a checksum on every page of the database, and looks at it
 * whenever a page is read. (SQLite's own pages carry none; its cksumvfs does the same and is not in
 * Debian's library.) The checksum, xxHash's 64 bits over page number and content, stands in the
 * last eight bytes of the page, which the database is told to leave alone. Journals pass through:
 * they have checksums of their own. So does the log, but for the count of reads that fail. */
#ifndef WI_CHECKED_FILE_H
#define WI_CHECKED_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include <sqlite3.h>

/* Texts of some 2 KB leave little of a page of 16 KB unused, and more than a third of one of 4 KB.
 */
enum { WI_PAGE_BYTES = 16384, WI_PAGE_RESERVED = 8 };
/* 'wrta', at its place in the database's head. */
enum { WI_APPLICATION_ID = 0x77727461 };

typedef struct wi_checked_files {
  sqlite3_vfs vfs; /* registered under a name of its own while a database is opened with it */
  char name[40];
  bool is_foreign; /* the file opened last is not empty, and no archive */
  bool is_damaged; /* a page was read whose checksum is wrong */
  size_t read_failures; /* of the system, on the database or its log */
} wi_checked_files;

/* The struct must stay where it is, and outlive the databases opened with it. False: SQLite has no
 * file system. */
bool wi_checked_files_open(wi_checked_files *files);
/* After this no more databases are opened with it; those that are open stay. */
void wi_checked_files_hide(wi_checked_files *files);

#endif
