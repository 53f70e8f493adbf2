import BurinGeometry
import BurinText

/// A place where a label could stand.
struct LabelCandidate {
  /// The top left corner of the text.
  var origin: Point
  /// What the place is called when it is explained, such as `above` or `20 pt to the upper right`.
  var name: String
  /// How far down the list of wishes the place is.
  var rank: Int
  /// The ink of each line of the text.
  var ink: [Rect]
  /// The smallest rectangle around the ink.
  var bounds: Rect
  /// Where the lines of the text lie: at the side where the mark is.
  var alignment: Paragraph.Alignment
  /// Whether the text is broken into more lines than its author wrote.
  var isBroken = false
  /// The line back to what the label names.
  var leader: Segment?
  /// What speaks against the place, whatever the other labels do.
  var cost = PlacementCost()

  init(
    origin: Point, name: String, rank: Int, ink: [Rect], alignment: Paragraph.Alignment = .center
  ) {
    self.origin = origin
    self.name = name
    self.rank = rank
    let vector = Vector(origin.x, origin.y)
    self.ink = ink.map { $0.offset(by: vector) }
    bounds = Rect.union(of: self.ink) ?? Rect(origin, origin)
    self.alignment = alignment
  }

  /// Everything that the label would cover.
  var reach: Rect { leader.map { bounds.union($0.bounds) } ?? bounds }
}
