/* The articles of an archive, to be grouped. */
#ifndef CLUSTER_ARCHIVE_H
#define CLUSTER_ARCHIVE_H

#include "cluster_rows.h"

/* Adds all articles of --archive to the set. Returns EXIT_DONE, or another code after a message. */
int cluster_read_archive(run *r, cluster_set *s);

#endif
