/* A vocabulary: terms to numbers that vectors share, in order of first use. */
#ifndef WI_VOCAB_H
#define WI_VOCAB_H

#include <warta/vector.h>

#include "strmap.h"

struct warta_vocab {
  wi_strmap terms;
};

#endif
