import BurinRaster
import CommandSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The PNG files of a folder and its subfolders, and everything in it that is not compared.
struct PictureFolder {
  /// The folder.
  let root: BytePath
  /// The paths of the PNG files in the folder.
  private(set) var pictures: Set<BytePath> = []
  private(set) var leftOut: [LeftOut] = []
  private var scenes: [BytePath] = []

  /// Reads a folder.
  ///
  /// - Throws: an error if the folder itself cannot be read; subfolders that cannot are left out.
  init(_ root: BytePath) throws {
    self.root = root
    guard try read(BytePath("")) else {
      throw CommandFailure(
        "the folder \(root) cannot be read: \(String(cString: strerror(errno)))",
        status: ExitStatus.unreadable)
    }
    let stems = Set(pictures.map { $0.bytes.dropLast(4) })
    for scene in scenes where !stems.contains(scene.bytes.dropLast(6)) {
      leave(scene, .scenes, "a scene without its picture")
    }
    addClashes()
    leftOut.sort { $0.name < $1.name }
  }

  private mutating func leave(_ name: BytePath, _ reason: LeftOut.Reason, _ words: String) {
    leftOut.append(
      LeftOut(path: root.appending(name), name: name, reason: reason, words: words))
  }

  /// Reads a folder with its subfolders; returns false if it cannot be opened.
  private mutating func read(_ start: BytePath) throws -> Bool {
    var waiting = [start]
    while let folder = waiting.popLast() {
      guard let names = Self.names(in: root.appending(folder)) else {
        if folder == start { return false }
        leave(folder, .unreadable, "the folder cannot be entered: \(Self.systemWords)")
        continue
      }
      for name in names { waiting += look(at: folder.appending(name)) }
    }
    return true
  }

  private static var systemWords: String { String(cString: strerror(errno)) }

  /// Notes an entry; returns the folder that it is.
  private mutating func look(at name: BytePath) -> [BytePath] {
    let path = root.appending(name)
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else {
      leave(name, .unreadable, "it cannot be inspected: \(Self.systemWords)")
      return []
    }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    if isLink {
      var target = stat()
      if path.withCString({ stat($0, &target) }) == 0 { status = target }
    }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    if isLink, isFolder {
      leave(name, .links, "a link to a folder, which is not followed")
      return []
    }
    if isFolder {
      guard name.isHidden else { return [name] }
      if let count = Self.pictureCount(in: path) {
        if count > 0 { leave(name, .hidden, "a hidden folder with \(Plural.pictures(count))") }
      } else {
        leave(name, .hidden, "a hidden folder that cannot be entered, or holds one that cannot")
      }
      return []
    }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    let format = PictureFormat(name) ?? (isFile ? PictureFormat(contentOf: path) : nil)
    if name.isHidden {
      if format != nil { leave(name, .hidden, "a hidden picture") }
    } else if name.fileExtension == "png" {
      pictures.insert(name)
    } else if let format {
      leave(
        name, .formats,
        format == .png
          ? "a PNG picture whose name does not end with .png"
          : "a picture in the format \(format.rawValue); only PNG files are compared")
    } else if name.fileExtension == "scene" {
      scenes.append(name)
    }
    return []
  }

  /// Returns the names in a folder; nil if it cannot be read.
  private static func names(in path: BytePath) -> [BytePath]? {
    guard let stream = path.withCString({ opendir($0) }) else { return nil }
    defer { closedir(stream) }
    var names: [BytePath] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { return errno == 0 ? names : nil }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(BytePath(bytes: name)) }
    }
  }

  /// The number of pictures in a hidden folder, by their names; nil if it cannot be known.
  private static func pictureCount(in path: BytePath) -> Int? {
    var count = 0
    var waiting = [path]
    while let folder = waiting.popLast() {
      guard let names = names(in: folder) else { return nil }
      for name in names {
        var status = stat()
        let entry = folder.appending(name)
        guard entry.withCString({ lstat($0, &status) }) == 0 else { continue }
        if status.st_mode & S_IFMT == S_IFDIR {
          waiting.append(entry)
        } else if PictureFormat(name) != nil {
          count += 1
        }
      }
    }
    return count
  }

  /// Notes names that differ only by normalisation.
  private mutating func addClashes() {
    // Swift's strings are equal by canonical equivalence.
    let groups = Dictionary(grouping: pictures.filter(\.isText)) { $0.description }
    for names in groups.values where names.count > 1 {
      for name in names {
        leave(
          name, .clashes,
          "compared, but another name differs from it by normalisation only (\(name.codePoints)); they are one file on some systems"
        )
      }
    }
  }
}

extension BytePath {
  /// The characters beyond ASCII by their numbers, such as `U+0065 U+0301`.
  var codePoints: String {
    var parts: [String] = []
    let scalars = Array(description.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isNext = index + 1 < scalars.count && !scalars[index + 1].isASCII
      guard !scalar.isASCII || isNext else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      parts.append("U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    }
    return parts.joined(separator: " ")
  }
}

/// The formats of pictures that are told apart, by names or first bytes.
enum PictureFormat: String {
  case png = "PNG"
  case jpeg = "JPEG"
  case jpegXL = "JPEG XL"
  case jpeg2000 = "JPEG 2000"
  case gif = "GIF"
  case webP = "WebP"
  case avif = "AVIF"
  case heif = "HEIF"
  case bmp = "BMP"
  case tiff = "TIFF"
  case svg = "SVG"
  case pdf = "PDF"
  case postScript = "PostScript"
  case icon = "ICO"
  case qoi = "QOI"
  case netpbm = "Netpbm"
  case targa = "TGA"
  case openEXR = "OpenEXR"
  case photoshop = "PSD"
  case radiance = "Radiance HDR"
  case dds = "DDS"
  case pcx = "PCX"
  case xbm = "XBM"
  case xpm = "XPM"
  case metafile = "WMF"
  case mng = "MNG"

  private static let extensions: [String: PictureFormat] = [
    "png": .png, "apng": .png, "jpg": .jpeg, "jpeg": .jpeg, "jpe": .jpeg, "jfif": .jpeg,
    "jxl": .jpegXL, "jp2": .jpeg2000, "j2k": .jpeg2000, "gif": .gif, "webp": .webP, "avif": .avif,
    "heic": .heif, "heif": .heif, "bmp": .bmp, "tif": .tiff, "tiff": .tiff, "svg": .svg,
    "svgz": .svg, "pdf": .pdf, "ps": .postScript, "eps": .postScript, "ico": .icon, "qoi": .qoi,
    "ppm": .netpbm, "pgm": .netpbm, "pbm": .netpbm, "pnm": .netpbm, "pam": .netpbm, "tga": .targa,
    "exr": .openEXR, "psd": .photoshop, "hdr": .radiance, "dds": .dds, "pcx": .pcx, "xbm": .xbm,
    "xpm": .xpm, "wmf": .metafile, "emf": .metafile, "mng": .mng, "jng": .mng, "dib": .bmp,
  ]

  private static let signatures: [(offset: Int, bytes: [UInt8], format: PictureFormat)] = [
    (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), (0, [0xFF, 0xD8, 0xFF], .jpeg),
    (0, Array("GIF8".utf8), .gif), (8, Array("WEBP".utf8), .webP),
    (4, Array("ftypavif".utf8), .avif),
    (4, Array("ftypheic".utf8), .heif), (4, Array("ftypmif1".utf8), .heif),
    (0, [0x49, 0x49, 0x2A, 0x00], .tiff), (0, [0x4D, 0x4D, 0x00, 0x2A], .tiff),
    (0, Array("%PDF-".utf8), .pdf), (0, Array("%!PS".utf8), .postScript),
    (0, Array("qoif".utf8), .qoi), (0, [0x00, 0x00, 0x00, 0x0C, 0x4A, 0x58, 0x4C, 0x20], .jpegXL),
    (0, [0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20], .jpeg2000),
    (0, [0x76, 0x2F, 0x31, 0x01], .openEXR), (0, Array("8BPS".utf8), .photoshop),
    (0, Array("#?RADIANCE".utf8), .radiance), (0, Array("DDS ".utf8), .dds),
    (0, Array("/* XPM */".utf8), .xpm), (0, [0xD7, 0xCD, 0xC6, 0x9A], .metafile),
    (0, [0x8A, 0x4D, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .mng), (0, [0xFF, 0x0A], .jpegXL),
  ]

  /// The format that a name says; nil for other names.
  init?(_ name: BytePath) {
    guard let format = Self.extensions[name.fileExtension] else { return nil }
    self = format
  }

  /// The format of a file's first bytes; nil for other files and those that cannot be read.
  init?(contentOf path: BytePath) {
    let descriptor = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 16)
    let count = read(descriptor, &start, start.count)
    guard count > 0,
      let found = Self.signatures.first(where: { signature in
        start.prefix(count).dropFirst(signature.offset).starts(with: signature.bytes)
      })
    else { return nil }
    self = found.format
  }
}
