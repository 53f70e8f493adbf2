import BurinGeometry
import BurinScene

extension MathLayout {
  /// Returns a glyph stretched to a length: the first variant that is long enough, else an assembly
  /// of pieces.
  ///
  /// OpenType MATH, “MathVariants”. If the font has neither, the result is the longest form it has.
  func stretch(
    _ glyph: UInt32, _ direction: MathFont.Direction, to target: Double, _ text: String,
    _ setting: Setting, assembled: Bool = true
  ) -> Box {
    let size = em(setting)
    let variants = font.variants(of: glyph, direction)
    // Extents in the table are rounded to font units.
    let tolerance = font.tolerance
    for variant in variants where variant.extent + tolerance >= target / size {
      return sized(variant.glyph, text, size, setting.color)
    }
    if assembled {
      let pieces = font.assembly(of: glyph, direction)
      if !pieces.isEmpty {
        return assemble(pieces, direction, to: target / size, text, size, setting.color)
      }
    }
    return sized(variants.last?.glyph ?? glyph, text, size, setting.color)
  }

  /// Joins pieces to at least a given length (OpenType MATH, “GlyphAssembly”); lengths in ems.
  ///
  /// Extenders repeat as few times as the minimum overlap allows; then all overlaps grow equally
  /// until the length is reached or a connector ends.
  func assemble(
    _ pieces: [MathFont.Piece], _ direction: MathFont.Direction, to target: Double, _ text: String,
    _ size: Double, _ color: RGBColor
  ) -> Box {
    let least = font.minConnectorOverlap(direction)
    let extenders = pieces.filter(\.isExtender)
    let fixed = pieces.count - extenders.count
    let fixedLength = pieces.filter { !$0.isExtender }.reduce(0) { $0 + $1.extent }
    let gain = extenders.reduce(0) { $0 + $1.extent - least }
    var repeats = fixed == 0 ? 1 : 0
    if gain > 0 {
      let base = fixedLength - least * Double(max(0, fixed - 1))
      let needed = ((target - base) / gain).rounded(.up)
      let most = Double(FormulaLimits.assemblyPieces / max(1, extenders.count))
      repeats = max(repeats, Int(min(max(0, needed), most)))
    }
    var sequence: [MathFont.Piece] = []
    for piece in pieces {
      for _ in 0..<(piece.isExtender ? repeats : 1) { sequence.append(piece) }
    }
    // How much each joint may overlap beyond the minimum.
    var slack: [Double] = []
    for (piece, next) in zip(sequence, sequence.dropFirst()) {
      let most = min(piece.endConnector, next.startConnector, piece.extent, next.extent)
      slack.append(max(0, most - least))
    }
    let longest = sequence.reduce(0) { $0 + $1.extent } - least * Double(slack.count)
    let total = slack.reduce(0, +)
    let share = total > 0 ? min(1, max(0, (longest - target) / total)) : 0

    var placed: [(SizedGlyph, Point)] = []
    var pen = 0.0
    var across: Rect?
    for (index, piece) in sequence.enumerated() {
      let ink = font.ink(of: piece.glyph) ?? Rect(Point.zero, Point.zero)
      // The extent of a piece is that of its ink.
      let origin =
        direction == .vertical
        ? Point(0, -pen * size - ink.maxY * size) : Point(pen * size - ink.minX * size, 0)
      placed.append((SizedGlyph(id: piece.glyph, size: size), origin))
      let bounds = Rect(
        minX: 0, minY: ink.minY, maxX: font.advance(of: piece.glyph), maxY: ink.maxY)
      across = across?.union(bounds) ?? bounds
      pen += piece.extent
      if index < slack.count { pen -= least + slack[index] * share }
    }
    let bounds = across ?? Rect(Point.zero, Point.zero)
    return direction == .vertical
      ? Box(
        width: bounds.maxX * size, ascent: pen * size, descent: 0,
        elements: [.pieces(placed, text: text, color)])
      : Box(
        width: pen * size, ascent: -bounds.minY * size, descent: bounds.maxY * size,
        elements: [.pieces(placed, text: text, color)], inkX: 0...(pen * size))
  }
}
