import BurinFigures
import Figures
import Testing

/// A change of a parameter by one per cent must not send labels across the figure.
@Suite("Stability of labels")
struct StabilityTests {
  /// A label before and after a small change of a parameter.
  private struct Step {
    var figure: String
    var label: String
    /// From where the old place is now to where the label stands, in points.
    var distance: Double
    /// Whether the label could have stayed.
    var couldStay: Bool
  }

  /// Each number of each parameter is made one per cent larger by itself, from the defaults.
  private func steps() throws -> [Step] {
    try Catalog.entries.enumerated().flatMap { index, entry -> [Step] in
      let language = Catalog.languages[index % Catalog.languages.count]
      let before = try placements(of: entry, [], language)
      return entry.onePerCentEdits().flatMap { edit -> [Step] in
        guard let after = try? placements(of: entry, edit, language) else { return [] }
        return before.compactMap { key, old in
          guard let new = after[key], let name = place(of: old)?.name, let now = place(of: new),
            let same = new.candidates.first(where: { $0.name == name })
          else { return nil }
          return Step(
            figure: entry.id, label: old.text, distance: now.origin.distance(to: same.origin),
            couldStay: same.isFree)
        }
      }
    }
  }

  private func place(of placement: LabelPlacement) -> LabelPlacement.Candidate? {
    placement.candidates.indices.contains(placement.chosen)
      ? placement.candidates[placement.chosen] : nil
  }

  /// The labels of a figure by their marks, numbered where a mark has several.
  private func placements(
    of entry: FigureEntry, _ settings: [FigureEntry.Setting], _ language: Language
  ) throws -> [String: LabelPlacement] {
    var counts: [String: Int] = [:]
    var result: [String: LabelPlacement] = [:]
    for placement in try entry.render(settings, language: language, explainsPlacements: true)
      .placements
    {
      counts[placement.mark, default: 0] += 1
      result["\(placement.mark) \(counts[placement.mark, default: 0])"] = placement
    }
    return result
  }

  @Test("Labels stay when a parameter grows by a per cent, or move little")
  func stable() throws {
    let steps = try steps()
    #expect(steps.count > 1000)
    // A line's height and more, although the old place is as good as it was.
    let jumps = steps.filter { $0.couldStay && $0.distance > 20 }
    #expect(jumps.count * 100 < steps.count, "\(jumps)")
    // A fifth of a figure's width.
    #expect(jumps.filter { $0.distance > 160 }.isEmpty)
  }
}

extension FigureEntry {
  /// The settings with each number by itself made one per cent larger, where it is not whole.
  fileprivate func onePerCentEdits() -> [[Setting]] {
    parameters.flatMap { parameter -> [[Setting]] in
      guard parameter.count != nil || parameter.defaultText.contains(where: { ".e/,".contains($0) })
      else { return [] }
      let numbers = parameter.defaults
      let sum = numbers.reduce(0, +)
      let isDistribution = numbers.count > 1 && abs(sum - 1) < 1e-9
      // Of a long list a few will do.
      let stride = max(1, numbers.count / 6)
      return numbers.indices.filter { $0 % stride == 0 && numbers[$0] != 0 }.map { index in
        var changed = numbers
        changed[index] *= 1.01
        if isDistribution {
          let factor = (sum - changed[index]) / (sum - numbers[index])
          for other in numbers.indices where other != index { changed[other] *= factor }
        }
        return [
          Setting(
            name: parameter.name, value: changed.map(\.parameterText).joined(separator: ","))
        ]
      }
    }
  }
}
