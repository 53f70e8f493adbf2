import BurinGeometry
import BurinScene

/// What a line along which x ascends covers, in slices of pixels.
///
/// A stroke with round joins along such a line covers one stretch at every x. Its ends at the middle of each slice
/// are exact: the envelope of the discs around the points, and the sides of the segments. No outline
/// is made, so that the time grows with the number of points and of slices alone.
struct SlicedStroke {
  /// The slices of a pixel: with as many, what is painted is within two of 255 of the exact share.
  static let perPixel = 256
  /// The most stretches of different lines that lie in a slice on average.
  private static let deepest = 8.0

  private let columns: Range<Int>
  private let radius: Double
  private let stroke: Stroke
  /// The least and greatest y of each slice.
  private var top: [Double]
  private var bottom: [Double]
  /// Further stretches of slices, where lines lie side by side.
  private var others: [Int: [(top: Double, bottom: Double)]] = [:]

  /// Nil for what Cairo must stroke: dashes, sharp joins, lines with very many gaps.
  ///
  /// - Parameters:
  ///   - stroke: the style.
  ///   - parts: the lines.
  ///   - map: from the lines' coordinates to pixels.
  ///   - columns: the pixels that are painted.
  init?(_ stroke: Stroke, _ parts: AscendingParts, _ map: PixelScale, columns: Range<Int>) {
    guard stroke.dash.isEmpty, stroke.join == .round, stroke.width > 0 else { return nil }
    (self.stroke, self.columns) = (stroke, columns)
    radius = stroke.width / 2 * map.scale
    // What the ends of lines add.
    let depth = Double(parts.runs.count) * 2 * radius / Double(columns.count)
    guard depth <= Self.deepest else { return nil }
    let count = columns.count * Self.perPixel
    top = [Double](repeating: .infinity, count: count)
    bottom = [Double](repeating: -.infinity, count: count)
    guard parts.runs.count > 1 else {
      if let run = parts.runs.first { add(run, parts, map) }
      return
    }
    var whole = (top: top, bottom: bottom)
    for run in parts.runs where run.count > 1 {
      let first = slice(map.x(parts.point(0, of: run).x) - radius) - 1
      let last = slice(map.x(parts.point(run.count - 1, of: run).x) + radius) + 1
      let range = max(first, 0)..<max(min(last + 1, count), max(first, 0))
      for slice in range { (top[slice], bottom[slice]) = (.infinity, -.infinity) }
      add(run, parts, map)
      for slice in range where top[slice] < bottom[slice] {
        if whole.top[slice] > whole.bottom[slice] {
          (whole.top[slice], whole.bottom[slice]) = (top[slice], bottom[slice])
        } else if top[slice] <= whole.bottom[slice], bottom[slice] >= whole.top[slice] {
          whole.top[slice] = min(whole.top[slice], top[slice])
          whole.bottom[slice] = max(whole.bottom[slice], bottom[slice])
        } else {
          others[slice, default: []].append((top[slice], bottom[slice]))
        }
      }
    }
    (top, bottom) = whole
  }

  /// The slice of an x; beyond the ends for what lies beyond.
  @inline(__always)
  private func slice(_ x: Double) -> Int {
    Int(((x - Double(columns.lowerBound)) * Double(Self.perPixel)).rounded(.down))
  }

  // MARK: The sides of segments

  private mutating func add(_ run: AscendingParts.Run, _ parts: AscendingParts, _ map: PixelScale) {
    var (tops, bottoms) = (DiscEnvelope(radius: radius), DiscEnvelope(radius: radius))
    let (left, right) = (
      Double(columns.lowerBound) - radius, Double(columns.upperBound) + radius
    )
    var (best, least, greatest) = (Int.min, SIMD2<Double>.zero, SIMD2<Double>.zero)
    func flush() {
      guard best != .min else { return }
      tops.add(least.x, -least.y)
      bottoms.add(greatest.x, greatest.y)
    }
    var before: SIMD2<Double>?
    var lastDirection: SIMD2<Double>?
    for number in 0..<run.count {
      let point = parts.point(number, of: run)
      let here = SIMD2(map.x(point.x), map.y(point.y))
      let isEnd = number == 0 || number == run.count - 1
      if !isEnd || stroke.cap == .round, here.x > left, here.x < right {
        // Of points in one slice, the outermost are seen.
        let own = slice(here.x)
        if own == best {
          if here.y < least.y { least = here }
          if here.y > greatest.y { greatest = here }
        } else {
          flush()
          (best, least, greatest) = (own, here, here)
        }
      }
      guard let last = before else {
        before = here
        continue
      }
      let step = here - last
      let length = (step * step).sum().squareRoot()
      guard length > 0 else { continue }
      let direction = step / length
      let normal = SIMD2(-direction.y, direction.x) * radius
      addEdge(last - normal, here - normal, isTop: true)
      addEdge(last + normal, here + normal, isTop: false)
      if stroke.cap != .round, lastDirection == nil { addEnd(last, -direction) }
      (before, lastDirection) = (here, direction)
    }
    flush()
    if stroke.cap != .round, let before, let lastDirection { addEnd(before, lastDirection) }
    top.withUnsafeMutableBufferPointer { top in
      tops.visit(columns) { slice, height in if -height < top[slice] { top[slice] = -height } }
    }
    bottom.withUnsafeMutableBufferPointer { bottom in
      bottoms.visit(columns) { slice, height in if height > bottom[slice] { bottom[slice] = height }
      }
    }
  }

  /// Adds the end of a line that leaves in a direction.
  private mutating func addEnd(_ point: SIMD2<Double>, _ direction: SIMD2<Double>) {
    let normal = SIMD2(-direction.y, direction.x) * radius
    addChord(point + normal, point - normal)
    guard stroke.cap == .square else { return }
    let far = point + direction * radius
    addChord(far + normal, far - normal)
    addChord(point + normal, far + normal)
    addChord(point - normal, far - normal)
  }

  /// Adds an edge of what is covered, which may be its upper or its lower one.
  private mutating func addChord(_ a: SIMD2<Double>, _ b: SIMD2<Double>) {
    let (from, to) = a.x <= b.x ? (a, b) : (b, a)
    addEdge(from, to, isTop: true)
    addEdge(from, to, isTop: false)
  }

  @inline(__always)
  private mutating func addEdge(_ from: SIMD2<Double>, _ to: SIMD2<Double>, isTop: Bool) {
    let (per, left) = (Double(Self.perPixel), Double(columns.lowerBound))
    let first = ((from.x - left) * per - 0.5).rounded(.up)
    let last = ((to.x - left) * per - 0.5).rounded(.down)
    guard first <= last, last >= 0, first < Double(top.count) else { return }
    let slope = (to.y - from.y) / (to.x - from.x)
    for slice in max(0, Int(first))...min(top.count - 1, Int(last)) {
      let y = from.y + slope * (left + (Double(slice) + 0.5) / per - from.x)
      if isTop {
        if y < top[slice] { top[slice] = y }
      } else if y > bottom[slice] {
        bottom[slice] = y
      }
    }
  }

  // MARK: The shares of pixels

  /// Paints what is covered onto a plane.
  func paint(on plane: PaintPlane, _ color: RGBColor) {
    var shares = ColumnShares(rows: plane.rows)
    let weight = 1 / Double(Self.perPixel)
    for column in columns {
      let first = (column - columns.lowerBound) * Self.perPixel
      for slice in first..<first + Self.perPixel where top[slice] < bottom[slice] {
        shares.add(top[slice], bottom[slice], weight)
      }
      if !others.isEmpty {
        for slice in first..<first + Self.perPixel {
          guard let more = others[slice] else { continue }
          shares.add(top[slice], bottom[slice], -weight)
          var end = -Double.infinity
          for stretch in (more + [(top[slice], bottom[slice])]).sorted(by: { $0.top < $1.top }) {
            shares.add(max(stretch.top, end), max(stretch.bottom, end), weight)
            end = max(end, stretch.bottom)
          }
        }
      }
      shares.paint(on: plane, column: column, color)
    }
  }
}

/// The upper envelope of discs of one radius, whose middles come in ascending x.
///
/// The upper arcs of two such discs cross at most once, and left of the crossing the left disc is
/// the higher one. So what is seen of all is found as for parabolas in distance transforms (P.
/// Felzenszwalb, D. Huttenlocher, 2012), in time that grows with their number.
private struct DiscEnvelope {
  let radius: Double
  private var x: [Double] = []
  private var y: [Double] = []
  /// Where each disc begins to be seen.
  private var start: [Double] = []

  init(radius: Double) { self.radius = radius }

  @inline(__always)
  mutating func add(_ newX: Double, _ newY: Double) {
    var begin = newX - radius
    while let last = x.indices.last {
      if newX == x[last] {
        if newY <= y[last] { return }
      } else {
        begin = crossing(x[last], y[last], newX, newY)
        if begin > start[last] { break }
      }
      x.removeLast()
      y.removeLast()
      start.removeLast()
      begin = newX - radius
    }
    x.append(newX)
    y.append(newY)
    start.append(begin)
  }

  /// Where the right one of two discs comes to be the higher one.
  @inline(__always)
  private func crossing(_ ax: Double, _ ay: Double, _ bx: Double, _ by: Double) -> Double {
    let (dx, dy) = (bx - ax, by - ay)
    guard dx < 2 * radius else { return ax + radius }
    // How high an arc is above the middle, where the other arc begins or ends.
    let rise = (dx * (2 * radius - dx)).squareRoot()
    if dy >= rise { return bx - radius }
    if -dy >= rise { return ax + radius }
    let square = dx * dx + dy * dy
    let half = (max(0, radius * radius / square - 0.25)).squareRoot()
    return (ax + bx) / 2 - dy * half
  }

  /// Visits the slices of pixels with the height of the envelope at their middles.
  @inline(__always)
  func visit(_ columns: Range<Int>, _ visit: (Int, Double) -> Void) {
    let (per, left) = (Double(SlicedStroke.perPixel), Double(columns.lowerBound))
    let count = columns.count * SlicedStroke.perPixel
    let square = radius * radius
    for index in x.indices {
      let end = index + 1 < x.count ? min(start[index + 1], x[index] + radius) : x[index] + radius
      let begin = max(start[index], x[index] - radius)
      let first = max(0, ((begin - left) * per - 0.5).rounded(.up))
      let last = min(Double(count - 1), ((end - left) * per - 0.5).rounded(.down))
      guard first <= last else { continue }
      for slice in Int(first)...Int(last) {
        let distance = left + (Double(slice) + 0.5) / per - x[index]
        visit(slice, y[index] + max(0, square - distance * distance).squareRoot())
      }
    }
  }
}
