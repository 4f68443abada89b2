/* Words whose part in a name or phrase is known: offices and titles of people, kinds of places and
 * bodies, qualities.
 *
 * They tell where one name ends and the next begins ("Jie Zhao Kepala Biro", "Menteri Perdagangan
 * Enggartiasto Lukita"), and which words are no subject by themselves.
 */
#ifndef WI_NAME_ROLES_H
#define WI_NAME_ROLES_H

#include "str.h"

typedef enum wi_name_role {
  WI_ROLE_NONE = 0,
  WI_ROLE_OFFICE = 1, /* before a person or what the person leads: presiden, ketua, menteri */
  WI_ROLE_SEAT = 2, /* an office named by its place: bupati, gubernur, kapolres */
  WI_ROLE_RANK = 3, /* before a person only: jenderal, habib, AKBP */
  WI_ROLE_GRADE = 4, /* behind an office: umum, utama, harian */
  WI_ROLE_BODY = 5, /* opens the name of a body or place: kementerian, PT, bandara */
  WI_ROLE_TITLE = 6, /* an office after which nothing but the person follows: menkeu, presiden */
  WI_ROLE_PLACE = 7, /* a place or body by its one name, so no part of a person's: Jatim, Golkar */
  WI_ROLE_GIVEN = 8, /* a person's name, though the dictionary may have it as a word: Sri, Budi */
  WI_ROLE_QUALITY = 9, /* heads no phrase and says little alone: tepat, timur, naik */
  WI_ROLE_GENERAL = 10 /* may head a phrase, but says little alone: sektor, kegiatan */
} wi_name_role;

/* The role of a word as written, whatever its case. */
wi_name_role wi_name_role_of(wi_str word);

#endif
