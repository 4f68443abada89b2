/* The entries of a folder in order of bytes. */
#ifndef FOLDER_H
#define FOLDER_H

#include <stddef.h>

typedef struct folder_list {
  char **paths; /* path of the folder, slash, name */
  size_t count;
} folder_list;

/* Regular files, links to them, and folders; names that begin with a dot and links to folders are
 * left out, so that no circle can come. Returns 0, or errno. */
int folder_read(folder_list *out, const char *path);
void folder_free(folder_list *list); /* the array; paths taken over are set to NULL before */

#endif
