// What SwiftUI has and a scene can't show: refused by the compiler with a sentence, which is quicker
// and clearer than an unknown name in a long expression.

extension FigureContent {
  /// Isn't available: a scene has no blending of layers.
  @available(*, unavailable, message: "a scene has no blend modes; give the colours themselves")
  public func blendMode(_ mode: BlendMode) -> Self { self }

  /// Isn't available: a scene has no filters of colours.
  @available(*, unavailable, message: "a scene has no filters; give the colours themselves")
  public func grayscale(_ amount: Double) -> Self { self }

  /// Isn't available: a scene has no filters of colours.
  @available(*, unavailable, message: "a scene has no filters; give the colours themselves")
  public func saturation(_ amount: Double) -> Self { self }

  /// Isn't available: a scene has no filters of colours.
  @available(*, unavailable, message: "a scene has no filters; give the colours themselves")
  public func brightness(_ amount: Double) -> Self { self }

  /// Isn't available: a scene has no filters of colours.
  @available(*, unavailable, message: "a scene has no filters; give the colours themselves")
  public func colorMultiply(_ color: Color) -> Self { self }

  /// Isn't available: a scene has no masks of any content.
  @available(*, unavailable, message: "a scene has no masks; clip with clipShape(_:)")
  public func mask(
    alignment: Alignment = .center, @FigureContentBuilder _ mask: () -> [AnyContent]
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func containerShape(_ shape: some Shape) -> Self { self }
}

/// How layers would be blended; scenes don't.
public enum BlendMode: Hashable, Sendable {
  /// The modes by name.
  case normal, multiply, screen, overlay, darken, lighten, difference, plusLighter, plusDarker
}
