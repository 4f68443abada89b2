#include "checked_file.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "hash.h"
#include "str.h"

/* The system's own file lies behind it in the same memory. */
typedef struct checked_file {
  sqlite3_file base;
  wi_checked_files *files;
  bool has_checksums; /* the log has SQLite's own, and is only watched */
} checked_file;

enum { CONTENT_BYTES = WI_PAGE_BYTES - WI_PAGE_RESERVED };
/* Of the head of every SQLite database. */
enum { HEAD_BYTES = 100, HEAD_PAGE_SIZE = 16, HEAD_RESERVED = 20, HEAD_APPLICATION = 68 };

static sqlite3_vfs *system_of(const wi_checked_files *files) {
  return files->vfs.pAppData;
}

static sqlite3_file *inner_of(sqlite3_file *file) {
  void *behind = (char *)file + sizeof(checked_file);
  return behind;
}

static wi_checked_files *files_of(sqlite3_vfs *vfs) {
  void *whole = (char *)vfs - offsetof(wi_checked_files, vfs);
  return whole;
}

static uint64_t checksum_of(const char *page, sqlite3_int64 offset) {
  return wi_hash((wi_str){page, CONTENT_BYTES}, (uint64_t)offset / WI_PAGE_BYTES + 1);
}

/* The lowest byte first, on any machine. */
static void write_checksum(char *to, uint64_t sum) {
  for (int i = 0; i < WI_PAGE_RESERVED; i++) {
    to[i] = (char)(unsigned char)(sum >> (8 * i));
  }
}

static bool is_page(int count, sqlite3_int64 offset) {
  return count == WI_PAGE_BYTES && offset % WI_PAGE_BYTES == 0;
}

static int close_file(sqlite3_file *file) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods == NULL ? SQLITE_OK : inner->pMethods->xClose(inner);
}

/* SQLite takes a disk that fails (EIO) for a damaged database; it may read the page the next time.
 */
static int failure_of(int status) {
  return status == SQLITE_IOERR_CORRUPTFS ? SQLITE_IOERR_READ : status;
}

static int read_file(sqlite3_file *file, void *to, int count, sqlite3_int64 offset) {
  const checked_file *checked = (checked_file *)(void *)file;
  wi_checked_files *files = checked->files;
  sqlite3_file *inner = inner_of(file);
  const int status = inner->pMethods->xRead(inner, to, count, offset);
  if (status != SQLITE_OK && status != SQLITE_IOERR_SHORT_READ) {
    files->read_failures++;
    return failure_of(status);
  }
  if (!checked->has_checksums || !is_page(count, offset)) {
    return status;
  }
  char expected[WI_PAGE_RESERVED];
  write_checksum(expected, checksum_of(to, offset));
  if (status == SQLITE_IOERR_SHORT_READ ||
      memcmp(expected, (const char *)to + CONTENT_BYTES, sizeof expected) != 0) {
    files->is_damaged = true;
    return SQLITE_IOERR_DATA;
  }
  return SQLITE_OK;
}

static int write_file(sqlite3_file *file, const void *from, int count, sqlite3_int64 offset) {
  sqlite3_file *inner = inner_of(file);
  if (!((checked_file *)(void *)file)->has_checksums || !is_page(count, offset)) {
    return inner->pMethods->xWrite(inner, from, count, offset);
  }
  char page[WI_PAGE_BYTES];
  memcpy(page, from, CONTENT_BYTES);
  write_checksum(page + CONTENT_BYTES, checksum_of(page, offset));
  return inner->pMethods->xWrite(inner, page, count, offset);
}

static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xTruncate(inner, size);
}

static int sync_file(sqlite3_file *file, int flags) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xSync(inner, flags);
}

static int size_of_file(sqlite3_file *file, sqlite3_int64 *size) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xFileSize(inner, size);
}

static int lock_file(sqlite3_file *file, int level) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xLock(inner, level);
}

static int unlock_file(sqlite3_file *file, int level) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xUnlock(inner, level);
}

static int check_lock(sqlite3_file *file, int *is_reserved) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xCheckReservedLock(inner, is_reserved);
}

static int control_file(sqlite3_file *file, int what, void *argument) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xFileControl(inner, what, argument);
}

static int sector_size(sqlite3_file *file) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xSectorSize(inner);
}

static int characteristics(sqlite3_file *file) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xDeviceCharacteristics(inner);
}

static int map_shared(sqlite3_file *file, int region, int size, int extends, void volatile **out) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xShmMap(inner, region, size, extends, out);
}

static int lock_shared(sqlite3_file *file, int first, int count, int flags) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xShmLock(inner, first, count, flags);
}

static void order_shared(sqlite3_file *file) {
  sqlite3_file *inner = inner_of(file);
  inner->pMethods->xShmBarrier(inner);
}

static int unmap_shared(sqlite3_file *file, int deletes) {
  sqlite3_file *inner = inner_of(file);
  return inner->pMethods->xShmUnmap(inner, deletes);
}

/* Version 2: with shared memory for the log, without mapping of pages, which would pass by the
 * checksums. */
static const sqlite3_io_methods checked_methods = {2,
                                                   close_file,
                                                   read_file,
                                                   write_file,
                                                   truncate_file,
                                                   sync_file,
                                                   size_of_file,
                                                   lock_file,
                                                   unlock_file,
                                                   check_lock,
                                                   control_file,
                                                   sector_size,
                                                   characteristics,
                                                   map_shared,
                                                   lock_shared,
                                                   order_shared,
                                                   unmap_shared,
                                                   NULL,
                                                   NULL};

/* A file with anything in it must have the head that warta gives to its archives; else pages of a
 * stranger's database would be told to be damaged. */
static int look_at_head(wi_checked_files *files, sqlite3_file *inner) {
  static const unsigned char APPLICATION[4] = {'w', 'r', 't', 'a'};
  unsigned char head[HEAD_BYTES] = {0};
  sqlite3_int64 size = 0;
  int status = inner->pMethods->xFileSize(inner, &size);
  if (status != SQLITE_OK || size == 0) {
    return status;
  }
  status = inner->pMethods->xRead(inner, head, HEAD_BYTES, 0);
  if (status != SQLITE_OK && status != SQLITE_IOERR_SHORT_READ) {
    return failure_of(status);
  }
  files->is_foreign = memcmp(head, "SQLite format 3", 16) != 0 ||
                      head[HEAD_PAGE_SIZE] * 256 + head[HEAD_PAGE_SIZE + 1] != WI_PAGE_BYTES ||
                      head[HEAD_RESERVED] != WI_PAGE_RESERVED ||
                      memcmp(head + HEAD_APPLICATION, APPLICATION, sizeof APPLICATION) != 0;
  return files->is_foreign ? SQLITE_NOTADB : SQLITE_OK;
}

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags,
                     int *out_flags) {
  wi_checked_files *files = files_of(vfs);
  sqlite3_vfs *system = system_of(files);
  if ((flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) == 0) {
    return system->xOpen(system, path, file, flags, out_flags);
  }
  checked_file *checked = (void *)file;
  sqlite3_file *inner = inner_of(file);
  memset(inner, 0, sizeof *inner);
  checked->files = files;
  checked->has_checksums = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  checked->base.pMethods = NULL;
  int status = system->xOpen(system, path, inner, flags, out_flags);
  if (status != SQLITE_OK) {
    return status; /* the system's file is closed, or never was open */
  }
  if (checked->has_checksums) {
    status = look_at_head(files, inner);
  }
  if (status != SQLITE_OK) {
    (void)close_file(file);
    return status;
  }
  checked->base.pMethods = &checked_methods;
  return SQLITE_OK;
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int syncs) {
  sqlite3_vfs *system = system_of(files_of(vfs));
  return system->xDelete(system, path, syncs);
}

static int access_file(sqlite3_vfs *vfs, const char *path, int flags, int *out) {
  sqlite3_vfs *system = system_of(files_of(vfs));
  return system->xAccess(system, path, flags, out);
}

static int full_path(sqlite3_vfs *vfs, const char *path, int size, char *out) {
  sqlite3_vfs *system = system_of(files_of(vfs));
  return system->xFullPathname(system, path, size, out);
}

static int randomness(sqlite3_vfs *vfs, int count, char *out) {
  sqlite3_vfs *system = system_of(files_of(vfs));
  return system->xRandomness(system, count, out);
}

static int rest(sqlite3_vfs *vfs, int microseconds) {
  sqlite3_vfs *system = system_of(files_of(vfs));
  return system->xSleep(system, microseconds);
}

static int current_time(sqlite3_vfs *vfs, double *out) {
  sqlite3_vfs *system = system_of(files_of(vfs));
  return system->xCurrentTime(system, out);
}

static int last_error(sqlite3_vfs *vfs, int size, char *out) {
  sqlite3_vfs *system = system_of(files_of(vfs));
  return system->xGetLastError == NULL ? 0 : system->xGetLastError(system, size, out);
}

/* Version 1; no code is loaded through it. Registered only while an archive is opened: the list of
 * file systems is the process's. */
bool wi_checked_files_open(wi_checked_files *files) {
  sqlite3_vfs *system = sqlite3_vfs_find(NULL);
  if (system == NULL) {
    return false;
  }
  memset(files, 0, sizeof *files);
  snprintf(files->name, sizeof files->name, "warta-%p", (void *)files);
  files->vfs.iVersion = 1;
  files->vfs.szOsFile = (int)sizeof(checked_file) + system->szOsFile;
  files->vfs.mxPathname = system->mxPathname;
  files->vfs.zName = files->name;
  files->vfs.pAppData = system;
  files->vfs.xOpen = open_file;
  files->vfs.xDelete = delete_file;
  files->vfs.xAccess = access_file;
  files->vfs.xFullPathname = full_path;
  files->vfs.xRandomness = randomness;
  files->vfs.xSleep = rest;
  files->vfs.xCurrentTime = current_time;
  files->vfs.xGetLastError = last_error;
  return sqlite3_vfs_register(&files->vfs, 0) == SQLITE_OK;
}

void wi_checked_files_hide(wi_checked_files *files) {
  (void)sqlite3_vfs_unregister(&files->vfs);
}
