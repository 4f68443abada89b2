#include "tally.h"

#include "exits.h"
#include "message.h"
#include "number.h"

void tally_good(tally *t) {
  t->good++;
}

void tally_bad(tally *t, int code) {
  if (t->bad_fn != NULL) {
    t->bad_fn(t->payload, code);
    return;
  }
  if (t->bad == 0) {
    t->first_code = code;
  }
  t->bad++;
  if (t->strict) {
    t->stopped = true;
  } else if (t->max_errors > 0 && t->bad >= t->max_errors) {
    char digits[NUMBER_SIZE];
    number_write_count(digits, t->bad);
    message_error(NULL, MESSAGE_NO_PLACE, MSG_TOO_MANY_ERRORS, digits, NULL);
    t->stopped = true;
    t->first_code = EXIT_BAD_DATA;
  }
}

int tally_exit_code(const tally *t) {
  if (t->bad == 0) {
    return EXIT_DONE;
  }
  return t->stopped || t->good == 0 ? t->first_code : EXIT_PARTLY_DONE;
}
