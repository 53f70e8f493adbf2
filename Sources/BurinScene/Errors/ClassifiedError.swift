/// An error that a program can sort without reading its text.
///
/// All errors of Burin are such errors. A format or a mark of one's own throws one where the
/// programs that use it should tell its errors apart:
///
/// ```swift
/// enum SheetError: ClassifiedError {
///   case tooManyRows(Int)
///   var category: ErrorCategory { .data }
///   var code: String { "sheet.too-many-rows" }
///   var description: String { "…" }
/// }
/// ```
public protocol ClassifiedError: Error, CustomStringConvertible {
  /// Whose matter the error is.
  var category: ErrorCategory { get }
  /// A name of the error that later versions keep, such as `chart.no-room`.
  var code: String { get }
  /// The mark, the channel and the place in the data that the error is about.
  var place: ErrorPlace { get }
  /// The error that this one only passes on, such as the ``LimitError`` that stopped it; otherwise
  /// the error itself.
  var cause: any Error { get }
}

extension ClassifiedError {
  /// No place.
  public var place: ErrorPlace { ErrorPlace() }
  /// The error itself.
  public var cause: any Error { self }
}

/// Whose matter an error is.
public enum ErrorCategory: String, Hashable, Sendable, CaseIterable {
  /// The caller's data cannot be shown: a value that its scale cannot hold, a character without a
  /// glyph, a formula with a fault.
  case data
  /// The caller's options cannot be met: a size, a colour, an axis, content without room.
  case options
  /// The machine lacks something: a font, memory, space on the disk.
  case machine
  /// A limit of ``RenderLimits`` or a fixed one is exceeded.
  case limit
  /// The rendering's task was cancelled.
  case cancellation
  /// An error of the caller's own code, such as a format of their own.
  case other
}

/// What an error is about, as far as it is about one place.
public struct ErrorPlace: Hashable, Sendable {
  /// The type of mark, as messages call it: `bar` for a `BarMark`.
  public var mark: String?
  /// The channel, such as `x` or `color`.
  public var channel: String?
  /// The place among the mark's values, or of the row, from 0; in a formula the offset in UTF-8
  /// bytes.
  public var index: Int?

  /// Creates a place.
  public init(mark: String? = nil, channel: String? = nil, index: Int? = nil) {
    self.mark = mark
    self.channel = channel
    self.index = index
  }
}
