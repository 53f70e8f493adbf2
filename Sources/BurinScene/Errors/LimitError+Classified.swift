extension LimitError: ClassifiedError {
  /// A limit, or the cancellation.
  public var category: ErrorCategory { self == .cancelled ? .cancellation : .limit }
  /// `limit.` and the limit's name, or `cancelled`.
  public var code: String {
    switch self {
    case .exceeded(let limit, _, _): "limit.\(limit.rawValue)"
    case .cancelled: "cancelled"
    }
  }
}

extension SceneTextError: ClassifiedError {
  /// The caller's data: a text that is no scene's.
  public var category: ErrorCategory { .data }
  /// `scene.text`.
  public var code: String { "scene.text" }
}
