/* Compiles label patterns into the image that a labeller reads: for the dictionary when it is
 * built, and at run time where a user's list changes them.
 */
#ifndef WI_LABEL_COMPILE_H
#define WI_LABEL_COMPILE_H

#include <warta/status.h>

#include "buf.h"
#include "label_source.h"

/* Appends the image, its bytes aligned to eight if *out begins so. Errors: WARTA_ERR_DATA with the
 * pattern's line, WARTA_ERR_MEMORY. */
warta_status wi_label_compile(wi_buf *out, const wi_label_source *source, warta_error *error);

#endif
