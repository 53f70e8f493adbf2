// What a comparison needs beyond eight bits of premultiplied colour: samples of sixteen bits as
// they are in the file, checksums, and the profiles that chunks hold packed.

#include <libdeflate.h>
#include <stdlib.h>

#include "png_session.h"

typedef struct deep_reader {
  cpng_session session;
  const uint8_t *bytes;
  size_t count;
  size_t offset;
} deep_reader;

static void take(png_structp png, png_bytep target, size_t length) {
  deep_reader *reader = png_get_io_ptr(png);
  if (length > reader->count - reader->offset) {
    reader->session.status = CPNG_TRUNCATED;
    png_error(png, "the file ends too early");
  }
  memcpy(target, reader->bytes + reader->offset, length);
  reader->offset += length;
}

static void read_samples(deep_reader *reader, const cpng_limits *limits, uint16_t *samples) {
  png_structp png = reader->session.png;
  png_infop info = reader->session.info;
  png_set_read_fn(png, reader, take);
  png_set_user_limits(png, limits->max_side, limits->max_side);
  png_set_chunk_malloc_max(png, limits->max_chunk_bytes);
  png_set_chunk_cache_max(png, limits->max_text_chunks + 2);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  // Only what the pixels are made of: IHDR, PLTE, tRNS, IDAT and IEND are always read.
  static const png_byte skipped[] =
      "bKGD\0cHRM\0eXIf\0gAMA\0hIST\0iCCP\0oFFs\0pCAL\0pHYs\0sBIT\0sCAL\0sPLT\0sRGB\0tIME\0tEXt\0"
      "zTXt\0iTXt";
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, skipped, (int)(sizeof skipped / 5));
  png_read_info(png, info);
  size_t width = png_get_image_width(png, info);
  size_t height = png_get_image_height(png, info);
  png_set_expand_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 0xFFFF, PNG_FILLER_AFTER);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  png_set_swap(png);
#endif
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  if (png_get_rowbytes(png, info) != width * 8) {
    png_error(png, "unexpected row size");
  }
  for (int pass = 0; pass < passes; pass++) {
    for (size_t y = 0; y < height; y++) {
      png_read_row(png, (png_bytep)(samples + y * width * 4), NULL);
    }
  }
}

cpng_status cpng_read_deep(const uint8_t *bytes, size_t count, const cpng_limits *limits,
                           uint16_t *samples, cpng_message *message) {
  deep_reader *reader = calloc(1, sizeof *reader);
  if (reader == NULL) {
    return CPNG_OUT_OF_MEMORY;
  }
  reader->bytes = bytes;
  reader->count = count;
  reader->session.message = message;
  reader->session.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader->session,
                                               cpng_on_error, cpng_on_warning);
  if (reader->session.png != NULL) {
    reader->session.info = png_create_info_struct(reader->session.png);
  }
  cpng_status status = CPNG_OUT_OF_MEMORY;
  if (reader->session.info != NULL) {
    if (setjmp(png_jmpbuf(reader->session.png)) == 0) {
      read_samples(reader, limits, samples);
    }
    status = reader->session.status;
  }
  png_destroy_read_struct(&reader->session.png, &reader->session.info, NULL);
  free(reader);
  return status;
}

uint32_t cpng_crc32(const uint8_t *bytes, size_t count) {
  return libdeflate_crc32(0, bytes, count);
}

bool cpng_inflate(const uint8_t *bytes, size_t count, uint8_t *target, size_t room,
                  size_t *filled) {
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  if (decompressor == NULL) {
    return false;
  }
  enum libdeflate_result result =
      libdeflate_zlib_decompress(decompressor, bytes, count, target, room, filled);
  libdeflate_free_decompressor(decompressor);
  return result == LIBDEFLATE_SUCCESS;
}

size_t cpng_deflate(const uint8_t *bytes, size_t count, uint8_t *target, size_t room) {
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
  if (compressor == NULL) {
    return 0;
  }
  size_t length = libdeflate_zlib_compress(compressor, bytes, count, target, room);
  libdeflate_free_compressor(compressor);
  return length;
}
