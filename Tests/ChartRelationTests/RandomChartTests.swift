import RandomCharts
import Testing

/// Charts made by chance are drawn or refused by an error of ours, and the relations hold for them.
///
/// `Scripts/random-charts` draws ten thousand in a release build.
@Suite("Random charts")
struct RandomChartTests {
  private static let batchSize = 25

  @Test(
    "A chart is drawn, or refused by an error of ours",
    arguments: stride(from: 0, to: 500, by: batchSize).map { $0..<$0 + batchSize })
  func charts(_ seeds: Range<Int>) {
    for seed in seeds {
      let judgement = Judgement(seed: seed, encodes: seed % 10 == 0, lints: false)
      #expect(judgement.faults.isEmpty, "chart \(seed): \(judgement.description)")
    }
  }

  // A small mark under the halo of its own label, and a line of contours under that of another.
  @Test("A chart in which lint finds a fault says so itself", arguments: [4285, 8549])
  func findings(_ seed: Int) {
    let judgement = Judgement(seed: seed, encodes: false)
    #expect(judgement.findings.contains("hidden data"))
    #expect(judgement.diagnostics.contains { $0.contains("hides much of") })
  }
}
