#include <stdlib.h>

#include "png_session.h"

struct cpng_decoder {
  cpng_session session;
  cpng_limits limits;
  const uint8_t *bytes;
  size_t count;
  size_t offset;
  /// Where the first IDAT begins, and where the last one ends once the image is read.
  size_t image_start;
  size_t image_end;
  /// How much of `empty_image` is read in the image's place.
  size_t stand_in;
};

// An IDAT chunk without data, with its checksum.
static const uint8_t empty_image[12] = {0, 0, 0, 0, 'I', 'D', 'A', 'T', 0x35, 0xAF, 0x06, 0x1E};

static void take(png_structp png, png_bytep target, size_t length) {
  cpng_decoder *decoder = png_get_io_ptr(png);
  if (length > decoder->count - decoder->offset) {
    decoder->session.status = CPNG_TRUNCATED;
    png_error(png, "the file ends too early");
  }
  memcpy(target, decoder->bytes + decoder->offset, length);
  decoder->offset += length;
}

/// The same for a file whose image is read: an empty one stands in its place.
static void take_without_image(png_structp png, png_bytep target, size_t length) {
  cpng_decoder *decoder = png_get_io_ptr(png);
  while (length > 0) {
    if (decoder->offset != decoder->image_start) {
      size_t rest = decoder->offset < decoder->image_start
                        ? decoder->image_start - decoder->offset
                        : length;
      size_t part = length < rest ? length : rest;
      take(png, target, part);
      target += part;
      length -= part;
    } else {
      size_t rest = sizeof empty_image - decoder->stand_in;
      size_t part = length < rest ? length : rest;
      memcpy(target, empty_image + decoder->stand_in, part);
      decoder->stand_in += part;
      target += part;
      length -= part;
      if (decoder->stand_in == sizeof empty_image) {
        decoder->offset = decoder->image_end;
      }
    }
  }
}

// Chunks whose content does not change the pixels here: colours are taken as they are, without
// colour management. They are skipped unread (their checksums still count), so that an odd
// colour profile does not make an image unreadable.
static const png_byte skipped_chunks[] =
    "bKGD\0cHRM\0eXIf\0gAMA\0hIST\0iCCP\0oFFs\0pCAL\0sBIT\0sCAL\0sPLT\0sRGB\0tIME";

/// Passes over the empty image and what is not necessary; anything else is libpng's to refuse.
static int pass_chunk(png_structp png, png_unknown_chunkp chunk) {
  (void)png;
  bool is_ancillary = (chunk->name[0] & 0x20) != 0;
  return is_ancillary || memcmp(chunk->name, "IDAT", 4) == 0 ? 1 : 0;
}

static void read_header(cpng_decoder *decoder, png_rw_ptr take_bytes) {
  png_structp png = decoder->session.png;
  png_infop info = decoder->session.info;
  const cpng_limits *limits = &decoder->limits;
  png_set_read_fn(png, decoder, take_bytes);
  png_set_user_limits(png, limits->max_side, limits->max_side);
  png_set_chunk_malloc_max(png, limits->max_chunk_bytes);
  // libpng counts down for each text and refuses the one that reaches 1.
  png_set_chunk_cache_max(png, limits->max_text_chunks + 2);
  // By default libpng lets wrong checksums of ancillary chunks and surplus data pass.
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_benign_errors(png, 0);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, skipped_chunks,
                              (int)(sizeof skipped_chunks / 5));
  if (decoder->image_end > 0) {
    static const png_byte image[] = "IDAT";
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, image, 1);
    png_set_read_user_chunk_fn(png, NULL, pass_chunk);
  }
  png_read_info(png, info);
}

static bool make_reader(cpng_decoder *decoder) {
  decoder->session.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &decoder->session,
                                                cpng_on_error, cpng_on_warning);
  if (decoder->session.png != NULL) {
    decoder->session.info = png_create_info_struct(decoder->session.png);
  }
  return decoder->session.info != NULL;
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
  decoder->limits = *limits;
  decoder->bytes = bytes;
  decoder->count = count;
  decoder->session.message = message;
  if (!make_reader(decoder)) {
    cpng_decoder_destroy(decoder);
    return NULL;
  }
  if (setjmp(png_jmpbuf(decoder->session.png)) != 0) {
    *status = decoder->session.status;
    cpng_decoder_destroy(decoder);
    return NULL;
  }
  read_header(decoder, take);
  // libpng has read the first IDAT's length and name.
  decoder->image_start = decoder->offset - 8;
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

/// Reads what comes after an image that is read, and what came before once more.
static void read_rest(cpng_decoder *decoder) {
  read_header(decoder, take_without_image);
  png_read_end(decoder->session.png, decoder->session.info);
}

static bool is_at_end(const cpng_decoder *decoder) {
  static const uint8_t end[12] = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};
  return decoder->count - decoder->image_end >= sizeof end &&
         memcmp(decoder->bytes + decoder->image_end, end, sizeof end) == 0;
}

cpng_status cpng_decoder_read(cpng_decoder *decoder, uint8_t *pixels, cpng_message *message) {
  size_t start = decoder->image_start;
  size_t length = cpng_read_whole(decoder->session.png, decoder->session.info,
                                  decoder->bytes + start, decoder->count - start, pixels);
  bool is_read = length > 0;
  if (is_read) {
    decoder->image_end = start + length;
    if (is_at_end(decoder)) {
      return CPNG_OK;
    }
    // Texts may follow. This reader is within an image that it has not read, so another begins.
    png_destroy_read_struct(&decoder->session.png, &decoder->session.info, NULL);
    if (!make_reader(decoder)) {
      return CPNG_OUT_OF_MEMORY;
    }
    decoder->offset = 0;
  }
  decoder->session.message = message;
  if (setjmp(png_jmpbuf(decoder->session.png)) == 0) {
    if (is_read) {
      read_rest(decoder);
    } else {
      read_image(decoder, pixels);
    }
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
