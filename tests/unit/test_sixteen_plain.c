/* The portable way of sixteen.h, on machines with SSE2 too. */
#define WARTA_NO_SIMD
#define SUITE suite_sixteen_plain
#define SUITE_NAME "sixteen, without SSE2"

#include "sixteen_cases.h"
