// What reading and writing share: the error handlers and the place to jump back to.

#ifndef BURIN_PNG_SESSION_H
#define BURIN_PNG_SESSION_H

#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "png_io.h"

typedef struct cpng_session {
  png_structp png;
  png_infop info;
  cpng_status status;
  cpng_message *message;
  /// The last warning: libpng says there which field of a refused header is wrong.
  char warning[96];
} cpng_session;

void cpng_on_error(png_structp png, png_const_charp text);
void cpng_on_warning(png_structp png, png_const_charp text);

#endif
