/* `similar --archive`: each article against those of an archive. */
#ifndef SIMILAR_ARCHIVE_H
#define SIMILAR_ARCHIVE_H

#include "run.h"

/* The analyzer must be open. Returns the exit code. */
int similar_archive(run *r, char **operands, size_t count);

#endif
