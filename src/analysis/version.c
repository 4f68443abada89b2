#include <warta/version.h>

#include "dictionary.h"
#include "utf8.h"

#define TEXT_OF(number) #number
#define DOTTED(major, minor, patch) TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(patch)

const char *warta_version(void) {
  return DOTTED(WARTA_VERSION_MAJOR, WARTA_VERSION_MINOR, WARTA_VERSION_PATCH);
}

const char *warta_version_icu(void) {
  return wi_utf8_icu_version();
}

const char *warta_version_unicode(void) {
  return wi_utf8_unicode_version();
}

const char *warta_version_snowball(void) {
  return WARTA_SNOWBALL_VERSION;
}

const char *warta_version_dictionary(void) {
  return WARTA_DICTIONARY_VERSION;
}
