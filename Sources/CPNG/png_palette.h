// The colours of an image that has at most 256 of them.

#ifndef BURIN_PNG_PALETTE_H
#define BURIN_PNG_PALETTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct cpng_palette {
  /// Premultiplied pixels as they lie in memory, in the order in which they are met.
  uint32_t colors[256];
  size_t count;
  /// 1, 2, 4 or 8 bits for an index.
  int bit_depth;
  /// A hash table: 0, or a colour's index and 1.
  uint16_t slots[1024];
} cpng_palette;

/// False where the image has more colours than a palette holds.
bool cpng_find_palette(cpng_palette *palette, const uint8_t *pixels, size_t width, size_t height,
                       size_t bytes_per_row, bool has_alpha);

/// Packs the indices of a row, whose colours are all in the palette.
void cpng_palette_row(const cpng_palette *palette, const uint8_t *row, size_t width,
                      bool has_alpha, uint8_t *target);

#endif
