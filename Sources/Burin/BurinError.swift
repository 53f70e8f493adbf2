public import BurinScene

/// The error of a rendering, which a program can sort without reading words.
///
/// ```swift
/// do {
///   return try chart.render(.png).bytes
/// } catch {
///   switch error.category {
///   case .data, .options: return badRequest(error.code, error.description)
///   case .limit: return tooLarge(error.code, error.description)
///   case .cancellation: return nothing
///   case .machine, .other: log.critical("\(error)"); return unavailable
///   }
/// }
/// ```
///
/// The codes are listed in Documentation/Embedding.md; a code keeps its meaning.
public struct BurinError: Error, CustomStringConvertible {
  /// Whose matter an error is.
  public typealias Category = ErrorCategory

  /// Whose matter the error is.
  public let category: Category
  /// The name of the error, such as `chart.no-room`, which later versions keep.
  public let code: String
  /// One line that says what is wrong, where, and what would be right.
  public let description: String
  /// The type of mark that the error is about, as messages call it: `bar` for a `BarMark`.
  public let mark: String?
  /// The channel that the error is about, such as `x`.
  public let channel: String?
  /// The place among the mark's values, of the row, or in the formula, from 0.
  public let index: Int?
  /// The error of the part of Burin, or of the caller's code, that it comes from; where it stopped at
  /// a limit or was cancelled, the ``LimitError`` itself.
  public let underlying: any Error

  /// Sorts an error: one of Burin's parts, or of the caller's own code.
  ///
  /// What is no ``ClassifiedError`` has the category ``ErrorCategory/other`` and the code `other`.
  public init(_ error: any Error) {
    if let error = error as? BurinError {
      self = error
      return
    }
    let known: (any ClassifiedError)? =
      error is CancellationError ? LimitError.cancelled : error as? any ClassifiedError
    underlying = known?.cause ?? error
    category = known?.category ?? .other
    code = known?.code ?? "other"
    description = known?.description ?? "\(error)"
    let place = known?.place
    mark = place?.mark
    channel = place?.channel
    index = place?.index
  }
}

extension BurinError {
  /// Returns what a function returns, its errors sorted.
  static func sorting<Result>(_ body: () throws -> Result) throws(BurinError) -> Result {
    do {
      return try body()
    } catch {
      throw BurinError(error)
    }
  }
}
