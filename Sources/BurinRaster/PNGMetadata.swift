import CPNG

/// What a PNG file says beside its pixels that can change how the picture is seen.
///
/// ```swift
/// let changes = golden.changes(to: fresh)
/// changes.first?.description  // "density: 2835 × 2835 pixels per metre → none"
/// ```
public struct PNGMetadata: Sendable, Hashable {
  /// A property of the picture.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The colour space: cICP, iCCP, sRGB, or gAMA and cHRM, whichever counts, and mDCV and cLLI.
    case colorSpace = "colour space"
    /// The orientation from eXIf.
    case orientation
    /// The pixels per metre, or the shape of a pixel, from pHYs; the scale from sCAL.
    case density
    /// The colour behind transparent pixels, from bKGD.
    case background
    /// The place on a page, from oFFs.
    case offset
    /// The arrangement of two pictures for two eyes, from sTER.
    case stereo
  }

  /// A property that differs between two files.
  public struct Change: Sendable, Hashable, CustomStringConvertible {
    /// The property.
    public let kind: Kind
    /// Its value in the expected file, in words.
    public let expected: String
    /// Its value in the actual file, in words.
    public let actual: String

    /// One line such as `orientation: 6 → none`.
    public var description: String { "\(kind.rawValue): \(expected) → \(actual)" }
  }

  /// The values in words, by the property; those that the file does not have are missing.
  public let values: [Kind: String]
  /// Chunks that are not known to this release, by name, each with its digest.
  public let unknown: [String: String]

  /// Returns the properties that differ, in the order of ``Kind``.
  public func changes(to actual: PNGMetadata) -> [Change] {
    Kind.allCases.compactMap { kind in
      let (before, after) = (values[kind] ?? "none", actual.values[kind] ?? "none")
      return before == after ? nil : Change(kind: kind, expected: before, actual: after)
    }
  }

  /// Returns the names of unknown chunks that differ.
  public func unknownChanges(to actual: PNGMetadata) -> [String] {
    Set(unknown.keys).union(actual.unknown.keys).filter { unknown[$0] != actual.unknown[$0] }
      .sorted()
  }

  /// Chunks that are part of the pixels or never change what is seen.
  private static let others: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "acTL", "fcTL", "fdAT", "tEXt", "zTXt", "iTXt", "tIME",
    "sBIT", "hIST", "sPLT", "pCAL", "dSIG", "iDOT", "gIFg", "gIFx", "gIFt", "vpAg", "fRAc",
  ]

  /// Reads the chunks of a file.
  public init(file: [UInt8], limits: PNGLimits = .standard) {
    var chunks: [String: Range<Int>] = [:]
    var unknown: [String: String] = [:]
    for chunk in PNGChunks(bytes: file) {
      if chunks[chunk.name] == nil { chunks[chunk.name] = chunk.data }
      if !Self.others.contains(chunk.name), Self.readers[chunk.name] == nil {
        unknown[chunk.name, default: ""] += Self.digest(file[chunk.data])
      }
    }
    func value(_ name: String) -> String? {
      guard let data = chunks[name], let reader = Self.readers[name] else { return nil }
      return reader(file, data, limits)
    }
    func joined(_ names: String...) -> String? {
      let values = names.compactMap { value($0) }
      return values.isEmpty ? nil : values.joined(separator: ", ")
    }
    let hasAlpha =
      chunks["tRNS"] != nil
      || chunks["IHDR"].flatMap({ file.number(at: 9, 1, in: $0) }).map { $0 & 4 != 0 } == true
    // The chunk that counts where there are several (PNG 3rd edition, 4.3).
    let color =
      value("cICP") ?? value("iCCP") ?? value("sRGB") ?? joined("gAMA", "cHRM")
    let light = joined("mDCV", "cLLI")
    var values: [Kind: String] = [:]
    let colors = [color, light].compactMap { $0 }
    if !colors.isEmpty { values[.colorSpace] = colors.joined(separator: ", ") }
    values[.orientation] = value("eXIf")
    values[.density] = joined("pHYs", "sCAL")
    if hasAlpha { values[.background] = value("bKGD") }
    values[.offset] = value("oFFs")
    values[.stereo] = value("sTER")
    self.values = values
    self.unknown = unknown
  }

  private typealias Reader = @Sendable ([UInt8], Range<Int>, PNGLimits) -> String?

  private static let readers: [String: Reader] = [
    "cICP": { file, data, _ in "coding points " + numbers(file, data, 1) },
    "iCCP": { file, data, limits in profile(file, data, limits) },
    "sRGB": { file, data, _ in "sRGB, intent " + numbers(file, data, 1) },
    "gAMA": { file, data, _ in "gamma \(numbers(file, data, 4))/100000" },
    "cHRM": { file, data, _ in "chromaticities \(numbers(file, data, 4))/100000" },
    "mDCV": { file, data, _ in "mastering display " + digest(file[data]) },
    "cLLI": { file, data, _ in "light levels \(numbers(file, data, 4))/10000" },
    "eXIf": { file, data, _ in orientation(file, data) },
    "pHYs": { file, data, _ in density(file, data) },
    "sCAL": { file, data, _ in "scale " + digest(file[data]) },
    "bKGD": { file, data, _ in numbers(file, data, data.count < 2 ? 1 : 2) },
    "oFFs": { file, data, _ in
      guard let x = file.number(at: 0, 4, in: data), let y = file.number(at: 4, 4, in: data),
        let unit = file.number(at: 8, 1, in: data)
      else { return "unreadable" }
      return "\(x), \(y) \(unit == 1 ? "µm" : "pixels")"
    },
    "sTER": { file, data, _ in "mode " + numbers(file, data, 1) },
  ]

  private static func numbers(_ file: [UInt8], _ data: Range<Int>, _ size: Int) -> String {
    stride(from: 0, to: data.count, by: size)
      .map { file.number(at: $0, size, in: data).map(String.init) ?? "?" }
      .joined(separator: " ")
  }

  private static func density(_ file: [UInt8], _ data: Range<Int>) -> String {
    guard let x = file.number(at: 0, 4, in: data), let y = file.number(at: 4, 4, in: data),
      let unit = file.number(at: 8, 1, in: data)
    else { return "unreadable" }
    return unit == 1 ? "\(x) × \(y) pixels per metre" : "pixels of the shape \(x) : \(y)"
  }

  /// The name of a profile does not count, and how it is packed neither.
  private static func profile(
    _ file: [UInt8], _ data: Range<Int>, _ limits: PNGLimits
  ) -> String {
    guard let end = file[data].firstIndex(of: 0), end + 2 <= data.upperBound else {
      return "unreadable profile"
    }
    let name = file[data.lowerBound..<end].map { Character(Unicode.Scalar($0)) }
    let packed = Array(file[(end + 2)..<data.upperBound])
    var filled = 0
    var isUnpacked = false
    let profile = [UInt8](unsafeUninitializedCapacity: limits.maxMetadataBytes * 4) {
      target, count in
      isUnpacked = packed.withUnsafeBufferPointer {
        cpng_inflate($0.baseAddress, $0.count, target.baseAddress, target.count, &filled)
      }
      count = isUnpacked ? filled : 0
    }
    guard isUnpacked else { return "unreadable profile " + digest(file[data]) }
    return "profile “\(String(name))” of \(profile.count) bytes, digest \(digest(profile[...]))"
  }

  /// The orientation of Exif 2.3, 4.6.4; nil for the upright one, which need not be said.
  private static func orientation(_ file: [UInt8], _ data: Range<Int>) -> String? {
    let bytes = Array(file[data])
    guard bytes.count >= 8 else { return "unreadable Exif" }
    let isLittle = bytes.starts(with: [0x49, 0x49, 0x2A, 0])
    guard isLittle || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) else { return "unreadable Exif" }
    func number(_ offset: Int, _ count: Int) -> Int? {
      guard offset >= 0, offset + count <= bytes.count else { return nil }
      let part = bytes[offset..<offset + count]
      return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
    }
    guard let start = number(4, 4), let count = number(start, 2) else { return "unreadable Exif" }
    for index in 0..<count {
      let entry = start + 2 + 12 * index
      guard let tag = number(entry, 2) else { return "unreadable Exif" }
      guard tag == 0x0112 else { continue }
      guard let value = number(entry + 8, 2) else { return "unreadable Exif" }
      return value == 1 ? nil : "\(value)"
    }
    return nil
  }

  /// FNV-1a with 64 bits: it tells accidents apart, not attacks.
  private static func digest(_ bytes: ArraySlice<UInt8>) -> String {
    let state = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
