import BurinGeometry
import BurinRaster
import BurinScene
import CCairo

/// The logical structure of a PDF: what is a formula, a described part of the picture and other text,
/// in reading order.
///
/// ISO 32000-1, sections 14.7 and 14.8, and ISO 14289-1. Cairo marks the content and writes the tree of
/// elements; what it cannot write, such as texts instead of elements (`/Alt`) and their places, is
/// added to its output.
struct PDFStructure {
  /// What Cairo doesn't write of elements, by kind, each in the order of their elements.
  private var entries: [Tag: [String]] = [:]
  /// The files of the formulas, in the order of their elements; nil for those without one.
  private var formulaFiles: [PDFAttachment?] = []
  /// Returns the file that belongs to a formula.
  private let formulaFile: (SceneGroup) -> PDFAttachment?
  /// Whether the elements are written; pictures of other kinds have none.
  private let isWritten: Bool
  /// How many groups around the current item are painted on layers of their own or clipped away,
  /// where Cairo keeps no structure.
  private var layers = 0
  /// Whether an element with an alternative text is open: it stands for all of its content.
  private var isReplaced = false
  private var isInText = false
  /// Whether the next text is a heading, and whether there was one.
  private var isHeadingNext = false
  private var hasHeading = false
  /// Whether a table, and its head, are open.
  private var isInTable = false
  private var isInHead = false
  /// The height of the page, in points.
  private let height: Double

  /// The kinds of elements (ISO 32000-1, section 14.8.4).
  enum Tag: String {
    case document = "Document"
    case paragraph = "P"
    case span = "Span"
    case formula = "Formula"
    case figure = "Figure"
    case firstHeading = "H1"
    case heading = "H2"
    case table = "Table"
    case row = "TR"
    case headCell = "TH"
    case cell = "TD"
  }

  /// What has to be ended behind a group.
  struct Mark {
    var tag: Tag?
    var isLayer = false
  }

  init(
    isWritten: Bool, height: Double = 0,
    formulaFile: @escaping (SceneGroup) -> PDFAttachment? = { _ in nil }
  ) {
    self.isWritten = isWritten
    self.height = height
    self.formulaFile = formulaFile
  }

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
    if isHidden || group.label == "" {
      mark.isLayer = true
      layers += 1
    }
    guard layers == 0, !isReplaced else { return mark }
    if let text = group.spokenText ?? (group.role == .mark ? group.dataLabel : nil) {
      open(.figure, for: &mark, Self.alternative(text) + box(of: group, on: context), on: context)
      isReplaced = true
      return mark
    }
    if group.isLayer {
      // Cairo keeps no structure on layers: a text that is painted on one is a figure with its words.
      let text = group.items.visibleText
      if text.isEmpty {
        mark.isLayer = true
        layers += 1
      } else {
        open(.figure, for: &mark, Self.alternative(text) + box(of: group, on: context), on: context)
        isReplaced = true
      }
      return mark
    }
    switch group.role {
    case .formula:
      open(
        .formula, for: &mark,
        Self.alternative(group.dataLabel ?? group.name) + box(of: group, on: context), on: context)
      formulaFiles.append(formulaFile(group))
      isReplaced = true
    case .table:
      guard !isInText else { return mark }
      if group.name.isEmpty, !isInTable {
        open(.table, for: &mark, nil, on: context)
        isInTable = true
      } else if isInTable {
        open(.row, for: &mark, nil, on: context)
        isInHead = group.name == "head"
      }
    case .cell where isInTable && !isInText:
      if isInHead {
        open(.headCell, for: &mark, "/A << /O /Table /Scope /Column >>", on: context)
      } else {
        open(.cell, for: &mark, nil, on: context)
      }
    case .title where group.items.hasTexts && !isInText:
      isHeadingNext = true
    case .title, .caption, .text, .label, .tick, .legend, .cell, .annotation:
      guard !isInText else { return mark }
      let isHeading = group.role == .title || isHeadingNext
      isHeadingNext = false
      open(
        !isHeading ? .paragraph : hasHeading ? .heading : .firstHeading, for: &mark, nil,
        on: context)
      if isHeading { hasHeading = true }
      isInText = true
    default: break
    }
    return mark
  }

  private mutating func open(
    _ tag: Tag, for mark: inout Mark, _ entry: String?, on context: OpaquePointer
  ) {
    mark.tag = tag
    if let entry { entries[tag, default: []].append(entry) }
    begin(tag, on: context)
  }

  private static func alternative(_ text: String) -> String { "/Alt \(PDFFile.text(text))" }

  /// The place of a group on the page, from its lower left corner.
  private func box(of group: SceneGroup, on context: OpaquePointer) -> String {
    guard let ink = group.items.inkBounds else { return "" }
    let box = ink.corners.map { corner -> Point in
      var (x, y) = (corner.x, corner.y)
      cairo_user_to_device(context, &x, &y)
      return Point(x, height - y)
    }
    let (xs, ys) = (box.map(\.x), box.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let bottom = ys.min(), let top = ys.max(),
      [left, right, bottom, top].allSatisfy({ $0.magnitude < 1e6 })
    else { return "" }
    let numbers = [left, bottom, right, top].map { value in
      let hundredths = Int((value * 100).rounded())
      let rest = abs(hundredths) % 100
      return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)"
        + (rest == 0 ? "" : rest < 10 ? ".0\(rest)" : ".\(rest)")
    }
    return "\n   /A << /O /Layout /BBox [ \(numbers.joined(separator: " ")) ] >>"
  }

  /// Closes what `begin` opened.
  mutating func end(_ mark: Mark, on context: OpaquePointer) {
    end(mark.tag, on: context)
    switch mark.tag {
    case .formula, .figure: isReplaced = false
    case .paragraph, .heading, .firstHeading: isInText = false
    case .table: isInTable = false
    case .row: isInHead = false
    default: break
    }
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

  /// Returns a file with what Cairo doesn't write: texts and places of elements, artifacts, metadata,
  /// the language, attachments.
  ///
  /// - Throws: ``RenderError/pdfStructure(_:)`` if the file isn't built as Cairo builds it.
  func completing(
    _ file: [UInt8], _ scene: Scene, attachments: [PDFAttachment]
  ) throws(RenderError) -> [UInt8] {
    guard isWritten || !attachments.isEmpty else { return file }
    guard var pdf = PDFFile(file) else {
      throw .pdfStructure("Cairo wrote no table of offsets of a single section")
    }
    if isWritten {
      attachFormulas(to: &pdf)
      for (tag, entries) in entries {
        let elements = pdf.elements(tag.rawValue)
        guard elements.count == entries.count else {
          throw .pdfStructure(
            "Cairo wrote \(elements.count) elements for \(entries.count) of the kind \(tag.rawValue)"
          )
        }
        for (element, entry) in zip(elements, entries) { pdf.add(entry, to: element) }
      }
      for page in pdf.pages {
        pdf.add("/Tabs /S", to: page)
        try pdf.rewriteContents(of: page, PDFArtifacts.marked)
      }
      if !scene.language.isEmpty { pdf.addToCatalog("/Lang \(PDFFile.text(scene.language))") }
      if !scene.title.isEmpty { pdf.addToCatalog("/ViewerPreferences << /DisplayDocTitle true >>") }
      // A file for every reader has a title and a language; others don't claim to be one.
      if !scene.title.isEmpty, !scene.language.isEmpty {
        let packet = Array(PDFMetadata.packet(scene).utf8)
        let number = pdf.append(stream: packet, "/Type /Metadata /Subtype /XML")
        pdf.addToCatalog("/Metadata \(number) 0 R")
      }
    }
    attach(attachments, to: &pdf)
    return pdf.bytes
  }

  /// Adds files that belong to the page (ISO 32000-1, section 7.11; ISO 32000-2, section 14.13).
  private func attach(_ attachments: [PDFAttachment], to pdf: inout PDFFile) {
    guard !attachments.isEmpty else { return }
    let files = attachments.map { ($0.name, Self.add($0, as: "Data", to: &pdf)) }
    let references = files.map { " \($0.1) 0 R" }.joined()
    let names = files.map { " (\($0.0)) \($0.1) 0 R" }.joined()
    pdf.addToCatalog(
      "/AF [\(references) ]\n   /Names << /EmbeddedFiles << /Names [\(names) ] >> >>")
  }

  /// Adds the files of formulas to their elements; equal formulas share one (ISO 32000-2, section
  /// 14.13.5).
  private func attachFormulas(to pdf: inout PDFFile) {
    var numbers: [PDFAttachment: Int] = [:]
    for (element, file) in zip(pdf.elements(Tag.formula.rawValue), formulaFiles) {
      guard let file else { continue }
      let number = numbers[file] ?? Self.add(file, as: "Supplement", to: &pdf)
      numbers[file] = number
      pdf.add("/AF [ \(number) 0 R ]", to: element)
    }
  }

  /// Adds a file and returns the number of its specification.
  private static func add(
    _ attachment: PDFAttachment, as relationship: String, to pdf: inout PDFFile
  ) -> Int {
    let type = attachment.mediaType.split(separator: "/").joined(separator: "#2F")
    let stream = pdf.append(
      stream: Deflate.packed(attachment.bytes),
      "/Type /EmbeddedFile /Subtype /\(type) /Filter /FlateDecode"
        + " /Params << /Size \(attachment.bytes.count) >>")
    return pdf.append(
      Array(
        """
        << /Type /Filespec /F (\(attachment.name)) /UF \(PDFFile.text(attachment.name))
           /Desc \(PDFFile.text(attachment.summary)) /AFRelationship /\(relationship)
           /EF << /F \(stream) 0 R /UF \(stream) 0 R >>
        >>

        """.utf8))
  }
}

extension Rect {
  fileprivate var corners: [Point] {
    [Point(minX, minY), Point(maxX, minY), Point(minX, maxY), Point(maxX, maxY)]
  }
}

extension [SceneItem] {
  /// Whether there are groups of texts, of which the first can be a heading.
  fileprivate var hasTexts: Bool {
    contains { item in
      guard case .group(let group) = item else { return false }
      return group.role == .text || group.items.hasTexts
    }
  }

  /// The characters, with formulas in words.
  fileprivate var visibleText: String {
    var text = ""
    walk { visit in
      switch visit.item {
      case .glyphs(let run): text += run.text
      case .group(let group):
        if group.label == "" { return .past }
        if group.role == .formula {
          text += group.dataLabel ?? group.name
          return .past
        }
        if !text.isEmpty, group.role == .text || group.role == .label { text += " " }
      default: break
      }
      return .inward
    }
    return text
  }
}
