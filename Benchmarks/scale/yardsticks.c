// What hand-written C on Cairo takes for the large works of scale.py, without axes and text:
//
//   yardsticks line FILE COUNT OUT    first, least, greatest and last of each pixel column, stroked
//   yardsticks points FILE COUNT OUT  a stamp of one of sixteen sub-pixel places for each point
//
// FILE holds little-endian doubles: y for lines, pairs of x and y for points.
#include <cairo.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 1600, HEIGHT = 1000 };
static const double LEFT = 200, TOP = 120, ACROSS = 1240, DOWN = 760;

static double *read_numbers(const char *path, size_t count) {
  FILE *file = fopen(path, "rb");
  double *numbers = malloc(count * sizeof(double));
  if (!file || !numbers || fread(numbers, sizeof(double), count, file) != count) exit(1);
  fclose(file);
  return numbers;
}

static void ends(const double *values, size_t count, size_t step, double *low, double *high) {
  *low = *high = values[0];
  for (size_t i = 0; i < count * step; i += step) {
    if (values[i] < *low) *low = values[i];
    if (values[i] > *high) *high = values[i];
  }
}

static void draw_line(cairo_t *context, const double *y, size_t count) {
  double low, high;
  ends(y, count, 1, &low, &high);
  double across = ACROSS / (double)(count - 1), down = DOWN / (high - low);
  cairo_set_source_rgb(context, 0.12, 0.47, 0.71);
  cairo_set_line_width(context, 2);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  size_t i = 0;
  while (i < count) {
    int column = (int)(LEFT + i * across);
    double first = y[i], last = y[i], least = y[i], most = y[i];
    size_t least_at = i, most_at = i;
    for (; i < count && (int)(LEFT + i * across) == column; i++) {
      last = y[i];
      if (last < least) least = last, least_at = i;
      if (last > most) most = last, most_at = i;
    }
    double middle[2] = {least_at < most_at ? least : most, least_at < most_at ? most : least};
    double corners[4] = {first, middle[0], middle[1], last};
    for (int k = 0; k < 4; k++)
      cairo_line_to(context, column + 0.1 + 0.27 * k, TOP + DOWN - (corners[k] - low) * down);
  }
  cairo_stroke(context);
}

static void draw_points(cairo_surface_t *surface, const double *points, size_t count) {
  enum { SIDE = 6, STEPS = 4 };
  static unsigned char stamps[STEPS * STEPS][SIDE * SIDE];
  for (int s = 0; s < STEPS * STEPS; s++) {
    cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, SIDE, SIDE);
    cairo_t *context = cairo_create(mask);
    cairo_set_source_rgba(context, 0, 0, 0, 0.1);
    cairo_arc(
      context, 2.5 + (s % STEPS + 0.5) / STEPS, 2.5 + (s / STEPS + 0.5) / STEPS, 2, 0, 2 * M_PI);
    cairo_fill(context);
    cairo_destroy(context);
    cairo_surface_flush(mask);
    for (int row = 0; row < SIDE; row++)
      memcpy(
        stamps[s] + row * SIDE,
        cairo_image_surface_get_data(mask) + row * cairo_image_surface_get_stride(mask), SIDE);
    cairo_surface_destroy(mask);
  }
  double x0, x1, y0, y1;
  ends(points, count, 2, &x0, &x1);
  ends(points + 1, count, 2, &y0, &y1);
  cairo_surface_flush(surface);
  unsigned char *data = cairo_image_surface_get_data(surface);
  int stride = cairo_image_surface_get_stride(surface);
  const int ink[3] = {180, 119, 31};
  for (size_t i = 0; i < count; i++) {
    double x = LEFT + (points[2 * i] - x0) / (x1 - x0) * ACROSS - 2.5;
    double y = TOP + DOWN - (points[2 * i + 1] - y0) / (y1 - y0) * DOWN - 2.5;
    int column = (int)x, row = (int)y;
    const unsigned char *stamp =
      stamps[(int)((x - column) * STEPS) + STEPS * (int)((y - row) * STEPS)];
    for (int j = 0; j < SIDE; j++) {
      unsigned char *pixel = data + (size_t)(row + j) * stride + (size_t)column * 4;
      for (int k = 0; k < SIDE; k++, pixel += 4) {
        int alpha = stamp[j * SIDE + k];
        for (int c = 0; c < 3; c++) pixel[c] += ((ink[c] - pixel[c]) * alpha + 127) / 255;
      }
    }
  }
  cairo_surface_mark_dirty(surface);
}

int main(int count, char **arguments) {
  if (count != 5) return 2;
  size_t rows = (size_t)atof(arguments[3]);
  int is_line = !strcmp(arguments[1], "line");
  double *numbers = read_numbers(arguments[2], is_line ? rows : 2 * rows);
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *context = cairo_create(surface);
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  if (is_line) draw_line(context, numbers, rows);
  else draw_points(surface, numbers, rows);
  cairo_destroy(context);
  return cairo_surface_write_to_png(surface, arguments[4]);
}
