/* Numbers read and written without the locale. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NUMBER_SIZE 40

/* With so many digits behind the point (at most 6). `point` is '.' in all but text for people. */
void number_write(char out[NUMBER_SIZE], double value, unsigned digits, char point);
/* At most six digits behind the point, and no noughts at their end: 1500000000000, 4.71 */
void number_write_short(char out[NUMBER_SIZE], double value);
void number_write_count(char out[NUMBER_SIZE], size_t value);
void number_write_whole(char out[NUMBER_SIZE], int32_t value);
void number_write_hex(char out[NUMBER_SIZE], uint64_t value); /* sixteen digits */

/* The whole text must be a number: "12"; "0.5". */
bool number_read_count(const char *text, uint32_t *out);
bool number_read_real(const char *text, double *out);

#endif
