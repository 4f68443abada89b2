/* A query as terms, and the phrases that it asks for. */
#ifndef WI_QUERY_H
#define WI_QUERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "archive_data.h"

typedef struct wi_query_term {
  wi_str text; /* of the query's document */
  uint32_t number; /* 0: no article has it */
  uint32_t df;
  uint32_t count; /* in the query */
} wi_query_term;

typedef struct wi_query {
  warta_document **parts; /* the query without its quotes, then each phrase */
  size_t part_count;
  wi_query_term *terms;
  size_t term_count;
  uint32_t *order; /* the query's content terms as they stand: places in terms */
  size_t order_count;
  uint32_t *phrases; /* each: the count of its terms, then their places in terms */
  size_t phrase_length;
} wi_query;

/* On WARTA_ERR_... of the analysis *status is set and nothing else is to be asked; false with
 * *status WARTA_OK: the reason is in the database. The query is to be freed in any case. */
bool wi_query_read(wi_query *query, warta_archive *archive, warta_session *session, wi_str text,
                   warta_status *status, warta_error *error);
void wi_query_free(wi_query *query);

#endif
