import RandomCharts

/// Counts of what random charts came to, with some seeds of each kind.
struct Tally {
  private struct Line {
    var count = 0
    var seeds: [Int] = []
  }

  private var total = 0
  private var drawn = 0
  private var refused: [String: Line] = [:]
  private var faults: [String: Line] = [:]
  private var silent = Line()
  private var findings: [String: Line] = [:]
  private var explained = Line()
  private var long = Line()
  private let examples: Int
  private var slowest: (seconds: Double, seed: Int) = (0, 0)
  private var largest: (megabytes: Int, seed: Int) = (0, 0)

  init(examples: Int) { self.examples = examples }

  /// Whether a chart did what none may do.
  var hasFaults: Bool { !faults.isEmpty || silent.count > 0 }

  mutating func add(_ report: Report) {
    total += 1
    switch report {
    case .trapped(let seed): note(seed, in: &faults["traps", default: Line()])
    case .hung(let seed): note(seed, in: &faults["no end in two minutes", default: Line()])
    case .judged(let judgement): add(judgement)
    }
  }

  private mutating func add(_ judgement: Judgement) {
    let seed = judgement.seed
    if judgement.seconds > slowest.seconds { slowest = (judgement.seconds, seed) }
    if judgement.megabytes > largest.megabytes { largest = (judgement.megabytes, seed) }
    if judgement.seconds > 1 { note(seed, in: &long) }
    if judgement.megabytes > 200 { note(seed, in: &faults["over 200 MB", default: Line()]) }
    for fault in judgement.faults {
      note(seed, in: &faults[String(fault.prefix { $0 != ":" }), default: Line()])
    }
    if let refusal = judgement.refusal {
      note(seed, in: &refused[refusal, default: Line()])
      return
    }
    drawn += 1
    guard !judgement.findings.isEmpty else { return }
    guard judgement.diagnostics.isEmpty else { return note(seed, in: &explained) }
    note(seed, in: &silent)
    for rule in judgement.findings { note(seed, in: &findings[rule, default: Line()]) }
  }

  private func note(_ seed: Int, in line: inout Line) {
    line.count += 1
    if line.seeds.count < examples { line.seeds.append(seed) }
  }

  /// The counts as a table in Markdown.
  var table: String {
    func row(_ name: String, _ line: Line) -> String {
      "| \(name) | \(line.count) | \(line.seeds.map(String.init).joined(separator: ", ")) |"
    }
    func rows(_ lines: [String: Line], _ prefix: String) -> [String] {
      lines.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        .map { row(prefix + $0.key, $0.value) }
    }
    var result = ["| of \(total) charts | count | such as |", "| --- | ---: | --- |"]
    result.append("| drawn | \(drawn) | |")
    result += rows(refused, "refused: ")
    result += faults.isEmpty ? ["| faults | 0 | |"] : rows(faults, "fault: ")
    result.append(row("lint findings, with a diagnostic", explained))
    result.append(row("lint findings, without a diagnostic", silent))
    result += rows(findings, "  of these: ")
    result.append(row("over a second, but not where that is the limit", long))
    result.append("| slowest, in milliseconds | \(Int(slowest.seconds * 1000)) | \(slowest.seed) |")
    result.append("| largest, in megabytes | \(largest.megabytes) | \(largest.seed) |")
    return result.joined(separator: "\n")
  }
}
