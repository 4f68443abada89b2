#include "sentence_turns.h"

#include <stdbool.h>

#include "token_shape.h"

enum {
  SPEAKERS_MAX = 16, /* more different beginnings than this are no interview */
  NAME_WORDS_MAX = 3,
  SPEECH_WORDS_MIN = 3, /* behind the colon: "Imsak: 04.09 WIB" is no speech */
  TURNS_MIN = 3 /* of a name; of a role two are enough */
};

typedef struct speaker {
  wi_str name;
  size_t turns;
} speaker;

typedef struct speakers {
  speaker items[SPEAKERS_MAX];
  size_t count;
} speakers;

static const char *const roles[] = {
    "tanya",      "jawab",       "t",        "j",        "q",          "a",      "penanya",
    "pertanyaan", "pewawancara", "wartawan", "reporter", "narasumber", "jawaban"};

static bool begins_line(wi_str text, size_t start) {
  while (start > 0 && (text.ptr[start - 1] == ' ' || text.ptr[start - 1] == '*' ||
                       text.ptr[start - 1] == '\t')) {
    start--;
  }
  return start == 0 || text.ptr[start - 1] == '\n' || text.ptr[start - 1] == '\r';
}

/* The colon behind the words that a line begins with; 0 if there is none. */
static size_t find_colon(const wi_token_array *tokens, const wi_sentence *sentence, wi_str text) {
  if (sentence->kind != WARTA_SENTENCE_BODY || !begins_line(text, sentence->start)) {
    return 0;
  }
  for (size_t i = sentence->first; i < sentence->last && i <= sentence->first + NAME_WORDS_MAX;
       i++) {
    const wi_token *token = &tokens->items[i];
    if (!wi_token_is_word(token)) {
      return i > sentence->first && text.ptr[token->start] == ':' ? i : 0;
    }
  }
  return 0;
}

static wi_str name_before(const wi_token_array *tokens, size_t first, size_t colon, wi_str text) {
  return wi_str_slice(text, tokens->items[first].start, tokens->items[colon - 1].end);
}

static size_t count_words(const wi_token_array *tokens, size_t from, size_t to) {
  size_t words = 0;
  for (size_t i = from; i < to && words < SPEECH_WORDS_MIN; i++) {
    words += tokens->items[i].type < WARTA_TOKEN_NUMBER;
  }
  return words;
}

static speaker *find_speaker(speakers *known, wi_str name) {
  for (size_t i = 0; i < known->count; i++) {
    if (wi_str_equal(known->items[i].name, name)) {
      return &known->items[i];
    }
  }
  return NULL;
}

static void count_turn(speakers *known, wi_str name) {
  speaker *found = find_speaker(known, name);
  if (found != NULL) {
    found->turns++;
  } else if (known->count < SPEAKERS_MAX) {
    known->items[known->count++] = (speaker){name, 1};
  }
}

static bool speaks(speakers *known, wi_str name) {
  const speaker *found = find_speaker(known, name);
  const size_t least =
      wi_token_in(name, roles, sizeof roles / sizeof roles[0]) ? TURNS_MIN - 1 : TURNS_MIN;
  return found != NULL && found->turns >= least;
}

void wi_turns_mark(wi_token_array *tokens, const wi_sentence_array *sentences, wi_str text) {
  speakers known = {.count = 0};
  for (size_t i = 0; i < sentences->count; i++) {
    const wi_sentence *sentence = &sentences->items[i];
    const size_t colon = find_colon(tokens, sentence, text);
    if (colon > 0 && count_words(tokens, colon + 1, sentence->last) >= SPEECH_WORDS_MIN) {
      count_turn(&known, name_before(tokens, sentence->first, colon, text));
    }
  }
  for (size_t i = 0; known.count > 0 && i < sentences->count; i++) {
    const wi_sentence *sentence = &sentences->items[i];
    const size_t colon = find_colon(tokens, sentence, text);
    if (colon == 0 || !speaks(&known, name_before(tokens, sentence->first, colon, text))) {
      continue;
    }
    for (size_t k = sentence->first; k < colon; k++) {
      tokens->items[k].flags |= (uint8_t)WARTA_TOKEN_SPEAKER;
    }
  }
}
