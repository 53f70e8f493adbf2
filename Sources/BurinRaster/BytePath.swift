/// A path or a name as the system has it: bytes, which need not be UTF-8.
///
/// Two names are the same if their bytes are. Swift's strings are also equal if they differ only in
/// the normalisation of their characters, and can't hold every name.
package struct BytePath: Hashable, Sendable {
  /// The bytes, without the ending zero.
  package var bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether the bytes are valid UTF-8.
  package var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// Returns the path of an entry of this folder.
  package func appending(_ name: BytePath) -> BytePath {
    if bytes.isEmpty { return name }
    let slash: [UInt8] = bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]
    return BytePath(bytes: bytes + slash + name.bytes)
  }

  /// The last part of the path.
  package var name: BytePath {
    BytePath(bytes: Array(bytes.suffix(while: { $0 != UInt8(ascii: "/") })))
  }

  /// The path before the last part; nil if there is only one part.
  package var folder: BytePath? {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return BytePath(bytes: slash == 0 ? [UInt8(ascii: "/")] : Array(bytes[..<slash]))
  }

  package var isHidden: Bool { name.bytes.first == UInt8(ascii: ".") }

  /// The letters after the last dot of the name, in lower case; empty without a dot or before it.
  package var fileExtension: String {
    let name = name.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// Returns the path with another extension.
  package func replacingExtension(with other: String) -> BytePath {
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return self }
    return BytePath(bytes: Array(bytes[...dot]) + Array(other.utf8))
  }

  /// Calls a closure with the bytes and an ending zero.
  package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return characters.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("an array with a zero") }
      return body(base)
    }
  }
}

extension BytePath: Comparable {
  package static func < (first: BytePath, second: BytePath) -> Bool {
    first.bytes.lexicographicallyPrecedes(second.bytes)
  }
}

extension BytePath: CustomStringConvertible {
  /// The text; bytes that are not UTF-8 are written as `\xE9`.
  package var description: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = ""
    var rest = bytes[...]
    while let first = rest.first {
      // The longest start of up to four bytes that is one character.
      let length = (1...4).first {
        $0 <= rest.count && String(validating: rest.prefix($0), as: UTF8.self) != nil
      }
      if let length {
        result += String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
      } else {
        let digits = String(first, radix: 16, uppercase: true)
        result += "\\x" + (digits.count < 2 ? "0" : "") + digits
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

extension Array {
  /// Returns the elements after the last one that does not satisfy a condition.
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice<Element> {
    guard let last = lastIndex(where: { !condition($0) }) else { return self[...] }
    return self[(last + 1)...]
  }
}
