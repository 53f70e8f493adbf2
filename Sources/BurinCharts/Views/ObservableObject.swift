/// An object whose changes a view shows; in a picture, it is read once.
public protocol ObservableObject: AnyObject {}

/// A property whose changes an ``ObservableObject`` announces; in a picture, nothing listens.
@propertyWrapper
public struct Published<Value> {
  /// The value.
  public var wrappedValue: Value

  /// Creates the property with its first value.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  /// Creates the property with its first value.
  public init(initialValue: Value) { wrappedValue = initialValue }
}

extension Published: Sendable where Value: Sendable {}

/// Bindings to the properties of an object; in a picture, setting them has no effect.
@dynamicMemberLookup
public struct ObjectBindings<Object: AnyObject> {
  let object: Object

  /// A binding to a property of the object.
  public subscript<Value>(
    dynamicMember keyPath: ReferenceWritableKeyPath<Object, Value>
  ) -> Binding<Value> { .constant(object[keyPath: keyPath]) }
}

extension ObjectBindings: Sendable where Object: Sendable {}

/// An object that another view owns; in a picture, it is read once.
@available(*, deprecated, message: "is read once: a picture doesn't follow changes")
@propertyWrapper
public struct ObservedObject<Object: ObservableObject> {
  /// The object.
  public var wrappedValue: Object

  /// Bindings to the object's properties.
  public var projectedValue: ObjectBindings<Object> { ObjectBindings(object: wrappedValue) }

  /// Creates a reference to an object.
  public init(wrappedValue: Object) { self.wrappedValue = wrappedValue }

  /// Creates a reference to an object.
  public init(initialValue: Object) { wrappedValue = initialValue }
}

@available(*, deprecated, message: "is read once: a picture doesn't follow changes")
extension ObservedObject: Sendable where Object: Sendable {}

/// An object that a view owns; in a picture, it is read once.
@available(*, deprecated, message: "is read once: a picture doesn't follow changes")
@propertyWrapper
public struct StateObject<Object: ObservableObject> {
  /// The object.
  public let wrappedValue: Object

  /// Bindings to the object's properties.
  public var projectedValue: ObjectBindings<Object> { ObjectBindings(object: wrappedValue) }

  /// Creates the object.
  public init(wrappedValue: @autoclosure () -> Object) { self.wrappedValue = wrappedValue() }
}

@available(*, deprecated, message: "is read once: a picture doesn't follow changes")
extension StateObject: Sendable where Object: Sendable {}

/// An observable object with bindings to its properties; in a picture, it is read once.
@available(*, deprecated, message: "is read once: a picture doesn't follow changes")
@propertyWrapper
public struct Bindable<Object: AnyObject> {
  /// The object.
  public var wrappedValue: Object

  /// Bindings to the object's properties.
  public var projectedValue: ObjectBindings<Object> { ObjectBindings(object: wrappedValue) }

  /// Creates a reference to an object.
  public init(wrappedValue: Object) { self.wrappedValue = wrappedValue }

  /// Creates a reference to an object.
  public init(_ object: Object) { wrappedValue = object }
}

@available(*, deprecated, message: "is read once: a picture doesn't follow changes")
extension Bindable: Sendable where Object: Sendable {}
