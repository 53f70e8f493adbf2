/// Why a rendering was stopped before its end.
public enum LimitError: Error, Hashable, Sendable {
  /// More was asked for than a limit allows.
  ///
  /// What is asked for is exact for pixels; for what is counted while the rendering goes on, it is
  /// the count at which the rendering stopped.
  case exceeded(RenderLimit, allowed: Int, asked: Int)
  /// The rendering's task was cancelled.
  case cancelled
}

extension LimitError: CustomStringConvertible {
  /// One line that says what was asked for, which limit that exceeds, and what to do.
  public var description: String {
    switch self {
    case .cancelled: "the rendering was cancelled"
    case .exceeded(let limit, let allowed, let asked):
      switch limit {
      case .pixels:
        "the picture would have \(asked) pixels where RenderLimits.pixels allows \(allowed); make it smaller or raise the limit"
      case .data:
        "the charts have \(asked) rows of data where RenderLimits.data allows \(allowed); show fewer or raise the limit"
      case .text:
        "the texts have \(asked) characters or more where RenderLimits.text allows \(allowed); shorten them or raise the limit"
      case .formulas:
        "the formulas have \(asked) atoms or more where RenderLimits.formulas allows \(allowed); shorten them or raise the limit"
      case .layout:
        "the layout takes \(asked) steps or more where RenderLimits.layout allows \(allowed); show less or raise the limit"
      case .output:
        "the file has \(asked) bytes or more where RenderLimits.output allows \(allowed); show less or raise the limit"
      case .time:
        "the rendering took \(asked) ms where RenderLimits.time allows \(allowed) ms; show less or raise the limit"
      }
    }
  }
}
