/* Which warta this is, and what it stands on. */
#ifndef WARTA_VERSION_H
#define WARTA_VERSION_H

#include <warta/export.h>

WARTA_BEGIN_DECLS

#define WARTA_VERSION_MAJOR 0
#define WARTA_VERSION_MINOR 1
#define WARTA_VERSION_PATCH 0

/* All static, NUL-terminated, never NULL. */
WARTA_EXPORT const char *warta_version(void); /* "0.1.0", of the library in use */
WARTA_EXPORT const char *warta_version_icu(void); /* "72.1" */
WARTA_EXPORT const char *warta_version_unicode(void); /* "15.0" */
WARTA_EXPORT const char *warta_version_snowball(void); /* the Snowball algorithm's release */
WARTA_EXPORT const char *warta_version_dictionary(void); /* the roots' origin and release */

WARTA_END_DECLS

#endif
