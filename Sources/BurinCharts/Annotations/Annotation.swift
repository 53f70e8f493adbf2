import BurinGeometry

/// A text or a view attached to a mark.
public struct Annotation: Hashable, Sendable {
  /// The text; empty for a view.
  public var text: Text
  /// The view, for content that is not only a text.
  var view: AnnotationView?
  /// The preferred position.
  public var position: AnnotationPosition
  /// The place along the side of the mark that the position means.
  public var alignment = Alignment.center
  /// The distance from the mark, in points.
  public var spacing: Double
  /// What happens where the annotation lies beyond the chart.
  public var overflowResolution = AnnotationOverflowResolution.automatic
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
  /// PointMark(…).annotation(position: .top, alignment: .leading) {
  ///   VStack { Text("peak").font(.caption); Text("42").bold() }.padding(4).background(.surface)
  /// }
  /// ```
  ///
  /// A text finds the least obstructive place and may break into lines; other views keep their
  /// form. Several views lie below each other.
  ///
  /// - Parameters:
  ///   - position: the preferred side of the mark.
  ///   - alignment: the place along that side; within the mark for `.overlay`.
  ///   - spacing: the distance from the mark, in points; nil for 4.
  ///   - overflowResolution: what happens where the annotation lies beyond the chart.
  ///   - content: what is shown.
  public func annotation(
    position: AnnotationPosition = .automatic, alignment: Alignment = .center,
    spacing: Double? = nil, overflowResolution: AnnotationOverflowResolution = .automatic,
    @FigureContentBuilder content: () -> [AnyContent]
  ) -> AnnotatedChartContent<Self> {
    annotated(Annotation(content(), position, alignment, spacing, overflowResolution))
  }

  /// Annotates the mark, or the last one if there are several, with content that knows the mark's
  /// size.
  ///
  /// ```swift
  /// BarMark(…).annotation(position: .overlay) { context in
  ///   if context.targetSize.width > 30 { Text("8 %") }
  /// }
  /// ```
  ///
  /// The content is made when the chart is laid out.
  public func annotation(
    position: AnnotationPosition = .automatic, alignment: Alignment = .center,
    spacing: Double? = nil, overflowResolution: AnnotationOverflowResolution = .automatic,
    @FigureContentBuilder content: @escaping @Sendable (AnnotationContext) -> [AnyContent]
  ) -> AnnotatedChartContent<Self> {
    annotated(
      Annotation(
        AnnotationView(content), position, alignment, spacing, overflowResolution))
  }

  private func annotated(_ annotation: Annotation) -> AnnotatedChartContent<Self> {
    AnnotatedChartContent(content: self) { $0.append(annotation) }
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
    annotated(Annotation(text: text, position: position, spacing: spacing))
  }
}
