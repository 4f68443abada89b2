/* Which articles have the phrases of a query. */
#ifndef WI_QUERY_PHRASES_H
#define WI_QUERY_PHRASES_H

#include <stdbool.h>
#include <stddef.h>

#include "query.h"
#include "record.h"

/* True if the record has each phrase of the query: its terms one behind the other in a sentence, or
 * in several where the phrase has several, or in the headline. An acronym may be read as its long
 * form ("RK" as "Ridwan Kamil", or a part of it), the first if it has several. *has_memory is set.
 */
bool wi_phrases_match(const wi_query *query, const wi_record *record, bool *has_memory);

#endif
