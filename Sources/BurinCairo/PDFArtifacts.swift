/// Marks what belongs to no element of the structure as artifacts (ISO 32000-1, section 14.8.2.2).
///
/// Cairo marks the content of elements; grids, backgrounds and lines are left. ISO 14289-1, section
/// 7.1, wants all content marked.
enum PDFArtifacts {
  /// Returns the commands of a page, all of them marked.
  static func marked(_ commands: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(commands.count + 1_024)
    var depth = 0
    var isOpen = false
    // Where the operands of the next operator begin in the result.
    var operands = 0
    func insert(_ text: String) {
      result.insert(contentsOf: Array(text.utf8), at: operands)
    }
    var index = 0
    while index < commands.count {
      let start = index
      let isOperator = skipToken(commands, &index)
      result += commands[start..<index]
      guard isOperator else { continue }
      switch String(decoding: commands[start..<index], as: UTF8.self) {
      case "BDC", "BMC":
        if depth == 0, isOpen { insert("EMC\n"); isOpen = false }
        depth += 1
      case "EMC": depth -= 1
      case "q", "Q":
        // Sequences lie within one level of the graphics state.
        if isOpen { insert("EMC\n"); isOpen = false }
      case "m", "re", "Do", "sh", "BT":
        if depth == 0, !isOpen { insert("/Artifact BMC\n"); isOpen = true }
      default: break
      }
      // The blank behind an operator belongs to it.
      if index < commands.count, isBlank(commands[index]) {
        result.append(commands[index])
        index += 1
      }
      operands = result.count
    }
    if isOpen { result += Array("\nEMC\n".utf8) }
    return result
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static let delimiters = Set("()<>[]{}/%".utf8)

  /// Moves behind a token or blanks and returns whether it was an operator.
  private static func skipToken(_ bytes: [UInt8], _ index: inout Int) -> Bool {
    let first = bytes[index]
    index += 1
    switch first {
    case UInt8(ascii: "("):
      var depth = 1
      while index < bytes.count, depth > 0 {
        switch bytes[index] {
        case UInt8(ascii: "\\"): index += 1
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth -= 1
        default: break
        }
        index += 1
      }
      index = min(index, bytes.count)
      return false
    case UInt8(ascii: "<"):
      if index < bytes.count, bytes[index] == first {
        index += 1
        return false
      }
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
      index = min(index + 1, bytes.count)
      return false
    case UInt8(ascii: "%"):
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      return false
    case _ where isBlank(first) || delimiters.contains(first) && first != UInt8(ascii: "/"):
      return false
    default:
      while index < bytes.count, !isBlank(bytes[index]), !delimiters.contains(bytes[index]) {
        index += 1
      }
      let isName = first == UInt8(ascii: "/")
      let isNumber =
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) || "+-.".utf8.contains(first)
      return !isName && !isNumber
    }
  }
}
