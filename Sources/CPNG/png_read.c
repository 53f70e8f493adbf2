#include <stdlib.h>

#include "png_session.h"

struct cpng_decoder {
  cpng_session session;
  const uint8_t *bytes;
  size_t count;
  size_t offset;
};

static void take(png_structp png, png_bytep target, size_t length) {
  cpng_decoder *decoder = png_get_io_ptr(png);
  if (length > decoder->count - decoder->offset) {
    decoder->session.status = CPNG_TRUNCATED;
    png_error(png, "the file ends too early");
  }
  memcpy(target, decoder->bytes + decoder->offset, length);
  decoder->offset += length;
}

// Chunks whose content does not change the pixels here: colours are taken as they are, without
// colour management. They are skipped unread (their checksums still count), so that an odd
// colour profile does not make an image unreadable.
static const png_byte skipped_chunks[] =
    "bKGD\0cHRM\0eXIf\0gAMA\0hIST\0iCCP\0oFFs\0pCAL\0sBIT\0sCAL\0sPLT\0sRGB\0tIME";

static void read_header(cpng_decoder *decoder, const cpng_limits *limits) {
  png_structp png = decoder->session.png;
  png_infop info = decoder->session.info;
  png_set_read_fn(png, decoder, take);
  png_set_user_limits(png, limits->max_side, limits->max_side);
  png_set_chunk_malloc_max(png, limits->max_chunk_bytes);
  // libpng counts down for each text and refuses the one that reaches 1.
  png_set_chunk_cache_max(png, limits->max_text_chunks + 2);
  // By default libpng lets wrong checksums of ancillary chunks and surplus data pass.
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_benign_errors(png, 0);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, skipped_chunks,
                              (int)(sizeof skipped_chunks / 5));
  png_read_info(png, info);
}

static void premultiply(uint8_t *pixel, size_t count) {
  for (size_t i = 0; i < count; i++, pixel += 4) {
    uint32_t alpha = pixel[3];
    if (alpha == 255) {
      continue;
    }
    for (int channel = 0; channel < 3; channel++) {
      pixel[channel] = (uint8_t)((pixel[channel] * alpha + 127) / 255);
    }
  }
}

static void read_image(cpng_decoder *decoder, uint8_t *pixels) {
  png_structp png = decoder->session.png;
  png_infop info = decoder->session.info;
  size_t width = png_get_image_width(png, info);
  size_t height = png_get_image_height(png, info);
  bool has_alpha = (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) != 0 ||
                   png_get_valid(png, info, PNG_INFO_tRNS) != 0;
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_bgr(png);
  png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  if (png_get_rowbytes(png, info) != width * 4) {
    png_error(png, "unexpected row size");
  }
  for (int pass = 0; pass < passes; pass++) {
    for (size_t y = 0; y < height; y++) {
      png_read_row(png, pixels + y * width * 4, NULL);
    }
  }
  png_read_end(png, info);
  if (has_alpha) {
    premultiply(pixels, width * height);
  }
}

cpng_decoder *cpng_decoder_create(const uint8_t *bytes, size_t count, const cpng_limits *limits,
                                  cpng_status *status, cpng_message *message) {
  *status = CPNG_OUT_OF_MEMORY;
  cpng_decoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) {
    return NULL;
  }
  decoder->bytes = bytes;
  decoder->count = count;
  decoder->session.message = message;
  decoder->session.png =
      png_create_read_struct(PNG_LIBPNG_VER_STRING, decoder, cpng_on_error, cpng_on_warning);
  if (decoder->session.png != NULL) {
    decoder->session.info = png_create_info_struct(decoder->session.png);
  }
  if (decoder->session.info == NULL) {
    cpng_decoder_destroy(decoder);
    return NULL;
  }
  if (setjmp(png_jmpbuf(decoder->session.png)) != 0) {
    *status = decoder->session.status;
    cpng_decoder_destroy(decoder);
    return NULL;
  }
  read_header(decoder, limits);
  decoder->session.message = NULL;
  *status = CPNG_OK;
  return decoder;
}

void cpng_decoder_destroy(cpng_decoder *decoder) {
  if (decoder != NULL) {
    png_destroy_read_struct(&decoder->session.png, &decoder->session.info, NULL);
    free(decoder);
  }
}

uint32_t cpng_decoder_width(const cpng_decoder *decoder) {
  return png_get_image_width(decoder->session.png, decoder->session.info);
}

uint32_t cpng_decoder_height(const cpng_decoder *decoder) {
  return png_get_image_height(decoder->session.png, decoder->session.info);
}

size_t cpng_decoder_room(const cpng_decoder *decoder) {
  return cpng_room_for_whole(decoder->session.png, decoder->session.info);
}

cpng_status cpng_decoder_read(cpng_decoder *decoder, uint8_t *pixels, cpng_message *message) {
  // libpng has read the first IDAT's length and name.
  size_t start = decoder->offset - 8;
  if (cpng_read_whole(decoder->session.png, decoder->session.info, decoder->bytes + start,
                      decoder->count - start, pixels)) {
    return CPNG_OK;
  }
  decoder->session.message = message;
  if (setjmp(png_jmpbuf(decoder->session.png)) == 0) {
    read_image(decoder, pixels);
  }
  decoder->session.message = NULL;
  return decoder->session.status;
}

bool cpng_decoder_resolution(cpng_decoder *decoder, uint32_t *x, uint32_t *y) {
  png_uint_32 across = 0, down = 0;
  int unit = PNG_RESOLUTION_UNKNOWN;
  // Getters report nothing by longjmp.
  if (png_get_pHYs(decoder->session.png, decoder->session.info, &across, &down, &unit) == 0 ||
      unit != PNG_RESOLUTION_METER) {
    return false;
  }
  *x = across;
  *y = down;
  return true;
}

size_t cpng_decoder_text_count(cpng_decoder *decoder) {
  png_textp texts = NULL;
  int count = 0;
  png_get_text(decoder->session.png, decoder->session.info, &texts, &count);
  return count < 0 ? 0 : (size_t)count;
}

cpng_text cpng_decoder_text(cpng_decoder *decoder, size_t index) {
  png_textp texts = NULL;
  int count = 0;
  png_get_text(decoder->session.png, decoder->session.info, &texts, &count);
  cpng_text text = {"", "", "", false};
  if (count > 0 && index < (size_t)count) {
    const png_text *found = &texts[index];
    text.keyword = found->key != NULL ? found->key : "";
    text.text = found->text != NULL ? found->text : "";
    text.language = found->lang != NULL ? found->lang : "";
    text.is_utf8 = found->compression >= PNG_ITXT_COMPRESSION_NONE;
  }
  return text;
}
