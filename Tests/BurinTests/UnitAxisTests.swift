import Burin
import Foundation
import Testing

@Suite("Axes of units of the calendar")
struct UnitAxisTests {
  @Test("The unit that begins where an axis ends has no tick and takes no room")
  func end() throws {
    let start = Date(timeIntervalSince1970: 1_735_689_600)  // 2025-01-01
    let chart = Chart {
      for month in 0..<4 {
        BarMark(
          x: .value("Month", start.addingTimeInterval(Double(month) * 31 * 86_400), unit: .month),
          y: .value("Views", 10 + month))
      }
    }
    .chartYAxis(.hidden)
    let scene = try chart.scene(width: 420, height: 250).scene
    var bars: [Rect] = []
    var ticks: [Rect] = []
    scene.items.walkDrawn { (item, setting) -> Bool in
      guard case .path = item, let bounds = item.inkBounds.map(setting.place)
      else { return true }
      // Ticks are narrower than any bar and lie below them.
      if bounds.width > 30, bounds.height > 30 { bars.append(bounds) }
      if bounds.width < 3, bounds.height < 10 { ticks.append(bounds) }
      return true
    }
    let right = try #require(bars.map(\.maxX).max())
    #expect(bars.count == 4 && ticks.count == 4)
    #expect(ticks.allSatisfy { $0.maxX < right })
    // A seventh of a month stays free beside the last bar; the margin is 28 pt.
    #expect(right > 420 - 28 - 20)
  }
}
