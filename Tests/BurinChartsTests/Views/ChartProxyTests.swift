import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("The proxy of a chart")
struct ChartProxyTests {
  /// Collects what closures of overlays find, on the one thread of a rendering.
  private final class Found: @unchecked Sendable {
    var frames: [String: Rect] = [:]
    var numbers: [String: Double?] = [:]
    var texts: [String: String?] = [:]
    var ranges: [String: ClosedRange<Double>?] = [:]
  }

  private let bars = Chart {
    BarMark(x: .value("Month", "May"), y: .value("Rain", 40))
    BarMark(x: .value("Month", "June"), y: .value("Rain", 100))
  }.chartYScale(domain: 0...100)

  /// The plot's rectangle, found from the scene alone: the bar of 100 spans its height.
  private func bar(_ scene: Scene, _ number: Int) throws -> Rect {
    let leaves = scene.leaves.filter { leaf in
      leaf.trail.contains { $0.hasPrefix("mark bar \(number)") }
    }
    return try #require(leaves.first?.canvasBounds)
  }

  @Test("Positions are those of marks, from the corner of the plot")
  func positions() throws {
    let found = Found()
    let chart = bars.chartOverlay { proxy in
      GeometryReader { geometry in
        let _ = found.frames["plot"] = proxy.plotFrame.map { geometry[$0] }
        let _ = found.frames["reader"] = geometry.frame(in: .global)
        let _ = found.numbers["May"] = proxy.position(forX: "May")
        let _ = found.numbers["July"] = proxy.position(forX: "July")
        let _ = found.numbers["number"] = proxy.position(forX: 3)
        let _ = found.numbers["40"] = proxy.position(forY: 40)
        let _ = found.ranges["June"] = proxy.positionRange(forX: "June")
        let _ = found.ranges["25"] = proxy.positionRange(forY: 25.0)
      }
    }
    let scene = try chart.frame(height: 200).scene(width: 400).scene
    let plot = try #require(found.frames["plot"])
    let reader = try #require(found.frames["reader"])
    // The reader spans the chart, whose frame is the page without its margins.
    #expect(reader.height == 200)
    #expect(plot.minX > 0 && plot.maxX <= reader.width && plot.height < 200)
    let origin = reader.origin + (plot.origin - .zero)
    let (may, june) = (try bar(scene, 1), try bar(scene, 2))
    let x = try #require(found.numbers["May"] ?? nil)
    #expect(abs(origin.x + x - may.midX) < 0.01)
    let y = try #require(found.numbers["40"] ?? nil)
    #expect(abs(origin.y + y - may.minY) < 0.01)
    #expect(abs(y - plot.height * 0.6) < 0.01)
    #expect(found.numbers["July"] == .some(nil))
    #expect(found.numbers["number"] == .some(nil))
    let range = try #require(found.ranges["June"] ?? nil)
    #expect(abs(origin.x + range.lowerBound - june.minX) < 0.01)
    #expect(abs(origin.x + range.upperBound - june.maxX) < 0.01)
    let quarter = try #require(found.ranges["25"] ?? nil)
    #expect(abs(quarter.lowerBound - plot.height * 0.75) < 0.01)
    #expect(quarter.lowerBound == quarter.upperBound)
  }

  @Test("Values at positions are of the axis' kind")
  func values() throws {
    let found = Found()
    let chart = bars.chartOverlay { proxy in
      let size = proxy.plotSize
      let _ = found.texts["left"] = proxy.value(atX: 1, as: String.self)
      let _ = found.texts["right"] = proxy.value(atX: size.width - 1)
      let _ = found.texts["outside"] = proxy.value(atX: -500)
      let _ = found.numbers["middle"] = proxy.value(atY: size.height / 2)
      let _ =
        found.numbers["whole"] =
        proxy.value(atY: size.height * 0.334, as: Int.self).map(Double.init)
      let _ = found.numbers["none"] = proxy.value(atX: 1, as: Double.self)
      let _ = found.texts["none"] = proxy.value(atY: 1, as: String.self)
      let _ =
        found.texts["pair"] =
        proxy.value(at: Point(1, size.height), as: (String, Int).self).map { "\($0.0) \($0.1)" }
      let _ =
        found.texts["domain"] =
        proxy.xDomain(dataType: String.self).joined() + "\(proxy.yDomain(dataType: Int.self))"
    }
    _ = try chart.scene()
    #expect(found.texts["left"] == "May")
    #expect(found.texts["right"] == "June")
    #expect(found.texts["outside"] == .some(nil))
    #expect(found.texts["none"] == .some(nil))
    #expect(found.texts["pair"] == "May 0")
    #expect(found.texts["domain"] == "MayJune[0, 100]")
    #expect(abs(try #require(found.numbers["middle"] ?? nil) - 50) < 1e-9)
    #expect(found.numbers["whole"] == 67)
    #expect(found.numbers["none"] == .some(nil))
  }

  @Test("What an overlay returns is drawn over the marks, and a background behind the axes")
  func drawn() throws {
    let chart = bars.chartOverlay { proxy in
      GeometryReader { geometry in
        if let anchor = proxy.plotFrame, let x = proxy.position(forX: "June") {
          let plot = geometry[anchor]
          Rectangle().fill(.red).frame(width: 2, height: plot.height)
            .position(x: plot.minX + x, y: plot.midY)
        }
      }
    }.chartBackground { _ in Color.surface }
    let scene = try chart.frame(height: 200).scene(width: 400).scene
    let leaves = scene.leaves
    let line = try #require(leaves.lastIndex { $0.trail.contains("label chart layer") })
    let ground = try #require(leaves.firstIndex { $0.trail.contains("decoration chart layer") })
    #expect(ground == 0 && line == leaves.count - 1)
    let june = try bar(scene, 2)
    let ink = try #require(leaves[line].canvasBounds)
    #expect(abs(ink.midX - june.midX) < 0.01)
    #expect(abs(ink.minY - june.minY) < 0.01 && abs(ink.maxY - june.maxY) < 0.01)
    #expect(ink.width == 2)
    let back = try #require(leaves[ground].canvasBounds)
    #expect(back.height == 200)
  }

  @Test("Values have the styles of the scales")
  func styles() throws {
    let found = Found()
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1))
        .foregroundStyle(by: .value("Tree", "Oak")).symbol(by: .value("Tree", "Oak"))
      PointMark(x: .value("x", 2), y: .value("y", 1))
        .foregroundStyle(by: .value("Tree", "Pine")).symbol(by: .value("Tree", "Pine"))
    }
    .chartForegroundStyleScale(["Oak": Color.brown, "Pine": Color.green])
    .chartOverlay { proxy in
      let _ =
        found.texts["oak"] =
        proxy.foregroundStyle(for: "Oak") == AnyShapeStyle(Color.brown) ? "brown" : "other"
      let _ = found.texts["none"] = proxy.foregroundStyle(for: "Elm") == nil ? "none" : "some"
      let _ = found.texts["number"] = proxy.foregroundStyle(for: 0) == nil ? "none" : "some"
      let _ =
        found.texts["symbols"] =
        proxy.symbol(for: "Oak") != nil && proxy.symbol(for: "Oak") != proxy.symbol(for: "Pine")
        ? "differ" : "same"
      let _ = found.texts["size"] = proxy.symbolSize(for: "Oak") == nil ? "none" : "some"
    }
    _ = try chart.scene()
    #expect(found.texts["oak"] == "brown" && found.texts["symbols"] == "differ")
    #expect(found.texts["none"] == "none" && found.texts["number"] == "none")
    #expect(found.texts["size"] == "none")

    let heat = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("Heat", 0.0))
      PointMark(x: .value("x", 2), y: .value("y", 1)).foregroundStyle(by: .value("Heat", 2.5))
    }
    .chartForegroundStyleScale(range: [.black, .white], domain: 0...2)
    .chartOverlay { proxy in
      let _ =
        found.texts["heat"] =
        proxy.foregroundStyle(for: 2) == AnyShapeStyle(Color(RGBColor.white)) ? "white" : "other"
    }
    _ = try heat.scene()
    #expect(found.texts["heat"] == "white")
  }

  @Test("The middle of a ring is that of the plot, and angles have values")
  func ring() throws {
    let found = Found()
    let chart = Chart {
      SectorMark(angle: .value("Share", 1), innerRadius: .ratio(0.6))
      SectorMark(angle: .value("Share", 3), innerRadius: .ratio(0.6))
    }.chartBackground { proxy in
      GeometryReader { geometry in
        let _ =
          found.numbers["quarter"] = proxy.value(
            atAngle: proxy.angle(at: Point(proxy.plotSize.width, proxy.plotSize.height / 2)))
        let _ =
          found.numbers["before"] = proxy.value(atAngle: .degrees(-90))
        let _ =
          found.numbers["whole"] = proxy.value(atAngle: .degrees(360))
        if let anchor = proxy.plotFrame {
          let frame = geometry[anchor]
          Circle().frame(width: 8, height: 8).position(x: frame.midX, y: frame.midY)
        }
      }
    }
    let scene = try chart.scene(width: 300).scene
    let sectors = scene.leaves.filter { $0.roles.contains(.mark) }.compactMap(\.canvasBounds)
    let whole = try #require(Rect.union(of: sectors))
    let dot = try #require(
      scene.leaves.first { $0.trail.contains("decoration chart layer") }?.canvasBounds)
    #expect(abs(dot.midX - whole.midX) < 0.5 && abs(dot.midY - whole.midY) < 0.5)
    #expect(abs(try #require(found.numbers["quarter"] ?? nil) - 1) < 1e-9)
    #expect(abs(try #require(found.numbers["before"] ?? nil) - 3) < 1e-9)
    #expect(abs(try #require(found.numbers["whole"] ?? nil) - 4) < 1e-9)
  }
}

@Suite("Geometry readers")
struct GeometryReaderTests {
  @Test("Content is made of the size of its place and begins at the top left")
  func size() throws {
    let content = GeometryReader { geometry in
      Rectangle().frame(width: geometry.size.width / 4, height: geometry.size.height / 2)
    }.frame(width: 200, height: 60)
    let (scene, diagnostics) = try content.scene()
    let ink = try #require(scene.leaves.first?.canvasBounds)
    #expect(ink.width == 50 && ink.height == 30)
    let margin = Theme.standard.margin
    #expect(ink.origin == Point(margin, margin))
    #expect(diagnostics.isEmpty)
  }

  @Test("A reader without a height says so where its content is higher")
  func noHeight() throws {
    let content = GeometryReader { Rectangle().frame(width: $0.size.width, height: 40) }
    let (scene, diagnostics) = try content.scene(width: 300)
    #expect(scene.leaves.first?.canvasBounds?.width == 300 - 2 * Theme.standard.margin)
    #expect(diagnostics.contains { $0.message.contains("GeometryReader") })
  }

  @Test("Styles around a reader reach its content")
  func environment() throws {
    let content = GeometryReader { _ in Text("a") }.frame(height: 40).font(.title)
    let plain = try Text("a").font(.title).scene().scene
    let scene = try content.scene().scene
    guard case .glyphs(let run)? = scene.leaves.first?.item,
      case .glyphs(let own)? = plain.leaves.first?.item
    else {
      Issue.record("no text")
      return
    }
    #expect(run.size == own.size)
  }
}
