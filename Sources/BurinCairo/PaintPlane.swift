import BurinGeometry
import BurinScene

/// A part of a bitmap as floats, onto which shapes are painted one over the other by coverage.
///
/// Bytes would be rounded at each of the shapes: a hundred faint ones come to nothing.
final class PaintPlane {
  /// The pixels of the part, as columns and rows of the bitmap.
  let columns: Range<Int>
  let rows: Range<Int>
  /// The one colour of all shapes; nil where each has its own.
  private let ink: RGBColor?
  /// The floats of a row.
  private let stride: Int
  private let lines: Int
  /// How much of the bitmap shines through, where there is one colour.
  private let shine: UnsafeMutablePointer<Float>
  /// Premultiplied blue, green, red and alpha, 0…255, where there are more.
  private let colors: UnsafeMutablePointer<SIMD4<Float>>

  /// How far stamps may reach beyond the part: it has room for them all around.
  private static let apron = 24

  init(columns: Range<Int>, rows: Range<Int>, ink: RGBColor?) {
    (self.columns, self.rows, self.ink) = (columns, rows, ink)
    stride = columns.count + 2 * Self.apron
    lines = rows.count + 2 * Self.apron
    shine = .allocate(capacity: ink == nil ? 0 : stride * lines)
    shine.initialize(repeating: 1, count: ink == nil ? 0 : stride * lines)
    colors = .allocate(capacity: ink == nil ? stride * lines : 0)
    colors.initialize(repeating: .zero, count: ink == nil ? stride * lines : 0)
  }

  deinit {
    shine.deallocate()
    colors.deallocate()
  }

  private func offset(_ column: Int, _ row: Int) -> Int {
    (row - rows.lowerBound + Self.apron) * stride + column - columns.lowerBound + Self.apron
  }
}

// Painting
extension PaintPlane {
  /// Paints what a mask covers, its first pixel at a column and a row of the bitmap.
  func paint(_ mask: borrowing CoverageMask, column: Int, row: Int, _ color: RGBColor) {
    let (left, right) = (
      max(column, columns.lowerBound), min(column + mask.width, columns.upperBound)
    )
    guard left < right else { return }
    let opacity = Float(color.alpha) / 255
    let paint = Self.vector(color)
    for y in max(
      row, rows.lowerBound)..<max(
        row, rows.lowerBound, min(row + mask.height, rows.upperBound))
    {
      let base = offset(0, y)
      for x in left..<right {
        let cover = mask[x - column, y - row] * opacity
        if cover > 0 { add(base + x, cover, paint) }
      }
    }
  }

  /// Paints an axis-aligned rectangle, in pixels of the bitmap.
  func paint(_ rect: Rect, _ color: RGBColor) {
    let (x0, x1) = (
      max(rect.minX, Double(columns.lowerBound)), min(rect.maxX, Double(columns.upperBound))
    )
    let (y0, y1) = (
      max(rect.minY, Double(rows.lowerBound)), min(rect.maxY, Double(rows.upperBound))
    )
    guard x0 < x1, y0 < y1 else { return }
    let opacity = Double(color.alpha) / 255
    let paint = Self.vector(color)
    let (left, right) = (Int(x0), Int(x1.rounded(.up)))
    // The columns that the rectangle covers across; the ones beside them it covers in part.
    let (first, last) = (Int(x0.rounded(.up)), max(Int(x0.rounded(.up)), Int(x1)))
    func across(_ column: Int) -> Double { min(x1, Double(column + 1)) - max(x0, Double(column)) }
    for y in Int(y0)..<Int(y1.rounded(.up)) {
      let height = (min(y1, Double(y + 1)) - max(y0, Double(y))) * opacity
      let base = offset(0, y)
      if left < first { add(base + left, Float(height * across(left)), paint) }
      fill(base + first, last - first, Float(height), paint)
      if last < right { add(base + last, Float(height * across(last)), paint) }
    }
  }

  /// Paints neighbours in a row that are covered alike.
  private func fill(_ start: Int, _ count: Int, _ cover: Float, _ paint: SIMD4<Float>) {
    if ink != nil {
      let rest = 1 - cover
      let first = shine + start
      for index in 0..<count { first[index] *= rest }
    } else if cover >= 1 {
      (colors + start).update(repeating: paint, count: count)
    } else {
      let first = colors + start
      for index in 0..<count { first[index] += (paint - first[index]) * cover }
    }
  }

  /// Paints the covered shares of a column, one for each row of the plane.
  func paint(_ shares: [Float], column: Int, _ color: RGBColor) {
    let opacity = Float(color.alpha) / 255
    let paint = Self.vector(color)
    var index = offset(column, rows.lowerBound)
    for share in shares {
      if share > 0 { add(index, min(share, 1) * opacity, paint) }
      index += stride
    }
  }

  @inline(__always)
  private func add(_ index: Int, _ cover: Float, _ paint: SIMD4<Float>) {
    if ink != nil {
      shine[index] *= 1 - cover
    } else {
      colors[index] += (paint - colors[index]) * cover
    }
  }

  /// Paints a stamped symbol with its middle at a point of the bitmap, in pixels.
  func paint(_ stamps: borrowing SymbolStamps, x: Double, y: Double, _ color: RGBColor) {
    let (left, bottom) = (x + stamps.left, y + stamps.bottom)
    guard left > Double(columns.lowerBound - stamps.width), left < Double(columns.upperBound),
      bottom > Double(rows.lowerBound), bottom < Double(rows.upperBound + stamps.height)
    else { return }
    let (column, row) = (left.rounded(.down), bottom.rounded(.down))
    let steps = Double(stamps.steps)
    let (u, v) = ((left - column) * steps, (bottom - row) * steps)
    let (i, j) = (min(Int(u), stamps.steps - 1), min(Int(v), stamps.steps - 1))
    let (fx, fy) = (Float(u - Double(i)), Float(v - Double(j)))
    let opacity = Float(color.alpha) / 255
    let weights = SIMD4(
      (1 - fx) * (1 - fy) * opacity, fx * (1 - fy) * opacity, (1 - fx) * fy * opacity,
      fx * fy * opacity)
    let size = stamps.stride * stamps.height
    let first = (j * (stamps.steps + 1) + i) * size
    let base = offset(Int(column), Int(row) - (stamps.height - 2))
    stamps.cells.withUnsafeBytes { cells in
      for line in 0..<stamps.height {
        var chunk = 0
        while chunk < stamps.stride {
          let at = (first + line * stamps.stride + chunk) * 4
          func stamp(_ number: Int) -> SIMD8<Float> {
            cells.loadUnaligned(fromByteOffset: at + number * size * 4, as: SIMD8<Float>.self)
          }
          let cover =
            (stamp(0) * weights.x + stamp(1) * weights.y)
            + (stamp(stamps.steps + 1) * weights.z + stamp(stamps.steps + 2) * weights.w)
          add(base + line * stride + chunk, cover, Self.vector(color))
          chunk += 8
        }
      }
    }
  }

  @inline(__always)
  private func add(_ index: Int, _ cover: SIMD8<Float>, _ paint: SIMD4<Float>) {
    if ink != nil {
      let place = UnsafeMutableRawPointer(shine + index)
      let before = place.loadUnaligned(as: SIMD8<Float>.self)
      place.storeBytes(of: before - before * cover, as: SIMD8<Float>.self)
    } else {
      for lane in 0..<8 {
        colors[index + lane] += (paint - colors[index + lane]) * cover[lane]
      }
    }
  }

  @inline(__always)
  private static func vector(_ color: RGBColor) -> SIMD4<Float> {
    SIMD4(Float(color.blue), Float(color.green), Float(color.red), 255)
  }
}

// The bitmap
extension PaintPlane {
  /// Reads the bitmap's pixels, over which shapes are painted.
  func load(_ pixels: PixelBuffer) {
    guard ink == nil else { return }
    for y in rows {
      let line = pixels.line(y)
      let base = offset(0, y)
      for x in columns {
        colors[base + x] = SIMD4(
          Float(line[4 * x]), Float(line[4 * x + 1]), Float(line[4 * x + 2]),
          Float(line[4 * x + 3]))
      }
    }
  }

  /// Writes what was painted into the bitmap, within a clip in pixels; nil for none.
  func store(_ pixels: PixelBuffer, clip: Rect?) {
    let paint = ink.map(Self.vector) ?? .zero
    for y in rows {
      let line = pixels.line(y)
      let base = offset(0, y)
      let down = clip?.share(ofRow: y) ?? 1
      for x in columns {
        if ink != nil, shine[base + x] == 1 { continue }
        let before = SIMD4<Float>(
          Float(line[4 * x]), Float(line[4 * x + 1]), Float(line[4 * x + 2]),
          Float(line[4 * x + 3]))
        var after =
          ink == nil ? colors[base + x] : paint + (before - paint) * shine[base + x]
        let share = clip.map { down * $0.share(ofColumn: x) } ?? down
        if share < 1 { after = before + (after - before) * share }
        let bytes = after.rounded(.toNearestOrAwayFromZero)
        for channel in 0..<4 {
          line[4 * x + channel] = UInt8(min(max(bytes[channel], 0), 255))
        }
      }
    }
  }
}
