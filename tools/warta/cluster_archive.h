/* The articles of an archive, to be grouped. */
#ifndef CLUSTER_ARCHIVE_H
#define CLUSTER_ARCHIVE_H

#include "cluster_rows.h"

/* Adds all articles of --archive to the set, and those of the paths: to the archive first with
 * --add, else to the set alone. With paths, or --add, only groups that hold one of these are asked
 * for. Returns EXIT_DONE, or another code after a message. */
int cluster_read_archive(run *r, cluster_set *s, char **paths, size_t count);

#endif
