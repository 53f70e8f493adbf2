public import BurinRaster

/// Whether two bitmaps are equal, and if not, where and by how much.
///
/// ```swift
/// let comparison = BitmapComparison(expected: golden, actual: fresh)
/// comparison.description
/// // "3 pixels differ, in 2 × 2 pixels at (14, 7), by at most 96 of 255"
/// ```
///
/// There is no tolerance: one pixel that differs by one step in one channel is a difference.
public struct BitmapComparison: Sendable, Equatable {
  /// What comparing found.
  public enum Outcome: Sendable, Hashable {
    /// Sizes and all bytes are the same.
    case equal
    /// The sizes differ; no pixels were compared.
    case sizes(expected: PixelSize, actual: PixelSize)
    /// Some pixels differ.
    case pixels(PixelDifference)
  }

  /// What comparing found.
  public let outcome: Outcome
  /// The image that should be.
  public let expected: Bitmap
  /// The image that is.
  public let actual: Bitmap

  /// Places to be marked although their bytes are the same.
  let marked: [PixelRect]

  /// Compares two bitmaps.
  ///
  /// - Parameters:
  ///   - expected: the image that should be.
  ///   - actual: the image that is.
  ///   - marked: places that the image of the differences marks in any case, such as those of
  ///     ``FineDifference``.
  /// - Complexity: O(pixels).
  public init(expected: Bitmap, actual: Bitmap, marking marked: [PixelRect] = []) {
    self.expected = expected
    self.actual = actual
    self.marked = marked
    guard expected.width == actual.width, expected.height == actual.height else {
      outcome = .sizes(expected: PixelSize(expected), actual: PixelSize(actual))
      return
    }
    outcome =
      PixelDifference(DifferingPixels(expected, actual)).map(Outcome.pixels) ?? .equal
  }

  /// Whether sizes and all pixels are the same.
  public var isEqual: Bool { outcome == .equal }
}

extension BitmapComparison: CustomStringConvertible {
  /// One line: equal, the two sizes, or the count, place and size of the differences.
  public var description: String {
    switch outcome {
    case .equal: "equal"
    case .sizes(let expected, let actual): "size is \(actual), not \(expected)"
    case .pixels(let difference): difference.description
    }
  }
}

/// Which pixels of two bitmaps of one size differ, and by how much.
public struct PixelDifference: Sendable, Hashable {
  /// The number of pixels that differ in any channel.
  public let count: Int
  /// The smallest rectangle that holds them all.
  public let bounds: PixelRect
  /// The largest difference of one channel, 1 to 255; channels are premultiplied by alpha.
  public let largestChannelDifference: Int

  /// `nil` when there are none.
  init?(_ pixels: DifferingPixels) {
    var count = 0
    var largest = 0
    var columns = (first: Int.max, last: -1)
    var rows = (first: Int.max, last: -1)
    pixels.forEach { x, y, before, after in
      count += 1
      largest = max(largest, DifferingPixels.largestStep(before, after))
      columns = (min(columns.first, x), max(columns.last, x))
      rows = (min(rows.first, y), y)
    }
    guard count > 0 else { return nil }
    self.count = count
    self.bounds = PixelRect(
      x: columns.first, y: rows.first, width: columns.last - columns.first + 1,
      height: rows.last - rows.first + 1)
    self.largestChannelDifference = largest
  }
}

extension PixelDifference: CustomStringConvertible {
  /// One line with the count, the bounding box and the largest difference.
  public var description: String {
    let pixels = count == 1 ? "1 pixel differs" : "\(count) pixels differ"
    return "\(pixels), in \(bounds), by at most \(largestChannelDifference) of 255"
  }
}
