// Images of few colours: each pixel becomes the index of its colour, in as few bits as will do.

#include "png_palette.h"

enum { slots = 1024 };  // a power of two, four times the colours that a palette can hold

static uint32_t pixel_at(const uint8_t *row, size_t x, bool has_alpha) {
  uint32_t pixel;
  memcpy(&pixel, row + 4 * x, sizeof pixel);
  const uint8_t filler[4] = {0, 0, 0, 255};
  uint32_t opaque;
  memcpy(&opaque, filler, sizeof opaque);
  return has_alpha ? pixel : pixel | opaque;
}

/// Where a colour is or would be in the table of slots.
static size_t find(const cpng_palette *palette, uint32_t pixel) {
  size_t slot = pixel * 2654435761u >> 22;  // the top ten bits (Knuth's multiplicative hashing)
  while (palette->slots[slot] != 0 && palette->colors[palette->slots[slot] - 1] != pixel) {
    slot = (slot + 1) % slots;
  }
  return slot;
}

bool cpng_find_palette(cpng_palette *palette, const uint8_t *pixels, size_t width, size_t height,
                       size_t bytes_per_row, bool has_alpha) {
  memset(palette, 0, sizeof *palette);
  uint32_t last = 0;
  bool is_first = true;
  for (size_t y = 0; y < height; y++) {
    const uint8_t *row = pixels + y * bytes_per_row;
    for (size_t x = 0; x < width; x++) {
      uint32_t pixel = pixel_at(row, x, has_alpha);
      if (pixel == last && !is_first) {
        continue;
      }
      last = pixel;
      is_first = false;
      size_t slot = find(palette, pixel);
      if (palette->slots[slot] != 0) {
        continue;
      }
      if (palette->count == 256) {
        return false;
      }
      palette->colors[palette->count++] = pixel;
      palette->slots[slot] = (uint16_t)palette->count;
    }
  }
  palette->bit_depth = palette->count <= 2 ? 1 : palette->count <= 4 ? 2 : palette->count <= 16 ? 4 : 8;
  return true;
}

void cpng_palette_row(const cpng_palette *palette, const uint8_t *row, size_t width,
                      bool has_alpha, uint8_t *target) {
  size_t per_byte = 8 / (size_t)palette->bit_depth;
  memset(target, 0, (width + per_byte - 1) / per_byte);
  uint32_t last = 0;
  uint32_t index = 0;
  for (size_t x = 0; x < width; x++) {
    uint32_t pixel = pixel_at(row, x, has_alpha);
    if (x == 0 || pixel != last) {
      index = palette->slots[find(palette, pixel)] - 1u;
      last = pixel;
    }
    // The leftmost pixel lies in the high bits (PNG 3rd edition, 7.2).
    size_t shift = (per_byte - 1 - x % per_byte) * (size_t)palette->bit_depth;
    target[x / per_byte] |= (uint8_t)(index << shift);
  }
}
