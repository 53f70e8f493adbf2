import BurinMath
import BurinScene
import BurinText

/// Sets an input of libFuzzer as a formula, which may be refused.
///
/// A trap, a layout that is not finite, or an error without words ends the run.
private func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let tex = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  for style in [MathStyle.display, .script] {
    do throws(FormulaError) {
      let layout = try typesetter.layout(tex, size: 12, style: style, color: .black)
      precondition(layout.width.isFinite && layout.ascent.isFinite && layout.descent.isFinite)
      precondition(layout.partNames.allSatisfy { layout.parts[$0] != nil })
    } catch {
      precondition(!"\(error)".isEmpty && error.position?.caret.isEmpty != true)
    }
  }
  return 0
}

private let typesetter: FormulaTypesetter = {
  do {
    return try FormulaTypesetter(fonts: .shared())
  } catch {
    fatalError("\(error)")
  }
}()

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments?>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
enum Fuzz {
  static func main() {
    var count = CommandLine.argc
    var arguments: Arguments? = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments, fuzz)
  }
}
