/* Days of the calendar: read as news writes them, counted, and written as ISO 8601. */
#ifndef WI_DAY_H
#define WI_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

/* No day. Days before and after 1970-01-01 fit easily. */
#define WI_DAY_NONE INT32_MIN

enum { WI_DAY_SIZE = 12 };

/* The number of days since 1970-01-01 of a date at the beginning of the text:
 *
 *   2026-01-29, 2026-01-29T10:42         ISO 8601
 *   29/1/2026, 29-01-2026                day first
 *   29 Januari 2026, Kamis, 29 Jan 2026  Indonesian or English months, cut to three letters or more
 *
 * Anything else, and a day that no calendar has, is WI_DAY_NONE: 2026-01 is a month, 30/2/2026
 * never was. */
int32_t wi_day_read(wi_str text);

/* "2026-01-29", or empty for WI_DAY_NONE; NUL-terminated. */
void wi_day_write(char out[WI_DAY_SIZE], int32_t day);

#endif
