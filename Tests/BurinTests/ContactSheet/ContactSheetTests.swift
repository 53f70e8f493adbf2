import Burin
import BurinTesting
import Testing

@Suite("The contact sheet", .goldens(in: "golden/sheet"))
struct ContactSheetTests {
  @Test("Bars, lines, areas and points look as before", arguments: ["light", "dark"])
  func first(scheme: String) throws { try check(ContactSheet.first, "first", scheme) }

  @Test("Sectors, rectangles, axes and annotations look as before", arguments: ["light", "dark"])
  func second(scheme: String) throws { try check(ContactSheet.second, "second", scheme) }

  private func check(_ charts: [Chart], _ name: String, _ scheme: String) throws {
    #expect(charts.count == 20)
    try expectGolden(
      ContactSheet.page(charts), named: "sheet.\(name).\(scheme)",
      scheme == "dark" ? ContactSheet.darkOptions : ContactSheet.options, scale: 1)
  }
}
