// libpng behind a few functions. libpng reports errors by longjmp, which must not cross
// Swift frames: every function here catches it and returns a code and a message instead.

#ifndef BURIN_PNG_IO_H
#define BURIN_PNG_IO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum cpng_status {
  CPNG_OK = 0,
  CPNG_OUT_OF_MEMORY = 1,
  /// The file ends before the image does.
  CPNG_TRUNCATED = 2,
  /// libpng refused; the message says why.
  CPNG_FAILED = 3,
  /// A chunk beside the pixels exceeds a limit.
  CPNG_BEYOND_LIMITS = 4,
  /// The caller asked for an end.
  CPNG_STOPPED = 5,
} cpng_status;

/// A place for one line of text, ended by a zero; a message too long for it is cut.
typedef struct cpng_message {
  char text[256];
} cpng_message;

/// The bytes before the ending zero.
size_t cpng_length(const char *string);

/// A text of a PNG file. Strings are ended by a zero.
typedef struct cpng_text {
  const char *keyword;
  const char *text;
  const char *language;
  /// The text is UTF-8 (iTXt); otherwise Latin-1 (tEXt, zTXt).
  bool is_utf8;
} cpng_text;

typedef enum cpng_packing {
  /// Tight in little time.
  CPNG_STANDARD = 0,
  /// In even less time, but for larger files.
  CPNG_FAST = 1,
  /// Tighter, in more time, with a palette where the colours fit one.
  CPNG_SMALL = 2,
} cpng_packing;

typedef struct cpng_encoding {
  uint32_t width;
  uint32_t height;
  size_t bytes_per_row;
  /// Write RGBA, unpremultiplied; otherwise RGB, and the fourth byte of a pixel is not read.
  bool has_alpha;
  cpng_packing packing;
  /// 0: no pHYs chunk.
  uint32_t pixels_per_metre;
  const cpng_text *texts;
  size_t text_count;
  /// Asked between rows: true ends the encoding with `CPNG_STOPPED`. NULL for never.
  bool (*should_stop)(void *stop_context);
  void *stop_context;
} cpng_encoding;

/// Encodes premultiplied BGRA (or BGRX) rows. On success `*bytes` belongs to the caller, who
/// frees it by `cpng_free`.
cpng_status cpng_encode(const uint8_t *pixels, const cpng_encoding *encoding, uint8_t **bytes,
                        size_t *count, cpng_message *message);
void cpng_free(void *bytes);

/// True when the fourth byte of every pixel is 255.
bool cpng_is_opaque(const uint8_t *pixels, size_t width, size_t height, size_t bytes_per_row);

typedef struct cpng_limits {
  uint32_t max_side;
  /// The largest ancillary chunk, and the largest text when unpacked.
  size_t max_chunk_bytes;
  uint32_t max_text_chunks;
} cpng_limits;

typedef struct cpng_decoder cpng_decoder;

/// Reads what comes before the image. The bytes must outlive the decoder. Returns NULL and sets
/// status and message on failure.
cpng_decoder *cpng_decoder_create(const uint8_t *bytes, size_t count, const cpng_limits *limits,
                                  cpng_status *status, cpng_message *message);
void cpng_decoder_destroy(cpng_decoder *decoder);

uint32_t cpng_decoder_width(const cpng_decoder *decoder);
uint32_t cpng_decoder_height(const cpng_decoder *decoder);

/// The bytes that reading needs: at least the width × height × 4 of the pixels.
size_t cpng_decoder_room(const cpng_decoder *decoder);
/// Reads the image as premultiplied BGRA, then the rest of the file. The pixels are the first
/// width × height × 4 bytes of the room.
cpng_status cpng_decoder_read(cpng_decoder *decoder, uint8_t *pixels, cpng_message *message);

/// Pixels per metre along x and y; false when the file does not say, or not in metres.
bool cpng_decoder_resolution(cpng_decoder *decoder, uint32_t *x, uint32_t *y);
size_t cpng_decoder_text_count(cpng_decoder *decoder);
/// The strings belong to the decoder.
cpng_text cpng_decoder_text(cpng_decoder *decoder, size_t index);

/// Reads the image as red, green, blue and alpha of 16 bits, not premultiplied, in the machine's
/// byte order: width × height × 4 samples. Fewer bits are spread over 16.
cpng_status cpng_read_deep(const uint8_t *bytes, size_t count, const cpng_limits *limits,
                           uint16_t *samples, cpng_message *message);

/// The checksum of a chunk's name and data (PNG 3rd edition, 5.5).
uint32_t cpng_crc32(const uint8_t *bytes, size_t count);

/// Unpacks a zlib stream of at most `room` bytes; false when it is damaged or longer.
bool cpng_inflate(const uint8_t *bytes, size_t count, uint8_t *target, size_t room,
                  size_t *filled);

/// Packs bytes as a zlib stream and returns its length; 0 where the room is too small.
size_t cpng_deflate(const uint8_t *bytes, size_t count, uint8_t *target, size_t room);

#endif
