#include "str.h"

#include <string.h>

wi_str wi_str_of(const char *terminated) {
  return (wi_str){terminated, strlen(terminated)};
}

bool wi_str_equal(wi_str a, wi_str b) {
  return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

int wi_str_compare(wi_str a, wi_str b) {
  const size_t shorter = a.len < b.len ? a.len : b.len;
  const int order = shorter == 0 ? 0 : memcmp(a.ptr, b.ptr, shorter);
  if (order != 0) {
    return order;
  }
  return (a.len > b.len) - (a.len < b.len);
}

bool wi_str_starts(wi_str text, wi_str prefix) {
  return text.len >= prefix.len && wi_str_equal((wi_str){text.ptr, prefix.len}, prefix);
}

bool wi_str_ends(wi_str text, wi_str suffix) {
  return text.len >= suffix.len &&
         wi_str_equal((wi_str){text.ptr + (text.len - suffix.len), suffix.len}, suffix);
}

wi_str wi_str_trim(wi_str text) {
  while (text.len > 0 && wi_str_is_space(text.ptr[0])) {
    text.ptr++;
    text.len--;
  }
  while (text.len > 0 && wi_str_is_space(text.ptr[text.len - 1])) {
    text.len--;
  }
  return text;
}

wi_str wi_str_cut(wi_str *rest, char stop) {
  const char *at = rest->len == 0 ? NULL : memchr(rest->ptr, stop, rest->len);
  wi_str head = *rest;
  if (at == NULL) {
    *rest = (wi_str){NULL, 0};
    return head;
  }
  head.len = (size_t)(at - rest->ptr);
  *rest = (wi_str){at + 1, rest->len - head.len - 1};
  return head;
}

bool wi_str_to_u32(wi_str digits, uint32_t *out) {
  uint64_t value = 0;
  if (digits.len == 0 || digits.len > 10) {
    return false;
  }
  for (size_t i = 0; i < digits.len; i++) {
    if (digits.ptr[i] < '0' || digits.ptr[i] > '9') {
      return false;
    }
    value = value * 10 + (uint64_t)(digits.ptr[i] - '0');
  }
  if (value > UINT32_MAX) {
    return false;
  }
  *out = (uint32_t)value;
  return true;
}

bool wi_str_to_hex64(wi_str digits, uint64_t *out) {
  uint64_t value = 0;
  if (digits.len != 16) {
    return false;
  }
  for (size_t i = 0; i < digits.len; i++) {
    const char c = digits.ptr[i];
    if (c >= '0' && c <= '9') {
      value = value << 4 | (uint64_t)(c - '0');
    } else if (c >= 'a' && c <= 'f') {
      value = value << 4 | (uint64_t)(c - 'a' + 10);
    } else {
      return false;
    }
  }
  *out = value;
  return true;
}
