public import BurinGeometry
import BurinScene

/// What the content of an annotation knows of its mark.
public struct AnnotationContext: Hashable, Sendable {
  /// The size of the mark, in points.
  public var targetSize: Size
}

/// The views of an annotation; equal only to itself.
final class AnnotationView: Hashable, Sendable {
  let content: @Sendable (AnnotationContext) -> [AnyContent]

  init(_ content: @escaping @Sendable (AnnotationContext) -> [AnyContent]) {
    self.content = content
  }

  static func == (a: AnnotationView, b: AnnotationView) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

extension Annotation {
  /// Creates an annotation with content that is one text, or views.
  init(
    _ content: [AnyContent], _ position: AnnotationPosition, _ alignment: Alignment,
    _ spacing: Double?, _ overflow: AnnotationOverflowResolution
  ) {
    if content.count == 1, let text = content[0].content as? Text, text.maximumLines == nil {
      self.init(text: text, position: position, spacing: spacing ?? 4)
      self.alignment = alignment
      overflowResolution = overflow
      if overflow.isDisabled { constraints = [.fixed] }
    } else {
      self.init(AnnotationView { _ in content }, position, alignment, spacing, overflow)
    }
  }

  /// Creates an annotation with views.
  init(
    _ view: AnnotationView, _ position: AnnotationPosition, _ alignment: Alignment,
    _ spacing: Double?, _ overflow: AnnotationOverflowResolution
  ) {
    self.init(text: Text(verbatim: ""), position: position, spacing: spacing ?? 4)
    self.view = view
    self.alignment = alignment
    overflowResolution = overflow
    if overflow.isDisabled { constraints = [.fixed] }
  }
}

extension LayoutContext {
  /// Lays out views as a label: centred, tight, and no wider than they need to be.
  ///
  /// - Parameters:
  ///   - contents: the views; several lie below each other.
  ///   - role: the role of texts without a font.
  ///   - color: the colour of texts and shapes without one; nil for that of the theme.
  ///   - width: the width at which texts break, in points; nil for no limit.
  func labelBlock(
    _ contents: [AnyContent], role: TextRole, color: Color? = nil, width: Double? = nil
  ) throws -> TextBlock {
    try withEnvironment {
      $0.beginLabel()
      $0.text.role = role
      $0.text.color = color
      $0.foreground = color.map { AnyShapeStyle($0) }
    } _: {
      let block = try AnyContent(contents).measured(in: self)
      let size = try block.size(ProposedSize(width: width))
      let drawing = try block.draw(in: Rect(origin: .zero, size: size), plotInsets: nil)
      let baseline = try block.firstBaseline(in: size)
      return TextBlock(
        size: size, firstBaseline: baseline ?? size.height,
        lastBaseline: try block.lastBaseline(in: size) ?? size.height,
        opticalCenter: size.height / 2, lineCount: 1, items: drawing.items)
    }
  }

  /// Lays out the views of an annotation.
  func block(
    of view: AnnotationView, color: Color?, target: Size
  ) throws -> TextBlock {
    try labelBlock(
      view.content(AnnotationContext(targetSize: target)), role: .label, color: color)
  }
}
