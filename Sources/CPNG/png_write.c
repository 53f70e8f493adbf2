#include <stdlib.h>

#include "png_session.h"

typedef struct cpng_writer {
  cpng_session session;
  uint8_t *bytes;
  size_t count;
  size_t capacity;
  uint8_t *row;
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

static void write_image(cpng_writer *writer, const uint8_t *pixels, const cpng_encoding *e) {
  png_structp png = writer->session.png;
  png_infop info = writer->session.info;
  png_set_write_fn(png, writer, append, flush_nothing);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(png, info, e->width, e->height, 8,
               e->has_alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_filter(png, PNG_FILTER_TYPE_BASE, e->filter_up ? PNG_FILTER_UP : PNG_FILTER_NONE);
  png_set_compression_level(png, e->compression_level);
  png_set_compression_buffer_size(png, 64 * 1024);
  if (e->pixels_per_metre > 0) {
    png_set_pHYs(png, info, e->pixels_per_metre, e->pixels_per_metre, PNG_RESOLUTION_METER);
  }
  if (e->text_count > 0) {
    png_set_text(png, info, writer->texts, (int)e->text_count);
  }
  png_write_info(png, info);
  for (uint32_t y = 0; y < e->height; y++) {
    const uint8_t *source = pixels + (size_t)y * e->bytes_per_row;
    if (e->has_alpha) {
      convert_alpha(source, writer->row, e->width);
    } else {
      convert_opaque(source, writer->row, e->width);
    }
    png_write_row(png, writer->row);
  }
  png_write_end(png, NULL);
}

static cpng_status prepare(cpng_writer *writer, const cpng_encoding *e) {
  writer->row = malloc((size_t)e->width * (e->has_alpha ? 4 : 3));
  writer->texts = calloc(e->text_count + 1, sizeof *writer->texts);
  if (writer->row == NULL || writer->texts == NULL) {
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
  writer->session.status = prepare(writer, encoding);
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
  free(writer->row);
  free(writer->texts);
  free(writer);
  return status;
}
