/* The names of the public enumerations, as the program prints them. */
#include <warta/label.h>
#include <warta/stem.h>
#include <warta/token.h>

const char *warta_label_name(warta_label_kind kind) {
  switch (kind) {
  case WARTA_LABEL_NONE:
    return "";
  case WARTA_LABEL_TITLE:
    return "title";
  case WARTA_LABEL_HEADING:
    return "heading";
  case WARTA_LABEL_STANDFIRST:
    return "standfirst";
  case WARTA_LABEL_BYLINE:
    return "byline";
  case WARTA_LABEL_DATE:
    return "date";
  case WARTA_LABEL_DATELINE:
    return "dateline";
  case WARTA_LABEL_CAPTION:
    return "caption";
  case WARTA_LABEL_RELATED:
    return "related";
  case WARTA_LABEL_SHARE:
    return "share";
  case WARTA_LABEL_AD:
    return "ad";
  case WARTA_LABEL_CREDIT:
    return "credit";
  case WARTA_LABEL_PAGE:
    return "page";
  case WARTA_LABEL_TAGS:
    return "tags";
  case WARTA_LABEL_NOTICE:
    return "notice";
  case WARTA_LABEL_NAVIGATION:
    return "navigation";
  case WARTA_LABEL_OTHER:
    return "other";
  }
  return "";
}

const char *warta_token_type_name(warta_token_type type) {
  switch (type) {
  case WARTA_TOKEN_WORD:
    return "word";
  case WARTA_TOKEN_REDUPLICATION:
    return "reduplication";
  case WARTA_TOKEN_HYPHENATED:
    return "hyphenated";
  case WARTA_TOKEN_ACRONYM:
    return "acronym";
  case WARTA_TOKEN_ABBREVIATION:
    return "abbreviation";
  case WARTA_TOKEN_CLITIC:
    return "clitic";
  case WARTA_TOKEN_NUMBER:
    return "number";
  case WARTA_TOKEN_AMOUNT:
    return "amount";
  case WARTA_TOKEN_CURRENCY:
    return "currency";
  case WARTA_TOKEN_SCALE:
    return "scale";
  case WARTA_TOKEN_PERCENT:
    return "percent";
  case WARTA_TOKEN_ORDINAL:
    return "ordinal";
  case WARTA_TOKEN_DATE:
    return "date";
  case WARTA_TOKEN_TIME:
    return "time";
  case WARTA_TOKEN_DOCUMENT_NUMBER:
    return "document-number";
  case WARTA_TOKEN_URL:
    return "url";
  case WARTA_TOKEN_EMAIL:
    return "email";
  case WARTA_TOKEN_DOMAIN:
    return "domain";
  case WARTA_TOKEN_HANDLE:
    return "handle";
  case WARTA_TOKEN_HASHTAG:
    return "hashtag";
  case WARTA_TOKEN_PUNCTUATION:
    return "punctuation";
  case WARTA_TOKEN_SYMBOL:
    return "symbol";
  case WARTA_TOKEN_EMOJI:
    return "emoji";
  case WARTA_TOKEN_INVALID:
    return "invalid";
  }
  return "";
}

const char *warta_stop_group_name(warta_stop_group group) {
  switch (group) {
  case WARTA_STOP_NONE:
    return "";
  case WARTA_STOP_FUNCTION:
    return "function";
  case WARTA_STOP_REPORTING:
    return "reporting";
  case WARTA_STOP_FILLER:
    return "filler";
  case WARTA_STOP_TIME:
    return "time";
  case WARTA_STOP_NUMBER:
    return "number";
  case WARTA_STOP_USER:
    return "user";
  }
  return "";
}

const char *warta_stem_how_name(warta_stem_how how) {
  switch (how) {
  case WARTA_STEM_UNCHANGED:
    return "unchanged";
  case WARTA_STEM_EXCEPTION:
    return "exception";
  case WARTA_STEM_ROOT:
    return "root";
  case WARTA_STEM_RULE:
    return "rule";
  case WARTA_STEM_SNOWBALL:
    return "snowball";
  }
  return "";
}
