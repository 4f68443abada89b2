/* What the explanation of a stem says, in the language in use. TSV and JSON stay English. */
#ifndef STEM_WORDS_H
#define STEM_WORDS_H

/* A rule, a way (root, exception), a kind of analysis or a term of a score, as the library or the
 * program has it; what has no translation comes back as it is. */
const char *stem_words(const char *english);

#endif
