// What SwiftUI says to a screen and a page around a view. It compiles, so that code for a screen draws as
// well, and the compiler says where it has no effect.

/// What contains a view on a screen.
public struct ContainerPlace: Sendable {
  /// A widget.
  public static let widget = ContainerPlace()
  /// A page of a stack.
  public static let navigation = ContainerPlace()
}

extension FigureContent {
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func edgesIgnoringSafeArea(_ edges: Edge.Set) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func labelsHidden() -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func presentationDetents<Detents>(_ detents: Detents) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func listRowSeparator(_ visibility: Visibility) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func listRowInsets<Insets>(_ insets: Insets) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func scrollContentBackground(_ visibility: Visibility) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onReceive<Source, Output>(_ publisher: Source, perform action: (Output) -> Void)
    -> Self
  { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func coordinateSpace<Space>(name: Space) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func transaction<Changes>(_ transform: (inout Changes) -> Void) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func privacySensitive(_ sensitive: Bool = true) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func help(_ text: String) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func equatable() -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func containerBackground<Style>(_ style: Style, for container: ContainerPlace) -> Self {
    self
  }
}
