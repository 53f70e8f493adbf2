import ArgumentParser
import BurinRaster

/// What a comparison need not tell, as written on the command line.
enum IgnoreOption: ExpressibleByArgument, Hashable, Sendable {
  /// The colour space, the orientation, the density and the like of PNG files.
  case metadata
  /// What is left out of folders for a reason.
  case leftOut(LeftOut.Reason)
  /// Pictures and other entries by their names.
  case pattern(NamePattern)

  /// Parses `metadata`, a reason of ``LeftOut``, or a pattern such as `*.jpg` or `thumbs/*`.
  init?(argument: String) {
    if argument == "metadata" {
      self = .metadata
    } else if let reason = LeftOut.Reason(rawValue: argument) {
      self = .leftOut(reason)
    } else if argument.utf8.contains(where: { "*?/.".utf8.contains($0) }) {
      self = .pattern(NamePattern(argument))
    } else {
      return nil
    }
  }

  static let help =
    "What not to tell; may be repeated: metadata (PNG's colour space, orientation, density and the "
    + "like), "
    + LeftOut.Reason.allCases.map(\.rawValue).joined(separator: ", ")
    + " (what folders leave out), or a pattern of names such as '*.jpg' or 'thumbs/*'."
}

/// A pattern of names: `*` stands for any bytes but slashes, `**` for any, `?` for one.
///
/// A pattern without a slash is that of the last part of a path.
struct NamePattern: Hashable, Sendable, CustomStringConvertible {
  let description: String
  private let bytes: [UInt8]

  init(_ text: String) {
    description = text
    bytes = Array(text.utf8)
  }

  /// Whether a path in a folder has the pattern.
  func matches(_ path: BytePath) -> Bool {
    matches(bytes[...], (bytes.contains(UInt8(ascii: "/")) ? path : path.name).bytes[...])
  }

  private func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
    // The reachable places in the pattern, byte by byte, so that no pattern takes long.
    var places = Self.closure([pattern.startIndex], pattern)
    for byte in name {
      var next: Set<Int> = []
      for place in places where place < pattern.endIndex {
        switch pattern[place] {
        case UInt8(ascii: "*"):
          let isDouble =
            place + 1 < pattern.endIndex && pattern[place + 1] == UInt8(ascii: "*")
            || place > pattern.startIndex && pattern[place - 1] == UInt8(ascii: "*")
          if isDouble || byte != UInt8(ascii: "/") { next.insert(place) }
        case UInt8(ascii: "?"): if byte != UInt8(ascii: "/") { next.insert(place + 1) }
        case byte: next.insert(place + 1)
        default: break
        }
      }
      places = Self.closure(next, pattern)
      if places.isEmpty { return false }
    }
    return places.contains(pattern.endIndex)
  }

  /// A star may stand for nothing.
  private static func closure(_ places: Set<Int>, _ pattern: ArraySlice<UInt8>) -> Set<Int> {
    var result = places
    for place in places {
      var next = place
      while next < pattern.endIndex, pattern[next] == UInt8(ascii: "*") {
        next += 1
        result.insert(next)
      }
    }
    return result
  }
}
