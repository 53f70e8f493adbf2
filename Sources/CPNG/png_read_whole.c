// The common kinds of image, read at once: libdeflate unpacks all of the image into the end of
// the pixels' own memory, and the rows are unfiltered from there. It gives up on anything out of
// the ordinary, damage included, so that libpng gives the answer or the reason.

#include <libdeflate.h>
#include <stdlib.h>

#include "png_session.h"

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__

/// Bytes that may be read beyond a row.
enum { slack = 16 };

typedef struct whole_image {
  size_t width;
  size_t height;
  /// Bytes of a pixel, at least 1: the distance to the filters' left neighbour.
  size_t stride;
  size_t row_bytes;
  int bit_depth;
  int color_type;
  /// Of grey levels and palette entries: premultiplied BGRA.
  uint32_t colors[256];
} whole_image;

static uint32_t load32(const uint8_t *bytes) {
  uint32_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static void store32(uint8_t *bytes, uint32_t value) {
  memcpy(bytes, &value, sizeof value);
}

static uint32_t big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint32_t premultiplied(uint32_t red, uint32_t green, uint32_t blue, uint32_t alpha) {
  red = (red * alpha + 127) / 255;
  green = (green * alpha + 127) / 255;
  blue = (blue * alpha + 127) / 255;
  return blue | green << 8 | red << 16 | alpha << 24;
}

// What the image is

static void set_grey_levels(whole_image *image, png_structp png, png_infop info) {
  png_color_16p key = NULL;
  uint32_t most = (1u << image->bit_depth) - 1;
  for (uint32_t level = 0; level <= most; level++) {
    uint32_t grey = level * 255 / most;
    image->colors[level] = premultiplied(grey, grey, grey, 255);
  }
  if (png_get_tRNS(png, info, NULL, NULL, &key) != 0 && key != NULL) {
    // Of the transparent level the lowest bits count (PNG 3rd edition, 11.3.1.1).
    image->colors[key->gray & most] = 0;
  }
}

static bool set_palette(whole_image *image, png_structp png, png_infop info) {
  png_colorp palette = NULL;
  png_bytep alphas = NULL;
  int count = 0, alpha_count = 0;
  if (png_get_PLTE(png, info, &palette, &count) == 0 || count <= 0 || count > 256) {
    return false;
  }
  png_get_tRNS(png, info, &alphas, &alpha_count, NULL);
  for (int i = 0; i < 256; i++) {
    uint32_t alpha = alphas != NULL && i < alpha_count ? alphas[i] : 255;
    // What is beyond the palette is black to libpng.
    image->colors[i] =
        i < count ? premultiplied(palette[i].red, palette[i].green, palette[i].blue, alpha)
                  : premultiplied(0, 0, 0, 255);
  }
  return true;
}

/// False for images that are left to libpng.
static bool describe(whole_image *image, png_structp png, png_infop info) {
  image->width = png_get_image_width(png, info);
  image->height = png_get_image_height(png, info);
  image->bit_depth = png_get_bit_depth(png, info);
  image->color_type = png_get_color_type(png, info);
  if (png_get_interlace_type(png, info) != PNG_INTERLACE_NONE || image->bit_depth > 8) {
    return false;
  }
  size_t channels = png_get_channels(png, info);
  size_t bits = channels * (size_t)image->bit_depth;
  if (image->height > SIZE_MAX / 8 / (image->width + 1)) {
    return false;
  }
  image->stride = bits < 8 ? 1 : bits / 8;
  image->row_bytes = (image->width * bits + 7) / 8;
  switch (image->color_type) {
    case PNG_COLOR_TYPE_GRAY:
      set_grey_levels(image, png, info);
      return true;
    case PNG_COLOR_TYPE_PALETTE:
      return set_palette(image, png, info);
    case PNG_COLOR_TYPE_RGB:
      return png_get_valid(png, info, PNG_INFO_tRNS) == 0;
    default:
      return true;
  }
}

// Filters (PNG 3rd edition, clause 9)

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint8_t bytes4 __attribute__((vector_size(4)));
typedef int16_t words4 __attribute__((vector_size(8)));

static bytes16 load16(const uint8_t *bytes) {
  bytes16 value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static bool is_zero(bytes16 value) {
  uint64_t halves[2];
  memcpy(halves, &value, sizeof halves);
  return (halves[0] | halves[1]) == 0;
}

static void undo_up(uint8_t *row, const uint8_t *above, const uint8_t *data, size_t count) {
  for (size_t i = 0; i < count; i++) {
    row[i] = (uint8_t)(data[i] + above[i]);
  }
}

/// Sixteen bytes, each the sum of those before it in its channel, and of the pixel to the left.
#define SUMS(value, left, once, twice)                                   \
  do {                                                                   \
    const bytes16 none = {0};                                            \
    (value) += __builtin_shufflevector(none, (value), MOVED_BY(once));   \
    (value) += __builtin_shufflevector(none, (value), MOVED_BY(twice));  \
    (value) += (left);                                                   \
  } while (0)
// Of thirty-two bytes, the first sixteen of which are zero, those that lie so many further left.
#define MOVED_BY(n)                                                                            \
  16 - (n), 17 - (n), 18 - (n), 19 - (n), 20 - (n), 21 - (n), 22 - (n), 23 - (n), 24 - (n),    \
      25 - (n), 26 - (n), 27 - (n), 28 - (n), 29 - (n), 30 - (n), 31 - (n)

/// Undoes the filter for four pixels of four bytes at a time; returns how many bytes are done.
static size_t undo_sub_fours(uint8_t *row, const uint8_t *data, size_t count) {
  bytes16 left = {0};
  size_t i = 0;
  for (; i + 16 <= count; i += 16) {
    bytes16 value = load16(data + i);
    SUMS(value, left, 4, 8);
    memcpy(row + i, &value, sizeof value);
    left = __builtin_shufflevector(
        value, value, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15);
  }
  return i;
}

/// The same for four pixels of three bytes; the four bytes written beyond them come next.
static size_t undo_sub_threes(uint8_t *row, const uint8_t *data, size_t count) {
  bytes16 left = {0};
  size_t i = 0;
  for (; i + 16 <= count; i += 12) {
    bytes16 value = load16(data + i);
    SUMS(value, left, 3, 6);
    memcpy(row + i, &value, sizeof value);
    left = __builtin_shufflevector(
        value, value, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9, 10, 11, 9);
  }
  return i;
}

static void undo_sub(uint8_t *row, const uint8_t *data, size_t count, size_t stride) {
  size_t i = 0;
  if (stride == 4) {
    i = undo_sub_fours(row, data, count);
  } else if (stride == 3) {
    i = undo_sub_threes(row, data, count);
  }
  for (; i < count; i++) {
    row[i] = (uint8_t)(data[i] + (i < stride ? 0 : row[i - stride]));
  }
}

static uint8_t nearest(int left, int up, int corner) {
  int to_left = abs(up - corner);
  int to_up = abs(left - corner);
  int to_corner = abs(left + up - 2 * corner);
  if (to_left <= to_up && to_left <= to_corner) {
    return (uint8_t)left;
  }
  return (uint8_t)(to_up <= to_corner ? up : corner);
}

static words4 widened(const uint8_t *bytes) {
  bytes4 value;
  memcpy(&value, bytes, sizeof value);
  return __builtin_convertvector(value, words4);
}

/// For pixels of 3 or 4 bytes; one byte beyond the row is read and written.
static inline void undo_average_pixels(
    uint8_t *row, const uint8_t *above, const uint8_t *data, size_t count, size_t stride) {
  const words4 low = {255, 255, 255, 255};
  words4 left = {0, 0, 0, 0};
  for (size_t i = 0; i < count; i += stride) {
    left = (widened(data + i) + ((left + widened(above + i)) >> 1)) & low;
    bytes4 pixel = __builtin_convertvector(left, bytes4);
    memcpy(row + i, &pixel, sizeof pixel);
  }
}

static void undo_average(
    uint8_t *row, const uint8_t *above, const uint8_t *data, size_t count, size_t stride) {
  if (stride == 4) {
    undo_average_pixels(row, above, data, count, 4);
    return;
  }
  if (stride == 3) {
    undo_average_pixels(row, above, data, count, 3);
    return;
  }
  for (size_t i = 0; i < count; i++) {
    uint32_t left = i < stride ? 0 : row[i - stride];
    row[i] = (uint8_t)(data[i] + (left + above[i]) / 2);
  }
}

static words4 magnitude(words4 value) {
  words4 sign = value >> 15;
  return (value ^ sign) - sign;
}

/// The same for four bytes, of which 3 or 4 are a pixel's.
static words4 nearest4(words4 left, words4 up, words4 corner) {
  words4 to_left = magnitude(up - corner);
  words4 to_up = magnitude(left - corner);
  words4 to_corner = magnitude(left + up - corner - corner);
  words4 takes_left = (to_left <= to_up) & (to_left <= to_corner);
  words4 takes_up = ~takes_left & (to_up <= to_corner);
  return (left & takes_left) | (up & takes_up) | (corner & ~takes_left & ~takes_up);
}

/// For pixels of 3 or 4 bytes; up to 16 bytes beyond the row are read, one is written.
static inline void undo_paeth_pixels(
    uint8_t *row, const uint8_t *above, const uint8_t *data, size_t count, size_t stride) {
  const words4 low = {255, 255, 255, 255};
  words4 left = {0, 0, 0, 0};
  words4 corner = {0, 0, 0, 0};
  bytes4 pixel = {0, 0, 0, 0};
  size_t i = 0;
  while (i < count) {
    // Below an even stretch the nearest is the left one, so that nothing in the data is a copy.
    while (i >= stride && i + 4 * stride <= count && is_zero(load16(data + i)) &&
           is_zero(load16(above + i) ^ load16(above + i - stride))) {
      for (size_t k = 0; k < 4; k++) {
        memcpy(row + i + k * stride, &pixel, sizeof pixel);
      }
      i += 4 * stride;
      corner = widened(above + i - stride);
    }
    for (size_t k = 0; k < 4 && i < count; k++, i += stride) {
      words4 up = widened(above + i);
      left = (nearest4(left, up, corner) + widened(data + i)) & low;
      corner = up;
      pixel = __builtin_convertvector(left, bytes4);
      memcpy(row + i, &pixel, sizeof pixel);
    }
  }
}

static void undo_paeth(
    uint8_t *row, const uint8_t *above, const uint8_t *data, size_t count, size_t stride) {
  if (stride == 4) {
    undo_paeth_pixels(row, above, data, count, 4);
  } else if (stride == 3) {
    undo_paeth_pixels(row, above, data, count, 3);
  } else {
    for (size_t i = 0; i < count; i++) {
      int left = i < stride ? 0 : row[i - stride];
      int corner = i < stride ? 0 : above[i - stride];
      row[i] = (uint8_t)(data[i] + nearest(left, above[i], corner));
    }
  }
}

/// False when the filter is none of PNG's.
static bool unfilter(const whole_image *image, int filter, uint8_t *row, const uint8_t *above,
                     const uint8_t *data) {
  switch (filter) {
    case PNG_FILTER_VALUE_NONE:
      memcpy(row, data, image->row_bytes);
      return true;
    case PNG_FILTER_VALUE_SUB:
      undo_sub(row, data, image->row_bytes, image->stride);
      return true;
    case PNG_FILTER_VALUE_UP:
      undo_up(row, above, data, image->row_bytes);
      return true;
    case PNG_FILTER_VALUE_AVG:
      undo_average(row, above, data, image->row_bytes, image->stride);
      return true;
    case PNG_FILTER_VALUE_PAETH:
      undo_paeth(row, above, data, image->row_bytes, image->stride);
      return true;
    default:
      return false;
  }
}

// Rows to premultiplied BGRA

static void convert_rgb(uint8_t *pixels, const uint8_t *row, size_t width) {
  for (size_t x = 0; x < width; x++) {
    store32(pixels + 4 * x, __builtin_bswap32(load32(row + 3 * x)) >> 8 | 0xFF000000);
  }
}

static uint32_t converted(uint32_t value) {
  uint32_t alpha = value >> 24;
  return alpha == 255
             ? (value & 0xFF00FF00) | (value >> 16 & 255) | (value & 255) << 16
             : premultiplied(value & 255, value >> 8 & 255, value >> 16 & 255, alpha);
}

static void convert_rgba(uint8_t *pixels, const uint8_t *row, size_t width) {
  const uint64_t alphas = 0xFF000000FF000000;
  size_t x = 0;
  for (; x + 4 <= width; x += 4) {
    bytes16 value = load16(row + 4 * x);
    uint64_t halves[2];
    memcpy(halves, &value, sizeof halves);
    if ((halves[0] & halves[1] & alphas) == alphas) {
      // Four opaque pixels: red and blue change places.
      value = __builtin_shufflevector(
          value, value, 2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15);
      memcpy(pixels + 4 * x, &value, sizeof value);
    } else {
      for (size_t k = 4 * x; k < 4 * x + 16; k += 4) {
        store32(pixels + k, converted(load32(row + k)));
      }
    }
  }
  for (; x < width; x++) {
    store32(pixels + 4 * x, converted(load32(row + 4 * x)));
  }
}

static void convert_grey_alpha(uint8_t *pixels, const uint8_t *row, size_t width) {
  for (size_t x = 0; x < width; x++) {
    uint32_t grey = row[2 * x];
    store32(pixels + 4 * x, premultiplied(grey, grey, grey, row[2 * x + 1]));
  }
}

static void convert_levels(const whole_image *image, uint8_t *pixels, const uint8_t *row) {
  if (image->bit_depth == 8) {
    for (size_t x = 0; x < image->width; x++) {
      store32(pixels + 4 * x, image->colors[row[x]]);
    }
    return;
  }
  unsigned depth = (unsigned)image->bit_depth;
  unsigned mask = (1u << depth) - 1;
  for (size_t x = 0; x < image->width; x++) {
    // The leftmost pixel is in the highest bits.
    unsigned shift = 8 - depth - (unsigned)(x * depth % 8);
    store32(pixels + 4 * x, image->colors[row[x * depth / 8] >> shift & mask]);
  }
}

static void convert(const whole_image *image, uint8_t *pixels, const uint8_t *row) {
  switch (image->color_type) {
    case PNG_COLOR_TYPE_RGB:
      convert_rgb(pixels, row, image->width);
      break;
    case PNG_COLOR_TYPE_RGB_ALPHA:
      convert_rgba(pixels, row, image->width);
      break;
    case PNG_COLOR_TYPE_GRAY_ALPHA:
      convert_grey_alpha(pixels, row, image->width);
      break;
    default:
      convert_levels(image, pixels, row);
  }
}

// The file from its first IDAT to its end

/// The compressed data; `joined` is NULL when it lies in one chunk of the file.
typedef struct image_data {
  const uint8_t *bytes;
  size_t count;
  uint8_t *joined;
} image_data;

/// The length of a chunk with a right checksum, or SIZE_MAX.
static size_t checked_length(const uint8_t *bytes, size_t count) {
  if (count < 12) {
    return SIZE_MAX;
  }
  size_t length = big_endian(bytes);
  if (length > count - 12 ||
      libdeflate_crc32(0, bytes + 4, length + 4) != big_endian(bytes + 8 + length)) {
    return SIZE_MAX;
  }
  return length;
}

/// Finds the image data; returns the length of the IDAT chunks, or 0 when one is damaged.
static size_t find_data(const uint8_t *bytes, size_t count, image_data *data) {
  size_t chunks = 0, total = 0, offset = 0;
  while (count - offset >= 8 && memcmp(bytes + offset + 4, "IDAT", 4) == 0) {
    size_t length = checked_length(bytes + offset, count - offset);
    if (length == SIZE_MAX) {
      return 0;
    }
    chunks++;
    total += length;
    offset += length + 12;
  }
  data->bytes = bytes + 8;
  data->count = total;
  data->joined = NULL;
  if (chunks > 1) {
    data->joined = malloc(total > 0 ? total : 1);
    if (data->joined == NULL) {
      return 0;
    }
    data->bytes = data->joined;
    size_t taken = 0;
    for (size_t at = 0; at < offset;) {
      size_t length = big_endian(bytes + at);
      memcpy(data->joined + taken, bytes + at + 8, length);
      taken += length;
      at += length + 12;
    }
  }
  return offset;
}

/// True when the data unpacks to exactly these bytes, its own checksum included.
static bool unpack(const image_data *data, uint8_t *target, size_t count) {
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
  if (decompressor == NULL) {
    return false;
  }
  size_t taken = 0, made = 0;
  enum libdeflate_result result = libdeflate_zlib_decompress_ex(
      decompressor, data->bytes, data->count, target, count, &taken, &made);
  libdeflate_free_decompressor(decompressor);
  return result == LIBDEFLATE_SUCCESS && taken == data->count && made == count;
}

static bool read_rows(const whole_image *image, const uint8_t *data, uint8_t *pixels) {
  // The row above, this row, and the data of the last row: filters read pixels of four bytes
  // whatever their size, which after the last row would be beyond the memory.
  size_t room = image->row_bytes + slack;
  uint8_t *rows = calloc(3, room);
  if (rows == NULL) {
    return false;
  }
  bool is_right = true;
  for (size_t y = 0; y < image->height && is_right; y++) {
    uint8_t *row = rows + (y % 2) * room;
    const uint8_t *above = rows + ((y + 1) % 2) * room;
    const uint8_t *line = data + y * (image->row_bytes + 1);
    const uint8_t *filtered = line + 1;
    if (y + 1 == image->height) {
      filtered = memcpy(rows + 2 * room, filtered, image->row_bytes);
    }
    is_right = unfilter(image, line[0], row, above, filtered);
    convert(image, pixels + y * image->width * 4, row);
  }
  free(rows);
  return is_right;
}

size_t cpng_room_for_whole(png_structp png, png_infop info) {
  whole_image image;
  size_t pixels = (size_t)png_get_image_width(png, info) * png_get_image_height(png, info) * 4;
  if (!describe(&image, png, info)) {
    return pixels;
  }
  size_t unpacked = image.height * (image.row_bytes + 1);
  return unpacked > pixels ? unpacked : pixels;
}

size_t cpng_read_whole(png_structp png, png_infop info, const uint8_t *bytes, size_t count,
                       uint8_t *pixels) {
  whole_image image;
  image_data data;
  size_t length = 0;
  if (!describe(&image, png, info) || (length = find_data(bytes, count, &data)) == 0) {
    return 0;
  }
  size_t unpacked = image.height * (image.row_bytes + 1);
  // At the end of the memory, no row of pixels reaches filtered rows that are still to be read:
  // these are at most one byte longer, and then there is room for all of these bytes.
  uint8_t *target = pixels + (cpng_room_for_whole(png, info) - unpacked);
  bool is_right = unpack(&data, target, unpacked) && read_rows(&image, target, pixels);
  free(data.joined);
  return is_right ? length : 0;
}

#else

size_t cpng_room_for_whole(png_structp png, png_infop info) {
  return (size_t)png_get_image_width(png, info) * png_get_image_height(png, info) * 4;
}

size_t cpng_read_whole(png_structp png, png_infop info, const uint8_t *bytes, size_t count,
                       uint8_t *pixels) {
  (void)png, (void)info, (void)bytes, (void)count, (void)pixels;
  return 0;
}

#endif
