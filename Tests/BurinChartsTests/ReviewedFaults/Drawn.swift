import BurinCharts
import BurinGeometry
import BurinScene
import Testing

/// A scene with its diagnostics, and questions that tests ask of both.
struct Drawn {
  let scene: Scene
  let diagnostics: [String]

  init(
    _ content: some FigureContent, width: Double = 420, height: Double = 300,
    theme: Theme = .standard
  ) throws {
    let result = try content.scene(width: width, height: height, theme: theme)
    (scene, diagnostics) = (result.scene, result.diagnostics.map(\.message))
  }

  /// The leaves below a group, such as `axis x` or `mark bar 1`.
  func leaves(of step: String) -> [SceneLeaf] {
    scene.leaves.filter { $0.trail.contains(step) }
  }

  /// The leaves of the marks whose names begin with a word.
  func marks(_ name: String) -> [SceneLeaf] {
    scene.leaves.filter { leaf in leaf.trail.contains { $0.hasPrefix("mark \(name)") } }
  }

  /// The paths of the marks whose names begin with a word.
  func paths(_ name: String) -> [PathItem] {
    marks(name).compactMap { if case .path(let item) = $0.item { item } else { nil } }
  }

  /// What the marks ink on the canvas, clips applied.
  func rects(_ name: String) -> [Rect] { marks(name).compactMap(\.canvasBounds) }

  /// The middles of the marks.
  func centers(_ name: String) -> [Point] { rects(name).map(\.center) }

  /// The outlines of the marks without their strokes.
  func outlines(_ name: String) -> [Rect] { paths(name).compactMap(\.path.bounds) }

  /// The number of polylines or outlines of the marks.
  func moves(_ name: String) -> Int {
    paths(name).flatMap(\.path.elements).count { if case .move = $0 { true } else { false } }
  }

  /// The texts of an axis, a legend or another named group.
  func texts(_ step: String) -> [String] {
    leaves(of: step).compactMap { if case .glyphs(let run) = $0.item { run.text } else { nil } }
  }

  /// The labels of the ticks of an axis, one string for each tick.
  func ticks(_ axis: String) -> [String] { labels(of: "axis \(axis)") }

  /// The labels of the ticks below a group, one string for each tick.
  func labels(of step: String) -> [String] {
    var labels: [(tick: String, text: String)] = []
    for leaf in leaves(of: step) {
      guard case .glyphs(let run) = leaf.item,
        let tick = leaf.trail.first(where: { $0.hasPrefix("tick") })
      else { continue }
      if labels.last?.tick == tick {
        labels[labels.count - 1].text += run.text
      } else {
        labels.append((tick, run.text))
      }
    }
    return labels.map(\.text)
  }

  /// The texts of all legends.
  var legend: [String] {
    scene.leaves.compactMap { leaf in
      guard case .glyphs(let run) = leaf.item,
        leaf.trail.contains(where: { $0.hasPrefix("legend") })
      else { return nil }
      return run.text
    }
  }

  /// All texts.
  var texts: [String] {
    scene.leaves.compactMap { if case .glyphs(let run) = $0.item { run.text } else { nil } }
  }

  /// Whether all that is inked lies on the canvas.
  var isOnCanvas: Bool {
    let canvas = Rect(origin: .zero, size: scene.size).inset(by: -0.5)
    return scene.leaves.compactMap(\.canvasBounds).filter { $0.width > 0 || $0.height > 0 }
      .allSatisfy { canvas.contains($0, tolerance: 0.5) }
  }

  func note(_ part: String) -> Bool { diagnostics.contains { $0.contains(part) } }
}

/// The message of the error that content throws; nil where it throws none.
func message(_ content: some FigureContent, width: Double = 420, height: Double? = 300) -> String? {
  do {
    _ = try content.scene(width: width, height: height)
    return nil
  } catch let error as ChartError {
    return error.description
  } catch {
    return "\(type(of: error)): \(error)"
  }
}

/// Whether numbers agree within a hundredth of a point.
func agree(_ a: Double, _ b: Double, _ tolerance: Double = 0.01) -> Bool { abs(a - b) <= tolerance }

/// Points at the corners of a domain, whose middles are the corners of the plot.
struct Corners: ChartContent {
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>
  var body: some ChartContent {
    for a in [x.lowerBound, x.upperBound] {
      for b in [y.lowerBound, y.upperBound] {
        PointMark(x: .value("x", a), y: .value("y", b)).symbolSize(1).named("corner")
      }
    }
  }
}

extension Drawn {
  /// The plot, from the points at its corners.
  var plot: Rect? {
    let corners = centers("corner")
    guard let left = corners.map(\.x).min(), let right = corners.map(\.x).max(),
      let top = corners.map(\.y).min(), let bottom = corners.map(\.y).max()
    else { return nil }
    return Rect(Point(left, top), Point(right, bottom))
  }
}
