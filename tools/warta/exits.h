/* The exit codes: those of sysexits.h where one fits. */
#ifndef EXITS_H
#define EXITS_H

enum {
  EXIT_DONE = 0,
  EXIT_NOTHING_FOUND = 1,
  EXIT_PARTLY_DONE = 2,
  EXIT_USAGE = 64,
  EXIT_BAD_DATA = 65,
  EXIT_NO_INPUT = 66,
  EXIT_INTERNAL = 70,
  EXIT_NO_MEMORY = 71,
  EXIT_CANNOT_CREATE = 73,
  EXIT_READ_WRITE = 74,
  EXIT_NOT_ALLOWED = 77,
  EXIT_CONFIGURATION = 78,
  EXIT_INTERRUPTED = 130
};

#endif
