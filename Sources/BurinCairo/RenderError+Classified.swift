public import BurinScene
import BurinText

extension RenderError: ClassifiedError {
  /// The data where a coordinate is at fault, the options where the canvas is, otherwise the machine.
  public var category: ErrorCategory {
    switch self {
    case .notFinite: .data
    case .invalidScale, .emptyCanvas, .buffer: .options
    case .canvasTooLarge: .limit
    case .font(let error): error.category
    case .cairo, .pdfStructure: .machine
    case .stopped(let error): error.category
    }
  }

  /// A name such as `render.scale`.
  public var code: String {
    switch self {
    case .notFinite: "render.not-finite"
    case .invalidScale: "render.scale"
    case .emptyCanvas: "render.empty-canvas"
    case .buffer: "render.buffer"
    case .canvasTooLarge: "render.canvas-too-large"
    case .font(let error): error.code
    case .cairo: "render.cairo"
    case .pdfStructure: "render.pdf-structure"
    case .stopped(let error): error.code
    }
  }

  /// The error of the fonts, or why the rendering was stopped, where that is the error.
  public var cause: any Error {
    switch self {
    case .font(let error): error.cause
    case .stopped(let error): error
    default: self
    }
  }
}
