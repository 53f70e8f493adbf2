import Foundation
import TestSupport
import Testing

@Suite("burin formula")
struct FormulaCommandTests {
  private static let divergence =
    #"D_{\mathrm{KL}}(P\,\|\,Q)=\sum_{x} P(x)\log_2\frac{P(x)}{Q(x)}"#

  @Test("A formula becomes a picture in the format that the file's name says")
  func formats() throws {
    let program = try BurinProgram()
    let signatures: [(String, [UInt8])] = [
      ("sunny.png", [0x89, 0x50, 0x4E, 0x47]), ("sunny.svg", Array("<svg".utf8)),
      ("sunny.pdf", Array("%PDF".utf8)), ("LOUD.PNG", [0x89, 0x50, 0x4E, 0x47]),
    ]
    for (name, signature) in signatures {
      let run = try program.run("formula", #"P(\text{晴})=0.6"#, "--out", name)
      #expect(run.status == 0 && run.output.isEmpty && run.error.isEmpty, "\(name): \(run)")
      #expect(try program.folder.bytes(name).starts(with: signature), "\(name)")
    }
    #expect(try program.folder.names() == ["LOUD.PNG", "sunny.pdf", "sunny.png", "sunny.svg"])
  }

  @Test("The picture carries the words as alternative text and characters that can be searched")
  func text() throws {
    let program = try BurinProgram()
    #expect(try program.run("formula", Self.divergence, "--out", "kl.svg").status == 0)
    let svg = try program.folder.text("kl.svg")
    #expect(svg.contains(#"-desc">KL divergence of P from Q equals the sum over x of P of x"#))
    #expect(svg.contains("P(x)log</tspan>"))
    #expect(try program.run("formula", Self.divergence, "--out", "kl.png").status == 0)
    let png = String(decoding: try program.folder.bytes("kl.png"), as: Unicode.ASCII.self)
    #expect(png.contains("KL divergence of P from Q"))
    let chinese = ["formula", Self.divergence, "--language", "zh", "--out", "kl.svg"]
    #expect(try program.run(chinese).status == 0)
    #expect(try program.folder.text("kl.svg").contains("P 相对于 Q 的 KL 散度等于对 x 求和"))
  }

  @Test("A file that ends with .mml holds the formula as MathML")
  func mathML() throws {
    let program = try BurinProgram()
    #expect(try program.run("formula", #"\frac12"#, "--out", "half.mml").status == 0)
    #expect(
      try program.folder.text("half.mml")
        == """
        <math xmlns="http://www.w3.org/1998/Math/MathML" display="block">\
        <mfrac><mn>1</mn><mn>2</mn></mfrac></math>

        """)
  }

  @Test("Size, colour and background change the picture; the same command gives the same bytes")
  func options() throws {
    let program = try BurinProgram()
    func svg(_ options: String...) throws -> String {
      let run = try program.run(["formula", "x^2", "--out", "x.svg"] + options)
      #expect(run.status == 0, "\(run.error)")
      return try program.folder.text("x.svg")
    }
    let plain = try svg()
    #expect(try svg() == plain)
    #expect(try svg("--color", "#1d5aa8").contains(##"fill="#1d5aa8""##))
    #expect(try svg("--color", "blue").contains(##"fill="#0000ff""##))
    #expect(try svg("--background", "white").contains("<rect"))
    #expect(!plain.contains("<rect"))
    func width(_ svg: String) -> Double? {
      svg.split(separator: "width=\"").dropFirst().first?.split(separator: "\"").first
        .flatMap { Double($0) }
    }
    let (small, large) = (width(plain) ?? 0, width(try svg("--size", "48")) ?? 0)
    // Twice the formula within the same padding of 1 pt a side.
    #expect(abs((large - 2) - 2 * (small - 2)) < 0.01)
  }

  @Test("The metrics place the picture within a line")
  func metrics() throws {
    let program = try BurinProgram()
    let run = try program.run("formula", "1", "--out", "x.svg", "--size", "100", "--metrics")
    // The digit of TeX Gyre Pagella Math: advance 500, ink from −5 to 689 thousandths of the em.
    let words = run.output.split(whereSeparator: \.isWhitespace)
    #expect(
      words.count == 6 && words[0] == "width" && words[2] == "ascent" && words[4] == "descent")
    #expect(words.count == 6 && words[1] == "50.000")
  }

  @Test("A faulty formula is told with its place, the command that was meant, and status 1")
  func faults() throws {
    let program = try BurinProgram()
    let run = try program.run("formula", #"晴+\fracc{a}{b}"#, "--out", "x.svg")
    #expect(run.status == 1)
    #expect(
      run.error == #"""
        error: formula, column 3: unknown command \fracc; did you mean \frac? in “晴+\fracc{a}{b}”
        晴+\fracc{a}{b}
           ^

        """#)
    for tex in ["{x", "x^", #"\left(x"#, "", "\u{2029B}"] {
      let run = try program.run("formula", tex, "--out", "x.svg")
      #expect(run.status == 1 && run.error.hasPrefix("error: "), "\(tex): \(run.error)")
    }
    #expect(try program.folder.names() == [])
  }

  @Test("Arguments that make no sense are told in one line, with status 2")
  func usage() throws {
    let program = try BurinProgram()
    let faults: [([String], String)] = [
      (
        ["x", "--out", "x.gif"],
        "--out is x.gif; its name must end with .png, .svg, .pdf, .html or .mml"
      ),
      (
        ["x", "--out", ".png"],
        "--out is .png; its name must end with .png, .svg, .pdf, .html or .mml"
      ),
      (
        ["x", "--out", "x.svg", "--size", "0"],
        "--size is 0.0; it must be above 0 and at most 10000"
      ),
      (["x", "--out", "x.svg", "--color", "blu"], "--color is blu; did you mean blue?"),
      (["x", "--out", "x.svg", "--scale", "nan"], "--scale is nan; it must be from 0.1 to 20"),
    ]
    for (arguments, message) in faults {
      let run = try program.run(["formula"] + arguments)
      #expect(run.status == 2 && run.error == "error: \(message)\n", "\(run)")
    }
    #expect(try program.folder.names() == [])
  }

  @Test("A file that cannot be written is told in one line, with status 1")
  func unwritable() throws {
    let program = try BurinProgram()
    let run = try program.run("formula", "x", "--out", "missing/x.svg")
    #expect(run.status == 1)
    #expect(
      run.error == "error: cannot write missing/x.svg: its folder does not exist; create it first\n"
    )
  }

  @Test("The help is that of the program that draws")
  func help() throws {
    let run = try BurinProgram().run("formula", "--help")
    #expect(run.status == 0)
    #expect(run.output.contains("USAGE: burin formula"))
    #expect(run.output.contains("--metrics"))
  }

  @Test("Without the program that draws, the message names it")
  func alone() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: BuiltProgram("burin").path, toPath: "\(folder.path)/burin")
    let run = try BuiltProgram(at: "\(folder.path)/burin").run(["formula", "x"], in: folder)
    #expect(run.status == 1)
    #expect(run.error.contains("needs the program burin-draw beside burin"))
  }
}
