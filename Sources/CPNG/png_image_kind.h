// What an image is like, by which its packing is chosen.

#ifndef BURIN_PNG_IMAGE_KIND_H
#define BURIN_PNG_IMAGE_KIND_H

#include "png_chart.h"

typedef enum cpng_image_kind {
  /// Few places where something new begins: plain areas, lines, text.
  CPNG_KIND_CHART,
  /// Much that is new, and unlike its neighbours.
  CPNG_KIND_BUSY,
  /// Much that is new, and little different from its neighbours: a field or a photograph.
  CPNG_KIND_SMOOTH,
} cpng_image_kind;

/// Looks at every sixteenth row.
cpng_image_kind cpng_find_kind(const cpng_rows *rows);

#endif
