import BurinGeometry
import BurinScene

/// The path of a connector between two rectangles.
struct ConnectorPath {
  var connector: Connector
  var start: Rect
  var end: Rect

  private func side(_ side: Connector.Side, of rect: Rect, towards other: Rect) -> Connector.Side {
    guard side == .automatic else { return side }
    let delta = other.center - rect.center
    let dx = max(0, abs(delta.dx) - (rect.width + other.width) / 2)
    let dy = max(0, abs(delta.dy) - (rect.height + other.height) / 2)
    if dx >= dy { return delta.dx >= 0 ? .trailing : .leading }
    return delta.dy >= 0 ? .bottom : .top
  }

  private func point(_ side: Connector.Side, of rect: Rect, aim: Point) -> Point {
    let g = connector.gap
    // Straight lines between boxes that overlap horizontally or vertically are parallel to the
    // axes.
    let x = min(max(aim.x, rect.minX + 6), rect.maxX - 6)
    let y = min(max(aim.y, rect.minY + 6), rect.maxY - 6)
    return switch side {
    case .top: Point(connector.route == .straight ? x : rect.midX, rect.minY - g)
    case .bottom: Point(connector.route == .straight ? x : rect.midX, rect.maxY + g)
    case .leading: Point(rect.minX - g, connector.route == .straight ? y : rect.midY)
    default: Point(rect.maxX + g, connector.route == .straight ? y : rect.midY)
    }
  }

  private func normal(_ side: Connector.Side) -> Vector {
    switch side {
    case .top: Vector(0, -1)
    case .bottom: Vector(0, 1)
    case .leading: Vector(-1, 0)
    default: Vector(1, 0)
    }
  }

  func item(_ context: LayoutContext) throws -> SceneItem {
    let from = side(connector.startSide, of: start, towards: end)
    let to = side(connector.endSide, of: end, towards: start)
    let overlap = start.center.interpolated(to: end.center, at: 0.5)
    let aim = smaller(overlap)
    let a = point(from, of: start, aim: aim)
    let b = point(to, of: end, aim: aim)
    let color = try context.color(connector.color)
    let head = ArrowHead(
      length: 5 + 2 * connector.width, width: 4 + 1.8 * connector.width)
    var path = Path()
    let middle: Point
    path.move(to: a)
    switch connector.route {
    case .straight:
      path.line(to: b)
      middle = a.interpolated(to: b, at: 0.5)
    case .elbow:
      middle = elbow(&path, from: a, normal(from), to: b, -normal(to))
    case .arc(let bulge):
      let control = a.interpolated(to: b, at: 0.5) + -(b - a).perpendicular * bulge
      path.quadratic(from: a, control, to: b)
      middle = a.interpolated(to: b, at: 0.5).interpolated(to: control, at: 0.5)
    }
    let (shaft, tip) = connector.hasHead ? head.arrow(along: path) : (path, Path())
    var items: [SceneItem] = [
      .stroke(
        shaft,
        Stroke(color, width: connector.width, cap: .round, join: .round, dash: connector.dash))
    ]
    if connector.hasHead { items.append(.fill(tip, color)) }
    if let label = connector.label {
      let block = try context.layout(label, role: .label, color: .secondary)
      items.append(
        block.placed(at: labelOrigin(block.size, middle: middle, a, b), role: .label))
    }
    return .group(
      SceneGroup(.connector, "\(connector.start) → \(connector.end)", items: items))
  }

  /// Returns the centre of the smaller rectangle, along the axis in which both overlap.
  private func smaller(_ fallback: Point) -> Point {
    let x = start.width < end.width ? start.midX : end.midX
    let y = start.height < end.height ? start.midY : end.midY
    return Point(x, y)
  }

  private func elbow(
    _ path: inout Path, from a: Point, _ out: Vector, to b: Point, _ into: Vector
  ) -> Point {
    let horizontalStart = out.dx != 0
    let horizontalEnd = into.dx != 0
    var corners: [Point]
    if horizontalStart == horizontalEnd {
      if horizontalStart {
        let x = (a.x + b.x) / 2
        corners = [Point(x, a.y), Point(x, b.y)]
      } else {
        let y = (a.y + b.y) / 2
        corners = [Point(a.x, y), Point(b.x, y)]
      }
    } else {
      corners = [horizontalStart ? Point(b.x, a.y) : Point(a.x, b.y)]
    }
    corners.removeAll { $0.distance(to: a) < 0.1 || $0.distance(to: b) < 0.1 }
    let points = [a] + corners + [b]
    for index in 1..<max(1, points.count - 1) {
      let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
      let radius = min(6, before.distance(to: corner) / 2, corner.distance(to: after) / 2)
      let entry = corner + (before - corner).normalized * radius
      let exit = corner + (after - corner).normalized * radius
      path.line(to: entry)
      path.quadratic(from: entry, corner, to: exit)
    }
    path.line(to: b)
    let half = points.count / 2
    return points[half - 1].interpolated(to: points[half], at: 0.5)
  }

  /// Returns the origin of the label, above horizontal lines and to the right of vertical ones.
  private func labelOrigin(_ size: Size, middle: Point, _ a: Point, _ b: Point) -> Point {
    abs(b.x - a.x) >= abs(b.y - a.y)
      ? Point(middle.x - size.width / 2, middle.y - size.height - 5)
      : Point(middle.x + 8, middle.y - size.height / 2)
  }
}
