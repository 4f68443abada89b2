/* A session: the scratch of one thread. Opening one is cheap; keeping one is cheaper. */
#ifndef WARTA_SESSION_H
#define WARTA_SESSION_H

#include <warta/analyzer.h>
#include <warta/export.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

typedef struct warta_session warta_session;

/* *out is owned: free it with warta_session_free. The analyzer must outlive it. One thread at a
 * time may use a session; documents made with it may outlive it. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_session_open(warta_session **out,
                                                             const warta_analyzer *analyzer,
                                                             warta_error *error);

/* NULL is allowed. */
WARTA_EXPORT void warta_session_free(warta_session *session);

WARTA_END_DECLS

#endif
