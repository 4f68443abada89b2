/* Bytes of any character set to UTF-8, by the rule of --encoding auto:
 * a byte-order mark; UTF-16 without one; UTF-8 if it is valid or holds any valid character of more
 * than one byte; else windows-1252. */
#ifndef ENCODING_H
#define ENCODING_H

#include "buffer.h"

#include <stdbool.h>
#include <stddef.h>

typedef enum encoding_kind {
  ENCODING_UTF8,
  ENCODING_UTF16_LE,
  ENCODING_UTF16_BE,
  ENCODING_UTF32_LE,
  ENCODING_UTF32_BE,
  ENCODING_WINDOWS_1252,
  ENCODING_NAMED
} encoding_kind;

typedef struct decoded {
  const char *text; /* the given bytes themselves if they are UTF-8, else in `scratch` */
  size_t len;
  encoding_kind kind;
  size_t bad_count; /* malformed parts; UTF-8 keeps them as they are, others have U+FFFD */
  size_t bad_offset; /* of the first, in the given bytes */
} decoded;

/* Whether iconv knows the name. */
bool encoding_is_known(const char *name);

/* What the first bytes tell; for lines that are decoded one by one. */
encoding_kind encoding_detect(const char *bytes, size_t len);

/* name NULL: by the rule. `scratch` is overwritten when needed. */
void encoding_decode(decoded *out, buffer *scratch, const char *bytes, size_t len,
                     const char *name);

#endif
