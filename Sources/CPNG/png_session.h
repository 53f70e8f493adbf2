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

/// The bytes that `cpng_read_whole` needs for pixels and, meanwhile, for what it unpacks.
size_t cpng_room_for_whole(png_structp png, png_infop info);

/// Reads premultiplied BGRA from IDAT chunks; `info` tells what came before them.
///
/// Calls nothing that ends in longjmp. Returns the length of the chunks, or 0, with the pixels
/// undefined, for what libpng is to read or to refuse.
size_t cpng_read_whole(png_structp png, png_infop info, const uint8_t *bytes, size_t count,
                       uint8_t *pixels);

#endif
