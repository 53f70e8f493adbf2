import Burin
import Foundation
import RandomCharts
import TestSupport
import Testing

/// A modifier of marks, by name.
struct MarkModifier: Sendable {
  var name: String
  /// What two modifiers must not share if their order is not to matter.
  var sets: String
  var apply: @Sendable (AnyChartContent) -> any ChartContent

  init(
    _ name: String, sets: String? = nil,
    _ apply: @escaping @Sendable (AnyChartContent) -> any ChartContent
  ) {
    self.name = name
    self.sets = sets ?? name
    self.apply = apply
  }

  func callAsFunction(_ content: any ChartContent) -> any ChartContent {
    apply(AnyChartContent(erasing: content))
  }
}

/// Every modifier of marks.
let everyModifier: [MarkModifier] = [
  .init("foregroundStyle") { $0.foregroundStyle(.bad) },
  .init("foregroundStyle(by:)") { $0.foregroundStyle(by: .value("c", "one")) },
  .init("opacity") { $0.opacity(0.5) },
  .init("opacity(by:)") { $0.opacity(by: .value("o", 2.0)) },
  .init("lineStyle(width:)") { $0.lineStyle(width: 3) },
  .init("lineStyle(dash:)") { $0.lineStyle(dash: [4, 2]) },
  .init("lineStyle(by:)") { $0.lineStyle(by: .value("d", "one")) },
  .init("symbol") { $0.symbol(.diamond) },
  .init("symbol(by:)") { $0.symbol(by: .value("s", "one")) },
  .init("symbolSize") { $0.symbolSize(80) },
  .init("symbolSize(by:)") { $0.symbolSize(by: .value("z", 3)) },
  .init("cornerRadius") { $0.cornerRadius(4) },
  .init("interpolationMethod") { $0.interpolationMethod(.catmullRom) },
  .init("position(by:)") { $0.position(by: .value("p", "one")) },
  .init("anchor") { $0.anchor("a") },
  .init("named") { $0.named("n") },
  .init("annotation") { $0.annotation(position: .top) { Text("t") } },
  .init("facet(by:)") { $0.facet(by: .value("f", "one")) },
]

/// A modifier of charts, by name.
struct ChartModifier: Sendable {
  var name: String
  var sets: Set<String>
  var apply: @Sendable (Chart) -> Chart

  init(_ name: String, sets: Set<String>? = nil, _ apply: @escaping @Sendable (Chart) -> Chart) {
    self.name = name
    self.sets = sets ?? [name]
    self.apply = apply
  }
}

/// Every modifier of charts.
let everyChartModifier: [ChartModifier] = [
  .init("chartXScale(domain:)", sets: ["x domain"]) { $0.chartXScale(domain: 0.5...7) },
  .init("chartXScale(domain: automatic)", sets: ["x domain"]) {
    $0.chartXScale(domain: .automatic(includesZero: true))
  },
  .init("chartXScale(type:)") { $0.chartXScale(type: .squareRoot) },
  .init("chartYScale(domain:)", sets: ["y domain"]) { $0.chartYScale(domain: 0...9) },
  .init("chartYScale(domain: automatic)", sets: ["y domain"]) {
    $0.chartYScale(domain: .automatic(includesZero: false))
  },
  .init("chartYScale(type:)") { $0.chartYScale(type: .symlog()) },
  .init("chartBandPadding") { $0.chartBandPadding(0.4) },
  .init("chartXReversed") { $0.chartXReversed() },
  .init("chartYReversed") { $0.chartYReversed() },
  .init("chartXAxis(content)") { $0.chartXAxis { AxisMarks(values: [1, 2, 4]) } },
  .init("chartYAxis(content)") { $0.chartYAxis { AxisMarks(values: .stride(by: 2)) } },
  .init("chartXAxis(.hidden)") { $0.chartXAxis(.hidden) },
  .init("chartYAxis(.hidden)") { $0.chartYAxis(.hidden) },
  .init("chartXAxisLine") { $0.chartXAxisLine(.hidden) },
  .init("chartYAxisLine") { $0.chartYAxisLine(.edge) },
  .init("chartXAxisLabel(text)") { $0.chartXAxisLabel("time") },
  .init("chartXAxisLabel(.visible)") { $0.chartXAxisLabel(.visible) },
  .init("chartYAxisLabel(text)") { $0.chartYAxisLabel("height") },
  .init("chartYAxisLabel(.visible)") { $0.chartYAxisLabel(.visible) },
  .init("chartTitle") { $0.chartTitle("title") },
  .init("chartTag") { $0.chartTag("a") },
  .init("chartSubtitle") { $0.chartSubtitle("below") },
  .init("chartForegroundStyleScale(keys)", sets: ["keys"]) {
    $0.chartForegroundStyleScale(["one": .good, "two": .bad])
  },
  .init("chartForegroundStyleScale(domain:)", sets: ["keys"]) {
    $0.chartForegroundStyleScale(domain: ["two", "one"])
  },
  .init("chartForegroundStyleScale(range:)", sets: ["range"]) {
    $0.chartForegroundStyleScale(range: [.good, .muted])
  },
  .init("chartAspect") { $0.chartAspect(0.8) },
  .init("chartPlotBackground") { $0.chartPlotBackground(.surface) },
  .init("chartLegend(.hidden)") { $0.chartLegend(.hidden) },
  .init("chartLegend(position:)") { $0.chartLegend(position: .trailing, title: "key") },
  .init("chartFacets") { $0.chartFacets(columns: 1) },
  .init("chartXSecondaryAxis") { $0.chartXSecondaryAxis(factor: 2) },
  .init("chartYSecondaryAxis") { $0.chartYSecondaryAxis("other", factor: 0.5) },
]

/// Relations of a chart's content: however it is written, the same marks give the same picture.
@Suite("Relations of content")
struct ContentRelationTests {
  private func scene(_ chart: Chart) throws -> Scene {
    try chart.scene(width: 320, height: 240).scene
  }

  @Test("ForEach, for and a collection give equal scenes", arguments: everyMark)
  func doors(_ mark: MarkExample) throws {
    let places = Place.some
    func one(_ place: Place) -> AnyChartContent {
      AnyChartContent(erasing: mark.content([place], .linear, .linear)[0])
    }
    let a = try scene(Chart { ForEach(0..<places.count) { one(places[$0]) } })
    let b = try scene(Chart { for place in places { one(place) } })
    let c = try scene(Chart(places) { one($0) })
    let d = try scene(Chart { ForEach(places, id: \.x) { one($0) } })
    let e = try scene(
      Chart {
        one(places[0]); one(places[1]); one(places[2]); one(places[3])
      })
    #expect(a.text == b.text)
    #expect(a == b && b == c && c == d && d == e)
  }

  @Test("Splitting the content of a chart changes nothing", arguments: everyMark)
  func split(_ mark: MarkExample) throws {
    let contents = mark.content(Place.some, .linear, .linear).map {
      AnyChartContent(erasing: $0)
    }
    func some(_ range: Range<Int>) -> some ChartContent {
      ForEach(range) { contents[$0] }
    }
    let whole = try scene(Chart { some(0..<4) })
    #expect(
      try whole
        == scene(
          Chart {
            some(0..<2); some(2..<4)
          }))
    #expect(
      try whole
        == scene(
          Chart {
            Plot { some(0..<1) }; Plot { Plot { some(1..<4) } }
          }))
    #expect(
      try whole
        == scene(
          Chart {
            if contents.isEmpty { some(0..<1) } else { some(0..<3) }
            some(3..<4)
          }))
  }

  @Test("The order of modifiers of a mark does not matter", arguments: everyMark)
  func modifierOrder(_ mark: MarkExample) throws {
    let contents = mark.content(Array(Place.some.prefix(2)), .linear, .linear)
    for (index, first) in everyModifier.enumerated() {
      for second in everyModifier[(index + 1)...] where first.sets != second.sets {
        let a = try scene(chart(contents.map { second(first($0)) }))
        let b = try scene(chart(contents.map { first(second($0)) }))
        #expect(a == b, "\(first.name), \(second.name)")
        // On a container too, which the last mark's annotation is not.
        if first.name != "annotation", second.name != "annotation" {
          let c = try scene(
            chart([
              second(first(Plot { for content in contents { AnyChartContent(erasing: content) } }))
            ]))
          #expect(a == c, "\(first.name), \(second.name) on a container")
        }
      }
    }
  }

  @Test("The order of modifiers of a chart does not matter", arguments: everyChartModifier.indices)
  func chartModifierOrder(_ index: Int) throws {
    let plain = Chart {
      for (index, place) in Place.some.enumerated() {
        PointMark(x: .value("x", place.x), y: .value("y", place.y))
          .foregroundStyle(by: .value("key", index % 2 == 0 ? "one" : "two"))
      }
    }
    let first = everyChartModifier[index]
    for second in everyChartModifier[(index + 1)...] where first.sets.isDisjoint(with: second.sets)
    {
      let a = Result { try scene(second.apply(first.apply(plain))) }
      let b = Result { try scene(first.apply(second.apply(plain))) }
      switch (a, b) {
      case (.success(let a), .success(let b)):
        #expect(a == b, "\(first.name), \(second.name)")
      case (.failure(let a), .failure(let b)): #expect("\(a)" == "\(b)")
      default: Issue.record("\(first.name), \(second.name): only one of both is drawn")
      }
    }
  }

  @Test("Marks of two types are drawn alike whichever comes first", arguments: everyMark.indices)
  func permuted(_ index: Int) throws {
    let first = everyMark[index]
    let type = first.name.prefix { $0 != "(" }
    for second in everyMark[(index + 1)...] where !second.name.hasPrefix(type) {
      if first.seeksRoom || second.seeksRoom { continue }
      let a = first.content(Place.some, .linear, .linear)
      let b = second.content(Place.some, .linear, .linear)
      let whole = try Picture(chart(a + b))
      var difference = whole.missing(in: try Picture(chart(b + a)))
      #expect(difference == nil, "\(second.name) first: \(difference ?? "")")
      let mixed = zip(a, b).flatMap { [$0, $1] }
      difference = whole.missing(in: try Picture(chart(mixed)))
      #expect(difference == nil, "\(second.name) by turns: \(difference ?? "")")
    }
  }

  @Test(
    "A mark's picture depends on other data through scales and transforms only",
    arguments: everyMark)
  func independent(_ mark: MarkExample) throws {
    func picture(_ contents: [any ChartContent]) throws -> Picture {
      try Picture(
        chart(contents).chartXScale(domain: 0...8.0).chartYScale(domain: 0...8.0))
    }
    let own = mark.content(Place.some, .linear, .linear).map { content -> any ChartContent in
      AnyChartContent(erasing: content).named("own")
    }
    let plain = try picture(own)
    /// What the marks themselves draw in a chart with others.
    func ownPart(_ contents: [any ChartContent]) throws -> Picture {
      var picture = try picture(contents)
      picture.parts.removeAll {
        !$0.trail.contains("mark own") && !$0.trail.contains("annotation own")
      }
      return picture
    }
    // Marks of every other kind with every value of style leave it as it is.
    let others: [any ChartContent] = everyModifier.filter {
      $0.name.hasSuffix("(by:)") && $0.name != "facet(by:)"
    }
    .flatMap { modifier -> [any ChartContent] in
      [
        modifier(PointMark(x: .value("x", 7.0), y: .value("y", 7.5))),
        modifier(BarMark(x: .value("x", 7.0), yStart: .value("y", 7.0), yEnd: .value("y", 7.2))),
        modifier(
          LineMark(x: .value("x", 7.0), y: .value("y", 7.5), series: .value("s", modifier.name))),
        modifier(
          AreaMark(
            x: .value("x", 7.0), yStart: .value("y", 7.5), yEnd: .value("y", 7.6),
            series: .value("s", modifier.name))),
      ]
    }
    for other in others {
      let difference = plain.difference(to: try ownPart(own + [other]))
      if mark.seeksRoom { continue }
      #expect(difference == nil, "\(difference ?? "")")
    }
    // One datum more of its own type, at a place of its own.
    if !mark.joins, !mark.seeksRoom, mark.zero != mark.axes {
      let more = mark.content([Place(x: 7, y: 7)], .linear, .linear)
      let difference = plain.difference(to: try ownPart(own + more))
      #expect(difference == nil, "one more: \(difference ?? "")")
    }
  }

  @Test("Opacity is that of the whole mark", arguments: everyMark)
  func opacity(_ mark: MarkExample) throws {
    var styles: [(name: String, [any ChartContent])] = [
      ("plain", mark.content(Place.some, .linear, .linear))
    ]
    for modifier in everyModifier
    where ["symbol", "symbol(by:)", "symbolSize"].contains(modifier.name) {
      styles.append((modifier.name, styles[0].1.map { modifier($0) }))
    }
    for (name, contents) in styles {
      let faded = try Picture(
        chart(contents.map { AnyChartContent(erasing: $0).opacity(0.5) }))
      // Parts of one mark that let the ground through lie in one group, or apart.
      let marks = Dictionary(grouping: faded.parts) { part in
        part.trail.components(separatedBy: " › ").first { $0.hasPrefix("mark ") } ?? ""
      }
      for (trail, parts) in marks where trail != "" {
        for (index, part) in parts.enumerated() {
          let isInk = !part.look.hasPrefix("text")
          guard isInk, part.look != "image" else { continue }
          let isOne =
            part.opacity < 1 || !(part.look.contains("fill") && part.look.contains("stroke"))
          #expect(isOne, "\(name): fill and rim of \(trail) fade apart")
          for other in parts[(index + 1)...] where part.opacity == 1 && isInk {
            let overlap = part.visible.flatMap { a in other.visible.flatMap { a.intersection($0) } }
            #expect(
              (overlap?.width ?? 0) * (overlap?.height ?? 0) < 0.01 || other.opacity < 1,
              "\(name): two parts of \(trail) lie on each other")
          }
        }
      }
      #expect(faded.parts.allSatisfy { $0.opacity < 1 || !$0.look.hasSuffix("255)") })
    }
  }

  @Test(
    "Lines and areas join by equal series and equal constant style",
    arguments: everyMark.filter(\.joins))
  func joining(_ mark: MarkExample) throws {
    let contents = mark.content(
      (1...6).map { Place(x: Double($0), y: Double($0 % 3 + 1)) }, .linear, .linear)
    let whole = try Picture(chart(contents))
    for modifier in everyModifier where modifier.name != "annotation" {
      // The same for all: one line.
      let same = try Picture(chart(contents.map { modifier($0) }))
      #expect(groups(same) == groups(whole), "\(modifier.name) for all")
      // For every other datum: two lines, unless a name or a slot sets nothing of the style apart.
      let some = try Picture(
        chart(contents.enumerated().map { $0 % 2 == 0 ? modifier($1) : $1 }))
      let isApart = ![
        "anchor", "named", "opacity(by:)", "symbolSize(by:)", "position(by:)", "facet(by:)",
      ].contains(modifier.name)
      if modifier.name == "facet(by:)" { continue }
      #expect(
        groups(some) == (isApart ? 2 : 1) * groups(whole), "\(modifier.name) for every other")
    }
  }

  /// How many marks there are.
  private func groups(_ picture: Picture) -> Int {
    Set(
      picture.parts.map { part in
        part.trail.components(separatedBy: " › ").first { $0.hasPrefix("mark ") } ?? ""
      }
    ).count
  }
}
