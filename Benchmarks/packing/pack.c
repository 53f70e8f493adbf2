// Packs the pixels of PNG files again in several ways; compiled and run by packing.py.
//
//     pack METHOD RUNS FILE...
//
// METHOD is standard, fast or small (this package), libpng (its defaults) or read (reads each
// pixel once). Prints the fastest sum of milliseconds over the files, their bytes, and the pixels'
// bytes. Every result is unpacked by libpng and must have the same pixels.

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include "png_io.h"

typedef struct image {
  uint8_t *pixels;  // BGRA
  png_uint_32 width, height;
  bool is_opaque;
} image;

static void fail(const char *path, const char *reason) {
  fprintf(stderr, "%s: %s\n", path, reason);
  exit(1);
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/// Memory as a picture's pixels have it in the package: in large pages, where there are any.
static uint8_t *pixels_of(size_t count) {
  size_t large_page = 2 << 20;
  size_t rounded = (count + large_page - 1) / large_page * large_page;
  uint8_t *pixels = aligned_alloc(large_page, rounded);
#if defined(__linux__)
  if (pixels != NULL) {
    madvise(pixels, rounded, MADV_HUGEPAGE);
  }
#endif
  return pixels;
}

static image read_image(const char *path, const uint8_t *bytes, size_t count) {
  png_image png = {.version = PNG_IMAGE_VERSION};
  int ok = bytes == NULL ? png_image_begin_read_from_file(&png, path)
                         : png_image_begin_read_from_memory(&png, bytes, count);
  if (!ok) {
    fail(path, png.message);
  }
  png.format = PNG_FORMAT_BGRA;
  image result = {pixels_of(PNG_IMAGE_SIZE(png)), png.width, png.height, true};
  if (result.pixels == NULL || !png_image_finish_read(&png, NULL, result.pixels, 0, NULL)) {
    fail(path, png.message);
  }
  result.is_opaque = cpng_is_opaque(result.pixels, png.width, png.height, 4 * png.width);
  return result;
}

typedef struct output {
  uint8_t *bytes;
  size_t count, capacity;
} output;

static void append(png_structp png, png_bytep data, size_t length) {
  output *out = png_get_io_ptr(png);
  if (out->count + length > out->capacity) {
    out->capacity = 2 * (out->count + length);
    out->bytes = realloc(out->bytes, out->capacity);
  }
  memcpy(out->bytes + out->count, data, length);
  out->count += length;
}

static void flush_nothing(png_structp png) {
  (void)png;
}

static output pack_by_libpng(const image *image) {
  output out = {0};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &out, append, flush_nothing);
  png_set_IHDR(png, info, image->width, image->height, 8,
               image->is_opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  png_set_bgr(png);
  if (image->is_opaque) {
    png_set_filler(png, 0, PNG_FILLER_AFTER);
  }
  for (png_uint_32 y = 0; y < image->height; y++) {
    png_write_row(png, image->pixels + (size_t)4 * image->width * y);
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return out;
}

static output pack(const image *image, int packing) {
  output out = {0};
  cpng_encoding encoding = {.width = image->width,
                            .height = image->height,
                            .bytes_per_row = (size_t)4 * image->width,
                            .has_alpha = !image->is_opaque,
                            .packing = (cpng_packing)packing};
  cpng_message message = {{0}};
  if (cpng_encode(image->pixels, &encoding, &out.bytes, &out.count, &message) != CPNG_OK) {
    fail("an image", message.text);
  }
  return out;
}

static void check(const char *path, const image *expected, const output *out) {
  image found = read_image(path, out->bytes, out->count);
  if (found.width != expected->width || found.height != expected->height ||
      memcmp(found.pixels, expected->pixels, (size_t)4 * found.width * found.height) != 0) {
    fail(path, "other pixels after packing");
  }
  free(found.pixels);
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fail("usage", "pack METHOD RUNS FILE...");
  }
  const char *method = argv[1];
  int packing = strcmp(method, "standard") == 0 ? CPNG_STANDARD
                : strcmp(method, "fast") == 0   ? CPNG_FAST
                : strcmp(method, "small") == 0  ? CPNG_SMALL
                : strcmp(method, "libpng") == 0 ? -1
                : strcmp(method, "read") == 0   ? -2
                                                : -3;
  if (packing == -3) {
    fail(method, "not a method");
  }
  int count = argc - 3, runs = atoi(argv[2]);
  image *images = calloc((size_t)count, sizeof *images);
  size_t pixel_bytes = 0;
  for (int i = 0; i < count; i++) {
    images[i] = read_image(argv[3 + i], NULL, 0);
    pixel_bytes += (size_t)4 * images[i].width * images[i].height;
  }
  double fastest = 1e9;
  size_t bytes = 0;
  // The first round is for the pixels, and for caches.
  for (int run = 0; run <= runs; run++) {
    double sum = 0;
    bytes = 0;
    for (int i = 0; i < count; i++) {
      double start = milliseconds();
      output out = {0};
      volatile uint64_t seen = 0;
      if (packing == -2) {
        uint64_t all = 0, two;
        for (size_t at = 0; at + 8 <= (size_t)4 * images[i].width * images[i].height; at += 8) {
          memcpy(&two, images[i].pixels + at, 8);
          all ^= two;
        }
        seen = all;
      } else {
        out = packing == -1 ? pack_by_libpng(&images[i]) : pack(&images[i], packing);
      }
      (void)seen;
      sum += milliseconds() - start;
      bytes += out.count;
      if (run == 0 && packing != -2 && images[i].is_opaque) {
        check(argv[3 + i], &images[i], &out);
      }
      cpng_free(out.bytes);
    }
    if (run > 0 && sum < fastest) {
      fastest = sum;
    }
  }
  printf("%.1f %zu %zu\n", fastest, bytes, pixel_bytes);
  return 0;
}
