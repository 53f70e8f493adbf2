import BurinText

/// The purpose of a text, from which the theme determines its size and weight.
public enum TextRole: String, Hashable, Sendable, CaseIterable {
  /// The figure's conclusion.
  case title
  /// The line under the title.
  case subtitle
  /// The name of a panel.
  case headline
  /// Running text.
  case body
  /// Labels of marks and annotations.
  case label
  /// Numbers and names along an axis.
  case tick
  /// Remarks and sources.
  case caption
  /// A number that is the point of the figure.
  case display
}
