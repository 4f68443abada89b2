/* The signals that end the program, kept off while a few lines must be done whole. */
#ifndef SIGNALS_H
#define SIGNALS_H

#include <signal.h>

/* SIGINT, SIGTERM and SIGHUP wait, for this thread and those that it starts, until they are
 * released. errno stays. */
void signals_hold(sigset_t *before);
void signals_release(const sigset_t *before);

#endif
