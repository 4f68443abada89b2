/* Cuts runs of capitalised words into names.
 *
 * "Menteri Perdagangan Enggartiasto Lukita" is an office and a person; in "Jie Zhao Kepala Biro" an
 * apposition begins behind a person. What stands elsewhere in the article by itself ("kata Agung")
 * tells where a name begins in "Wali Kota Pekanbaru Agung Nugroho".
 */
#ifndef WI_NAME_RUNS_H
#define WI_NAME_RUNS_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "document_data.h"
#include "unit_classes.h"

/* By unit. The names of a run follow each other; units that join two of them lie in none. */
typedef struct wi_name_runs {
  uint32_t *first; /* where the name begins that the unit lies in, or WI_NO_NAME */
  uint32_t *last; /* the unit behind it */
  bool *serves; /* an office begins here, and its person follows: Menteri Keuangan */
  uint32_t
      *tail; /* of a name that begins inside: Otorita IKN in Kepala Otorita IKN; its end or 0 */
} wi_name_runs;

#define WI_NO_NAME UINT32_MAX

/* The arrays are from the arena. False: no memory. Time: linear. */
bool wi_name_runs_find(wi_name_runs *runs, const warta_document *document,
                       const wi_unit_role *roles, wi_arena *arena);

/* A word that is nothing but a name of its own: no acronym, no number, no root of the dictionary,
 * no office, no known place. */
bool wi_name_is_pure(const warta_document *document, const wi_unit *unit);

#endif
