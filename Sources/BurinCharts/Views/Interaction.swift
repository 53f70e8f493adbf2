public import BurinGeometry

// What only a view on a screen can do. It compiles, so that code for a screen draws as well, and the
// compiler says where it has no effect.

extension FigureContent {
  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onTapGesture(count: Int = 1, perform action: () -> Void) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onTapGesture(count: Int = 1, perform action: (Point) -> Void) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onLongPressGesture(
    minimumDuration: Double = 0.5, perform action: () -> Void
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func gesture(_ gesture: some Gesture) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func simultaneousGesture(_ gesture: some Gesture) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func highPriorityGesture(_ gesture: some Gesture) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onChange<Value: Equatable>(
    of value: Value, initial: Bool = false, _ action: () -> Void
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onChange<Value: Equatable>(
    of value: Value, initial: Bool = false, _ action: (Value, Value) -> Void
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onChange<Value: Equatable>(
    of value: Value, perform action: (Value) -> Void
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: prepare the data before the view is rendered"
  )
  public func onAppear(perform action: (() -> Void)? = nil) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onDisappear(perform action: (() -> Void)? = nil) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: prepare the data before the view is rendered"
  )
  public func task(priority: TaskPriority = .userInitiated, _ action: () async -> Void) -> Self {
    self
  }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: prepare the data before the view is rendered"
  )
  public func task<Value: Equatable>(
    id value: Value, priority: TaskPriority = .userInitiated, _ action: () async -> Void
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func animation(_ animation: Animation?) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func animation<Value: Equatable>(_ animation: Animation?, value: Value) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func transition(_ transition: AnyTransition) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onHover(perform action: (Bool) -> Void) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func onContinuousHover(perform action: (HoverPhase) -> Void) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func sensoryFeedback<Trigger: Equatable>(
    _ feedback: SensoryFeedback, trigger: Trigger
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func contentShape(_ shape: some Shape) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func allowsHitTesting(_ enabled: Bool) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func disabled(_ disabled: Bool) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func id(_ id: some Hashable) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func tag(_ tag: some Hashable) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: later content is drawn over earlier content"
  )
  public func zIndex(_ value: Double) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated, message: "has no effect in a picture: set the share of a row by layoutWeight(_:)"
  )
  public func layoutPriority(_ value: Double) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: set foregroundStyle(_:) on marks, texts and shapes"
  )
  public func tint(_ color: Color?) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: set the title of the figure or chartTitle(_:)"
  )
  public func navigationTitle(_ title: Text) -> Self { self }

  /// Has no effect in a picture.
  @_disfavoredOverload
  @available(
    *, deprecated,
    message: "has no effect in a picture: set the title of the figure or chartTitle(_:)"
  )
  public func navigationTitle(_ title: some StringProtocol) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: set the title of the figure or chartTitle(_:)"
  )
  public func navigationBarTitle(
    _ title: Text, displayMode: NavigationBarTitleDisplayMode = .automatic
  ) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func navigationBarTitleDisplayMode(_ mode: NavigationBarTitleDisplayMode) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated, message: "has no effect in a picture: a GroupBox is a card of the theme"
  )
  public func groupBoxStyle(_ style: DefaultGroupBoxStyle) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func contentTransition(_ transition: ContentTransition) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture: sizes are those of the theme")
  public func dynamicTypeSize(_ size: DynamicTypeSize) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture: sizes are those of the theme")
  public func dynamicTypeSize(_ range: some RangeExpression<DynamicTypeSize>) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func drawingGroup(opaque: Bool = false) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func ignoresSafeArea(edges: Edge.Set = .all) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func redacted(reason: RedactionReasons) -> Self { self }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  public func unredacted() -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: hand the value to the other view as a property"
  )
  public func preference<Key: PreferenceKey>(key: Key.Type, value: Key.Value) -> Self { self }

  /// Has no effect in a picture.
  @available(
    *, deprecated,
    message: "has no effect in a picture: views report nothing to those around them"
  )
  public func onPreferenceChange<Key: PreferenceKey>(
    _ key: Key.Type, perform action: (Key.Value) -> Void
  ) -> Self where Key.Value: Equatable { self }
}

/// A value that views report to those around them; none does in a picture.
public protocol PreferenceKey {
  /// The type of the value.
  associatedtype Value
  /// The value where no view reports one.
  static var defaultValue: Value { get }
  /// Joins what several views report.
  static func reduce(value: inout Value, nextValue: () -> Value)
}

/// A place that is drawn with a pointer over it; never in a picture.
public enum HoverPhase: Hashable, Sendable {
  /// The pointer is at a place.
  case active(Point)
  /// The pointer has left.
  case ended
}

/// What is felt; nothing in a picture.
public struct SensoryFeedback: Hashable, Sendable {
  /// A choice has changed.
  public static let selection = SensoryFeedback()
  /// Something has succeeded.
  public static let success = SensoryFeedback()
  /// Two things have met.
  public static let impact = SensoryFeedback()
}

/// Why content is hidden; it never is in a picture.
public struct RedactionReasons: OptionSet, Hashable, Sendable {
  /// The set's bits.
  public let rawValue: Int
  /// Creates a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// The content isn't known yet.
  public static let placeholder = RedactionReasons(rawValue: 1)
}

/// A reader's preference for the size of texts; a picture has the sizes of its theme.
public enum DynamicTypeSize: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// The sizes from the smallest to the largest.
  case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge, accessibility1, accessibility2,
    accessibility3, accessibility4, accessibility5

  /// Returns whether the first size is smaller.
  public static func < (a: DynamicTypeSize, b: DynamicTypeSize) -> Bool { a.rawValue < b.rawValue }
}

/// How a bar shows its title; a picture has none.
public enum NavigationBarTitleDisplayMode: Hashable, Sendable {
  case automatic, inline, large
}

/// How changed content takes the place of former content; nothing changes in a picture.
public enum ContentTransition: Hashable, Sendable {
  case identity, interpolate, opacity
  /// Numbers whose digits roll.
  case numericText(countsDown: Bool = false)

  /// Numbers whose digits roll.
  public static func numericText(value: Double) -> ContentTransition { .numericText() }
}

/// The look of a ``GroupBox``; a picture has that of its theme.
public struct DefaultGroupBoxStyle: Hashable, Sendable {
  /// Creates the style.
  public init() {}
  /// The style.
  public static var automatic: DefaultGroupBoxStyle { DefaultGroupBoxStyle() }
}
