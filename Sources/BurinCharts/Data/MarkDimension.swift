import BurinScales

/// How thick a mark is across its place.
///
/// ```swift
/// BarMark(x: .value("Day", day), y: .value("Visits", visits), width: .ratio(0.6))
/// BarMark(x: .value("Day", day), y: .value("Visits", visits), width: 12)   // points
/// ```
public struct MarkDimension: Hashable, Sendable, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  enum Form: Hashable, Sendable {
    case automatic
    case fixed(Double)
    case inset(Double)
    case ratio(Double)
  }

  let form: Form

  /// What suits the mark: a band, four fifths of the distance between numbers, a bin.
  public static let automatic = MarkDimension(form: .automatic)
  /// A thickness in points.
  public static func fixed(_ points: Double) -> MarkDimension {
    MarkDimension(form: .fixed(points))
  }
  /// The whole step less a number of points on both sides.
  public static func inset(_ points: Double) -> MarkDimension {
    MarkDimension(form: .inset(points))
  }
  /// A part of the step, 0…1.
  public static func ratio(_ part: Double) -> MarkDimension { MarkDimension(form: .ratio(part)) }

  /// Whether the thickness is given in points.
  var isFixed: Bool { if case .fixed = form { true } else { false } }

  private init(form: Form) { self.form = form }
  /// Makes a thickness in points.
  public init(floatLiteral value: Double) { self.init(form: .fixed(value)) }
  /// Makes a thickness in points.
  public init(integerLiteral value: Int) { self.init(form: .fixed(Double(value))) }

  /// Returns the part of a length, such as the radius of a ring, in points.
  ///
  /// ```swift
  /// MarkDimension.ratio(0.6).length(of: 200, automatic: 0)   // 120
  /// MarkDimension.inset(20).length(of: 200, automatic: 0)    // 180
  /// ```
  ///
  /// - Parameters:
  ///   - whole: the whole length, in points.
  ///   - automatic: the length that suits the mark.
  public func length(of whole: Double, automatic: Double) -> Double {
    switch form {
    case .automatic: automatic
    case .fixed(let points): points
    case .inset(let points): whole - points
    case .ratio(let part): whole * part
    }
  }

  /// Whether the thickness is a finite number, and not below zero.
  var isUsable: Bool {
    switch form {
    case .automatic: true
    case .fixed(let value), .ratio(let value): value.isFinite && value >= 0
    case .inset(let value): value.isFinite
    }
  }

  /// The start and end of the mark.
  ///
  /// - Parameters:
  ///   - automatic: the extent that suits the mark.
  ///   - step: the whole room of the place, in points.
  func extent(_ automatic: (Double, Double), step: Double) -> (Double, Double) {
    guard isUsable else { return automatic }
    let middle = (automatic.0 + automatic.1) / 2
    func around(_ thickness: Double) -> (Double, Double) {
      let half = max(0, thickness) / 2
      return (middle - half, middle + half)
    }
    switch form {
    case .automatic: return automatic
    case .fixed(let points): return around(points)
    case .inset(let points): return around(step - 2 * points)
    case .ratio(let part): return around(step * part)
    }
  }
}

extension MarkDimension {
  /// The thickest mark, in points or times the step; figures are at most 20,000 points wide.
  private static let limit = 1e6

  /// Makes sure that a thickness can be drawn; one that is not finite or below zero is a
  /// diagnostic elsewhere.
  ///
  /// - Throws: ``ChartError/invalid(_:)`` for one that is too large.
  func check() throws(ChartError) {
    switch form {
    case .automatic: return
    case .fixed(let value), .inset(let value), .ratio(let value):
      guard !value.isFinite || abs(value) <= Self.limit else {
        throw ChartError.invalid(
          "a mark's width or height is \(value); it must be a number up to \(Int(Self.limit))")
      }
    }
  }
}

extension PlotArea {
  /// Returns the room of a mark across the axis that places it, in its slot among marks side by side.
  ///
  /// Nil for a mark without a place.
  ///
  /// - Parameters:
  ///   - mark: a mark whose type has the transform ``LayerTransform/orient``.
  ///   - dimension: how thick the mark is.
  public func extent<M>(
    of mark: PlacedMark<M>, _ dimension: MarkDimension = .automatic
  ) -> (Double, Double)? {
    let channel = mark.placeAxis
    let room = extent(
      mark.values(channel), channel, isStretch: mark.isStretch(channel), dimension)
    return room.map { slot(of: mark, in: $0) }
  }

  /// The part of a room that a mark's slot takes.
  func slot<M>(
    of mark: PlacedMark<M>, _ row: Int? = nil, in room: (Double, Double)
  ) -> (Double, Double) {
    guard let slot = mark.slot(row ?? mark.row) else { return room }
    let part = part(slot, of: room, mark.placeAxis)
    // A sliver of canvas keeps neighbours apart.
    let gap = min(1.5, (part.1 - part.0) * 0.08)
    return (part.0 + gap, part.1 - gap)
  }

  /// The part of a category's room on an axis that a mark's slot takes; nil where marks do not stand
  /// side by side along it.
  ///
  /// They do so along x where they have one category there, else along y, unless the author chose.
  func slotRoom<M>(
    of mark: PlacedMark<M>, _ row: Int, _ channel: Channel
  ) -> (Double, Double)? {
    let isUpright = mark.style.hasEffects && mark.style.effects.positionAxis == .vertical
    let axes: [Channel] = isUpright ? [.y, .x] : [.x, .y]
    guard let slot = mark.slot(row),
      channel == axes.first(where: { mark.run.form($0) == .value && scale($0).isBand }),
      let room = scale(channel).extent((channel == .x ? mark.x(row) : mark.y(row)).start)
    else { return nil }
    return part(slot, of: room, channel)
  }

  /// The middle of the part of a category's room that a mark's slot takes; see
  /// ``slotRoom(of:_:_:)``.
  func slotMiddle<M>(of mark: PlacedMark<M>, _ row: Int, _ channel: Channel) -> Double? {
    slotRoom(of: mark, row, channel).map { ($0.0 + $0.1) / 2 }
  }

  /// The part of a room that a slot takes; on a reversed axis slots run backwards too.
  private func part(
    _ slot: (index: Int, count: Int), of room: (Double, Double), _ channel: Channel
  ) -> (Double, Double) {
    let share = (room.1 - room.0) / Double(slot.count)
    let index = Double(
      scale(channel).runsBackwards(channel) ? slot.count - 1 - slot.index : slot.index)
    return (room.0 + share * index, room.0 + share * (index + 1))
  }

  /// Notes marks that have no categories in whose room they could stand side by side.
  func noteSlots<M: Mark>(of mark: PlacedMark<M>) {
    guard !mark.table.slots.isEmpty,
      let row = mark.rows.first(where: { mark.slot($0) != nil }),
      slotRoom(of: mark, row, .x) == nil, slotRoom(of: mark, row, .y) == nil
    else { return }
    context.note(
      Diagnostic("position(by:) has no effect on \(M.markName)s without categories on an axis"))
  }

  /// Returns the room of a mark across an axis: a band, the surroundings of a number, or a stretch.
  ///
  /// - Parameters:
  ///   - value: the start and end of its place.
  ///   - channel: the axis, `.x` or `.y`.
  ///   - isStretch: whether the place is a stretch, such as a bin or a month.
  ///   - dimension: how thick the mark is.
  public func extent(
    _ value: (start: Double, end: Double), _ channel: Channel, isStretch: Bool,
    _ dimension: MarkDimension
  ) -> (Double, Double)? {
    let scale = scale(channel)
    if isStretch, !scale.isBand {
      guard let a = scale.position(value.start), let b = scale.position(value.end) else {
        return nil
      }
      let (low, high) = (min(a, b), max(a, b))
      // Bins touch but for a sliver; months and days stand apart as bars do.
      let isTime = scale.continuous?.type.isTime == true
      let gap = isTime ? (high - low) * 0.1 : min(0.5, (high - low) * 0.05)
      return dimension.extent((low + gap, high - gap), step: high - low)
    }
    guard let own = scale.extent(value.start) else { return nil }
    let step = scale.step ?? (own.1 - own.0)
    return dimension.extent(own, step: step)
  }
}
