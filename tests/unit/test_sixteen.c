/* Sixteen bytes at a time, against one at a time. */
#define SUITE suite_sixteen
#define SUITE_NAME "sixteen"

#include "sixteen_cases.h"
