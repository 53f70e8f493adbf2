// Rows of pixels as PNG stores them.

#ifndef BURIN_PIXEL_ROW_H
#define BURIN_PIXEL_ROW_H

#include <stddef.h>
#include <stdint.h>

/// RGB from BGRX.
void pixel_row_opaque(const uint8_t *source, uint8_t *target, size_t width);
/// RGBA from premultiplied BGRA.
void pixel_row_alpha(const uint8_t *source, uint8_t *target, size_t width);

#endif
