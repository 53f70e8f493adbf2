import Burin
import Foundation
import RandomCharts
import Testing

/// Relations of marks and axes, for every mark on every kind and type of axis: each combination is
/// drawn as the relation demands, or refused by an error of ours.
@Suite("Relations of marks and axes")
struct AxisRelationTests {
  @Test("A reversed axis mirrors the picture", arguments: everyMark)
  func mirror(_ mark: MarkExample) throws {
    for (x, y) in mark.pairs {
      func axes(_ contents: [any ChartContent]) -> Chart {
        let chart = chart(contents).axes(x, y)
        // A text at the edge would come in, by the room that there is on its side.
        return mark.name.hasPrefix("TextMark")
          ? chart.domain(.x, x, 0.5, 6.5).domain(.y, y, 0.5, 6.5) : chart
      }
      let plain = Outcome { try Picture(axes(mark.content(Place.some, x, y))) }
      for channel in [Channel.x, .y] {
        let mirrored = Outcome {
          let chart = axes(mark.content(Place.some, x, y, isMirrored: channel == .x))
          return try Picture(channel == .x ? chart.chartXReversed() : chart.chartYReversed())
        }
        guard let a = plain.picture, let b = mirrored.picture else {
          #expect(plain.refusal == mirrored.refusal, "\(x) × \(y), \(channel) reversed")
          continue
        }
        #expect(!a.parts.isEmpty, "\(x) × \(y): nothing is drawn")
        if mark.seeksRoom { continue }
        // A brace points to a side of the page, up where it lies along x.
        if mark.name.hasPrefix("BraceMark(x"), channel == .y { continue }
        var difference = a.mirrored(channel).difference(to: b)
        // A text is not turned over; its place is, twice the distance of its ink's middle from it.
        if mark.name.hasPrefix("TextMark") {
          let tolerance = channel == .x ? 0.1 : 6
          difference = a.mirrored(channel).difference(to: b, tolerance: tolerance)
        }
        #expect(difference == nil, "\(x) × \(y), \(channel) reversed: \(difference ?? "")")
      }
    }
  }

  @Test("A unit change moves no pixel", arguments: everyMark)
  func unit(_ mark: MarkExample) throws {
    // A symmetric logarithm has a unit of its own: the numbers at which it bends.
    let scales = AxisKind.allCases.filter { $0.isNumeric && $0 != .symlog }
    for scale in scales {
      for (x, y) in [(scale, AxisKind.linear), (.linear, scale)]
      where mark.takes(x, .x) && mark.takes(y, .y) {
        let plain = Outcome { try Picture(chart(mark.content(Place.some, x, y)).axes(x, y)) }
        for unit in [(x: 1000.0, y: 1.0), (x: 1, y: 1000), (x: 0.001, y: 1e6)] {
          let other = Outcome {
            try Picture(chart(mark.content(Place.some, x, y, unit: unit)).axes(x, y))
          }
          guard let a = plain.picture, let b = other.picture else {
            #expect(plain.refusal == other.refusal)
            continue
          }
          let difference = a.difference(to: b)
          #expect(difference == nil, "\(x) × \(y) by \(unit): \(difference ?? "")")
        }
      }
    }
  }

  @Test("Another zero of a linear axis moves no pixel", arguments: everyMark)
  func affine(_ mark: MarkExample) throws {
    for channel in [Channel.x, .y] where !mark.zero.contains(channel) && mark.axes.contains(channel)
    {
      func picture(unit: Double, offset: Double) throws -> Picture {
        let isX = channel == .x
        let domain = 0.5 * unit + offset...6 * unit + offset
        let content = mark.content(
          Place.some, .linear, .linear, unit: isX ? (unit, 1) : (1, unit),
          offset: isX ? (offset, 0) : (0, offset))
        let chart = chart(content)
        return try Picture(
          isX ? chart.chartXScale(domain: domain) : chart.chartYScale(domain: domain))
      }
      let plain = try picture(unit: 1, offset: 0)
      for (unit, offset) in [(1.8, 32.0), (1, -273.15), (0.001, 7)] {
        let difference = plain.difference(to: try picture(unit: unit, offset: offset))
        #expect(difference == nil, "\(channel): \(difference ?? "")")
      }
    }
  }

  @Test("Dates and their seconds fall on the same places", arguments: everyMark)
  func dates(_ mark: MarkExample) throws {
    let (first, day) = (AxisKind.firstDay, 86_400.0)
    for channel in [Channel.x, .y] where mark.any.contains(channel) && !mark.zero.contains(channel)
    {
      let isX = channel == .x
      let other = isX ? mark.takes(.linear, .y) : mark.takes(.linear, .x)
      guard other else { continue }
      let dates = Outcome {
        try Picture(
          chart(mark.content(Place.some, isX ? .time : .linear, isX ? .linear : .time))
            .domain(channel, .time, 0, 6))
      }
      let seconds = Outcome {
        let content = mark.content(
          Place.some, .linear, .linear, unit: isX ? (day, 1) : (1, day),
          offset: isX ? (first, 0) : (0, first))
        let domain = first...first + 6 * day
        return try Picture(
          isX
            ? chart(content).chartXScale(domain: domain)
            : chart(content).chartYScale(domain: domain))
      }
      guard let a = dates.picture, let b = seconds.picture else {
        #expect(dates.refusal == seconds.refusal)
        continue
      }
      let difference = a.difference(to: b)
      #expect(difference == nil, "\(channel): \(difference ?? "")")
    }
  }

  @Test(
    "A value that is no finite number breaks a line, leaves others out, and is counted",
    arguments: everyMark)
  func notFinite(_ mark: MarkExample) throws {
    let at = 2
    for (x, y) in mark.pairs {
      let plain = Outcome { try Picture(chart(mark.content(Place.some, x, y)).axes(x, y)) }
      guard let plain = plain.picture else { continue }
      for bad in [Double.nan, .infinity, -.infinity] {
        for channel in [Channel.x, .y] {
          let kind = channel == .x ? x : y
          guard mark.axes.contains(channel), kind != .category, kind != .integer else { continue }
          // A range of numbers cannot end at NaN, and a function has no other places.
          let isRange = mark.numbers == [.x, .y] && !mark.name.hasPrefix("Chord")
          if isRange, !(mark.isFunction && channel == .y) { continue }
          var places = Place.some
          let hole =
            channel == .x
            ? Place(x: bad, y: places[at].y)
            // A category without a value keeps its place on the axis.
            : Place(x: places[at].x + (x == .category ? 0 : 0.5), y: bad)
          places.insert(hole, at: at)
          let note = "\(x) × \(y), \(channel) \(bad)"
          let other = Outcome { try Picture(chart(mark.content(places, x, y)).axes(x, y)) }
          guard let other = other.picture else {
            Issue.record("\(note): refused, \(other.refusal ?? "")")
            continue
          }
          #expect(
            other.diagnostics.contains {
              $0.contains("not finite") && ($0.hasSuffix("value \(at)") || mark.isFunction)
            }, "\(note): \(other.diagnostics)")
          if mark.seeksRoom { continue }
          if mark.joins {
            let points = plain.parts.map(\.points.count)
            #expect(points.reduce(0, +) > 0)
            continue
          }
          let difference = plain.difference(to: other)
          #expect(difference == nil, "\(note): \(difference ?? "")")
        }
      }
    }
  }

  @Test("A line is broken by NaN into what its parts alone would be", arguments: AxisKind.allCases)
  func broken(_ x: AxisKind) throws {
    for mark in everyMark where mark.joins && mark.takes(x, .x) {
      let length: Channel = mark.ends.contains(.x) ? .x : .y
      guard length == .y || (x != .category && x != .integer) else { continue }
      let places = (1...6).map { Place(x: Double($0), y: Double($0 % 3 + 1)) }
      var holed = places
      let hole = length == .y ? Place(x: 3.5, y: .nan) : Place(x: .nan, y: 2)
      if x == .category { holed[2].y = .nan } else { holed.insert(hole, at: 3) }
      func picture(_ contents: [any ChartContent]) throws -> Picture {
        try Picture(
          chart(contents).axes(x, .linear).domain(.x, x, 1, 6).domain(.y, .linear, 0, 5))
      }
      let broken = Outcome { try picture(mark.content(holed, x, .linear)) }
      // The same without joining: two halves as series of their own.
      let first = x == .category ? Array(places[..<2]) : Array(places[..<3])
      let parts = Outcome {
        let a = try picture(mark.content(first, x, .linear))
        let b = try picture(mark.content(Array(places[3...]), x, .linear))
        var both = a
        both.parts += b.parts
        return both
      }
      guard let a = broken.picture, let b = parts.picture else {
        #expect(broken.refusal == parts.refusal)
        continue
      }
      let points = (a.parts.flatMap(\.points), b.parts.flatMap(\.points))
      #expect(
        samePoints(points.0, points.1, tolerance: 1e-6),
        "\(mark.name) on \(x): \(points.0.count) points against \(points.1.count)")
      #expect(Set(a.parts.map(\.look)) == Set(b.parts.map(\.look)), "\(mark.name)")
    }
  }

  @Test(
    "What lies outside of a domain that was given changes nothing inside, and is counted",
    arguments: everyMark)
  func outside(_ mark: MarkExample) throws {
    for (x, y) in mark.pairs {
      func picture(_ contents: [any ChartContent]) throws -> Picture {
        try Picture(chart(contents).axes(x, y).domain(.x, x, 1, 6).domain(.y, y, 1, 6))
      }
      let inside = mark.content(Place.some, x, y)
      let plain = Outcome { try picture(inside) }
      // What stacks on the others changes them through its transform.
      if mark.zero == mark.axes || (mark.name.hasPrefix("Area") && !mark.zero.isEmpty) { continue }
      // A place that others have too, so that marks as wide as a place keep their width; one of its
      // own where marks of one place stack.
      let own = mark.zero.isEmpty ? (x: 3.0, y: 2.0) : (x: 4, y: 6)
      for place in [Place(x: 21.5, y: own.y), Place(x: own.x, y: 21.5), Place(x: 40, y: 40)] {
        // A length from zero is seen within the plot.
        let zero = mark.zeroAxis(x, y)
        let isX = place.x > 6 && mark.axes.contains(.x) && zero != .x
        let isY = place.y > 6 && mark.axes.contains(.y) && zero != .y
        guard isX || isY else { continue }
        // A line of its own, so that it is not joined with the others.
        let far = mark.content(mark.joins ? [place, place] : [place], x, y).map {
          AnyChartContent(erasing: $0).lineStyle(width: 1).symbolSize(30).cornerRadius(1)
        }
        let other = Outcome { try picture(inside + far.map { $0 as any ChartContent }) }
        guard let a = plain.picture, let b = other.picture else {
          #expect(plain.refusal == other.refusal, "\(x) × \(y)")
          continue
        }
        let note = "\(x) × \(y), at \(place.x), \(place.y)"
        if !mark.seeksRoom {
          let missing = a.missing(in: b)
          #expect(missing == nil, "\(note): \(missing ?? "")")
          let added = b.parts.count - a.parts.count
          #expect(
            added == 0, "\(note): \(added) parts more, the last \(b.parts.last?.description ?? "")")
        }
        #expect(
          b.diagnostics.contains { $0.contains("outside") }, "\(note): \(b.diagnostics)")
      }
    }
  }

  @Test("Values that differ by rounding alone are one place", arguments: everyMark)
  func rounding(_ mark: MarkExample) throws {
    for channel in [Channel.x, .y] where mark.axes.contains(channel) {
      func picture(_ third: Double) throws -> Picture {
        let numbers = [third, 0.3, 0.5, 0.9]
        let places = numbers.enumerated().map { index, number in
          channel == .x
            ? Place(x: number, y: Double(index) + 1) : Place(x: Double(index) + 1, y: number)
        }
        return try Picture(chart(mark.content(places, .linear, .linear, half: 0.1)))
      }
      let difference = try picture(0.3).difference(to: picture(0.1 + 0.2), tolerance: 1e-5)
      #expect(difference == nil, "\(channel): \(difference ?? "")")
    }
  }

  @Test("Marks keep their width when one value is a second late", arguments: everyMark)
  func late(_ mark: MarkExample) throws {
    func picture(_ shift: Double) throws -> Picture {
      let days = (0..<8).map { day -> Place in
        let late = day == 4 ? shift : 0
        return Place(x: Double(day) + late, y: Double(day % 3 + 1))
      }
      return try Picture(
        chart(mark.content(days, .time, .linear)).domain(.x, .time, -1, 9)
          .domain(.y, .linear, 0, 5))
    }
    guard mark.takes(.time, .x) else { return }
    let difference = try picture(0).difference(to: picture(1 / 86_400), tolerance: 0.01)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
