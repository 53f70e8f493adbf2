import ArgumentParser
import BurinGolden
import BurinRaster
import BurinScene
import CommandSupport

extension ComparisonResult {
  /// The result for programs, with one line for each pair.
  var json: String {
    let pairs = comparisons.map { "    " + JSONText.object($0.members) }
    let head = [
      "\"version\": 1",
      "\"status\": \(exitCode.rawValue)",
      "\"counts\": "
        + JSONText.object(ComparisonStatus.allCases.map { ($0.rawValue, "\(count($0))") }),
      "\"tolerance\": \(tolerance.map { JSONText.quoted($0.description) } ?? "null")",
      "\"toleranceIsStale\": \(isToleranceStale)",
      "\"hiddenPixels\": \(hiddenCount)",
      "\"largestHidden\": \(largestHidden)",
      "\"blindTo\": \((tolerance?.blindness).map(JSONText.quoted) ?? "null")",
      "\"strict\": \(isStrict)",
      "\"shard\": "
        + (shard.map { "{\"number\": \($0.number), \"count\": \($0.count)}" } ?? "null"),
      "\"total\": \(totalCount ?? comparisons.count)",
      // Parts belong together only if they are parts of the same names.
      "\"names\": \(JSONText.quoted(namesDigest.description))",
      "\"ignored\": \(ignoredCount)",
      "\"leftOut\": " + JSONText.array(leftOut.map(\.json)),
      "\"notes\": " + JSONText.array(notes.map(JSONText.quoted)),
      "\"pairs\": [\n\(pairs.joined(separator: ",\n"))\n  ]",
    ]
    return "{\n  " + head.joined(separator: ",\n  ") + "\n}"
  }
}

extension ComparisonResult {
  private var namesDigest: ContentDigest {
    // Names are bytes, which need not be text.
    ContentDigest(names.map { $0.bytes.map { String($0, radix: 16) }.joined(separator: " ") })
  }
}

extension LeftOut {
  fileprivate var json: String {
    JSONText.object([
      ("path", JSONText.quoted(path.description)), ("reason", JSONText.quoted(reason.rawValue)),
      ("words", JSONText.quoted(words)),
    ])
  }
}

extension PairComparison {
  fileprivate var members: [(name: String, value: String)] {
    var members: [(name: String, value: String)] = [
      ("name", JSONText.quoted(pair.name.description)),
      ("status", JSONText.quoted(status.rawValue)),
    ]
    guard let verdict else { return members + [("problem", JSONText.quoted(problem))] }
    if let size { members.append(("width", "\(size.width)")) }
    if let size { members.append(("height", "\(size.height)")) }
    members.append(("rule", JSONText.quoted(verdict.rule.description)))
    members.append(
      ("reasons", JSONText.array(verdict.reasons.map { JSONText.quoted($0.description) })))
    members.append(("notes", JSONText.array(verdict.notes.map(JSONText.quoted))))
    members.append(
      (
        "environment",
        JSONText.array(verdict.environment.map { JSONText.quoted($0.description) })
      ))
    if let scene = verdict.scene {
      members.append(("scene", JSONText.array(scene.changes.map(Self.json))))
    }
    if let pixels = verdict.pixels {
      members.append(
        (
          "pixels",
          JSONText.object([
            ("differing", "\(pixels.count)"),
            ("failing", "\(verdict.regions.reduce(0) { $0 + $1.failingCount })"),
            ("largest", "\(pixels.largestChannelDifference)"),
            ("bounds", Self.json(pixels.bounds)),
          ])
        ))
    }
    if verdict.hiddenCount > 0 {
      members.append(
        (
          "hidden",
          JSONText.object([
            ("pixels", "\(verdict.hiddenCount)"), ("largest", "\(verdict.largestHidden)"),
            ("blindTo", verdict.rule.blindness.map(JSONText.quoted) ?? "null"),
          ])
        ))
    }
    members.append(("regions", JSONText.array(verdict.regions.map(Self.json))))
    return members
  }

  private static func json(_ change: SceneChange) -> String {
    JSONText.object([
      ("node", JSONText.quoted(change.node)), ("kind", JSONText.quoted(change.kind.rawValue)),
      ("before", JSONText.quoted(change.before)), ("after", JSONText.quoted(change.after)),
    ])
  }

  private static func json(_ region: DifferenceRegion) -> String {
    JSONText.object([
      ("bounds", json(region.bounds)), ("differing", "\(region.pixelCount)"),
      ("failing", "\(region.failingCount)"), ("largest", "\(region.largestChannelDifference)"),
      ("change", JSONText.quoted(region.change.description)),
      ("nodes", JSONText.array(region.nodes.map(JSONText.quoted))),
    ])
  }

  private static func json(_ rect: PixelRect) -> String {
    JSONText.array([rect.x, rect.y, rect.width, rect.height].map(String.init))
  }
}
