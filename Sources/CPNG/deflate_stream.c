#include "deflate_stream.h"

#include <string.h>

#include "deflate_code.h"

enum {
  end_of_block = 256,
  length_symbols = 286,
  distance_symbols = 30,
  code_symbols = 19,
  /// The bits of a block's header are fewer than this many bytes.
  max_header = 640,
};

// RFC 1951, 3.2.5: the first length and distance of each symbol, and how many bits follow it.
static const uint16_t first_lengths[29] = {3,  4,  5,  6,  7,  8,  9,  10, 11,  13,
                                           15, 17, 19, 23, 27, 31, 35, 43, 51,  59,
                                           67, 83, 99, 115, 131, 163, 195, 227, 258};
static const uint8_t length_bits[29] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
                                        2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0};

static unsigned highest_bit(uint32_t value) {
  return 31u - (unsigned)__builtin_clz(value);
}

/// The symbol of a match's length, without 257.
static unsigned length_symbol(uint32_t length) {
  if (length == deflate_max_match) {
    return 28;
  }
  uint32_t value = length - 3;
  if (value < 8) {
    return value;
  }
  // Four symbols for each power of two.
  unsigned top = highest_bit(value);
  return 4 * (top - 1) + (value >> (top - 2) & 3);
}

/// The symbol of a distance less one: two for each power of two.
static unsigned find_distance_symbol(uint32_t value) {
  if (value < 4) {
    return value;
  }
  unsigned top = highest_bit(value);
  return 2 * top + (value >> (top - 1) & 1);
}

static inline unsigned distance_symbol(const deflate_stream *stream, uint32_t distance) {
  uint32_t value = distance - 1;
  return stream->distance_symbols[value < 256 ? value : 256 + (value >> 7)];
}

static unsigned distance_bits(unsigned symbol) {
  return symbol < 4 ? 0 : symbol / 2 - 1;
}

static uint32_t first_distance(unsigned symbol) {
  return symbol < 4 ? symbol + 1 : ((2 + (symbol & 1)) << (symbol / 2 - 1)) + 1;
}

/// The end of a stream while bits are added; apart from it, because bytes may alias anything.
typedef struct bit_writer {
  uint64_t bits;
  unsigned bit_count;
  uint8_t *next;
} bit_writer;

static bit_writer begin_bits(deflate_stream *stream) {
  return (bit_writer){stream->bits, stream->bit_count, stream->bytes + stream->count};
}

static void end_bits(deflate_stream *stream, const bit_writer *writer) {
  stream->bits = writer->bits;
  stream->bit_count = writer->bit_count;
  stream->count = (size_t)(writer->next - stream->bytes);
}

static inline void put(bit_writer *writer, uint64_t value, unsigned count) {
  writer->bits |= value << writer->bit_count;
  writer->bit_count += count;
}

/// Leaves fewer than eight bits, so that 56 more have room.
static inline void flush_bits(bit_writer *writer) {
  // Eight bytes at once; those that are not full are written again next time.
  uint64_t bits = writer->bits;
  for (int i = 0; i < 8; i++) {
    writer->next[i] = (uint8_t)(bits >> (8 * i));
  }
  writer->next += writer->bit_count / 8;
  writer->bits = bits >> (writer->bit_count & ~7u);
  writer->bit_count &= 7;
}

static void hand_on(deflate_stream *stream) {
  size_t count = stream->count;
  stream->count = 0;
  if (count > 0) {
    stream->sink(stream->context, stream->bytes, count);
  }
}

void deflate_begin(deflate_stream *stream, deflate_sink *sink, void *context) {
  stream->sink = sink;
  stream->context = context;
  stream->bits = 0;
  stream->bit_count = 0;
  stream->count = 0;
  stream->token_count = 0;
  for (uint32_t i = 0; i < 256; i++) {
    stream->distance_symbols[i] = (uint8_t)find_distance_symbol(i);
    // The first two are below 256, and never asked for.
    stream->distance_symbols[256 + i] = (uint8_t)find_distance_symbol(i << 7);
  }
  // A window of 32 kB, the default level, and the check that makes both a multiple of 31.
  stream->bytes[stream->count++] = 0x78;
  stream->bytes[stream->count++] = 0x9C;
}

/// The codes of a block.
typedef struct block_codes {
  uint8_t lengths[length_symbols + distance_symbols];
  uint16_t codes[length_symbols];
  uint16_t distance_codes[distance_symbols];
} block_codes;

/// The bits of a literal, or of a length with those that follow it.
typedef struct coded_value {
  uint32_t bits;
  uint32_t count;
} coded_value;

static void find_codes(const deflate_stream *stream, block_codes *block) {
  uint32_t frequencies[length_symbols] = {0}, distances[distance_symbols] = {0};
  uint32_t lengths[deflate_max_match + 1] = {0};
  for (size_t i = 0; i < stream->token_count; i++) {
    uint32_t token = stream->tokens[i];
    if (token < 256) {
      frequencies[token]++;
    } else {
      lengths[token & 511]++;
      distances[distance_symbol(stream, token >> 9)]++;
    }
  }
  for (uint32_t length = deflate_min_match; length <= deflate_max_match; length++) {
    frequencies[257 + length_symbol(length)] += lengths[length];
  }
  frequencies[end_of_block] = 1;
  deflate_code_lengths(frequencies, length_symbols, 15, block->lengths);
  deflate_code_lengths(distances, distance_symbols, 15, block->lengths + length_symbols);
  deflate_codes(block->lengths, length_symbols, block->codes);
  deflate_codes(block->lengths + length_symbols, distance_symbols, block->distance_codes);
}

/// Writes the lengths of the codes, themselves run-length coded (RFC 1951, 3.2.7).
static void put_lengths(bit_writer *writer, const block_codes *block) {
  size_t lengths = length_symbols, distances = distance_symbols;
  while (lengths > 257 && block->lengths[lengths - 1] == 0) {
    lengths--;
  }
  while (distances > 1 && block->lengths[length_symbols + distances - 1] == 0) {
    distances--;
  }
  uint8_t all[length_symbols + distance_symbols];
  memcpy(all, block->lengths, lengths);
  memcpy(all + lengths, block->lengths + length_symbols, distances);
  size_t total = lengths + distances;

  // A symbol each, with the value of the bits that follow it.
  uint8_t symbols[length_symbols + distance_symbols], extras[length_symbols + distance_symbols];
  size_t count = 0;
  uint32_t frequencies[code_symbols] = {0};
  for (size_t at = 0; at < total;) {
    size_t run = 1;
    while (at + run < total && all[at + run] == all[at]) {
      run++;
    }
    uint8_t symbol = all[at], extra = 0;
    size_t used = 1;
    if (all[at] == 0 && run >= 11) {
      used = run < 138 ? run : 138;
      symbol = 18;
      extra = (uint8_t)(used - 11);
    } else if (all[at] == 0 && run >= 3) {
      used = run;
      symbol = 17;
      extra = (uint8_t)(used - 3);
    } else if (at > 0 && all[at] == all[at - 1] && run >= 3) {
      used = run < 6 ? run : 6;
      symbol = 16;
      extra = (uint8_t)(used - 3);
    }
    symbols[count] = symbol;
    extras[count++] = extra;
    frequencies[symbol]++;
    at += used;
  }
  uint8_t code_lengths[code_symbols];
  uint16_t codes[code_symbols];
  deflate_code_lengths(frequencies, code_symbols, 7, code_lengths);
  deflate_codes(code_lengths, code_symbols, codes);
  static const uint8_t order[code_symbols] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                              11, 4,  12, 3, 13, 2, 14, 1, 15};
  size_t listed = code_symbols;
  while (listed > 4 && code_lengths[order[listed - 1]] == 0) {
    listed--;
  }
  put(writer, lengths - 257, 5);
  put(writer, distances - 1, 5);
  put(writer, listed - 4, 4);
  flush_bits(writer);
  for (size_t i = 0; i < listed; i++) {
    put(writer, code_lengths[order[i]], 3);
    flush_bits(writer);
  }
  for (size_t i = 0; i < count; i++) {
    put(writer, codes[symbols[i]], code_lengths[symbols[i]]);
    if (symbols[i] >= 16) {
      put(writer, extras[i], symbols[i] == 16 ? 2 : symbols[i] == 17 ? 3 : 7);
    }
    flush_bits(writer);
  }
}

void deflate_flush_block(deflate_stream *stream, bool is_last) {
  block_codes block;
  find_codes(stream, &block);
  // A token takes at most 15 + 5 + 15 + 13 bits.
  if (stream->count + max_header + 6 * stream->token_count + 16 > deflate_room) {
    hand_on(stream);
  }
  bit_writer writer = begin_bits(stream);
  put(&writer, is_last ? 1 : 0, 1);
  put(&writer, 2, 2);  // codes of its own
  put_lengths(&writer, &block);
  coded_value lengths[deflate_max_match + 1];
  for (uint32_t length = deflate_min_match; length <= deflate_max_match; length++) {
    unsigned symbol = length_symbol(length);
    unsigned bits = block.lengths[257 + symbol];
    lengths[length] = (coded_value){
        block.codes[257 + symbol] | (length - first_lengths[symbol]) << bits,
        bits + length_bits[symbol]};
  }
  const uint8_t *distance_lengths = block.lengths + length_symbols;
  const size_t count = stream->token_count;
  for (size_t i = 0; i < count; i++) {
    uint32_t token = stream->tokens[i];
    if (token < 256) {
      put(&writer, block.codes[token], block.lengths[token]);
    } else {
      uint32_t distance = token >> 9;
      coded_value length = lengths[token & 511];
      put(&writer, length.bits, length.count);
      unsigned symbol = distance_symbol(stream, distance);
      put(&writer, block.distance_codes[symbol], distance_lengths[symbol]);
      put(&writer, distance - first_distance(symbol), distance_bits(symbol));
    }
    flush_bits(&writer);
  }
  put(&writer, block.codes[end_of_block], block.lengths[end_of_block]);
  flush_bits(&writer);
  end_bits(stream, &writer);
  stream->token_count = 0;
}

void deflate_end(deflate_stream *stream, uint32_t adler) {
  deflate_flush_block(stream, true);
  bit_writer writer = begin_bits(stream);
  put(&writer, 0, (8 - writer.bit_count) % 8);
  flush_bits(&writer);
  end_bits(stream, &writer);
  for (int shift = 24; shift >= 0; shift -= 8) {
    stream->bytes[stream->count++] = (uint8_t)(adler >> shift);
  }
  hand_on(stream);
}
