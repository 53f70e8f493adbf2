import BurinGeometry
import BurinScene

/// A part of a line of text: a run, or a formula with its words.
struct SVGLinePiece {
  var runs: [GlyphRun]
  /// What readers hear of a formula; nil for a run.
  var words: String?
  /// From the highest to the lowest baseline.
  var baselines: ClosedRange<Double>
  /// From the first glyph to the end of the last run.
  var stretch: ClosedRange<Double>

  /// Creates a piece; nil without glyphs.
  init?(_ runs: [GlyphRun], words: String? = nil) {
    let runs = runs.filter { !$0.glyphs.isEmpty }
    let origins = runs.flatMap { $0.glyphs.map(\.position) }
    guard let top = origins.map(\.y).min(), let bottom = origins.map(\.y).max(),
      let left = origins.map(\.x).min()
    else { return nil }
    let right = runs.compactMap { run in run.glyphs.first.map { $0.position.x + run.advance } }
      .max()
    self.runs = runs
    self.words = words
    baselines = top...bottom
    stretch = left...max(left, right ?? left)
  }

  /// Whether a script that runs from right to left is in it, whose runs are read the other way.
  fileprivate var mayRunLeftwards: Bool {
    runs.contains { run in
      run.text.unicodeScalars.contains {
        (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFDFF).contains($0.value)
          || (0xFE70...0xFEFF).contains($0.value)
      }
    }
  }
}

// A line of text is one node, also across formulas and bold letters, so that a browser finds its
// words and a reader hears them in one go.
extension SVGWriter {
  /// The most room between pieces of a line, in ems.
  private static let mostRoom = 1.5

  mutating func write(_ items: [SceneItem], trail: String) throws(SVGError) {
    guard !hasTextApart else {
      for item in items { try write(item, trail: trail) }
      return
    }
    var line: [SVGLinePiece] = []
    for item in items {
      if case .glyphs(let run) = item, let piece = SVGLinePiece([run]) {
        if !continues(line, piece) { try flush(&line, trail) }
        line.append(piece)
        try write(item, trail: trail)
      } else if case .group(let group) = item, let piece = formula(group) {
        if !continues(line, piece) { try flush(&line, trail) }
        line.append(piece)
        hasTextApart = true
        defer { hasTextApart = false }
        try write(item, trail: trail)
      } else if case .path = item {
        // A rule below the letters doesn't end the line.
        try write(item, trail: trail)
      } else {
        try flush(&line, trail)
        try write(item, trail: trail)
      }
    }
    try flush(&line, trail)
  }

  /// Returns a formula's runs and words; nil for other groups, and for formulas that are turned,
  /// cut or translucent in parts.
  private func formula(_ group: SceneGroup) -> SVGLinePiece? {
    guard group.role == .formula, group.label == nil else { return nil }
    var runs: [GlyphRun] = []
    guard collect(group, &runs) else { return nil }
    return SVGLinePiece(runs, words: group.dataLabel ?? group.name)
  }

  private func collect(_ group: SceneGroup, _ runs: inout [GlyphRun]) -> Bool {
    guard group.transform == .identity, group.clip == nil, group.opacity == 1, group.blend == nil,
      group.label == nil
    else { return false }
    for item in group.items {
      switch item {
      case .glyphs(let run): runs.append(run)
      case .path: continue
      case .group(let inner): if !collect(inner, &runs) { return false }
      case .image, .points, .rects, .sectors: return false
      }
    }
    return true
  }

  /// Whether a piece stands on the line of others, right behind the last one.
  private func continues(_ line: [SVGLinePiece], _ piece: SVGLinePiece) -> Bool {
    guard let last = line.last else { return true }
    let em = max(last.runs.first?.size ?? 0, piece.runs.first?.size ?? 0)
    let gap = piece.stretch.lowerBound - last.stretch.upperBound
    guard gap > -em / 2, gap < Self.mostRoom * em, !last.mayRunLeftwards, !piece.mayRunLeftwards
    else { return false }
    // Baselines of runs meet; that of a formula lies between those of its parts.
    return last.baselines.lowerBound - 0.01 <= piece.baselines.upperBound
      && piece.baselines.lowerBound <= last.baselines.upperBound + 0.01
  }

  private mutating func flush(_ line: inout [SVGLinePiece], _ trail: String) throws(SVGError) {
    let pieces = line.filter { $0.runs.contains { !$0.text.isEmpty } }
    line = []
    guard let first = pieces.first else { return }
    body += "<text font-family=\"\(try family(pieces))\" xml:space=\"preserve\""
    let runs = pieces.flatMap(\.runs).filter { !$0.text.isEmpty }
    let isOne = pieces.count == 1
    if isOne { body += speech(first) }
    var isUnseen = true
    for piece in pieces where piece.words == nil {
      for run in piece.runs where try isLive(run) { isUnseen = false }
    }
    if isUnseen {
      body += " fill-opacity=\"0\""
    } else if !isChinese, runs.contains(where: { $0.text.contains(where: "‘’“”…—".contains) }) {
      // In CJK fonts these are as wide as a character, unless a feature makes them narrower.
      body += " style=\"font-feature-settings:'pwid'\""
    }
    if let run = runs.first, runs.count == 1 {
      body += try place(run, trail, isUnseen: isUnseen, isFormula: first.words != nil)
      body += ">\(XML.text(run.text))</text>\n"
      return
    }
    body += ">"
    for piece in pieces {
      let isSpoken = !isOne && !speech(piece).isEmpty
      if isSpoken { body += "<tspan\(speech(piece))>" }
      for run in piece.runs where !run.text.isEmpty {
        body +=
          "<tspan\(try place(run, trail, isUnseen: isUnseen, isFormula: piece.words != nil))>"
        body += "\(XML.text(run.text))</tspan>"
      }
      if isSpoken { body += "</tspan>" }
    }
    body += "</text>\n"
  }

  /// Returns what a formula says; empty for a run.
  private func speech(_ piece: SVGLinePiece) -> String {
    guard let words = piece.words, !words.isEmpty, !isSpoken else { return "" }
    return " role=\"math\" aria-label=\"\(XML.text(words))\""
  }

  /// Returns a run's place, size and width, and its look where it is seen.
  private mutating func place(
    _ run: GlyphRun, _ trail: String, isUnseen: Bool, isFormula: Bool
  ) throws(SVGError) -> String {
    let start = run.glyphs.first?.position ?? .zero
    var text =
      " x=\"\(try number(start.x, trail))\" y=\"\(try number(start.y, trail))\""
      + " font-size=\"\(try number(run.size, trail))\""
    if run.advance > 0 {
      text += " textLength=\"\(try number(run.advance, trail))\" lengthAdjust=\"spacingAndGlyphs\""
    }
    guard !isUnseen else { return text }
    guard !isFormula, try isLive(run) else { return text + " fill-opacity=\"0\"" }
    text += paint("fill", run.color, isText: true) + Self.weight(run.font)
    if options.colors == .adaptive { text += " class=\"\(SVGIDs.id("text"))\"" }
    return text
  }

  /// Returns the families of a line: the picture's where letters are seen.
  private func family(_ pieces: [SVGLinePiece]) throws(SVGError) -> String {
    guard options.text == .live else { return "sans-serif" }
    return families.map { "'\(XML.text($0))', " }.joined() + "sans-serif"
  }

  /// Returns the weight and the slant of a face by its PostScript name, as its maker spells them.
  private static func weight(_ font: FontID) -> String {
    let style = font.postScriptName.drop { $0 != "-" }.lowercased()
    let weights = [
      ("thin", 100), ("extralight", 200), ("demilight", 350), ("light", 300), ("medium", 500),
      ("semibold", 600), ("demibold", 600), ("extrabold", 800), ("bold", 700), ("black", 900),
    ]
    var text = ""
    if let weight = weights.first(where: { style.contains($0.0) }) {
      text += " font-weight=\"\(weight.1)\""
    }
    if style.contains("italic") || style.contains("oblique") { text += " font-style=\"italic\"" }
    return text
  }
}
