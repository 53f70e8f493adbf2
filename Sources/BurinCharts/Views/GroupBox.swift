/// Content on a card, with a title above it.
///
/// ```swift
/// GroupBox("Rain") {
///   Chart { … }.frame(height: 120)
/// }
/// ```
///
/// The card is as wide as its place.
public struct GroupBox: FigureContent {
  private let label: [AnyContent]
  private let content: [AnyContent]

  /// Creates a card with a title that is content too.
  public init(
    @FigureContentBuilder content: () throws -> [AnyContent],
    @FigureContentBuilder label: () throws -> [AnyContent]
  ) rethrows {
    self.content = try content()
    self.label = try label()
  }

  /// Creates a card without a title.
  public init(@FigureContentBuilder content: () throws -> [AnyContent]) rethrows {
    try self.init(content: content, label: {})
  }

  /// Creates a card with a title.
  public init(
    label: some FigureContent, @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    try self.init(content: content, label: { label })
  }

  /// Creates a card with a title.
  public init(
    _ title: Text, @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    try self.init(label: title, content: content)
  }

  /// Creates a card with a title, which is shown letter by letter.
  @_disfavoredOverload
  public init(
    _ title: some StringProtocol, @FigureContentBuilder content: () throws -> [AnyContent]
  ) rethrows {
    try self.init(Text(title), content: content)
  }

  /// The card.
  public var body: ModifiedContent {
    return VStack(alignment: .leading, spacing: 8) {
      if !label.isEmpty { VStack(alignment: .leading) { label }.font(.headline) }
      VStack { content }
    }
    .padding(12)
    .frame(maxWidth: .infinity, alignment: .leading)
    .background(.surface, in: RoundedRectangle(cornerRadius: 8))
  }
}
