import BurinGeometry

extension FigureContent {
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func chartXSelection<Value: Plottable>(value: Binding<Value?>) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func chartXSelection<Value: Plottable & Comparable>(
    range: Binding<ClosedRange<Value>?>
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func chartYSelection<Value: Plottable>(value: Binding<Value?>) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func chartYSelection<Value: Plottable & Comparable>(
    range: Binding<ClosedRange<Value>?>
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func chartAngleSelection<Value: Plottable>(value: Binding<Value?>) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture: all of the chart is drawn")
  public func chartScrollableAxes(_ axes: Axis.Set) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated, message: "has no effect in a picture: set chartXScale(domain:) to draw a part"
  )
  public func chartScrollPosition<Value: Plottable>(x: Binding<Value>) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated, message: "has no effect in a picture: set chartYScale(domain:) to draw a part"
  )
  public func chartScrollPosition<Value: Plottable>(y: Binding<Value>) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated, message: "has no effect in a picture: set chartXScale(domain:) to draw a part"
  )
  public func chartScrollPosition<Value: Plottable>(initialX: Value) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated, message: "has no effect in a picture: set chartYScale(domain:) to draw a part"
  )
  public func chartScrollPosition<Value: Plottable>(initialY: Value) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated, message: "has no effect in a picture: set chartXScale(domain:) to draw a part"
  )
  public func chartXVisibleDomain<Length: Numeric>(length: Length) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated, message: "has no effect in a picture: set chartYScale(domain:) to draw a part"
  )
  public func chartYVisibleDomain<Length: Numeric>(length: Length) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func chartScrollTargetBehavior(_ behavior: ChartScrollTargetBehavior) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func chartGesture(_ body: (ChartProxy) -> some Gesture) -> Self { self }
}

/// Where scrolling ends; has no effect in a picture.
public struct ChartScrollTargetBehavior: Hashable, Sendable {
  package init() {}

  /// At multiples of a unit.
  public static func valueAligned<Unit: Numeric>(
    unit: Unit, majorAlignment: MajorValueAlignment<Unit>? = nil,
    limitBehavior: ValueAlignedLimitBehavior = .automatic
  ) -> ChartScrollTargetBehavior { ChartScrollTargetBehavior() }

  /// At multiples of units of both axes.
  public static func valueAligned<X: Numeric, Y: Numeric>(
    xUnit: X, yUnit: Y, xMajorAlignment: MajorValueAlignment<X>? = nil,
    yMajorAlignment: MajorValueAlignment<Y>? = nil,
    limitBehavior: ValueAlignedLimitBehavior = .automatic
  ) -> ChartScrollTargetBehavior { ChartScrollTargetBehavior() }

  /// At pages.
  public static let paging = ChartScrollTargetBehavior()
}

/// A larger step of scrolling; has no effect in a picture.
public struct MajorValueAlignment<Value>: Hashable, Sendable {
  package init() {}

  /// A page.
  public static var page: MajorValueAlignment { MajorValueAlignment() }
  /// A number of units.
  public static func unit(_ unit: Value) -> MajorValueAlignment { MajorValueAlignment() }
}

/// How far a swipe scrolls; has no effect in a picture.
public struct ValueAlignedLimitBehavior: Hashable, Sendable {
  /// What suits the screen.
  public static let automatic = ValueAlignedLimitBehavior()
  /// To the next step.
  public static let always = ValueAlignedLimitBehavior()
  /// As far as the swipe goes.
  public static let never = ValueAlignedLimitBehavior()
}
