import BurinScene

/// The text of a paragraph's spans in one string, with the families in which its parts are set.
struct ParagraphText {
  /// What is shaped: the text, with a sign in place of each character that no family has.
  private(set) var shaped: String
  /// Where each span begins, in bytes of ``shaped``.
  private(set) var starts: [Int]
  /// Where boxes stand, in bytes of ``shaped``.
  private(set) var boxes: Set<Int> = []
  /// The parts of the text and their families; empty where the first family sets everything.
  private(set) var parts: [FontPlan.Part] = []
  /// The characters that no family has, in the order of the text.
  private(set) var replaced: [Unicode.Scalar] = []

  /// The text as it was written.
  private let source: [UInt8]
  /// The place in ``source`` of each byte of ``shaped``; nil where the two are equal.
  private var origins: [Int]?

  init(_ paragraph: Paragraph) {
    var text = ""
    var starts: [Int] = []
    for span in paragraph.spans {
      starts.append(text.utf8.count)
      switch span {
      case .text(let string, _): text += string
      // Lines break beside a formula as beside a letter (UAX 14, class AL): between Chinese
      // characters and it, not between it and the letters of a word, as U+FFFC would allow.
      case .box:
        boxes.insert(text.utf8.count)
        text += "\u{2B1A}"
      }
    }
    shaped = text
    source = Array(text.utf8)
    self.starts = starts
  }

  /// Takes over which family sets what, and puts a sign in place of what none has.
  mutating func apply(_ plan: FontPlan, sign: Unicode.Scalar) {
    parts = plan.parts
    guard !plan.missing.isEmpty else { return }
    replaced = plan.missing.map(\.scalar)
    let sign = Array(String(sign).utf8)
    var bytes: [UInt8] = []
    var origins: [Int] = []
    /// The place in the new text of each byte of the source, and of its end.
    var places: [Int] = []
    var rest = plan.missing[...]
    var offset = 0
    while offset < source.count {
      if let next = rest.first, next.range.lowerBound == offset {
        rest.removeFirst()
        places += Array(repeating: bytes.count, count: next.range.count)
        origins += Array(repeating: offset, count: sign.count)
        bytes += sign
        offset = next.range.upperBound
      } else {
        places.append(bytes.count)
        origins.append(offset)
        bytes.append(source[offset])
        offset += 1
      }
    }
    places.append(bytes.count)
    origins.append(source.count)
    self.origins = origins
    shaped = String(decoding: bytes, as: UTF8.self)
    starts = starts.map { places[$0] }
    boxes = Set(boxes.map { places[$0] })
    parts = parts.map { part in
      FontPlan.Part(
        range: places[part.range.lowerBound]..<places[part.range.upperBound], family: part.family)
    }
  }

  /// Returns the place in the text as it was written.
  func origin(_ offset: Int) -> Int { origins.map { $0[offset] } ?? offset }

  /// Returns the text as it was written, by a range of bytes of ``shaped``.
  func written(_ range: Range<Int>) -> String {
    String(decoding: source[origin(range.lowerBound)..<origin(range.upperBound)], as: UTF8.self)
  }
}

/// The shaped lines of a paragraph.
struct ShapedParagraph: Sendable {
  var lines: [PangoShaper.Line]
  /// Whether the paragraph runs from right to left, by its first letter.
  var isRightToLeft: Bool
  /// The characters in whose place a sign is drawn.
  var replaced: [Unicode.Scalar]

  /// Returns how many words of a text, such as numbers, end on another line than they begin.
  ///
  /// Between Chinese characters, which are no ASCII, lines break anywhere.
  func dividedWords(of text: String) -> Int {
    let bytes = Array(text.utf8)
    func isWord(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (0x21..<0x7F).contains(bytes[index])
    }
    return lines.dropLast().count { line in
      // Lines that run from right to left have their runs the other way round.
      guard let end = line.runs.map(\.end).max(), isWord(end - 1), isWord(end) else {
        return false
      }
      return bytes[end - 1] != UInt8(ascii: "-") && bytes[end - 1] != UInt8(ascii: "/")
    }
  }
}
