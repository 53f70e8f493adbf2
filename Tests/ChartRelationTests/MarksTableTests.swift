import Burin
import Foundation
import RandomCharts
import Testing

@Suite("The table of marks", .serialized)
struct MarksTableTests {
  @Test("Documentation/Marks.md says what charts do")
  func table() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = root.appending(path: "Documentation/Marks.md")
    let text = MarksTable.text()
    if ProcessInfo.processInfo.environment["BURIN_RECORD_MARKS"] != nil {
      try text.write(to: page, atomically: true, encoding: .utf8)
      return
    }
    let recorded = try String(contentsOf: page, encoding: .utf8)
    let lines = (text.split(separator: "\n"), recorded.split(separator: "\n"))
    for (new, old) in zip(lines.0, lines.1) where new != old {
      Issue.record("charts do: \(new)\nthe page says: \(old)\nrecord it by \(MarksTable.command)")
    }
    #expect(text == recorded, "record the page by \(MarksTable.command)")
  }
}
