#include <cairo.h>
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pixman.h>

// The place by which the data of a font file is found again; its contents mean nothing.
static inline const cairo_user_data_key_t *burin_font_file_key(void) {
  static const cairo_user_data_key_t key = {0};
  return &key;
}
