import BurinGeometry
import BurinScene

/// Names the scene nodes that lie where pixels differ.
struct NodeNames {
  private enum Subject {
    case change(String)
    case node(SceneNode)

    var name: String {
      switch self {
      case .change(let name): name
      case .node(let node): node.name
      }
    }
  }

  private struct Place {
    /// Names are made when they are asked for.
    var subject: Subject
    /// In pixels.
    var bounds: Rect
    /// Nodes that the scenes' difference names come first, then what lies on top.
    var isChanged: Bool
    var order: Int
  }

  /// A node that lies in a region.
  private struct Hit: Comparable {
    var place: Int
    var isChanged: Bool
    var order: Int
    var share: Double

    /// The more likely one first.
    static func < (a: Hit, b: Hit) -> Bool {
      if a.isChanged != b.isChanged { return a.isChanged }
      // What fills most of the region without reaching far beyond it.
      return a.share != b.share ? a.share > b.share : a.order < b.order
    }
  }

  private let places: [Place]
  private let grid: RectGrid

  /// The most names that a region gets.
  private static let limit = 3
  /// The most nodes whose names are made for a region.
  private static let hitLimit = 64
  /// The side of the cells in which nodes are looked for, in pixels.
  private static let cellSide = 48.0

  init(expected: Rendition, actual: Rendition, difference: SceneDifference?) {
    var places: [Place] = []
    func scaled(_ rect: Rect, _ scale: Double) -> Rect {
      Rect(
        minX: rect.minX * scale, minY: rect.minY * scale, maxX: rect.maxX * scale,
        maxY: rect.maxY * scale)
    }
    for (order, change) in (difference?.changes ?? []).enumerated() where !change.isHarmless {
      for (bounds, scale) in [
        (change.expectedBounds, expected.scale), (change.actualBounds, actual.scale),
      ] {
        guard let bounds else { continue }
        places.append(
          Place(
            subject: .change(change.node), bounds: scaled(bounds, scale), isChanged: true,
            order: order))
      }
    }
    for rendition in [actual, expected] {
      guard let scene = rendition.scene else { continue }
      for (order, node) in SceneNode.all(in: scene).enumerated() {
        guard let bounds = node.canvasBounds else { continue }
        places.append(
          Place(
            subject: .node(node), bounds: scaled(bounds, rendition.scale), isChanged: false,
            order: -order))
      }
    }
    self.places = places
    grid = RectGrid(places.map(\.bounds), side: Self.cellSide)
  }

  /// The names for a region, the most likely first.
  func nodes(in bounds: PixelRect) -> [String] {
    // Antialiasing reaches a pixel beyond an outline.
    let area = Rect(
      x: Double(bounds.x), y: Double(bounds.y), width: Double(bounds.width),
      height: Double(bounds.height)
    ).inset(by: -1)
    var hits: [Hit] = []
    grid.forEach(near: area) { index in
      let bounds = places[index].bounds
      if bounds.intersects(area) || area.contains(bounds) {
        hits.append(
          Hit(
            place: index, isChanged: places[index].isChanged, order: places[index].order,
            share: Self.share(of: bounds, in: area)))
      }
      return true
    }
    hits.sort()
    var names: [String] = []
    for hit in hits.prefix(Self.hitLimit) {
      let name = places[hit.place].subject.name
      if names.contains(name) { continue }
      names.append(name)
      if names.count == Self.limit { break }
    }
    return names
  }

  /// The common area of two rectangles over the area of both together.
  private static func share(of bounds: Rect, in area: Rect) -> Double {
    // Lines without extent count as a pixel wide.
    let thick = Rect(
      minX: bounds.minX, minY: bounds.minY, maxX: max(bounds.maxX, bounds.minX + 1),
      maxY: max(bounds.maxY, bounds.minY + 1))
    let common = thick.intersection(area)?.area ?? 0
    return common / max(thick.area + area.area - common, 1e-9)
  }
}
