/* The form of the compiled dictionary, shared by tools/dictc (writes) and dictionary (reads).
 *
 * One block: wi_format_head, then the sections, each aligned to 16 bytes, in the byte order of the
 * machine it was built for. Same inputs, same bytes.
 */
#ifndef WI_DICTIONARY_FORMAT_H
#define WI_DICTIONARY_FORMAT_H

#include <stdint.h>

#define WI_FORMAT_MAGIC "WARTAID"
enum { WI_FORMAT_VERSION = 6, WI_FORMAT_ORDER = 0x01020304, WI_FORMAT_ALIGNMENT = 16 };

typedef enum wi_section {
  WI_SECTION_META, /* wi_format_meta */
  WI_SECTION_ORIGIN, /* text */
  WI_SECTION_ROOTS, /* packed, value: u16 index into the root kinds */
  WI_SECTION_ROOT_KINDS, /* records of WI_ROOT_KIND_SIZE: u64 licences, u8 classes */
  WI_SECTION_EXCEPTIONS, /* packed, value: u32 offset into the stems */
  WI_SECTION_STEMS, /* u8 length, bytes; one behind the other */
  WI_SECTION_STOPWORDS, /* packed, value: u8 warta_stop_group */
  WI_SECTION_ROLES, /* packed, value: u8 wi_name_role */
  WI_SECTION_UNITS, /* packed, value: u8 wi_unit_word */
  WI_SECTION_ABBREVIATIONS, /* packed, value: u8 flags; keys as wi_format says below */
  WI_SECTION_LABELS, /* kind, scope, pattern, each u16 length, bytes */
  WI_SECTION_LABEL_IMAGE, /* the same, compiled, as label_image.h says */
  WI_SECTION_BACKGROUND, /* packed, value: u32 document frequency */
  WI_SECTION_SUMMARY, /* trees, as trees.h says */
  WI_SECTION_KEYWORDS, /* packed, value: u32, a weight in thousandths as an i32; key: 1 byte of the
                        * set, the name of the feature or the term */
  WI_SECTION_BREAK_RULES, /* ICU's compiled rules without the data header */
  WI_SECTION_RULE_TABLE, /* the same as rule_table.h says; empty: ICU's form is not known */
  WI_SECTION_COUNT
} wi_section;

enum { WI_ROOT_KIND_SIZE = 9 };

typedef struct wi_format_section {
  uint32_t offset;
  uint32_t size;
} wi_format_section;

/* checksum: wi_hash_stable of all bytes behind it. */
typedef struct wi_format_head {
  char magic[8];
  uint32_t version;
  uint32_t order;
  uint64_t checksum;
  wi_format_section sections[WI_SECTION_COUNT];
} wi_format_head;

typedef struct wi_format_meta {
  uint64_t background_fingerprint;
  uint32_t background_documents;
  uint32_t abbreviation_max;
  uint32_t label_count;
  uint32_t reserved;
} wi_format_meta;

/* Abbreviations whose case matters are keyed with '=' before the literal, all others in small
 * ASCII letters. */
#define WI_ABBREVIATION_EXACT '='

/* The sections of dict/keyword-weights.txt, in the order of wi_keyword_set from 1. */
#define WI_KEYWORD_SET_NAMES "phrases", "words", "headlines"
typedef enum wi_keyword_set {
  WI_KEYWORD_SET_PHRASES = 1,
  WI_KEYWORD_SET_WORDS,
  WI_KEYWORD_SET_HEADLINES /* terms, not features */
} wi_keyword_set;

/* The ways of affixing a root may be licensed for: a bit each, its plain name (roots.txt uses it),
 * and the affix classes of id_ID.aff that stand for it. Passive di- and ku-, kau- go with the
 * active me-; prefixes that differ in sound only (be-/ber-, menge-/me-) are one. */
#define WI_LICENCES(X)                                                                             \
  X(BER, "ber-", "B0BE")                                                                           \
  X(BER_AN, "ber-an", "BaBbBf")                                                                    \
  X(BER_KAN, "ber-kan", "BkBg")                                                                    \
  X(BERKE_AN, "berke-an", "BKBl")                                                                  \
  X(BERSI, "bersi-", "BI")                                                                         \
  X(BERPE, "berpe-", "BP")                                                                         \
  X(BERPE_AN, "berpe-an", "Bq")                                                                    \
  X(BERSE, "berse-", "BSBt")                                                                       \
  X(ME, "me-", "M0MGMMD0O0")                                                                       \
  X(ME_I, "me-i", "MiMgMmDiOi")                                                                    \
  X(ME_KAN, "me-kan", "MkMhMoDkOk")                                                                \
  X(MEMBER_KAN, "member-kan", "Me")                                                                \
  X(MEMPE, "mempe-", "MP")                                                                         \
  X(MEMPE_I, "mempe-i", "Mp")                                                                      \
  X(MEMPE_KAN, "mempe-kan", "Mq")                                                                  \
  X(MEMPER, "memper-", "MRDR")                                                                     \
  X(MEMPER_I, "memper-i", "MtDt")                                                                  \
  X(MEMPER_KAN, "memper-kan", "MuDu")                                                              \
  X(MENYE, "menye-", "MS")                                                                         \
  X(MENYE_I, "menye-i", "Mw")                                                                      \
  X(MENYE_KAN, "menye-kan", "MxDv")                                                                \
  X(MENGE_KAN, "menge-kan", "DmDn")                                                                \
  X(KE, "ke-", "K0")                                                                               \
  X(KE_AN, "ke-an", "Ka")                                                                          \
  X(KE_I, "ke-i", "Ki")                                                                            \
  X(KE_NYA, "ke-nya", "Kn")                                                                        \
  X(KEBER_AN, "keber-an", "Kc")                                                                    \
  X(KEME_AN, "keme-an", "Ko")                                                                      \
  X(KEPE_AN, "kepe-an", "Kq")                                                                      \
  X(KESE_AN, "kese-an", "KSKt")                                                                    \
  X(KETER_AN, "keter-an", "Ku")                                                                    \
  X(PE, "pe-", "P0PEPGPKPN")                                                                       \
  X(PE_AN, "pe-an", "PaPfPgPlPo")                                                                  \
  X(PEMBER_AN, "pember-an", "Pc")                                                                  \
  X(PEME, "peme-", "PM")                                                                           \
  X(PEME_AN, "peme-an", "Pn")                                                                      \
  X(PEMER, "pemer-", "PR")                                                                         \
  X(PEMER_AN, "pemer-an", "Ps")                                                                    \
  X(PENYE, "penye-", "PS")                                                                         \
  X(PENYE_AN, "penye-an", "Pv")                                                                    \
  X(PER, "per-", "R0")                                                                             \
  X(PER_AN, "per-an", "Ra")                                                                        \
  X(PER_I, "per-i", "Ri")                                                                          \
  X(PER_KAN, "per-kan", "Rk")                                                                      \
  X(PERPE_AN, "perpe-an", "Rq")                                                                    \
  X(PERSE_AN, "perse-an", "RSRt")                                                                  \
  X(SE, "se-", "S0")                                                                               \
  X(SE_AN, "se-an", "Sa")                                                                          \
  X(SE_NYA, "se-nya", "SnSb")                                                                      \
  X(SEPE, "sepe-", "SP")                                                                           \
  X(SEPE_AN, "sepe-an", "Sq")                                                                      \
  X(SEPER, "seper-", "SR")                                                                         \
  X(SEPER_AN, "seper-an", "Ss")                                                                    \
  X(TER, "ter-", "T0TE")                                                                           \
  X(TER_AN, "ter-an", "TaTf")                                                                      \
  X(TER_I, "ter-i", "TiTg")                                                                        \
  X(TER_KAN, "ter-kan", "TkTh")                                                                    \
  X(TERKE, "terke-", "TK")                                                                         \
  X(TEPER, "teper-", "TR")                                                                         \
  X(AN, "-an", "a0")                                                                               \
  X(I, "-i", "i0")                                                                                 \
  X(KAN, "-kan", "k0")                                                                             \
  X(NYA, "-nya", "n0nlo0l0")

#define WI_LICENCE_ENUM(name, notation, flags) WI_LICENCE_BIT_##name,
typedef enum wi_licence_bit { WI_LICENCES(WI_LICENCE_ENUM) WI_LICENCE_COUNT } wi_licence_bit;

#define WI_LICENCE(name) (UINT64_C(1) << WI_LICENCE_BIT_##name)

/* The label kinds that dict/labels.txt may name, as in <warta/label.h>; "define" names a part of
 * other patterns. */
#define WI_LABEL_KIND_NAMES                                                                        \
  "title", "heading", "standfirst", "byline", "date", "dateline", "caption", "related", "share",   \
      "ad", "credit", "page", "tags", "notice", "navigation", "other", "define"

/* The sections of dict/stopwords.txt, in the order of warta_stop_group from 1. */
#define WI_STOP_GROUP_NAMES "function", "reporting", "filler", "time", "number"

/* The sections of dict/roles.txt, in the order of wi_name_role from 1. */
#define WI_ROLE_NAMES                                                                              \
  "office", "seat", "title", "rank", "grade", "body", "place", "given", "quality", "general",      \
      "closer", "link", "counter", "debris", "measure", "pair"

/* The sections of dict/units.txt, in the order of wi_unit_word from 1. */
#define WI_UNIT_NAMES                                                                              \
  "code", "capital-code", "currency", "percent", "zone", "clock", "until", "day", "score",         \
      "match", "counted", "maker"

#endif
