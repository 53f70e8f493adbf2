/// A title with an icon before it.
///
/// ```swift
/// Label { Text("Rain") } icon: { Circle().fill(.blue).frame(width: 8, height: 8) }
/// ```
public struct Label: PrimitiveContent {
  let title: [AnyContent]
  let icon: [AnyContent]

  /// Creates a label.
  public init(
    @FigureContentBuilder title: () -> [AnyContent], @FigureContentBuilder icon: () -> [AnyContent]
  ) {
    self.title = title()
    self.icon = icon()
  }

  /// Isn't available: SF Symbols are on Apple's systems only.
  @available(
    *, unavailable,
    message: "SF Symbols aren't on other systems; write Label { Text(…) } icon: { a shape }"
  )
  public init(_ title: String, systemImage: String) { self.init(title: {}, icon: {}) }

  /// Isn't available: there is no catalog of assets.
  @available(
    *, unavailable,
    message: "there is no catalog of assets; write Label { Text(…) } icon: { Image(png: …) }"
  )
  public init(_ title: String, image: String) { self.init(title: {}, icon: {}) }

  /// Resolves the label.
  public func block(in context: LayoutContext) throws -> any Block {
    try HStack(alignment: .center, spacing: 6) {
      icon
      title
    }.block(in: context)
  }
}
