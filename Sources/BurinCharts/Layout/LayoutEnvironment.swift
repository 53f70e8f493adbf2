import BurinGeometry
import BurinScene

/// Settings that content passes on to the content within it.
struct LayoutEnvironment {
  /// The changes of modifiers around a chart, from the outermost to the innermost.
  var chartChanges: [ChartChange] = []
  /// The clock, the calendar and the words of the rendering.
  var region = RenderingRegion()
  /// The style of texts without one.
  var text = TextEnvironment()
  /// What shapes without a style are painted with; nil for the theme's primary colour.
  var foreground: AnyShapeStyle?
  /// How stacks and frames lie that have no alignment or spacing.
  var arrangement = Arrangement.page
  /// The style of backgrounds without one.
  var background: AnyShapeStyle?
  /// The part of a chart that the content styles.
  var slot: ChartSlot?
  /// The items of a layer of marks, and the rectangle of their plot.
  var markLayer: (items: [SceneItem], plot: Rect)?
  /// The axis of the innermost stack, to which spacers and dividers adapt.
  var stackAxis: StackAxis?
}

extension LayoutEnvironment {
  /// Begins a part of a chart, to which nothing of what is around the chart is handed down but the
  /// rendering's clock, calendar and words.
  mutating func beginLabel() {
    let region = region
    self = LayoutEnvironment()
    self.region = region
    arrangement = .label
  }
}

/// How stacks and frames lie that have no alignment or spacing.
enum Arrangement: Hashable, Sendable {
  /// A figure's page: from the top left, widely spaced.
  case page
  /// The body of a custom view: centred, as SwiftUI's.
  case view
  /// A part of a chart, such as an annotation: centred and tight.
  case label

  /// The alignment and the spacing of a horizontal stack.
  var row: (VerticalAlignment, spacing: Double) {
    switch self {
    case .page: (.top, 16)
    case .view: (.center, 8)
    case .label: (.center, 6)
    }
  }

  /// The alignment and the spacing of a vertical stack.
  var column: (HorizontalAlignment, spacing: Double) {
    switch self {
    case .page: (.leading, 12)
    case .view: (.center, 8)
    case .label: (.center, 2)
    }
  }

  /// The place of content in a larger frame.
  var frame: Alignment { self == .page ? .topLeading : .center }

  /// The arrangement in the body of a custom view.
  var inBody: Arrangement { self == .page ? .view : self }
}

extension LayoutContext {
  /// Returns the result of a function that runs with a changed environment.
  func withEnvironment<Result>(
    _ change: (inout LayoutEnvironment) -> Void, _ body: () throws -> Result
  ) rethrows -> Result {
    let outer = environment
    defer { environment = outer }
    change(&environment)
    return try body()
  }
}
