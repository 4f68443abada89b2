/* Names of what a stretch of text is: article, headline, or one of the things around an article. */
#ifndef WARTA_LABEL_H
#define WARTA_LABEL_H

#include <warta/export.h>

WARTA_BEGIN_DECLS

typedef enum warta_label_kind {
  WARTA_LABEL_NONE = 0, /* article text */
  WARTA_LABEL_TITLE = 1,
  WARTA_LABEL_HEADING = 2, /* a heading inside the article */
  WARTA_LABEL_STANDFIRST = 3,
  WARTA_LABEL_BYLINE = 4,
  WARTA_LABEL_DATE = 5,
  WARTA_LABEL_DATELINE = 6,
  WARTA_LABEL_CAPTION = 7,
  WARTA_LABEL_RELATED = 8,
  WARTA_LABEL_SHARE = 9,
  WARTA_LABEL_AD = 10,
  WARTA_LABEL_CREDIT = 11,
  WARTA_LABEL_PAGE = 12,
  WARTA_LABEL_TAGS = 13,
  WARTA_LABEL_NOTICE = 14,
  WARTA_LABEL_NAVIGATION = 15,
  WARTA_LABEL_OTHER = 16
} warta_label_kind;

/* "byline"; "" for WARTA_LABEL_NONE. Static, never NULL. */
WARTA_EXPORT const char *warta_label_name(warta_label_kind kind);

WARTA_END_DECLS

#endif
