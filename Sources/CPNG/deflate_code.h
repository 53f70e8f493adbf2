// Prefix codes for deflate (RFC 1951): lengths from frequencies, and the codes of these lengths.

#ifndef BURIN_DEFLATE_CODE_H
#define BURIN_DEFLATE_CODE_H

#include <stddef.h>
#include <stdint.h>

/// The most symbols of a code: 286 of literals and lengths (RFC 1951, 3.2.5).
enum { deflate_max_symbols = 288 };

/// Gives each symbol that occurs a length of at most `limit` bits, and 0 to the others.
///
/// At least one symbol has a length. A code of a single symbol is incomplete, with one bit.
void deflate_code_lengths(const uint32_t *frequencies, size_t count, unsigned limit,
                          uint8_t *lengths);

/// Numbers the symbols in the canonical order of RFC 1951, 3.2.2, with the first bit of a code
/// lowest, as it is written.
void deflate_codes(const uint8_t *lengths, size_t count, uint16_t *codes);

#endif
