import Burin
import BurinCairo
import Foundation
import Testing

/// Charts made by chance are drawn or refused by an error of ours, and the relations hold for them.
///
/// 500 charts are made. `BURIN_CHARTS=10000` makes more, one after the other, and prints what took
/// more than a second or 200 MB and what lint found; `BURIN_CHART=17` makes that one.
@Suite("Random charts")
struct RandomChartTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["BURIN_CHARTS"].flatMap(Int.init)
  private static let single = environment["BURIN_CHART"].flatMap(Int.init)
  private static let batchSize = 25

  /// The seeds that a test case draws.
  static let batches: [Range<Int>] = {
    if let single { return [single..<single + 1] }
    if let count { return [0..<count] }
    return stride(from: 0, to: 500, by: batchSize).map { $0..<$0 + batchSize }
  }()

  @Test("A chart is drawn, or refused by an error of ours", arguments: batches)
  func charts(_ seeds: Range<Int>) {
    var report = Report()
    for seed in seeds {
      if Self.count != nil || Self.single != nil { report.begin(seed) }
      let chart = RandomChart(seed: seed)
      if Self.single != nil {
        print(chart.description.joined(separator: "; "), chart.width, chart.height ?? 0)
      }
      let meter = Meter()
      let scene = draw(chart, seed, &report)
      report.measure(meter, seed, chart)
      guard let scene else { continue }
      relations(chart, scene, seed)
    }
    if Self.count != nil { report.print(seeds.count) }
  }

  /// The scene of a chart, or nil where it is refused.
  private func draw(_ chart: RandomChart, _ seed: Int, _ report: inout Report) -> Scene? {
    do {
      let (scene, diagnostics) = try chart.chart().scene(width: chart.width, height: chart.height)
      let place = infinite(scene)
      #expect(place == nil, "chart \(seed) has coordinates that are not finite")
      if seed % 10 == 0 {
        #expect(throws: Never.self, "chart \(seed)") { try scene.encoded(as: .png(scale: 1)) }
      }
      report.drawn += 1
      if Self.count != nil || Self.single != nil {
        let findings = scene.lint(LintRule.chart)
        report.add(findings, diagnostics.map(\.message), seed)
        if Self.single != nil { print(findings, diagnostics) }
      }
      return scene
    } catch {
      let name = Outcome.name(error)
      report.refusals[name, default: 0] += 1
      if Self.single != nil { print(error) }
      #expect(Outcome.isOurs(error), "chart \(seed): \(error)")
      #expect(!"\(error)".contains("\n"), "chart \(seed): an error of several lines")
      return nil
    }
  }

  /// The first item with coordinates that are not finite.
  private func infinite(_ scene: Scene) -> String? {
    scene.leaves.first { leaf in
      guard let bounds = leaf.item.inkBounds else { return false }
      return ![bounds.minX, bounds.minY, bounds.maxX, bounds.maxY].allSatisfy(\.isFinite)
    }?.path
  }

  /// The relations that hold for any chart.
  private func relations(_ random: RandomChart, _ scene: Scene, _ seed: Int) {
    // Large charts say nothing more than small ones of how they are built.
    guard random.contents.count <= 300 else { return }
    for door in 1...3 {
      let other = try? random.chart(door: door).scene(
        width: random.width, height: random.height
      ).scene
      let isEqual = other == scene
      #expect(isEqual, "chart \(seed) by door \(door)")
    }
    guard !random.hasSides, !random.hasPanels else { return }
    let chart = random.chart()
    guard let plain = try? Picture(chart) else { return }
    for channel in [Channel.x, .y] {
      let reversed = channel == .x ? chart.chartXReversed() : chart.chartYReversed()
      guard let mirrored = try? Picture(reversed) else {
        Issue.record("chart \(seed): only one of both directions of \(channel) is drawn")
        continue
      }
      // Beyond a million points, the sixth decimal is rounding.
      let reach = plain.parts.lazy.flatMap(\.points).reduce(1) {
        max($0, $1.x.magnitude, $1.y.magnitude)
      }
      guard reach < 1e6 else { continue }
      let difference = plain.mirrored(channel).difference(to: mirrored)
      #expect(difference == nil, "chart \(seed), \(channel) reversed: \(difference ?? "")")
    }
  }
}

/// Time and memory of one chart.
private struct Meter {
  let start = ContinuousClock.now
  let memory: Int?

  init() {
    Self.reset()
    memory = Self.status("VmRSS")
  }

  var seconds: Double { Double((ContinuousClock.now - start) / .milliseconds(1)) / 1000 }

  /// The megabytes at the peak beyond those at the start; nil where the system does not tell.
  var megabytes: Int? {
    guard let memory, let peak = Self.status("VmHWM") else { return nil }
    return (peak - memory) / 1024
  }

  private static func reset() {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  }

  private static func status(_ name: String) -> Int? {
    let lines = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = lines.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(separator: " ").compactMap { Int($0) }.first
  }
}

/// What came of many charts.
private struct Report {
  var drawn = 0
  var refusals: [String: Int] = [:]
  private var slow: [String] = []
  private var findings: [String: (count: Int, examples: [Int])] = [:]
  private var silent = 0

  func begin(_ seed: Int) {
    // The last line names the chart of a trap.
    try? "\(seed)\n".write(
      toFile: NSTemporaryDirectory() + "burin-chart", atomically: false, encoding: .utf8)
  }

  mutating func measure(_ meter: Meter, _ seed: Int, _ chart: RandomChart) {
    let (seconds, megabytes) = (meter.seconds, meter.megabytes ?? 0)
    if seconds > 1 || megabytes > 200 {
      slow.append(
        "chart \(seed): \(seconds) s, \(megabytes) MB: \(chart.description.joined(separator: "; "))"
      )
    }
  }

  mutating func add(_ found: [Finding], _ diagnostics: [String], _ seed: Int) {
    if !found.isEmpty, diagnostics.isEmpty { silent += 1 }
    for rule in Set(found.map(\.rule)) {
      let key = "\(rule)\(diagnostics.isEmpty ? "" : " (with a diagnostic)")"
      findings[key, default: (0, [])].count += 1
      if findings[key]?.examples.count ?? 0 < 6 { findings[key]?.examples.append(seed) }
    }
  }

  func print(_ count: Int) {
    Swift.print("\(count) charts, \(drawn) drawn, refused: \(refusals.sorted { $0.key < $1.key })")
    Swift.print("\(slow.count) took more than a second or 200 MB")
    for line in slow { Swift.print("  \(line.prefix(300))") }
    Swift.print("\(silent) charts with findings and without a diagnostic")
    for (rule, found) in findings.sorted(by: { $0.value.count > $1.value.count }) {
      Swift.print("  \(rule): \(found.count), such as \(found.examples)")
    }
  }
}
