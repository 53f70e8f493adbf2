import Foundation
import TestSupport
import Testing

@Suite("What a program that draws loads")
struct LoadedLibrariesTests {
  #if os(Linux)
    @Test("Burin needs FoundationEssentials alone, not the tables of every locale")
    func foundation() throws {
      let program = try Data(contentsOf: BuiltProgram("burin-draw").url)
      func needs(_ library: String) -> Bool {
        program.range(of: Data((library + "\0").utf8)) != nil
      }
      #expect(needs("libFoundationEssentials.so"))
      #expect(!needs("libFoundation.so") && !needs("libFoundationInternationalization.so"))
    }
  #endif
}
