/* Where the title of a link ends that lost its line break: "Baca juga: Judul Berita Sebelumnya, ia
 * ...".
 */
#ifndef WI_LABEL_GLUED_H
#define WI_LABEL_GLUED_H

#include <stddef.h>

#include "pieces.h"
#include "str.h"

/* How many of the pieces are the title that begins with the first; 0 when it is not sure where the
 * next sentence begins. */
size_t wi_glued_title_length(wi_str text, const wi_piece *pieces, size_t count);

#endif
