import BurinGeometry
import BurinScene
import BurinText

/// A possible place of a label.
struct LabelCandidate {
  /// A place relative to the mark.
  enum Place: Hashable {
    /// At a side.
    case side(AnnotationPosition)
    /// At a fraction of the way from a side to the next one, as close to the mark as at the sides.
    case between(AnnotationPosition, AnnotationPosition, Double)
    /// Farther off on a side, and slid along it.
    case farther(AnnotationPosition, distance: Double, isSlid: Bool)
    /// At a distance in one of the ring's directions.
    case ring(distance: Double, direction: Int)
    /// Outside of a circle, turned from the mark's direction.
    case outwards(distance: Double, degrees: Double)
    /// Above or below a line at a fraction of its length.
    case along(Double, isAbove: Bool)
    /// At a line's end, shifted downwards.
    case lineEnd(shift: Double)
    /// Within an area, at a distance from its middle.
    case inside(Double)
  }

  /// The top left corner of the text.
  var origin: Point
  /// The place relative to the mark.
  var place: Place
  /// The rank of the place in the order of preference; 0 is the most preferred.
  var rank: Int
  /// The smallest rectangle that contains the ink.
  var bounds: Rect
  /// The alignment of the text's lines: towards the mark.
  var alignment: Paragraph.Alignment
  /// Whether the text is broken into more lines than its author wrote.
  var isBroken = false
  /// The line back to the labelled point.
  var leader: Segment?
  /// The ink of each line of the text, relative to the origin.
  private let shape: LabelShape

  init(
    origin: Point, place: Place, rank: Int, shape: LabelShape,
    alignment: Paragraph.Alignment = .center
  ) {
    self.origin = origin
    self.place = place
    self.rank = rank
    self.shape = shape
    bounds = shape.bounds.offset(by: Vector(origin.x, origin.y))
    self.alignment = alignment
  }

  /// The ink of each line of the text.
  var ink: [Rect] {
    let offset = Vector(origin.x, origin.y)
    return shape.ink.map { $0.offset(by: offset) }
  }

  /// The coloured pieces of the text, relative to the origin.
  var pieces: [LabelShape.Piece] { shape.pieces }

  /// Whether the leader runs straight to the first digit of a line, where it reads as a minus sign.
  var leaderReadsAsMinus: Bool {
    guard let leader, leader.length < Self.longestMinus else { return false }
    let step = leader.end - leader.start
    guard step.dx > 0, abs(step.dy) < 0.25 * step.dx else { return false }
    return shape.amounts.contains { line in
      let ink = ink[line]
      return ink.minY <= leader.end.y && leader.end.y <= ink.maxY && leader.end.x <= ink.minX
    }
  }

  /// Longer leaders don't look like a sign, in points.
  private static let longestMinus = 24.0

  /// The rectangle of everything that the label would cover.
  var reach: Rect { leader.map { bounds.union($0.bounds) } ?? bounds }

  /// The name of the place in explanations, such as `above` or `20 pt to the upper right`.
  var name: String { place.name + (isBroken ? ", in short lines" : "") }
}

/// The ink of each line of a text whose top left corner is at zero.
struct LabelShape: Hashable {
  /// The ink of a run of text.
  struct Piece: Hashable {
    /// The index of the line.
    var line: Int
    var rect: Rect
    var color: RGBColor
  }

  let ink: [Rect]
  /// The ink of each run, including those of formulas.
  let pieces: [Piece]
  /// The lines that begin with a digit.
  let amounts: Set<Int>
  /// The smallest rectangle that contains the ink.
  let bounds: Rect

  init(_ ink: [Rect], _ pieces: [Piece] = [], amounts: Set<Int> = []) {
    self.ink = ink
    self.pieces = pieces
    self.amounts = amounts
    bounds = Rect.union(of: ink) ?? Rect(.zero, .zero)
  }
}

extension LabelCandidate.Place {
  /// The description of the place.
  var name: String {
    switch self {
    case .side(let side): side.name
    case .between(let side, let next, let fraction):
      "\(Int((fraction * 100).rounded())) % from \(side.name) to \(next.name)"
    case .farther(let side, let distance, let isSlid):
      side.name + (distance > 0 ? ", \(Int(distance)) pt farther" : "") + (isSlid ? ", slid" : "")
    case .ring(let distance, let direction):
      "\(Int(distance.rounded())) pt \(RingDirection.all[direction].name)"
    case .outwards(let distance, let degrees):
      "outside" + (distance > 0 ? ", \(Int(distance)) pt farther" : "")
        + (degrees == 0 ? "" : ", turned by \(Int(degrees))°")
    case .along(let fraction, let isAbove):
      "\(isAbove ? "above" : "below") the line at \(Int((fraction * 100).rounded())) %"
    case .lineEnd(let shift):
      "at the line's end"
        + (shift == 0 ? "" : ", \(Int(abs(shift))) pt \(shift < 0 ? "higher" : "lower")")
    case .inside(let distance): "inside, \(Int(distance.rounded())) pt from the middle"
    }
  }
}
