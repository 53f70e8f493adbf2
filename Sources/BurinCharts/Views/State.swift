/// A value that a view changes while it is used; in a picture, it keeps its first value.
///
/// `$name` is a ``Binding`` to the value.
@available(*, deprecated, message: "never changes in a picture: it keeps its first value")
@propertyWrapper
public struct State<Value> {
  private let initial: Value

  /// The first value; setting another has no effect.
  public var wrappedValue: Value {
    get { initial }
    nonmutating set {}
  }

  /// The value for another view.
  public var projectedValue: Binding<Value> { .constant(initial) }

  /// Creates a value.
  public init(wrappedValue: Value) { initial = wrappedValue }

  /// Creates a value.
  public init(initialValue: Value) { initial = initialValue }
}

@available(*, deprecated, message: "never changes in a picture: it keeps its first value")
extension State where Value: ExpressibleByNilLiteral {
  /// Creates nil.
  public init() { self.init(wrappedValue: nil) }
}

@available(*, deprecated, message: "never changes in a picture: it keeps its first value")
extension State: Sendable where Value: Sendable {}

/// A value that another view owns; in a picture, setting it has no effect.
@propertyWrapper
@dynamicMemberLookup
public struct Binding<Value> {
  private let value: Value

  /// The value; setting another has no effect.
  public var wrappedValue: Value {
    get { value }
    nonmutating set {}
  }

  /// The binding itself.
  public var projectedValue: Binding<Value> { self }

  private init(value: Value) { self.value = value }

  /// Creates a binding from a binding.
  public init(projectedValue: Binding<Value>) { self = projectedValue }

  /// Creates a binding to what a function returns; the second function is never called.
  public init(get: () -> Value, set: (Value) -> Void) { value = get() }

  /// Returns a binding to a value.
  public static func constant(_ value: Value) -> Binding<Value> { Binding(value: value) }

  /// A binding to a property of the value.
  public subscript<Part>(dynamicMember keyPath: WritableKeyPath<Value, Part>) -> Binding<Part> {
    .constant(value[keyPath: keyPath])
  }

  /// Returns the binding: nothing moves in a picture.
  public func animation(_ animation: Animation? = .default) -> Binding<Value> { self }
}

extension Binding: Sendable where Value: Sendable {}

/// A value that an app keeps between its runs; in a picture, it is what the code says.
@available(*, deprecated, message: "is not read: in a picture it keeps the value in the code")
@propertyWrapper
public struct AppStorage<Value> {
  private let initial: Value

  /// The value in the code; setting another has no effect.
  public var wrappedValue: Value {
    get { initial }
    nonmutating set {}
  }

  /// The value for another view.
  public var projectedValue: Binding<Value> { .constant(initial) }

  /// Creates a value.
  public init(wrappedValue: Value, _ key: String) { initial = wrappedValue }
}

@available(*, deprecated, message: "is not read: in a picture it keeps the value in the code")
extension AppStorage where Value: ExpressibleByNilLiteral {
  /// Creates nil.
  public init(_ key: String) { self.init(wrappedValue: nil, key) }
}

@available(*, deprecated, message: "is not read: in a picture it keeps the value in the code")
extension AppStorage: Sendable where Value: Sendable {}
