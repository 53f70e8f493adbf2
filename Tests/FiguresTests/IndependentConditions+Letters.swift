import Foundation

/// The conditions about dice, tiles and code books.
extension IndependentConditions {
  /// Counts all throws of two dice.
  static func dice(_ sides: Int) -> [String: Bool] {
    var counts: [Int: Int] = [:]
    for first in 1...sides {
      for second in 1...sides { counts[first + second, default: 0] += 1 }
    }
    let middle = counts[sides + 1] ?? 0
    let others = counts.filter { $0.key != sides + 1 }.values
    return [
      "dice.middle": middle == sides && others.allSatisfy { $0 < middle },
      "subtitle.complete": counts.values.reduce(0, +) == sides * sides,
    ]
  }

  /// Whether the widths of tiles make 1 and their areas the entropy.
  static func tiles(_ places: [[Double]]) -> [String: Bool] {
    let isWhole = places.allSatisfy { p in
      let areas = p.map { $0 > 0 ? $0 * log($0) : 0 }.reduce(0, +) / -log(2)
      let even = log(Double(p.count)) / log(2)
      return abs(p.reduce(0, +) - 1) < 1e-9 && areas > -1e-12 && areas <= even + 1e-9
    }
    return ["title.average": isWhole, "subtitle.tiles": isWhole]
  }

  /// The lengths of an optimal code by merging the two lightest of a list again and again; of equal
  /// weights the outcomes first, then what was merged first.
  static func huffmanLengths(_ weights: [Double]) -> [Int] {
    struct Tree {
      var weight: Double
      var age: Int
      var leaves: [Int]
    }
    var lengths = weights.map { _ in 0 }
    var trees = weights.enumerated().map { Tree(weight: $1, age: $0, leaves: [$0]) }
    var age = weights.count
    while trees.count > 1 {
      trees.sort { ($0.weight, $0.age) < ($1.weight, $1.age) }
      let pair = trees[0].leaves + trees[1].leaves
      for leaf in pair { lengths[leaf] += 1 }
      let merged = Tree(weight: trees[0].weight + trees[1].weight, age: age, leaves: pair)
      trees = trees.dropFirst(2) + [merged]
      age += 1
    }
    return lengths
  }

  static func codes(_ P: [Double], _ Q: [Double]) -> [String: Bool] {
    let (p, q) = (P.map { $0 / P.reduce(0, +) }, Q.map { $0 / Q.reduce(0, +) })
    let (own, foreign) = (huffmanLengths(p), huffmanLengths(q))
    let waste = zip(p, zip(own, foreign)).map { $0 * Double($1.1 - $1.0) }.reduce(0, +)
    let isAlike = zip(p, zip(own, foreign)).allSatisfy { $0 == 0 || $1.0 == $1.1 }
    return [
      "title.more": waste > 1e-12, "title.same": waste <= 1e-12, "subtitle.areas": !isAlike,
      "subtitle.alike": isAlike,
    ]
  }
}
