/// An optimal binary prefix code for a distribution.
///
/// ```swift
/// let p = try Distribution([0.5, 0.25, 0.25])
/// HuffmanCode(for: p).codeWords  // ["0", "10", "11"]
/// ```
///
/// Every outcome has a code word, impossible ones the longest; a single outcome has "0". The code
/// is canonical: words of equal length count upwards in the order of the outcomes. Of equally
/// likely subtrees the one created first is merged first, outcomes before merged ones, which yields
/// the optimal code with the shortest longest word.
///
/// Source: D. Huffman, "A Method for the Construction of Minimum-Redundancy Codes" (1952); ties
/// after E. Schwartz, "An Optimum Encoding with Minimum Longest Code" (1964).
public struct HuffmanCode: Hashable, Sendable {
  /// The length of each outcome's code word, in bits.
  public let lengths: [Int]

  /// Creates a code for a distribution.
  public init(for distribution: Distribution) {
    lengths = Self.lengths(for: distribution.probabilities)
  }

  /// The code word of each outcome, as a string of "0" and "1"; none is a prefix of another.
  public var codeWords: [String] {
    var words = Array(repeating: "", count: lengths.count)
    // Digits, not an integer, because a skewed distribution has words of more than 64 bits.
    var next: [Bool] = []
    let order = lengths.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    for (rank, outcome) in order.enumerated() {
      if rank > 0 { Self.increment(&next) }
      next.append(contentsOf: repeatElement(false, count: lengths[outcome] - next.count))
      words[outcome] = String(next.map { $0 ? "1" : "0" })
    }
    return words
  }

  /// Returns the mean length of a code word when outcomes follow a distribution, which may differ
  /// from the one the code was made for.
  ///
  /// ```swift
  /// let p = try Distribution([0.5, 0.25, 0.25])
  /// try HuffmanCode(for: p).averageLength(under: p)  // 1.5 bits
  /// ```
  ///
  /// - Throws: ``DistributionError/wrongValueCount(kind:values:outcomes:)``.
  public func averageLength(
    under distribution: Distribution
  ) throws(DistributionError) -> Information {
    guard lengths.count == distribution.count else {
      throw .wrongValueCount(
        kind: "code words", values: lengths.count, outcomes: distribution.count)
    }
    return .bits(try distribution.mean(of: lengths.map(Double.init)))
  }

  private static func increment(_ digits: inout [Bool]) {
    for index in digits.indices.reversed() {
      digits[index].toggle()
      if digits[index] { return }
    }
  }

  /// Returns the depths of the leaves of a Huffman tree, built with two queues: the leaves by
  /// weight and the merged nodes, which are produced in order of weight.
  private static func lengths(for weights: [Double]) -> [Int] {
    let count = weights.count
    if count < 2 { return Array(repeating: 1, count: count) }
    let leaves = weights.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
    // Nodes 0..<count are the outcomes, then the merged ones in order of creation.
    var weight = weights
    var parent = Array(repeating: 0, count: 2 * count - 1)
    var nextLeaf = 0
    var nextMerged = count
    func takeLightest() -> Int {
      let isLeaf =
        nextLeaf < count
        && (nextMerged >= weight.count || weight[leaves[nextLeaf]] <= weight[nextMerged])
      if isLeaf {
        nextLeaf += 1
        return leaves[nextLeaf - 1]
      }
      nextMerged += 1
      return nextMerged - 1
    }
    for merged in count..<(2 * count - 1) {
      let first = takeLightest()
      let second = takeLightest()
      parent[first] = merged
      parent[second] = merged
      weight.append(weight[first] + weight[second])
    }
    var depth = Array(repeating: 0, count: 2 * count - 1)
    for node in (0..<(2 * count - 2)).reversed() { depth[node] = depth[parent[node]] + 1 }
    return Array(depth.prefix(count))
  }
}
