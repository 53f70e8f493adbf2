public import BurinGeometry
public import BurinScene

/// The space offered to content; nil if there is no limit.
public struct ProposedSize: Hashable, Sendable {
  /// The proposed width, in points.
  public var width: Double?
  /// The proposed height, in points.
  public var height: Double?
  /// Creates a proposal.
  public init(width: Double? = nil, height: Double? = nil) {
    self.width = width
    self.height = height
  }
}

/// The behaviour of content when there is space to share.
public enum Flexibility: Hashable, Sendable {
  /// The content has the size it needs.
  case fixed
  /// The content has a share of the remaining space, in proportion to the weight.
  case flexible(Double)

  var weight: Double {
    switch self {
    case .fixed: 0
    case .flexible(let weight): weight
    }
  }
}

/// The items that content drew, and the positions of its named parts.
public struct Drawing: Sendable {
  /// The items, in the figure's coordinates.
  public var items: [SceneItem]
  /// The named rectangles, in drawing order.
  public var anchors: [Anchor]

  /// A rectangle with a name, to which connectors can refer.
  public struct Anchor: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The rectangle, in the figure's coordinates.
    public var rect: Rect
    /// Creates an anchor.
    public init(_ name: String, _ rect: Rect) {
      self.name = name
      self.rect = rect
    }
  }

  /// Creates a drawing.
  public init(items: [SceneItem] = [], anchors: [Anchor] = []) {
    self.items = items
    self.anchors = anchors
  }

  /// Appends the drawing of other content.
  public mutating func append(_ other: Drawing) {
    items += other.items
    anchors += other.anchors
  }
}

/// Content prepared for measuring and drawing.
public protocol Block {
  /// The description of the content in messages: `the table with 5 rows`.
  var summary: String { get }
  /// The horizontal behaviour of the content.
  var horizontal: Flexibility { get }
  /// The vertical behaviour of the content.
  var vertical: Flexibility { get }
  /// Returns the size of the content within a proposal.
  func size(_ proposal: ProposedSize) throws -> Size
  /// Returns the space around the plot area within a size, or nil for content without one.
  func plotInsets(in size: Size) throws -> Insets?
  /// Returns the distance from the top to the first baseline, or nil for content without text.
  func firstBaseline(in size: Size) throws -> Double?
  /// Returns the distance from the top to the last baseline, or nil for content without text.
  func lastBaseline(in size: Size) throws -> Double?
  /// Draws into a rectangle, with the plot area at the given insets.
  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing
}

extension Block {
  /// The default description of content.
  public var summary: String { "the content" }
  /// The default: the content has the size it needs.
  public var horizontal: Flexibility { .fixed }
  /// The default: the content has the size it needs.
  public var vertical: Flexibility { .fixed }
  /// Returns nil: there is no plot area.
  public func plotInsets(in size: Size) throws -> Insets? { nil }
  /// Returns nil: there is no text.
  public func firstBaseline(in size: Size) throws -> Double? { nil }
  /// Returns the first baseline: of one line, it is the last one too.
  public func lastBaseline(in size: Size) throws -> Double? { try firstBaseline(in: size) }
}
