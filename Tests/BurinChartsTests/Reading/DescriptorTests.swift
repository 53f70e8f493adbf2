import BurinCharts
import BurinScene
import Testing

@Suite("Charts as data")
struct DescriptorTests {
  private let chart = Chart {
    BarMark(x: .value("Day", "Mon, \"early\""), y: .value("Visits", 12))
    BarMark(x: .value("Day", "Tue"), y: .value("Visits", 0.1 + 0.2))
    BarMark(x: .value("Day", "Wed"), y: .value("Visits", Double.nan))
    RuleMark(y: .value("Mean", 6.5))
  }

  @Test("A table has the values as they were given, a row for each datum")
  func table() throws {
    let table = try chart.dataTable()
    #expect(table.columns == ["Day", "Visits", "Mean"])
    #expect(
      table.rows == [
        [.text("Mon, \"early\""), .number(12), .missing],
        [.text("Tue"), .number(0.1 + 0.2), .missing], [.text("Wed"), .missing, .missing],
        [.missing, .missing, .number(6.5)],
      ])
  }

  @Test("CSV quotes what has commas and quotation marks; JSON has numbers and null")
  func formats() throws {
    let table = try chart.dataTable()
    #expect(
      table.csv
        == "Day,Visits,Mean\n\"Mon, \"\"early\"\"\",12,\nTue,0.30000000000000004,\nWed,,\n,,6.5\n")
    #expect(
      table.json
        == #"[{"Day":"Mon, \"early\"","Visits":12,"Mean":null},{"Day":"Tue","Visits":0.30000000000000004,"Mean":null},{"Day":"Wed","Visits":null,"Mean":null},{"Day":null,"Visits":null,"Mean":6.5}]"#
    )
    #expect(
      DataTable(columns: ["a\n"], rows: [[.text("\u{1}\\")]]).json == #"[{"a\n":"\u0001\\"}]"#)
    #expect(
      DataTable(columns: ["a"], rows: [[.number(-0.0)], [.number(1e300)]]).csv
        == "a\n-0.0\n1e+300\n")
  }

  @Test("Rows that several marks show alike stand once, equal rows of one mark stay")
  func repeated() throws {
    let line = Chart {
      for x in [1, 2, 2] {
        LineMark(x: .value("x", x), y: .value("y", 5))
      }
      for x in [1, 2, 3] {
        PointMark(x: .value("x", x), y: .value("y", 5))
      }
    }
    #expect(
      try line.dataTable().rows.map { $0.first } == [
        .number(1), .number(2), .number(2), .number(3),
      ]
    )
  }

  @Test("A descriptor has name, axes with extents, and series")
  func descriptor() throws {
    let found = try chart.descriptor()
    #expect(found.title == "Visits by Day")
    #expect(found.axes.map(\.channel) == ["x", "y"])
    #expect(found.axes.first?.categories == ["Mon, \"early\"", "Tue", "Wed"])
    #expect(found.axes.last?.kind == .number)
    #expect(found.axes.last?.range == [0.1 + 0.2, 12])
    #expect(found.series.map(\.mark) == ["bar", "rule"])
    let line = try Chart { LineMark(x: .value("x", 1), y: .value("y", 1)) }.descriptor()
    #expect(line.series.first?.isContinuous == true)
  }

  @Test("A unit of the calendar is one value, a bin two")
  func stretches() throws {
    let bins = Chart {
      BarMark(x: .value("Marks", 40..<50), y: .value("Students", 12))
    }
    #expect(try bins.dataTable().columns == ["Marks start", "Marks end", "Students"])
    #expect(try bins.dataTable(language: "zh").columns == ["Marks 起", "Marks 止", "Students"])
  }
}
