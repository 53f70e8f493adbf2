import Dispatch
import Foundation
import RandomCharts
import Synchronization

/// What a chart came to: a judgement, or the end of the process that drew it.
enum Report: Sendable {
  case judged(Judgement)
  case trapped(seed: Int)
  case hung(seed: Int)
}

/// Hands seeds to processes, and starts another where one ends before its time.
struct Supervisor {
  var first: Int
  var count: Int
  var processes: Int

  /// Returns the reports, in the order of the seeds.
  func run() -> [Report] {
    let found = Mutex<[Int: Report]>([:])
    DispatchQueue.concurrentPerform(iterations: processes) { lane in
      var next = first + lane
      while next < first + count {
        next = work(from: next) { seed, report in found.withLock { $0[seed] = report } }
      }
    }
    return found.withLock { $0.sorted { $0.key < $1.key }.map(\.value) }
  }

  /// Runs one process from a seed on.
  ///
  /// - Returns: the seed at which the next process must begin.
  private func work(from start: Int, _ add: (Int, Report) -> Void) -> Int {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = [
      "--worker", "--first", "\(start)", "--count", "\(first + count - start)",
      "--stride", "\(processes)",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    do { try process.run() } catch {
      print("cannot start \(CommandLine.arguments[0]): \(error)")
      return first + count
    }
    var (rest, seed) = (Data(), start)
    while true {
      let data = pipe.fileHandleForReading.availableData
      if data.isEmpty { break }
      rest += data
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        let line = Data(rest[rest.startIndex..<end])
        rest = Data(rest[rest.index(after: end)...])
        guard let judgement = try? JSONDecoder().decode(Judgement.self, from: line) else {
          continue
        }
        add(judgement.seed, .judged(judgement))
        seed = judgement.seed + processes
      }
    }
    process.waitUntilExit()
    guard process.terminationReason == .uncaughtSignal || process.terminationStatus != 0 else {
      return first + count
    }
    add(seed, process.terminationStatus == SIGALRM ? .hung(seed: seed) : .trapped(seed: seed))
    return seed + processes
  }
}
