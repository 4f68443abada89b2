/* What a session holds: the scratch of one thread, kept from article to article. */
#ifndef WI_SESSION_DATA_H
#define WI_SESSION_DATA_H

#include <warta/session.h>

#include "acronyms.h"
#include "analyzer_data.h"
#include "buf.h"
#include "chunk_memo.h"
#include "label.h"
#include "memo.h"
#include "sentences.h"
#include "stem.h"
#include "tokenizer.h"
#include "tokens.h"

struct warta_session {
  const warta_analyzer *analyzer;
  wi_tokenizer *tokenizer; /* NULL: the rule table runs, not ICU's iterator */
  wi_stemmer *stemmer;
  wi_buf norm; /* the folded form of the token at hand */
  wi_memo memo;
  wi_chunk_memo chunks;
  wi_label_scratch label_scratch;
  wi_acronym_scratch acronyms;
  /* Of the text analysed last. */
  wi_token_array tokens;
  wi_label_array labels;
  wi_sentence_array sentences;
  size_t malformed;
  size_t malformed_offset;
};

#endif
