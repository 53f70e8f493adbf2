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
  /// A larger step of scrolling.
  public struct MajorAlignment: Hashable, Sendable {
    /// A page.
    public static let page = MajorAlignment()
    /// A number of units.
    public static func unit(_ unit: some Numeric) -> MajorAlignment { MajorAlignment() }
    /// Dates that match components.
    public static func matching<Components>(_ components: Components) -> MajorAlignment {
      MajorAlignment()
    }
  }

  /// At multiples of a unit.
  public static func valueAligned(
    unit: some Numeric, majorAlignment: MajorAlignment? = nil
  ) -> ChartScrollTargetBehavior { ChartScrollTargetBehavior() }

  /// At dates that match components.
  public static func valueAligned<Components>(
    matching components: Components, majorAlignment: MajorAlignment? = nil
  ) -> ChartScrollTargetBehavior { ChartScrollTargetBehavior() }

  /// At pages.
  public static let paging = ChartScrollTargetBehavior()
}
