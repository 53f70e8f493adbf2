/// Something written at a mark.
public struct Annotation: Sendable {
  /// What is written.
  public var text: Text
  /// Where it stands.
  public var position: AnnotationPosition
  /// The distance from the mark, in points.
  public var spacing: Double

  /// Makes an annotation.
  public init(text: Text, position: AnnotationPosition, spacing: Double = 4) {
    self.text = text
    self.position = position
    self.spacing = spacing
  }
}

/// Where an annotation stands, seen from its mark.
public enum AnnotationPosition: Hashable, Sendable {
  /// Above, below, at the left, at the right.
  case top, bottom, leading, trailing
  /// At a corner.
  case topLeading, topTrailing, bottomLeading, bottomTrailing
  /// On the mark, in its middle.
  case overlay
  /// Where it disturbs least.
  case automatic
  /// Where it disturbs least at about a distance, joined to the mark by a thin line.
  case callout(distance: Double)
  /// At the end of a line, to its right; the plot makes room.
  case lineEnd
  /// Along a line, where it disturbs least, near a fraction of its length.
  case along(Double)
}

extension ChartContent {
  /// Writes at the mark; at the last one where there are several.
  ///
  /// ```swift
  /// BarMark(…).annotation(position: .top) { Text("0.951") }
  /// ```
  public func annotation(
    position: AnnotationPosition = .automatic, spacing: Double = 4, content: () -> Text
  ) -> Marks {
    var result = Marks(marks)
    guard let last = result.marks.indices.last else { return result }
    result.marks[last].options.annotations.append(
      Annotation(text: content(), position: position, spacing: spacing))
    return result
  }

  /// Names a line at the line itself, instead of in a legend.
  public func directLabel(
    _ text: Text, at position: AnnotationPosition = .lineEnd, spacing: Double = 5
  ) -> Marks {
    annotation(position: position, spacing: spacing) { text }
  }
}
