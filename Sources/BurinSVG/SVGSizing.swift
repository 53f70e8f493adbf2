/// How large an SVG says that it is.
///
/// Its `viewBox` is always the picture's own size, so that proportions never change.
public struct SVGSizing: Hashable, Sendable {
  enum Form: Hashable {
    case pixels
    case points
    case responsive(maxWidth: Double?)
  }

  let form: Form

  /// A CSS pixel for each of the picture's points, as large as a PNG of scale 1.
  public static let pixels = SVGSizing(form: .pixels)
  /// Points of print, 1/72 inch, as large as the PDF: 4/3 of a CSS pixel.
  public static let points = SVGSizing(form: .points)
  /// As wide as the page's element around it, and as high as that asks.
  public static let responsive = SVGSizing(form: .responsive(maxWidth: nil))

  /// Returns a size that follows the page's element around it up to a width.
  ///
  /// The width is a `style` attribute, which a page whose security policy forbids inline styles
  /// ignores.
  ///
  /// - Parameter maxWidth: in CSS pixels; what is not above 0 is an error when the picture is
  ///   written.
  public static func responsive(maxWidth: Double) -> SVGSizing {
    SVGSizing(form: .responsive(maxWidth: maxWidth))
  }
}
