public import BurinScene

/// The constants of a mark's look, as modifiers set them; nil where none did.
public struct MarkStyle: Hashable, Sendable {
  /// The colour.
  public var color: Color?
  /// What is painted where it is more than a colour, such as a gradient.
  var paint: AnyShapeStyle?
  /// The opacity, 0…1.
  public var opacity = 1.0
  /// The width of lines, in points.
  public var lineWidth: Double?
  /// Lengths of dashes and gaps, in points.
  public var dash: [Double]?
  /// The form of a line's open ends; nil for what suits the mark.
  public var lineCap: Stroke.Cap?
  /// The form of a line's corners; nil for what suits the mark.
  public var lineJoin: Stroke.Join?
  /// The form of points.
  public var symbol: BasicChartSymbolShape?
  /// The area of points, in square points.
  public var symbolSize: Double?
  /// The radius of corners, in points.
  public var cornerRadius: Double?
  /// How lines run between their points.
  public var interpolation: InterpolationMethod?
  /// The name under which connectors find the mark.
  public var anchor: String?
  /// A name for the scene; nil for one made from the mark's name.
  public var name: String?

  /// What few marks have.
  private var rare: RareStyle?

  /// What few marks have, such as an outline that cuts them.
  var effects: MarkEffects {
    get { rare?.effects ?? MarkEffects() }
    set { rare = newValue == MarkEffects() ? nil : RareStyle(newValue) }
  }

  /// Whether there are ``effects``.
  var hasEffects: Bool { rare != nil }

  init() {}

  /// The lengths that can be set, in points: half of the largest canvas.
  static let lengths = 0...10_000.0
  /// The areas of points that can be set, in square points.
  static let areas = 0...100_000_000.0

  /// The diameter of a circle of the symbol's area, in points.
  func symbolDiameter(area: Double?) -> Double {
    ChartSymbol.diameter(area: area ?? symbolSize ?? ChartSymbol.standardArea)
  }

  /// What two places must share to belong to one line or area.
  var joint: MarkStyle {
    var style = self
    style.name = nil
    style.anchor = nil
    if style.hasEffects {
      style.effects.accessibility = nil
      style.effects.symbolContent = nil
      style.effects.layers = []
    }
    return style
  }
}

/// The modifiers of marks; a mark type declares those that it uses.
public struct MarkModifiers: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt32
  /// Makes a set from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `foregroundStyle`, constant or by value.
  public static let color = MarkModifiers(rawValue: 1)
  /// `opacity`.
  public static let opacity = MarkModifiers(rawValue: 2)
  /// The width of `lineStyle`.
  public static let lineWidth = MarkModifiers(rawValue: 4)
  /// The dashes of `lineStyle`.
  public static let dash = MarkModifiers(rawValue: 8)
  /// `symbol`.
  public static let symbol = MarkModifiers(rawValue: 16)
  /// `symbolSize`.
  public static let symbolSize = MarkModifiers(rawValue: 32)
  /// `cornerRadius`.
  public static let cornerRadius = MarkModifiers(rawValue: 64)
  /// `interpolationMethod`.
  public static let interpolation = MarkModifiers(rawValue: 128)
  /// `position(by:)`.
  public static let position = MarkModifiers(rawValue: 256)
  /// `foregroundStyle(by:)` and `series` as what joins places.
  public static let series = MarkModifiers(rawValue: 512)
  /// `position(by:)` with a span.
  static let span = MarkModifiers(rawValue: 1024)
  /// `offset(xStart:xEnd:yStart:yEnd:)` and its shorter forms.
  public static let ends = MarkModifiers(rawValue: 2048)

  /// What marks with lines use.
  public static let line: MarkModifiers = [.color, .opacity, .lineWidth, .dash]
  /// What marks with an area use.
  public static let fill: MarkModifiers = [.color, .opacity]

  private static let names: [(MarkModifiers, String)] = [
    (.color, "foregroundStyle"), (.opacity, "opacity"), (.lineWidth, "lineStyle(width:)"),
    (.dash, "lineStyle(dash:)"), (.symbol, "symbol"), (.symbolSize, "symbolSize"),
    (.cornerRadius, "cornerRadius"), (.interpolation, "interpolationMethod"),
    (.position, "position(by:)"), (.series, "series"), (.ends, "offset of ends"),
  ]

  /// The modifiers as they are written.
  var names: [String] { Self.names.filter { contains($0.0) }.map(\.1) }
}
