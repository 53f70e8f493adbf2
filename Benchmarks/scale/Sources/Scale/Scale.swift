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
/// Scale checks COUNT
/// Scale warm TIMES
/// ```
@main
enum Scale {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { fail("usage: Scale WORK OUT [FILE COUNT]") }
    if arguments[1] == "checks" { return try Checks.run(Int(arguments[2]) ?? 0) }
    if arguments[1] == "warm" { return try Warm.run(Int(arguments[2]) ?? 0) }
    let (work, out) = (arguments[1], arguments[2])
    let count = arguments.count > 4 ? Int(arguments[4]) ?? 0 : 0
    let file = arguments.count > 4 ? arguments[3] : ""
    let format: OutputFormat =
      out.hasSuffix(".svg") ? .svg : out.hasSuffix(".pdf") ? .pdf : .png(scale: 2)
    let options = RenderOptions(width: 800, height: 500)
    switch work {
    case "bars":
      try Works.bars.write(to: out, as: format, options)
    case "curve":
      try Works.curves.write(to: out, as: format, options)
    case "line": try Works.line(samples(file, count)).write(to: out, as: format, options)
    case "lineMarks":
      try Works.lineMarks(read(file, count), count).write(to: out, as: format, options)
    case "points": try Works.points(pairs(file, count)).write(to: out, as: format, options)
    case "pointMarks":
      try Works.pointMarks(read(file, 2 * count), count).write(to: out, as: format, options)
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

  /// Reads the first of a file of little-endian doubles.
  static func read(_ path: String, _ count: Int) -> [Double] {
    guard let file = fopen(path, "rb") else { fail("cannot read \(path)") }
    defer { fclose(file) }
    return [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, 8, count, file)
    }
  }

  /// Reads a file of pairs of x and y.
  static func pairs(_ path: String, _ count: Int) -> [Sample] {
    guard let file = fopen(path, "rb") else { fail("cannot read \(path)") }
    defer { fclose(file) }
    return [Sample](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = fread(buffer.baseAddress, MemoryLayout<Sample>.stride, count, file)
    }
  }

  /// Reads a file of values of y at 0, 1, 2 and so on.
  static func samples(_ path: String, _ count: Int) -> [Sample] {
    guard let file = fopen(path, "rb") else { fail("cannot read \(path)") }
    defer { fclose(file) }
    var samples: [Sample] = []
    samples.reserveCapacity(count)
    var part = [Double](repeating: 0, count: 65_536)
    while samples.count < count {
      let read = fread(&part, 8, min(part.count, count - samples.count), file)
      if read == 0 { break }
      for y in part[..<read] { samples.append(Sample(x: Double(samples.count), y: y)) }
    }
    return samples
  }
}
