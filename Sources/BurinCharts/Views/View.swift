/// Content that takes space, in SwiftUI's spelling.
///
/// ```swift
/// struct Rainfall: View {
///   var months: [Month]
///   var body: some View {
///     VStack(alignment: .leading) {
///       Text("Rain").font(.headline)
///       Chart(months) { BarMark(x: .value("Month", $0.name), y: .value("mm", $0.rain)) }
///     }
///   }
/// }
/// try Rainfall(months: months).write(to: "rain.png")
/// ```
public typealias View = FigureContent

/// A result builder of content, in SwiftUI's spelling.
public typealias ViewBuilder = FigureContentBuilder

/// A type-erased wrapper of content, in SwiftUI's spelling.
public typealias AnyView = AnyContent

/// Empty content, in SwiftUI's spelling.
public typealias EmptyView = NoContent

/// Content from left to right, in SwiftUI's spelling: a picture shows all of it.
public typealias LazyHStack = HStack

/// Content from top to bottom, in SwiftUI's spelling: a picture shows all of it.
public typealias LazyVStack = VStack

/// A text as code has it, in SwiftUI's spelling: a literal may hold markup, as in ``Text``.
public typealias LocalizedStringKey = Text

extension FigureContent {
  /// Returns the content with the modifier's change.
  public func modifier<Modifier: ViewModifier>(_ modifier: Modifier) -> Modifier.Body {
    modifier.body(content: AnyContent(self))
  }
}

/// A change of content that can be used for any content.
///
/// ```swift
/// struct Card: ViewModifier {
///   func body(content: Content) -> some View { content.padding(8).background(.surface) }
/// }
/// Text("42").modifier(Card())
/// ```
public protocol ViewModifier {
  /// The type of the changed content.
  associatedtype Body: FigureContent
  /// The content to change.
  typealias Content = AnyContent
  /// Returns the changed content.
  @FigureContentBuilder func body(content: Content) -> Body
}

/// Content, or none.
extension Optional: FigureContent where Wrapped: FigureContent {
  /// Content with changed settings of its charts.
  public typealias Configured = ModifiedContent
  /// Optional content has no body.
  public var body: NoContent { return NoContent() }
  /// The parts of the content, if there is any.
  public var contentParts: [AnyContent] { map(\.contentParts) ?? [] }
}
