#include "token_clitics.h"

#include "mem.h"
#include "token_shape.h"
#include "utf8.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* No Indonesian word with a clitic is longer; longer tokens are left alone. */
enum { WORD_MAX = 48, HOST_MIN = 2 };

/* Roots that end like a clitic win over shorter hosts: tanya is not ta-nya. */
enum { HOST_SURE = 4 };

/* -nya that has become a part of an adverb or conjunction. */
static const char *const adverbs[] = {
    "akhirnya",     "sebelumnya", "biasanya",       "lainnya",      "khususnya",    "umumnya",
    "selanjutnya",  "sebenarnya", "misalnya",       "berikutnya",   "sebaliknya",   "seharusnya",
    "semestinya",   "sepenuhnya", "sesungguhnya",   "setidaknya",   "makanya",      "diantaranya",
    "sebaiknya",    "sepertinya", "tampaknya",      "nampaknya",    "kelihatannya", "rupanya",
    "kiranya",      "sekiranya",  "agaknya",        "mestinya",     "harusnya",     "pokoknya",
    "intinya",      "faktanya",   "nyatanya",       "kenyataannya", "pastinya",     "tentunya",
    "hendaknya",    "seandainya", "andainya",       "selengkapnya", "selamanya",    "seterusnya",
    "seluruhnya",   "setelahnya", "sesudahnya",     "uniknya",      "ironisnya",    "celakanya",
    "untungnya",    "sayangnya",  "anehnya",        "tepatnya",     "kayaknya",     "sedikitnya",
    "satu-satunya", "dua-duanya", "kayak-kayaknya", "ditanya",      "bertanya",     "tertanya",
    "kesemuanya",   "begitunya",  "sejatinya",      "praktisnya",   "gilirannya",   "hanya",
    "kenya",        "lazimnya",   "idealnya",       "normalnya",    "lagi-laginya"};
static const char *const conjunctions[] = {"meskipun",  "walaupun",     "maupun",     "adapun",
                                           "sekalipun", "bagaimanapun", "kendatipun", "biarpun",
                                           "andaipun",  "kalaupun",     "sungguhpun", "jikapun"};
/* Ends that look like clitics in words the list of roots may lack. */
static const char *const whole[] = {"adalah",  "ialah",  "yaitulah",  "setelah", "telah",
                                    "sekolah", "maluku", "merupakan", "allah",   "makkah"};
/* Hosts that are no roots in a word list. */
static const char *const hosts[] = {
    "apa",  "siapa",  "ini",    "itu",    "tidak",    "bukan",     "juga",  "atau",
    "pada", "kepada", "oleh",   "untuk",  "dari",     "akan",      "ada",   "mana",
    "dia",  "aku",    "udah",   "gitu",   "gini",     "enggak",    "nggak", "kami",
    "kita", "saya",   "mereka", "begitu", "demikian", "bagaimana", "benar", "dapat"};
static const char *const prefixes[] = {
    "ber", "be",   "di",   "ter", "te",  "se",   "ke",   "per",   "pe",     "me",    "mem",
    "men", "meng", "meny", "pem", "pen", "peng", "peny", "diper", "memper", "menge", "penge"};
/* What is the same as something else has an owner, unlike sebaiknya: teman sekelasnya */
static const char *const shared[] = {"sekeliling", "setengah",   "sebelah", "sejenis",  "sesama",
                                     "sekelas",    "sekamar",    "sebaya",  "sekantor", "sekampung",
                                     "sesuku",     "seangkatan", "seusia",  "sekota"};
static const char *const suffixes[] = {"", "an", "kan", "i"};

typedef struct cutter {
  const wi_dictionary *dictionary;
  bool is_name; /* capitalised behind a word: Lukaku keeps its end */
  bool is_last; /* of its phrase: a stop or comma stands behind */
  char word[WORD_MAX];
  size_t len;
} cutter;

static bool is_root(const cutter *cut, wi_str word) {
  wi_root root;
  return wi_dictionary_root(cut->dictionary, word, &root);
}

/* The root with its first letter restored, where a nasal has swallowed it: memukul -> pukul */
static bool is_root_behind_nasal(const cutter *cut, wi_str prefix, wi_str rest) {
  char word[WORD_MAX + 1];
  const char last = prefix.ptr[prefix.len - 1];
  const char first = last == 'm' ? 'p' : last == 'n' ? 't' : last == 'g' ? 'k' : 's';
  if (prefix.len < 3 || (prefix.ptr[0] != 'm' && prefix.ptr[0] != 'p') || last == 'r') {
    return false;
  }
  word[0] = first;
  for (size_t i = 0; i < rest.len; i++) {
    word[i + 1] = rest.ptr[i];
  }
  return is_root(cut, (wi_str){word, rest.len + 1});
}

static bool is_root_with_prefix(const cutter *cut, wi_str word) {
  for (size_t i = 0; i < COUNT(prefixes); i++) {
    const wi_str prefix = wi_str_of(prefixes[i]);
    if (word.len < prefix.len + 3 || !wi_str_starts(word, prefix)) {
      continue;
    }
    const wi_str rest = wi_str_slice(word, prefix.len, word.len);
    if (is_root(cut, rest) || is_root_behind_nasal(cut, prefix, rest)) {
      return true;
    }
  }
  return false;
}

/* A root, or one with the plain affixes: no stemmer, just enough to tell a word from a host. */
static bool is_known(const cutter *cut, wi_str word) {
  for (size_t i = 0; i < COUNT(suffixes); i++) {
    const wi_str suffix = wi_str_of(suffixes[i]);
    if (word.len < suffix.len + 2 || !wi_str_ends(word, suffix)) {
      continue;
    }
    const wi_str rest = wi_str_slice(word, 0, word.len - suffix.len);
    if (is_root(cut, rest) || is_root_with_prefix(cut, rest)) {
      return true;
    }
  }
  return false;
}

/* sepakan is of sepak, though pakan is a root, too */
static bool is_root_with_suffix(const cutter *cut, wi_str word) {
  for (size_t i = 1; i < COUNT(suffixes); i++) {
    const wi_str suffix = wi_str_of(suffixes[i]);
    if (wi_str_ends(word, suffix) && is_root(cut, wi_str_slice(word, 0, word.len - suffix.len))) {
      return true;
    }
  }
  return false;
}

/* sebaiknya, sepantasnya: se- and -nya around an adjective make an adverb */
static bool is_adverb(const cutter *cut, wi_str word, wi_str host) {
  if (wi_token_in(word, adverbs, COUNT(adverbs))) {
    return true;
  }
  return wi_str_starts(host, WI_STR("se")) && host.len > 5 && !is_root(cut, host) &&
         !wi_token_in(host, shared, COUNT(shared)) && !is_root_with_suffix(cut, host) &&
         is_root(cut, wi_str_slice(host, 2, host.len));
}

/* Sekalipun hujan is "although"; no phrase ends in that, so in "cara sederhana sekalipun," it is
 * sekali and pun. */
static bool is_even_once(const cutter *cut, wi_str word) {
  return cut->is_last && wi_str_equal(word, WI_STR("sekalipun"));
}

/* Where the clitic begins; the word's length if there is none. */
static size_t find_suffix(const cutter *cut) {
  static const char *const particles[] = {"lah", "kah", "pun", "ku", "mu"};
  const wi_str word = {cut->word, cut->len};
  if (wi_str_ends(word, WI_STR("nya")) && word.len >= HOST_MIN + 3) {
    const wi_str host = wi_str_slice(word, 0, word.len - 3);
    const bool is_own_root = is_root(cut, word) && (host.len < HOST_SURE || !is_root(cut, host));
    return is_own_root || is_adverb(cut, word, host) ? word.len : host.len;
  }
  for (size_t i = 0; i < COUNT(particles); i++) {
    const wi_str particle = wi_str_of(particles[i]);
    if (!wi_str_ends(word, particle) || word.len < particle.len + HOST_MIN) {
      continue;
    }
    const wi_str host = wi_str_slice(word, 0, word.len - particle.len);
    if (wi_token_in(word, whole, COUNT(whole)) ||
        wi_token_in(word, conjunctions, COUNT(conjunctions))) {
      return is_even_once(cut, word) ? host.len : word.len;
    }
    if (wi_token_in(host, hosts, COUNT(hosts))) {
      return host.len;
    }
    const bool is_name = cut->is_name && !wi_str_equal(particle, WI_STR("pun")); /* kaum Kafirpun */
    return !is_name && !is_known(cut, word) && is_known(cut, host) ? host.len : word.len;
  }
  return word.len;
}

/* The length of ku- or kau- before a verb: kulihat, kaulihat; 0 if there is none. */
static size_t find_prefix(const cutter *cut) {
  const wi_str word = {cut->word, cut->len};
  const size_t len = wi_str_starts(word, WI_STR("kau")) ? 3 : 2;
  if (!wi_str_starts(word, WI_STR("ku")) && len == 2) {
    return 0;
  }
  if (word.len < len + 4 || is_known(cut, word)) {
    return 0;
  }
  return is_known(cut, wi_str_slice(word, len, word.len)) ? len : 0;
}

static bool load(cutter *cut, wi_str word) {
  if (word.len > WORD_MAX) {
    return false;
  }
  for (size_t i = 0; i < word.len; i++) {
    const char c = word.ptr[i];
    cut->word[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
  }
  cut->len = word.len;
  return true;
}

/* hamba-Ku, melakukan-Nya: the clitic is what stands behind the hyphen; doa-doaku: or behind the
 * word's second half */
static size_t find_behind_hyphen(const cutter *cut) {
  static const char *const pronouns[] = {"nya", "ku", "mu"}; /* -nya may make an adverb */
  const wi_str word = {cut->word, cut->len};
  size_t i = cut->len;
  while (i > 0 && cut->word[i - 1] != '-') {
    i--;
  }
  const wi_str behind = wi_str_slice(word, i, cut->len);
  const size_t half = i > 0 ? i - 1 : 0;
  const bool is_doubled =
      behind.len > half && wi_str_starts(behind, wi_str_slice(word, 0, half)) &&
      wi_token_in(wi_str_slice(behind, half, behind.len), pronouns + 1, COUNT(pronouns) - 1);
  if (half > 0 && is_doubled) {
    return i + half;
  }
  return i > 0 && wi_token_in(behind, pronouns, COUNT(pronouns)) ? i : cut->len;
}

static bool push_cut(const wi_token_sink *sink, const wi_token *token, size_t before,
                     size_t behind) {
  const size_t start = token->start;
  const size_t first = sink->out->count;
  if (!wi_token_push(sink, start, start + before, WARTA_TOKEN_CLITIC) ||
      !wi_token_push(sink, start + before, start + behind, (warta_token_type)token->type) ||
      !wi_token_push(sink, start + behind, token->end, WARTA_TOKEN_CLITIC)) {
    return false;
  }
  for (size_t i = first; i < sink->out->count; i++) {
    sink->out->items[i].ends = token->ends;
  }
  return true;
}

/* Behind a word or a comma no sentence begins: Herlina, Kustilah */
static bool goes_on_behind(wi_str text, const wi_token *token) {
  return wi_token_is_word(token) || text.ptr[token->start] == ',';
}

/* A stop or comma stands behind token i, or nothing. */
static bool is_last_of_phrase(wi_str text, const wi_token_array *tokens, size_t i) {
  return i + 1 == tokens->count || text.ptr[tokens->items[i + 1].start] == ',' ||
         text.ptr[tokens->items[i + 1].start] == '.';
}

static bool push_settled(const wi_token_sink *sink, cutter *cut, const wi_token *token) {
  const wi_token_array *out = sink->out;
  const size_t len = token->end - token->start;
  size_t before = 0;
  size_t behind = len;
  const bool is_word = token->type == WARTA_TOKEN_WORD || token->type == WARTA_TOKEN_ACRONYM;
  const bool is_chain =
      token->type == WARTA_TOKEN_REDUPLICATION || token->type == WARTA_TOKEN_HYPHENATED;
  cut->is_name = (token->flags & WARTA_TOKEN_CAPITALISED) != 0 && out->count > 0 &&
                 goes_on_behind(sink->text, &out->items[out->count - 1]);
  if ((is_word || is_chain) && load(cut, wi_token_str(sink->text, token))) {
    behind =
        is_word || wi_str_ends((wi_str){cut->word, len}, WI_STR("nya")) ? find_suffix(cut) : len;
    if (is_chain && find_behind_hyphen(cut) < len) {
      behind = find_behind_hyphen(cut);
    }
    if (is_word && behind == len && (token->flags & WARTA_TOKEN_CAPITALISED) == 0) {
      before = find_prefix(cut);
    }
  }
  return push_cut(sink, token, before, behind);
}

bool wi_token_cut_clitics(wi_token_array *tokens, wi_str text, const wi_dictionary *dictionary) {
  wi_token_array out = {0};
  const wi_token_sink sink = {&out, text};
  cutter cut = {.dictionary = dictionary};
  for (size_t i = 0; i < tokens->count; i++) {
    cut.is_last = is_last_of_phrase(text, tokens, i);
    if (!push_settled(&sink, &cut, &tokens->items[i])) {
      wi_token_array_free(&out);
      return false;
    }
  }
  wi_token_array_free(tokens);
  *tokens = out;
  return true;
}
