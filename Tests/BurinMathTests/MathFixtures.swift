import BurinGeometry
import BurinMath
import BurinScene
import BurinText

/// What the suites share: a typesetter and short ways to look into a layout.
enum Fixture {
  static let families = FontFamilies(text: ["Noto Sans CJK SC"], math: "Latin Modern Math")

  static func fonts() throws -> FontLibrary { try .shared(families) }

  static func typesetter() throws -> FormulaTypesetter {
    try FormulaTypesetter(fonts: fonts())
  }

  static func layout(
    _ tex: String, size: Double = 10, style: MathStyle = .text, colors: [String: RGBColor] = [:]
  ) throws -> FormulaLayout {
    try typesetter().layout(tex, size: size, style: style, color: .black, colors: colors)
  }

  /// The error that a source is refused with.
  static func error(_ tex: String, colors: [String: RGBColor] = [:]) -> FormulaError? {
    do {
      _ = try layout(tex, colors: colors)
      return nil
    } catch {
      return error as? FormulaError
    }
  }
}

extension FormulaLayout {
  /// All runs, outermost first.
  var runs: [GlyphRun] { items.runs }

  /// The runs' texts in order.
  var texts: [String] { runs.map(\.text) }

  /// The filled rectangles: rules.
  var rules: [Rect] { items.fills }

  /// The rules and the four sides of every frame.
  var rulesAndFrames: [Rect] { items.fills + items.frames }

  /// The first glyph's origin in the first run that holds a text.
  func origin(of text: String) -> Point? {
    runs.first { $0.text == text }?.glyphs.first?.position
  }
}

extension [SceneItem] {
  var runs: [GlyphRun] {
    flatMap { item -> [GlyphRun] in
      switch item {
      case .glyphs(let run): [run]
      case .group(let group): group.items.runs
      case .path, .image, .points, .rects, .sectors: []
      }
    }
  }

  /// The sides of stroked rectangles, the upper and the lower ones with the corners.
  var frames: [Rect] {
    flatMap { item -> [Rect] in
      switch item {
      case .path(let path):
        guard path.path.elements.count == 5, let stroke = path.stroke, let box = path.path.bounds
        else { return [] }
        let (outer, width) = (box.inset(by: -stroke.width / 2), stroke.width)
        let height = outer.height - 2 * width
        return [
          Rect(x: outer.minX, y: outer.minY, width: outer.width, height: width),
          Rect(x: outer.minX, y: outer.maxY - width, width: outer.width, height: width),
          Rect(x: outer.minX, y: outer.minY + width, width: width, height: height),
          Rect(x: outer.maxX - width, y: outer.minY + width, width: width, height: height),
        ]
      case .group(let group): return group.items.frames
      default: return []
      }
    }
  }

  var fills: [Rect] {
    flatMap { item -> [Rect] in
      switch item {
      case .path(let path) where path.fill != nil: path.path.bounds.map { [$0] } ?? []
      case .group(let group): group.items.fills
      default: []
      }
    }
  }
}
