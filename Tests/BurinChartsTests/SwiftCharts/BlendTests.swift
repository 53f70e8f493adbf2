import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Blend modes and layers of marks")
struct BlendTests {
  private func groups(_ chart: Chart) throws -> [SceneGroup] {
    var result: [SceneGroup] = []
    try Drawn(chart).scene.items.walk { visit in
      if case .group(let group) = visit.item, group.role == .mark { result.append(group) }
      return .inward
    }
    return result
  }

  private let rows = Array(0..<5)

  @Test("Each mark mixes by itself, outside of its clip")
  func marks() throws {
    let chart = Chart(rows, id: \.self) { row in
      BarMark(x: .value("x", row), y: .value("y", row + 1)).blendMode(.multiply)
      LineMark(x: .value("x", row), y: .value("y", 2)).blendMode(.screen)
      PointMark(x: .value("x", row), y: .value("y", 3)).blendMode(.normal)
    }
    let groups = try groups(chart)
    #expect(groups.filter { $0.blend == .multiply }.count == 5)
    // One line, of five places.
    #expect(groups.filter { $0.blend == .screen }.count == 1)
    #expect(groups.filter { $0.blend != nil }.count == 6)
    // No layer around a mark bounds what it mixes with.
    try Drawn(chart).scene.items.walk { visit in
      if case .group(let group) = visit.item, group.isBlended {
        #expect(visit.setting.layers.count == 1, "\(visit.setting)")
      }
      return .inward
    }
  }

  @Test("Many points with a mode mix with each other as few do")
  func many() throws {
    let chart = Chart(0..<300, id: \.self) { row in
      PointMark(x: .value("x", row), y: .value("y", row)).blendMode(.darken)
    }
    #expect(try groups(chart).filter { $0.blend == .darken }.count == 300)
  }

  @Test("A layer holds its marks, where the first of them stands, and bounds their modes")
  func layer() throws {
    let chart = Chart {
      RuleMark(y: .value("y", 1))
      Plot {
        BarMark(x: .value("x", "a"), y: .value("y", 2))
        BarMark(x: .value("x", "a"), y: .value("y", 3), stacking: .unstacked).blendMode(.difference)
      }
      .compositingLayer()
      RuleMark(y: .value("y", 2))
    }
    let groups = try groups(chart)
    let layer = try #require(groups.first { $0.name == "layer" })
    #expect(layer.blend == .normal)
    #expect(layer.items.count == 2)
    #expect(groups.map(\.name).firstIndex(of: "layer") == 1)
    #expect(groups.last?.name == "rule 2")
  }

  @Test("A layer is changed as a view of the plot's size, its marks at their places")
  func styled() throws {
    func chart(_ isStyled: Bool) -> Chart {
      Chart {
        if isStyled {
          ForEach(rows, id: \.self) { BarMark(x: .value("x", $0), y: .value("y", $0 + 1)) }
            .compositingLayer { $0.opacity(0.5).blendMode(.multiply) }
        } else {
          ForEach(rows, id: \.self) { BarMark(x: .value("x", $0), y: .value("y", $0 + 1)) }
        }
      }
    }
    let (plain, styled) = (try Drawn(chart(false)).scene, try Drawn(chart(true)).scene)
    func bars(_ scene: Scene) -> [SceneLeaf] { scene.leaves.filter { $0.roles.contains(.mark) } }
    for (one, other) in zip(bars(plain), bars(styled)) {
      let (one, other) = (try #require(one.canvasBounds), try #require(other.canvasBounds))
      #expect(agree(one.minY, other.minY) && agree(one.minX, other.minX))
      #expect(agree(one.maxY, other.maxY) && agree(one.maxX, other.maxX))
    }
    #expect(bars(styled).count == 5)
    for bar in bars(styled) {
      #expect(bar.setting.opacity == 0.5)
      #expect(bar.setting.layers.map(\.mode) == [.multiply, .normal, .normal])
    }
  }

  @Test("Layers within layers, and a line whose places each ask for one, stay whole")
  func nested() throws {
    let chart = Chart {
      Plot {
        ForEach(rows, id: \.self) { row in
          LineMark(x: .value("x", row), y: .value("y", row)).compositingLayer()
        }
        BarMark(x: .value("x", 2), y: .value("y", 2))
      }
      .compositingLayer()
    }
    let groups = try groups(chart)
    #expect(groups.filter { $0.name == "layer" }.count == 2)
    #expect(groups.filter { $0.name.hasPrefix("line") }.count == 1)
    #expect(groups.first?.items.count == 2)
  }

  @Test("A diagnostic names a mark that its mode makes invisible")
  func unseen() throws {
    let chart = Chart {
      BarMark(x: .value("x", "a"), y: .value("y", 2)).foregroundStyle(.black).blendMode(.screen)
    }
    #expect(try Drawn(chart).diagnostics.contains { $0.contains("no mark can be seen") })
  }

  @Test("Views mix, and a group of them bounds what mixes within")
  func views() throws {
    func groups(_ content: some FigureContent) throws -> [SceneGroup] {
      var result: [SceneGroup] = []
      try Drawn(content).scene.items.walk { visit in
        if case .group(let group) = visit.item, group.blend != nil { result.append(group) }
        return .inward
      }
      return result
    }
    let dot = Circle().fill(.red).frame(width: 20, height: 20)
    #expect(try groups(dot.blendMode(.hue)).map(\.blend) == [.hue])
    #expect(try groups(dot.blendMode(.normal)).isEmpty)
    let both = ZStack {
      dot; dot.blendMode(.hue)
    }
    #expect(try groups(both.compositingGroup()).map(\.blend) == [.normal, .hue])
    #expect(try groups(dot.compositingGroup()).isEmpty)
  }
}
