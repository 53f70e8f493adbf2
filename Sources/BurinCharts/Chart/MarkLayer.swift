import BurinGeometry
import BurinScene

/// A layer that marks are painted on together; equal only to itself.
final class MarkLayer: Hashable, Sendable {
  /// The view that draws the layer; nil for the marks as they are.
  let style: [AnyContent]?

  init(_ style: [AnyContent]?) { self.style = style }

  static func == (a: MarkLayer, b: MarkLayer) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// Returns the item that paints marks as one.
  func item(_ items: [SceneItem], _ area: PlotArea) throws -> SceneItem {
    guard let style else { return .group(Self.group(items)) }
    let drawing = try area.context.withEnvironment {
      $0.beginLabel()
      $0.markLayer = (items, area.rect)
    } _: {
      try ZStack { style }.measured(in: area.context).draw(in: area.rect, plotInsets: nil)
    }
    return .group(SceneGroup(.mark, "layer", items: drawing.items))
  }

  fileprivate static func group(_ items: [SceneItem]) -> SceneGroup {
    SceneGroup(.mark, "layer", blend: .normal, items: items)
  }
}

/// The marks of a layer as a view of the size of their plot.
struct MarkLayerContent: PrimitiveContent {
  func block(in context: LayoutContext) throws -> any Block {
    guard let layer = context.environment.markLayer else { return EmptyBlock() }
    return MarkLayerBlock(items: layer.items, plot: layer.plot)
  }
}

private struct MarkLayerBlock: Block {
  var items: [SceneItem]
  var plot: Rect

  var summary: String { "a layer of marks" }
  var horizontal: Flexibility { .fixed }
  var vertical: Flexibility { .fixed }

  func size(_ proposal: ProposedSize) throws -> Size { plot.size }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var drawing = Drawing()
    drawing.items = [
      SceneItem.group(MarkLayer.group(items)).offset(by: rect.origin - plot.origin)
    ]
    return drawing
  }
}

/// Gathers the items of layers while marks are drawn.
///
/// A layer is painted where its first mark would be.
struct MarkLayerStack {
  private indirect enum Entry {
    case item(SceneItem)
    case layer(MarkLayer, [Entry])
  }

  /// What begins before an item that is on no layer, by the number of such items before it.
  private var starts: [(place: Int, entries: [Entry])] = []

  var isEmpty: Bool { starts.isEmpty }

  /// Moves the last items onto layers, outermost first.
  mutating func take(from first: Int, of items: inout [SceneItem], _ layers: [MarkLayer]) {
    let taken = items[first...].map(Entry.item)
    guard !taken.isEmpty, let outermost = layers.first else { return }
    items.removeSubrange(first...)
    let known = starts.firstIndex { start in
      if case .layer(outermost, _)? = start.entries.first { true } else { false }
    }
    if let known {
      Self.add(taken, to: &starts[known].entries, layers[...])
    } else {
      var entries: [Entry] = []
      Self.add(taken, to: &entries, layers[...])
      starts.append((first, entries))
    }
  }

  private static func add(
    _ taken: [Entry], to entries: inout [Entry], _ layers: ArraySlice<MarkLayer>
  ) {
    guard let layer = layers.first else {
      entries += taken
      return
    }
    let index =
      entries.firstIndex { if case .layer(layer, _) = $0 { true } else { false } }
      ?? entries.count
    if index == entries.count { entries.append(.layer(layer, [])) }
    guard case .layer(_, var inner) = entries[index] else { return }
    // The array is changed in place, not copied for each mark.
    entries[index] = .layer(layer, [])
    add(taken, to: &inner, layers.dropFirst())
    entries[index] = .layer(layer, inner)
  }

  /// Returns all items, those of layers at their places among the others.
  func items(among others: [SceneItem], _ area: PlotArea) throws -> [SceneItem] {
    var (result, next) = ([SceneItem](), 0)
    for start in starts {
      result += others[next..<start.place]
      next = start.place
      result += try start.entries.map { try Self.item($0, area) }
    }
    return result + others[next...]
  }

  private static func item(_ entry: Entry, _ area: PlotArea) throws -> SceneItem {
    switch entry {
    case .item(let item): item
    case .layer(let layer, let entries):
      try layer.item(try entries.map { try item($0, area) }, area)
    }
  }
}
