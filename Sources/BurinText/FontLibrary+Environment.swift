import BurinScene
import CHarfBuzz
import CPango

extension FontLibrary {
  /// The versions and digests that determine how text looks: the versions of the libraries that
  /// shape it and the digests of the faces, by name.
  ///
  /// ```swift
  /// try FontLibrary.shared().environment["harfbuzz"]  // "6.0.0"
  /// ```
  public var environment: [String: String] {
    var parts = [
      "pango": String(cString: pango_version_string()),
      "harfbuzz": String(cString: hb_version_string()),
      "freetype": Self.freeTypeVersion,
    ]
    for (id, face) in faces { parts["font \(id.postScriptName)"] = face.digest }
    return parts
  }

  private static var freeTypeVersion: String {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return "unknown" }
    defer { FT_Done_FreeType(library) }
    var (major, minor, patch): (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
    FT_Library_Version(library, &major, &minor, &patch)
    return "\(major).\(minor).\(patch)"
  }
}
