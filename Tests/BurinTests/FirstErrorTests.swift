import Foundation
import TestSupport
import Testing

#if os(Linux)
  /// Bodies with one fault, type-checked against the modules that were built with the tests.
  @Suite("The first error of a wrong body names its fault")
  struct FirstErrorTests {
    /// Returns the compiler's first error; nil where the body compiles.
    private func firstError(_ body: String) throws -> String? {
      let modules = BuiltProgram("Modules").url
      let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
      let folder = try TemporaryFolder()
      let file = folder.url.appending(path: "Body.swift")
      let source = """
        import Burin
        struct Sale: Identifiable {
          var id: String { month }
          var month: String; var amount: Double; var region: String
        }
        struct Sales: View {
          let sales: [Sale]
          var average: Double { 3 }
          var body: some View {
            \(body)
          }
        }
        """
      try source.write(to: file, atomically: true, encoding: .utf8)
      let systems = ["CCairo", "CPango", "CHarfBuzz", "CLibPNG", "CLibDeflate"]
        .map { "-I '\(root.path)/Sources/\($0)'" }.joined(separator: " ")
      let map = modules.deletingLastPathComponent().appending(path: "CPNG.build/module.modulemap")
      let script = """
        timeout 30 swiftc -typecheck -swift-version 6 -I '\(modules.path)' \(systems) \
        -Xcc '-fmodule-map-file=\(map.path)' \
        $(pkg-config --cflags-only-I cairo-ft pangoft2 harfbuzz-subset libpng libdeflate \
        | sed 's/-I/-Xcc -I/g') Body.swift
        """
      let run = try BuiltProgram(at: "/bin/bash").run(["-c", script], in: folder)
      guard run.status != 0 else { return nil }
      return run.errorLines.first { $0.contains("error: ") } ?? "no error within 30 seconds"
    }

    @Test("A body without a fault compiles")
    func right() throws {
      #expect(
        try firstError(
          """
          Chart(sales, id: \\.month) {
            BarMark(x: .value("Month", $0.month), y: .value("Amount", $0.amount), width: .fixed(9))
              .foregroundStyle(by: .value("Region", $0.region)).cornerRadius(4)
          }
          .chartYScale(type: .log)
          """) == nil)
    }

    @Test(
      "A value without a name, a key that is a plain value, a thickness that is data, a scale by another name",
      arguments: [
        (
          "BarMark(x: .value($0.month), y: .value(\"Amount\", $0.amount))",
          "needs the name of its quantity: .value("
        ),
        (
          "BarMark(x: .value(\"Month\", $0.month), y: .value(\"Amount\", $0.amount)).foregroundStyle(by: $0.region).cornerRadius(4)",
          "foregroundStyle(by: .value("
        ),
        (
          "PointMark(x: .value(\"Month\", $0.month), y: .value(\"Amount\", $0.amount)).symbol(by: $0.region)",
          "symbol(by: .value("
        ),
        (
          "BarMark(x: .value(\"Month\", $0.month), height: .value(\"Amount\", $0.amount))",
          "width and height are thicknesses"
        ),
      ])
    func marks(mark: String, sentence: String) throws {
      let error = try firstError("Chart(sales, id: \\.month) { \(mark) }.chartLegend(.hidden)")
      #expect(error?.contains(sentence) == true, "\(error ?? "none")")
    }

    @Test("Near misses of values and ranges say how these are spelled")
    func nearMisses() throws {
      for (line, sentence) in [
        (".chartXAxis { AxisMarks(values: .automatic(count: 3)) }", "desiredCount: 5"),
        (".chartXScale(range: .plotDimension(inset: 9))", "padding: 8"),
      ] {
        let error = try firstError(
          """
          Chart(sales, id: \\.month) {
            LineMark(x: .value("Month", $0.month), y: .value("Amount", $0.amount))
          }
          \(line).frame(height: 200)
          """)
        #expect(error?.contains(sentence) == true, "\(error ?? "none")")
      }
    }

    @Test(
      "Loops in loops, which read their content once, name a fault within",
      arguments: [
        ("b.mnth", ".cornerRadius(2)", "'Sale' has no member 'mnth'"),
        ("b.month", ".cornerRadii(2)", "no member 'cornerRadii'"),
        ("b.month", ".annotation(alignment: .centre) { Text(\"a\") }", "no member 'centre'"),
        ("b.month", ".interpolationMethod(.catmulRom)", "no member 'catmulRom'"),
      ])
    func loops(place: String, modifier: String, sentence: String) throws {
      for outer in ["sales", "0..<12"] {
        let error = try firstError(
          """
          Chart {
            ForEach(\(outer)) { a in
              ForEach(sales) { b in
                BarMark(x: .value("Month", \(place)), y: .value("Amount", b.amount))
                  \(modifier)
              }
              if average > 0 { RuleMark(y: .value("Mean", average)) }
            }
          }
          .chartYAxis(.hidden).frame(height: 200)
          """)
        #expect(error?.contains(sentence) == true, "\(error ?? "none")")
      }
    }

    @Test(
      "Plots by key paths name a wrong key path, unknown data and a wrong label",
      arguments: [
        ("sales", "x", "\\.mnth", "'Sale' has no member 'mnth'"),
        ("sles", "x", "\\.month", "cannot find 'sles' in scope"),
        ("sales", "xs", "\\.month", "incorrect argument label"),
      ])
    func plots(data: String, label: String, path: String, sentence: String) throws {
      let error = try firstError(
        """
        Chart {
          LinePlot(\(data), \(label): .value("Month", \(path)), y: .value("Amount", \\.amount))
            .foregroundStyle(by: .value("Region", \\.region))
            .symbol(by: .value("Region", \\.region))
            .lineStyle(StrokeStyle(lineWidth: 2)).opacity(0.6)
        }
        """)
      #expect(error?.contains(sentence) == true, "\(error ?? "none")")
    }

    @Test("A logarithmic scale is called .log")
    func scale() throws {
      let error = try firstError(
        """
        Chart(sales, id: \\.month) {
          LineMark(x: .value("Month", $0.month), y: .value("Amount", $0.amount))
        }
        .chartYScale(type: .logarithmic).frame(height: 200)
        """)
      #expect(error?.contains("a logarithmic scale is .log") == true, "\(error ?? "none")")
    }

    @Test("Modes that PDF lacks and charts of three axes say what to draw instead")
    func refused() throws {
      let light = try firstError(
        """
        Chart(sales, id: \\.month) {
          BarMark(x: .value("Month", $0.month), y: .value("Amount", $0.amount))
            .blendMode(.plusLighter)
        }
        """)
      #expect(light?.contains("use .screen or .colorDodge") == true, "\(light ?? "none")")
      let deep = try firstError(
        """
        Chart3D(sales) {
          PointMark(
            x: .value("a", $0.amount), y: .value("b", $0.amount), z: .value("c", $0.amount))
        }
        """)
      #expect(deep?.contains("charts have two axes") == true, "\(deep ?? "none")")
    }
  }
#endif
