// Packs seeded images of many kinds and unpacks each by zlib, libdeflate and libpng; run by fuzz.py.
//
//     fuzz FIRST COUNT
//
// The seeds FIRST to FIRST + COUNT - 1. The bytes of rows must be the same for zlib and
// libdeflate, checksums right, and the pixels those that were packed. Prints how many images were
// packed by whole pixels.

#include <libdeflate.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "png_image_kind.h"
#include "png_io.h"

static uint64_t state;

static uint64_t next(void) {  // SplitMix64
  uint64_t z = state += 0x9E3779B97F4A7C15;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

static uint32_t below(uint32_t count) {
  return (uint32_t)(next() % count);
}

static void fail(uint64_t seed, const char *reason) {
  fprintf(stderr, "seed %llu: %s\n", (unsigned long long)seed, reason);
  abort();
}

typedef struct image {
  uint8_t *pixels;
  uint32_t width, height;
  size_t bytes_per_row;
  bool has_alpha;
} image;

static uint8_t *pixel(const image *i, uint32_t x, uint32_t y) {
  return i->pixels + y * i->bytes_per_row + (size_t)4 * x;
}

/// A premultiplied pixel; opaque in images without alpha, where the fourth byte is anything.
static void set(const image *i, uint32_t x, uint32_t y, uint32_t color) {
  uint8_t *p = pixel(i, x, y);
  uint32_t alpha = i->has_alpha ? color >> 24 : 255;
  for (int c = 0; c < 3; c++) {
    p[c] = (uint8_t)((color >> (8 * c) & 255) * alpha / 255);
  }
  p[3] = (uint8_t)(i->has_alpha ? alpha : color >> 24);
}

static void rectangle(const image *i, uint32_t color) {
  uint32_t x0 = below(i->width), y0 = below(i->height);
  uint32_t x1 = x0 + 1 + below(i->width - x0), y1 = y0 + 1 + below(i->height - y0);
  if (below(3) == 0) {
    x1 = x0 + 1;
  } else if (below(3) == 0) {
    y1 = y0 + 1;
  }
  for (uint32_t y = y0; y < y1; y++) {
    for (uint32_t x = x0; x < x1; x++) {
      set(i, x, y, color);
    }
  }
}

static uint32_t any_color(uint32_t count) {
  uint32_t color = below(count) * 2654435761u;
  return below(2) == 0 ? color | 0xFF000000 : color;
}

static image make(void) {
  static const uint32_t sides[] = {1, 2, 3, 5, 16, 17, 85, 86, 87, 120, 258, 333, 1000};
  image i;
  i.width = below(3) > 0 ? sides[below(13)] : 1 + below(400);
  i.height = below(3) > 0 ? sides[below(12)] : 1 + below(200);
  if (below(40) == 0) {
    // Rows beyond the window of deflate, or just within.
    i.width = 10900 + below(60);
    i.height = 1 + below(12);
  }
  i.has_alpha = below(3) == 0;
  i.bytes_per_row = (size_t)4 * i.width + (below(4) == 0 ? 4 * below(9) : 0);
  i.pixels = malloc(i.bytes_per_row * i.height);
  for (size_t at = 0; at < i.bytes_per_row * i.height; at++) {
    i.pixels[at] = (uint8_t)next();
  }
  uint32_t colors = 1 + below(below(2) == 0 ? 12 : 5000);
  uint32_t kind = below(8);
  uint32_t ground = any_color(colors);
  for (uint32_t y = 0; y < i.height; y++) {
    for (uint32_t x = 0; x < i.width; x++) {
      uint32_t color = ground;
      if (kind == 0) {
        color = (uint32_t)next();  // noise
      } else if (kind == 1) {
        color = 0xFF000000 | (x & 255) | (y & 255) << 8 | ((x + y) / 2 & 255) << 16;  // gradient
      } else if (kind == 2) {
        color = any_color(colors);  // noise of few colours
      } else if (kind == 3) {
        color = (x / 7 + y / 5) % 2 * 0xFFFFFF | 0xFF000000;
      }
      set(&i, x, y, color);
    }
  }
  if (kind >= 3) {
    for (uint32_t n = below(60); n > 0; n--) {
      rectangle(&i, any_color(colors));
    }
    for (uint32_t n = below(6); n > 0; n--) {
      // Repeats of what was there, like letters.
      uint32_t w = 1 + below(i.width), h = 1 + below(i.height);
      uint32_t x0 = below(i.width - w + 1), y0 = below(i.height - h + 1);
      uint32_t x1 = below(i.width - w + 1), y1 = below(i.height - h + 1);
      for (uint32_t y = 0; y < h; y++) {
        memmove(pixel(&i, x1, y1 + y), pixel(&i, x0, y0 + y), (size_t)4 * w);
      }
    }
    for (uint32_t n = kind == 4 ? i.width * i.height / 15 : 0; n > 0; n--) {
      set(&i, below(i.width), below(i.height), any_color(colors));
    }
  }
  return i;
}

static size_t image_data(const uint8_t *file, size_t count, uint8_t *data) {
  size_t used = 0;
  for (size_t at = 8; at + 12 <= count;) {
    size_t length = (size_t)file[at] << 24 | file[at + 1] << 16 | file[at + 2] << 8 | file[at + 3];
    if (memcmp(file + at + 4, "IDAT", 4) == 0) {
      memcpy(data + used, file + at + 8, length);
      used += length;
    }
    at += 12 + length;
  }
  return used;
}

static bool test(uint64_t seed) {
  state = seed;
  image i = make();
  cpng_encoding encoding = {.width = i.width,
                            .height = i.height,
                            .bytes_per_row = i.bytes_per_row,
                            .has_alpha = i.has_alpha,
                            .packing = below(2) == 0 ? CPNG_STANDARD : CPNG_FAST};
  uint8_t *file = NULL;
  size_t count = 0;
  cpng_message message;
  if (cpng_encode(i.pixels, &encoding, &file, &count, &message) != CPNG_OK) {
    fail(seed, "not packed");
  }
  size_t room = ((size_t)4 * i.width + 1) * i.height;
  uint8_t *data = malloc(count), *by_zlib = malloc(room), *by_libdeflate = malloc(room);
  size_t packed = image_data(file, count, data);
  uLongf zlib_count = room;
  size_t libdeflate_count = 0;
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  if (uncompress(by_zlib, &zlib_count, data, packed) != Z_OK) {
    fail(seed, "zlib refuses");
  }
  if (libdeflate_zlib_decompress(decompressor, data, packed, by_libdeflate, room,
                                 &libdeflate_count) != LIBDEFLATE_SUCCESS) {
    fail(seed, "libdeflate refuses");
  }
  if (zlib_count != libdeflate_count || memcmp(by_zlib, by_libdeflate, zlib_count) != 0) {
    fail(seed, "zlib and libdeflate disagree");
  }
  libdeflate_free_decompressor(decompressor);
  png_image png = {.version = PNG_IMAGE_VERSION};
  if (!png_image_begin_read_from_memory(&png, file, count)) {
    fail(seed, "libpng refuses");
  }
  png.format = PNG_FORMAT_BGRA;
  uint8_t *found = malloc(PNG_IMAGE_SIZE(png));
  if (!png_image_finish_read(&png, NULL, found, 0, NULL) || png.warning_or_error != 0) {
    fail(seed, "libpng refuses");
  }
  for (uint32_t y = 0; y < i.height; y++) {
    for (uint32_t x = 0; x < i.width; x++) {
      const uint8_t *p = pixel(&i, x, y), *q = found + ((size_t)y * i.width + x) * 4;
      uint32_t alpha = i.has_alpha ? p[3] : 255;
      bool same = q[3] == alpha;
      for (int c = 0; c < 3; c++) {
        uint32_t expected = alpha == 0 ? 0 : (p[c] * 255 + alpha / 2) / alpha;
        same = same && q[c] == (expected > 255 ? 255 : expected);
      }
      if (!same) {
        fail(seed, "other pixels");
      }
    }
  }
  const cpng_rows rows = {i.pixels, i.width, i.height, i.bytes_per_row, i.has_alpha};
  bool is_chart = cpng_find_kind(&rows) == CPNG_KIND_CHART;
  free(data);
  free(by_zlib);
  free(by_libdeflate);
  free(found);
  cpng_free(file);
  free(i.pixels);
  return is_chart;
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: fuzz FIRST COUNT\n");
    return 2;
  }
  uint64_t first = strtoull(argv[1], NULL, 10), count = strtoull(argv[2], NULL, 10), charts = 0;
  for (uint64_t seed = first; seed < first + count; seed++) {
    charts += test(seed);
  }
  printf("%llu images are the same after zlib, libdeflate and libpng; %llu were packed by whole "
         "pixels\n",
         (unsigned long long)count, (unsigned long long)charts);
  return 0;
}
