#include "affix.h"

#include "dictionary_format.h"

/* Sets of letters, bit 0 is 'a'. */
enum {
  LETTER_A = 1 << 0,
  LETTER_B = 1 << 1,
  LETTER_C = 1 << 2,
  LETTER_D = 1 << 3,
  LETTER_E = 1 << 4,
  LETTER_F = 1 << 5,
  LETTER_G = 1 << 6,
  LETTER_H = 1 << 7,
  LETTER_I = 1 << 8,
  LETTER_J = 1 << 9,
  LETTER_K = 1 << 10,
  LETTER_L = 1 << 11,
  LETTER_M = 1 << 12,
  LETTER_N = 1 << 13,
  LETTER_O = 1 << 14,
  LETTER_P = 1 << 15,
  LETTER_Q = 1 << 16,
  LETTER_R = 1 << 17,
  LETTER_S = 1 << 18,
  LETTER_T = 1 << 19,
  LETTER_U = 1 << 20,
  LETTER_V = 1 << 21,
  LETTER_W = 1 << 22,
  LETTER_X = 1 << 23,
  LETTER_Y = 1 << 24,
  LETTER_Z = 1 << 25,
  ANY = (1 << 26) - 1,
  VOWEL = LETTER_A | LETTER_E | LETTER_I | LETTER_O | LETTER_U,
  CONSONANT = ANY & ~VOWEL,
  LIQUID = LETTER_L | LETTER_R,
  SONORANT = LIQUID | LETTER_M | LETTER_N | LETTER_W | LETTER_Y
};

#define SHAPE(text, prefix, restores, first, second, oddity)                                       \
  {                                                                                                \
    {(text), sizeof(text) - 1}, WI_PREFIX_##prefix, (restores), (first), (second),                 \
        WI_ODDITY_##oddity                                                                         \
  }

/* By first letter. */
static const wi_allomorph shapes_b[] = {
    SHAPE("be", BER, 0, LETTER_R, ANY, NONE), /* be-renang */
    SHAPE("be", BER, 0, CONSONANT & ~LETTER_R, LETTER_E, NONE), /* be-kerja; checked: -er- */
    SHAPE("bel", BER, 0, LETTER_A, LETTER_J, NONE), /* bel-ajar */
    SHAPE("ber", BER, 0, ANY & ~LETTER_R, ANY, NONE), /* ber-main */
};

static const wi_allomorph shapes_d[] = {
    SHAPE("di", DI, 0, ANY, ANY, NONE), /* di-tulis */
};

static const wi_allomorph shapes_k[] = {
    SHAPE("kau", KU, 0, ANY, ANY, NONE), /* kau-bawa */
    SHAPE("ke", KE, 0, ANY, ANY, NONE), /* ke-tua */
    SHAPE("ku", KU, 0, ANY, ANY, NONE), /* ku-lihat */
};

static const wi_allomorph shapes_m[] = {
    SHAPE("me", ME, 0, SONORANT, ANY, NONE), /* me-lihat */
    SHAPE("mem", ME, 0, LETTER_B | LETTER_F | LETTER_V, ANY, NONE), /* mem-baca */
    SHAPE("mem", ME, 0, LETTER_P, LIQUID, NONE), /* mem-proses */
    SHAPE("mem", ME, 0, LETTER_P, ANY & ~LIQUID, KEPT), /* mem-punyai */
    SHAPE("mem", ME, 'p', VOWEL, ANY, NONE), /* mem-(p)akai */
    SHAPE("mem", ME, 'p', LETTER_R, ANY, KEPT), /* mem-(p)rogram */
    SHAPE("men", ME, 0, LETTER_C | LETTER_D | LETTER_J | LETTER_Z, ANY, NONE), /* men-cari */
    SHAPE("men", ME, 0, LETTER_S, CONSONANT, NONE), /* men-syukuri */
    SHAPE("men", ME, 0, LETTER_S, VOWEL, KEPT), /* men-sukseskan */
    SHAPE("men", ME, 0, LETTER_T, LETTER_R, NONE), /* men-transfer */
    SHAPE("men", ME, 0, LETTER_T, ANY & ~LETTER_R, KEPT), /* men-taati */
    SHAPE("men", ME, 't', VOWEL, ANY, NONE), /* men-(t)ulis */
    SHAPE("meng", ME, 0, VOWEL | LETTER_G | LETTER_H | LETTER_Q | LETTER_X, ANY, NONE),
    SHAPE("meng", ME, 0, LETTER_K, LIQUID | LETTER_H, NONE), /* meng-kritik */
    SHAPE("meng", ME, 0, LETTER_K, ANY & ~(LIQUID | LETTER_H), KEPT), /* meng-kaji */
    SHAPE("meng", ME, 0, LIQUID, VOWEL, KEPT), /* meng-rusak */
    SHAPE("meng", ME, 'k', VOWEL, ANY, NONE), /* meng-(k)irim */
    SHAPE("menge", ME, 0, CONSONANT, ANY, MENGE), /* menge-bom */
    SHAPE("meny", ME, 's', VOWEL, ANY, NONE), /* meny-(s)apu */
};

static const wi_allomorph shapes_p[] = {
    SHAPE("pe", PE, 0, SONORANT, ANY, NONE), /* pe-main */
    SHAPE("pe", PE, 0, ANY & ~SONORANT, ANY, AGENT), /* pe-tani */
    SHAPE("pe", PER, 0, LETTER_R, ANY, NONE), /* pe-rumah-an */
    SHAPE("pel", PE, 0, LETTER_A, LETTER_J, NONE), /* pel-ajar */
    SHAPE("pem", PE, 0, LETTER_B | LETTER_F | LETTER_V, ANY, NONE), /* pem-baca */
    SHAPE("pem", PE, 0, LETTER_P, LIQUID, NONE), /* pem-proses */
    SHAPE("pem", PE, 0, LETTER_P, ANY & ~LIQUID, KEPT),
    SHAPE("pem", PE, 'p', VOWEL, ANY, NONE), /* pem-(p)akai */
    SHAPE("pem", PE, 'p', LETTER_R, ANY, KEPT), /* pem-(p)rogram-an */
    SHAPE("pen", PE, 0, LETTER_C | LETTER_D | LETTER_J | LETTER_Z, ANY, NONE), /* pen-cari */
    SHAPE("pen", PE, 0, LETTER_S, CONSONANT, NONE), /* pen-sponsoran */
    SHAPE("pen", PE, 0, LETTER_S, VOWEL, KEPT),
    SHAPE("pen", PE, 0, LETTER_T, LETTER_R, NONE), /* pen-transfer */
    SHAPE("pen", PE, 0, LETTER_T, ANY & ~LETTER_R, KEPT),
    SHAPE("pen", PE, 's', LETTER_Y, ANY, NONE), /* pen-(s)yair */
    SHAPE("pen", PE, 't', VOWEL, ANY, NONE), /* pen-(t)ulis */
    SHAPE("peng", PE, 0, VOWEL | LETTER_G | LETTER_H | LETTER_Q | LETTER_X, ANY, NONE),
    SHAPE("peng", PE, 0, LETTER_K, LIQUID | LETTER_H, NONE), /* peng-kritik */
    SHAPE("peng", PE, 0, LETTER_K, ANY & ~(LIQUID | LETTER_H), KEPT),
    SHAPE("peng", PE, 0, LIQUID, VOWEL, KEPT), /* peng-rusak-an */
    SHAPE("peng", PE, 'k', VOWEL, ANY, NONE), /* peng-(k)irim */
    SHAPE("penge", PE, 0, CONSONANT, ANY, MENGE), /* penge-bom-an */
    SHAPE("peny", PE, 's', VOWEL, ANY, NONE), /* peny-(s)apu */
    SHAPE("per", PER, 0, ANY & ~LETTER_R, ANY, NONE), /* per-temu-an */
    SHAPE("per", PER, 0, LETTER_R, ANY, KEPT), /* per-ramai */
};

static const wi_allomorph shapes_s[] = {
    SHAPE("se", SE, 0, ANY, ANY, NONE), /* se-kota */
};

static const wi_allomorph shapes_t[] = {
    SHAPE("te", TER, 0, LETTER_R, ANY, NONE), /* te-rasa */
    SHAPE("te", TER, 0, CONSONANT & ~LETTER_R, LETTER_E, NONE), /* te-cermin; checked: -er- */
    SHAPE("ter", TER, 0, ANY & ~LETTER_R, ANY, NONE), /* ter-tulis */
    SHAPE("tidak", TIDAK, 0, ANY, ANY, NONE), /* ke-tidak-adil-an */
};

#define L(name) WI_LICENCE(name)
#define NO                                                                                         \
  { 0, false, false, WI_CAUTION_NEVER }
#define OK(licences, caution)                                                                      \
  { (licences), true, false, (caution) }
#define CONFIX(licences, caution)                                                                  \
  { (licences), true, true, (caution) }
#define NEVER WI_CAUTION_NEVER
#define LONG WI_CAUTION_LONG
#define SURE WI_CAUTION_SURE

/* Active and passive heads take the same company: me-, di-, ku-/kau-. */
#define HEADS(X) X(ME, "me-", SURE) X(DI, "di-", SURE) X(KU, "ku-", NEVER)

#define HEAD_ENUM(head, name, caution)                                                             \
  SEQ_##head, SEQ_##head##_PER, SEQ_##head##_BER, SEQ_##head##_KE, SEQ_##head##_SE,                \
      SEQ_##head##_PE, SEQ_##head##_TER, SEQ_##head##_PER_SE,

typedef enum sequence_id {
  SEQ_NONE,
  HEADS(HEAD_ENUM) SEQ_BER,
  SEQ_BER_KE,
  SEQ_BER_KE_SE,
  SEQ_BER_KE_BER,
  SEQ_BER_KE_TER,
  SEQ_BER_PE,
  SEQ_BER_PER,
  SEQ_BER_SE,
  SEQ_TER,
  SEQ_TER_KE,
  SEQ_TER_PE,
  SEQ_TER_PER,
  SEQ_TER_BER,
  SEQ_SE,
  SEQ_SE_BER,
  SEQ_SE_KE,
  SEQ_SE_PE,
  SEQ_SE_PER,
  SEQ_SE_TER,
  SEQ_KE,
  SEQ_KE_BER,
  SEQ_KE_TER,
  SEQ_KE_SE,
  SEQ_KE_PE,
  SEQ_KE_ME,
  SEQ_KE_TIDAK,
  SEQ_KE_TIDAK_SE,
  SEQ_KE_TIDAK_BER,
  SEQ_KE_TIDAK_TER,
  SEQ_KE_TIDAK_ME,
  SEQ_PE,
  SEQ_PE_PER,
  SEQ_PE_BER,
  SEQ_PE_SE,
  SEQ_PE_KE,
  SEQ_PE_PE,
  SEQ_PER,
  SEQ_PER_SE,
  SEQ_PER_PE,
  SEQ_PER_KE,
  SEQ_COUNT
} sequence_id;

/* Commas inside the company macros keep them from being macro arguments: the rows are written out.
 */
#define ROW(id, name, parent, prefix) [SEQ_##id] = {(name), SEQ_##parent, WI_PREFIX_##prefix,

#define HEAD_ROWS(head, name, caution)                                                             \
  ROW(head, name, NONE, head) {                                                                    \
    OK(L(ME), caution), CONFIX(L(ME_KAN), SURE), NO, CONFIX(L(ME_I), LONG)                         \
  }                                                                                                \
  }                                                                                                \
  , ROW(head##_PER, name "per-", head, PER) {                                                      \
    OK(L(MEMPER), LONG), CONFIX(L(MEMPER_KAN), SURE), NO, CONFIX(L(MEMPER_I), SURE)                \
  }                                                                                                \
  }                                                                                                \
  , ROW(head##_BER, name "ber-", head, BER) {                                                      \
    NO, OK(L(MEMBER_KAN), SURE), NO, NO                                                            \
  }                                                                                                \
  }                                                                                                \
  , ROW(head##_KE, name "ke-", head, KE) {                                                         \
    NO, OK(L(MENGE_KAN), NEVER), NO, OK(L(MENGE_KAN), NEVER)                                       \
  }                                                                                                \
  }                                                                                                \
  , ROW(head##_SE, name "se-", head, SE) {                                                         \
    OK(L(MENYE), NEVER), OK(L(MENYE_KAN), NEVER), NO, OK(L(MENYE_I), NEVER)                        \
  }                                                                                                \
  }                                                                                                \
  , ROW(head##_PE, name "pe-", head, PE) {                                                         \
    OK(L(MEMPE), NEVER), OK(L(MEMPE_KAN), NEVER), NO, OK(L(MEMPE_I), NEVER)                        \
  }                                                                                                \
  }                                                                                                \
  , ROW(head##_TER, name "ter-", head, TER) {                                                      \
    NO, OK(0, NEVER), NO, NO                                                                       \
  }                                                                                                \
  }                                                                                                \
  , ROW(head##_PER_SE, name "per-se-", head##_PER, SE) {                                           \
    NO, OK(0, NEVER), NO, NO                                                                       \
  }                                                                                                \
  }                                                                                                \
  ,

/* Columns: without suffix, with -kan, with -an, with -i. di-...-an, se-...-kan and the like are no
 * words of the language. */
static const wi_sequence sequences[SEQ_COUNT] = {ROW(NONE, "", NONE, NONE){
    OK(0, NEVER), OK(L(KAN) | L(ME_KAN), LONG), OK(L(AN), NEVER), OK(L(I) | L(ME_I), NEVER)}},
                         HEADS(HEAD_ROWS) ROW(BER, "ber-", NONE, BER) {
  OK(L(BER), LONG), OK(L(BER_KAN), LONG), OK(L(BER_AN), LONG), NO
}
}
, ROW(BER_KE, "ber-ke-", BER, KE) {
  OK(L(BERKE_AN), NEVER), NO, OK(L(BERKE_AN) | L(KE_AN), LONG), NO
}
}
, ROW(BER_KE_SE, "ber-ke-se-", BER_KE, SE) {
  NO, NO, OK(L(KESE_AN), NEVER), NO
}
}
, ROW(BER_KE_BER, "ber-ke-ber-", BER_KE, BER) {
  NO, NO, OK(L(KEBER_AN), NEVER), NO
}
}
, ROW(BER_KE_TER, "ber-ke-ter-", BER_KE, TER) {
  NO, NO, OK(L(KETER_AN), NEVER), NO
}
}
, ROW(BER_PE, "ber-pe-", BER, PE) {
  OK(L(BERPE) | L(PE), NEVER), NO, OK(L(BERPE_AN) | L(PE_AN), NEVER), NO
}
}
, ROW(BER_PER, "ber-per-", BER, PER) {
  OK(L(PER), NEVER), NO, OK(L(PER_AN), NEVER), NO
}
}
, ROW(BER_SE, "ber-se-", BER, SE) {
  OK(L(BERSE), NEVER), NO, OK(L(BERSE), NEVER), NO
}
}
, ROW(TER, "ter-", NONE, TER) {
  OK(L(TER), LONG), OK(L(TER_KAN) | L(ME_KAN), SURE), OK(L(TER_AN), NEVER),
      OK(L(TER_I) | L(ME_I), NEVER)
}
}
, ROW(TER_KE, "ter-ke-", TER, KE) {
  OK(L(TERKE), NEVER), NO, NO, NO
}
}
, ROW(TER_PE, "ter-pe-", TER, PE) {
  OK(L(PE), NEVER), NO, NO, NO
}
}
, ROW(TER_PER, "ter-per-", TER, PER) {
  OK(L(TEPER), NEVER), OK(L(MEMPER_KAN), NEVER), NO, NO
}
}
, ROW(TER_BER, "ter-ber-", TER, BER) {
  NO, OK(L(MEMBER_KAN), NEVER), NO, NO
}
}
, ROW(SE, "se-", NONE, SE) {
  OK(L(SE), NEVER), OK(L(MENYE_KAN), NEVER), OK(L(SE_AN), NEVER), OK(L(MENYE_I), NEVER)
}
}
, ROW(SE_BER, "se-ber-", SE, BER) {
  OK(0, NEVER), NO, NO, NO
}
}
, ROW(SE_KE, "se-ke-", SE, KE) {
  OK(0, NEVER), NO, OK(L(KE_AN), NEVER), NO
}
}
, ROW(SE_PE, "se-pe-", SE, PE) {
  OK(L(SEPE), NEVER), NO, OK(L(SEPE_AN), NEVER), NO
}
}
, ROW(SE_PER, "se-per-", SE, PER) {
  OK(L(SEPER), NEVER), NO, OK(L(SEPER_AN), NEVER), NO
}
}
, ROW(SE_TER, "se-ter-", SE, TER) {
  OK(0, NEVER), NO, NO, NO
}
}
, ROW(KE, "ke-", NONE, KE) {
  OK(L(KE), NEVER), OK(L(MENGE_KAN), NEVER), CONFIX(L(KE_AN), LONG), OK(L(KE_I), NEVER)
}
}
, ROW(KE_BER, "ke-ber-", KE, BER) {
  NO, NO, OK(L(KEBER_AN), NEVER), NO
}
}
, ROW(KE_TER, "ke-ter-", KE, TER) {
  NO, NO, OK(L(KETER_AN) | L(TER), NEVER), NO
}
}
, ROW(KE_SE, "ke-se-", KE, SE) {
  NO, NO, OK(L(KESE_AN), NEVER), NO
}
}
, ROW(KE_PE, "ke-pe-", KE, PE) {
  NO, NO, OK(L(KEPE_AN) | L(PE), NEVER), NO
}
}
, ROW(KE_ME, "ke-me-", KE, ME) {
  NO, NO, OK(L(KEME_AN), NEVER), NO
}
}
, ROW(KE_TIDAK, "ke-tidak-", KE, TIDAK) {
  NO, NO, OK(0, SURE), NO
}
}
, ROW(KE_TIDAK_SE, "ke-tidak-se-", KE_TIDAK, SE) {
  NO, NO, OK(0, NEVER), NO
}
}
, ROW(KE_TIDAK_BER, "ke-tidak-ber-", KE_TIDAK, BER) {
  NO, NO, OK(0, NEVER), NO
}
}
, ROW(KE_TIDAK_TER, "ke-tidak-ter-", KE_TIDAK, TER) {
  NO, NO, OK(0, NEVER), NO
}
}
, ROW(KE_TIDAK_ME, "ke-tidak-me-", KE_TIDAK, ME) {
  NO, NO, OK(0, NEVER), NO
}
}
, ROW(PE, "pe-", NONE, PE) {
  OK(L(PE), NEVER), NO, CONFIX(L(PE_AN), SURE), NO
}
}
, ROW(PE_PER, "pe-per-", PE, PER) {
  OK(L(PEMER), NEVER), NO, OK(L(PEMER_AN), NEVER), NO
}
}
, ROW(PE_BER, "pe-ber-", PE, BER) {
  OK(0, NEVER), NO, OK(L(PEMBER_AN), NEVER), NO
}
}
, ROW(PE_SE, "pe-se-", PE, SE) {
  OK(L(PENYE), NEVER), NO, OK(L(PENYE_AN), NEVER), NO
}
}
, ROW(PE_KE, "pe-ke-", PE, KE) {
  NO, NO, OK(0, NEVER), NO
}
}
, ROW(PE_PE, "pe-pe-", PE, PE) {
  OK(L(PEME), NEVER), NO, OK(L(PEME_AN), NEVER), NO
}
}
, ROW(PER, "per-", NONE, PER) {
  OK(L(PER), NEVER), OK(L(PER_KAN) | L(MEMPER_KAN), LONG), CONFIX(L(PER_AN), LONG),
      OK(L(PER_I) | L(MEMPER_I), NEVER)
}
}
, ROW(PER_SE, "per-se-", PER, SE) {
  OK(L(PERSE_AN), NEVER), NO, OK(L(PERSE_AN), NEVER), NO
}
}
, ROW(PER_PE, "per-pe-", PER, PE) {
  NO, NO, OK(L(PERPE_AN), NEVER), NO
}
}
, ROW(PER_KE, "per-ke-", PER, KE) {
  NO, NO, OK(0, NEVER), NO
}
}
,
}
;

const wi_str wi_affix_particles[] = {{"lah", 3}, {"kah", 3}, {"tah", 3}, {"pun", 3}, {"", 0}};
const wi_str wi_affix_possessives[] = {{"nya", 3}, {"ku", 2}, {"mu", 2}, {"", 0}};
const wi_str wi_affix_suffixes[WI_SUFFIX_COUNT] = {{"", 0}, {"kan", 3}, {"an", 2}, {"i", 1}};

#define SHAPES(letter)                                                                             \
  *count = sizeof shapes_##letter / sizeof shapes_##letter[0];                                     \
  return shapes_##letter

const wi_allomorph *wi_affix_allomorphs(char letter, size_t *count) {
  switch (letter) {
  case 'b':
    SHAPES(b);
  case 'd':
    SHAPES(d);
  case 'k':
    SHAPES(k);
  case 'm':
    SHAPES(m);
  case 'p':
    SHAPES(p);
  case 's':
    SHAPES(s);
  case 't':
    SHAPES(t);
  default:
    *count = 0;
    return shapes_b;
  }
}

uint32_t wi_affix_letter(char letter) {
  return letter >= 'a' && letter <= 'z' ? UINT32_C(1) << (letter - 'a') : 0;
}

bool wi_affix_is_vowel(char letter) {
  return (wi_affix_letter(letter) & (uint32_t)VOWEL) != 0;
}

const wi_sequence *wi_affix_sequence(uint32_t sequence) {
  return &sequences[sequence];
}

uint32_t wi_affix_extend(uint32_t parent, wi_prefix prefix) {
  for (uint32_t id = parent + 1; id < SEQ_COUNT; id++) {
    if (sequences[id].parent == parent && sequences[id].prefix == (uint8_t)prefix) {
      return id;
    }
  }
  return SEQ_NONE;
}

bool wi_affix_is_hyphen_prefix(wi_str text) {
  static const char *const prefixes[] = {"di",  "me",   "mem", "men", "meng", "menge",  "meny",
                                         "nge", "ber",  "be",  "ter", "se",   "pe",     "pem",
                                         "pen", "peng", "per", "ku",  "kau",  "memper", "diper"};
  for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
    if (wi_str_equal(text, wi_str_of(prefixes[i]))) {
      return true;
    }
  }
  return false;
}
