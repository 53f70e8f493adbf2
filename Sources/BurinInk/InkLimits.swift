/// The limits by which ink counts as something that a reader sees or that is in a reader's way.
///
/// Placement and lint both take them from here, so that a label which placement calls clean is
/// clean to lint, and lint's findings speak of layout rather than of a second opinion.
public enum InkLimits {
  // MARK: What counts as ink in the way

  /// The opacity below which paint is no obstacle: texts stand on it as on a grid.
  ///
  /// At 0.2 black on white has a contrast of 1.6, hardly more than a grid's.
  public static let faintestObstacle = 0.2
  /// The least extent of a filled shape, in points, up to which it is a line and not an area.
  ///
  /// Lines of charts are 1 to 3 points wide; readers can't tell a bar as narrow from a line.
  public static let widestLine = 3.0
  /// The greatest extent of a shape of an arrow or a connector, in points, up to which it is a head.
  public static let largestArrowhead = 12.0
  /// The greatest extent of a point's symbol, in points; what is larger is an area.
  public static let largestPoint = 24.0
  /// The number of shapes in columns up to which each counts by itself; more are one ink.
  public static let fewestDense = 256
  /// The contrast with its ground from which an area is a shape with an edge, below it is a tint.
  ///
  /// It is a quarter of the way from no contrast (1) to WCAG's 3 for graphics: pale
  /// bands that text may run across stay below it, pale bars do not.
  public static let shapeContrast = 1.5
  /// The least extent of an area, in points, from which it is a ground for what stands on it.
  ///
  /// Letters of 11 points are about 6 high without ascenders: what is much smaller lies between
  /// their strokes, not behind them.
  public static let smallestGround = 4.0

  // MARK: How near ink may come to text

  /// How far ink may reach into a text's ink, in points: half a pixel at scale 1.
  public static let touch = 0.5
  /// How far placed labels keep from other ink, in points; more than ``touch``, so that what is
  /// placed is never at the limit.
  public static let clearance = 2.0
  /// How far a halo reaches beyond its letters, in points: as far as labels keep from ink.
  public static let haloReach = clearance
  /// How far text may reach out of its place on the page, in points.
  ///
  /// Slanted letters reach out of their advance: an italic f of 15 points by 2.
  public static let overhang = 3.0
  /// How far the middle of a halo that is text may lie from its text's, in points.
  public static let haloShift = 2.5

  // MARK: What can be seen

  /// The contrast of text with its ground.
  ///
  /// Source: WCAG 2.2, success criterion 1.4.3.
  public static let textContrast = 4.5
  /// The contrast of text from ``largeText`` points on.
  ///
  /// Source: WCAG 2.2, success criterion 1.4.3.
  public static let largeTextContrast = 3.0
  /// The size from which text is large, in points.
  ///
  /// Source: WCAG 2.2, success criterion 1.4.3.
  public static let largeText = 18.0
  /// The size from which bold text is large, in points.
  ///
  /// Source: WCAG 2.2, success criterion 1.4.3.
  public static let largeBoldText = 14.0
  /// The contrast of lines, points and bars.
  ///
  /// Source: WCAG 2.2, success criterion 1.4.11.
  public static let graphicContrast = 3.0
  /// The distance in OKLab below which two colours are one to the eye.
  public static let noticeableDistance = 0.02
  /// The distance in OKLab below which two keys of a legend are taken for each other.
  public static let keyDistance = 0.05

  // MARK: How it is measured

  /// How far measured numbers may be on the wrong side of a limit: half of the last decimal shown.
  public static let rounding = 0.005
  /// How far flattened lines and areas keep from curves, in points.
  public static let flatness = 0.1
  /// Where along a text its ground is looked at: it may begin on a bar and end beside it.
  public static let textSamples = [0.1, 0.3, 0.5, 0.7, 0.9]
}
