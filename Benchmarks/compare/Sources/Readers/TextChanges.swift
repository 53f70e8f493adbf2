/// Changes of scenes and manifests that keep them readable: of lines, words and numbers.
enum TextChanges {
  static let numbers = [
    "0", "-0", "-1", "1", "0.0005", "1e308", "-1e308", "nan", "inf", "4294967296", "3037000500",
    "9223372036854775807", "-9223372036854775808", "18446744073709551616", "9e99", "1e-320", "2",
    "0.5", "255", "65536", "…", "\u{301}", "\u{202E}", "\"",
  ]

  static func apply(to seed: [UInt8], _ seeds: [[UInt8]], _ numbers: inout Numbers) -> [UInt8] {
    var lines = seed.split(separator: newline, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0...numbers.below(4) {
      guard lines.count > 1 else { break }
      let place = numbers.below(lines.count)
      switch numbers.below(9) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[place], at: numbers.below(lines.count))
      case 2: lines.swapAt(place, numbers.below(lines.count))
      case 3:
        let other = numbers.one(of: seeds).split(separator: newline).map(Array.init)
        if !other.isEmpty { lines.insert(numbers.one(of: other), at: place) }
      case 4:
        // Deeper, or less deep.
        if lines[place].starts(with: [space, space]), numbers.below(2) == 0 {
          lines[place].removeFirst(2)
        } else {
          lines[place] = [space, space] + lines[place]
        }
      default: changeWord(&lines[place], &numbers)
      }
    }
    fixCount(&lines)
    return Array(lines.joined(separator: [newline]))
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  /// One word, or one number within a word, becomes another.
  private static func changeWord(_ line: inout [UInt8], _ numbers: inout Numbers) {
    let isDigit = { (byte: UInt8) in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
    let wantsNumber = numbers.below(3) > 0
    var parts: [Range<Int>] = []
    var start = 0
    for end in 0...line.count {
      let belongs = end < line.count && (wantsNumber ? isDigit(line[end]) : line[end] != space)
      if belongs { continue }
      if end > start { parts.append(start..<end) }
      start = end + 1
    }
    guard !parts.isEmpty else { return }
    let part = numbers.one(of: parts)
    switch numbers.below(4) {
    case 0: line.removeSubrange(part)
    case 1: line.insert(contentsOf: [space] + line[part], at: part.upperBound)
    default: line.replaceSubrange(part, with: Array(numbers.one(of: Self.numbers).utf8))
    }
  }

  /// The second line of a scene tells how many follow.
  private static func fixCount(_ lines: inout [[UInt8]]) {
    guard lines.count > 2, lines[1].starts(with: Array("lines ".utf8)) else { return }
    let hasEnd = lines.last?.isEmpty == true
    lines[1] = Array("lines \(lines.count - 2 - (hasEnd ? 1 : 0))".utf8)
  }
}
