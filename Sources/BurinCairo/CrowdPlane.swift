import BurinGeometry
import BurinScene

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The pixels of a bitmap in sixteen bits a channel, onto which a crowd of shapes is painted, each
/// over the ones before.
///
/// Bytes would be rounded at each of the shapes: a hundred faint ones come to nothing. Pixels are
/// fetched from the bitmap when something first covers them, and given back by ``settle()`` before
/// anybody else paints.
final class CrowdPlane {
  private let pixels: PixelBuffer
  private let width: Int
  private let height: Int
  /// Blue, green, red and alpha of each pixel, premultiplied, in parts of 255 × 256.
  private let colors: UnsafeMutablePointer<UInt64>
  /// The fetched columns of each row.
  private let fetched: UnsafeMutablePointer<Range<Int>>
  /// The rows of which something was fetched.
  private var touched = 0..<0
  /// The shares that parts of a shape cover together; zero but while a shape is painted.
  private let shares: UnsafeMutablePointer<Float>
  /// Where parts of the shape added to the shares.
  private var spans: [(row: Int, columns: Range<Int>)] = []
  private var polygons: PolygonRows

  /// Nil where the context draws on something else than pixels, or there is no memory.
  init?(_ context: OpaquePointer) {
    guard let pixels = PixelBuffer(context), pixels.width > 0, pixels.height > 0,
      // Zeroes that the system hands out as they are used, as it does the colours.
      let shares = calloc(pixels.width * pixels.height, MemoryLayout<Float>.stride)
    else { return nil }
    self.pixels = pixels
    (width, height) = (pixels.width, pixels.height)
    colors = .allocate(capacity: width * height)
    self.shares = shares.bindMemory(to: Float.self, capacity: width * height)
    fetched = .allocate(capacity: height)
    fetched.initialize(repeating: 0..<0, count: height)
    polygons = PolygonRows(columns: width, rows: height)
  }

  deinit {
    colors.deallocate()
    fetched.deallocate()
    free(shares)
  }

  /// Whether the context still draws on these pixels.
  func isTarget(of context: OpaquePointer) -> Bool { pixels.isTarget(of: context) }

  /// Where the context's device space begins, in pixels.
  var offset: Vector { pixels.offset }

  /// Paints a shape of polygons that don't overlap, within a clip; all are in pixels.
  func paint(_ parts: [ShapePart], _ color: RGBColor, clip: Rect?) {
    let brush = Brush(color, clip: clip, width: width, height: height)
    for part in parts {
      polygons.cover(part.corners) { row, columns, shares in
        guard part.joints.contains(where: { $0.meets(row, columns) }) else {
          return blend(shares, row, columns, brush)
        }
        // What two parts cover of one pixel is painted once, so that no seam shows between them.
        let base = self.shares + row * width + columns.lowerBound
        for index in 0..<columns.count { base[index] += shares[index] }
        spans.append((row, columns))
      }
    }
    for span in spans {
      let base = shares + span.row * width + span.columns.lowerBound
      blend(base, span.row, span.columns, brush)
      base.update(repeating: 0, count: span.columns.count)
    }
    spans.removeAll(keepingCapacity: true)
  }

  /// Writes what was painted into the bitmap.
  func settle() {
    guard !touched.isEmpty else { return }
    for row in touched where !fetched[row].isEmpty {
      let line = pixels.line(row)
      for column in fetched[row] {
        let levels = colors[row * width + column] &+ 0x0080_0080_0080_0080
        for channel in 0..<4 {
          line[4 * column + channel] = UInt8(truncatingIfNeeded: levels &>> (16 * channel + 8))
        }
      }
      fetched[row] = 0..<0
    }
    touched = 0..<0
    pixels.finish()
  }
}

// Mixing
extension CrowdPlane {
  /// Blends the shares of a row's columns into it.
  private func blend(
    _ shares: UnsafeMutablePointer<Float>, _ row: Int, _ covered: Range<Int>, _ brush: Brush
  ) {
    let columns = covered.clamped(to: brush.columns)
    guard !columns.isEmpty, brush.rows.contains(row) else { return }
    fetch(row, columns)
    let first = covered.lowerBound
    brush.cut(shares - first, row, columns)
    let line = colors + row * width
    for column in columns {
      let share = min(shares[column - first], 1) * brush.whole
      guard share >= 1 else { continue }
      line[column] = brush.mixed(with: line[column], UInt64(UInt32(share)))
    }
  }

  /// Reads the columns of a row that were not read yet, and those between.
  private func fetch(_ row: Int, _ columns: Range<Int>) {
    let known = fetched[row]
    if known.isEmpty {
      if touched.isEmpty { pixels.flush() }
      read(row, columns)
      fetched[row] = columns
      touched =
        touched.isEmpty
        ? row..<row + 1 : min(touched.lowerBound, row)..<max(touched.upperBound, row + 1)
      return
    }
    if columns.lowerBound < known.lowerBound { read(row, columns.lowerBound..<known.lowerBound) }
    if columns.upperBound > known.upperBound { read(row, known.upperBound..<columns.upperBound) }
    fetched[row] =
      min(known.lowerBound, columns.lowerBound)..<max(known.upperBound, columns.upperBound)
  }

  private func read(_ row: Int, _ columns: Range<Int>) {
    let line = pixels.line(row)
    for column in columns {
      var levels: UInt64 = 0
      for channel in 0..<4 {
        levels |= UInt64(line[4 * column + channel]) &<< (16 * channel + 8)
      }
      colors[row * width + column] = levels
    }
  }
}

/// A colour, and where it may be painted.
private struct Brush {
  /// The share that covers a pixel with the colour's opacity, of 65,536.
  let whole: Float
  let columns: Range<Int>
  let rows: Range<Int>
  /// Every other channel from the first on, and from the second on.
  private let even: UInt64
  private let odd: UInt64
  /// Cuts pixels at its edges.
  private let clip: Rect?

  private static let mask: UInt64 = 0x0000_FFFF_0000_FFFF

  init(_ color: RGBColor, clip: Rect?, width: Int, height: Int) {
    even = UInt64(color.blue) << 8 | UInt64(color.red) << 40
    odd = UInt64(color.green) << 8 | 255 << 40
    whole = 65_536 * Float(color.alpha) / 255
    self.clip = clip
    func range(_ low: Double, _ high: Double, _ limit: Int) -> Range<Int> {
      let start = Int(min(max(low.rounded(.down), 0), Double(limit)))
      return start..<max(start, Int(min(high.rounded(.up), Double(limit))))
    }
    columns = clip.map { range($0.minX, $0.maxX, width) } ?? 0..<width
    rows = clip.map { range($0.minY, $0.maxY, height) } ?? 0..<height
  }

  /// Mixes a pixel with the colour, two channels in each multiplication.
  func mixed(with pixel: UInt64, _ share: UInt64) -> UInt64 {
    let rest = 65_536 &- share
    let half: UInt64 = 0x0000_8000_0000_8000
    let low = ((pixel & Self.mask) &* rest &+ even &* share &+ half) &>> 16
    let high = ((pixel &>> 16 & Self.mask) &* rest &+ odd &* share &+ half) &>> 16
    return low & Self.mask | (high & Self.mask) &<< 16
  }

  /// Reduces the shares of a row to what the clip leaves of each column.
  func cut(_ shares: UnsafeMutablePointer<Float>, _ row: Int, _ columns: Range<Int>) {
    guard let clip else { return }
    let down = clip.share(ofRow: row)
    if down < 1 { for column in columns { shares[column] *= down } }
    let (left, right) = (self.columns.lowerBound, self.columns.upperBound - 1)
    if columns.contains(left) { shares[left] *= clip.share(ofColumn: left) }
    // Both sides of a narrow clip may cut one column.
    if right > left, columns.contains(right) { shares[right] *= clip.share(ofColumn: right) }
  }
}

extension Rect {
  /// Whether a row's columns reach into the rectangle, in pixels.
  fileprivate func meets(_ row: Int, _ columns: Range<Int>) -> Bool {
    Double(row + 1) > minY && Double(row) < maxY && Double(columns.upperBound) > minX
      && Double(columns.lowerBound) < maxX
  }
}
