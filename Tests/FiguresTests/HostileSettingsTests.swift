import BurinFigures
import Figures
import Testing

@Suite("Odd and wrong parameters")
struct HostileSettingsTests {
  static let numbers = [
    "", " ", "x", "nan", "inf", "-inf", "0", "-0", "1", "-1", "0.5", "2", "2.5", "1e300", "-1e300",
    "1e-320", "1e400", "1/0", "1/3", "0.3,0.7", "5e-324",
  ]
  static let lists = [
    "", " ", ",", "x,y", "nan,1", "inf,0", "1", "0.5,0.5", "1,0", "0,1", "0.6,0.3,0.2",
    "0.5,0.3,0.2", "1,0,0", "0,0,1", "0,0,0", "-0,0.4,0.6", "-0.1,0.6,0.5", "1e-320,0.4,0.6",
    "0.4,0.6,1e-320", "1e-200,0.4,0.6", "0.99999,0.000005,0.000005", "0.4,0.6,5e-324",
    "1e300,1e300,1e300", "1e300,0,0", "1e-320,1e-320,1e-320",
    "0.999999999,0.000000001,0", "0.3333333333,0.3333333333,0.3333333334", "1,2,3", "10,1,0.3,0.1",
    "0.2,0.2,0.2,0.2,0.2", "0.1,0.1,0.1,0.1,0.1,0.5", "0,0,0,0,0,1",
    Array(repeating: "0.002", count: 500).joined(separator: ","),
    Array(repeating: "1", count: 26).joined(separator: ","),
    "1e300," + Array(repeating: "0", count: 25).joined(separator: ","),
    Array(repeating: "1e-320", count: 26).joined(separator: ","),
    "1," + Array(repeating: "-0", count: 25).joined(separator: ","),
  ]

  /// Draws a figure; what it refuses must be one line that begins with one of its parameters.
  private func draw(_ entry: FigureEntry, _ settings: [String: String], _ language: Language) {
    let told = "\(entry.id) \(settings.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })"
    do {
      let rendering = try entry.render(.typed(settings), language: language)
      #expect(!rendering.scene.altText.isEmpty, "\(told)")
      #expect(!rendering.scene.text.contains("nan"), "\(told)")
      #expect(rendering.facts.allSatisfy { !$0.value.isNaN }, "\(told)")
    } catch let error as ParameterError {
      #expect(entry.parameters.contains { $0.name == error.parameter }, "\(told): \(error)")
      #expect(!error.description.contains { $0.isNewline }, "\(told): \(error)")
      #expect(error.description.hasPrefix("parameter \(error.parameter): "), "\(told): \(error)")
    } catch {
      Issue.record("\(told): \(error)")
    }
  }

  @Test("A parameter alone is drawn or refused by name", arguments: Catalog.ids)
  func single(_ id: String) throws {
    let entry = try Catalog.require(id)
    for parameter in entry.parameters {
      let values = parameter.defaultText.contains(",") ? Self.lists : Self.numbers
      for (index, value) in values.enumerated() {
        draw(entry, [parameter.name: value], index % 2 == 0 ? .zh : .en)
      }
    }
  }

  @Test("Pairs of distributions are drawn or refused by name", arguments: Catalog.ids)
  func pairs(_ id: String) throws {
    let entry = try Catalog.require(id)
    let names = entry.parameters.filter { $0.defaultText.contains(",") }.map(\.name)
    guard names.count == 2 else { return }
    let pairs = [
      ("1,0,0", "0,0,1"), ("0,0,1", "1,0,0"), ("0.5,0.5,0", "0.5,0.5,0"),
      ("0.5,0.5,0", "0,0.5,0.5"), ("1e-320,0.5,0.5", "0.5,0.5,1e-320"),
      ("0.5,0.5,1e-320", "0.5,0.5,0"), ("0.5,0.5", "1,0"), ("1,0", "1,0"), ("0.5,0.5", "0.5,0.5"),
      ("0.2,0.2,0.2,0.2,0.2", "1,0,0,0,0"), ("1/6,1/6,1/6,1/6,1/6,1/6", "0.5,0.1,0.1,0.1,0.1,0.1"),
      ("0.999999,0.0000005,0.0000005", "0.0000005,0.0000005,0.999999"),
      ("0.9999999999,0.0000000001", "0.0000000001,0.9999999999"),
    ]
    for (index, pair) in pairs.enumerated() {
      draw(entry, [names[0]: pair.0, names[1]: pair.1], index % 2 == 0 ? .zh : .en)
    }
  }

  @Test("An unknown parameter is told with those there are", arguments: Catalog.ids)
  func unknown(_ id: String) throws {
    let entry = try Catalog.require(id)
    do {
      _ = try entry.facts([FigureEntry.Setting(name: "nonsense", value: "1")])
      Issue.record("\(entry.id) took the parameter nonsense")
    } catch let error as ParameterError {
      #expect(error.parameter == "nonsense")
      for parameter in entry.parameters { #expect(error.reason.contains(parameter.name)) }
    } catch {
      Issue.record("\(entry.id): \(error)")
    }
  }

  @Test("Counts that differ are told by the parameter")
  func counts() throws {
    for id in ["05_two_distributions", "09_kl_calculation", "12_summary", "kl_numerical_example"] {
      let entry = try Catalog.require(id)
      #expect(throws: ParameterError.self) {
        try entry.facts([FigureEntry.Setting(name: "P", value: "0.25,0.75")])
      }
    }
  }

  @Test("There is no figure of another name")
  func unknownFigure() {
    #expect(Catalog.entry("nonsense") == nil)
    #expect(Catalog.entry("") == nil)
  }
}
