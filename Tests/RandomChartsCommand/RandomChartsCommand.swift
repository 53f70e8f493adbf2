import ArgumentParser
import Foundation
import RandomCharts

/// Draws random charts in processes of their own and tells what came of them.
@main
struct RandomChartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "random-charts",
    abstract: "Draw charts made by chance, and count what comes of them.")

  @Option(help: "The number of charts.") var count = 10_000
  @Option(help: "The seed of the first chart.") var first = 0
  @Option(help: "The number of processes.") var processes = 2
  @Option(help: "How many seeds are named for each line of the table.") var examples = 6
  @Option(help: "Print everything about the chart of this seed.") var seed: Int?
  @Option(help: "Draw the chart of --seed into this PNG or SVG file.") var picture: String?
  @Flag(help: .hidden) var worker = false
  @Option(help: .hidden) var stride = 1

  func run() throws {
    if let seed {
      Swift.print(RandomChart(seed: seed).description.joined(separator: "; "))
      try print(Judgement(seed: seed, isAlone: true))
      if let picture { try RandomChart(seed: seed).write(to: picture) }
    } else if worker {
      try work()
    } else {
      var tally = Tally(examples: examples)
      for report in Supervisor(first: first, count: count, processes: processes).run() {
        tally.add(report)
      }
      Swift.print(tally.table)
      if tally.hasFaults { throw ExitCode.failure }
    }
  }

  private func print(_ judgement: Judgement) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    Swift.print(String(decoding: try encoder.encode(judgement), as: UTF8.self))
  }

  /// Draws one chart after the other, a line each.
  private func work() throws {
    let encoder = JSONEncoder()
    for seed in Swift.stride(from: first, to: first + count, by: stride) {
      // A chart that hangs ends the process by a signal.
      alarm(120)
      var line = try encoder.encode(Judgement(seed: seed, isAlone: true))
      line.append(UInt8(ascii: "\n"))
      try FileHandle.standardOutput.write(contentsOf: line)
    }
  }
}
