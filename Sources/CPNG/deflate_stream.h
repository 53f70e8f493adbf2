// A zlib stream (RFC 1950) of literals and matches that the caller has found.

#ifndef BURIN_DEFLATE_STREAM_H
#define BURIN_DEFLATE_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
  deflate_window = 32768,
  deflate_max_match = 258,
  deflate_min_match = 3,
  /// A block's tokens: few enough to follow an image from text to bars, with 100 bytes of codes.
  deflate_block_tokens = 8000,
  /// The bytes that are held until they are handed on.
  deflate_room = 128 * 1024,
};

/// Takes packed bytes; may leave by longjmp, for the stream owns no memory but itself.
typedef void deflate_sink(void *context, const uint8_t *bytes, size_t count);

typedef struct deflate_stream {
  deflate_sink *sink;
  void *context;
  /// Bits that do not fill a byte yet, the first lowest.
  uint64_t bits;
  unsigned bit_count;
  size_t count;
  size_t token_count;
  /// A literal, or a match's distance above its length in nine bits.
  uint32_t tokens[deflate_block_tokens];
  /// The symbols of distances less one: up to 255, and from there in steps of 128.
  uint8_t distance_symbols[512];
  uint8_t bytes[deflate_room];
} deflate_stream;

void deflate_begin(deflate_stream *stream, deflate_sink *sink, void *context);
/// Ends the last block, and the stream by the checksum of the unpacked bytes.
void deflate_end(deflate_stream *stream, uint32_t adler);
/// Writes the tokens as a block with codes of its own.
void deflate_flush_block(deflate_stream *stream, bool is_last);

static inline void deflate_token(deflate_stream *stream, uint32_t token) {
  if (stream->token_count == deflate_block_tokens) {
    deflate_flush_block(stream, false);
  }
  stream->tokens[stream->token_count++] = token;
}

static inline void deflate_literal(deflate_stream *stream, uint8_t byte) {
  deflate_token(stream, byte);
}

/// A few bytes.
static inline void deflate_literals(deflate_stream *stream, const uint8_t *bytes, size_t count) {
  if (stream->token_count + count > deflate_block_tokens) {
    deflate_flush_block(stream, false);
  }
  for (size_t i = 0; i < count; i++) {
    stream->tokens[stream->token_count++] = bytes[i];
  }
}

/// Repeats at least three bytes from a distance of at most 32,768 back.
static inline void deflate_match(deflate_stream *stream, size_t length, uint32_t distance) {
  if (stream->token_count > 0 && stream->tokens[stream->token_count - 1] >> 9 == distance) {
    // It goes on where the last match ended.
    length += stream->tokens[--stream->token_count] & 511;
  }
  const uint32_t longest = distance << 9 | deflate_max_match;
  size_t count = stream->token_count;
  // What remains is a match as well.
  while (length >= deflate_max_match + deflate_min_match) {
    if (count == deflate_block_tokens) {
      stream->token_count = count;
      deflate_flush_block(stream, false);
      count = 0;
    }
    stream->tokens[count++] = longest;
    length -= deflate_max_match;
  }
  stream->token_count = count;
  if (length > deflate_max_match) {
    deflate_token(stream, distance << 9 | deflate_min_match);
    length -= deflate_min_match;
  }
  deflate_token(stream, distance << 9 | (uint32_t)length);
}

/// Lengthens the last match by a byte; false if there is none at this distance with room for it.
static inline bool deflate_lengthen(deflate_stream *stream, uint32_t distance) {
  if (stream->token_count == 0) {
    return false;
  }
  uint32_t *last = &stream->tokens[stream->token_count - 1];
  if (*last >> 9 != distance || (*last & 511) == deflate_max_match) {
    return false;
  }
  *last += 1;
  return true;
}

#endif
