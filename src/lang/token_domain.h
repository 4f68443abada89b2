/* Where a domain name begins and ends among glued words: Suara.com in tersebut.Suara.com.Rocky. */
#ifndef WI_TOKEN_DOMAIN_H
#define WI_TOKEN_DOMAIN_H

#include <stddef.h>

#include "str.h"

/* The end of the domain name whose last part could begin at `at`; 0 if none: com, co.id */
size_t wi_domain_end(wi_str text, size_t at, size_t end);
/* Where the domain name begins that has a part before `dot`; not before `from`. A capital ends the
 * walk to the left: tersebut.Suara.com -> Suara.com */
size_t wi_domain_start(wi_str text, size_t from, size_t dot);

#endif
