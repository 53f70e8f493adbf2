public import BurinScene
public import BurinText

/// Why a scene could not be drawn.
public enum RenderError: Error, Hashable, Sendable {
  /// A coordinate is NaN, infinite or absurdly large.
  case notFinite(node: String)
  /// The scale is not a positive number.
  case invalidScale(Double)
  /// The canvas is larger than a renderer's limits.
  case canvasTooLarge(width: Double, height: Double, limit: String)
  /// The canvas has no area.
  case emptyCanvas(width: Double, height: Double)
  /// A caller's pixel buffer does not fit the canvas.
  case buffer(String)
  /// A font that the scene names cannot be used.
  case font(TextError)
  /// Cairo reports an error.
  case cairo(status: String, node: String)
  /// Texts for readers who don't see the picture can't be added to the PDF that Cairo wrote.
  case pdfStructure(String)
  /// The rendering was stopped.
  case stopped(LimitError)
}

extension RenderError: CustomStringConvertible {
  /// One line that says what is wrong, where, and what would be right.
  public var description: String {
    switch self {
    case .notFinite(let node):
      "\(node) has a coordinate that is not a finite number of points below 10⁷"
    case .invalidScale(let scale): "the scale is \(scale); it must be a positive number"
    case .canvasTooLarge(let width, let height, let limit):
      "the canvas would be \(width) × \(height); \(limit)"
    case .emptyCanvas(let width, let height):
      "the canvas is \(width) × \(height) pt; both sides must be positive"
    case .buffer(let reason): reason
    case .font(let error): "\(error)"
    case .pdfStructure(let reason):
      "the PDF can't be given the texts of its formulas: \(reason); use another version of Cairo, or SVG"
    case .stopped(let error): "\(error)"
    case .cairo(let status, let node): "Cairo cannot draw \(node): \(status)"
    }
  }
}
