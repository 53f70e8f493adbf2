import Foundation

/// The processor time and the memory that a piece of work takes in this process.
package struct Meter {
  private let start = Self.processorSeconds
  private let memory: Int?

  /// Starts to measure.
  package init() {
    Self.reset()
    memory = Self.status("VmRSS")
  }

  /// The seconds of processor time since the start, of all threads.
  package var seconds: Double { Self.processorSeconds - start }

  /// The megabytes at the peak beyond those at the start; nil where the system doesn't say.
  package var megabytes: Int? {
    guard let memory, let peak = Self.status("VmHWM") else { return nil }
    return (peak - memory) / 1024
  }

  private static var processorSeconds: Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  private static func reset() {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  }

  private static func status(_ name: String) -> Int? {
    let lines = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = lines.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(separator: " ").compactMap { Int($0) }.first
  }
}
