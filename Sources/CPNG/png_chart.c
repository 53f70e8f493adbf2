#include "png_chart.h"

#include <libdeflate.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "pixel_row.h"

#define always_inline inline __attribute__((always_inline))

enum {
  /// A run this long is cheaper than any other match: it fills the longest match of deflate.
  long_run = 120,
  /// A group of equal rows shorter than this stays unfiltered, so that it can be matched later.
  least_group = 3,
  bucket_bits = 11,
  bucket_places = 4,
  color_bits = 12,
};

/// Where pixels stood before; stream is 0 for nowhere, since a row begins by its filter.
typedef struct place {
  /// The offset of the pixel among the pixels, and among the bytes of the stream.
  uint32_t source;
  uint32_t stream;
} place;

struct cpng_chart {
  deflate_stream stream;
  /// Starts of pairs of pixels, the latest first.
  place pairs[1 << bucket_bits][bucket_places];
  place colors[1 << color_bits];
  /// One row as PNG stores it, after its filter; then room for the pixels of another.
  uint8_t row[];
};

cpng_chart *cpng_chart_create(size_t width, bool has_alpha) {
  return malloc(sizeof(cpng_chart) + 1 + 2 * width * (has_alpha ? 4 : 3));
}

void cpng_chart_destroy(cpng_chart *chart) {
  free(chart);
}

static always_inline uint32_t pixel_at(const uint8_t *row, size_t x) {
  uint32_t pixel;
  memcpy(&pixel, row + 4 * x, sizeof pixel);
  return pixel;
}

static always_inline uint64_t two_pixels_at(const uint8_t *row, size_t x) {
  uint64_t pixels;
  memcpy(&pixels, row + 4 * x, sizeof pixels);
  return pixels;
}

uint32_t cpng_pixel_mask(bool has_alpha) {
  const uint8_t bytes[4] = {255, 255, 255, has_alpha ? 255 : 0};
  uint32_t mask;
  memcpy(&mask, bytes, sizeof mask);
  return mask;
}

/// What is the same for all pixels of an image.
typedef struct packing {
  cpng_chart *chart;
  const cpng_rows *rows;
  uint32_t mask;
  uint64_t two_mask;
  uint32_t pixel_bytes;
  uint32_t row_bytes;
  bool is_fast;
  uint32_t adler;
  bool is_stopped;
} packing;

static always_inline bool rows_are_equal(const packing *p, const uint8_t *a, const uint8_t *b) {
  size_t width = p->rows->width, x = 0;
  for (; x + 32 <= width; x += 32) {
    uint64_t different = 0;
    for (size_t i = 0; i < 32; i += 2) {
      different |= two_pixels_at(a, x + i) ^ two_pixels_at(b, x + i);
    }
    if ((different & p->two_mask) != 0) {
      return false;
    }
  }
  for (; x < width; x++) {
    if (((pixel_at(a, x) ^ pixel_at(b, x)) & p->mask) != 0) {
      return false;
    }
  }
  return true;
}

/// True where eight pixels are equal; without a branch within, so that the compiler vectorises.
static always_inline bool eight_are_equal(const packing *p, const uint8_t *a, const uint8_t *b) {
  uint64_t different = 0;
  for (size_t i = 0; i < 8; i += 2) {
    different |= two_pixels_at(a, i) ^ two_pixels_at(b, i);
  }
  return (different & p->two_mask) == 0;
}

/// How many pixels from `row` on are equal to the one before it, at most `most`.
static always_inline size_t run_length(const packing *p, const uint8_t *row, size_t most) {
  size_t x = 0;
  while (x + 8 <= most && eight_are_equal(p, row + 4 * x, row + 4 * x - 4)) {
    x += 8;
  }
  while (x < most && ((pixel_at(row, x) ^ pixel_at(row - 4, x)) & p->mask) == 0) {
    x++;
  }
  return x;
}

/// How many pixels from `row` on are equal to those from `other` on, at most `most`, up to where a
/// long run begins, or a little more.
static always_inline size_t copy_length(const packing *p, const uint8_t *row, const uint8_t *other,
                                 size_t most) {
  size_t x = 0, run_start = 0;
  while (x + 9 <= most && eight_are_equal(p, row + 4 * x, other + 4 * x)) {
    if (!eight_are_equal(p, row + 4 * x, row + 4 * x + 4)) {
      run_start = x + 8;
    } else if (x - run_start >= long_run) {
      return run_start > 0 ? run_start : 1;
    }
    x += 8;
  }
  while (x < most && ((pixel_at(row, x) ^ pixel_at(other, x)) & p->mask) == 0) {
    x++;
  }
  return x;
}

static always_inline uint32_t color_slot(uint32_t pixel) {
  return pixel * 2654435761u >> (32 - color_bits);  // Knuth's multiplicative hashing
}

static always_inline uint32_t pair_slot(uint32_t first, uint32_t second) {
  return (first * 2654435761u + (second << 8 | second >> 24)) * 2246822519u >> (32 - bucket_bits);
}

typedef struct match {
  size_t length;
  uint32_t distance;
} match;

static always_inline void remember_pair(place *bucket, place latest) {
  for (int i = bucket_places - 1; i > 0; i--) {
    bucket[i] = bucket[i - 1];
  }
  bucket[0] = latest;
}

/// The longest match among the last few places of the pair of pixels that stands at `x`.
static always_inline match match_pair(const packing *p, const place *bucket, const uint8_t *row,
                               uint32_t stream, size_t x) {
  size_t width = p->rows->width;
  const uint8_t *here = row + 4 * x;
  match best = {0, 0};
  for (int i = 0; i < bucket_places; i++) {
    uint32_t distance = stream - bucket[i].stream;
    if (bucket[i].stream == 0 || distance > deflate_window) {
      break;
    }
    const uint8_t *there = p->rows->pixels + bucket[i].source;
    if (((two_pixels_at(here, 0) ^ two_pixels_at(there, 0)) & p->two_mask) != 0) {
      continue;
    }
    size_t column = (bucket[i].stream % p->row_bytes - 1) / p->pixel_bytes;
    size_t later = column > x ? column : x;
    size_t length = copy_length(p, here, there, width - later);
    if (length > best.length) {
      best = (match){length, distance};
    }
  }
  return best;
}

static void convert(const packing *p, const uint8_t *source, uint8_t *target) {
  if (p->rows->has_alpha) {
    pixel_row_alpha(source, target, p->rows->width);
  } else {
    pixel_row_opaque(source, target, p->rows->width);
  }
}

static always_inline void pack_plain_row(packing *p, size_t y, const uint8_t *above, uint32_t above_distance) {
  cpng_chart *chart = p->chart;
  deflate_stream *out = &chart->stream;
  size_t width = p->rows->width;
  const uint32_t pixel_bytes = p->pixel_bytes;
  const uint8_t *row = p->rows->pixels + y * p->rows->bytes_per_row;
  chart->row[0] = PNG_FILTER_VALUE_NONE;
  convert(p, row, chart->row + 1);
  p->adler = libdeflate_adler32(p->adler, chart->row, p->row_bytes);

  if (above == NULL || !deflate_lengthen(out, above_distance)) {
    deflate_literal(out, PNG_FILTER_VALUE_NONE);
  }
  const uint32_t start = (uint32_t)(y * p->row_bytes) + 1;
  for (size_t x = 0; x < width;) {
    uint32_t pixel = pixel_at(row, x) & p->mask;
    size_t run = 0;
    if (x > 0 && pixel == (pixel_at(row, x - 1) & p->mask)) {
      run = run_length(p, row + 4 * x, width - x);
    }
    size_t copied = 0;
    if (above != NULL && run < long_run && pixel == (pixel_at(above, x) & p->mask)) {
      copied = copy_length(p, row + 4 * x, above + 4 * x, width - x);
    }
    uint32_t stream = start + (uint32_t)x * pixel_bytes;
    if (run > 0 && run >= copied) {
      deflate_match(out, run * pixel_bytes, pixel_bytes);
      x += run;
      continue;
    }
    match found = {copied, above_distance};
    if (!p->is_fast && run == 0 && x + 1 < width) {
      place *bucket =
          chart->pairs[pair_slot(pixel_at(row, x) & p->mask, pixel_at(row, x + 1) & p->mask)];
      if (copied == 0) {
        found = match_pair(p, bucket, row, stream, x);
      }
      remember_pair(bucket, (place){(uint32_t)(row + 4 * x - p->rows->pixels), stream});
    }
    place *last = &chart->colors[color_slot(pixel)];
    if (found.length == 0 && last->stream != 0 && stream - last->stream <= deflate_window &&
        (pixel_at(p->rows->pixels + last->source, 0) & p->mask) == pixel) {
      found = (match){1, stream - last->stream};
    }
    *last = (place){(uint32_t)(row + 4 * x - p->rows->pixels), stream};
    if (found.length > 0) {
      deflate_match(out, found.length * pixel_bytes, found.distance);
      x += found.length;
      continue;
    }
    deflate_literals(out, chart->row + 1 + x * pixel_bytes, pixel_bytes);
    x += 1;
  }
}

/// Far fewer pixels that differ from the row above than places where the colour changes.
static bool has_few_changes(const packing *p, const uint8_t *row, const uint8_t *above) {
  size_t changed = 0, places = 1;
  for (size_t x = 0; x < p->rows->width; x++) {
    changed += ((pixel_at(row, x) ^ pixel_at(above, x)) & p->mask) != 0;
  }
  for (size_t x = 1; x < p->rows->width; x++) {
    places += ((pixel_at(row, x) ^ pixel_at(row, x - 1)) & p->mask) != 0;
  }
  return 4 * changed < places;
}

static void put_zeros(deflate_stream *out, size_t count) {
  // A byte to repeat, and at least three repeats.
  if (count > deflate_min_match) {
    deflate_literal(out, 0);
    deflate_match(out, count - 1, 1);
  } else {
    for (; count > 0; count--) {
      deflate_literal(out, 0);
    }
  }
}

/// A row little different from the one above, which cannot be matched, by filter UP.
static void pack_changed_row(packing *p, const uint8_t *row, const uint8_t *above) {
  cpng_chart *chart = p->chart;
  size_t count = p->row_bytes - 1;
  uint8_t *bytes = chart->row + 1, *others = bytes + count;
  convert(p, row, bytes);
  convert(p, above, others);
  chart->row[0] = PNG_FILTER_VALUE_UP;
  for (size_t i = 0; i < count; i++) {
    bytes[i] = (uint8_t)(bytes[i] - others[i]);
  }
  p->adler = libdeflate_adler32(p->adler, chart->row, p->row_bytes);
  deflate_literal(&chart->stream, PNG_FILTER_VALUE_UP);
  for (size_t i = 0; i < count;) {
    size_t zeros = 0;
    while (i + zeros < count && bytes[i + zeros] == 0) {
      zeros++;
    }
    put_zeros(&chart->stream, zeros);
    i += zeros;
    if (i < count) {
      deflate_literal(&chart->stream, bytes[i++]);
    }
  }
}

/// A row equal to the one above, by filter UP: a byte and zeros.
static always_inline void pack_repeated_row(packing *p) {
  deflate_stream *out = &p->chart->stream;
  deflate_literal(out, PNG_FILTER_VALUE_UP);
  put_zeros(out, p->row_bytes - 1);
  // Adler-32 (RFC 1950, 8.2) of these bytes: the zeros leave the first sum as it is.
  uint64_t first = p->adler & 0xFFFF, second = p->adler >> 16;
  first = (first + PNG_FILTER_VALUE_UP) % 65521;
  second = (second + first * p->row_bytes) % 65521;
  p->adler = (uint32_t)(second << 16 | first);
}

/// Packs all rows; inlined with all that it calls, for each set of instructions.
static always_inline void pack_rows(packing *p) {
  const cpng_rows *rows = p->rows;
  const uint8_t *pixels = rows->pixels;
  // The last row that stands in the stream as it is. The row above is equal to it where it is in
  // reach.
  size_t base = 0;
  size_t next_stop = 0;
  for (size_t y = 0; y < rows->height;) {
    if (rows->should_stop != NULL && y >= next_stop) {
      next_stop = y + cpng_stop_interval;
      if (rows->should_stop(rows->stop_context)) {
        p->is_stopped = true;
        return;
      }
    }
    const uint8_t *row = pixels + y * rows->bytes_per_row;
    size_t group = 0;
    while (y > 0 && y + group < rows->height &&
           rows_are_equal(p, row + group * rows->bytes_per_row,
                          row + group * rows->bytes_per_row - rows->bytes_per_row)) {
      group++;
    }
    if (group >= least_group) {
      for (size_t i = 0; i < group; i++) {
        pack_repeated_row(p);
      }
      y += group;
      continue;
    }
    // The rows of a short group, and the one that ends it.
    for (size_t end = y + group; y <= end && y < rows->height; y++) {
      uint64_t distance = (uint64_t)(y - base) * p->row_bytes;
      bool has_above = y > 0 && distance <= deflate_window;
      const uint8_t *plain = pixels + y * rows->bytes_per_row;
      if (y > 0 && !has_above && has_few_changes(p, plain, plain - rows->bytes_per_row)) {
        pack_changed_row(p, plain, plain - rows->bytes_per_row);
        continue;
      }
      pack_plain_row(p, y, has_above ? pixels + (y - 1) * rows->bytes_per_row : NULL,
                     (uint32_t)distance);
      base = y;
    }
  }
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static void pack_rows_avx2(packing *p) {
  pack_rows(p);
}
#endif

static void pack_rows_by_default(packing *p) {
  pack_rows(p);
}

bool cpng_chart_pack(cpng_chart *chart, const cpng_rows *rows, bool is_fast, deflate_sink *sink,
                     void *context) {
  memset(chart->pairs, 0, sizeof chart->pairs);
  memset(chart->colors, 0, sizeof chart->colors);
  deflate_begin(&chart->stream, sink, context);
  packing p = {.chart = chart, .rows = rows, .is_fast = is_fast, .adler = 1};
  p.mask = cpng_pixel_mask(rows->has_alpha);
  p.two_mask = (uint64_t)p.mask << 32 | p.mask;
  p.pixel_bytes = rows->has_alpha ? 4 : 3;
  p.row_bytes = (uint32_t)rows->width * p.pixel_bytes + 1;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) {
    pack_rows_avx2(&p);
  } else {
    pack_rows_by_default(&p);
  }
#else
  pack_rows_by_default(&p);
#endif
  deflate_end(&chart->stream, p.adler);
  return !p.is_stopped;
}
