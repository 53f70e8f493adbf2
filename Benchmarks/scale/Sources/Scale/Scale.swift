import Burin

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs one piece of work of `scale.py` in a process of its own.
///
/// ```
/// Scale WORK OUT [FILE COUNT]
/// ```
@main
enum Scale {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { fail("usage: Scale WORK OUT [FILE COUNT]") }
    let (work, out) = (arguments[1], arguments[2])
    let count = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
    let numbers = arguments.count > 4 ? read(arguments[3]) : []
    let format: OutputFormat =
      out.hasSuffix(".svg") ? .svg : out.hasSuffix(".pdf") ? .pdf : .png(scale: 2)
    let options = RenderOptions(width: 800, height: 500)
    switch work {
    case "bars":
      try Works.bars.write(to: out, as: format, options)
    case "curve":
      try Works.curves.write(to: out, as: format, options)
    case "line": try Works.line(numbers, count).write(to: out, as: format, options)
    case "lineMarks": try Works.lineMarks(numbers, count).write(to: out, as: format, options)
    case "points": try Works.points(numbers, count).write(to: out, as: format, options)
    case "pointMarks": try Works.pointMarks(numbers, count).write(to: out, as: format, options)
    case "heat": try Works.heat(4_000).write(to: out, as: format, options)
    case "counts": try Works.counts(count).write(to: out, as: format, options)
    case "manyBars": try Works.manyBars(100_000).write(to: out, as: format, options)
    case "areas": try Works.areas(20, 100_000).write(to: out, as: format, options)
    case "contours": try Works.contours.write(to: out, as: format, options)
    case "categories": try Works.categories(100_000).write(to: out, as: format, options)
    default: fail("unknown work \(work)")
    }
  }

  static func fail(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(2)
  }

  /// Reads a file of little-endian doubles.
  static func read(_ path: String) -> [Double] {
    guard let file = fopen(path, "rb") else { fail("cannot read \(path)") }
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    let count = ftell(file) / 8
    rewind(file)
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, 8, count, file)
    }
  }
}
