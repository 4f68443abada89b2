/* Tab-separated rows. In fields tab, newline, return and backslash are \t \n \r \\, other control
 * characters \xHH or \uHHHH, malformed UTF-8 U+FFFD. */
#ifndef TSV_H
#define TSV_H

#include "output.h"

#include <stddef.h>
#include <stdint.h>

void tsv_header(output *o, const char *columns); /* names separated by spaces */
void tsv_field(output *o, const char *bytes, size_t len);
void tsv_text(output *o, const char *text);
void tsv_count(output *o, size_t value);
void tsv_whole(output *o, int32_t value);
void tsv_score(output *o, double value); /* six digits */
void tsv_row_end(output *o); /* after each field there is a tab but after the last */

void tsv_tab(output *o);

#endif
