public import BurinGeometry

/// A movement of a finger or a pointer; none reaches a picture.
public protocol Gesture {
  /// What is known of the movement.
  associatedtype Value
}

extension Gesture {
  /// Returns the gesture; the function is never called.
  public func onChanged(_ action: (Value) -> Void) -> Self { self }
  /// Returns the gesture; the function is never called.
  public func onEnded(_ action: (Value) -> Void) -> Self { self }
  /// Returns the gesture.
  public func simultaneously(with other: some Gesture) -> Self { self }
  /// Returns the gesture.
  public func exclusively(before other: some Gesture) -> Self { self }
}

/// A gesture, or none.
extension Optional: Gesture where Wrapped: Gesture {
  /// What is known of the movement.
  public typealias Value = Wrapped.Value
}

/// The coordinates of a gesture.
public enum CoordinateSpace: Hashable, Sendable { case local, global }

/// A movement along a way.
public struct DragGesture: Gesture, Hashable, Sendable {
  /// The places of the movement.
  public struct Value: Hashable, Sendable {
    /// The place now and at the beginning.
    public var location, startLocation: Point
    /// The distance from the beginning.
    public var translation: Size
    /// The places and the distance by names that no other module has.
    package var geometry: (location: Point, start: Point, translation: Size) {
      (location, startLocation, translation)
    }
  }

  /// Creates a gesture.
  public init(minimumDistance: Double = 10, coordinateSpace: CoordinateSpace = .local) {}
}

/// A short touch.
public struct TapGesture: Gesture, Hashable, Sendable {
  /// Nothing is known of a touch.
  public typealias Value = Void
  /// Creates a gesture.
  public init(count: Int = 1) {}
}

/// A short touch at a place.
public struct SpatialTapGesture: Gesture, Hashable, Sendable {
  /// The place of a touch.
  public struct Value: Hashable, Sendable {
    /// The place.
    public var location: Point
    /// The place by a name that no other module has.
    package var place: Point { location }
  }

  /// Creates a gesture.
  public init(count: Int = 1, coordinateSpace: CoordinateSpace = .local) {}
}

/// A long touch.
public struct LongPressGesture: Gesture, Hashable, Sendable {
  /// Whether the touch is long enough.
  public typealias Value = Bool
  /// Creates a gesture.
  public init(minimumDuration: Double = 0.5) {}
}
