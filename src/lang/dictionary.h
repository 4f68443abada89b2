/* The compiled dictionary (libwarta-id) and, over it, what the user's own lists add or take away.
 *
 * Opened once by the analyzer and then only read, so all threads may share it.
 */
#ifndef WI_DICTIONARY_H
#define WI_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/status.h>
#include <warta/token.h>

#include "label_source.h"
#include "rule_table.h"
#include "str.h"
#include "trees.h"

typedef struct wi_dictionary wi_dictionary;

typedef enum wi_list_kind {
  WI_LIST_STOPWORDS,
  WI_LIST_ROOTS,
  WI_LIST_EXCEPTIONS,
  WI_LIST_ABBREVIATIONS,
  WI_LIST_LABEL_PATTERNS,
  WI_LIST_ROLES, /* built in only, as those below */
  WI_LIST_UNITS,
  WI_LIST_KEYWORD_WEIGHTS
} wi_list_kind;

/* data must stay readable until the dictionary is freed. Errors: WARTA_ERR_DATA, WARTA_ERR_MEMORY.
 */
warta_status wi_dictionary_open(wi_dictionary **out, const void *data, size_t size,
                                warta_error *error);
void wi_dictionary_free(wi_dictionary *dictionary);

/* Lays a user's list over the built-in one, in the form of the file in dict/; '-' takes away.
 * Errors: WARTA_ERR_DATA with the line, WARTA_ERR_MEMORY. */
warta_status wi_dictionary_add_list(wi_dictionary *dictionary, wi_list_kind kind, wi_str text,
                                    warta_error *error);

/* Changes with any part of the dictionary and of the user's lists. */
uint64_t wi_dictionary_fingerprint(const wi_dictionary *dictionary);

/* What a root's dictionary entry says of it. `licences` has a bit for each way of affixing (see
 * affix.h) that the word list allows for this root; `classes` counts its affix classes. */
typedef struct wi_root {
  uint64_t licences;
  uint32_t classes;
} wi_root;

/* All words are given folded. */
bool wi_dictionary_root(const wi_dictionary *dictionary, wi_str word, wi_root *out);
bool wi_dictionary_exception(const wi_dictionary *dictionary, wi_str word, wi_str *stem);
warta_stop_group wi_dictionary_stop(const wi_dictionary *dictionary, wi_str word);

/* The part of a word in names and phrases, as dict/roles.txt tells it. */
typedef enum wi_name_role {
  WI_ROLE_NONE = 0,
  WI_ROLE_OFFICE, /* before a person or what the person leads: ketua, menteri */
  WI_ROLE_SEAT, /* an office named by its place: bupati, kapolres */
  WI_ROLE_TITLE, /* an office after which nothing but the person follows: menkeu, presiden */
  WI_ROLE_RANK, /* before a person only: jenderal, habib, AKBP */
  WI_ROLE_GRADE, /* behind an office: umum, utama, harian */
  WI_ROLE_BODY, /* opens the name of a body or place: kementerian, PT, bandara */
  WI_ROLE_PLACE, /* a place or body by its one name, so no part of a person's: Jatim, Golkar */
  WI_ROLE_GIVEN, /* a person's name, though the dictionary may have it as a word: Sri, Budi */
  WI_ROLE_QUALITY, /* heads no phrase and says little alone: tepat, timur, naik */
  WI_ROLE_GENERAL, /* may head a phrase, but says little alone: sektor, kegiatan */
  WI_ROLE_CLOSER, /* closes the name of a body: group, Tbk, university */
  WI_ROLE_LINK, /* in small letters between two words of a name: Copa del Rey */
  WI_ROLE_COUNTER, /* before the number of a law and the like: nomor, ayat */
  WI_ROLE_DEBRIS, /* in no phrase: selaku, persero */
  WI_ROLE_MEASURE, /* what a number counts, so in no phrase either: ton, tahun */
  WI_ROLE_PAIR /* two words that are one subject, though one of them is none: orang_tua */
} wi_name_role;
wi_name_role wi_dictionary_role(const wi_dictionary *dictionary, wi_str word);

/* What a word beside a number tells of it, as dict/units.txt says. */
typedef enum wi_unit_word {
  WI_UNIT_NONE = 0,
  WI_UNIT_CODE, /* Rp, USD */
  WI_UNIT_CAPITAL_CODE, /* KRW, in capitals only */
  WI_UNIT_CURRENCY, /* behind an amount: rupiah */
  WI_UNIT_PERCENT, /* persen */
  WI_UNIT_ZONE, /* behind a time: WIB */
  WI_UNIT_CLOCK, /* before a time: pukul */
  WI_UNIT_UNTIL, /* between the ends of a range: hingga */
  WI_UNIT_DAY, /* before a day and its month: tanggal */
  WI_UNIT_SCORE, /* before the score of a match: skor */
  WI_UNIT_MATCH, /* the same, if nothing that is counted follows: kalah */
  WI_UNIT_COUNTED, /* what may follow: kali */
  WI_UNIT_MAKER /* before the type of an aircraft: Boeing */
} wi_unit_word;
/* The word in small letters, with the stop it may end in. */
wi_unit_word wi_dictionary_unit(const wi_dictionary *dictionary, wi_str word);

/* The abbreviation is given as written, its stops included ("Dr.", "dll.", "a.n."); letters are
 * compared folded, unless the list says that case matters. */
enum {
  WI_ABBREVIATION_ENDS = 1 << 0, /* may also end a sentence: dll., Tbk. */
  WI_ABBREVIATION_NAME = 1 << 1 /* only before a name: RS. Borromeus */
};
bool wi_dictionary_abbreviation(const wi_dictionary *dictionary, wi_str literal, uint32_t *flags);
/* The longest abbreviation in the list, in bytes. */
size_t wi_dictionary_abbreviation_max(const wi_dictionary *dictionary);

/* The compiled label rules, as label_image.h says. */
wi_str wi_dictionary_label_image(const wi_dictionary *dictionary);
/* The patterns with what a user's list changed, to be compiled; NULL: nothing was changed. */
const wi_label_source *wi_dictionary_label_source(const wi_dictionary *dictionary);

/* Background document frequencies. */
uint32_t wi_dictionary_background_documents(const wi_dictionary *dictionary);
uint64_t wi_dictionary_background_fingerprint(const wi_dictionary *dictionary);
uint32_t wi_dictionary_background_terms(const wi_dictionary *dictionary);
/* The term's document frequency, or 0. */
uint32_t wi_dictionary_background(const wi_dictionary *dictionary, wi_str term);
/* The term behind *at, which begins as 0; in no useful order. False at the end. */
bool wi_dictionary_background_next(const wi_dictionary *dictionary, uint32_t *at, wi_str *term,
                                   uint32_t *df);

/* The trained weights of sentences. */
const wi_trees *wi_dictionary_summary_trees(const wi_dictionary *dictionary);

/* The weight of a feature of keywords, in thousandths; 0 if none is given. words_only: where single
 * words are asked for. */
int32_t wi_dictionary_keyword_weight(const wi_dictionary *dictionary, wi_str feature,
                                     bool words_only);
/* How much more readily than other words headlines take the term from their articles: a logarithm
 * in thousandths, below 0 for those they leave; 0 if nothing is known of it. */
int32_t wi_dictionary_headline_pull(const wi_dictionary *dictionary, wi_str term);

/* ICU's compiled break rules, without the data header, aligned to 16 bytes. */
wi_str wi_dictionary_break_rules(const wi_dictionary *dictionary);
/* The same rules as one table; NULL: run ICU's iterator over them. */
const wi_rule_table *wi_dictionary_rule_table(const wi_dictionary *dictionary);
/* Origin and release of the roots, for `warta version`. */
wi_str wi_dictionary_origin(const wi_dictionary *dictionary);

#endif
