import ArgumentParser

/// A part of the pairs, for machines that share the work: part `number` of `count`.
struct Shard: ExpressibleByArgument, Hashable, Sendable, CustomStringConvertible {
  let number: Int
  let count: Int

  /// Parses a part such as `2/4`.
  init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], number >= 1,
      count >= number, count <= 10_000
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Returns every `count`th element, so that folders of large pictures are shared too.
  func part<Element>(of elements: [Element]) -> [Element] {
    elements.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
  }

  var description: String { "\(number)/\(count)" }
}
