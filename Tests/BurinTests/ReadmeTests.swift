import BurinTesting
import Foundation
import Testing

@Suite("The README", .goldens(in: "golden/sheet"))
struct ReadmeTests {
  private func file(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test("Its examples are the code that is compiled here, line for line")
  func examples() throws {
    let source = try file("Tests/BurinTests/ReadmeExample.swift")
    let readme = try file("README.md")
    let examples = source.matches(of: #/  // README begins\n((?:.*\n)*?)  // README ends/#)
    #expect(examples.count == 2)
    for example in examples {
      let code = example.1.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
      #expect(readme.contains("\n\(code)```\n"), "the README lacks: \(code)")
    }
    #expect(readme.contains("```swift\nimport Burin\n"))
  }

  @Test("The mark that documents show is the one of the example package")
  func mark() throws {
    let source = try file("Examples/CustomMark/Sources/CustomMark/TickMark.swift")
    let start = try #require(source.range(of: "struct TickMark"))
    let lines = source[start.lowerBound...].split(separator: "\n", omittingEmptySubsequences: false)
    func code(_ prefix: String) -> String {
      lines.map { $0.isEmpty ? String(prefix.prefix { $0 == "/" }) : prefix + $0 }
        .dropLast().joined(separator: "\n")
    }
    #expect(try file("CONTRIBUTING.md").contains(code("  ")))
    #expect(try file("Sources/BurinCharts/Data/Mark.swift").contains(code("/// ")))
  }

  @Test("Files and folders that the documents link to are there")
  func links() throws {
    for document in ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"] {
      for match in try file(document).matches(of: /\]\(([^)#:]+)\)/) {
        #expect(throws: Never.self, "\(document) links to \(match.1)") {
          let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
          _ = try root.appending(path: String(match.1)).resourceValues(forKeys: [.isRegularFileKey])
        }
      }
    }
  }

  @Test("The examples run, and the first one looks as the README shows it")
  func runs() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "burin-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try expectGolden(readmeExample(in: folder.path()), named: "readme")
    #expect(try readmeFormulas() > 1000)
  }
}
