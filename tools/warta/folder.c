#include "folder.h"

#include "buffer.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int compare_paths(const void *a, const void *b) {
  const char *const *left = a;
  const char *const *right = b;
  return strcmp(*left, *right);
}

static bool is_wanted(const char *path) {
  struct stat info;
  if (lstat(path, &info) != 0) {
    return false; /* gone meanwhile */
  }
  if (!S_ISLNK(info.st_mode)) {
    return S_ISREG(info.st_mode) || S_ISDIR(info.st_mode);
  }
  return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static char *join(const char *folder, const char *name) {
  buffer path = {NULL, 0, 0};
  size_t len = strlen(folder);
  while (len > 1 && folder[len - 1] == '/') {
    len--;
  }
  buffer_add(&path, folder, len);
  if (folder[len - 1] != '/') {
    buffer_add_char(&path, '/');
  }
  buffer_add(&path, name, strlen(name) + 1);
  return path.data;
}

static void add_entry(folder_list *out, const char *folder, const char *name) {
  char *path = join(folder, name);
  if (!is_wanted(path)) {
    free(path);
    return;
  }
  out->paths = memory_resize(out->paths, out->count + 1, sizeof *out->paths);
  out->paths[out->count++] = path;
}

int folder_read(folder_list *out, const char *path) {
  *out = (folder_list){NULL, 0};
  DIR *folder = opendir(path);
  if (folder == NULL) {
    return errno;
  }
  errno = 0;
  for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
    if (entry->d_name[0] != '.') {
      add_entry(out, path, entry->d_name);
    }
    errno = 0;
  }
  const int error = errno;
  closedir(folder);
  if (error != 0) {
    folder_free(out);
    return error;
  }
  if (out->count > 1) {
    qsort(out->paths, out->count, sizeof *out->paths, compare_paths);
  }
  return 0;
}

void folder_free(folder_list *list) {
  for (size_t i = 0; i < list->count; i++) {
    free(list->paths[i]);
  }
  free(list->paths);
  *list = (folder_list){NULL, 0};
}
