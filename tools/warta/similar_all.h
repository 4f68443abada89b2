/* All pairs of the articles of `similar`, best first, however many there are. */
#ifndef SIMILAR_ALL_H
#define SIMILAR_ALL_H

#include "similar_rows.h"

/* In memory that does not grow with their number. False: there are none. */
bool similar_write_all(run *r, const similar_set *s);

#endif
