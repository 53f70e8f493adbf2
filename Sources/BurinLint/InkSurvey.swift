import BurinGeometry
import BurinInk
import BurinScene

/// What a scene draws, ready to be measured.
///
/// Every piece of ink comes with its groups and its place on the canvas; what several rules ask
/// for is made once.
struct InkSurvey {
  /// A run of text with ink.
  struct Text {
    var ink: Ink
    var run: GlyphRun
    /// The ink's rectangle on the canvas, turned as the text is.
    var quad: ConvexQuad

    /// The text as it is named in messages.
    var name: String {
      let text = run.text.count > 24 ? run.text.prefix(23) + "…" : run.text
      return "\"\(text.split(whereSeparator: \.isNewline).joined(separator: " "))\""
    }
  }

  /// A chart with its trail.
  struct Chart {
    var group: Int
    /// The groups around it, outermost first.
    var groups: [Int]
    var node: String
    /// The rectangle of all that it draws; nil for nothing.
    var bounds: Rect?
  }

  /// The whole picture.
  let scene: Scene
  /// The canvas.
  let page: Rect
  /// The charts, an inset after the one in which it lies.
  private(set) var charts: [Chart] = []
  /// The ways to the groups that hold the content of a page.
  private(set) var figures: [String] = []
  /// Everything that draws something, in painting order.
  private(set) var inks: [Ink] = []
  /// The texts among it, halos left out.
  private(set) var texts: [Text] = []
  /// The texts by place.
  private(set) var textIndex: RectIndex
  /// The painting orders of the texts under which a halo lies.
  private(set) var haloed: Set<Int> = []
  /// The filled areas, in painting order.
  private(set) var areas: [InkArea] = []
  /// The areas by place.
  private(set) var areaIndex: RectIndex
  /// The number among the areas of an ink of a painting order.
  private(set) var areaNumbers: [Int: Int] = [:]
  /// The lines that can be in the way of text.
  private(set) var lines: InkLines
  /// What lies under each place.
  private(set) var backdrop: Backdrop

  init(_ scene: Scene) {
    self.scene = scene
    let page = Rect(origin: .zero, size: scene.size)
    self.page = page
    var (charts, figures, inks) = ([Chart](), [String](), [Ink]())
    var haloGroups: Set<Int> = []
    scene.items.walk { visit in
      if case .group(let group) = visit.item {
        let around = visit.setting.groups.dropLast()
        if group.isHalo, let parent = around.last { haloGroups.insert(parent) }
        if group.role == .figure { figures.append(visit.setting.description) }
        if group.role == .chart, let number = visit.setting.groups.last {
          charts.append(
            Chart(
              group: number, groups: Array(around), node: visit.setting.description,
              bounds: group.items.inkBounds.map(visit.setting.place)))
        }
      } else {
        visit.item.visitInked { item in
          if let ink = Ink(item, visit.setting, order: inks.count) { inks.append(ink) }
        }
      }
      return .inward
    }
    (self.charts, self.figures, self.inks) = (charts, figures, inks)
    areas = inks.compactMap(InkArea.init)
    areaIndex = RectIndex(areas.map(\.polygon.bounds), bounds: page)
    lines = InkLines(inks.compactMap(InkLine.init(obstacle:)), bounds: page)
    backdrop = Backdrop(
      page: scene.background, areas: areas,
      images: inks.filter { $0.image != nil || $0.dense != nil }, bounds: page)
    textIndex = RectIndex([], bounds: page)
    for (number, area) in areas.enumerated() { areaNumbers[area.ink.order] = number }
    collectTexts(haloGroups)
    textIndex = RectIndex(texts.map(\.ink.bounds), bounds: page)
  }

  private mutating func collectTexts(_ haloGroups: Set<Int>) {
    var all: [Text] = []
    for ink in inks {
      guard let run = ink.run, let bounds = run.inkBounds else { continue }
      all.append(Text(ink: ink, run: run, quad: ConvexQuad(bounds, ink.transform)))
    }
    for (index, text) in all.enumerated() {
      if !haloGroups.isDisjoint(with: text.ink.groups) { haloed.insert(text.ink.order) }
      // A halo is the same text in another colour, painted just before and just beside its text.
      let owner = all[(index + 1)...].prefix(16).first { other in
        other.run.text == text.run.text && other.run.font == text.run.font
          && other.run.size == text.run.size && other.run.color != text.run.color
          && other.ink.groups.last == text.ink.groups.last
          && other.ink.bounds.center.distance(to: text.ink.bounds.center) <= InkLimits.haloShift
      }
      if let owner { haloed.insert(owner.ink.order) } else { texts.append(text) }
    }
  }
}

extension InkSurvey {
  /// By how much the picture is made smaller where it is shown at a width, at most 1.
  func shrink(toWidth width: Double) -> Double {
    scene.size.width > width ? width / scene.size.width : 1
  }

  /// The area that an ink fills; nil where it fills none.
  func area(of ink: Ink) -> InkArea? { areaNumbers[ink.order].map { areas[$0] } }

  /// The numbers of the texts whose ink meets a rectangle, in painting order.
  func texts(in rect: Rect) -> [Int] {
    var found: [Int] = []
    textIndex.forEach(in: rect) { found.append($0) }
    return found.sorted()
  }

  func place(_ ink: Ink) -> String { ink.node.isEmpty ? "the scene" : ink.node }

  func name(_ ink: Ink) -> String {
    switch ink.item {
    case .glyphs(let run): Text(ink: ink, run: run, quad: ConvexQuad(ink.bounds, .identity)).name
    case .image: "an image"
    case .points: "a layer of points"
    case .rects: "a layer of rectangles"
    case .path, .group: "a path"
    }
  }
}
