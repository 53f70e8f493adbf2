import BurinGeometry
import BurinText

/// The place of content in a larger rectangle.
public struct Alignment: Hashable, Sendable {
  /// The alignment along x.
  public var horizontal: HorizontalAlignment
  /// The alignment along y; baselines align as the top does.
  public var vertical: VerticalAlignment

  /// Creates an alignment.
  public init(horizontal: HorizontalAlignment, vertical: VerticalAlignment) {
    self.horizontal = horizontal
    self.vertical = vertical
  }

  /// In the middle.
  public static let center = Alignment(horizontal: .center, vertical: .center)
  /// In the middle of the left edge.
  public static let leading = Alignment(horizontal: .leading, vertical: .center)
  /// In the middle of the right edge.
  public static let trailing = Alignment(horizontal: .trailing, vertical: .center)
  /// In the middle of the upper edge.
  public static let top = Alignment(horizontal: .center, vertical: .top)
  /// In the middle of the lower edge.
  public static let bottom = Alignment(horizontal: .center, vertical: .bottom)
  /// In the upper left corner.
  public static let topLeading = Alignment(horizontal: .leading, vertical: .top)
  /// In the upper right corner.
  public static let topTrailing = Alignment(horizontal: .trailing, vertical: .top)
  /// In the lower left corner.
  public static let bottomLeading = Alignment(horizontal: .leading, vertical: .bottom)
  /// In the lower right corner.
  public static let bottomTrailing = Alignment(horizontal: .trailing, vertical: .bottom)

  /// Returns the rectangle of a block of a size in a larger rectangle, which a flexible block
  /// fills.
  func rect(of size: Size, _ block: some Block, in room: Rect) -> Rect {
    let width = block.horizontal == .fixed ? size.width : room.width
    // On a page, a stack fills its frame: it may centre its own content in it.
    let isAtTop = vertical == .top
    let height = block.vertical == .fixed && !isAtTop ? size.height : room.height
    return rect(of: Size(width, height), in: room)
  }

  /// Returns the rectangle of a size in a larger rectangle.
  func rect(of size: Size, in room: Rect) -> Rect {
    let x: Double =
      switch horizontal {
      case .leading: room.minX
      case .center: room.midX - size.width / 2
      case .trailing: room.maxX - size.width
      }
    let y: Double =
      switch vertical {
      case .top, .firstBaseline: room.minY
      case .center: room.midY - size.height / 2
      case .bottom, .lastTextBaseline: room.maxY - size.height
      }
    return Rect(origin: Point(x, y), size: size)
  }
}

extension HorizontalAlignment {
  /// The same alignment for the lines of a text.
  var lines: Paragraph.Alignment {
    switch self {
    case .leading: .leading
    case .center: .center
    case .trailing: .trailing
    }
  }
}
