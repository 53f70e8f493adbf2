import BurinGeometry
import BurinScene

extension FigureContent {
  /// Describes the content to readers who don't see it.
  ///
  /// The label stands for the content in SVG and PDF, and in the alt text of a picture that has
  /// none. Readers hear its formulas in words.
  public func accessibilityLabel(_ label: Text) -> ModifiedContent {
    described { $0.label = label }
  }

  /// Describes the content to readers who don't see it.
  @_disfavoredOverload
  public func accessibilityLabel(_ label: some StringProtocol) -> ModifiedContent {
    accessibilityLabel(Text(verbatim: String(label)))
  }

  /// Describes the content's value to readers who don't see it; they hear it after the label.
  public func accessibilityValue(_ value: Text) -> ModifiedContent {
    described { $0.value = value }
  }

  /// Describes the content's value to readers who don't see it; they hear it after the label.
  @_disfavoredOverload
  public func accessibilityValue(_ value: some StringProtocol) -> ModifiedContent {
    accessibilityValue(Text(verbatim: String(value)))
  }

  /// Hides the content from readers who don't see it: in SVG, PDF and alt text, not in the picture.
  public func accessibilityHidden(_ hidden: Bool) -> ModifiedContent {
    described { $0.isHidden = hidden }
  }

  private func described(
    _ change: @escaping @Sendable (inout MarkAccessibility) -> Void
  ) -> ModifiedContent {
    modified { content, context in
      // Label and value of the same content are heard together.
      let block = try content.block(in: context)
      var described =
        block as? DescribedBlock
        ?? DescribedBlock(child: MeasuredBlock(block, context.watch), context: context)
      change(&described.words)
      return described
    }
  }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture: nothing in it can be operated")
  public func accessibilityHint(_ hint: Text) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture: use anchor(_:) for a name")
  public func accessibilityIdentifier(_ identifier: String) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture: nothing in it can be operated")
  public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture: describe it by its alt text")
  public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> Self { self }
}

/// What content is to those who operate it; has no effect in a picture.
public struct AccessibilityTraits: OptionSet, Hashable, Sendable {
  /// The set's bits.
  public let rawValue: Int
  /// Creates a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// A button.
  public static let isButton = AccessibilityTraits(rawValue: 1)
  /// A heading.
  public static let isHeader = AccessibilityTraits(rawValue: 2)
  /// A picture.
  public static let isImage = AccessibilityTraits(rawValue: 4)
  /// What is selected.
  public static let isSelected = AccessibilityTraits(rawValue: 8)
  /// A text that doesn't change.
  public static let isStaticText = AccessibilityTraits(rawValue: 16)
  /// A summary.
  public static let isSummaryElement = AccessibilityTraits(rawValue: 32)
  /// What changes often.
  public static let updatesFrequently = AccessibilityTraits(rawValue: 64)
}

/// What the parts of content are to readers who don't see it; has no effect in a picture.
public enum AccessibilityChildBehavior: Hashable, Sendable { case ignore, contain, combine }

/// Content in a group with a description.
private struct DescribedBlock: WrapperBlock {
  var child: MeasuredBlock
  let context: LayoutContext
  /// What readers hear.
  var words = MarkAccessibility()

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    let known = context.charts.count
    var drawing = try child.draw(in: rect, plotInsets: plotInsets)
    if words.isHidden { context.charts.removeSubrange(known...) }
    guard let label = words.groupLabel(in: context) else { return drawing }
    drawing.items = [.group(SceneGroup(.figure, label: label, items: drawing.items))]
    return drawing
  }
}
