/// How equal two pictures' pixels must be.
public enum PixelRule: Sendable, Hashable {
  /// All bytes are the same.
  case exact
  /// What another rasteriser may do to the same outlines: no channel differs by more than
  /// ``rasterizerLimit``, and no flat area has another colour.
  ///
  /// There is no budget: one pixel beyond the limit fails. A flat area is 5 × 5 pixels of one
  /// colour in both pictures; where it changed, by however little, a paint changed.
  case rasterizer
  /// An explicit tolerance: the largest difference of one channel that passes, 0 to 255.
  ///
  /// The verdict says what it hides.
  case channel(Int)
  /// An explicit tolerance by the rule of pixelmatch 7.2.0, so that a check can move over from it:
  /// the distance in colour that passes, 0 to 1, where antialiasing does not explain more.
  ///
  /// The verdict says what it hides.
  case perceptual(threshold: Double)
  /// The same with distances in the space OKLab, as pixelmatch measures them after 7.2.0.
  case perceptualOKLab(threshold: Double)

  /// The largest difference of one channel, of 255, that other releases of a rasteriser make.
  ///
  /// Unhinted outlines drawn by FreeType 2.6.1 and 2.14.3 differ by at most 20; the rest is margin.
  public static let rasterizerLimit = 24

  /// The side of a flat area, in pixels: wider than any antialiased edge and its neighbours.
  public static let flatSide = 5

  /// The largest difference of one channel that may pass.
  public var channelLimit: Int {
    switch self {
    case .exact: 0
    case .rasterizer: Self.rasterizerLimit
    case .channel(let limit): min(max(limit, 0), 255)
    case .perceptual, .perceptualOKLab: 255
    }
  }
}

extension PixelRule {
  /// What a tolerance cannot see, in words; nil for the rule that allows nothing.
  public var blindness: String? {
    switch self {
    case .exact: nil
    case .rasterizer:
      "thin pale strokes and letters, such as a grid or a text of #e9e9e9, and a thin line whose colour changed by up to \(Self.rasterizerLimit) of 255"
    case .channel(let limit):
      limit <= 0
        ? nil
        : "colours that are up to \(limit) of 255 off in every channel, faint grids and pale text"
    case .perceptual, .perceptualOKLab:
      "colours that are a little off, and pixels that look like antialiasing: thin lines, dots and strokes of small text"
    }
  }

  /// Whether the rule lets differences pass.
  public var isTolerance: Bool { blindness != nil }
}

extension PixelRule: CustomStringConvertible {
  /// The rule in words.
  public var description: String {
    switch self {
    case .exact: "pixels must be equal"
    case .rasterizer:
      "no channel may differ by more than \(Self.rasterizerLimit) of 255, and no flat area may change its colour"
    case .channel(let limit): "no channel may differ by more than \(limit) of 255 (a tolerance)"
    case .perceptual(let threshold):
      "no pixel may look different by more than \(threshold) of 1, antialiasing aside (a tolerance)"
    case .perceptualOKLab(let threshold):
      "no pixel may look different by more than \(threshold) of 1 in OKLab, antialiasing aside (a tolerance)"
    }
  }
}
