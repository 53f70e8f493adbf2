/// What a chart is made of: a mark, or several.
public protocol ChartContent: Sendable {
  /// The marks, in drawing order.
  var marks: [any Mark] { get }
}

/// Marks that go through a chart together.
public struct Marks: ChartContent {
  /// The marks, in drawing order.
  public var marks: [any Mark]
  /// Makes a collection.
  public init(_ marks: [any Mark]) { self.marks = marks }
}

/// Collects the marks of a chart.
@resultBuilder
public enum ChartContentBuilder {
  /// A mark or several.
  public static func buildExpression(_ content: some ChartContent) -> Marks { Marks(content.marks) }
  /// Marks below each other in source.
  public static func buildBlock(_ parts: Marks...) -> Marks { Marks(parts.flatMap(\.marks)) }
  /// An `if` without `else`.
  public static func buildOptional(_ part: Marks?) -> Marks { part ?? Marks([]) }
  /// The first branch of a choice.
  public static func buildEither(first part: Marks) -> Marks { part }
  /// The second branch of a choice.
  public static func buildEither(second part: Marks) -> Marks { part }
  /// A loop.
  public static func buildArray(_ parts: [Marks]) -> Marks { Marks(parts.flatMap(\.marks)) }
}

/// What every mark can be told, whatever it draws.
public struct MarkOptions: Sendable {
  /// The colour; nil for the series' colour or the accent.
  public var color: ThemeColor?
  /// The series that decides on the colour.
  public var series: PlottableValue?
  /// The key that puts bars side by side.
  public var position: PlottableValue?
  /// The key of the panel in which the mark stands; nil for all.
  public var facet: PlottableValue?
  /// The opacity, 0…1.
  public var opacity = 1.0
  /// The width of lines, in points; nil for the mark's own.
  public var lineWidth: Double?
  /// Lengths of dashes and gaps, in points.
  public var dash: [Double] = []
  /// The form of points.
  public var symbol = ChartSymbol.circle
  /// The diameter of points, in points.
  public var symbolSize = 7.0
  /// The radius of a bar's outer corners, in points.
  public var cornerRadius: Double?
  /// How lines run between their points.
  public var interpolation = InterpolationMethod.linear
  /// What is written at the mark.
  public var annotations: [Annotation] = []
  /// The name under which connectors find the mark.
  public var anchor: String?
  /// A name for the scene; nil for one made from the mark's kind.
  public var name: String?

  /// Makes options that change nothing.
  public init() {}
}

/// The form of a point.
public enum ChartSymbol: Hashable, Sendable { case circle, square, diamond, triangle, cross, ring }

extension ChartContent {
  /// The marks with changed options.
  public func changed(_ change: (inout MarkOptions) -> Void) -> Marks {
    Marks(
      marks.map { mark in
        var mark = mark
        change(&mark.options)
        return mark
      })
  }

  /// Sets the colour.
  public func foregroundStyle(_ color: ThemeColor) -> Marks { changed { $0.color = color } }

  /// Takes the colour from the series a value belongs to.
  public func foregroundStyle(by value: PlottableValue) -> Marks { changed { $0.series = value } }

  /// Puts bars of different keys side by side within their band.
  public func position(by value: PlottableValue) -> Marks { changed { $0.position = value } }

  /// Makes the mark more transparent.
  public func opacity(_ opacity: Double) -> Marks { changed { $0.opacity *= opacity } }

  /// Sets the width of lines and their dashes, in points.
  public func lineStyle(width: Double? = nil, dash: [Double] = []) -> Marks {
    changed {
      $0.lineWidth = width ?? $0.lineWidth
      $0.dash = dash
    }
  }

  /// Sets the form of points.
  public func symbol(_ symbol: ChartSymbol) -> Marks { changed { $0.symbol = symbol } }

  /// Sets the diameter of points, in points.
  public func symbolSize(_ diameter: Double) -> Marks { changed { $0.symbolSize = diameter } }

  /// Sets the radius of a bar's outer corners, in points.
  public func cornerRadius(_ radius: Double) -> Marks { changed { $0.cornerRadius = radius } }

  /// Says how lines run between their points.
  public func interpolationMethod(_ method: InterpolationMethod) -> Marks {
    changed { $0.interpolation = method }
  }

  /// Names the marks for connectors.
  public func anchor(_ name: String) -> Marks { changed { $0.anchor = name } }

  /// Names the marks in the scene's text form, in lint findings and in differences.
  public func named(_ name: String) -> Marks { changed { $0.name = name } }
}
