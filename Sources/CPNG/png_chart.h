// Packs images of large plain areas, such as charts, by looking at whole pixels instead of bytes.

#ifndef BURIN_PNG_CHART_H
#define BURIN_PNG_CHART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "deflate_stream.h"

typedef struct cpng_chart cpng_chart;

typedef struct cpng_rows {
  const uint8_t *pixels;
  size_t width;
  size_t height;
  size_t bytes_per_row;
  bool has_alpha;
  /// Asked between rows: true ends the packing. NULL for never.
  bool (*should_stop)(void *stop_context);
  void *stop_context;
} cpng_rows;

/// The rows between two questions whether to stop.
static const size_t cpng_stop_interval = 64;

/// The most bytes of an image, as it lies in memory and unpacked, that `cpng_chart_pack` takes.
static const size_t cpng_chart_limit = UINT32_MAX;

/// The bits of a pixel that count, in the order of memory.
uint32_t cpng_pixel_mask(bool has_alpha);

/// Memory for packing rows of this width; NULL without memory.
cpng_chart *cpng_chart_create(size_t width, bool has_alpha);
void cpng_chart_destroy(cpng_chart *chart);

/// Writes the filtered rows as a zlib stream; false if it was stopped before its end.
///
/// - Parameter is_fast: does not look for what stood earlier than in the row above.
bool cpng_chart_pack(cpng_chart *chart, const cpng_rows *rows, bool is_fast, deflate_sink *sink,
                     void *context);

#endif
