/* ICU's allocations, made safe. */
#ifndef MEMORY_H
#define MEMORY_H

/* First of all: before any call of the library, which calls ICU. */
void memory_prepare(void);

#endif
