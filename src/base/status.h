/* Filling the caller's warta_error, and nothing else: the codes are in <warta/status.h>. */
#ifndef WI_STATUS_H
#define WI_STATUS_H

#include <warta/status.h>

/* Fills *error (which may be NULL) and returns the status that belongs to the message. detail may
 * be NULL. */
warta_status wi_status_fail(warta_error *error, warta_message message, const char *detail);
/* The same, with the byte offset or the line that is at fault. */
warta_status wi_status_fail_at(warta_error *error, warta_message message, const char *detail,
                               size_t offset);
warta_status wi_status_fail_line(warta_error *error, warta_message message, const char *detail,
                                 size_t line);
warta_status wi_status_no_memory(warta_error *error);
/* Every public call begins with it. */
void wi_status_clear(warta_error *error);

#endif
