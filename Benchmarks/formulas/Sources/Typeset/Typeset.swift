import BurinMath
import BurinScene
import BurinText

/// Times the typesetting of formulas.
///
/// `Typeset ROUNDS` reads formulas from standard input, one a line with `T` or `D` and a space
/// before it for the style, sets all of them once to warm up and then in as many rounds, and prints
/// for each the median in microseconds, a tab and the line. Parsing and layout are timed, down to
/// scene items.
///
/// `Typeset --cold FORMULA` prints the milliseconds from the start of `main` to the first formula's
/// scene items: loading the fonts, reading their tables, filling the tables of commands, typesetting.
///
/// `Typeset --sizes` reads formulas from standard input, one a line, and prints for each the width,
/// the ascent and the descent in display style at 10 points, or `!` and the error.
@main
enum Typeset {
  static func main() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "--cold" {
      let layout = try FormulaTypesetter(fonts: .shared()).layout(
        arguments[2], size: 12, style: .display, color: .black)
      let milliseconds = (clock.now - start) / .milliseconds(1)
      print(milliseconds, layout.items.count)
      return
    }
    if arguments == [arguments[0], "--sizes"] { return try printSizes() }
    guard arguments.count == 2, let rounds = Int(arguments[1]), rounds > 0 else { throw Usage() }
    let typesetter = try FormulaTypesetter(fonts: .shared())
    var lines: [(line: String, tex: String, style: MathStyle)] = []
    while let line = readLine() {
      guard line.hasPrefix("T ") || line.hasPrefix("D ") else { continue }
      lines.append((line, String(line.dropFirst(2)), line.hasPrefix("D") ? .display : .text))
    }
    for entry in lines {
      _ = try typesetter.layout(entry.tex, size: 12, style: entry.style, color: .black)
    }
    var times = [[Double]](repeating: [], count: lines.count)
    for _ in 0..<rounds {
      for (index, entry) in lines.enumerated() {
        let start = clock.now
        _ = try typesetter.layout(entry.tex, size: 12, style: entry.style, color: .black)
        times[index].append((clock.now - start) / .microseconds(1))
      }
    }
    for (entry, times) in zip(lines, times) {
      print("\(times.sorted()[times.count / 2])\t\(entry.line)")
    }
  }

  private static func printSizes() throws {
    let typesetter = try FormulaTypesetter(fonts: .shared())
    while let tex = readLine() {
      do throws(FormulaError) {
        let layout = try typesetter.layout(tex, size: 10, style: .display, color: .black)
        print(layout.width, layout.ascent, layout.descent)
      } catch {
        print("!", error)
      }
    }
  }

  struct Usage: Error, CustomStringConvertible {
    let description =
      "usage: Typeset ROUNDS < FORMULAS, Typeset --cold FORMULA, or Typeset --sizes < FORMULAS"
  }
}
