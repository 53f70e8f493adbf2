#include "png_session.h"

#include <stdio.h>
#include <stdlib.h>

void cpng_on_error(png_structp png, png_const_charp text) {
  cpng_session *session = png_get_error_ptr(png);
  if (session->status == CPNG_OK) {
    session->status = CPNG_FAILED;
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
