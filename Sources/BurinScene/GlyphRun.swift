public import BurinGeometry

/// Names a font face independently of where its file lies: the PostScript name.
public struct FontID: Hashable, Sendable {
  /// For example `NotoSansCJKsc-Regular`.
  public let postScriptName: String
  /// Makes an identifier from a PostScript name.
  public init(_ postScriptName: String) { self.postScriptName = postScriptName }
}

/// A glyph of a run.
public struct Glyph: Hashable, Sendable {
  /// The index of the glyph in its font.
  public var id: UInt32
  /// Where the glyph's origin (on the baseline) lies, in points, in the scene's coordinates.
  public var position: Point
  /// The offset into the run's text, in UTF-8 bytes, at which this glyph's cluster starts.
  public var cluster: Int

  /// Makes a glyph.
  public init(id: UInt32, position: Point, cluster: Int) {
    self.id = id
    self.position = position
    self.cluster = cluster
  }
}

/// Shaped glyphs of one font, size and colour, with the text they stand for.
public struct GlyphRun: Hashable, Sendable {
  /// The face.
  public var font: FontID
  /// The size of the em, in points.
  public var size: Double
  /// The colour of the glyphs.
  public var color: RGBColor
  /// The source text; clusters index into its UTF-8 bytes.
  public var text: String
  /// The glyphs in visual order.
  public var glyphs: [Glyph]
  /// The smallest rectangle that holds the drawn outlines, in the scene's coordinates.
  ///
  /// Nil where nothing is drawn, as for a space.
  public var inkBounds: Rect?
  /// Where the run ends: the sum of its advances from the first glyph's origin, in points.
  public var advance: Double

  /// Makes a run.
  public init(
    font: FontID, size: Double, color: RGBColor, text: String, glyphs: [Glyph], inkBounds: Rect?,
    advance: Double
  ) {
    self.font = font
    self.size = size
    self.color = color
    self.text = text
    self.glyphs = glyphs
    self.inkBounds = inkBounds
    self.advance = advance
  }

  /// The run moved by a vector.
  public func offset(by vector: Vector) -> GlyphRun {
    var run = self
    for index in run.glyphs.indices {
      run.glyphs[index].position = run.glyphs[index].position + vector
    }
    run.inkBounds = inkBounds?.offset(by: vector)
    return run
  }
}
