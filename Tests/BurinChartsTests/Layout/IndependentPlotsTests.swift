import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Plots kept out of the alignment")
struct IndependentPlotsTests {
  private func bars(_ independent: Bool) throws -> [Rect] {
    func chart() -> Chart {
      Chart { BarMark(x: .value("name", "a"), y: .value("n", 1)) }.chartYAxis(.hidden)
    }
    let below = VStack {
      Text("one\ntwo\nthree")
      chart()
    }
    let stack = HStack {
      chart()
      if independent { below.independentPlots() } else { below }
    }
    return try stack.scene(width: 400, height: 300).scene.leaves
      .filter { $0.roles.contains(.mark) }.compactMap(\.canvasBounds)
  }

  @Test("A plot begins where its neighbour's does, below the neighbour's text")
  func aligned() throws {
    let bars = try bars(false)
    #expect(abs(bars[0].minY - bars[1].minY) < 0.01)
  }

  @Test("A plot beside an independent one takes the room that it has")
  func independent() throws {
    let bars = try bars(true)
    #expect(bars[0].minY < bars[1].minY - 40)
    #expect(abs(bars[0].maxY - bars[1].maxY) < 0.01)
  }
}
