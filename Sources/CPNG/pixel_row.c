#include "pixel_row.h"

#if defined(__x86_64__)
#include <tmmintrin.h>
#endif

static void opaque_one_by_one(const uint8_t *source, uint8_t *target, size_t width) {
  for (size_t x = 0; x < width; x++, source += 4, target += 3) {
    target[0] = source[2];
    target[1] = source[1];
    target[2] = source[0];
  }
}

#if defined(__x86_64__)
__attribute__((target("ssse3"))) static void opaque_by_sixteen(const uint8_t *source,
                                                               uint8_t *target, size_t width) {
  const __m128i order = _mm_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
  size_t x = 0;
  for (; x + 16 <= width; x += 16, source += 64, target += 48) {
    __m128i parts[4];
    for (int i = 0; i < 4; i++) {
      parts[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)source + i), order);
    }
    // Four times twelve bytes are three times sixteen.
    __m128i *out = (__m128i *)target;
    _mm_storeu_si128(out, _mm_or_si128(parts[0], _mm_slli_si128(parts[1], 12)));
    _mm_storeu_si128(out + 1, _mm_or_si128(_mm_srli_si128(parts[1], 4),
                                           _mm_slli_si128(parts[2], 8)));
    _mm_storeu_si128(out + 2, _mm_or_si128(_mm_srli_si128(parts[2], 8),
                                           _mm_slli_si128(parts[3], 4)));
  }
  opaque_one_by_one(source, target, width - x);
}
#endif

void pixel_row_opaque(const uint8_t *source, uint8_t *target, size_t width) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("ssse3")) {
    opaque_by_sixteen(source, target, width);
    return;
  }
#endif
  opaque_one_by_one(source, target, width);
}

static uint8_t unpremultiplied(uint32_t channel, uint32_t alpha) {
  uint32_t value = (channel * 255 + alpha / 2) / alpha;
  return value > 255 ? 255 : (uint8_t)value;
}

void pixel_row_alpha(const uint8_t *source, uint8_t *target, size_t width) {
  for (size_t x = 0; x < width; x++, source += 4, target += 4) {
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
