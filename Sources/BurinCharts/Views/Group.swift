/// Several views without a layout of their own: the stack around them lays them out.
///
/// ```swift
/// VStack {
///   Group {
///     Text("first")
///     Text("second")
///   }
///   .padding(4)   // of each
/// }
/// ```
public struct Group: PrimitiveContent {
  /// The views.
  public let contentParts: [AnyContent]

  /// Creates a group of views.
  public init(@FigureContentBuilder content: () throws -> [AnyContent]) rethrows {
    contentParts = try content().contentParts
  }

  /// Resolves the views, below each other where no stack lays them out.
  public func block(in context: LayoutContext) throws -> any Block {
    try AnyContent(self).block(in: context)
  }
}
