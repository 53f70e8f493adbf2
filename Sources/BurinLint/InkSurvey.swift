import BurinGeometry
import BurinInk
import BurinScene

/// Everything that a scene draws, prepared for measuring.
///
/// Every piece of ink has its groups and its position on the canvas; whatever several rules need is
/// computed once.
struct InkSurvey {
  /// A run of text with ink.
  struct Text {
    var ink: Ink
    var run: GlyphRun
    /// The ink's rectangle on the canvas, rotated with the text.
    var quad: ConvexQuad

    /// The name of the text in messages.
    var name: String {
      let text = run.text.count > 24 ? run.text.prefix(23) + "…" : run.text
      return "\"\(text.split(whereSeparator: \.isNewline).joined(separator: " "))\""
    }
  }

  /// A chart with its path of groups.
  struct Chart {
    var group: Int
    /// The groups around it, outermost first.
    var groups: [Int]
    var node: String
    /// The rectangle of everything that it draws; nil if it draws nothing.
    var bounds: Rect?
  }

  /// The whole picture.
  let scene: Scene
  /// The canvas.
  let page: Rect
  /// The charts; an inset follows the chart that contains it.
  private(set) var charts: [Chart] = []
  /// The paths to the groups that contain the content of a page.
  private(set) var figures: [String] = []
  /// Everything that draws something, in painting order.
  private(set) var inks: [Ink] = []
  /// The texts among the inks, without halos.
  private(set) var texts: [Text] = []
  /// A spatial index of the texts.
  private(set) var textIndex: RectIndex
  /// The painting orders of the texts that have a halo below them.
  private(set) var haloed: Set<Int> = []
  /// The filled areas, in painting order.
  private(set) var areas: [InkArea] = []
  /// A spatial index of the areas.
  private(set) var areaIndex: RectIndex
  /// The index in the areas of an ink with a given painting order.
  private(set) var areaNumbers: [Int: Int] = [:]
  /// The lines that can be obstacles to text.
  private(set) var lines: InkLines
  /// The colours below each position.
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
  /// Returns the factor by which the picture is reduced when shown at a width, at most 1.
  func shrink(toWidth width: Double) -> Double {
    scene.size.width > width ? width / scene.size.width : 1
  }

  /// Returns the area that an ink fills; nil if it fills none.
  func area(of ink: Ink) -> InkArea? { areaNumbers[ink.order].map { areas[$0] } }

  /// Returns the indices of the texts whose ink meets a rectangle, in painting order.
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
    case .sectors: "a layer of sectors"
    case .path, .group: "a path"
    }
  }
}
