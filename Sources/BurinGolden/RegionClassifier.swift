import BurinRaster

/// Tells from pixels alone what happened in a region: ink came, went, moved or changed its colour.
struct RegionClassifier {
  private let expected: Bitmap
  private let actual: Bitmap
  private let bounds: PixelRect

  /// The longest way that is tried for moved ink, in pixels.
  private static let reach = 16
  /// The most pixels that are looked at for moved ink; larger regions are sampled.
  private static let sampleLimit = 2048

  init(_ expected: Bitmap, _ actual: Bitmap, _ bounds: PixelRect) {
    self.expected = expected
    self.actual = actual
    self.bounds = bounds
  }

  /// What happened.
  var change: DifferenceRegion.Change {
    let paper = (expected: paper(of: expected), actual: paper(of: actual))
    var (gained, lost, kept) = (0, 0, 0)
    expected.pixels.withUnsafeBytes { first in
      actual.pixels.withUnsafeBytes { second in
        for y in bounds.y..<bounds.y + bounds.height {
          var offset = (y * expected.width + bounds.x) * 4
          let end = offset + bounds.width * 4
          while offset < end {
            let before = first.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            let after = second.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            offset += 4
            if before == after { continue }
            if before == paper.expected {
              if after != paper.actual { gained += 1 }
            } else if after == paper.actual {
              lost += 1
            } else {
              kept += 1
            }
          }
        }
      }
    }
    // Where the same ink covers the same pixels, only its colour can have changed.
    if gained == 0, lost == 0 { return .recoloured }
    if lost == 0, kept == 0 { return .added }
    if gained == 0, kept == 0 { return .removed }
    if let way = way(paper: paper.expected) { return .moved(dx: way.dx, dy: way.dy) }
    return .changed
  }

  /// The commonest colour of the frame just outside of the region.
  private func paper(of bitmap: Bitmap) -> UInt32 {
    var counts: [UInt32: Int] = [:]
    let (left, right) = (bounds.x - 1, bounds.x + bounds.width)
    let (top, bottom) = (bounds.y - 1, bounds.y + bounds.height)
    func look(_ x: Int, _ y: Int) {
      guard x >= 0, y >= 0, x < bitmap.width, y < bitmap.height else { return }
      counts[pixel(bitmap, x, y), default: 0] += 1
    }
    for x in left...right {
      look(x, top)
      look(x, bottom)
    }
    for y in top...bottom {
      look(left, y)
      look(right, y)
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key ?? pixel(bitmap, bounds.x, bounds.y)
  }

  /// The way by whole pixels on which all ink of the expected region went, and nothing else came.
  private func way(paper: UInt32) -> (dx: Int, dy: Int)? {
    let stride = max(1, bounds.width * bounds.height / Self.sampleLimit)
    var ways: [(dx: Int, dy: Int)] = []
    for dy in -min(Self.reach, bounds.height - 1)...min(Self.reach, bounds.height - 1) {
      for dx in -min(Self.reach, bounds.width - 1)...min(Self.reach, bounds.width - 1)
      where (dx, dy) != (0, 0) {
        ways.append((dx, dy))
      }
    }
    // The shortest way first, so that a pattern that repeats gives the nearest answer.
    ways.sort { (abs($0.dx) + abs($0.dy), $0.dy, $0.dx) < (abs($1.dx) + abs($1.dy), $1.dy, $1.dx) }
    return ways.first { way in
      for index in Swift.stride(from: 0, to: bounds.width * bounds.height, by: stride) {
        let (x, y) = (bounds.x + index % bounds.width, bounds.y + index / bounds.width)
        let source = (x: x - way.dx, y: y - way.dy)
        let isInside =
          source.x >= bounds.x && source.y >= bounds.y && source.x < bounds.x + bounds.width
          && source.y < bounds.y + bounds.height
        let before = isInside ? pixel(expected, source.x, source.y) : paper
        if pixel(actual, x, y) != before { return false }
      }
      return true
    }
  }

  private func pixel(_ bitmap: Bitmap, _ x: Int, _ y: Int) -> UInt32 {
    bitmap.pixels.withUnsafeBytes {
      $0.loadUnaligned(fromByteOffset: (y * bitmap.width + x) * 4, as: UInt32.self)
    }
  }
}
