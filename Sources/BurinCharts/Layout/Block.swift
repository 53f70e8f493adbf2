public import BurinGeometry
public import BurinScene

/// The room offered to content; nil where there is no limit.
public struct ProposedSize: Hashable, Sendable {
  /// The width offered, in points.
  public var width: Double?
  /// The height offered, in points.
  public var height: Double?
  /// Makes a proposal.
  public init(width: Double? = nil, height: Double? = nil) {
    self.width = width
    self.height = height
  }
}

/// How content behaves where there is room to share.
public enum Flexibility: Hashable, Sendable {
  /// Takes what it needs.
  case fixed
  /// Takes a share of what is left, in proportion to the weight.
  case flexible(Double)

  var weight: Double {
    switch self {
    case .fixed: 0
    case .flexible(let weight): weight
    }
  }
}

/// What content drew, and where its named parts came to lie.
public struct Drawing: Sendable {
  /// The items, in the figure's coordinates.
  public var items: [SceneItem]
  /// The named rectangles, in drawing order.
  public var anchors: [Anchor]

  /// A rectangle with a name that connectors can refer to.
  public struct Anchor: Hashable, Sendable {
    /// The name.
    public var name: String
    /// Where it lies, in the figure's coordinates.
    public var rect: Rect
    /// Makes an anchor.
    public init(_ name: String, _ rect: Rect) {
      self.name = name
      self.rect = rect
    }
  }

  /// Makes a drawing.
  public init(items: [SceneItem] = [], anchors: [Anchor] = []) {
    self.items = items
    self.anchors = anchors
  }

  /// Adds what other content drew.
  public mutating func append(_ other: Drawing) {
    items += other.items
    anchors += other.anchors
  }
}

/// Content ready to be measured and drawn.
public protocol Block {
  /// What the content is, for messages: `the table with 5 rows`.
  var summary: String { get }
  /// How the content behaves horizontally.
  var horizontal: Flexibility { get }
  /// How the content behaves vertically.
  var vertical: Flexibility { get }
  /// The size the content takes within a proposal.
  func size(_ proposal: ProposedSize) throws -> Size
  /// The room around the plot area within a size, or nil for content without one.
  func plotInsets(in size: Size) throws -> Insets?
  /// The distance from the top to the first baseline, or nil for content without text.
  func firstBaseline(in size: Size) throws -> Double?
  /// Draws into a rectangle, the plot area kept at the given insets.
  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing
}

extension Block {
  /// Content without a better description.
  public var summary: String { "the content" }
  /// Content takes what it needs.
  public var horizontal: Flexibility { .fixed }
  /// Content takes what it needs.
  public var vertical: Flexibility { .fixed }
  /// No plot area.
  public func plotInsets(in size: Size) throws -> Insets? { nil }
  /// No text.
  public func firstBaseline(in size: Size) throws -> Double? { nil }
}
