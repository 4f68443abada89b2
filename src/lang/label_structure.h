/* What the place of a line says: title, standfirst, captions and menus before the article, inner
 * headings, lists of links, and what stands behind the article's end.
 *
 * Runs over the lines after the patterns; it names only lines that no pattern named.
 */
#ifndef WI_LABEL_STRUCTURE_H
#define WI_LABEL_STRUCTURE_H

#include "label_lines.h"

void wi_structure_label(wi_str text, wi_line_array *lines);

#endif
