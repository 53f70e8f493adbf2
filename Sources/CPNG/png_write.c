#include <libdeflate.h>
#include <stdlib.h>

#include "pixel_row.h"
#include "png_chart.h"
#include "png_image_kind.h"
#include "png_palette.h"
#include "png_session.h"

typedef struct cpng_writer {
  cpng_session session;
  uint8_t *bytes;
  size_t count;
  size_t capacity;
  /// For images that are packed by whole pixels; otherwise NULL.
  cpng_chart *chart;
  /// The filters that libpng chooses from, and zlib's level.
  int filters;
  int level;
  /// NULL for RGB or RGBA.
  cpng_palette *palette;
  size_t row_bytes;
  /// All rows with their filter bytes where there is a compressor; one row for libpng.
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
      pixel_row_alpha(pixel, color, 1);
      colors[i] = (png_color){color[0], color[1], color[2]};
      alphas[i] = color[3];
      if (color[3] != 255) {
        transparent = (int)i + 1;
      }
    }
  }
  png_set_IHDR(png, info, e->width, e->height, bit_depth, color_type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  // The colours are sRGB's; a reader that is not told may guess otherwise.
  png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
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
    pixel_row_alpha(source, target, e->width);
  } else {
    pixel_row_opaque(source, target, e->width);
  }
}

static void stop(cpng_writer *writer) {
  writer->session.status = CPNG_STOPPED;
  png_error(writer->session.png, "stopped");
}

static void stop_if_asked(cpng_writer *writer, const cpng_encoding *e, size_t y) {
  if (y % cpng_stop_interval == 0 && e->should_stop != NULL && e->should_stop(e->stop_context)) {
    stop(writer);
  }
}

/// Row by row through libpng and zlib: where filters help, and for images that are not to be held
/// in memory once more.
static void write_rows(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  png_structp png = writer->session.png;
  png_set_filter(png, PNG_FILTER_TYPE_BASE, writer->filters);
  png_set_compression_level(png, writer->level);
  png_set_compression_buffer_size(png, 64 * 1024);
  write_header(writer, e);
  for (uint32_t y = 0; y < e->height; y++) {
    stop_if_asked(writer, e, y);
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
    stop_if_asked(writer, e, y);
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

static void put_word(uint8_t *bytes, uint32_t value) {
  for (int i = 0; i < 4; i++) {
    bytes[i] = (uint8_t)(value >> (24 - 8 * i));
  }
}

/// A chunk of image data, with libdeflate's checksum.
static void write_data(void *context, const uint8_t *bytes, size_t count) {
  png_structp png = context;
  uint8_t head[8] = {0, 0, 0, 0, 'I', 'D', 'A', 'T'}, tail[4];
  put_word(head, (uint32_t)count);
  put_word(tail, libdeflate_crc32(libdeflate_crc32(0, head + 4, 4), bytes, count));
  append(png, head, sizeof head);
  append(png, (png_bytep)bytes, count);
  append(png, tail, sizeof tail);
}

static cpng_rows rows_of(const uint8_t *pixels, const cpng_encoding *e) {
  return (cpng_rows){pixels,       e->width,       e->height,      e->bytes_per_row,
                     e->has_alpha, e->should_stop, e->stop_context};
}

/// By whole pixels, in pieces as they are found.
static void write_chart(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  png_structp png = writer->session.png;
  write_header(writer, e);
  const cpng_rows rows = rows_of(pixels, e);
  if (!cpng_chart_pack(writer->chart, &rows, e->packing == CPNG_FAST, write_data, png)) {
    stop(writer);
  }
  png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
}

static void write_image(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  png_structp png = writer->session.png;
  png_set_write_fn(png, writer, append, flush_nothing);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  if (writer->chart != NULL) {
    write_chart(writer, pixels, e);
  } else if (writer->compressor != NULL) {
    write_whole(writer, pixels, e);
  } else {
    write_rows(writer, pixels, e);
  }
}

/// The most bytes of rows that are held in memory at once: an image of 22 megapixels.
static const size_t whole_limit = 64 << 20;

/// True where a palette holds the colours and is worth its bytes.
static bool find_palette(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  bool is_few = cpng_find_palette(writer->palette, pixels, e->width, e->height, e->bytes_per_row,
                                  e->has_alpha);
  // A palette takes three bytes for each colour, which must be worth it.
  return is_few && (uint64_t)e->width * e->height >= 4 * writer->palette->count;
}

/// Chooses how the image is packed, and takes the memory for it.
static cpng_status prepare_packing(cpng_writer *writer, const uint8_t *pixels,
                                   const cpng_encoding *e) {
  const cpng_rows rows = rows_of(pixels, e);
  cpng_image_kind kind =
      e->packing == CPNG_SMALL ? CPNG_KIND_BUSY : cpng_find_kind(&rows);
  size_t pixel_bytes = e->has_alpha ? 4 : 3;
  writer->row_bytes = (size_t)e->width * pixel_bytes;
  if (kind == CPNG_KIND_CHART && e->bytes_per_row <= cpng_chart_limit / e->height &&
      writer->row_bytes + 1 <= cpng_chart_limit / e->height) {
    writer->chart = cpng_chart_create(e->width, e->has_alpha);
    return writer->chart == NULL ? CPNG_OUT_OF_MEMORY : CPNG_OK;
  }
  if (e->packing == CPNG_SMALL || kind == CPNG_KIND_SMOOTH) {
    writer->palette = malloc(sizeof *writer->palette);
    if (writer->palette == NULL) {
      return CPNG_OUT_OF_MEMORY;
    }
    if (find_palette(writer, pixels, e)) {
      writer->row_bytes = ((size_t)e->width * (size_t)writer->palette->bit_depth + 7) / 8;
    } else {
      free(writer->palette);
      writer->palette = NULL;
    }
  }
  writer->filters = PNG_FILTER_NONE;
  writer->level = e->packing == CPNG_SMALL ? 9 : 3;
  bool is_filtered = kind == CPNG_KIND_SMOOTH && writer->palette == NULL;
  if (is_filtered) {
    // The filter with the least sum in each row, and zlib's usual level.
    writer->filters = PNG_ALL_FILTERS;
    writer->level = 6;
  }
  size_t all = (writer->row_bytes + 1) * e->height;
  if (is_filtered || all > whole_limit) {
    writer->rows = malloc(writer->row_bytes);
    return writer->rows == NULL ? CPNG_OUT_OF_MEMORY : CPNG_OK;
  }
  writer->compressor = libdeflate_alloc_compressor(e->packing == CPNG_SMALL ? 11 : 6);
  if (writer->compressor == NULL) {
    return CPNG_OUT_OF_MEMORY;
  }
  writer->packed_room = libdeflate_zlib_compress_bound(writer->compressor, all);
  writer->packed = malloc(writer->packed_room);
  writer->rows = malloc(all);
  return writer->packed == NULL || writer->rows == NULL ? CPNG_OUT_OF_MEMORY : CPNG_OK;
}

static cpng_status prepare(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  cpng_status status = prepare_packing(writer, pixels, e);
  if (status != CPNG_OK) {
    return status;
  }
  writer->texts = calloc(e->text_count + 1, sizeof *writer->texts);
  if (writer->texts == NULL) {
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
  cpng_chart_destroy(writer->chart);
  free(writer->packed);
  free(writer->rows);
  free(writer->palette);
  free(writer->texts);
  free(writer);
  return status;
}
