/// How something moves; nothing moves in a picture.
public struct Animation: Hashable, Sendable {
  /// Each movement, none of which has an effect.
  public static let `default` = Animation()
  /// Begins slowly.
  public static let easeIn = Animation()
  /// Ends slowly.
  public static let easeOut = Animation()
  /// Begins and ends slowly.
  public static let easeInOut = Animation()
  /// Always at one speed.
  public static let linear = Animation()
  /// As on a spring.
  public static let spring = Animation()
  /// As on a spring.
  public static let bouncy = Animation()
  /// As on a spring.
  public static let smooth = Animation()
  /// As on a spring.
  public static let snappy = Animation()

  /// Begins slowly.
  public static func easeIn(duration: Double) -> Animation { Animation() }
  /// Ends slowly.
  public static func easeOut(duration: Double) -> Animation { Animation() }
  /// Begins and ends slowly.
  public static func easeInOut(duration: Double) -> Animation { Animation() }
  /// Always at one speed.
  public static func linear(duration: Double) -> Animation { Animation() }
  /// As on a spring.
  public static func spring(
    response: Double = 0.5, dampingFraction: Double = 0.8, blendDuration: Double = 0
  ) -> Animation { Animation() }
  /// As on a spring.
  public static let interactiveSpring = Animation()
  /// As on a spring.
  public static func interactiveSpring(
    response: Double = 0.15, dampingFraction: Double = 0.86, blendDuration: Double = 0.25
  ) -> Animation { Animation() }
  /// As on a spring.
  public static func spring(duration: Double, bounce: Double = 0) -> Animation { Animation() }

  /// Later.
  public func delay(_ seconds: Double) -> Animation { self }
  /// Faster.
  public func speed(_ factor: Double) -> Animation { self }
  /// Again and again.
  public func repeatForever(autoreverses: Bool = true) -> Animation { self }
  /// Several times.
  public func repeatCount(_ count: Int, autoreverses: Bool = true) -> Animation { self }
}

/// How something comes and goes; nothing does in a picture.
public struct AnyTransition: Hashable, Sendable {
  /// Each transition, none of which has an effect.
  public static let opacity = AnyTransition()
  /// By its size.
  public static let scale = AnyTransition()
  /// Sideways.
  public static let slide = AnyTransition()
  /// At once.
  public static let identity = AnyTransition()
  /// From an edge.
  public static func move(edge: Edge) -> AnyTransition { AnyTransition() }
  /// Together with another.
  public func combined(with other: AnyTransition) -> AnyTransition { self }
}

/// Runs a function; nothing moves in a picture.
@available(*, deprecated, message: "has no effect in a picture: nothing in it moves")
@discardableResult
public func withAnimation<Result>(
  _ animation: Animation? = .default, _ body: () throws -> Result
) rethrows -> Result { try body() }
