import BurinText
import CCairo

/// Owns a Cairo font face made from a font file in memory.
final class CairoFontFace {
  let pointer: OpaquePointer
  /// The numbers of glyphs in the file, by those of the face.
  private let numbers: [UInt32: UInt32]

  /// Makes a face of a few glyphs, so that Cairo need not read a font of many megabytes.
  init(_ subset: FontSubset, name: String) throws(RenderError) {
    guard let font = MemoryFont(subset.bytes) else {
      throw .cairo(status: "the font cannot be read", node: name)
    }
    guard
      let face = cairo_ft_font_face_create_for_ft_face(font.face, Int32(FT_LOAD_NO_HINTING)),
      cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS
    else { throw .cairo(status: "the font cannot be read", node: name) }
    // Cairo keeps fonts for a while; the file must live as long.
    let owned = Unmanaged.passRetained(font)
    let status = cairo_font_face_set_user_data(face, Self.key, owned.toOpaque()) { font in
      if let font { Unmanaged<MemoryFont>.fromOpaque(font).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      owned.release()
      cairo_font_face_destroy(face)
      throw .cairo(status: CairoSurface.message(status), node: name)
    }
    pointer = face
    numbers = subset.numbers
  }

  deinit { cairo_font_face_destroy(pointer) }

  /// Returns the number of a glyph in the file.
  func number(of glyph: UInt32) -> UInt { UInt(numbers[glyph] ?? 0) }

  /// Names the user data by its address; never written.
  private nonisolated(unsafe) static let key: UnsafeMutablePointer<cairo_user_data_key_t> = {
    let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
    key.initialize(to: cairo_user_data_key_t())
    return key
  }()
}

/// A font file in memory, opened by a FreeType of its own.
///
/// Cairo may close it on any thread, and one FreeType is for one thread at a time.
private final class MemoryFont {
  let face: FT_Face
  private let library: FT_Library
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init?(_ file: [UInt8]) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
    _ = bytes.initialize(from: file)
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else {
      bytes.deallocate()
      return nil
    }
    var face: FT_Face?
    guard FT_New_Memory_Face(library, bytes.baseAddress, FT_Long(file.count), 0, &face) == 0,
      let face
    else {
      FT_Done_FreeType(library)
      bytes.deallocate()
      return nil
    }
    self.face = face
    self.library = library
    self.bytes = bytes
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    bytes.deallocate()
  }
}
