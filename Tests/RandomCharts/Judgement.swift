import Burin

/// What came of a random chart.
package struct Judgement: Codable, Sendable {
  /// The seed of the chart.
  package var seed: Int
  /// What the chart is made of.
  package var description: String
  /// The name of the error that refused the chart; nil for a chart that was drawn.
  package var refusal: String?
  /// What must not happen: errors of no type of ours, coordinates that aren't finite, relations
  /// that don't hold.
  package var faults: [String] = []
  /// The names of the lint rules that found something.
  package var findings: [String] = []
  /// The first finding of each rule, in words.
  package var problems: [String] = []
  /// What the diagnostics say.
  package var diagnostics: [String] = []
  /// The processor time for layout and a PNG, in seconds.
  package var seconds = 0.0
  /// The memory for layout and a PNG, in megabytes.
  package var megabytes = 0

  /// Draws the chart of a seed and checks what must hold for it.
  ///
  /// - Parameters:
  ///   - seed: the seed.
  ///   - encodes: whether a PNG is made too.
  ///   - lints: whether lint is asked.
  ///   - isAlone: whether nothing else runs in the process, so that its time is that of the chart.
  package init(seed: Int, encodes: Bool = true, lints: Bool = true, isAlone: Bool = false) {
    let chart = RandomChart(seed: seed)
    self.seed = seed
    description =
      chart.description.joined(separator: "; ") + " \(chart.width)×\(chart.height ?? 0)"
    let scene = draw(chart, encodes: encodes)
    if isAlone, seconds > 1 { checkLimit(chart) }
    guard let scene else { return }
    if let place = Self.infinite(scene) { faults.append("not finite: \(place)") }
    if lints { lint(scene) }
    checkRelations(chart, scene)
  }

  /// The scene of a chart, or nil where it is refused.
  private mutating func draw(_ chart: RandomChart, encodes: Bool) -> Scene? {
    let meter = Meter()
    defer { (seconds, megabytes) = (meter.seconds, meter.megabytes ?? 0) }
    do {
      let (scene, diagnostics) = try chart.chart().scene(width: chart.width, height: chart.height)
      self.diagnostics = diagnostics.map(\.message)
      if encodes {
        do { _ = try scene.encoded(as: .png(scale: 1)) } catch {
          faults.append("no picture: \(error)")
        }
      }
      return scene
    } catch {
      refusal = ChartFailure.name(error)
      diagnostics = ["\(error)"]
      if !ChartFailure.isOurs(error) { faults.append("an error of others: \(error)") }
      if "\(error)".contains("\n") { faults.append("an error of several lines: \(error)") }
      return nil
    }
  }

  /// Checks that a chart that takes longer than a second ends within one where a limit says so.
  private mutating func checkLimit(_ chart: RandomChart) {
    // The time of the code that makes the content is not the library's.
    let content = chart.chart()
    let meter = Meter()
    let limits = RenderLimits(time: .seconds(1))
    do {
      _ = try content.render(
        .png(scale: 1), RenderOptions(width: chart.width, height: chart.height, limits: limits))
    } catch {
      if !ChartFailure.isOurs(error) { faults.append("an error of others: \(error)") }
    }
    if meter.seconds > 1.2 { faults.append("over a limit of a second: \(meter.seconds)") }
  }

  private mutating func lint(_ scene: Scene) {
    for finding in scene.lint(LintRule.chart) where !findings.contains(finding.rule.name) {
      findings.append(finding.rule.name)
      problems.append(
        "\(finding.node): \(finding.problem): \(finding.measure), limit \(finding.limit)")
    }
  }

  /// The path of the first item whose coordinates aren't finite.
  private static func infinite(_ scene: Scene) -> String? {
    var place: String?
    scene.items.walkDrawn { item, setting in
      guard let bounds = item.inkBounds,
        ![bounds.minX, bounds.minY, bounds.maxX, bounds.maxY].allSatisfy(\.isFinite)
      else { return true }
      place = setting.description
      return false
    }
    return place
  }

  /// Checks the relations that hold for any chart.
  private mutating func checkRelations(_ random: RandomChart, _ scene: Scene) {
    // Large charts say nothing more than small ones of how they are built.
    guard random.contents.count <= 300 else { return }
    for door in 1...3 {
      let other = try? random.chart(door: door).scene(
        width: random.width, height: random.height
      ).scene
      if other != scene { faults.append("door \(door) gives another picture") }
    }
    guard !random.hasSides, !random.hasPanels else { return }
    let chart = random.chart()
    guard let plain = try? Picture(chart) else { return }
    for channel in random.hasTriangles ? [Channel.x] : [.x, .y] {
      let reversed = channel == .x ? chart.chartXReversed() : chart.chartYReversed()
      guard let mirrored = try? Picture(reversed) else {
        faults.append("only one of both directions of \(channel) is drawn")
        continue
      }
      // So far beyond the canvas, places are rounded, or cut.
      let reach = plain.parts.lazy.flatMap(\.points).reduce(1) {
        max($0, $1.x.magnitude, $1.y.magnitude)
      }
      guard reach < 15_000 else { continue }
      if let difference = plain.mirrored(channel).difference(to: mirrored) {
        faults.append("\(channel) reversed is no mirror: \(difference)")
      }
    }
  }
}
