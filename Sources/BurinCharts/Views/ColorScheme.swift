/// Whether a view is light or dark; a picture's colours are its theme's.
public enum ColorScheme: Hashable, Sendable, CaseIterable {
  /// Dark on light.
  case light
  /// Light on dark.
  case dark
}

/// A length that would grow with the reader's size of text; in a picture it stays as it is.
@propertyWrapper
public struct ScaledMetric<Value>: Sendable where Value: Sendable {
  /// The length.
  public var wrappedValue: Value
  /// Creates a length.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
  /// Creates a length that follows a font.
  public init(wrappedValue: Value, relativeTo font: Font) { self.wrappedValue = wrappedValue }
}
