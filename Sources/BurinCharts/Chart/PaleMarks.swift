import BurinGeometry
import BurinInk
import BurinScene

/// Marks of one type that hardly differ from the background, in a chart with marks of other types,
/// which may explain them: a line through the middle of a band, a name in a tile, a bar behind dots.
struct PaleMarks {
  /// The most marks of a type that are looked at.
  static let most = 50

  /// Whether the marks are areas, some of which may be pale beside dark ones of their type.
  let areAreas: Bool
  /// How many marks were looked at.
  private(set) var judged = 0
  /// The items of those that are pale.
  private(set) var items: [[SceneItem]] = []

  init(areAreas: Bool) { self.areAreas = areAreas }

  /// Counts a mark.
  ///
  /// - Parameter pale: what is drawn of it, empty if it is not pale.
  mutating func add(_ pale: [SceneItem]) {
    judged += 1
    if !pale.isEmpty { items.append(pale) }
  }
}

/// What may explain pale marks.
private struct Surroundings {
  /// The lines that are seen.
  var segments: [Segment] = []
  /// The middles of texts, and of what labels name.
  var texts: [Point] = []
  /// The areas that are seen.
  var areas: [Rect] = []

  init(_ drawn: MarkLayout.Drawn, on page: RGBColor) {
    texts = drawn.labelled.filter { !$0.annotations.isEmpty }.compactMap {
      $0.drawing.anchor?.center
    }
    // Most marks have the colour of the one before.
    var last: (color: RGBColor?, isSeen: Bool) = (nil, true)
    drawn.items.visitInk { ink in
      if case .glyphs = ink.item {
        texts.append(ink.bounds.center)
      } else if ink.path?.fill == nil {
        if let line = InkLine(obstacle: ink), line.isSeen(on: page) { segments += line.segments }
      } else {
        let color = ink.color
        if color != last.color {
          // Gradients have no colour of their own, and count as seen.
          let contrast = color.map { $0.over(page).contrast(with: page) } ?? .infinity
          last = (color, contrast >= InkLimits.graphicContrast)
        }
        if last.isSeen { areas.append(ink.bounds) }
      }
    }
  }

  /// Whether a line runs through or along an area, or a text stands in it.
  func explainArea(_ ink: Ink) -> Bool {
    guard let polygon = ink.path.flatMap({ Polygon($0.path) }) else { return true }
    return texts.contains { ink.bounds.contains($0) } || polygon.isTraced(by: segments)
  }

  /// Whether a mark lies on an area that is seen.
  func carry(_ ink: Ink) -> Bool {
    areas.contains { $0.contains(ink.bounds) }
  }
}

extension MarkLayout {
  /// Returns what the author should know of pale marks that nothing explains.
  func paleNotes(_ drawn: Drawn, _ counts: [String: Int]) throws -> [String] {
    guard drawn.pale.values.contains(where: { !$0.items.isEmpty }) else { return [] }
    let surroundings = Surroundings(drawn, on: try area.context.color(.canvas))
    return drawn.pale.sorted { $0.key < $1.key }.compactMap { mark, pale in
      let lost = pale.items.count { items in
        var isLost = true
        items.visitInk { ink in
          isLost =
            isLost
            && !(pale.areAreas ? surroundings.explainArea(ink) : surroundings.carry(ink))
        }
        return isLost
      }
      // Beside dark ones of their type, such as a box beside its whiskers, some may be pale.
      let isMeant = pale.areAreas ? lost * 2 <= pale.judged : lost < pale.judged
      guard lost > 0, !isMeant || area.styles.opacity != nil else { return nil }
      let count = pale.judged < counts[mark] ?? 0 ? counts[mark] ?? 0 : lost
      return faintNote(mark, count, counts)
    }
  }
}
