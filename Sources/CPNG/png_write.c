#include <libdeflate.h>
#include <stdlib.h>

#include "png_palette.h"
#include "png_session.h"

typedef struct cpng_writer {
  cpng_session session;
  uint8_t *bytes;
  size_t count;
  size_t capacity;
  /// NULL for RGB or RGBA.
  cpng_palette *palette;
  size_t row_bytes;
  /// All rows with their filter bytes where there is a compressor; otherwise one row.
  uint8_t *rows;
  struct libdeflate_compressor *compressor;
  uint8_t *packed;
  size_t packed_room;
  png_text *texts;
} cpng_writer;

static void append(png_structp png, png_bytep data, size_t length) {
  cpng_writer *writer = png_get_io_ptr(png);
  if (length > writer->capacity - writer->count) {
    size_t capacity = writer->capacity;
    while (length > capacity - writer->count) {
      if (capacity > SIZE_MAX / 2) {
        writer->session.status = CPNG_OUT_OF_MEMORY;
        png_error(png, "out of memory");
      }
      capacity = capacity == 0 ? 64 * 1024 : capacity * 2;
    }
    uint8_t *grown = realloc(writer->bytes, capacity);
    if (grown == NULL) {
      writer->session.status = CPNG_OUT_OF_MEMORY;
      png_error(png, "out of memory");
    }
    writer->bytes = grown;
    writer->capacity = capacity;
  }
  memcpy(writer->bytes + writer->count, data, length);
  writer->count += length;
}

static void flush_nothing(png_structp png) {
  (void)png;
}

bool cpng_is_opaque(const uint8_t *pixels, size_t width, size_t height, size_t bytes_per_row) {
  for (size_t y = 0; y < height; y++) {
    const uint8_t *row = pixels + (size_t)y * bytes_per_row;
    // One look per row instead of per pixel lets the compiler vectorise.
    uint8_t all = 255;
    for (size_t x = 0; x < width; x++) {
      all &= row[4 * x + 3];
    }
    if (all != 255) {
      return false;
    }
  }
  return true;
}

static uint8_t unpremultiplied(uint32_t channel, uint32_t alpha) {
  uint32_t value = (channel * 255 + alpha / 2) / alpha;
  return value > 255 ? 255 : (uint8_t)value;
}

static void convert_opaque(const uint8_t *source, uint8_t *target, uint32_t width) {
  for (uint32_t x = 0; x < width; x++, source += 4, target += 3) {
    target[0] = source[2];
    target[1] = source[1];
    target[2] = source[0];
  }
}

static void convert_alpha(const uint8_t *source, uint8_t *target, uint32_t width) {
  for (uint32_t x = 0; x < width; x++, source += 4, target += 4) {
    uint8_t alpha = source[3];
    if (alpha == 255) {
      target[0] = source[2];
      target[1] = source[1];
      target[2] = source[0];
    } else if (alpha == 0) {
      target[0] = target[1] = target[2] = 0;
    } else {
      target[0] = unpremultiplied(source[2], alpha);
      target[1] = unpremultiplied(source[1], alpha);
      target[2] = unpremultiplied(source[0], alpha);
    }
    target[3] = alpha;
  }
}

/// Writes what comes before the image.
static void write_header(cpng_writer *writer, const cpng_encoding *e) {
  png_structp png = writer->session.png;
  png_infop info = writer->session.info;
  int bit_depth = 8;
  int color_type = e->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB;
  png_color colors[256];
  png_byte alphas[256];
  const cpng_palette *palette = writer->palette;
  int transparent = 0;
  if (palette != NULL) {
    bit_depth = palette->bit_depth;
    color_type = PNG_COLOR_TYPE_PALETTE;
    for (size_t i = 0; i < palette->count; i++) {
      uint8_t pixel[4], color[4];
      memcpy(pixel, &palette->colors[i], 4);
      convert_alpha(pixel, color, 1);
      colors[i] = (png_color){color[0], color[1], color[2]};
      alphas[i] = color[3];
      if (color[3] != 255) {
        transparent = (int)i + 1;
      }
    }
  }
  png_set_IHDR(png, info, e->width, e->height, bit_depth, color_type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (palette != NULL) {
    png_set_PLTE(png, info, colors, (int)palette->count);
    if (transparent > 0) {
      png_set_tRNS(png, info, alphas, transparent, NULL);
    }
  }
  if (e->pixels_per_metre > 0) {
    png_set_pHYs(png, info, e->pixels_per_metre, e->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  if (e->text_count > 0) {
    png_set_text(png, info, writer->texts, (int)e->text_count);
  }
  png_write_info(png, info);
}

static void convert_row(const cpng_writer *writer, const cpng_encoding *e, const uint8_t *source,
                        uint8_t *target) {
  if (writer->palette != NULL) {
    cpng_palette_row(writer->palette, source, e->width, e->has_alpha, target);
  } else if (e->has_alpha) {
    convert_alpha(source, target, e->width);
  } else {
    convert_opaque(source, target, e->width);
  }
}

/// Row by row through zlib, for images that are not to be held in memory once more.
static void write_rows(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  png_structp png = writer->session.png;
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(png, e->is_small ? 9 : 3);
  png_set_compression_buffer_size(png, 64 * 1024);
  write_header(writer, e);
  for (uint32_t y = 0; y < e->height; y++) {
    convert_row(writer, e, pixels + (size_t)y * e->bytes_per_row, writer->rows);
    png_write_row(png, writer->rows);
  }
  png_write_end(png, NULL);
}

/// All at once through libdeflate, which packs tighter than zlib in a third of the time.
static void write_whole(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  png_structp png = writer->session.png;
  write_header(writer, e);
  for (uint32_t y = 0; y < e->height; y++) {
    uint8_t *row = writer->rows + (size_t)y * (writer->row_bytes + 1);
    row[0] = PNG_FILTER_VALUE_NONE;
    convert_row(writer, e, pixels + (size_t)y * e->bytes_per_row, row + 1);
  }
  size_t length = libdeflate_zlib_compress(writer->compressor, writer->rows,
                                           (writer->row_bytes + 1) * e->height, writer->packed,
                                           writer->packed_room);
  if (length == 0) {
    png_error(png, "the image could not be packed");
  }
  png_write_chunk(png, (png_const_bytep) "IDAT", writer->packed, length);
  png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
}

static void write_image(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  png_structp png = writer->session.png;
  png_set_write_fn(png, writer, append, flush_nothing);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  if (writer->compressor != NULL) {
    write_whole(writer, pixels, e);
  } else {
    write_rows(writer, pixels, e);
  }
}

/// The most bytes of rows that are held in memory at once: an image of 22 megapixels.
static const size_t whole_limit = 64 << 20;

static cpng_status prepare(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  size_t bits = e->has_alpha ? 32 : 24;
  if (e->is_small) {
    writer->palette = malloc(sizeof *writer->palette);
    if (writer->palette == NULL) {
      return CPNG_OUT_OF_MEMORY;
    }
    bool is_few = cpng_find_palette(writer->palette, pixels, e->width, e->height,
                                    e->bytes_per_row, e->has_alpha);
    // A palette takes three bytes for each colour, which must be worth it.
    if (is_few && (uint64_t)e->width * e->height >= 4 * writer->palette->count) {
      bits = (size_t)writer->palette->bit_depth;
    } else {
      free(writer->palette);
      writer->palette = NULL;
    }
  }
  writer->row_bytes = ((size_t)e->width * bits + 7) / 8;
  size_t all = (writer->row_bytes + 1) * e->height;
  if (all <= whole_limit) {
    writer->compressor = libdeflate_alloc_compressor(e->is_small ? 11 : 6);
    if (writer->compressor == NULL) {
      return CPNG_OUT_OF_MEMORY;
    }
    writer->packed_room = libdeflate_zlib_compress_bound(writer->compressor, all);
    writer->packed = malloc(writer->packed_room);
    if (writer->packed == NULL) {
      return CPNG_OUT_OF_MEMORY;
    }
    writer->rows = malloc(all);
  } else {
    writer->rows = malloc(writer->row_bytes);
  }
  writer->texts = calloc(e->text_count + 1, sizeof *writer->texts);
  if (writer->rows == NULL || writer->texts == NULL) {
    return CPNG_OUT_OF_MEMORY;
  }
  for (size_t i = 0; i < e->text_count; i++) {
    writer->texts[i].compression = PNG_ITXT_COMPRESSION_NONE;
    writer->texts[i].key = (char *)e->texts[i].keyword;
    writer->texts[i].text = (char *)e->texts[i].text;
    writer->texts[i].itxt_length = strlen(e->texts[i].text);
    writer->texts[i].lang = (char *)e->texts[i].language;
  }
  writer->session.png =
      png_create_write_struct(PNG_LIBPNG_VER_STRING, writer, cpng_on_error, cpng_on_warning);
  if (writer->session.png == NULL) {
    return CPNG_OUT_OF_MEMORY;
  }
  writer->session.info = png_create_info_struct(writer->session.png);
  return writer->session.info == NULL ? CPNG_OUT_OF_MEMORY : CPNG_OK;
}

cpng_status cpng_encode(const uint8_t *pixels, const cpng_encoding *encoding, uint8_t **bytes,
                        size_t *count, cpng_message *message) {
  // Everything that changes after setjmp lies in this struct, not in a register.
  cpng_writer *writer = calloc(1, sizeof *writer);
  if (writer == NULL) {
    return CPNG_OUT_OF_MEMORY;
  }
  writer->session.message = message;
  writer->session.status = prepare(writer, pixels, encoding);
  if (writer->session.status == CPNG_OK && setjmp(png_jmpbuf(writer->session.png)) == 0) {
    write_image(writer, pixels, encoding);
  }
  cpng_status status = writer->session.status;
  png_destroy_write_struct(&writer->session.png, &writer->session.info);
  if (status == CPNG_OK) {
    *bytes = writer->bytes;
    *count = writer->count;
  } else {
    free(writer->bytes);
  }
  if (writer->compressor != NULL) {
    libdeflate_free_compressor(writer->compressor);
  }
  free(writer->packed);
  free(writer->rows);
  free(writer->palette);
  free(writer->texts);
  free(writer);
  return status;
}
