import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Labels of a vertical axis")
struct VerticalLabelTests {
  private func boxes(of chart: Chart) throws -> (labels: [Rect], bars: [Rect]) {
    let scene = try chart.scene(width: 320, height: 200).scene
    func bounds(_ isWanted: (SceneLeaf) -> Bool) -> [Rect] {
      scene.leaves.filter(isWanted).compactMap(\.canvasBounds)
    }
    return (
      bounds { $0.roles.contains(.label) },
      bounds { $0.roles.contains(.mark) }
    )
  }

  private func chart(_ names: [String], alignment: HorizontalAlignment?) -> Chart {
    Chart {
      for name in names { BarMark(x: .value("n", 1), y: .value("name", name)) }
    }
    .chartXAxis(.hidden)
    .chartYAxis {
      AxisMarks {
        AxisValueLabel(alignment: alignment ?? .trailing) { datum in
          if case .category(let name) = datum { Text(name) } else { "" }
        }
      }
    }
  }

  @Test("Labels end at the axis")
  func trailing() throws {
    let labels = try boxes(of: chart(["HOH", "HOHOHOH"], alignment: nil)).labels
    #expect(abs(labels[0].maxX - labels[1].maxX) < 0.5)
    #expect(labels[0].minX > labels[1].minX + 10)
  }

  @Test("Labels begin in one line where that is asked for")
  func leading() throws {
    let labels = try boxes(of: chart(["HOH", "HOHOHOH"], alignment: .leading)).labels
    #expect(abs(labels[0].minX - labels[1].minX) < 0.5)
    #expect(labels[0].maxX < labels[1].maxX - 10)
  }

  @Test("Labels of bands need no room above and below the plot, however many lines they have")
  func bands() throws {
    let (one, two) = (
      try boxes(of: chart(["a", "b"], alignment: nil)).bars,
      try boxes(of: chart(["a\na", "b\nb"], alignment: nil)).bars
    )
    #expect(one.count == 2)
    #expect(zip(one, two).allSatisfy { abs($0.minY - $1.minY) < 0.01 && $0.height == $1.height })
  }
}
