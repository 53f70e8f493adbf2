import BurinGeometry
import BurinScene
import BurinText

/// Collects the annotations of a chart and finds a place for each.
///
/// Annotations with a fixed place are put first; the others then choose, in order, the candidate
/// that disturbs least.
struct AnnotationLayout {
  private struct Request {
    var name: String
    var annotation: Annotation
    var block: TextBlock
    var anchor: Rect
    var lines: [[Point]]
    var ownSolids: Int
  }

  let context: LayoutContext
  let plot: Rect
  let frame: Rect
  private var requests: [Request] = []
  private var lines: [[Point]] = []
  private var solids: [Rect] = []

  init(context: LayoutContext, plot: Rect, frame: Rect) {
    self.context = context
    self.plot = plot
    self.frame = frame
  }

  mutating func add(_ mark: any Mark, _ drawing: MarkDrawing, name: String) throws {
    lines += drawing.lines
    solids += drawing.solids
    guard let anchor = drawing.anchor else { return }
    for annotation in mark.options.annotations {
      let color: ThemeColor = mark.options.color ?? .primary
      // Lines begin, or end, at the side where the mark is.
      let side: Paragraph.Alignment =
        switch annotation.position {
        case .trailing, .topTrailing, .bottomTrailing, .lineEnd: .leading
        case .leading, .topLeading, .bottomLeading: .trailing
        default: .center
        }
      let text = annotation.text.multilineTextAlignment(side)
      let isLineLabel =
        switch annotation.position {
        case .lineEnd, .along: true
        default: false
        }
      let block = try context.layout(
        text, role: .label, color: isLineLabel ? color : .primary)
      requests.append(
        Request(
          name: name, annotation: annotation, block: block, anchor: anchor, lines: drawing.lines,
          ownSolids: solids.count))
    }
  }

  /// The place of an annotation that has only one.
  private func fixedOrigin(_ request: Request) -> Point? {
    origin(
      request.annotation.position, request.block.size, request.anchor,
      spacing: request.annotation.spacing, lines: request.lines)
  }

  private func origin(
    _ position: AnnotationPosition, _ size: Size, _ anchor: Rect, spacing s: Double,
    lines: [[Point]]
  ) -> Point? {
    let (midX, midY) = (anchor.midX - size.width / 2, anchor.midY - size.height / 2)
    let (above, below) = (anchor.minY - s - size.height, anchor.maxY + s)
    let (before, after) = (anchor.minX - s - size.width, anchor.maxX + s)
    switch position {
    case .top: return Point(midX, above)
    case .bottom: return Point(midX, below)
    case .leading: return Point(before, midY)
    case .trailing: return Point(after, midY)
    case .topLeading: return Point(before, above)
    case .topTrailing: return Point(after, above)
    case .bottomLeading: return Point(before, below)
    case .bottomTrailing: return Point(after, below)
    case .overlay: return Point(midX, midY)
    case .lineEnd:
      guard let end = lines.last?.last else { return nil }
      return Point(end.x + s, end.y - size.height / 2)
    case .automatic, .callout, .along: return nil
    }
  }

  /// How far annotations beside marks reach out of the plot, where there is no room for them.
  func overflow(beyond plot: Rect, frame: Rect) -> Insets {
    var needed = Insets.zero
    for request in requests where request.annotation.position != .lineEnd {
      guard let origin = fixedOrigin(request) else { continue }
      let rect = Rect(origin: origin, size: request.block.size)
      // Above the plot stands the header; to the right there is free room up to the frame.
      needed.top = max(needed.top, plot.minY - rect.minY)
      needed.trailing = max(needed.trailing, rect.maxX - frame.maxX)
      needed.leading = max(needed.leading, plot.minX - rect.minX)
      needed.bottom = max(needed.bottom, rect.maxY - plot.maxY)
    }
    return needed
  }

  /// Gives the annotations at their places, in the order of their marks.
  func place() throws -> [SceneItem] {
    var placer = LabelPlacer(bounds: plot, lines: lines, solids: solids)
    var items = [SceneItem?](repeating: nil, count: requests.count)
    for (index, origin) in lineEnds() {
      items[index] = item(requests[index], at: origin)
      placer.occupy(Rect(origin: origin, size: requests[index].block.size))
    }
    for (index, request) in requests.enumerated() where items[index] == nil {
      guard let origin = fixedOrigin(request) else { continue }
      items[index] = item(request, at: origin)
      placer.occupy(Rect(origin: origin, size: request.block.size))
    }
    for (index, request) in requests.enumerated() where items[index] == nil {
      let candidates = self.candidates(request)
      guard let origin = placer.best(of: candidates, size: request.block.size) else { continue }
      items[index] = try item(request, at: origin, leader: true)
      placer.occupy(Rect(origin: origin, size: request.block.size))
    }
    return items.compactMap { $0 }
  }

  private func candidates(_ request: Request) -> [Point] {
    let size = request.block.size
    let s = request.annotation.spacing
    switch request.annotation.position {
    case .callout(let distance):
      return LabelPlacer.ring(around: request.anchor, size: size, distance: distance)
    case .along(let fraction):
      return LabelPlacer.along(request.lines, at: fraction, size: size, spacing: s)
    default:
      let order: [AnnotationPosition] = [
        .topTrailing, .top, .trailing, .bottomTrailing, .topLeading, .bottom, .leading,
        .bottomLeading,
      ]
      return order.compactMap {
        origin($0, size, request.anchor, spacing: s, lines: request.lines)
      } + LabelPlacer.ring(around: request.anchor, size: size, distance: s + 12)
    }
  }

  /// Labels at line ends, pushed apart where they would overlap.
  private func lineEnds() -> [(Int, Point)] {
    var ends = requests.indices.compactMap { index -> (index: Int, origin: Point)? in
      guard requests[index].annotation.position == .lineEnd else { return nil }
      return fixedOrigin(requests[index]).map { (index, $0) }
    }
    ends.sort { ($0.origin.y, $0.index) < ($1.origin.y, $1.index) }
    let places = LabelPlacer.spread(
      ends.map { ($0.origin.y, requests[$0.index].block.size.height) }, gap: 1,
      within: (plot.minY - 8)...(plot.maxY + 8))
    return zip(ends, places).map { ($0.index, Point($0.origin.x, $1)) }
  }

  private func item(_ request: Request, at origin: Point) -> SceneItem {
    request.block.placed(at: origin, role: .annotation, name: request.name)
  }

  private func item(_ request: Request, at origin: Point, leader: Bool) throws -> SceneItem {
    let label = item(request, at: origin)
    guard case .callout = request.annotation.position else { return label }
    let rect = Rect(origin: origin, size: request.block.size).inset(by: -2)
    let target = request.anchor.center
    let nearest = Point(
      min(max(target.x, rect.minX), rect.maxX), min(max(target.y, rect.minY), rect.maxY))
    let direction = (nearest - target).normalized
    let start = target + direction * (request.anchor.width / 2)
    guard start.distance(to: nearest) > 3 else { return label }
    let line = SceneItem.stroke(
      .segment(start, nearest), Stroke(try context.color(.axis), width: 1, cap: .round))
    return .group(Group(.annotation, request.name, items: [line, label]))
  }
}
