import CPango

/// A private fontconfig configuration that contains only the given families.
///
/// The directories and caches are those of the process's current configuration, which is the
/// system's unless the program has set another one; so nothing is parsed or scanned twice. Every
/// other family is rejected, so that other installed fonts have no effect.
///
/// Sendable although it stores a pointer, because what that points to doesn't change after `init`,
/// and fontconfig's look-ups in a finished configuration are thread-safe.
final class FontConfiguration: @unchecked Sendable {
  let pointer: OpaquePointer

  init(families: [String], source: FontSource) throws(TextError) {
    // Loaded if it isn't yet; Pango would load it as well, before it shapes the first text.
    guard let system = FcConfigReference(nil) else {
      throw .configuration("no system configuration")
    }
    defer { FcConfigDestroy(system) }
    var xml = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
    let directories: [String] =
      switch source {
      case .installed: Self.strings(FcConfigGetFontDirs(system))
      case .folders(let paths): paths
      case .files: []
      }
    for directory in directories {
      xml += "<dir>\(Self.escaped(directory))</dir>"
    }
    for directory in Self.strings(FcConfigGetCacheDirs(system)) {
      xml += "<cachedir>\(Self.escaped(directory))</cachedir>"
    }
    xml += "<selectfont><rejectfont><pattern></pattern></rejectfont><acceptfont>"
    for family in families {
      xml +=
        "<pattern><patelt name=\"family\"><string>\(Self.escaped(family))</string></patelt></pattern>"
    }
    xml += "</acceptfont></selectfont>\(Self.scaling)</fontconfig>"

    guard let config = FcConfigCreate() else { throw .configuration("out of memory") }
    let parsed = xml.withCString { bytes in
      bytes.withMemoryRebound(to: FcChar8.self, capacity: xml.utf8.count + 1) {
        FcConfigParseAndLoadFromMemory(config, $0, FcTrue)
      }
    }
    guard parsed == FcTrue, FcConfigBuildFonts(config) == FcTrue else {
      FcConfigDestroy(config)
      throw .configuration("its font directories cannot be read")
    }
    if case .files(let paths) = source {
      for path in paths where FcConfigAppFontAddFile(config, path) != FcTrue {
        FcConfigDestroy(config)
        throw .unreadableFont(path: path)
      }
    }
    pointer = config
  }

  deinit { FcConfigDestroy(pointer) }

  /// A rule for fonts of pictures, such as emoji, which are stored in one size: they are scaled to the
  /// size that is asked for.
  private static let scaling = """
    <match target="font"><test name="outline" compare="eq"><bool>false</bool></test>
    <edit name="pixelsizefixupfactor" mode="assign"><divide>
    <name target="pattern">pixelsize</name><name target="font">pixelsize</name></divide></edit>
    <edit name="matrix" mode="assign"><times><name>matrix</name><matrix>
    <name>pixelsizefixupfactor</name><double>0</double>
    <double>0</double><name>pixelsizefixupfactor</name></matrix></times></edit></match>
    """

  /// A file that contains a face.
  struct FaceFile {
    var path: String
    var index: Int
    var postScriptName: String
    var weight: FontWeight?
    /// Whether it is neither condensed nor expanded.
    var isNormalWidth: Bool
  }

  /// Returns the roman faces of a family, in fontconfig's order of files.
  func faces(of family: String) -> [FaceFile] {
    guard let pattern = FcPatternCreate(), let wanted = FcObjectSetCreate() else { return [] }
    defer {
      FcPatternDestroy(pattern)
      FcObjectSetDestroy(wanted)
    }
    FcPatternAddString(pattern, FC_FAMILY, family)
    for name in [FC_FILE, FC_INDEX, FC_POSTSCRIPT_NAME, FC_WEIGHT, FC_SLANT, FC_WIDTH] {
      FcObjectSetAdd(wanted, name)
    }
    guard let set = FcFontList(pointer, pattern, wanted) else { return [] }
    defer { FcFontSetDestroy(set) }
    var faces: [FaceFile] = []
    for position in 0..<Int(set.pointee.nfont) {
      guard let font = set.pointee.fonts[position] else { continue }
      var file: UnsafeMutablePointer<FcChar8>?
      var name: UnsafeMutablePointer<FcChar8>?
      var index: Int32 = 0
      var weight: Int32 = 0
      var slant: Int32 = 0
      var width: Int32 = FC_WIDTH_NORMAL
      guard FcPatternGetString(font, FC_FILE, 0, &file) == FcResultMatch, let file,
        FcPatternGetString(font, FC_POSTSCRIPT_NAME, 0, &name) == FcResultMatch, let name
      else { continue }
      FcPatternGetInteger(font, FC_INDEX, 0, &index)
      FcPatternGetInteger(font, FC_WEIGHT, 0, &weight)
      FcPatternGetInteger(font, FC_SLANT, 0, &slant)
      FcPatternGetInteger(font, FC_WIDTH, 0, &width)
      // The upper half of the index counts named instances of variable fonts.
      guard slant == FC_SLANT_ROMAN, index >> 16 == 0 else { continue }
      let known: FontWeight? =
        switch weight {
        case FC_WEIGHT_REGULAR, FC_WEIGHT_BOOK, FC_WEIGHT_MEDIUM: .regular
        case FC_WEIGHT_BOLD: .bold
        default: nil
        }
      faces.append(
        FaceFile(
          path: String(cString: file), index: Int(index), postScriptName: String(cString: name),
          weight: known, isNormalWidth: width == FC_WIDTH_NORMAL))
    }
    return faces.sorted { ($0.path, $0.index) < ($1.path, $1.index) }
  }

  private static func strings(_ list: OpaquePointer?) -> [String] {
    guard let list else { return [] }
    defer { FcStrListDone(list) }
    var result: [String] = []
    while let next = FcStrListNext(list) { result.append(String(cString: next)) }
    return result
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    return result
  }
}
