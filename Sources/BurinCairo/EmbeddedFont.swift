import CCairo

/// A font file in memory, as a face with which Cairo draws.
final class EmbeddedFont {
  let pointer: OpaquePointer

  init(_ bytes: [UInt8], name: String) throws(RenderError) {
    let file = try MemoryFontFile(bytes, name: name)
    guard
      let face = cairo_ft_font_face_create_for_ft_face(file.face, Int32(FT_LOAD_NO_HINTING)),
      cairo_font_face_status(face) == CAIRO_STATUS_SUCCESS
    else { throw .cairo(status: "the font file cannot be read", node: name) }
    pointer = face
    // Cairo may keep the face beyond this object, and the file with it.
    let owner = Unmanaged.passRetained(file)
    let status = cairo_font_face_set_user_data(
      face, burin_font_file_key(), owner.toOpaque(),
      { pointer in
        if let pointer { Unmanaged<MemoryFontFile>.fromOpaque(pointer).release() }
      })
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(face)
      owner.release()
      throw .cairo(status: CairoSurface.message(status), node: name)
    }
  }

  deinit { cairo_font_face_destroy(pointer) }
}

/// Owns a font file in memory that FreeType reads.
private final class MemoryFontFile {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let library: FT_Library
  let face: FT_Face

  init(_ file: [UInt8], name: String) throws(RenderError) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else {
      throw .cairo(status: "out of memory", node: name)
    }
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: file.count)
    _ = bytes.initialize(from: file)
    var face: FT_Face?
    guard FT_New_Memory_Face(library, bytes.baseAddress, FT_Long(file.count), 0, &face) == 0,
      let face
    else {
      bytes.deallocate()
      FT_Done_FreeType(library)
      throw .cairo(status: "the font file cannot be read", node: name)
    }
    self.bytes = bytes
    self.library = library
    self.face = face
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
    bytes.deallocate()
  }
}
