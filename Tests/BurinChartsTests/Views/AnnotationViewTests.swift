import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Views as annotations")
struct AnnotationViewTests {
  private func bar(
    _ position: AnnotationPosition, _ alignment: Alignment = .center, spacing: Double? = nil
  ) -> Chart {
    Chart {
      BarMark(x: .value("x", "a"), y: .value("y", 5))
        .annotation(position: position, alignment: alignment, spacing: spacing) {
          Rectangle().fill(.bad).frame(width: 20, height: 10)
        }
    }.chartYScale(domain: 0...10)
  }

  private func places(_ chart: some View) throws -> (bar: Rect, label: Rect) {
    let drawn = try Drawn(chart)
    // A rim that keeps lines off may lie behind the view.
    let label = drawn.scene.leaves.last { $0.trail.contains { $0.hasPrefix("annotation") } }
    return (try #require(drawn.rects("bar").first), try #require(label?.canvasBounds))
  }

  @Test("A view stands in the middle above its bar, at its distance")
  func above() throws {
    let (bar, label) = try places(bar(.top, spacing: 6))
    #expect(abs(label.midX - bar.midX) < 1e-6)
    #expect(abs(bar.minY - label.maxY - 6) < 1e-6)
    #expect(abs(label.width - 20) < 1e-6)
    #expect(abs(label.height - 10) < 1e-6)
  }

  @Test("An alignment moves a view along its side and within its mark")
  func aligned() throws {
    let (leadingBar, leading) = try places(bar(.top, .leading))
    #expect(abs(leading.minX - leadingBar.minX) < 1e-6)
    let (topBar, top) = try places(bar(.overlay, .topTrailing))
    #expect(abs(top.maxX - topBar.maxX) < 1e-6)
    #expect(abs(top.minY - topBar.minY) < 1e-6)
  }

  @Test("Several views lie below each other, centred")
  func stacked() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1)).annotation(position: .top) {
        Text("a wide line").padding(1)
        Text("i")
      }
    }
    let texts = try Drawn(chart).scene.leaves.filter {
      $0.trail.contains { $0.hasPrefix("annotation") }
    }.compactMap(\.canvasBounds)
    #expect(texts.count == 2)
    #expect(texts[0].maxY < texts[1].minY)
    #expect(abs(texts[0].midX - texts[1].midX) < 1.5)
  }

  @Test("Content learns the size of its mark")
  func context() throws {
    let chart = Chart {
      for (x, y) in [("a", 9.0), ("b", 1.0)] {
        BarMark(x: .value("x", x), y: .value("y", y)).annotation(position: .overlay) { context in
          if context.targetSize.height > 60 { Text("high") }
        }
      }
    }
    let drawn = try Drawn(chart)
    let labels = drawn.scene.leaves.filter { $0.trail.contains { $0.hasPrefix("annotation") } }
    #expect(labels.count == 1)
  }

  @Test("A view that is to fit slides into the chart; one that is disabled stays")
  func overflow() throws {
    func chart(_ overflow: AnnotationOverflowResolution) -> Chart {
      Chart {
        PointMark(x: .value("x", 10), y: .value("y", 5))
          .annotation(position: .top, overflowResolution: overflow) {
            Rectangle().fill(.bad).frame(width: 60, height: 10)
          }
      }.chartXScale(domain: 0...10).chartYScale(domain: 0...10)
    }
    func label(_ overflow: AnnotationOverflowResolution) throws -> (Rect, point: Rect) {
      let drawn = try Drawn(chart(overflow))
      let label = drawn.scene.leaves.first { $0.trail.contains { $0.hasPrefix("annotation") } }
      return (try #require(label?.canvasBounds), try #require(drawn.rects("point").first))
    }
    let (fitted, _) = try label(.init(x: .fit(to: .plot)))
    #expect(fitted.maxX <= 420 - 28 + 0.5)
    let (fixed, point) = try label(.init(x: .disabled, y: .disabled))
    #expect(abs(fixed.midX - point.midX) < 1e-6)
    let notes = try Drawn(chart(.init(x: .fit, y: .disabled))).diagnostics
    #expect(notes.contains { $0.contains("overflowResolution(y: .disabled)") })
  }

  @Test("An annotation of nothing is nothing")
  func empty() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1)).annotation { EmptyView() }
    }
    let drawn = try Drawn(chart)
    #expect(!drawn.scene.leaves.contains { $0.trail.contains { $0.hasPrefix("annotation") } })
  }

  @Test("Equal views at one place are one")
  func equal() throws {
    let chart = Chart {
      for _ in 0..<5 {
        RuleMark(y: .value("y", 3)).annotation(position: .top) { Text("limit").padding(2) }
      }
    }
    let labels = try Drawn(chart).scene.leaves.filter {
      $0.trail.contains { $0.hasPrefix("annotation") }
    }
    #expect(labels.count == 1)
  }
}
