/// The limits by which ink counts as visible to a reader or as an obstacle.
///
/// Both placement and lint use these limits, so that a label that placement considers clean is
/// clean to lint, and findings of lint concern layout rather than a difference of opinion.
public enum InkLimits {
  // MARK: Obstacles

  /// The opacity below which paint is not an obstacle: texts lie on it as on a grid.
  ///
  /// At 0.2 black on white has a contrast of 1.6, hardly more than a grid's.
  public static let faintestObstacle = 0.2
  /// The maximum extent of the shorter side of a filled shape that counts as a line, in points.
  ///
  /// Lines of charts are 1 to 3 points wide; readers can't distinguish so narrow a bar from a line.
  public static let widestLine = 3.0
  /// The maximum extent of an arrow's or connector's shape that counts as a head, in points.
  public static let largestArrowhead = 12.0
  /// The maximum extent of a point's symbol, in points; anything larger is an area.
  public static let largestPoint = 24.0
  /// The number of shapes in columns up to which each counts by itself; more are one ink.
  public static let fewestDense = 256
  /// The number of lines of marks that labels keep off; where there are more, they leave no room.
  public static let mostObstacles = 4_000
  /// The contrast with its ground from which an area is a shape with an edge; below it is a tint.
  ///
  /// It is a quarter of the way from no contrast (1) to WCAG's 3 for graphics: pale
  /// bands that text may run across stay below it, pale bars do not.
  public static let shapeContrast = 1.5
  /// The minimum extent of an area that counts as the ground of other items, in points.
  ///
  /// Letters of 11 points are about 6 high without ascenders: a much smaller area lies between
  /// their strokes, not behind them.
  public static let smallestGround = 4.0

  // MARK: Distances between ink and text

  /// The depth to which ink may extend into a text's ink, in points: half a pixel at scale 1.
  public static let touch = 0.5
  /// The distance of placed labels from other ink, in points; larger than ``touch``, so that
  /// placement is never at the limit.
  public static let clearance = 2.0
  /// The distance between the labels of neighbouring ticks, in points.
  public static let tickLabelGap = 3.0
  /// The distance between neighbouring ticks, minor ones included, in points.
  public static let tickStep = 2.0
  /// The extent of a halo beyond its letters, in points: the distance of labels from ink.
  public static let haloReach = clearance
  /// The distance by which text may extend beyond its place on the page, in points.
  ///
  /// Slanted letters extend beyond their advance: an italic f of 15 points by 2.
  public static let overhang = 3.0
  /// The maximum distance between the middles of a text and its halo that is text, in points.
  public static let haloShift = 2.5

  // MARK: Sizes

  /// The width in points at which figures are shown: wider ones are shrunk to it.
  public static let displayWidth = 800.0
  /// The minimum size of text in points, at the width at which the picture is shown.
  public static let textSize = 11.0
  /// The minimum size of the scripts in a formula, likewise.
  public static let scriptSize = 7.5
  /// The minimum width of lines in points, likewise.
  public static let lineWidth = 0.5
  /// The thickness from which a filled shape can be seen: half of the thinnest line, a quarter of a
  /// pixel at scale 1.
  public static let leastThickness = 0.25
  /// The share of a chart's marks that must be seen.
  public static let leastSeen = 0.1

  // MARK: Visibility

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
  /// The distance in OKLab below which two colours look the same.
  public static let noticeableDistance = 0.02
  /// The distance in OKLab below which two keys of a legend are confused.
  public static let keyDistance = 0.05
  /// The least ratio of two symbols' diameters that readers can tell apart.
  public static let sizeRatio = 1.15

  /// Returns whether readers can tell two diameters apart, in points.
  package static func areApart(_ a: Double, _ b: Double) -> Bool {
    max(a, b) >= sizeRatio * min(a, b) + 0.1
  }

  /// The distance in OKLab below which two colours need a second channel to mean different things.
  ///
  /// It is four times what is just noticeable, so that small marks far apart on a page are matched
  /// with their keys.
  public static let meaningDistance = 0.08
  /// The contrast of text with its ground as it is perceived, in Lc.
  ///
  /// Source: APCA 0.1.9 and the Bronze level of its guidelines: 60 for text that is read.
  public static let perceivedTextContrast = 60.0
  /// The same from ``largeText`` points on.
  public static let largePerceivedTextContrast = 45.0

  // MARK: Measuring

  /// The tolerance of measured numbers at a limit: half of the last displayed decimal.
  public static let rounding = 0.005
  /// The maximum distance of flattened lines and areas from curves, in points.
  public static let flatness = 0.1
  /// The positions along a text where its ground is sampled: it may begin on a bar and end beside
  /// it.
  public static let textSamples = [0.1, 0.3, 0.5, 0.7, 0.9]
}
