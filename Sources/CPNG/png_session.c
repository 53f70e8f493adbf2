#include "png_session.h"

#include <stdio.h>
#include <stdlib.h>

// libpng tells its limits apart from damage by words only. A text that unpacks to more than the
// limit is "truncated" to libpng; as every checksum was right, that is what the word means.
static bool is_limit(const char *text) {
  static const char *const words[] = {"chunk data is too large", "no space in chunk cache",
                                      "zTXt: truncated", "iTXt: truncated"};
  for (size_t i = 0; text != NULL && i < sizeof words / sizeof words[0]; i++) {
    if (strstr(text, words[i]) != NULL) {
      return true;
    }
  }
  return false;
}

void cpng_on_error(png_structp png, png_const_charp text) {
  cpng_session *session = png_get_error_ptr(png);
  if (session->status == CPNG_OK) {
    session->status = is_limit(text) ? CPNG_BEYOND_LIMITS : CPNG_FAILED;
  }
  if (session->message != NULL) {
    const char *reason = text != NULL ? text : "unknown error";
    if (session->warning[0] != 0) {
      snprintf(session->message->text, sizeof session->message->text, "%s (%s)", reason,
               session->warning);
    } else {
      snprintf(session->message->text, sizeof session->message->text, "%s", reason);
    }
  }
  png_longjmp(png, 1);
}

void cpng_on_warning(png_structp png, png_const_charp text) {
  cpng_session *session = png_get_error_ptr(png);
  snprintf(session->warning, sizeof session->warning, "%s", text != NULL ? text : "");
}

void cpng_free(void *bytes) {
  free(bytes);
}

size_t cpng_length(const char *string) {
  return strlen(string);
}
