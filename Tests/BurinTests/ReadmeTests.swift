import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  private func file(_ path: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test("Its example is the code that is compiled here, line for line")
  func example() throws {
    let source = try file("Tests/BurinTests/ReadmeExample.swift")
    let start = try #require(source.range(of: "  // README begins\n"))
    let end = try #require(source.range(of: "  // README ends"))
    let code = source[start.upperBound..<end.lowerBound]
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("  ") ? $0.dropFirst(2) : $0 }.joined(separator: "\n")
    #expect(try file("README.md").contains("import Burin\n\n" + code))
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

  @Test("The example runs")
  func runs() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "burin-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try readmeExample(in: folder.path()) > 1000)
  }
}
