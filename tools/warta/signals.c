#include "signals.h"

#include <pthread.h>
#include <stddef.h>

void signals_hold(sigset_t *before) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGINT);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGHUP);
  (void)pthread_sigmask(SIG_BLOCK, &ending, before); /* returns its error, and knows no other */
}

void signals_release(const sigset_t *before) {
  (void)pthread_sigmask(SIG_SETMASK, before, NULL);
}
