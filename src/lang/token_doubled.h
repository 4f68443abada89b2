/* Tells a doubled word from other words with a hyphen, by its letters alone. */
#ifndef WI_TOKEN_DOUBLED_H
#define WI_TOKEN_DOUBLED_H

#include <stdbool.h>

#include "str.h"

/* anak-anak, kawan-kawannya, besar-besaran, berlari-lari, tawar-menawar, lauk-pauk, bolak-balik */
bool wi_token_is_doubled(wi_str a, wi_str b);

#endif
