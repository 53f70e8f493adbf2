import BurinFigures
import Figures
import Foundation
import TestSupport
import Testing

/// Random legal parameters must give a picture without findings, in both languages.
///
/// Each figure is drawn with three sets of parameters. `BURIN_PARAMETER_SETS=100` draws more and tells
/// for each figure what came of them; a larger number draws the smaller number's sets first.
/// `BURIN_PARAMETER_SEED=18` draws others.
@Suite("Random parameters")
struct RandomParametersTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let setCount = environment["BURIN_PARAMETER_SETS"].flatMap(Int.init) ?? 3
  static let seed = environment["BURIN_PARAMETER_SEED"].flatMap(UInt64.init) ?? 17

  @Test("A figure is clean for any legal parameters", arguments: Catalog.entries.map(\.id))
  func clean(_ id: String) throws {
    let entry = try #require(Catalog.entry(id))
    let seed = id.utf8.reduce(Self.seed) { $0 &* 31 &+ UInt64($1) }
    var draws = RandomSettings(seed: seed)
    var (drawn, refused, faults) = (0, 0, 0)
    let start = ContinuousClock.now
    while drawn < Self.setCount {
      let settings = draws.settings(for: entry.parameters)
      do {
        _ = try entry.facts(settings)
      } catch let error as ParameterError {
        // Parameters can make no sense together; the figure says so.
        #expect(!error.description.contains("\n"))
        refused += 1
        try #require(refused < 50 * Self.setCount, "\(id) refuses: \(error)")
        continue
      }
      drawn += 1
      let list = settings.map { "--set \($0.name)=\($0.value)" }.joined(separator: " ")
      for language in Catalog.languages {
        do {
          let rendering = try entry.render(settings, language: language)
          let findings = rendering.lint()
          faults += findings.count
          for finding in findings {
            Issue.record("\(id) --lang \(language.code) \(list): \(finding)")
          }
          for text in rendering.scene.strings where text.contains(/[$\\]|\*\*/) {
            faults += 1
            Issue.record("\(id) --lang \(language.code) \(list) shows the markup “\(text)”")
          }
        } catch {
          faults += 1
          Issue.record("\(id) --lang \(language.code) \(list): \(error)")
        }
      }
      if entry.parameters.isEmpty { break }
    }
    if Self.environment["BURIN_PARAMETER_SETS"] != nil {
      let time = ContinuousClock.now - start
      print("\(id): \(drawn) sets drawn, \(refused) refused, \(faults) faults, \(time)")
    }
  }

  @Test("The draws are the same every time")
  func draws() throws {
    let entry = try #require(Catalog.entry("09_kl_calculation"))
    func draw() -> [FigureEntry.Setting] {
      var settings = RandomSettings(seed: 1)
      return (0..<5).flatMap { _ in settings.settings(for: entry.parameters) }
    }
    #expect(draw() == draw())
    // The first outputs of SplitMix64 for the seed 1234567, from its authors' code.
    var random = SplitMix64(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
  }
}

extension Scene {
  /// The strings of all texts.
  var strings: [String] {
    leaves.compactMap { if case .glyphs(let run) = $0.item { run.text } else { nil } }
  }
}
