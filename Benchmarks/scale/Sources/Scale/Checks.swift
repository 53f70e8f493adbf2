import Burin
import BurinGolden

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What checks of large scenes take: their text written and read, compared, explained and linted.
enum Checks {
  /// Prints a line for each piece of work: its name, the number of shapes and the
  /// seconds of the processor.
  static func run(_ count: Int) throws {
    let options = RenderOptions(width: 800, height: 500)
    func time<Result>(_ name: String, _ count: Int, _ work: () throws -> Result) rethrows -> Result
    {
      let start = clock()
      let result = try work()
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      print("\(name)\t\(count)\t\(seconds)")
      return result
    }

    let points = try Works.cloud(count).scene(options).scene
    let text = time("points: scene text written", count) { points.fileText }
    print("points: bytes of text\t\(count)\t\(text.utf8.count)")
    let read = try time("points: scene text read", count) { try Scene(text: text) }
    time("points: compared, the same", count) { compare(read, points, 0) }
    let moved = points.changingColumns { row, x, y in
      row.isMultiple(of: 10) ? (x + 3, y) : (x, y)
    }
    time("points: compared and explained, a tenth moved", count) { compare(read, moved, 1) }
    let fewer = points.droppingLast()
    time("points: compared and explained, one gone", count) { compare(read, fewer, 1) }
    time("points: linted", count) { _ = points.lint() }

    let bars = try Works.manyBars(count / 10).scene(options).scene
    time("bars: linted", count / 10) { _ = bars.lint() }
    time("bars: compared, the same", count / 10) { compare(bars, bars, 0) }
    let samples = (0..<count).map { Sample(x: Double($0), y: Double($0 % 1_013)) }
    let line = try Works.line(samples).scene(options).scene
    time("line: linted", count) { _ = line.lint() }
    time("line: compared, the same", count) { compare(line, line, 0) }

    // Items of their own, as marks with labels or rims are.
    let items = count / 10
    let before = scene(items) { bar($0, "bar \($0)", shift: 0, 0x1F6FB2) }
    for (name, after) in [
      ("the same", before),
      ("moved", scene(items) { bar($0, "bar \($0)", shift: 1, 0x1F6FB2) }),
      ("recoloured", scene(items) { bar($0, "bar \($0)", shift: 0, 0x1F6FB3) }),
      ("renamed and moved", scene(items) { bar($0, "column \($0)", shift: 1, 0x1F6FB2) }),
      ("in reverse order", scene(items) { bar(items - 1 - $0, "bar \($0)", shift: 0, 0x1F6FB2) }),
      ("one put in front", scene(items) { bar($0 - 1, "bar \($0 - 1)", shift: 0, 0x1F6FB2) }),
      ("gone", scene(0) { bar($0, "", shift: 0, 0) }),
    ] {
      time("items: compared and explained, \(name)", items) { compare(before, after) }
    }
    time("items: linted", items) { _ = before.lint() }
  }

  /// Compares two scenes and puts the difference into words.
  private static func compare(_ a: Scene, _ b: Scene, _ count: Int? = nil) {
    let difference = SceneDifference(expected: a, actual: b, scale: 2)
    let lines = difference.lines(limit: 24)
    if let count, difference.changes.count != count || (count > 0) == lines.isEmpty {
      Scale.fail("\(difference.changes.count) changes in place of \(count)")
    }
  }

  private static func scene(_ count: Int, _ item: (Int) -> SceneItem) -> Scene {
    Scene(
      size: Size(800, 500),
      items: [
        .group(
          SceneGroup(.chart, "c", items: [.group(SceneGroup(.plot, items: (0..<count).map(item)))]))
      ])
  }

  private static func bar(_ number: Int, _ name: String, shift: Double, _ color: UInt32)
    -> SceneItem
  {
    let (x, y) = (Double(number % 400) * 2, Double(number / 400) * 1.5)
    return .group(
      SceneGroup(
        .mark, name,
        items: [
          .path(
            PathItem(
              .rect(Rect(x: x + shift, y: y, width: 1.5, height: 1)),
              fill: .color(RGBColor(hex: color))))
        ]))
  }
}

extension Scene {
  /// The scene with the points of its columns elsewhere.
  fileprivate func changingColumns(_ change: (Int, Double, Double) -> (Double, Double)) -> Scene {
    var scene = self
    scene.items = items.rewritten { item, _ in
      guard case .points(var points) = item else { return [item] }
      for row in 0..<points.count {
        (points.x[row], points.y[row]) = change(row, points.x[row], points.y[row])
      }
      return [.points(points)]
    }
    return scene
  }

  /// The scene without the last point of its columns.
  fileprivate func droppingLast() -> Scene {
    var scene = self
    scene.items = items.rewritten { item, _ in
      guard case .points(var points) = item else { return [item] }
      points.x.removeLast()
      points.y.removeLast()
      return [.points(points)]
    }
    return scene
  }
}
