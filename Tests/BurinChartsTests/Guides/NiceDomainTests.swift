import BurinCharts
import BurinScales
import BurinScene
import Testing

@Suite("Automatic domains and their labels")
struct NiceDomainTests {
  /// Numbers of an axis as their labels show them.
  private func labels(
    _ values: [Double], width: Double = 480, height: Double
  ) throws -> [Double] {
    let chart = Chart(Array(values.enumerated()), id: \.offset) { item in
      BarMark(x: .value("item", "\(item.offset)"), y: .value("value", item.element))
    }
    let texts = try chart.scene(width: width, height: height).scene.texts(below: "axis y")
    return texts.compactMap { run in
      Double(run.text.replacing("\u{2009}", with: "").replacing("−", with: "-"))
    }
  }

  private let tops = [
    1.19, 3.3, 6.1, 8.3, 13, 17, 21, 24, 26, 31, 44, 53, 61, 72, 83, 99, 112, 5300,
  ]

  @Test("The last label lies at or beyond the largest value", arguments: [300.0, 400, 600])
  func upperEnd(height: Double) throws {
    for top in tops {
      let labels = try labels([top / 3, top], height: height)
      let last = try #require(labels.max())
      #expect(last >= top && last <= 1.7 * top, "\(top): \(labels)")
      #expect((3...15).contains(labels.count), "\(top): \(labels)")
    }
  }

  @Test("Steps are 1, 2, 2.5 or 5 times powers of ten, or twice those")
  func steps() throws {
    let plain = [1, 2, 4, 5, 2.5, 3].flatMap { step in (-2...3).map { step * power($0) } }
    for top in tops {
      let labels = try labels([top], height: 300).sorted()
      let step = try #require(labels.count > 1 ? labels[1] - labels[0] : nil)
      #expect(plain.contains { abs($0 - step) < 1e-9 * step }, "\(top): \(labels)")
    }
  }

  private func power(_ exponent: Int) -> Double {
    exponent < 0 ? 1 / power(-exponent) : (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  @Test("An axis across zero says where zero is", arguments: [120.0, 160, 240, 400])
  func zero(height: Double) throws {
    for top in tops {
      #expect(try labels([top, -top / 7], height: height).contains(0), "\(top)")
    }
  }

  @Test("An axis of seventy points has three labels at least")
  func low() throws {
    for top in tops {
      let labels = try labels([top], width: 300, height: 190)
      #expect(labels.count >= 3, "\(top): \(labels)")
    }
  }
}
