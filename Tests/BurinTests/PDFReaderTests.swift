import Burin
import Foundation
import TestSupport
import Testing

@Suite("PDF for every reader")
struct PDFReaderTests {
  private var page: some FigureContent {
    VStack {
      Text("A line with $x^2$ in it")
      Table(columns: [.init("Day"), .init("Visits")]) {
        TableRow("Mon", "12")
        TableRow("Tue", "19")
      }
      Chart {
        BarMark(x: .value("Day", "Mon"), y: .value("Visits", 12))
        BarMark(x: .value("Day", "Tue"), y: .value("Visits", 19)).opacity(0.5)
      }
      .frame(width: 300, height: 200)
    }
  }

  private func written(_ options: RenderOptions, _ format: OutputFormat = .pdf) throws -> String {
    String(decoding: try page.render(format, options).bytes, as: Unicode.ASCII.self)
  }

  /// Runs the script over a file and returns what it prints.
  private func check(_ bytes: [UInt8]) throws -> (status: Int32, output: String) {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "page.pdf")
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = root.appendingPathComponent("Scripts/check-pdf-ua")
    process.arguments = [folder.url("page.pdf").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test("A page with title, table, formula, translucent marks and data passes the clauses")
  func clauses() throws {
    let options = RenderOptions(title: "Visits", language: "en")
    let (status, output) = try check(try page.render(.pdf, options).bytes)
    #expect(status == 0, "\(output)")
    // The checks found what they look for.
    for clause in [
      "7.3 (bounding box)", "7.5 (scope)", "7.7 (alternative)", "7.4.2 (first heading)",
    ] {
      #expect(output.contains("clause \(clause)"), "\(clause)")
    }
  }

  @Test("The elements, the metadata and the data are in the file")
  func structure() throws {
    let file = try written(RenderOptions(title: "Visits & more", language: "en"))
    for kind in ["H1", "P", "Table", "TR", "TH", "TD", "Formula", "Figure"] {
      #expect(file.contains("/S /\(kind)\n"), "\(kind)")
    }
    #expect(file.components(separatedBy: "/S /TR\n").count == 4)
    #expect(file.components(separatedBy: "/Scope /Column").count == 3)
    #expect(file.contains("<pdfuaid:part>1</pdfuaid:part>"))
    #expect(file.contains("Visits &amp; more</rdf:li>"))
    #expect(file.contains("/DisplayDocTitle true") && file.contains("/Tabs /S"))
    #expect(file.contains("/F (data.csv)") && file.contains("/Subtype /text#2Fcsv"))
    let bare = try written(
      RenderOptions(title: "Visits", language: "en"),
      .pdf(denseLayers: .standard, includesData: false))
    #expect(!bare.contains("/EmbeddedFile"))
  }

  @Test("Each formula that is spoken has its MathML as an associated file, equal ones share it")
  func formulas() throws {
    let content = VStack {
      Text("Both $x^2$ and $x^2$, then $\\frac{a}{b}$, and the letter $x$ alone")
    }
    let options = RenderOptions(title: "Formulas", language: "en")
    let bytes = try content.render(.pdf, options).bytes
    let file = String(decoding: bytes, as: Unicode.ASCII.self)
    #expect(file.components(separatedBy: "/S /Formula\n").count == 5)
    #expect(file.components(separatedBy: "/AFRelationship /Supplement").count == 3)
    #expect(file.components(separatedBy: "/Subtype /application#2Fmathml+xml").count == 3)
    let (status, output) = try check(bytes)
    #expect(status == 0, "\(output)")
    #expect(output.contains("clause 14.13 (associated files, ISO 32000-2): 3 checks"))
    let bare = try content.render(.pdf(includesData: false), options).bytes
    #expect(!String(decoding: bare, as: Unicode.ASCII.self).contains("/AF "))
  }

  @Test("A file without language does not claim to be for every reader")
  func claim() throws {
    var scene = try page.scene(RenderOptions(title: "Visits", language: "en")).scene
    scene.language = ""
    let file = String(decoding: try scene.encoded(as: .pdf), as: Unicode.ASCII.self)
    #expect(!file.contains("pdfuaid"))
    #expect(file.contains("/S /Figure\n"))
  }

  @Test("The script finds what a file lacks, and names the clause")
  func script() throws {
    let good = try page.render(.pdf, RenderOptions(title: "Visits", language: "en")).bytes
    // As long as what it stands for, so that no object moves.
    for (text, other, clause) in [
      ("/Tabs /S", "/Tabs /R", "7.18.3"), ("/DisplayDocTitle true", "/DisplayDocTitle null", "7.1"),
      ("/Scope /Column", "/Scope /Kolumn", "7.5"), ("/S /H1", "/S /H3", "7.4.2"),
      ("pdfuaid:part>1<", "pdfuaid:part>0<", "5"), ("/Alt <", "/Alx <", "7.3"),
      ("/Marked true", "/Marked null", "7.1"), ("/BBox", "/BBux", "7.3"),
    ] {
      #expect(text.utf8.count == other.utf8.count)
      var bytes = good
      let wanted = Array(text.utf8)
      var index = 0
      while index + wanted.count <= bytes.count {
        if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
          bytes.replaceSubrange(index..<(index + wanted.count), with: Array(other.utf8))
        }
        index += 1
      }
      let (status, output) = try check(bytes)
      #expect(status == 1 && output.contains(": \(clause) ("), "\(text): \(output)")
    }
  }
}
