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
  VOWEL = WI_AFFIX_VOWELS,
  CONSONANT = ANY & ~VOWEL,
  LIQUID = LETTER_L | LETTER_R,
  SONORANT = LIQUID | LETTER_M | LETTER_N | LETTER_W | LETTER_Y
};

#define IN(text, at) (char)(sizeof(text) - 1 > (at) ? -1 : 0)
#define SHAPE(text, same, prefix, restores, first, second, oddity)                                 \
  {                                                                                                \
    text, {IN(text, 0), IN(text, 1), IN(text, 2), IN(text, 3), IN(text, 4)}, sizeof(text) - 1,     \
        (same), WI_PREFIX_##prefix, WI_ODDITY_##oddity, (restores), (first), (second)              \
  }

/* By first letter, shapes of one text together; the number says how many more of it follow. Where
 * pe-, ke- and se- stand before a p, k or s, COPY would find the same root.
 */
static const wi_allomorph shapes_b[] = {
    SHAPE("be", 1, BER, 0, LETTER_R, ANY, NONE), /* be-renang */
    SHAPE("be", 0, BER, 0, CONSONANT & ~LETTER_R, LETTER_E, NONE), /* be-kerja; checked: -er- */
    SHAPE("bel", 0, BER, 0, LETTER_A, LETTER_J, NONE), /* bel-ajar */
    SHAPE("ber", 0, BER, 0, ANY & ~LETTER_R, ANY, NONE), /* ber-main */
    SHAPE("be", 0, COPY, 0, LETTER_B, ANY, NONE), /* be-batu-an */
};

static const wi_allomorph shapes_c[] = {
    SHAPE("ce", 0, COPY, 0, LETTER_C, ANY, NONE), /* ce-cair-an */
};

static const wi_allomorph shapes_d[] = {
    SHAPE("di", 0, DI, 0, ANY, ANY, NONE), /* di-tulis */
    SHAPE("de", 0, COPY, 0, LETTER_D, ANY, NONE), /* de-daun-an */
};

static const wi_allomorph shapes_g[] = {
    SHAPE("ge", 0, COPY, 0, LETTER_G, ANY, NONE), /* ge-gunung-an */
};

static const wi_allomorph shapes_j[] = {
    SHAPE("je", 0, COPY, 0, LETTER_J, ANY, NONE), /* je-jamur-an */
};

static const wi_allomorph shapes_k[] = {
    SHAPE("kau", 0, KU, 0, ANY, ANY, NONE), /* kau-bawa */
    SHAPE("ke", 0, KE, 0, ANY, ANY, NONE), /* ke-tua */
    SHAPE("ku", 0, KU, 0, ANY, ANY, NONE), /* ku-lihat */
};

static const wi_allomorph shapes_l[] = {
    SHAPE("le", 0, COPY, 0, LETTER_L, ANY, NONE), /* le-lagu-an */
};

static const wi_allomorph shapes_m[] = {
    SHAPE("me", 0, ME, 0, SONORANT, ANY, NONE), /* me-lihat */
    SHAPE("mem", 4, ME, 0, LETTER_B | LETTER_F | LETTER_V, ANY, NONE), /* mem-baca */
    SHAPE("mem", 3, ME, 0, LETTER_P, LIQUID, NONE), /* mem-proses */
    SHAPE("mem", 2, ME, 0, LETTER_P, ANY & ~LIQUID, KEPT), /* mem-punyai */
    SHAPE("mem", 1, ME, 'p', VOWEL, ANY, NONE), /* mem-(p)akai */
    SHAPE("mem", 0, ME, 'p', LETTER_R, ANY, KEPT), /* mem-(p)rogram */
    SHAPE("men", 5, ME, 0, LETTER_C | LETTER_D | LETTER_J | LETTER_Z, ANY, NONE), /* men-cari */
    SHAPE("men", 4, ME, 0, LETTER_S, CONSONANT, NONE), /* men-syukuri */
    SHAPE("men", 3, ME, 0, LETTER_S, VOWEL, KEPT), /* men-sukseskan */
    SHAPE("men", 2, ME, 0, LETTER_T, LETTER_R, NONE), /* men-transfer */
    SHAPE("men", 1, ME, 0, LETTER_T, ANY & ~LETTER_R, KEPT), /* men-taati */
    SHAPE("men", 0, ME, 't', VOWEL, ANY, NONE), /* men-(t)ulis */
    SHAPE("meng", 4, ME, 0, VOWEL | LETTER_G | LETTER_H | LETTER_Q | LETTER_X, ANY, NONE),
    SHAPE("meng", 3, ME, 0, LETTER_K, LIQUID | LETTER_H, NONE), /* meng-kritik */
    SHAPE("meng", 2, ME, 0, LETTER_K, ANY & ~(LIQUID | LETTER_H), KEPT), /* meng-kaji */
    SHAPE("meng", 1, ME, 0, LIQUID, VOWEL, KEPT), /* meng-rusak */
    SHAPE("meng", 0, ME, 'k', VOWEL, ANY, NONE), /* meng-(k)irim */
    SHAPE("menge", 0, ME, 0, CONSONANT, ANY, MENGE), /* menge-bom */
    SHAPE("meny", 0, ME, 's', VOWEL, ANY, NONE), /* meny-(s)apu */
};

static const wi_allomorph shapes_p[] = {
    SHAPE("pe", 2, PE, 0, SONORANT, ANY, NONE), /* pe-main */
    SHAPE("pe", 1, PE, 0, ANY & ~SONORANT, ANY, AGENT), /* pe-tani */
    SHAPE("pe", 0, PER, 0, LETTER_R, ANY, NONE), /* pe-rumah-an */
    SHAPE("pel", 0, PE, 0, LETTER_A, LETTER_J, NONE), /* pel-ajar */
    SHAPE("pem", 4, PE, 0, LETTER_B | LETTER_F | LETTER_V, ANY, NONE), /* pem-baca */
    SHAPE("pem", 3, PE, 0, LETTER_P, LIQUID, NONE), /* pem-proses */
    SHAPE("pem", 2, PE, 0, LETTER_P, ANY & ~LIQUID, KEPT),
    SHAPE("pem", 1, PE, 'p', VOWEL, ANY, NONE), /* pem-(p)akai */
    SHAPE("pem", 0, PE, 'p', LETTER_R, ANY, KEPT), /* pem-(p)rogram-an */
    SHAPE("pen", 6, PE, 0, LETTER_C | LETTER_D | LETTER_J | LETTER_Z, ANY, NONE), /* pen-cari */
    SHAPE("pen", 5, PE, 0, LETTER_S, CONSONANT, NONE), /* pen-sponsoran */
    SHAPE("pen", 4, PE, 0, LETTER_S, VOWEL, KEPT),
    SHAPE("pen", 3, PE, 0, LETTER_T, LETTER_R, NONE), /* pen-transfer */
    SHAPE("pen", 2, PE, 0, LETTER_T, ANY & ~LETTER_R, KEPT),
    SHAPE("pen", 1, PE, 's', LETTER_Y, ANY, NONE), /* pen-(s)yair */
    SHAPE("pen", 0, PE, 't', VOWEL, ANY, NONE), /* pen-(t)ulis */
    SHAPE("peng", 4, PE, 0, VOWEL | LETTER_G | LETTER_H | LETTER_Q | LETTER_X, ANY, NONE),
    SHAPE("peng", 3, PE, 0, LETTER_K, LIQUID | LETTER_H, NONE), /* peng-kritik */
    SHAPE("peng", 2, PE, 0, LETTER_K, ANY & ~(LIQUID | LETTER_H), KEPT),
    SHAPE("peng", 1, PE, 0, LIQUID, VOWEL, KEPT), /* peng-rusak-an */
    SHAPE("peng", 0, PE, 'k', VOWEL, ANY, NONE), /* peng-(k)irim */
    SHAPE("penge", 0, PE, 0, CONSONANT, ANY, MENGE), /* penge-bom-an */
    SHAPE("peny", 0, PE, 's', VOWEL, ANY, NONE), /* peny-(s)apu */
    SHAPE("per", 1, PER, 0, ANY & ~LETTER_R, ANY, NONE), /* per-temu-an */
    SHAPE("per", 0, PER, 0, LETTER_R, ANY, KEPT), /* per-ramai */
};

static const wi_allomorph shapes_r[] = {
    SHAPE("re", 0, COPY, 0, LETTER_R, ANY, NONE), /* re-rumput-an */
};

static const wi_allomorph shapes_s[] = {
    SHAPE("se", 0, SE, 0, ANY, ANY, NONE), /* se-kota */
    SHAPE("si", 0, SI, 0, ANY, ANY, NONE), /* ber-si-keras */
};

static const wi_allomorph shapes_t[] = {
    SHAPE("te", 1, TER, 0, LETTER_R, ANY, NONE), /* te-rasa */
    SHAPE("te", 0, TER, 0, CONSONANT & ~LETTER_R, LETTER_E, NONE), /* te-cermin; checked: -er- */
    SHAPE("ter", 0, TER, 0, ANY & ~LETTER_R, ANY, NONE), /* ter-tulis */
    SHAPE("te", 0, COPY, 0, LETTER_T, ANY, NONE), /* te-tumbuh-an */
    SHAPE("tidak", 0, TIDAK, 0, ANY, ANY, NONE), /* ke-tidak-adil-an */
};

static const wi_allomorph shapes_w[] = {
    SHAPE("we", 0, COPY, 0, LETTER_W, ANY, NONE), /* we-wangi-an */
};

#define L(name) WI_LICENCE(name)
#define NO                                                                                         \
  { 0, false, false, WI_CAUTION_NEVER }
#define OK(licences, caution)                                                                      \
  { (licences), true, false, WI_CAUTION_##caution }
#define CONFIX(licences, caution)                                                                  \
  { (licences), true, true, WI_CAUTION_##caution }

typedef enum sequence_id {
  SEQ_NONE,
  SEQ_ME,
  SEQ_ME_PER,
  SEQ_ME_BER,
  SEQ_ME_KE,
  SEQ_ME_SE,
  SEQ_ME_PE,
  SEQ_ME_TER,
  SEQ_ME_PER_SE,
  SEQ_DI,
  SEQ_DI_PER,
  SEQ_DI_BER,
  SEQ_DI_KE,
  SEQ_DI_SE,
  SEQ_DI_PE,
  SEQ_DI_TER,
  SEQ_DI_PER_SE,
  SEQ_KU,
  SEQ_KU_PER,
  SEQ_KU_BER,
  SEQ_KU_KE,
  SEQ_KU_SE,
  SEQ_KU_PE,
  SEQ_KU_TER,
  SEQ_KU_PER_SE,
  SEQ_BER,
  SEQ_BER_KE,
  SEQ_BER_KE_SE,
  SEQ_BER_KE_BER,
  SEQ_BER_KE_TER,
  SEQ_BER_PE,
  SEQ_BER_PER,
  SEQ_BER_SE,
  SEQ_BER_SI,
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
  SEQ_COPY,
  SEQ_COUNT
} sequence_id;

/* Columns: without suffix, with -kan, with -an, with -i. di-...-an, se-...-kan and the like are no
 * words of the language. Active and passive heads (me-, di-, ku- and kau-) take the same company.
 */
const wi_sequence wi_affix_sequences[SEQ_COUNT] = {
    [SEQ_NONE] = {"",
                  SEQ_NONE,
                  WI_PREFIX_NONE,
                  {OK(0, NEVER), OK(L(KAN) | L(ME_KAN), LONG), OK(L(AN), NEVER),
                   OK(L(I) | L(ME_I), NEVER)}},
    [SEQ_ME] = {"me-",
                SEQ_NONE,
                WI_PREFIX_ME,
                {OK(L(ME), SURE), CONFIX(L(ME_KAN), SURE), NO, CONFIX(L(ME_I), LONG)}},
    [SEQ_ME_PER] = {"me-per-",
                    SEQ_ME,
                    WI_PREFIX_PER,
                    {OK(L(MEMPER), LONG), CONFIX(L(MEMPER_KAN), SURE), NO,
                     CONFIX(L(MEMPER_I), SURE)}},
    [SEQ_ME_BER] = {"me-ber-", SEQ_ME, WI_PREFIX_BER, {NO, OK(L(MEMBER_KAN), SURE), NO, NO}},
    [SEQ_ME_KE] = {"me-ke-",
                   SEQ_ME,
                   WI_PREFIX_KE,
                   {NO, OK(L(MENGE_KAN), NEVER), NO, OK(L(MENGE_KAN), NEVER)}},
    [SEQ_ME_SE] = {"me-se-",
                   SEQ_ME,
                   WI_PREFIX_SE,
                   {OK(L(MENYE), NEVER), OK(L(MENYE_KAN), NEVER), NO, OK(L(MENYE_I), NEVER)}},
    [SEQ_ME_PE] = {"me-pe-",
                   SEQ_ME,
                   WI_PREFIX_PE,
                   {OK(L(MEMPE), NEVER), OK(L(MEMPE_KAN), NEVER), NO, OK(L(MEMPE_I), NEVER)}},
    [SEQ_ME_TER] = {"me-ter-", SEQ_ME, WI_PREFIX_TER, {NO, OK(0, NEVER), NO, NO}},
    [SEQ_ME_PER_SE] = {"me-per-se-", SEQ_ME_PER, WI_PREFIX_SE, {NO, OK(0, NEVER), NO, NO}},
    [SEQ_DI] = {"di-",
                SEQ_NONE,
                WI_PREFIX_DI,
                {OK(L(ME), SURE), CONFIX(L(ME_KAN), SURE), NO, CONFIX(L(ME_I), LONG)}},
    [SEQ_DI_PER] = {"di-per-",
                    SEQ_DI,
                    WI_PREFIX_PER,
                    {OK(L(MEMPER), LONG), CONFIX(L(MEMPER_KAN), SURE), NO,
                     CONFIX(L(MEMPER_I), SURE)}},
    [SEQ_DI_BER] = {"di-ber-", SEQ_DI, WI_PREFIX_BER, {NO, OK(L(MEMBER_KAN), SURE), NO, NO}},
    [SEQ_DI_KE] = {"di-ke-",
                   SEQ_DI,
                   WI_PREFIX_KE,
                   {NO, OK(L(MENGE_KAN), NEVER), NO, OK(L(MENGE_KAN), NEVER)}},
    [SEQ_DI_SE] = {"di-se-",
                   SEQ_DI,
                   WI_PREFIX_SE,
                   {OK(L(MENYE), NEVER), OK(L(MENYE_KAN), NEVER), NO, OK(L(MENYE_I), NEVER)}},
    [SEQ_DI_PE] = {"di-pe-",
                   SEQ_DI,
                   WI_PREFIX_PE,
                   {OK(L(MEMPE), NEVER), OK(L(MEMPE_KAN), NEVER), NO, OK(L(MEMPE_I), NEVER)}},
    [SEQ_DI_TER] = {"di-ter-", SEQ_DI, WI_PREFIX_TER, {NO, OK(0, NEVER), NO, NO}},
    [SEQ_DI_PER_SE] = {"di-per-se-", SEQ_DI_PER, WI_PREFIX_SE, {NO, OK(0, NEVER), NO, NO}},
    [SEQ_KU] = {"ku-",
                SEQ_NONE,
                WI_PREFIX_KU,
                {OK(L(ME), NEVER), CONFIX(L(ME_KAN), SURE), NO, CONFIX(L(ME_I), NEVER)}},
    [SEQ_KU_PER] = {"ku-per-",
                    SEQ_KU,
                    WI_PREFIX_PER,
                    {OK(L(MEMPER), LONG), CONFIX(L(MEMPER_KAN), SURE), NO,
                     CONFIX(L(MEMPER_I), SURE)}},
    [SEQ_KU_BER] = {"ku-ber-", SEQ_KU, WI_PREFIX_BER, {NO, OK(L(MEMBER_KAN), SURE), NO, NO}},
    [SEQ_KU_KE] = {"ku-ke-",
                   SEQ_KU,
                   WI_PREFIX_KE,
                   {NO, OK(L(MENGE_KAN), NEVER), NO, OK(L(MENGE_KAN), NEVER)}},
    [SEQ_KU_SE] = {"ku-se-",
                   SEQ_KU,
                   WI_PREFIX_SE,
                   {OK(L(MENYE), NEVER), OK(L(MENYE_KAN), NEVER), NO, OK(L(MENYE_I), NEVER)}},
    [SEQ_KU_PE] = {"ku-pe-",
                   SEQ_KU,
                   WI_PREFIX_PE,
                   {OK(L(MEMPE), NEVER), OK(L(MEMPE_KAN), NEVER), NO, OK(L(MEMPE_I), NEVER)}},
    [SEQ_KU_TER] = {"ku-ter-", SEQ_KU, WI_PREFIX_TER, {NO, OK(0, NEVER), NO, NO}},
    [SEQ_KU_PER_SE] = {"ku-per-se-", SEQ_KU_PER, WI_PREFIX_SE, {NO, OK(0, NEVER), NO, NO}},
    [SEQ_BER] = {"ber-",
                 SEQ_NONE,
                 WI_PREFIX_BER,
                 {OK(L(BER), LONG), OK(L(BER_KAN), LONG), OK(L(BER_AN), LONG), NO}},
    [SEQ_BER_KE] = {"ber-ke-",
                    SEQ_BER,
                    WI_PREFIX_KE,
                    {OK(L(BERKE_AN), NEVER), NO, OK(L(BERKE_AN) | L(KE_AN), LONG), NO}},
    [SEQ_BER_KE_SE] = {"ber-ke-se-", SEQ_BER_KE, WI_PREFIX_SE, {NO, NO, OK(L(KESE_AN), NEVER), NO}},
    [SEQ_BER_KE_BER] = {"ber-ke-ber-",
                        SEQ_BER_KE,
                        WI_PREFIX_BER,
                        {NO, NO, OK(L(KEBER_AN), NEVER), NO}},
    [SEQ_BER_KE_TER] = {"ber-ke-ter-",
                        SEQ_BER_KE,
                        WI_PREFIX_TER,
                        {NO, NO, OK(L(KETER_AN), NEVER), NO}},
    [SEQ_BER_PE] = {"ber-pe-",
                    SEQ_BER,
                    WI_PREFIX_PE,
                    {OK(L(BERPE) | L(PE), NEVER), NO, OK(L(BERPE_AN) | L(PE_AN), NEVER), NO}},
    [SEQ_BER_PER] = {"ber-per-",
                     SEQ_BER,
                     WI_PREFIX_PER,
                     {OK(L(PER), NEVER), NO, OK(L(PER_AN), NEVER), NO}},
    [SEQ_BER_SE] = {"ber-se-",
                    SEQ_BER,
                    WI_PREFIX_SE,
                    {OK(L(BERSE), NEVER), NO, OK(L(BERSE), NEVER), NO}},
    [SEQ_BER_SI] = {"ber-si-", SEQ_BER, WI_PREFIX_SI, {OK(L(BERSI), NEVER), NO, NO, NO}},
    [SEQ_TER] = {"ter-",
                 SEQ_NONE,
                 WI_PREFIX_TER,
                 {OK(L(TER), LONG), OK(L(TER_KAN) | L(ME_KAN), SURE), OK(L(TER_AN), NEVER),
                  OK(L(TER_I) | L(ME_I), NEVER)}},
    [SEQ_TER_KE] = {"ter-ke-", SEQ_TER, WI_PREFIX_KE, {OK(L(TERKE), NEVER), NO, NO, NO}},
    [SEQ_TER_PE] = {"ter-pe-", SEQ_TER, WI_PREFIX_PE, {OK(L(PE), NEVER), NO, NO, NO}},
    [SEQ_TER_PER] = {"ter-per-",
                     SEQ_TER,
                     WI_PREFIX_PER,
                     {OK(L(TEPER), NEVER), OK(L(MEMPER_KAN), NEVER), NO, NO}},
    [SEQ_TER_BER] = {"ter-ber-", SEQ_TER, WI_PREFIX_BER, {NO, OK(L(MEMBER_KAN), NEVER), NO, NO}},
    [SEQ_SE] = {"se-",
                SEQ_NONE,
                WI_PREFIX_SE,
                {OK(L(SE), NEVER), OK(L(MENYE_KAN), NEVER), OK(L(SE_AN), NEVER),
                 OK(L(MENYE_I), NEVER)}},
    [SEQ_SE_BER] = {"se-ber-", SEQ_SE, WI_PREFIX_BER, {OK(0, NEVER), NO, NO, NO}},
    [SEQ_SE_KE] = {"se-ke-", SEQ_SE, WI_PREFIX_KE, {OK(0, NEVER), NO, OK(L(KE_AN), NEVER), NO}},
    [SEQ_SE_PE] = {"se-pe-",
                   SEQ_SE,
                   WI_PREFIX_PE,
                   {OK(L(SEPE), NEVER), NO, OK(L(SEPE_AN), NEVER), NO}},
    [SEQ_SE_PER] = {"se-per-",
                    SEQ_SE,
                    WI_PREFIX_PER,
                    {OK(L(SEPER), NEVER), NO, OK(L(SEPER_AN), NEVER), NO}},
    [SEQ_SE_TER] = {"se-ter-", SEQ_SE, WI_PREFIX_TER, {OK(0, NEVER), NO, NO, NO}},
    [SEQ_KE] = {"ke-",
                SEQ_NONE,
                WI_PREFIX_KE,
                {OK(L(KE), NEVER), OK(L(MENGE_KAN), NEVER), CONFIX(L(KE_AN), LONG),
                 OK(L(KE_I), NEVER)}},
    [SEQ_KE_BER] = {"ke-ber-", SEQ_KE, WI_PREFIX_BER, {NO, NO, OK(L(KEBER_AN), NEVER), NO}},
    [SEQ_KE_TER] = {"ke-ter-",
                    SEQ_KE,
                    WI_PREFIX_TER,
                    {NO, NO, OK(L(KETER_AN) | L(TER), NEVER), NO}},
    [SEQ_KE_SE] = {"ke-se-",
                   SEQ_KE,
                   WI_PREFIX_SE,
                   {OK(L(KE), NEVER), NO, OK(L(KESE_AN), NEVER), NO}}, /* ke-se-puluh */
    [SEQ_KE_PE] = {"ke-pe-", SEQ_KE, WI_PREFIX_PE, {NO, NO, OK(L(KEPE_AN) | L(PE), NEVER), NO}},
    [SEQ_KE_ME] = {"ke-me-", SEQ_KE, WI_PREFIX_ME, {NO, NO, OK(L(KEME_AN), NEVER), NO}},
    [SEQ_KE_TIDAK] = {"ke-tidak-", SEQ_KE, WI_PREFIX_TIDAK, {NO, NO, OK(0, SURE), NO}},
    [SEQ_KE_TIDAK_SE] = {"ke-tidak-se-", SEQ_KE_TIDAK, WI_PREFIX_SE, {NO, NO, OK(0, NEVER), NO}},
    [SEQ_KE_TIDAK_BER] = {"ke-tidak-ber-", SEQ_KE_TIDAK, WI_PREFIX_BER, {NO, NO, OK(0, NEVER), NO}},
    [SEQ_KE_TIDAK_TER] = {"ke-tidak-ter-", SEQ_KE_TIDAK, WI_PREFIX_TER, {NO, NO, OK(0, NEVER), NO}},
    [SEQ_KE_TIDAK_ME] = {"ke-tidak-me-", SEQ_KE_TIDAK, WI_PREFIX_ME, {NO, NO, OK(0, NEVER), NO}},
    [SEQ_PE] = {"pe-", SEQ_NONE, WI_PREFIX_PE, {OK(L(PE), NEVER), NO, CONFIX(L(PE_AN), SURE), NO}},
    [SEQ_PE_PER] = {"pe-per-",
                    SEQ_PE,
                    WI_PREFIX_PER,
                    {OK(L(PEMER), NEVER), NO, OK(L(PEMER_AN), NEVER), NO}},
    [SEQ_PE_BER] = {"pe-ber-",
                    SEQ_PE,
                    WI_PREFIX_BER,
                    {OK(0, NEVER), NO, OK(L(PEMBER_AN), NEVER), NO}},
    [SEQ_PE_SE] = {"pe-se-",
                   SEQ_PE,
                   WI_PREFIX_SE,
                   {OK(L(PENYE), NEVER), NO, OK(L(PENYE_AN), NEVER), NO}},
    [SEQ_PE_KE] = {"pe-ke-", SEQ_PE, WI_PREFIX_KE, {NO, NO, OK(0, NEVER), NO}},
    [SEQ_PE_PE] = {"pe-pe-",
                   SEQ_PE,
                   WI_PREFIX_PE,
                   {OK(L(PEME), NEVER), NO, OK(L(PEME_AN), NEVER), NO}},
    [SEQ_PER] = {"per-",
                 SEQ_NONE,
                 WI_PREFIX_PER,
                 {OK(L(PER), NEVER), OK(L(PER_KAN) | L(MEMPER_KAN), LONG), CONFIX(L(PER_AN), LONG),
                  OK(L(PER_I) | L(MEMPER_I), NEVER)}},
    [SEQ_PER_SE] = {"per-se-",
                    SEQ_PER,
                    WI_PREFIX_SE,
                    {OK(L(PERSE_AN), NEVER), NO, OK(L(PERSE_AN), NEVER), NO}},
    [SEQ_PER_PE] = {"per-pe-", SEQ_PER, WI_PREFIX_PE, {NO, NO, OK(L(PERPE_AN), NEVER), NO}},
    [SEQ_PER_KE] = {"per-ke-", SEQ_PER, WI_PREFIX_KE, {NO, NO, OK(0, NEVER), NO}},
    [SEQ_COPY] = {"Ce-", SEQ_NONE, WI_PREFIX_COPY, {NO, NO, OK(0, NEVER), NO}},
};

/* The sequences again, by parent and the prefix that is added; the unit test compares. */
static const uint8_t longer[SEQ_COUNT][WI_PREFIX_COUNT] = {
    [SEQ_NONE] = {[WI_PREFIX_ME] = SEQ_ME,
                  [WI_PREFIX_DI] = SEQ_DI,
                  [WI_PREFIX_KU] = SEQ_KU,
                  [WI_PREFIX_BER] = SEQ_BER,
                  [WI_PREFIX_TER] = SEQ_TER,
                  [WI_PREFIX_SE] = SEQ_SE,
                  [WI_PREFIX_KE] = SEQ_KE,
                  [WI_PREFIX_PE] = SEQ_PE,
                  [WI_PREFIX_PER] = SEQ_PER,
                  [WI_PREFIX_COPY] = SEQ_COPY},
    [SEQ_ME] = {[WI_PREFIX_PER] = SEQ_ME_PER,
                [WI_PREFIX_BER] = SEQ_ME_BER,
                [WI_PREFIX_KE] = SEQ_ME_KE,
                [WI_PREFIX_SE] = SEQ_ME_SE,
                [WI_PREFIX_PE] = SEQ_ME_PE,
                [WI_PREFIX_TER] = SEQ_ME_TER},
    [SEQ_ME_PER] = {[WI_PREFIX_SE] = SEQ_ME_PER_SE},
    [SEQ_DI] = {[WI_PREFIX_PER] = SEQ_DI_PER,
                [WI_PREFIX_BER] = SEQ_DI_BER,
                [WI_PREFIX_KE] = SEQ_DI_KE,
                [WI_PREFIX_SE] = SEQ_DI_SE,
                [WI_PREFIX_PE] = SEQ_DI_PE,
                [WI_PREFIX_TER] = SEQ_DI_TER},
    [SEQ_DI_PER] = {[WI_PREFIX_SE] = SEQ_DI_PER_SE},
    [SEQ_KU] = {[WI_PREFIX_PER] = SEQ_KU_PER,
                [WI_PREFIX_BER] = SEQ_KU_BER,
                [WI_PREFIX_KE] = SEQ_KU_KE,
                [WI_PREFIX_SE] = SEQ_KU_SE,
                [WI_PREFIX_PE] = SEQ_KU_PE,
                [WI_PREFIX_TER] = SEQ_KU_TER},
    [SEQ_KU_PER] = {[WI_PREFIX_SE] = SEQ_KU_PER_SE},
    [SEQ_BER] = {[WI_PREFIX_KE] = SEQ_BER_KE,
                 [WI_PREFIX_PE] = SEQ_BER_PE,
                 [WI_PREFIX_PER] = SEQ_BER_PER,
                 [WI_PREFIX_SE] = SEQ_BER_SE,
                 [WI_PREFIX_SI] = SEQ_BER_SI},
    [SEQ_BER_KE] = {[WI_PREFIX_SE] = SEQ_BER_KE_SE,
                    [WI_PREFIX_BER] = SEQ_BER_KE_BER,
                    [WI_PREFIX_TER] = SEQ_BER_KE_TER},
    [SEQ_TER] = {[WI_PREFIX_KE] = SEQ_TER_KE,
                 [WI_PREFIX_PE] = SEQ_TER_PE,
                 [WI_PREFIX_PER] = SEQ_TER_PER,
                 [WI_PREFIX_BER] = SEQ_TER_BER},
    [SEQ_SE] = {[WI_PREFIX_BER] = SEQ_SE_BER,
                [WI_PREFIX_KE] = SEQ_SE_KE,
                [WI_PREFIX_PE] = SEQ_SE_PE,
                [WI_PREFIX_PER] = SEQ_SE_PER,
                [WI_PREFIX_TER] = SEQ_SE_TER},
    [SEQ_KE] = {[WI_PREFIX_BER] = SEQ_KE_BER,
                [WI_PREFIX_TER] = SEQ_KE_TER,
                [WI_PREFIX_SE] = SEQ_KE_SE,
                [WI_PREFIX_PE] = SEQ_KE_PE,
                [WI_PREFIX_ME] = SEQ_KE_ME,
                [WI_PREFIX_TIDAK] = SEQ_KE_TIDAK},
    [SEQ_KE_TIDAK] = {[WI_PREFIX_SE] = SEQ_KE_TIDAK_SE,
                      [WI_PREFIX_BER] = SEQ_KE_TIDAK_BER,
                      [WI_PREFIX_TER] = SEQ_KE_TIDAK_TER,
                      [WI_PREFIX_ME] = SEQ_KE_TIDAK_ME},
    [SEQ_PE] = {[WI_PREFIX_PER] = SEQ_PE_PER,
                [WI_PREFIX_BER] = SEQ_PE_BER,
                [WI_PREFIX_SE] = SEQ_PE_SE,
                [WI_PREFIX_KE] = SEQ_PE_KE,
                [WI_PREFIX_PE] = SEQ_PE_PE},
    [SEQ_PER] =
        {[WI_PREFIX_SE] = SEQ_PER_SE, [WI_PREFIX_PE] = SEQ_PER_PE, [WI_PREFIX_KE] = SEQ_PER_KE},
};

const wi_str wi_affix_particles[] = {{"lah", 3}, {"kah", 3}, {"tah", 3}, {"pun", 3}, {"", 0}};
const wi_str wi_affix_possessives[] = {{"nya", 3}, {"ku", 2}, {"mu", 2}, {"", 0}};
const wi_str wi_affix_suffixes[WI_SUFFIX_COUNT] = {{"", 0}, {"kan", 3}, {"an", 2}, {"i", 1}};

#define SHAPES(letter, second)                                                                     \
  { shapes_##letter, sizeof shapes_##letter / sizeof shapes_##letter[0], (second) }

const wi_allomorphs wi_affix_allomorphs['z' - 'a' + 1] = {
    ['b' - 'a'] = SHAPES(b, LETTER_E),
    ['c' - 'a'] = SHAPES(c, LETTER_E),
    ['d' - 'a'] = SHAPES(d, LETTER_E | LETTER_I),
    ['g' - 'a'] = SHAPES(g, LETTER_E),
    ['j' - 'a'] = SHAPES(j, LETTER_E),
    ['k' - 'a'] = SHAPES(k, LETTER_A | LETTER_E | LETTER_U),
    ['l' - 'a'] = SHAPES(l, LETTER_E),
    ['m' - 'a'] = SHAPES(m, LETTER_E),
    ['p' - 'a'] = SHAPES(p, LETTER_E),
    ['r' - 'a'] = SHAPES(r, LETTER_E),
    ['s' - 'a'] = SHAPES(s, LETTER_E | LETTER_I),
    ['t' - 'a'] = SHAPES(t, LETTER_E | LETTER_I),
    ['w' - 'a'] = SHAPES(w, LETTER_E),
};

size_t wi_affix_sequence_count(void) {
  return SEQ_COUNT;
}

uint32_t wi_affix_extend(uint32_t parent, wi_prefix prefix) {
  return longer[parent][prefix];
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
