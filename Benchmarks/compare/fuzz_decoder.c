// A fuzzing target (libFuzzer) for the PNG decoder, built and run by fuzz.py.
//
// An input's first byte determines how the rest becomes a PNG file: unchanged; with its checksums
// repaired, so that the code after their check is reached; or as a header with image data that is
// packed here, so that filters and conversions are reached. The result without libpng must be that
// of libpng.

#include "../../Sources/CPNG/png_read.c"

#include <libdeflate.h>
#include <stdio.h>

enum { max_pixels = 1 << 20, max_file = 1 << 22 };

static uint32_t word(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static void put_word(uint8_t *bytes, uint32_t value) {
  for (int i = 0; i < 4; i++) {
    bytes[i] = (uint8_t)(value >> (24 - 8 * i));
  }
}

static void repair(uint8_t *bytes, size_t count) {
  static const uint8_t signature[8] = {0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A};
  if (count < 8) {
    return;
  }
  memcpy(bytes, signature, sizeof signature);
  for (size_t at = 8; count - at >= 12;) {
    size_t length = word(bytes + at);
    if (length > count - at - 12) {
      return;
    }
    put_word(bytes + at + 8 + length, libdeflate_crc32(0, bytes + at + 4, length + 4));
    at += length + 12;
  }
}

static size_t put_chunk(uint8_t *bytes, const char *name, const uint8_t *data, size_t count) {
  put_word(bytes, (uint32_t)count);
  memcpy(bytes + 4, name, 4);
  if (count > 0) {
    memmove(bytes + 8, data, count);
  }
  put_word(bytes + 8 + count, libdeflate_crc32(0, bytes + 4, count + 4));
  return count + 12;
}

/// Width, height, depth, colour type, interlacing, palette and transparency from the input's first
/// bytes, filtered rows from the others.
static size_t pack(const uint8_t *input, size_t count, uint8_t *file) {
  static const uint8_t kinds[][2] = {{0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16},
                                     {3, 1}, {3, 2}, {3, 4}, {3, 8}, {4, 8},  {4, 16}, {6, 8},
                                     {6, 16}};
  if (count < 8) {
    return 0;
  }
  size_t used = 0;
  const uint8_t *kind = kinds[input[2] % (sizeof kinds / sizeof kinds[0])];
  uint8_t header[13] = {0, 0, 0, (uint8_t)(1 + input[0] % 64), 0, 0, 0,
                        (uint8_t)(1 + input[1] % 32), kind[1], kind[0], 0, 0, input[3] & 1};
  memcpy(file, "\x89PNG\r\n\x1a\n", 8);
  used = 8 + put_chunk(file + 8, "IHDR", header, sizeof header);
  size_t entries = kind[0] == 3 ? 1 + input[4] % (1u << kind[1]) : 0;
  uint8_t table[768];
  for (size_t i = 0; i < sizeof table; i++) {
    table[i] = (uint8_t)(i * 41 + input[5]);
  }
  if (entries > 0) {
    used += put_chunk(file + used, "PLTE", table, entries * 3);
  }
  if (input[3] & 2) {
    if (kind[0] == 3) {
      used += put_chunk(file + used, "tRNS", table, 1 + input[6] % entries);
    } else if (kind[0] == 0) {
      uint8_t key[2] = {0, input[6]};
      used += put_chunk(file + used, "tRNS", key, 2);
    } else if (kind[0] == 2) {
      uint8_t key[6] = {0, input[6], 0, input[6], 0, input[6]};
      used += put_chunk(file + used, "tRNS", key, 6);
    }
  }
  // The rows in their order; missing bytes are zero, so that their number is correct.
  static const uint8_t channels[7] = {1, 0, 3, 1, 2, 0, 4};
  size_t row = ((size_t)header[3] * channels[kind[0]] * kind[1] + 7) / 8 + 1;
  size_t unpacked = row * header[7];
  uint8_t *rows = calloc(1, unpacked);
  size_t given = count - 8 < unpacked ? count - 8 : unpacked;
  memcpy(rows, input + 8, given);
  for (size_t y = 0; y < header[7]; y++) {
    if (input[7] & 1) {
      rows[y * row] %= 5;
    }
  }
  struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(1);
  size_t bound = libdeflate_zlib_compress_bound(compressor, unpacked);
  uint8_t *packed = malloc(bound);
  size_t size = libdeflate_zlib_compress(compressor, rows, unpacked, packed, bound);
  size_t first = input[3] & 4 ? size / 2 : size;
  used += put_chunk(file + used, "IDAT", packed, first);
  if (first < size) {
    used += put_chunk(file + used, "IDAT", packed + first, size - first);
  }
  used += put_chunk(file + used, "IEND", NULL, 0);
  libdeflate_free_compressor(compressor);
  free(packed);
  free(rows);
  return used;
}

static cpng_decoder *begin(const uint8_t *bytes, size_t count) {
  // The values that PNGDecoder in Swift checks before and passes on.
  static const uint8_t start[16] = {0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
                                    0,    0,    0,    13,   0x49, 0x48, 0x44, 0x52};
  if (count < 24 || memcmp(bytes, start, sizeof start) != 0) {
    return NULL;
  }
  uint64_t width = word(bytes + 16), height = word(bytes + 20);
  if (width == 0 || height == 0 || width > 32767 || height > 32767 ||
      width * height > max_pixels) {
    return NULL;
  }
  cpng_limits limits = {32767, 1 << 20, 64};
  cpng_status status = CPNG_OK;
  cpng_message message;
  return cpng_decoder_create(bytes, count, &limits, &status, &message);
}

static size_t text_size(cpng_decoder *decoder) {
  size_t sum = 0;
  for (size_t i = 0; i < cpng_decoder_text_count(decoder); i++) {
    cpng_text text = cpng_decoder_text(decoder, i);
    sum += strlen(text.keyword) + strlen(text.text) + strlen(text.language) + 1;
  }
  return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static uint8_t file[max_file];
  if (size < 2 || size > max_file / 4) {
    return 0;
  }
  size_t count = size - 1;
  int how = data[0] % 4;
  if (how == 3) {
    count = pack(data + 1, size - 1, file);
  } else {
    memcpy(file, data + 1, count);
    if (how > 0) {
      repair(file, count);
    }
  }
  cpng_decoder *quick = begin(file, count);
  if (quick == NULL) {
    return 0;
  }
  size_t pixels = (size_t)cpng_decoder_width(quick) * cpng_decoder_height(quick) * 4;
  uint8_t *seen = malloc(cpng_decoder_room(quick));
  cpng_message message;
  bool is_read = cpng_decoder_read(quick, seen, &message) == CPNG_OK;
  bool is_quick = quick->image_end > 0;
  size_t texts = text_size(quick);
  cpng_decoder_destroy(quick);
  cpng_decoder *slow = begin(file, count);
  uint8_t *expected = malloc(pixels);
  volatile bool is_right = false;
  slow->session.message = &message;
  if (setjmp(png_jmpbuf(slow->session.png)) == 0) {
    read_image(slow, expected);
    is_right = true;
  }
  if (is_read && is_quick &&
      (!is_right || memcmp(seen, expected, pixels) != 0 || texts != text_size(slow))) {
    fprintf(stderr, "the two readers disagree\n");
    abort();
  }
  cpng_decoder_destroy(slow);
  free(seen);
  free(expected);
  return 0;
}
