import BurinFoundation
import Testing

/// A type that is plottable for one parameter only.
private struct Amount<Unit> {
  var number: Double
}

extension Amount: Plottable, PlottableProperty where Unit == Int {
  var primitivePlottable: Double { number }
  init?(primitivePlottable: Double) { number = primitivePlottable }
}

/// Code as apps have it: the first content of each view is what a picture shows.
@Suite("Code of apps")
struct AppCodeTests {
  private final class Rain: ObservableObject {
    @Published var days = [3.0, 1, 2]
    @Published var isWet = true
  }

  @Observable
  fileprivate final class Sun {
    var hours = [5.0, 6]
    var isUp = true
  }

  private struct Word: View {
    @Binding var isOn: Bool
    var body: some View { Text(isOn ? "on" : "off") }
  }

  @available(*, deprecated)
  private struct Weather: View {
    let title: LocalizedStringKey
    @StateObject private var rain = Rain()
    @ObservedObject var other: Rain
    @Bindable var sun: Sun
    @Environment(\.calendar) var calendar
    @Environment(\.timeZone) var timeZone

    var body: some View {
      VStack {
        Text(title)
        Word(isOn: $rain.isWet)
        Word(isOn: $other.isWet)
        Word(isOn: $sun.isUp)
        Text(verbatim: "\(calendar.firstWeekday) \(timeZone.secondsFromGMT())")
        Chart(sun.hours, id: \.self) { BarMark(x: .value(title, $0), y: .value("h", 1)) }
          .chartYAxisLabel(title)
          .frame(height: 100)
      }
      .task(priority: .high) {}
      .navigationBarTitleDisplayMode(.inline)
    }
  }

  private struct Plain: View {
    var body: some View {
      VStack {
        Text("**Sun**")
        Text("on")
        Text("off")
        Text("on")
        Text("2 0")
        Chart([5.0, 6], id: \.self) { BarMark(x: .value("Sun", $0), y: .value("h", 1)) }
          .chartYAxisLabel("**Sun**")
          .frame(height: 100)
      }
    }
  }

  @available(*, deprecated)
  @Test("Objects are read once, and settings have one value")
  func objects() throws {
    let other = Rain()
    other.isWet = false
    let view = Weather(title: "**Sun**", other: other, sun: Sun())
    let options = RenderOptions(width: 300)
    #expect(try view.render(.svg, options).scene.text == Plain().render(.svg, options).scene.text)
  }

  @Test("A type may be plottable for some of its parameters only")
  func conditional() throws {
    let own = Chart { BarMark(x: .value("x", "a"), y: .value("y", Amount<Int>(number: 3))) }
    let plain = Chart { BarMark(x: .value("x", "a"), y: .value("y", 3.0)) }
    #expect(try own.render(.svg).scene.text == plain.render(.svg).scene.text)
  }

  /// A symbol as Apple's own sample code has it.
  private struct Tile: ChartSymbolShape, InsettableShape {
    var margin: CGFloat = 0
    func path(in rect: CGRect) -> Path {
      var path = Path()
      path.addRect(rect.insetBy(dx: margin, dy: margin))
      return path
    }
    func inset(by amount: CGFloat) -> some InsettableShape { Tile(margin: margin + amount) }
    var perceptualUnitRect: CGRect { CGRect(x: 0, y: 0, width: 1, height: 1) }
  }

  @Test("A symbol that can be inset is drawn, and its border by its own rule")
  func symbol() throws {
    let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", 2)).symbol(Tile()) }
    #expect(try !chart.render(.png).bytes.isEmpty)
    let border = Tile().strokeBorder(Color.red, lineWidth: 6).frame(width: 30, height: 20)
    let plain = Rectangle().strokeBorder(Color.red, lineWidth: 6).frame(width: 30, height: 20)
    #expect(try border.render(.svg).bytes == plain.render(.svg).bytes)
  }

  @available(*, deprecated)
  private struct Kept: View {
    @AppStorage("unit") private var unit = "mm"
    @AppStorage("place") private var place: String?

    var body: some View {
      GroupBox("**Rain**") {
        Text("1 " + unit)
        if let place { Text(place) }
      }
      .groupBoxStyle(.automatic)
    }
  }

  @available(*, deprecated)
  @Test("Stored values are those of the code, and a group is a card as wide as its place")
  func card() throws {
    let scene = try Kept().render(.svg, RenderOptions(width: 300)).scene
    #expect(scene.text.contains("\"Rain\"") && scene.text.contains("\"1 mm\""))
    let width = scene.leaves.compactMap {
      if case .path(let item) = $0.item { item.path.bounds?.width } else { nil }
    }.max()
    #expect(abs((width ?? 0) - (300 - 2 * 28)) < 1e-9)
  }

  private struct Lines: View {
    struct Line: Identifiable, Sendable {
      let id: Int
      var name: String
    }

    @Binding var lines: [Line]
    let formatter: DateFormatter

    var body: some View {
      VStack {
        ForEach($lines) { $line in Text(line.name) }
        Text(Date(timeIntervalSince1970: 0), formatter: formatter)
      }
    }
  }

  @Test("Loops over bindings, and texts by a formatter, are drawn")
  func bindingsAndFormatters() throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "d MMM yyyy"
    let lines = [Lines.Line(id: 1, name: "first"), Lines.Line(id: 2, name: "second")]
    let scene = try Lines(lines: .constant(lines), formatter: formatter).scene(width: 200).scene
    #expect(scene.transcript == "first\nsecond\n1 Jan 1970")
    #expect(Binding.constant(lines).reversed().map(\.name.wrappedValue) == ["second", "first"])
  }
}
