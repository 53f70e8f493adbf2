import BurinScene
import CCairo

/// The logical structure of a PDF: what is a formula, a described part of the picture and other text,
/// in reading order.
///
/// ISO 32000-1, sections 14.7 and 14.8. Cairo marks the content and writes the tree of elements;
/// texts instead of elements (`/Alt`), which it cannot write, are added to its output.
struct PDFStructure {
  /// The alternative texts of formulas and figures, each in the order of their elements.
  private var alternatives: [Tag: [String]] = [:]
  /// Whether the elements are written; pictures of other kinds have none.
  private let isWritten: Bool
  /// How many groups around the current item are painted on layers of their own or clipped away,
  /// where Cairo keeps no structure.
  private var layers = 0
  /// Whether an element with an alternative text is open: it stands for all of its content.
  private var isReplaced = false
  private var isInText = false

  /// The kinds of elements (ISO 32000-1, section 14.8.4).
  enum Tag: String {
    case document = "Document"
    case paragraph = "P"
    case span = "Span"
    case formula = "Formula"
    case figure = "Figure"
  }

  /// What has to be ended behind a group.
  struct Mark {
    var tag: Tag?
    var isLayer = false
  }

  init(isWritten: Bool) { self.isWritten = isWritten }

  func beginDocument(on context: OpaquePointer) {
    begin(isWritten ? .document : nil, on: context)
  }

  func endDocument(on context: OpaquePointer) { end(isWritten ? .document : nil, on: context) }

  /// Opens the element of a group, if it is one.
  ///
  /// - Parameters:
  ///   - group: the group.
  ///   - isHidden: whether all of it is clipped away.
  ///   - context: what it is drawn on.
  mutating func begin(_ group: SceneGroup, isHidden: Bool, on context: OpaquePointer) -> Mark {
    var mark = Mark()
    guard isWritten else { return mark }
    if group.opacity < 1 || isHidden || group.label == "" {
      mark.isLayer = true
      layers += 1
    }
    guard layers == 0, !isReplaced else { return mark }
    if let text = group.spokenText ?? (group.role == .mark ? group.dataLabel : nil) {
      mark.tag = .figure
      isReplaced = true
      alternatives[.figure, default: []].append(text)
      begin(mark.tag, on: context)
      return mark
    }
    switch group.role {
    case .formula:
      mark.tag = .formula
      isReplaced = true
      alternatives[.formula, default: []].append(group.dataLabel ?? group.name)
    case .title, .caption, .text, .label, .tick, .legend, .cell, .annotation:
      guard !isInText else { return mark }
      mark.tag = .paragraph
      isInText = true
    default: return mark
    }
    begin(mark.tag, on: context)
    return mark
  }

  /// Closes what `begin` opened.
  mutating func end(_ mark: Mark, on context: OpaquePointer) {
    end(mark.tag, on: context)
    if mark.tag == .formula || mark.tag == .figure { isReplaced = false }
    if mark.tag == .paragraph { isInText = false }
    if mark.isLayer { layers -= 1 }
  }

  /// The element of a run outside of formulas and figures: only elements without others in them hold content.
  func tag(of run: GlyphRun) -> Tag? {
    guard isWritten, layers == 0, !isReplaced, run.inkBounds != nil else { return nil }
    return isInText ? .span : .paragraph
  }

  /// Opens an element.
  func begin(_ tag: Tag?, on context: OpaquePointer) {
    if let tag { cairo_tag_begin(context, tag.rawValue, "") }
  }

  /// Closes an element.
  func end(_ tag: Tag?, on context: OpaquePointer) {
    if let tag { cairo_tag_end(context, tag.rawValue) }
  }

  // MARK: The file

  /// Returns a file with the alternative texts of formulas and figures, and the language of all text;
  /// the table of offsets at the end is corrected.
  ///
  /// - Throws: ``RenderError/pdfStructure(_:)`` if the file isn't built as Cairo builds it.
  func completing(_ file: [UInt8], language: String) throws(RenderError) -> [UInt8] {
    guard isWritten else { return file }
    guard var table = CrossReferences(file) else {
      throw .pdfStructure("Cairo wrote no table of offsets of a single section")
    }
    var insertions: [(Int, String)] = []
    for tag in [Tag.formula, .figure] {
      let texts = alternatives[tag] ?? []
      let elements = file.ends(of: "<< /Type /StructElem\n   /S /\(tag.rawValue)\n")
      guard elements.count == texts.count else {
        throw .pdfStructure(
          "Cairo wrote \(elements.count) elements for \(texts.count) of the kind \(tag.rawValue)")
      }
      insertions += zip(elements, texts).map { ($0, "   /Alt \(Self.text($1))\n") }
    }
    if !language.isEmpty {
      guard let catalog = file.ends(of: "<< /Type /Catalog\n").last else {
        throw .pdfStructure("Cairo wrote no catalog")
      }
      insertions.append((catalog, "   /Lang \(Self.text(language))\n"))
    }
    insertions.sort { $0.0 < $1.0 }
    var result: [UInt8] = []
    result.reserveCapacity(file.count + insertions.reduce(0) { $0 + $1.1.utf8.count })
    var start = 0
    for (place, text) in insertions {
      guard place <= table.start else {
        throw .pdfStructure("Cairo wrote an element behind the table of offsets")
      }
      result += file[start..<place]
      result += text.utf8
      start = place
    }
    result += file[start..<table.start]
    table.move { offset in
      offset + insertions.reduce(0) { $0 + ($1.0 <= offset ? $1.1.utf8.count : 0) }
    }
    return result + table.bytes
  }

  /// A text string (ISO 32000-1, section 7.9.2.2): UTF-16 with its mark, in hexadecimal digits.
  private static func text(_ string: String) -> String {
    var digits = "<FEFF"
    for unit in string.utf16 {
      let code = String(unit, radix: 16, uppercase: true)
      digits += String(repeating: "0", count: 4 - code.count) + code
    }
    return digits + ">"
  }
}

/// The table of offsets at the end of a PDF (ISO 32000-1, section 7.5.4).
private struct CrossReferences {
  /// Where the table starts.
  private(set) var start: Int
  /// From the start of the table to the end of the file.
  private(set) var bytes: [UInt8]
  private let entries: Range<Int>

  /// Reads the table; nil where it is not one of a single section.
  init?(_ file: [UInt8]) {
    guard let keyword = file.ends(of: "startxref\n").last,
      let start = Self.number(file[keyword...]), start < file.count,
      let header = file.ends(of: "xref\n0 ", from: start).first, header == start + 7,
      let count = Self.number(file[header...]),
      let line = file[header...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let first = line + 1
    guard count >= 0, count <= (file.count - first) / 20 else { return nil }
    self.start = start
    bytes = Array(file[start...])
    entries = (first - start)..<(first - start + 20 * count)
  }

  /// Gives every object, and the table itself, its new place.
  mutating func move(_ place: (Int) -> Int) {
    for entry in stride(from: entries.lowerBound, to: entries.upperBound, by: 20)
    where bytes[entry + 17] == UInt8(ascii: "n") {
      guard let offset = Self.number(bytes[entry..<(entry + 10)]) else { continue }
      let digits = String(place(offset))
      let padded = String(repeating: "0", count: max(0, 10 - digits.count)) + digits
      bytes.replaceSubrange(entry..<(entry + 10), with: padded.utf8)
    }
    guard let keyword = bytes.ends(of: "startxref\n").last,
      let line = bytes[keyword...].firstIndex(of: UInt8(ascii: "\n"))
    else { return }
    bytes.replaceSubrange(keyword..<line, with: String(place(start)).utf8)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix(12).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension [UInt8] {
  /// Where each occurrence of a text ends, in order.
  fileprivate func ends(of text: String, from start: Int = 0) -> [Int] {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return [] }
    var result: [Int] = []
    var index = start
    while index + wanted.count <= count {
      guard let next = self[index...].firstIndex(of: first), next + wanted.count <= count else {
        break
      }
      if self[next..<(next + wanted.count)].elementsEqual(wanted) {
        result.append(next + wanted.count)
      }
      index = next + 1
    }
    return result
  }
}
