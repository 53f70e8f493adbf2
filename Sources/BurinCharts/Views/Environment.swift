/// The settings of an app that a view reads; in a picture, each has one value.
@available(
  *, deprecated, message: "has one value in a picture: light, at the standard size, in Greenwich"
)
@propertyWrapper
public struct Environment<Value> {
  /// The value.
  public let wrappedValue: Value

  /// Creates the value of a setting.
  public init(_ keyPath: KeyPath<EnvironmentValues, Value>) {
    wrappedValue = EnvironmentValues()[keyPath: keyPath]
  }
}

@available(
  *, deprecated, message: "has one value in a picture: light, at the standard size, in Greenwich"
)
extension Environment: Sendable where Value: Sendable {}

/// The settings that a view may read, with the values of a picture.
public struct EnvironmentValues: Sendable {
  init() {}
  /// Light; the colours of a dark picture are those of its theme.
  public var colorScheme: ColorScheme { .light }
  /// The standard size.
  public var dynamicTypeSize: DynamicTypeSize { .large }
  /// A wide window.
  public var horizontalSizeClass: UserInterfaceSizeClass? { .regular }
  /// A high window.
  public var verticalSizeClass: UserInterfaceSizeClass? { .regular }
  /// One pixel for a point; formats have scales of their own.
  public var displayScale: Double { 1 }
}

/// How much room a window has.
public enum UserInterfaceSizeClass: Hashable, Sendable { case compact, regular }

/// A view as an editor shows it, which a picture has not.
@available(*, deprecated, message: "is never shown: a picture has no preview")
public protocol PreviewProvider {
  /// The type of the views.
  associatedtype Previews: FigureContent
  /// The views.
  @FigureContentBuilder static var previews: Previews { get }
}
