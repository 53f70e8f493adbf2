/// A text attached to a mark.
public struct Annotation: Hashable, Sendable {
  /// The text.
  public var text: Text
  /// The preferred position.
  public var position: AnnotationPosition
  /// The distance from the mark, in points.
  public var spacing: Double
  /// The constraints on the position.
  public var constraints: [PlacementConstraint] = []

  /// Creates an annotation.
  public init(text: Text, position: AnnotationPosition, spacing: Double = 4) {
    self.text = text
    self.position = position
    self.spacing = spacing
  }
}

/// The preferred position of an annotation, relative to its mark.
///
/// A side is a preference: if the text would cover another text, a line or a mark, it slides along
/// the side, moves away, with a thin line back to the mark, or finally takes another side.
public enum AnnotationPosition: Hashable, Sendable {
  /// Above, below, to the left or to the right.
  case top, bottom, leading, trailing
  /// At a corner.
  case topLeading, topTrailing, bottomLeading, bottomTrailing
  /// On the mark, in its middle.
  case overlay
  /// The least obstructive place.
  case automatic
  /// The least obstructive place at about a distance, joined to the mark by a thin line.
  case callout(distance: Double)
  /// At the end of a line, to its right; the plot leaves space for it.
  case lineEnd
  /// Along a line, in the least obstructive place near a fraction of its length.
  case along(Double)
}

extension Annotation {
  /// Makes sure that the numbers of the annotation can be laid out.
  ///
  /// - Throws: ``ChartError/invalid(_:)`` for a distance that is no length.
  func check() throws(ChartError) {
    try ChartError.check(spacing, "the spacing of an annotation", from: -20_000)
    switch position {
    case .callout(let distance): try ChartError.check(distance, "the distance of a callout")
    case .along(let fraction):
      try ChartError.check(fraction, "the fraction of an annotation along a line", to: 1)
    default: break
    }
  }

  /// Whether the position refers to a line as a whole, not to one of its points.
  var isOfWholeLine: Bool {
    switch position {
    case .lineEnd, .along: true
    default: false
    }
  }
}

extension ChartContent {
  /// Annotates the mark, or the last one if there are several.
  ///
  /// ```swift
  /// BarMark(…).annotation(position: .top) { Text("0.951") }
  /// ```
  public func annotation(
    position: AnnotationPosition = .automatic, spacing: Double = 4, content: () -> Text
  ) -> AnnotatedChartContent<Self> {
    let annotation = Annotation(text: content(), position: position, spacing: spacing)
    return AnnotatedChartContent(content: self) { $0.append(annotation) }
  }

  /// Constrains the position of the preceding annotation.
  ///
  /// ```swift
  /// PointMark(…).annotation { Text("M") }.placement(.trailing(of: "A"), .clear(of: "curve"))
  /// ```
  ///
  /// A constraint that no place satisfies becomes a diagnostic; a name that no mark has is an
  /// error.
  public func placement(_ constraints: PlacementConstraint...) -> AnnotatedChartContent<Self> {
    AnnotatedChartContent(content: self) { annotations in
      guard let last = annotations.indices.last else { return }
      annotations[last].constraints += constraints
    }
  }

  /// Labels a line directly, instead of in a legend.
  public func directLabel(
    _ text: Text, at position: AnnotationPosition = .lineEnd, spacing: Double = 5
  ) -> AnnotatedChartContent<Self> {
    annotation(position: position, spacing: spacing) { text }
  }
}
